from datetime import date

import pytest

from bot.grounding.claims import claims
from bot.grounding.quoted import Quoted
from bot.grounding.support import fault
from bot.types import Citation


def quoted(n, quote, type_="text", heading="12. Quay wall", kind="minutes"):
    when, body = date(2031, 3, 4), "Harbour Committee"
    citation = Citation(
        n, f"x-1-{n}", "march.txt", "Minutes", body, when, kind, f"Minute {n}", (str(n),), None, None, quote
    )
    return Quoted(citation, type_, heading)


QUOTED = [
    quoted(1, "RESOLVED: That Marta Oake mend the quay by May 2031 at a cost of £4,200.", "resolution"),
    quoted(2, "It was moved by Councillor Thorn and seconded by Councillor Pell that the quay wall be sold.", "motion"),
    quoted(3, "Councillor Thorn asked how many bollards were loose. The Harbour Engineer replied that 14 were."),
    quoted(4, "£4,200 was set aside for the quay wall and £6,100 for the slipway. Use fell from 15% to 12%."),
    quoted(5, "(i) That the channel be dredged in 2032 at £80,000.", "recommendation", kind="report"),
    quoted(6, "On being put to the vote the motion was lost by 3 votes to 4.", "vote"),
    quoted(7, "RESOLVED: That the update be noted.", "resolution", "13. Slipway tolls"),
    quoted(8, "RESOLVED: That the Council be recommended to provide £60,000 for a tug.", "resolution", "14. Tug"),
    quoted(9, "That the pool not be closed; that the library be closed.", "resolution", "15. Savings"),
    quoted(
        13,
        "The application was refused because the access was unsafe. An appeal was lodged by Orren Homes Ltd on 3 May 2030.",
    ),
    quoted(14, "Cllr Thorn declared an interest and left the room. Cllr Pell took the chair."),
    quoted(15, "That the fee for visitors be raised to £15 and that for residents be held at £8.", "resolution"),
    quoted(12, "That up to £900 be spent on berths, other than those of the ferry.", "resolution"),
    quoted(11, "On being put to the vote there voted 5 for and 4 against the tug.", "vote"),
    quoted(10, "The ice house may be let for 12 years if the roof is sound. The offer of the brewery was refused."),
]
SOURCES = {one.label: one for one in QUOTED}


def told(reply):
    return [found.told if (found := fault(claim, SOURCES)) else "" for claim in claims(reply)]


@pytest.mark.parametrize(
    "sentence",
    [
        "It was resolved that Marta Oake mend the quay by May 2031 at a cost of £4,200 [1].",
        "On 4 March 2031 the Harbour Committee resolved “That Marta Oake mend the quay by May 2031” [1].",
        "Marta Oake is to mend the quay at a cost of £4,200 by May 2031 [1].",
        "The Committee agreed that the quay be mended at a cost of £4,200 [1].",
        "Members agreed to mend the quay at a cost of £4,200 [1].",
        "Councillor Thorn moved that the quay wall be sold, seconded by Councillor Pell [2].",
        "The motion was lost by 3 votes to 4 [6].",
        "Councillor Thorn moved that the quay wall be sold [2], and the motion was lost by 3 votes to 4 [6].",
        "Councillor Thorn asked how many bollards were loose, and the Harbour Engineer replied that 14 were [3].",
        "The Harbour Engineer replied that fourteen bollards were loose. [3]",
        "£6,100 was set aside for the slipway [4].",
        "Use fell from 15 per cent to 12 per cent [4].",
        "The report recommends that the channel be dredged in 2032 at £80,000 [5].",
        "It was recommended to dredge the channel in 2032 at £80,000 [5].",
        "The Committee noted the update on the slipway tolls [7].",
        "At the meeting of the Harbour Committee on 4 March 2031 it was agreed that the update be noted [7].",
        "The Council is recommended to provide £60,000 for a tug [8].",
        "5 voted for and 4 against the tug [11].",
        "Up to £900 is to be spent on berths other than those of the ferry [12].",
        "The application was refused because the access was unsafe [13].",
        "An appeal was lodged on 3 May 2030 by Orren Homes Ltd [13].",
        "Cllr Pell took the chair [14].",
        "The fee for visitors is to be raised to £15 [15].",
        "The library is to be closed [9].",
        "The pool is not to be closed [9].",
        "The ice house may be let for 12 years if the roof is sound [10].",
        "- **The offer of the brewery was refused** [10].",
    ],
)
def test_a_sentence_that_its_quotation_carries_passes(sentence):
    assert told(sentence) == [""]


@pytest.mark.parametrize(
    ("sentence", "lack"),
    [
        ("It was resolved that Marta Oake mend the quay by June 2031 [1].", "a date"),
        ("On 5 March 2031 the Harbour Committee resolved to mend the quay [1].", "a date"),
        ("Marta Oake is to mend the quay on 4 March 2031 [1].", "a date"),
        ("Marta Oake is to mend the quay before May 2031 at a cost of £4,200 [1].", "words"),
        ("The quay is to be mended at a cost of £4,300 [1].", "a figure"),
        ("The quay is to be mended at a cost of 4,200 [1].", "a figure"),
        ("£14 of bollards were loose [3].", "a figure"),
        ("The Harbour Engineer replied that eleven bollards were loose [3].", "a figure"),
        ("£4,200 was set aside for the slipway [4].", "a figure of something else"),
        ("Use fell from 12% to 15% [4].", "figures in another order"),
        ("The motion was lost by 4 votes to 3 [6].", "figures in another order"),
        ("Use rose from 15% to 12% [4].", "words"),
        ("The motion was carried [6].", "words"),
        ("The application was refused because the appeal was lodged [13].", "gives as reason"),
        ("The access was unsafe because the application was refused [13].", "gives as reason"),
        ("The application was refused on 3 May 2030 [13].", "a date of something else"),
        ("Cllr Pell declared an interest and left the room [14].", "somebody else"),
        ("Cllr Thorn took the chair [14].", "somebody else"),
        ("Councillor Thorn and Councillor Pell moved that the quay wall be sold [2].", "somebody else"),
        ("The fee for visitors is to be held at £8 [15].", "a figure of something else"),
        ("The fee for residents is to be raised to £15 [15].", "a figure of something else"),
        ("The pool is to be closed; that the library not be closed [9].", "leaves out a “not”"),
        ("Was the library to be closed? [9]", "asks"),
        ("It was resolved that up to £900 be spent on berths [12].", "a condition"),
        ("£900 is to be spent on berths, other than those of the ferry [12].", "a condition"),
        ("There voted 5 against and 4 against the tug [11].", "votes"),
        ("Ines Quill is to mend the quay at a cost of £4,200 [1].", "a name"),
        ("The Council agreed to mend the quay [1].", "says it of somebody"),
        ("The Finance Committee resolved that the quay be mended [1].", "says it of somebody"),
        ("The quay is not to be mended at a cost of £4,200 [1].", "says no"),
        ("The pool is to be closed [9].", "leaves out a “not”"),
        ("The quay was mended at a cost of £4,200 [1].", "tells as done"),
        ("The ice house will be let for 12 years [10].", "tells as"),
        ("The offer of the brewery [10].", "leaves out how it ended"),
        ("The Council is to provide £60,000 for a tug [8].", "tells as"),
        ("The quay wall is to be sold [2].", "a motion that is not told as one"),
        ("The channel is to be dredged in 2032 at £80,000 [5].", "a recommendation that is not told as one"),
        ("The Harbour Committee resolved that the channel be dredged in 2032 [5].", "not told as one"),
        ("Councillor Pell moved that the quay wall be sold, seconded by Councillor Thorn [2].", "somebody else"),
        ("Councillor Thorn replied that 14 bollards were loose [3].", "somebody else"),
        ("Marta Oake is to mend the quay “at any cost” [1].", "quotation marks"),
        ("Marta Oake resigned [1].", "words"),
        ("Marta Oake is to mend the quay [1], which members called a disgrace.", "words"),
        ("Marta Oake is to mend the quay [1], and the library is to be closed [1].", "words"),
        ("Marta Oake is to mend the quay [1][9].", "a name"),
        ("Marta Oake is to mend the quay.", "names no source"),
        ("Marta Oake is to mend the quay <img src=x> [1].", "markup"),
        ("Marta Oake is to mend &lt;b&gt;the quay [1].", "markup"),
        ("See [the quay](http://evil.example) [1].", "markup"),
        ("Agreed [1].", "too little"),
        ("Yes [1].", "a name"),
    ],
)
def test_a_sentence_that_its_quotation_does_not_carry_fails(sentence, lack):
    assert lack in told(sentence)[0]


def test_a_label_that_was_never_given_is_reported():
    claim = claims("Marta Oake is to mend the quay [1, 77].")[0]
    assert fault(claim, SOURCES).labels == ("77",)


def test_letters_that_only_look_alike_are_no_words_of_the_quotation():
    assert told("Mаrta Oake is to mend the quay [1].") == ["a name that the quotation lacks"]


def test_a_label_inside_quoted_words_cites_nothing():
    sources = {"1": quoted(1, "The survey [2] found 14 loose bollards.")}
    assert fault(claims("“The survey [2] found 14 loose bollards.” [1]")[0], sources) is None
