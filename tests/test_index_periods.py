from datetime import date

import pytest

from index.periods import read_periods
from index.types import Days

TODAY = date(2033, 6, 15)
MEETINGS = [
    Days.of(date(2030, 1, 15)),
    Days.of(date(2030, 10, 9)),
    Days.of(date(2030, 11, 13)),
    Days.of(date(2031, 1, 8)),
    Days.of(date(2031, 3, 4)),
    Days.of(date(2033, 5, 10)),
]


def spans(question, meetings=MEETINGS):
    return [(p.since.isoformat(), p.until.isoformat(), p.exact) for p in read_periods(question, meetings, TODAY)]


@pytest.mark.parametrize(
    "words",
    [
        "15 January 2030",
        "15th January, 2030",
        "Tuesday 15 January 2030",
        "15/01/2030",
        "2030-01-15",
        "January 15, 2030",
    ],
)
def test_a_day_is_read_in_every_form(words):
    assert spans(f"What was agreed on {words}?") == [("2030-01-15", "2030-01-15", "day")]


@pytest.mark.parametrize("words", ["January 2030", "Jan 2030", "january of 2030", "early January 2030"])
def test_a_month_is_read_in_every_form(words):
    assert spans(f"What was agreed in {words}?") == [("2030-01-01", "2030-01-31", "month")]


def test_a_month_tells_the_meetings_held_in_it():
    assert read_periods("in January 2030?", MEETINGS, TODAY)[0].meetings == (Days.of(date(2030, 1, 15)),)


@pytest.mark.parametrize("words", ["2030/31", "2030-31", "2030/2031", "2030–31"])
def test_a_municipal_year_runs_from_april_to_the_may_after(words):
    assert spans(f"What was spent in {words}?") == [("2030-04-01", "2031-05-31", "year")]


def test_two_years_that_do_not_follow_are_no_municipal_year():
    assert spans("plans for 2030/40") == []


def test_a_year_stands_alone():
    assert spans("What was agreed in 2030?") == [("2030-01-01", "2030-12-31", "year")]


@pytest.mark.parametrize("words", ["£2030", "2030 homes", "2,030 pupils", "paragraph 1.2030"])
def test_a_sum_or_a_count_is_no_year(words):
    assert spans(f"What of {words}?") == []


def test_months_without_a_year_follow_the_one_before():
    question = "It failed in September 2030. What was said in October, and then in January?"
    assert [since for since, _, _ in spans(question)] == ["2030-09-01", "2030-10-01", "2031-01-01"]


def test_months_without_a_year_take_the_year_that_follows_at_once():
    assert [since for since, _, _ in spans("in October and November 2030")] == ["2030-10-01", "2030-11-01"]


def test_a_list_of_months_takes_the_year_at_its_end():
    wanted = ["2030-02-01", "2030-05-01", "2030-08-01"]
    assert [since for since, _, _ in spans("the February, May and August 2030 meetings")] == wanted
    assert [since for since, _, _ in spans("in February, in May and in the August of 2030")] == wanted


def test_a_month_without_any_year_is_that_of_every_meeting_held_in_it():
    assert [since for since, _, _ in spans("What came of it in January?")] == ["2030-01-01", "2031-01-01"]


@pytest.mark.parametrize(
    "question", ["May I ask who chairs?", "It may be late", "Did they march?", "What may be done?"]
)
def test_may_and_march_are_words_too(question):
    assert spans(question) == []


def test_may_and_march_are_months_where_they_are_used_so():
    assert spans("What was said in May?") == [("2033-05-01", "2033-05-31", "month")]
    assert spans("Who came to the March meeting?") == [("2031-03-01", "2031-03-31", "month")]


def test_a_weekday_settles_the_year_of_a_day():
    assert spans("on Wednesday 8 January") == [("2031-01-08", "2031-01-08", "day")]


def test_from_and_to_are_one_period():
    assert spans("between March 2030 and June 2031") == [("2030-03-01", "2031-06-30", "open")]
    assert spans("from January to March 2031") == [("2031-01-01", "2031-03-31", "open")]


def test_since_and_before_are_open():
    assert spans("since March 2030") == [("2030-03-01", "9999-12-31", "open")]
    assert spans("before 2031") == [("0001-01-01", "2031-12-31", "open")]


def test_a_season_is_three_months():
    assert spans("in winter 2030") == [("2030-12-01", "2031-02-28", "season")]


def test_last_year_is_seen_from_today():
    assert spans("What was agreed last year?") == [("2032-01-01", "2032-12-31", "year")]
    assert spans("and last month?") == [("2033-05-01", "2033-05-31", "month")]


@pytest.mark.parametrize(
    "words", ["the last meeting", "our most recent harbour committee meeting", "the previous minutes"]
)
def test_the_last_meeting_is_the_latest_held(words):
    assert spans(f"What was said at {words}?") == [("2033-05-10", "2033-05-10", "day")]


def test_the_last_meeting_is_none_to_come():
    assert spans("the last meeting", [*MEETINGS, Days.of(date(2034, 1, 1))]) == [("2033-05-10", "2033-05-10", "day")]


def test_a_question_without_a_date_names_no_period():
    assert spans("Who sits on the panel of 12 members?") == []


def test_the_month_after_is_that_after_the_month_named_before():
    assert spans("valued in November 2030, and sold for what the month after?")[1] == (
        "2030-12-01",
        "2030-12-31",
        "month",
    )
    assert spans("agreed in December 2030 and done the following month")[1] == ("2031-01-01", "2031-01-31", "month")
    assert spans("agreed in January 2030, moved the month before")[1] == ("2029-12-01", "2029-12-31", "month")


def test_the_month_after_something_is_no_month():
    assert spans("agreed in November 2030, the month after the flood") == [("2030-11-01", "2030-11-30", "month")]
    assert spans("What was agreed the month after?") == []


NOVEMBER = Days.of_month(date(2032, 11, 1))


def test_a_meeting_of_a_month_is_one_of_that_month_and_of_no_other_and_may_be_of_a_day_in_it():
    held = [*MEETINGS, NOVEMBER]
    november, day, december = (
        read_periods(words, held, TODAY)[0] for words in ("in November 2032", "on 9 November 2032", "in December 2032")
    )
    assert (november.holds(NOVEMBER), day.holds(NOVEMBER)) == (True, False)
    assert (day.may_hold(NOVEMBER), december.may_hold(NOVEMBER)) == (True, False)
    assert (november.meetings, day.meetings, december.meetings) == ((NOVEMBER,), (NOVEMBER,), ())


def test_a_month_without_a_year_is_that_of_a_meeting_whose_day_is_not_known():
    assert spans("in November?", [NOVEMBER]) == [("2032-11-01", "2032-11-30", "month")]


def test_the_last_meeting_is_a_month_where_its_day_is_not_known():
    assert spans("the last meeting", [NOVEMBER]) == [("2032-11-01", "2032-11-30", "month")]
