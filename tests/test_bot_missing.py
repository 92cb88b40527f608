from dataclasses import replace
from datetime import date

import pytest
from bot_papers import bot_on, paper

from bot.types import Turn

FIRST = """
heading|3||3. Band stand
resolution|3,(1)|3. Band stand|(1) That the band stand be painted green by the keeper.
"""
SECOND = """
heading|6||6. Band stand
resolution|6,(1)|6. Band stand|(1) That the band stand be painted red on 4 May 2032 at a cost of £900.
"""
HELD = {
    "first.txt": replace(paper("first.txt", "minutes", date(2030, 5, 6), FIRST), body="Parks Panel"),
    "second.txt": replace(paper("second.txt", "minutes", date(2032, 5, 6), SECOND), body="Parks Panel"),
    "other.txt": paper("other.txt", "minutes", date(2032, 6, 1), "text|1||1. Tolls on the slipway were spoken of."),
}


@pytest.fixture(scope="module")
def bot(tmp_path_factory):
    return bot_on(tmp_path_factory.mktemp("bot"), HELD)


def missing(bot, question):
    answer = bot.answer(Turn(question))
    assert not answer.abstained
    return answer.missing


def test_a_period_of_which_nothing_is_quoted_is_said(bot):
    told = missing(bot, "What was resolved on painting the band stand in May 2030 and in October 2031?")
    assert told == "The papers held do not say of October 2031, as far as was found."


def test_a_body_of_which_nothing_is_quoted_is_said(bot):
    told = missing(bot, "What did the Parks Panel and the Harbour Committee resolve on painting the band stand green?")
    assert told == "The papers held do not say of the Harbour Committee, as far as was found."


def test_a_date_that_is_asked_for_besides_is_said_where_it_is_not_quoted(bot):
    told = missing(bot, "What did the Parks Panel resolve in May 2030 on painting the band stand and by when?")
    assert told == "The papers held do not say when, as far as was found."


@pytest.mark.parametrize(
    "question",
    [
        "What was resolved on painting the band stand red, and for what price?",
        "What was resolved on painting the band stand in May 2030 and in May 2032?",
        "What was resolved on painting the band stand green?",
    ],
)
def test_a_whole_answer_says_of_nothing_that_it_is_missing(bot, question):
    assert missing(bot, question) is None
