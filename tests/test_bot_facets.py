from datetime import date

from bot.query import facets
from bot.query.question import read
from index.periods import read_periods


def of(text):
    question = read(text)
    return facets.read(question, read_periods(text, [], date(2032, 1, 1)))


def test_the_words_beside_a_period_are_asked_of_it_alone():
    january, may = of("What limit was set for the jetty in January 2031, and how did the quote compare in May 2031?")
    assert "limit" in january.own
    assert "compar" in may.own
    assert "limit" not in may.own
    assert "jetti" in may.lent


def test_periods_in_a_row_share_what_is_asked():
    first, second, third = of("Who was elected to the chair in 2029, 2030 and 2031?")
    assert first.own == second.own == third.own


def test_a_bare_question_of_a_later_period_shares_what_is_asked_of_the_first():
    first, second = of("What stood in the ferry fund in June 2030, and how much by July 2031?")
    assert {"ferri", "fund"} <= second.own
    assert first.own == second.own


def test_a_year_that_holds_the_other_periods_is_not_asked_of():
    asked = of("How did the jetty's money go in 2031: the limit in January, the grant in March?")
    assert [facet.period.words for facet in asked] == ["January", "March"]


def test_each_sentence_keeps_its_own_period():
    march, november = of("In March 2031 a sale of old buoys was planned. Where had the sale got to by that November?")
    assert "buoi" in march.own
    assert "buoi" not in november.own
    assert "sale" in november.own


def test_each_clause_wants_its_own_kind_of_thing():
    first, second = of("Who took on the towpath survey in May 2031, and when had the report come by July 2031?")
    assert first.wants == "who"
    assert second.wants == "when"


def test_one_period_is_no_facet():
    assert of("What was resolved in May 2031?") == ()
