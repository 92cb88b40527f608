"""What is found for a question is told, or declined with what was found instead."""

from dataclasses import replace
from datetime import date

import pytest
from bot_papers import PAPERS, bot_on, paper
from scripted_reader import finding

from bot.types import Turn
from index.types import Filter

PARKS = """
attendance|||Councillors Hazel Marrow (Chair), Odo Quill and Ann Thistledown
heading|3||3. Band stand
text|3|3. Band stand|Councillor Thistledown said that the band stand wanted paint.
resolution|3,(1)|3. Band stand|(1) That the band stand be painted green at a cost of £900.
heading|4||4. Boating lake
resolution|4,(1)|4. Boating lake|(1) That the boating lake be closed to swans in 2030/31.
"""
PARKS_PAPER = replace(paper("parks.txt", "minutes", date(2031, 5, 6), PARKS), body="Parks Panel")
PAINTED, WANTED = "band stand be painted green", "band stand wanted paint"


@pytest.fixture(scope="module")
def bot(tmp_path_factory):
    return bot_on(tmp_path_factory.mktemp("bot"), PAPERS | {"parks.txt": PARKS_PAPER})


def ask(bot, question, *finds, **allowed):
    return finding(bot, *finds).answer(Turn(question), Filter(**allowed))


def told(answer):
    """Whether it is answered, with any of what was found."""
    return not answer.abstained and bool(answer.citations)


def test_what_is_found_beside_a_name_that_no_paper_holds_is_cited_as_somebody_else_s(bot):
    answer = ask(bot, "What did Councillor Pemberton say about the band stand wanting paint?", WANTED)
    assert answer.reason == "other_person"
    assert answer.citations[0].quote.startswith("Councillor Thistledown")


def test_a_place_that_no_paper_holds_is_not_found(bot):
    answer = ask(bot, "What was resolved on the band stand at Wexcombe?", PAINTED)
    assert (answer.abstained, answer.reason) == (True, "nothing_found")
    assert "“Wexcombe”" in answer.text


def test_the_nearest_meetings_are_those_that_the_reader_may_see(bot):
    asked = "What did the Harbour Committee decide on the quay wall in May 2029?"
    answer = ask(bot, asked, "mended for £4,650", since=date(2031, 6, 1))
    assert answer.reason == "not_held"
    assert "4 March 2031" not in answer.text


def test_what_a_later_paper_tells_of_a_meeting_that_is_not_held_is_answered(tmp_path):
    recalled = "1. It was recalled that on 6 May 2029 the Harbour Committee decided to paint the quay wall white."
    held = {"later.txt": paper("later.txt", "minutes", date(2031, 9, 2), f"text|1||{recalled}")}
    asked = "What did the Harbour Committee decide on the quay wall on 6 May 2029?"
    assert told(ask(bot_on(tmp_path, held), asked, "It was recalled"))


def test_a_day_on_which_no_meeting_is_held_is_not_held_whatever_the_body_is_called(bot):
    answer = ask(bot, "What was resolved on the quay wall at the meeting of 11 May 2030?", "mended at a cost")
    assert answer.reason == "not_held"


def test_an_item_asked_for_by_number_and_day_is_told_whatever_else_is_asked(bot):
    asked = "What is item 3 of the Parks Panel minutes of 6 May 2031 about, and what would come afterwards?"
    assert told(ask(bot, asked, WANTED))


@pytest.mark.parametrize(
    "question",
    [
        "What did the Parks Panel agree to do in May 2031 to spruce the band stand?",
        "What was the £900 for freshening the band stand?",
    ],
)
def test_words_that_no_paper_has_hide_nothing_that_is_found(bot, question):
    assert told(ask(bot, question, PAINTED))


COUNTY = """
heading|3||3. Storm of 2030
text|3|3. Storm of 2030|In respect of the storm Orrendale City and County Council spent £419,661 on walls.
text|3|3. Storm of 2030|It was agreed to put the kiosk forward for Ferry Partnership money.
"""


@pytest.fixture(scope="module")
def county(tmp_path_factory):
    return bot_on(tmp_path_factory.mktemp("county"), {"may.txt": paper("may.txt", "minutes", date(2031, 5, 6), COUNTY)})


def test_a_council_is_known_by_its_place_alone(county):
    assert told(ask(county, "How much did the storm cost Orrendale council in walls?", "spent £419,661"))


def test_a_fund_that_is_called_a_partnership_is_no_body_that_must_have_resolved(county):
    asked = "What did the Harbour Committee agree to put forward for Ferry Partnership money?"
    assert told(ask(county, asked, "put the kiosk forward"))


OTTERS = """
heading|5||5. Otters
resolution|5|5. Otters|Resolved: That the holts be fenced by the Council.
text|5|5. Otters|The November 2030 otter count was verified at 14 on the two rivers.
"""
BOARD = replace(paper("board.txt", "minutes", date(2031, 1, 14), OTTERS), body="Marlhaven Local Wildlife Rivers Board")


@pytest.fixture(scope="module")
def rivers(tmp_path_factory):
    return bot_on(tmp_path_factory.mktemp("rivers"), PAPERS | {"board.txt": BOARD})


def test_a_body_is_known_by_its_name_with_words_left_out(rivers):
    assert told(ask(rivers, "What did the Wildlife Board resolve on the holts of otters?", "holts be fenced"))


def test_a_month_of_another_year_is_not_the_month_asked_about(rivers):
    asked = "What was the verified otter count for November {}?"
    assert ask(rivers, asked.format(2031), "verified at 14").reason == "other_year"
    assert told(ask(rivers, asked.format(2030), "verified at 14"))


def test_what_several_meetings_said_is_told_where_all_that_was_said_is_asked_for(tmp_path):
    several = {
        f"weir{n}.txt": paper(
            f"weir{n}.txt", "minutes", date(2030, n, 4), f"text|{n}|{n}. Weir|Speech {n} on the weir."
        )
        for n in range(1, 9)
    }
    found = ask(
        bot_on(tmp_path, several), "What has been said about the weir?", *(f"Speech {n} on" for n in range(1, 9))
    )
    assert len({citation.file for citation in found.citations}) == 5
