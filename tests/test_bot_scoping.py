from datetime import date

import pytest

from bot.query.scoping import MAY_BE_THEN, NAMED_IN_TEXT, SOON_AFTER, Scoping, fit, within
from index.periods import Period
from index.scope import Scope
from index.types import Days, Filter

MARCH = Period(date(2031, 3, 1), date(2031, 3, 31), "March 2031", "month")


@pytest.mark.parametrize(
    ("when", "text", "fits"),
    [
        (Days.of(date(2031, 3, 4)), "", 1.0),
        (Days(date(2031, 2, 20), date(2031, 3, 5)), "", MAY_BE_THEN),
        (Days.of(date(2031, 5, 6)), "", SOON_AFTER),
        (Days.of(date(2031, 12, 2)), "", 0.0),
        (Days.of(date(2031, 12, 2)), "It was put off on 4 March 2031.", NAMED_IN_TEXT),
        (Days.of(date(2031, 1, 7)), "Back to the March meeting.", NAMED_IN_TEXT),
        (Days.of(date(2031, 1, 7)), "Back since March 2029.", 0.0),
        (None, "", 0.0),
    ],
)
def test_a_meeting_fits_a_period_by_its_day_or_by_what_is_said_of_days(when, text, fits):
    assert fit(MARCH, when, text) == fits


def test_where_it_is_asked_when_what_is_said_of_days_counts_before_the_meetings_own():
    held = Days.of(date(2031, 3, 4))
    assert fit(MARCH, held, "", asks_when=True) < fit(MARCH, held, "From March 2031.", asks_when=True)


def test_the_best_fitting_period_counts():
    earlier = Period(date(2030, 1, 1), date(2030, 12, 31), "2030", "year")
    scoping = Scoping(Scope(periods=(earlier, MARCH)))
    assert scoping.date_fit(Days.of(date(2031, 3, 4)), "") == 1.0
    assert scoping.of_meetings == (MARCH,)


def test_a_filter_is_only_ever_narrowed_by_a_period():
    allowed = Filter(since=date(2031, 3, 10), until=date(2032, 1, 1))
    assert within(allowed, MARCH) == Filter(since=date(2031, 3, 10), until=date(2031, 3, 31))
