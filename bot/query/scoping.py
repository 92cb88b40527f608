"""How far a paper fits the dates and numbers that a question names. It ranks; the reader's own filter cuts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from functools import lru_cache

from bot.query.terms import is_year
from corpus.dates import find_dates
from index.rows import fold_number
from index.scope import Period, Scope
from index.types import Days, Filter, HeldParagraph

NAMED_IN_TEXT = 0.7  # the words speak of the date, whenever they were said
MAY_BE_THEN = 0.7  # a meeting of the month, whose day is not printed
SOON_AFTER = 0.35  # a meeting soon after tells of it
SOON = timedelta(days=120)
YEAR = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Scoping:
    """What a question's scope makes of a paper."""

    scope: Scope
    asks_when: bool = False

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
    held, said = (NAMED_IN_TEXT, 1.0) if asks_when else (1.0, NAMED_IN_TEXT)
    of_meeting = held * _held_then(period, when) or (SOON_AFTER if _soon_after(period, when) else 0.0)
    return said if said > of_meeting and _speaks_of(period, when, text) else of_meeting


def within(allowed: Filter, period: Period) -> Filter:
    """The filter for what a reader allows that also falls in a period."""
    since = max(allowed.since, period.since) if allowed.since else period.since
    until = min(allowed.until, period.until) if allowed.until else period.until
    return replace(allowed, since=since, until=until)


def _held_then(period: Period, when: Days | None) -> float:
    """How surely a meeting was held in a period: from 0 to 1."""
    return 1.0 if period.holds(when) else MAY_BE_THEN if period.may_hold(when) else 0.0


def _soon_after(period: Period, when: Days | None) -> bool:
    return when is not None and period.until < when.first <= period.until + SOON


def _speaks_of(period: Period, when: Days | None, text: str) -> bool:
    """Whether a text names a day in the period, or the period in the question's own words."""
    if period.words and period.words.casefold() in text.casefold():
        return True
    days = (found.whole or (found.in_year(when.first.year) if when else None) for found in _dates(text))
    return any(map(period.holds, days)) or _names_month(period, when, text)


def _names_month(period: Period, when: Days | None, text: str) -> bool:
    """Whether a meeting of the year before speaks of the period's month by its name: "to the July meeting"."""
    if not period.of_a_meeting or when is None or not period.since - YEAR <= when.first <= period.until:
        return False
    after = text.split(f"{period.since:%B}")[1:]
    return any(not rest[:1].isalnum() and not is_year(rest.lstrip(", ")[:4]) for rest in after)


_dates = lru_cache(maxsize=10_000)(find_dates)
