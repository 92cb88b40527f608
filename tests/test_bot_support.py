from dataclasses import replace
from datetime import date

import pytest
from evidence_papers import minutes

from bot.grounding.support import fault
from bot.types import Evidence, Span
from index.types import Passage

MARCH = minutes(
    """
resolution|12|12. Quay wall|RESOLVED: That Marta Oake mend the quay by May 2031 at a cost of £4,200.
motion|12|12. Quay wall|It was moved by Councillor Thorn and seconded by Councillor Pell that the quay wall be sold.
text|12|12. Quay wall|Councillor Thorn asked how many bollards were loose. The Harbour Engineer replied that 14 were.
text|12|12. Quay wall|£4,200 was set aside for the quay wall and £6,100 for the slipway. Use fell from 15% to 12%.
recommendation|5|5. Channel|(i) That the channel be dredged in 2032 at £80,000.
vote|12|12. Quay wall|On being put to the vote the motion was lost by 3 votes to 4.
resolution|13|13. Slipway tolls|RESOLVED: That the update be noted.
resolution|14|14. Tug|RESOLVED: That the Council be recommended to provide £60,000 for a tug.
resolution|15|15. Savings|That the pool not be closed; that the library be closed.
text|16|16. Berths|The ice house may be let for 12 years if the roof is sound. The offer of the brewery was refused.
vote|14|14. Tug|On being put to the vote there voted 5 for and 4 against the tug.
resolution|16|16. Berths|That up to £900 be spent on berths, other than those of the ferry.
text|17|17. Planning|The application was refused because the access was unsafe. An appeal was lodged by Orren Homes Ltd on 3 May 2030.
text|18|18. Interests|Cllr Thorn declared an interest and left the room. Cllr Pell took the chair.
resolution|19|19. Fees|That the fee for visitors be raised to £15 and that for residents be held at £8.
resolution|20|20. Kiosk|That permission be granted subject to the harbour master being content with the awning.
text|21|21. Crews|The Orren Coast Lifeboat (OCL) was launched twenty-four times in 2029/30, at 1.30 pm on 3 June most lately.
""",
    date(2031, 3, 4),
    body="Harbour Committee",
)


def evidence(*places):
    """Whole paragraphs of the minutes as evidence, counted from 1."""
    return [
        Evidence((Span(one, 0, len(one.text)),), 1.0, Passage((one,), 1.0)) for one in (MARCH[n - 1] for n in places)
    ]


def yes(_sentence, _evidence):
    return 1.0


def no(_sentence, _evidence):
    return 0.0


CLOSE = [
    ("It was resolved that Marta Oake mend the quay by May 2031 at a cost of £4,200.", 1),
    ("On 4 March 2031 the Harbour Committee resolved “That Marta Oake mend the quay by May 2031”.", 1),
    ("Marta Oake is to mend the quay at a cost of £4,200 by May 2031.", 1),
    ("The Committee agreed that the quay be mended at a cost of £4,200.", 1),
    ("Councillor Thorn moved that the quay wall be sold, seconded by Councillor Pell.", 2),
    ("The motion was lost by 3 votes to 4.", 6),
    ("Councillor Thorn asked how many bollards were loose, and the Harbour Engineer replied that 14 were.", 3),
    ("£6,100 was set aside for the slipway.", 4),
    ("Use fell from 15 per cent to 12 per cent.", 4),
    ("The report recommends that the channel be dredged in 2032 at £80,000.", 5),
    ("The Committee noted the update on the slipway tolls.", 7),
    ("The Council is recommended to provide £60,000 for a tug.", 8),
    ("5 voted for and 4 against the tug.", 11),
    ("Up to £900 is to be spent on berths other than those of the ferry.", 12),
    ("The application was refused because the access was unsafe.", 13),
    ("An appeal was lodged on 3 May 2030 by Orren Homes Ltd.", 13),
    ("Cllr Pell took the chair.", 14),
    ("The fee for visitors is to be raised to £15.", 15),
    ("The library is to be closed.", 9),
    ("The pool is not to be closed.", 9),
    ("The ice house may be let for 12 years if the roof is sound.", 10),
    ("The offer of the brewery was refused.", 10),
]


@pytest.mark.parametrize(("sentence", "place"), CLOSE)
@pytest.mark.parametrize("carries", [None, no, yes])
def test_a_sentence_in_its_evidences_words_passes_whatever_the_judge_says(sentence, place, carries):
    assert fault(sentence, evidence(place), carries) == ""


OWN_WORDS = [
    ("Members wanted Marta Oake to have the quay repaired by May 2031, for £4,200.", (1,)),
    (
        "A proposal to sell the quay wall, put by Councillor Thorn with Councillor Pell as seconder, lost 3 to 4.",
        (2, 6),
    ),
    ("Of the bollards, the Harbour Engineer told members, 14 had come loose.", (3,)),
    ("The Harbour Engineer replied that fourteen bollards were loose.", (3,)),
    ("Usage dropped to 12% from 15%.", (4,)),
    ("It is suggested that dredging of the channel take place in 2032, at £80,000.", (5,)),
    ("The kiosk has permission, provided the harbour master is content with its awning.", (16,)),
    ("In the year 2029/30 the Orren lifeboat went out 24 times.", (17,)),
    ("At 1:30 pm on 3 June the OCL was launched.", (17,)),
    ("No closure of the pool was agreed.", (9,)),
    ("For the slipway, £6,100 was earmarked.", (4,)),
]


@pytest.mark.parametrize(("sentence", "places"), OWN_WORDS)
def test_a_sentence_in_the_writers_words_passes_where_the_judge_says_yes(sentence, places):
    assert fault(sentence, evidence(*places), yes) == ""
    assert fault(sentence, evidence(*places), no)
    assert fault(sentence, evidence(*places))


FALSE = [
    ("It was resolved that Marta Oake mend the quay by June 2031.", 1, "a date"),
    ("On 5 March 2031 the Harbour Committee resolved to mend the quay.", 1, "a date"),
    ("Marta Oake is to mend the quay on 4 March 2031.", 1, "a date"),
    ("Marta Oake is to mend the quay in April.", 1, "a month"),
    ("The quay is to be mended at a cost of £4,300.", 1, "a figure"),
    ("The quay is to be mended at a cost of 4,200.", 1, "a figure"),
    ("£14 of bollards were loose.", 3, "a figure"),
    ("The Harbour Engineer replied that eleven bollards were loose.", 3, "a figure"),
    ("£4,200 was set aside for the slipway.", 4, "a figure of something else"),
    ("Use fell from 12% to 15%.", 4, "a figure of something else"),
    ("The motion was lost by 4 votes to 3.", 6, "a figure of something else"),
    ("There voted 5 against and 4 against the tug.", 11, "a figure of something else"),
    ("Use rose from 15% to 12%.", 4, "contrary"),
    ("Members welcomed it, to loud applause, and the update was noted.", 7, "words"),
    ("Ines Quill is to mend the quay at a cost of £4,200.", 1, "a name"),
    ("Mаrta Oake is to mend the quay.", 1, "a name"),
    ("An appeal was lodged by Orren Boats Ltd on 3 May 2030.", 13, "somebody else"),
    ("The Finance Committee resolved that the quay be mended.", 1, "somebody"),
    ("Full Council agreed to mend the quay.", 1, "somebody"),
    ("Councillor Pell moved that the quay wall be sold, seconded by Councillor Thorn.", 2, "somebody else"),
    ("Councillor Thorn and Councillor Pell moved that the quay wall be sold.", 2, "somebody else"),
    ("Councillor Thorn replied that 14 bollards were loose.", 3, "somebody else"),
    ("Cllr Pell declared an interest and left the room.", 14, "somebody else"),
    ("The quay is not to be mended at a cost of £4,200.", 1, "says no"),
    ("An appeal was lodged on 3 May 2030, and again on 3 May 2030.", 13, "a date"),
    ("£60,000 is to be provided against a tug.", 8, "contrary"),
    ("Councillor Thorn asked how many bollards the ferry had sunk overnight.", 3, "words"),
    ("Councillor Thorn wanted to know how many bollards were loose and the.", 3, "breaks off"),
    ("The library is to be closed subject to advice.", 9, "puts one in"),
    ("Unanimously, members asked how many bollards were loose.", 3, "an ending"),
    ("The pool is to be closed.", 9, "leaves out a “not”"),
    ("The library is not to be closed.", 9, "says no"),
    ("The quay was mended at a cost of £4,200.", 1, "tells as done"),
    ("The ice house will be let for 12 years.", 10, "tells as done or as certain"),
    ("The motion was carried.", 6, "decided"),
    ("The update was noted, and the tolls were deferred.", 7, "an ending"),
    ("The update was approved.", 7, "approved"),
    ("The offer of the brewery.", 10, "leaves out how it ended"),
    ("Permission is granted for the awning.", 16, "a condition"),
    ("The quay wall is to be sold.", 2, "a motion that is not told as one"),
    ("The Harbour Committee resolved that the channel be dredged in 2032.", 5, "not told as one"),
    ("Marta Oake is to mend the quay “at any cost”.", 1, "quotation marks"),
    ("Marta Oake is to mend the quay ‘at any cost’.", 1, "quotation marks"),
    ("Was the library to be closed?", 9, "asks"),
    ("Marta Oake is to mend the quay <img src=x>.", 1, "markup"),
    ("See [the quay](http://evil.example).", 1, "markup"),
    ("Marta Oake is to mend the quay [1].", 1, "label"),
    ("Agreed.", 1, "too little"),
]


@pytest.mark.parametrize(("sentence", "place", "lack"), FALSE)
def test_no_judge_makes_a_false_sentence_pass(sentence, place, lack):
    assert lack in fault(sentence, evidence(place), yes)


STRICT = [
    ("Marta Oake is to mend the quay before May 2031 at a cost of £4,200.", 1, "words"),
    ("The application was refused on 3 May 2030.", 13, "apart"),
    ("The application was refused because the appeal was lodged.", 13, "apart"),
    ("£900 is to be spent on berths of the ferry.", 12, "limit"),
    ("Marta Oake resigned.", 1, "words"),
]


@pytest.mark.parametrize(("sentence", "place", "lack"), STRICT)
def test_without_a_judge_the_words_must_be_the_evidences_and_stand_together(sentence, place, lack):
    assert lack in fault(sentence, evidence(place))


def test_an_ending_is_told_no_more_often_than_the_evidence_has_it():
    (paper,) = minutes("text|1|1. Survey|The survey was unanimously welcomed by the Harbour Engineer.")
    one = Evidence((Span(paper, 0, len(paper.text)),), 1.0, Passage((paper,), 1.0))
    assert fault("The survey was unanimously welcomed.", [one], yes) == ""
    assert "an ending" in fault("Unanimously, the survey was unanimously welcomed.", [one], yes)


def test_evidence_carries_a_sentence_together():
    told = "Councillor Thorn moved that the quay wall be sold, and the motion was lost by 3 votes to 4."
    assert fault(told, evidence(2, 6), yes) == ""
    assert "a figure" in fault(told, evidence(2), yes)


def test_a_sentence_that_names_no_evidence_fails():
    assert fault("Marta Oake is to mend the quay.", [], yes) == "names no evidence"


def test_what_one_body_recommends_to_another_is_told_as_that():
    one = replace(evidence(1)[0], recommends=True)
    assert "recommendation" in fault("Marta Oake is to mend the quay.", [one], yes)


def test_a_recommendation_is_told_as_decided_where_a_resolution_goes_with_it():
    assert fault("It was agreed that the channel be dredged in 2032 at £80,000.", evidence(5, 7), yes) == ""


def test_a_bracket_of_the_evidence_is_no_label():
    (paper,) = minutes("text|1|1. Survey|The survey [2] found 14 loose bollards.")
    one = Evidence((Span(paper, 0, len(paper.text)),), 1.0, Passage((paper,), 1.0))
    assert fault("“The survey [2] found 14 loose bollards.”", [one]) == ""


def test_the_judge_is_asked_of_own_words_alone():
    asked = []
    fault("The library is to be closed.", evidence(9), lambda *given: asked.append(given) or 1.0)
    assert not asked
