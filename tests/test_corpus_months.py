"""Minutes that print no whole date, all of councils that do not exist: the month where they leave one, and no made-up day."""

from datetime import date

import pytest
from corpus_papers import made

from corpus.months import find_month

LAST = "Minutes of the last meeting held on 7th October 2031 were adopted as a true statement."
NEXT = "Date of next meeting: confirmed as Tuesday 2nd December 2031 at 7.30pm in the Village Hall."


def held(texts, *titles, head=()):
    return find_month(head, texts, titles)


def test_a_month_in_the_title_between_the_last_meeting_and_the_next_is_that_of_one_year():
    assert held([LAST, NEXT], "Orren PC - November Meeting") == date(2031, 11, 1)


def test_one_of_the_two_meetings_is_enough():
    assert held([LAST], "November Meeting") == date(2031, 11, 1)
    assert held([NEXT], "November Meeting") == date(2031, 11, 1)


def test_a_month_of_no_year_is_not_guessed():
    assert held(["The clerk reported on the hedge."], "November Meeting") is None


def test_a_year_beside_the_month_in_the_title_is_enough():
    assert held(["The clerk reported on the hedge."], "Minutes November 2031") == date(2031, 11, 1)


def test_a_year_in_the_title_that_the_meetings_named_deny_is_in_doubt():
    assert held([LAST, NEXT], "Minutes November 2030") is None


def test_titles_that_name_two_months_leave_it_in_doubt():
    assert held([LAST, NEXT], "October and November Meetings") is None
    assert held([LAST, NEXT], "November Meeting", "minutes-october") is None


@pytest.mark.parametrize("title", ["October Meeting", "December Meeting"])
def test_a_title_may_speak_of_the_meeting_before_or_after(title):
    assert held([LAST, NEXT], title) is None


def test_a_meeting_far_from_both_is_in_doubt():
    assert held([LAST], "August Meeting") is None
    assert held([LAST, NEXT], "March Meeting") is None


def test_the_last_annual_meeting_lies_a_year_back_and_places_nothing():
    assert held(["Minutes of the Annual Parish Meeting held on 12 May 2031 were approved."], "June Meeting") is None
    assert held(["Minutes of the last meeting held on 20 April 2031."], "Annual Parish Meeting May") is None


def test_a_misprinted_day_of_the_week_places_nothing():
    texts = [LAST, "Next meeting to be held on Tuesday 2nd December 2030."]
    assert held(texts, "November Meeting") == date(2031, 11, 1)
    assert held(texts[1:], "November Meeting") is None


def test_minutes_of_the_month_before_by_its_name_alone_deny_the_title():
    assert (
        held(["MINUTES OF THE JUNE MEETING were moved as correct.", "The hedge was cut."], "June Minutes 2031") is None
    )


def test_the_earliest_of_the_meetings_to_come_bounds_it():
    later = "Dates of future meetings: 2 December 2031, 6 January 2032."
    assert held([LAST, later], "November Meeting") == date(2031, 11, 1)


def test_numbers_of_year_month_and_item_tell_the_month_where_the_meetings_bear_them_out():
    numbered = [f"31/11/{n} Item {n}" for n in range(1, 6)]
    assert held([*numbered, LAST, NEXT], "AGM") == date(2031, 11, 1)
    assert held(numbered, "Minutes") is None
    assert held([*(f"30/09/{n} Item" for n in range(1, 6)), LAST, NEXT], "Minutes") is None


def test_dates_of_a_list_of_payments_are_no_numbers_of_items():
    paid = [f"0{n}/11/31 Orren Hedges £{n}0.00" for n in range(1, 9)]
    assert held([*paid, LAST, NEXT], "Minutes") is None


def test_a_title_and_numbers_that_disagree_leave_it_in_doubt():
    numbered = [f"31/11/{n} Item {n}" for n in range(1, 6)]
    far = "Next meeting on 3 February 2032."
    assert held([*numbered, LAST, far], "January Meeting") is None


def test_may_and_march_in_small_letters_are_words():
    assert held([NEXT.replace("December", "July")], "How you may speak at the Parish meeting") is None


def test_minutes_of_a_month_have_a_month_and_no_date():
    paper = made(
        f"Present: A Reed, B Stone||1. Minutes|{LAST}||2. Hedge|It was cut.",
        title="Orren Parish Council November Meeting",
    )
    assert (paper.date, paper.month, paper.body) == (None, date(2031, 11, 1), "Orren Parish Council")


def test_a_report_that_names_a_month_is_of_no_meeting_by_that():
    paper = made(f"Report to Cabinet||Budget monitoring November 2031||1. Purpose|{LAST}")
    assert (paper.date, paper.month) == (None, None)


def test_a_paper_with_its_date_has_no_month_besides():
    paper = made(f"Minutes of the Roads Panel held on 4 November 2031||Present: A Reed||1. Minutes|{LAST}")
    assert (paper.date, paper.month) == (date(2031, 11, 4), None)
