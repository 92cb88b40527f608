from datetime import date

import pytest
from held_papers import query

from bot.query.ambiguity import Several
from bot.query.parts import by_body, by_period
from index.periods import read_periods
from index.scope import Scope
from index.types import Days, Filter


def of(text, **known):
    return by_period(query(text, scope=Scope(periods=read_periods(text, [], date(2032, 1, 1))), **known))


def asked(text):
    return [part.query.text for part in of(text)]


def test_what_stands_beside_a_period_is_asked_of_it_alone_after_what_it_leans_on():
    text = "What limit was set for the jetty in January 2031, and how did the quote compare in May 2031?"
    assert asked(text) == [
        "What limit was set for the jetty in January 2031?",
        "What limit was set for the jetty, how did the quote compare in May 2031?",
    ]


def test_periods_in_a_row_share_what_is_asked():
    assert asked("Who was elected to the chair in 2029, 2030 and 2031?") == [
        "Who was elected to the chair in 2029?",
        "Who was elected to the chair in 2030?",
        "Who was elected to the chair in 2031?",
    ]


def test_a_bare_question_of_a_later_period_shares_what_is_asked_of_the_first():
    _, second = asked("What stood in the ferry fund in June 2030, and how much by July 2031?")
    assert second == "What stood in the ferry fund, and how much by July 2031?"


def test_words_between_two_periods_are_asked_of_both():
    assert asked("In June 2030 what did the ferry cost and in June 2031?") == [
        "In June 2030 what did the ferry cost?",
        "what did the ferry cost and in June 2031?",
    ]


def test_a_year_that_holds_the_other_periods_is_not_asked_of():
    named = of("How did the jetty's money go in 2031: the limit in January, the grant in March?")
    assert [part.name for part in named] == ["January", "March"]


def test_each_sentence_keeps_its_own_period():
    march, november = asked(
        "In March 2031 a sale of old buoys was planned. Where had the sale got to by that November?"
    )
    assert "got to" not in march
    assert "March" not in november


def test_each_part_wants_its_own_kind_of_thing():
    first, second = of("Who took on the towpath survey in May 2031, and when had the report come by July 2031?")
    assert (first.query.question.wants, second.query.question.wants) == ("who", "when")


def test_each_part_is_looked_for_in_its_own_period_as_far_as_the_reader_allows():
    allowed = Filter(since=date(2031, 1, 10))
    january, may = of("What was set in January 2031 and in May 2031?", allowed=allowed)
    assert (january.query.allowed.since, january.query.allowed.until) == (date(2031, 1, 10), date(2031, 1, 31))
    assert [period.words for period in may.query.scope.periods] == ["May 2031"]
    assert may.query.allowed.since == date(2031, 5, 1)


@pytest.mark.parametrize("text", ["What was resolved in May 2031?", "What was resolved on the weir?"])
def test_fewer_than_two_periods_make_no_parts(text):
    assert of(text) == []


def test_a_month_of_several_years_is_one_period():
    text = "What was resolved in March?"
    held = [date(2031, 3, 4), date(2032, 3, 2)]
    periods = read_periods(text, [Days.of(day) for day in held], date(2032, 6, 1))
    assert by_period(query(text, scope=Scope(periods=periods))) == []


def test_each_body_that_a_name_fits_is_asked_alone():
    fits = {"Health Board": frozenset({"Health Board"}), "Roads Board": frozenset({"Roads Board"})}
    scope = Scope(bodies=("Health Board", "Roads Board"))
    parts = by_body(query("What did the board say?", scope=scope), Several("the board", fits))
    assert [part.name for part in parts] == list(fits)
    assert [part.query.scope.bodies for part in parts] == [("Health Board",), ("Roads Board",)]
    assert parts[0].query.allowed.bodies == {"Health Board"}
    assert {part.query.text for part in parts} == {"What did the board say?"}
