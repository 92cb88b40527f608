"""Minutes of a known month that print no day: asked for by month or year they are found, and no day is made up."""

from dataclasses import replace
from datetime import date

import pytest
from bot_papers import PAPERS, bot_on, paper

from bot.rendering.days import written
from bot.types import Turn
from index.types import Days, Filter

NOVEMBER = """
attendance|||Councillors Hazel Marrow (Chair), Odo Quill and Ann Thistledown
heading|3||3. Band stand
text|3|3. Band stand|Councillor Thistledown said that the band stand wanted paint.
resolution|3,(1)|3. Band stand|(1) That the band stand be painted green at a cost of £900.
"""
PARKS = replace(
    paper("parks.txt", "minutes", date(2029, 11, 1), NOVEMBER, "November Meeting"),
    body="Parks Panel",
    date=None,
    month=date(2029, 11, 1),
)


@pytest.fixture(scope="module")
def bot(tmp_path_factory):
    return bot_on(tmp_path_factory.mktemp("bot"), PAPERS | {"parks.txt": PARKS})


def ask(bot, question, **allowed):
    return bot.answer(Turn(question), Filter(**allowed))


def test_a_month_is_written_with_the_remark_that_its_day_is_not_printed():
    assert written(Days.of_month(date(2029, 11, 5))) == "November 2029 (day not printed)"
    assert written(Days.of(date(2029, 11, 5))) == "5 November 2029"


@pytest.mark.parametrize("when", ["in November 2029", "in 2029", "at its November 2029 meeting"])
def test_what_was_resolved_then_is_told_of_the_month_and_cited_with_no_day(bot, when):
    answer = ask(bot, f"What did the Parks Panel resolve on the band stand {when}?")
    assert answer.text.startswith(
        "In November 2029 (day not printed) the Parks Panel resolved: “(1) That the band stand"
    )
    assert (answer.citations[0].date, answer.citations[0].month) == (None, date(2029, 11, 1))


def test_a_day_of_that_month_is_not_said_to_be_not_held(bot):
    assert ask(bot, "What did the Parks Panel resolve on the band stand on 6 November 2029?").reason is None


@pytest.mark.parametrize("when", ["in May 2029", "on 4 December 2029"])
def test_another_month_is_still_not_held_and_the_nearest_is_told_as_a_month(bot, when):
    answer = ask(bot, f"What did the Parks Panel resolve on the band stand {when}?")
    assert answer.reason == "not_held"
    assert "The nearest meetings whose papers are held: November 2029 (day not printed)." in answer.text


def test_another_year_is_still_another_time(bot):
    answer = ask(bot, "What was resolved on painting the band stand in 2024?")
    assert answer.reason == "other_year"
    assert "for another time (Parks Panel, November 2029 (day not printed)): “" in answer.text


def test_the_reader_s_own_dates_keep_it_in_or_out(bot):
    question = "What was resolved on the band stand?"
    assert ask(bot, question, since=date(2029, 1, 1), until=date(2029, 12, 31)).citations[0].file == "parks.txt"
    assert ask(bot, question, since=date(2030, 1, 1)).abstained


def test_the_meeting_is_listed_with_its_month(bot):
    assert "- November 2029 (day not printed): Parks Panel" in ask(bot, "When did the Parks Panel meet?").text


def test_what_was_ever_discussed_counts_it(bot):
    answer = ask(bot, "Has the band stand ever been discussed?")
    assert "at one meeting, in November 2029 (day not printed)." in answer.text
