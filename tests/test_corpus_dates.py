from datetime import date

import pytest

from corpus.dates import find_dates, find_years, opens_with_date


def only(text):
    [found] = find_dates(text)
    return found


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("Wednesday, 15th January, 2014", date(2014, 1, 15)),
        ("14 th January 2015", date(2015, 1, 14)),
        ("5TH DECEMBER, 2017 AT 5.00 P.M.", date(2017, 12, 5)),
        ("the 14th day of July 2015", date(2015, 7, 14)),
        ("March 13, 2025", date(2025, 3, 13)),
        ("15/01/14", date(2014, 1, 15)),
        ("13.12.2013", date(2013, 12, 13)),
        ("2014-02-04", date(2014, 2, 4)),
        ("MONDAY 4 MARCH 2O24", date(2024, 3, 4)),
        ("Tuesday, 10th Ocober, 2023", date(2023, 10, 10)),
    ],
)
def test_a_date_is_read_as_printed(printed, day):
    assert only(printed).whole == day


def test_numbers_alone_are_day_then_month():
    assert only("03/04/2019").whole == date(2019, 4, 3)


def test_a_day_that_no_month_has_is_no_date():
    assert find_dates("31 June 2020") == []


def test_a_day_without_a_year_has_none():
    found = only("MONDAY 6 NOVEMBER")
    assert found.whole is None
    assert found.in_year(2023) == date(2023, 11, 6)


def test_a_year_in_which_the_weekday_disagrees_does_not_fit():
    assert only("MONDAY 6 NOVEMBER").in_year(2024) is None


def test_a_misprinted_weekday_is_seen():
    assert not only("Tuesday 3 March 2021").weekday_agrees


def test_several_dates_come_in_the_order_printed():
    days = [found.whole for found in find_dates("held on 2 May 2019 (adjourned from 1 May 2019)")]
    assert days == [date(2019, 5, 2), date(2019, 5, 1)]


def test_a_planning_reference_is_no_date():
    assert find_dates("24/00117/FUL") == []


def test_years_stand_alone():
    assert find_years("in 2023, and £2024, and 2025/26") == [2023]


def test_a_line_that_opens_with_a_date_is_told():
    assert opens_with_date("5 December 2017 at 5 pm")
    assert not opens_with_date("5. The meeting of 5 December 2017")
