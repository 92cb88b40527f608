"""How far a paper fits the bodies, dates and numbers that a question names. It ranks; the reader's own filter cuts."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import lru_cache

from corpus.dates import find_dates
from index.rows import fold_number
from index.scope import Period, Scope
from index.types import Days, Filter, HeldParagraph

# Added to a window's coverage (0 to 1) for what it fits.
DATE_BONUS = 0.30
BODY_BONUS = 0.12
NUMBER_BONUS = 0.40
NAMED_IN_TEXT = 0.7  # of DATE_BONUS: the words speak of the date, whenever they were said
MAY_BE_THEN = 0.7  # of DATE_BONUS: a meeting of the month, whose day is not printed
SOON_AFTER = 0.35  # of DATE_BONUS: a meeting soon after tells of it
SOON = timedelta(days=120)
YEAR = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Scoping:
    """What a question's scope makes of a paper."""

    scope: Scope
    asks_when: bool = False

    def place_bonus(self, paragraph: HeldParagraph) -> float:
        """What a window that begins in this paragraph earns by its body and its printed number."""
        earned = BODY_BONUS if self.scope.names(paragraph.paper) else 0.0
        return earned + (NUMBER_BONUS if self.numbered(paragraph) else 0.0)

    def date_bonus(self, when: Days | None, text: str) -> float:
        """What a window of this meeting that has this text earns by its dates."""
        return DATE_BONUS * self.date_fit(when, text)

    def date_bounds(self, when: Days | None) -> tuple[float, float]:
        """The least and the most that a window of this meeting may earn by its dates, whatever its text."""
        least = max((_fit_of(period, when, asks_when=self.asks_when) for period in self.scope.periods), default=0.0)
        most = max(least, _said(asks_when=self.asks_when)) if self.scope.periods else 0.0
        return DATE_BONUS * least, DATE_BONUS * most

    def numbered(self, paragraph: HeldParagraph) -> bool:
        """Whether a paragraph stands under every printed number that the question names."""
        if not self.scope.numbers:
            return False
        label = {fold_number(part) for part in paragraph.label}
        return label >= {fold_number(named.number) for named in self.scope.numbers}

    def held_then(self, when: Days | None) -> bool:
        """Whether a meeting held on one of these days falls into a period that the question names."""
        return any(period.holds(when) for period in self.scope.periods)

    def may_be_of(self, when: Days | None) -> bool:
        """Whether papers of a meeting held on one of these days may be those of the meetings that the question names by day or month."""
        return when is None or not self.of_meetings or any(period.may_hold(when) for period in self.of_meetings)

    @property
    def of_meetings(self) -> tuple[Period, ...]:
        """The days and months that the question names."""
        return tuple(period for period in self.scope.periods if period.of_a_meeting)

    def facets(self) -> tuple[Period, ...]:
        """The periods that an answer must speak to one by one: all, where the question names several; else none."""
        return self.scope.periods if len(self.scope.periods) > 1 else ()

    def date_fit(self, when: Days | None, text: str) -> float:
        """How well a date, or what is said of dates, fits the question's best fitting period: from 0 to 1."""
        return max((fit(period, when, text, asks_when=self.asks_when) for period in self.scope.periods), default=0.0)


def fit(period: Period, when: Days | None, text: str, *, asks_when: bool = False) -> float:
    """How well a meeting's date, or what is said of dates, fits a period: from 0 to 1.

    Where the question asks when, what is said of dates counts before the meeting's own date.
    """
    held, said = _fit_of(period, when, asks_when=asks_when), _said(asks_when=asks_when)
    return said if said > held and _speaks_of(period, when, text) else held


def _said(*, asks_when: bool) -> float:
    """How well words fit a period that they speak of."""
    return 1.0 if asks_when else NAMED_IN_TEXT


def _fit_of(period: Period, when: Days | None, *, asks_when: bool) -> float:
    """How well a meeting's date fits a period, whatever was said."""
    held = NAMED_IN_TEXT if asks_when else 1.0
    if period.holds(when):
        return held
    if period.may_hold(when):
        return MAY_BE_THEN * held
    return SOON_AFTER if when and period.until < when.first <= period.until + SOON else 0.0


def _speaks_of(period: Period, when: Days | None, text: str) -> bool:
    """Whether a text names a day in the period, or the period in the question's own words."""
    if period.words and period.words.casefold() in text.casefold():
        return True
    for found in _dates(text):
        day = found.whole or (found.in_year(when.first.year) if when else None)
        if period.holds(day):
            return True
    return _names_month(period, when, text)


def _names_month(period: Period, when: Days | None, text: str) -> bool:
    """Whether a meeting of the year before speaks of the period's month by its name: "to the July meeting"."""
    if not period.of_a_meeting or when is None or not period.since - YEAR <= when.first <= period.until:
        return False
    month = f"{period.since:%B}"
    return month in text and re.search(rf"{month}\b(?!,? (?:19|20)\d\d)", text) is not None


_dates = lru_cache(maxsize=10_000)(find_dates)


def within(allowed: Filter, period: Period) -> Filter:
    """The filter for what a reader allows that also falls in a period."""
    since = max(allowed.since, period.since) if allowed.since else period.since
    until = min(allowed.until, period.until) if allowed.until else period.until
    return replace(allowed, since=since, until=until)
