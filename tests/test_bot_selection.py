from dataclasses import replace
from datetime import date

import pytest
from bot.reading.cues import worded
from bot_papers import bot_on, paper

from bot.reading import old_selection as quote
from bot.types import Turn
from index.types import Filter

SPENDING = """
heading|3||3. Spending on paths
text|3|3. Spending on paths|In reply to the query on paths in 2030 the Clerk listed:
text|3|3. Spending on paths|Spent on towpaths in 2030:
text|3|3. Spending on paths|£12,739
text|3|3. Spending on paths|Spent on bridleways in 2030:
text|3|3. Spending on paths|£4,127
heading|4||4. Civic reception
text|4|4. Civic reception|The meeting was held to honour these citizens by way of a civic reception:
text|4|4. Civic reception|Odo Quill, who swam to Gannet Rock.
text|4|4. Civic reception|Hazel Marrow, who wrote the life of the ferryman.
heading|5||5. Grants
text|5|5. Grants|The third application for a small grant came from the Quay Singers, who sing.
resolution|5|5. Grants|RESOLVED that:
resolution|5,1|5. Grants|1. a small grant of £50 to the Ferry Club be approved;
resolution|5,2|5. Grants|2. a small grant of £75 to the Rowers be approved;
resolution|5,3|5. Grants|3. a small grant of £20 to the Quay Singers, who sing at the regatta and at Gannet Rock, be approved.
heading|6||6. Reserves
text|6|6. Reserves|The Committee is aiming for a general reserve of between 5% and 10% of its budget.
text|6|6. Reserves|The Clerk thanked the Treasurer for the table and the members for their patience with it.
text|6|6. Reserves|A level below 3% is called dangerous.
heading|7||7. Vacancies
text|7|7. Vacancies|To fill the two vacancies on the Harbour Committee by co-option.
text|7|7. Vacancies|Una Crake and Ned Tarn were co-opted to the two vacancies, all in favour.
heading|8||8. Interests
text|8|8. Interests|Councillor Pell declared a personal interest in the stall rents, as her brother rents a stall.
heading|9||9. Stall rents
resolution|9|9. Stall rents|RESOLVED: That this item be put off to the meeting in July, to allow the stallholders to be asked.
heading|10||10. Ward matters
text|10|10. Ward matters|Councillor Thistledown raised three issues
text|10|10. Ward matters|The lamp that is out by the chandler
text|10|10. Ward matters|Weed on the landing stage
text|10|10. Ward matters|A camera for the bottle bank
"""


@pytest.fixture(scope="module")
def bot(tmp_path_factory):
    papers = {
        "may.txt": paper("may.txt", "minutes", date(2031, 5, 6), SPENDING),
    }
    return bot_on(tmp_path_factory.mktemp("bot"), papers)


def ask(bot, question):
    return bot.answer(Turn(question))


def test_a_line_that_announces_a_figure_is_quoted_with_the_figure(bot):
    assert "£12,739" in ask(bot, "How much was spent on towpaths in 2030?").citations[0].quote


def test_a_list_is_quoted_with_the_line_that_announces_it(bot):
    quote = ask(bot, "Who were honoured with a civic reception?").citations[0].quote
    assert "Odo Quill" in quote
    assert "Hazel Marrow" in quote


def test_a_list_is_quoted_with_the_line_that_counts_it(bot):
    quote = ask(bot, "What were the three issues that Councillor Thistledown raised?").citations[0].quote
    assert all(thing in quote for thing in ("lamp", "landing stage", "bottle bank"))


def test_a_list_of_what_was_granted_has_every_clause(bot):
    text = ask(bot, "Which groups were given small grants?").text
    assert all(name in text for name in ("Ferry Club", "Rowers", "Quay Singers"))


def test_the_second_thing_asked_is_quoted_too(bot):
    text = ask(bot, "What general reserve is the Committee aiming for, and what level is called dangerous?").text
    assert "5% and 10%" in text
    assert "below 3%" in text


def test_the_line_of_an_agenda_is_no_answer_where_what_was_done_stands_below(bot):
    assert "Una Crake" in ask(bot, "Who filled the two vacancies on the Harbour Committee?").citations[0].quote


def test_a_declared_interest_gives_no_reason(bot):
    assert "to allow the stallholders" in ask(bot, "Why were the stall rents put off?").citations[0].quote


def test_adopted_minutes_are_quoted_before_their_draft(tmp_path):
    charge = "heading|2||2. Mooring charge\nresolution|2|2. Mooring charge|RESOLVED: That the mooring charge be £{}.\n"
    papers = {
        "draft.txt": replace(paper("draft.txt", "minutes", date(2031, 5, 6), charge.format(48)), draft=True),
        "minutes.txt": paper("minutes.txt", "minutes", date(2031, 5, 6), charge.format(42)),
    }
    answer = bot_on(tmp_path, papers).answer(Turn("What was resolved on the mooring charge in May 2031?"))
    assert "£42" in answer.citations[0].quote


TWO_MEETINGS = {
    "may.txt": paper(
        "may.txt",
        "minutes",
        date(2031, 5, 6),
        "heading|3||3. Slipway island\n"
        "text|3|3. Slipway island|Una Crake agreed to look into a longer island on the Quay Road slipway.",
    ),
    "july.txt": paper(
        "july.txt",
        "minutes",
        date(2031, 7, 1),
        "heading|4||4. Hedges\n"
        "text|4|4. Hedges|A willow overhangs Quay Road.\n"
        "heading|5||5. Bids\n"
        "text|5|5. Bids|The bid for the island was turned down.",
    ),
}


def test_each_of_two_meetings_is_quoted_on_what_is_asked_of_it(tmp_path):
    asked = "Who took on looking into a longer island on the Quay Road slipway in May 2031, and what became of the bid in July 2031?"
    answer = bot_on(tmp_path, TWO_MEETINGS).answer(Turn(asked))
    assert [citation.quote for citation in answer.citations][:2] == [
        "Una Crake agreed to look into a longer island on the Quay Road slipway.",
        "The bid for the island was turned down.",
    ]


def test_the_deputy_of_one_paper_is_the_vice_chair_of_another(tmp_path):
    text = "text|2|2. Members|Ned Tarn (Vice-Chairman), Una Crake (Chairman)"
    answer = bot_on(tmp_path, {"a.txt": paper("a.txt", "minutes", date(2031, 5, 6), text)}).answer(
        Turn("Who is the deputy chair of the Harbour Committee?")
    )
    assert "Ned Tarn" in answer.text


KIOSK = {
    "may.txt": paper(
        "may.txt",
        "minutes",
        date(2031, 5, 6),
        "heading|3||3. Kiosk on the quay\nresolution|3|3. Kiosk on the quay|RESOLVED: That the kiosk be let for £420 a year.",
    ),
    "july.txt": paper(
        "july.txt",
        "minutes",
        date(2031, 7, 1),
        "heading|4||4. Kiosk on the quay\nresolution|4|4. Kiosk on the quay|RESOLVED: That the report be noted.",
    ),
    "june.txt": paper(
        "june.txt",
        "minutes",
        date(2031, 6, 3),
        "heading|5||5. Kiosk on the quay\n"
        "resolution|5|5. Kiosk on the quay|RESOLVED: That leave for awnings be REFUSED for these reasons:\n"
        "resolution|5,(1)|5. Kiosk on the quay|(1) Awnings on the quay would hide the kiosk light.\n"
        "heading|6||6. Next meeting\n"
        "text|6|6. Next meeting|Tuesday 1 July 2031 at 7 pm.",
    ),
}


def test_what_was_noted_is_told_after_what_was_decided(tmp_path):
    answer = bot_on(tmp_path, KIOSK).answer(Turn("What was resolved on the kiosk on the quay?"))
    assert "noted" not in answer.citations[0].quote
    assert any("£420" in citation.quote for citation in answer.citations)


def test_a_reason_for_refusing_is_not_told_without_the_refusal(tmp_path):
    answer = bot_on(tmp_path, KIOSK).answer(Turn("What was resolved on the kiosk light and awnings?"))
    assert "REFUSED" in answer.text


def test_the_next_meeting_is_no_exempt_item(tmp_path):
    closed = "exempt|9||That the public leave before the next item under Paragraph 3 of Schedule 12A."
    papers = KIOSK | {"closed.txt": paper("closed.txt", "minutes", date(2031, 4, 1), closed)}
    answer = bot_on(tmp_path, papers).answer(Turn("When is the next meeting of the Harbour Committee?"))
    assert answer.reason != "exempt"


def test_a_list_of_which_all_that_is_found_scores_below_nothing_has_a_window_all_the_same(bot):
    turn = Turn("What are the awnings of the ferry?")
    asked, _, windows = bot._read(turn, [], Filter())
    found = [replace(window, score=-1.0 - n) for n, window in enumerate(windows)]
    assert asked.question.wants == "list"
    assert quote.choose(asked, found)[0] == found[0]


def test_a_further_quotation_of_the_same_minutes_is_opened_shortly(tmp_path):
    text = """
text|4|4. Boat house|The boat house was said to leak at both ends and to want a new roof.
resolution|4|4. Boat house|That the boat house be given a new roof of slate.
"""
    held = {"march.txt": paper("march.txt", "minutes", date(2031, 3, 4), text)}
    told = (
        bot_on(tmp_path, held).answer(Turn("What was resolved on the boat house, and why was a new roof wanted?")).text
    )
    first, second = told.split("\n\n")
    assert first.startswith(
        (
            "On 4 March 2031 the Harbour Committee resolved:",
            "The minutes of the Harbour Committee, 4 March 2031, record:",
        )
    )
    assert second.startswith(("The same minutes record:", "The same meeting resolved:"))


DOGS = """
heading|4||4. Dogs
resolution|4|4. Dogs|RESOLVED: That dogs be kept on leads on the towpath.
"""
CLERKS_REPORT = """
heading|5||5. Clerk's report
text|5|5. Clerk's report|Dogs had been seen on the bowling green.
resolution|5|5. Clerk's report|RESOLVED: That the annual meeting be held on 3 June.
heading|6||6. Dog warden
resolution|6|6. Dog warden|RESOLVED: That a dog warden be hired for the bowling green.
"""


APRIL = {"april.txt": paper("april.txt", "minutes", date(2031, 4, 1), DOGS)}


def test_a_resolution_beside_the_matter_asked_about_is_not_told_of_it(tmp_path):
    papers = APRIL | {
        f"{month}.txt": paper(f"{month}.txt", "minutes", date(2031, month, 6), CLERKS_REPORT) for month in (5, 6)
    }
    told = bot_on(tmp_path, papers).answer(Turn("What was resolved on dogs?")).text
    assert "kept on leads" in told
    assert "annual meeting" not in told


def test_no_other_body_is_quoted_beside_the_one_that_is_named(tmp_path):
    greens = replace(
        paper("greens.txt", "minutes", date(2031, 6, 3), DOGS.replace("towpath", "green")), body="Greens Panel"
    )
    told = bot_on(tmp_path, APRIL | {"greens.txt": greens}).answer(
        Turn("What did the Harbour Committee resolve on keeping dogs on leads?")
    )
    assert {citation.body for citation in told.citations} == {"Harbour Committee"}


def test_a_short_resolution_is_told_whole_though_one_clause_has_the_words_asked_for(tmp_path):
    text = """
text|4|4. Reports|The Clerk presented several reports.
resolution|4,(1)|4. Reports|(1) That the plan for the ferry bell be received.
resolution|4,(2)|4. Reports|(2) That the Clerk bring a further report in May.
resolution|4,(3)|4. Reports|(3) That the rope be greased.
"""
    held = {"march.txt": paper("march.txt", "minutes", date(2031, 3, 4), text)}
    told = bot_on(tmp_path, held).answer(Turn("What did the Harbour Committee resolve on the plan for the ferry bell?"))
    assert [citation.quote[:3] for citation in told.citations] == ["(1)", "(2)", "(3)"]


def test_when_a_body_is_to_meet_is_no_promise_and_no_decision_on_a_matter(tmp_path):
    text = """
heading|4||4. Dates of meetings
resolution|4|4. Dates of meetings|RESOLVED: That further meetings be held on 4 May, 1 July and 2 September 2031.
heading|5||5. Crane
resolution|5|5. Crane|That a further update be brought to the July meeting.
"""
    bot = bot_on(tmp_path, {"march.txt": paper("march.txt", "minutes", date(2031, 3, 4), text)})
    promised = bot.answer(Turn("What did the Harbour Committee promise to bring back to its July 2031 meeting?"))
    assert promised.citations[0].quote == "That a further update be brought to the July meeting."
    assert "1 July" in bot.answer(Turn("When are the further meetings of the Harbour Committee?")).text


@pytest.mark.parametrize(
    ("text", "sets"),
    [
        ("That the annual meeting be held on 4 May 2031.", True),
        ("It was agreed to hold the May meeting on Tuesday 6 May.", True),
        ("That the tolls be put off to the meeting to be held on 6 May 2031, to allow talks with the rowers.", False),
        ("The minutes of the meeting held on 4 March 2031 were signed.", False),
    ],
)
def test_a_text_that_says_no_more_than_when_a_body_meets_is_known(text, sets):
    assert (worded("outcome", (), text) < 0) is sets
