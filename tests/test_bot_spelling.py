from datetime import date

import pytest
from bot_papers import PAPERS, bot_on, paper

from bot.types import Turn

PEOPLE = """
attendance|||Present: Councillors Victoria Cusworth (Chair), J. Barrowby and Odo Tamsin Whitlock
text|7|7. Slipway|Councillor Cusworth said that the slipway was slippery in winter.
text|8|8. Accommodation|Councillor Barrowby spoke of the accommodation for pilots.
"""


@pytest.fixture(scope="module")
def bot(tmp_path_factory):
    return bot_on(
        tmp_path_factory.mktemp("bot"), PAPERS | {"x.txt": paper("x.txt", "minutes", date(2031, 8, 5), PEOPLE)}
    )


def readings(bot, question):
    return [(one.written, one.read) for one in bot.spelling.respelt(question)]


@pytest.mark.parametrize(
    ("written", "read"),
    [("Cuswroth", "Cusworth"), ("Cusworht", "Cusworth"), ("Cussworth", "Cusworth"), ("Cusword", "Cusworth")],
)
def test_a_name_one_slip_away_is_read_as_the_one_held(bot, written, read):
    expected = [(written, read)] if written != "Cusword" else []  # two slips: another name
    assert readings(bot, f"What did Cllr {written} say?") == expected


def test_a_first_name_that_the_papers_leave_out_does_not_hide_the_surname(bot):
    assert readings(bot, "What did John Barrowby say?") == [("John Barrowby", "Barrowby")]


def test_another_first_name_is_somebody_else(bot):
    assert readings(bot, "What did Basil Cusworth say?") == []


def test_a_common_word_is_read_so_only_where_fingers_slipped(bot):
    assert readings(bot, "Was accomodation spoken of?") == [("accomodation", "accommodation")]
    assert readings(bot, "Was slippers spoken of?") == []


def test_the_answer_says_how_a_name_was_read_and_the_reader_may_say_no(bot):
    answer = bot.answer(Turn("What did Councillor Cusworht say of the slipway?"))
    assert answer.text.startswith("No paper held has “Cusworht”: this is of “Cusworth”.")
    assert not answer.abstained
    key = next(one.key for one in answer.inferred if one.key.startswith("spelling"))
    assert bot.answer(Turn("What did Councillor Cusworht say of the slipway?", without=frozenset([key]))).abstained
