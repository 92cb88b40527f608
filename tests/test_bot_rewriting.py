import pytest

from bot.query.rewriting import condense, leans
from bot.types import Turn


@pytest.mark.parametrize("text", ["And the year before?", "Who asked that?", "Did they agree?", "How many were loose?"])
def test_a_turn_that_leans_on_the_one_before_is_known(text):
    assert leans(text)


def test_a_turn_that_names_its_own_matter_stands_alone():
    assert not leans("What did the Harbour Committee resolve on Marl Channel dredging?")


def test_a_leaning_turn_takes_the_words_before_it_as_carried():
    question = condense(Turn("How much did it cost?", ("What was resolved on the Quay wall?",)))
    assert {"quai", "wall"} <= question.carried
    assert question.wants == "money"


def test_the_first_turn_stands_as_it_is():
    assert condense(Turn("How much did it cost?")).text == "How much did it cost?"


def test_leaning_turns_reach_back_to_the_one_that_stands_alone():
    history = ("What did Marta Oake say of the Marl Channel in 2031?", "And of the slipway?")
    assert condense(Turn("When was that?", history)).text.startswith("What did Marta Oake say")


def test_another_time_takes_the_place_of_the_earlier_one():
    question = condense(Turn("And in November 2030?", ("What was resolved on the Quay wall in March 2031?",)))
    assert question.text == "What was resolved on the Quay wall ? And in November 2030?"
    assert (question.wants, question.years, question.carried) == ("resolved", {"2030"}, frozenset())


def test_another_month_without_a_year_takes_the_place_of_the_earlier_one():
    question = condense(Turn("And in May?", ("What was resolved on the Quay wall in March?",)))
    assert "March" not in question.text
    assert "May" in question.text


def test_a_turn_of_nothing_but_the_business_of_meetings_asks_for_what_it_says():
    question = condense(Turn("So what did they resolve to do about it?", ("Why did the slipway get no grant?",)))
    assert question.wants == "resolved"
