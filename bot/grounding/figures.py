"""Figures and dates of a text as values that can be compared: "£1.2m" and "£1.2 million" are one, "£14" and "14" are two."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from corpus.dates import MONTHS, find_dates
from index.types import Days

_FIGURE = re.compile(
    r"(?:(?P<currency>[£€$])\s?|(?<![\w.,]))(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)*)(?:st|nd|rd|th)?"
    r"(?:\s?(?P<unit>%|per\s?cent\b|percent\b|million\b|billion\b|thousand\b|bn\b|m\b|k\b))?"
    r"(?:\s(?P<named>pounds|euros?)\b)?",
    re.IGNORECASE,
)
_MONTH_YEAR = re.compile(rf"\b(?P<month>{'|'.join(MONTHS)})\W{{1,3}}(?P<year>(?:19|20)\d\d)\b", re.IGNORECASE)
_SCALES = {"thousand": 10**3, "k": 10**3, "million": 10**6, "m": 10**6, "billion": 10**9, "bn": 10**9}
_NAMED = {"pounds": "£", "euro": "€", "euros": "€"}
_NUMBERS = {
    word: n
    for n, word in enumerate(  # "one" is mostly a pronoun
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen twenty".split()
    )
    if word != "one"
}
_NUMBERS |= {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_NUMBER_WORD = re.compile(rf"\b(?:{'|'.join(_NUMBERS)})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with what it counts: `unit` is a currency's sign, "%" or ""."""

    value: str
    unit: str = ""


@dataclass(frozen=True, slots=True)
class PlacedFigure:
    """A figure and where it stands in a text."""

    figure: Figure
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class NamedDate:
    """A day, or a month of a year (`day` None); `year` is None where none is printed."""

    day: int | None
    month: int
    year: int | None

    def is_of(self, when: Days | None) -> bool:
        """Whether it names this day, where it is known, or its month, with its year."""
        if when is None or (self.month, self.year) != (when.first.month, when.first.year):
            return False
        return self.day is None or (when.day is not None and self.day == when.day.day)


@dataclass(frozen=True, slots=True)
class PlacedDate:
    """A date and where it stands in a text."""

    named: NamedDate
    start: int
    end: int


def figures(text: str) -> list[PlacedFigure]:
    """Every figure of a text in order, number words too; dates are not taken out of it."""
    found = [PlacedFigure(_figure(match), match.start(), match.end()) for match in _FIGURE.finditer(text)]
    taken = [(one.start, one.end) for one in found]
    found.extend(
        PlacedFigure(Figure(str(_NUMBERS[match[0].lower()])), match.start(), match.end())
        for match in _NUMBER_WORD.finditer(text)
        if not any(start <= match.start() < end for start, end in taken)
    )
    return sorted(found, key=lambda one: one.start)


def dates(text: str) -> list[PlacedDate]:
    """Every date of a text, and every month with its year, in order."""
    found = [PlacedDate(NamedDate(d.day, d.month, d.year), d.start, d.end) for d in find_dates(text)]
    taken = [(one.start, one.end) for one in found]
    for match in _MONTH_YEAR.finditer(text):
        if not any(start < match.end() and match.start() < end for start, end in taken):
            named = NamedDate(None, MONTHS.index(match["month"].lower()) + 1, int(match["year"]))
            found.append(PlacedDate(named, match.start(), match.end()))
    return sorted(found, key=lambda one: one.start)


def blank(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """A text with these spans replaced by as many spaces, so that what stands after keeps its place."""
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _figure(match: re.Match[str]) -> Figure:
    number, unit = match["number"].replace(",", ""), (match["unit"] or "").lower()
    named = (match["named"] or "").lower()
    try:
        value = f"{(Decimal(number) * _SCALES.get(unit, 1)).normalize():f}"
    except InvalidOperation:  # a paragraph's number: 6.3.3
        value = number
    percent = "%" if unit == "%" or unit.startswith("per") else ""
    return Figure(value, match["currency"] or _NAMED.get(named, "") or percent)
