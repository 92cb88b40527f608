"""The month of a meeting whose day its paper does not print, from what the paper itself says; None where it is in doubt.

A title or a file's name says "November Meeting", minutes are numbered "14/11/5", the text approves the minutes "of the last
meeting held on 7th October 2014" and says when the next one is. A made-up day would be worse than none: what is told is the
month alone, and that only where these together leave one month of one year.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from corpus.dates import find_dates, find_months, full_year

REACH = timedelta(days=200)
"""How far the meeting before or after may be off: bodies that meet at all regularly skip no half year."""
APART = timedelta(days=366)
"""How far the meetings before and after may be from each other where both are named."""
_FEWEST_NUMBERS = 4  # numbers "14/11/1", "14/11/2" ... that make a series
_MOST_OF_THEM = 0.7  # of what looks like such numbers: dates in figures look so too
_BEFORE = 110  # characters before a date that say what it is of
_TITLE_LINES, _TITLE_CHARS = 6, 100  # of an opening, in which a title may stand

_MEETING = re.compile(r"\b(?:meeting|minutes|agenda)\b(?!.*\b(?:next|last|previous|future)\b)", re.IGNORECASE)
_BARE_MONTH = re.compile(r"\W*[A-Za-z]{3,9}\W{1,3}20\d\d\W*")

_LAST = re.compile(
    r"\bminutes\s+(?:of|from|for)\b(?:(?!\bnext\b)[^.;]){0,70}$|\bminutes\W+(?:(?!\bnext\b)[^.;]){0,40}\bheld\s+on\b\W*$"
    r"|\b(?:last|previous|preceding)\s+(?:[\w’'-]+\s+){0,2}meetings?\b[^.;]{0,40}$",
    re.IGNORECASE,
)
_NEXT = re.compile(
    r"\b(?:next|following|future)\s+(?:[\w’'-]+\s+){0,4}meetings?\b[^.;]{0,60}$|\bmeets?\s+next\b[^.;]{0,30}$",
    re.IGNORECASE,
)
_YEARLY = re.compile(r"\b(?:annual|agm|a\.g\.m|yearly)\b", re.IGNORECASE)
_OF_LAST_MONTH = re.compile(
    r"\bminutes (?:of|from|for) (?:the )?(?:last |previous )?(?P<month>[a-z]{3,9})(?:\s+20\d\d)? (?:[\w’'-]+ ){0,2}meeting\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?<![\d/.-])(?P<year>(?:20)?\d\d)/(?P<month>0?[1-9]|1[0-2])/(?P<item>\d{1,3})(?![\d/])")


@dataclass(frozen=True, slots=True)
class Bounds:
    """The latest of the earlier meetings, and the earliest of the later ones, that a paper names with their dates.

    `yearly` says that the earlier one is named as an annual meeting: it may lie a year back.
    """

    after: date | None
    before: date | None
    yearly: bool = False

    @property
    def near_years(self) -> set[int]:
        """The years of the meetings named, and those beside them."""
        return {year for day in self._known for year in range(day.year - 1, day.year + 2)}

    @property
    def _known(self) -> list[date]:
        return [day for day in (self.after, self.before) if day]

    def leave(self, day: date) -> bool:
        """Whether a meeting may have been held on this day, by what is named; False where nothing is."""
        near = (self.after is None or self.after < day <= self.after + REACH) and (
            self.before is None or self.before - REACH <= day < self.before
        )
        return near and (self.after is not None or self.before is not None) and not self.yearly

    def year_of(self, month: int) -> int | None:
        """The one year in which a meeting of this month lies between them; None where there is none, or it is in doubt."""
        if any(day.month == month for day in self._known):
            return None  # the title may speak of that meeting
        fits = [year for year in self.near_years if self._between(date(year, month, 1))]
        return fits[0] if len(fits) == 1 else None

    def _between(self, first: date) -> bool:
        if self.after and self.before:
            return self.after < first < self.before <= self.after + APART
        if self.after:
            return not self.yearly and self.after < first <= self.after + REACH
        return self.before is not None and self.before - REACH <= first < self.before

    def deny(self, first: date) -> bool:
        """Whether a whole month, by its first day, lies outside them."""
        last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
        return bool((self.after and last <= self.after) or (self.before and first >= self.before))


def find_month(head: Sequence[str], texts: Sequence[str], titles: Sequence[str]) -> date | None:
    """The first day of the month in which a meeting was held.

    `head` is the paper's opening and `texts` what follows; `titles` are what the paper is called besides: its title, its
    file's name.
    """
    titles = [*titles, *_titles_in(head)]
    bounds, told = find_bounds([*head, *texts]), _told(titles)
    bounds = replace(bounds, yearly=bounds.yearly or any(map(_YEARLY.search, titles)))
    if told == (0, None):  # its titles name different months
        return None
    month, year = told or (0, None)
    if month in _months_before(texts):
        return None
    printed = date(year, month, 1) if year and month else None
    if printed:
        return None if bounds.deny(printed) else printed
    found = {first for first in (_placed(month, bounds), _numbered([*head, *texts], bounds)) if first}
    return found.pop() if len(found) == 1 else None


def find_bounds(texts: Sequence[str]) -> Bounds:
    """The meetings before and after that a paper names. A date whose weekday disagrees is a misprint, and says nothing."""
    earlier: list[tuple[date, bool]] = []
    later: list[date] = []
    for text in texts:
        for found in find_dates(text):
            day, before = found.whole, text[max(0, found.start - _BEFORE) : found.start]
            if day is None or not found.weekday_agrees:
                continue
            if _NEXT.search(before):
                later.append(day)
            elif _LAST.search(before):
                earlier.append((day, bool(_YEARLY.search(before))))
    after, yearly = max(earlier, default=(None, False))
    later = [day for day in later if after is None or day > after]
    return Bounds(after, min(later, default=None), yearly)


def _titles_in(head: Sequence[str]) -> list[str]:
    """The lines of an opening that a title could be: "November Meeting", "November 2014"."""
    short = [text for text in head[:_TITLE_LINES] if len(text) < _TITLE_CHARS and not find_dates(text)]
    return [text for text in short if _MEETING.search(text) or _BARE_MONTH.fullmatch(text)]


def _told(titles: Sequence[str]) -> tuple[int, int | None] | None:
    """The month that the titles name, with its year where one is printed; (0, None) where they name several."""
    named = [one for title in titles for one in find_months(re.sub(r"_", " ", title))]
    if not named:
        return None
    months, years = {one.month for one in named}, {one.year for one in named if one.year}
    if len(months) > 1 or len(years) > 1:
        return 0, None
    return months.pop(), years.pop() if years else None


def _months_before(texts: Sequence[str]) -> set[int]:
    """The months of earlier meetings whose minutes are approved by the month's name alone: "minutes of the October meeting"."""
    matches = (match for text in texts for match in _OF_LAST_MONTH.finditer(text))
    return {one.month for match in matches for one in find_months(match["month"].capitalize())}


def _placed(month: int, bounds: Bounds) -> date | None:
    year = bounds.year_of(month) if month else None
    return date(year, month, 1) if year else None


def _numbered(texts: Sequence[str], bounds: Bounds) -> date | None:
    """The month that the minutes' numbers say ("14/11/5" is the fifth of November 2014), where the bounds bear it out."""
    series: dict[tuple[int, int], set[str]] = {}
    every: Counter[tuple[int, int]] = Counter()
    for year, month, item in _numbers(texts):
        series.setdefault((year, month), set()).add(item)
        every[year, month] += 1
    if not every:
        return None
    (year, month), count = every.most_common(1)[0]
    if len(series[year, month]) < _FEWEST_NUMBERS or count < _MOST_OF_THEM * every.total():
        return None
    return date(year, month, 1) if bounds.year_of(month) == year else None


def _numbers(texts: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    for text in texts:
        for match in _NUMBER.finditer(text):
            yield full_year(match["year"]), int(match["month"]), match["item"].lstrip("0")
