"""Figures and dates of a text as values that can be compared: "£1.2m" and "£1.2 million" are one, "£14" and "14" are two."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from corpus.dates import MONTHS, find_dates
from corpus.lexicon import CARDINALS, ORDINALS, SCALES
from index.types import Days

_FIGURE = re.compile(
    r"(?:(?P<currency>[£€$])\s?|(?<![\w.]))"
    r"(?:(?P<years>(?:19|20)\d\d\s?[/–-]\s?(?:(?:19|20)\d\d|\d\d)(?!\d))|(?P<time>[012]?\d:[0-5]\d(?!\d))"
    r"|(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)*))(?:st|nd|rd|th)?"
    r"(?:\s?(?P<unit>%|per\s?cent\b|percent\b|million\b|billion\b|thousand\b|bn\b|m\b|k\b))?"
    r"(?:\s(?P<named>pounds|euros?)\b)?",
    re.IGNORECASE,
)
_MONTH_YEAR = re.compile(rf"\b(?P<month>{'|'.join(MONTHS)})\W{{1,3}}(?P<year>(?:19|20)\d\d)\b", re.IGNORECASE)
_LETTERS = re.compile(r"[a-z]+", re.IGNORECASE)
_SHORT_SCALES = {"k": 10**3, "m": 10**6, "bn": 10**9}
_NAMED = {"pounds": "£", "euro": "€", "euros": "€"}
_TENS = range(20, 100, 10)
_UNITS = range(1, 10)


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


def figures(text: str, *, ordinals: bool = False) -> list[PlacedFigure]:
    """Every figure of a text in order, number words too ("one" alone is mostly a pronoun); dates are not taken out of it.

    `ordinals` are told in words only where they are asked for: "third" is then 3; "first" is no figure.
    """
    found = [PlacedFigure(_figure(match), match.start(), match.end()) for match in _FIGURE.finditer(text)]
    taken = [(one.start, one.end) for one in found]
    found.extend(
        one
        for one in _in_words(text, {**CARDINALS, **ORDINALS} if ordinals else CARDINALS)
        if not any(start <= one.start < end for start, end in taken)
    )
    return sorted(found, key=lambda one: one.start)


def dates(text: str) -> list[PlacedDate]:
    """Every date of a text, and every month with its year, in order."""
    found = [
        PlacedDate(NamedDate(d.day, d.month, d.year), d.start, d.end)
        for d in find_dates(text)
        if text[d.start - 1 : d.start] not in ("£", "€", "$")
    ]
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


def undated(text: str) -> str:
    """A text with its dates blanked."""
    return blank(text, ((one.start, one.end) for one in dates(text)))


def _figure(match: re.Match[str]) -> Figure:
    if match["years"]:
        return Figure(f"{match['years'][:4]}/{match['years'][-2:]}")
    number, unit = (match["number"] or match["time"].replace(":", ".")).replace(",", ""), (match["unit"] or "").lower()
    named = (match["named"] or "").lower()
    try:
        value = f"{(Decimal(number) * SCALES.get(unit, _SHORT_SCALES.get(unit, 1))).normalize():f}"
    except InvalidOperation:  # a paragraph's number: 6.3.3
        value = number
    percent = "%" if unit == "%" or unit.startswith("per") else ""
    return Figure(value, match["currency"] or _NAMED.get(named, "") or percent)


def _in_words(text: str, known: Mapping[str, int]) -> list[PlacedFigure]:
    """The numbers that stand there in words: "twenty-four", "one hundred and six", "two million"."""
    found: list[PlacedFigure] = []
    run: list[re.Match[str]] = []
    for match in _LETTERS.finditer(text):
        word = match[0].lower()
        if run and not _goes_on([one[0].lower() for one in run], word, text[run[-1].end() : match.start()], known):
            found += _placed(run, known)
            run = []
        if word in known or (run and (word in SCALES or word == "and")):
            run.append(match)
    return found + _placed(run, known)


def _goes_on(run: Sequence[str], word: str, between: str, known: Mapping[str, int]) -> bool:
    """Whether a word goes on with the number that the words before it have begun."""
    if between.strip(" -"):
        return False
    if word in SCALES:
        return run[-1] != "and"
    if word == "and":
        return run[-1] in SCALES
    if run[-1] in SCALES or run[-1] == "and":
        return word in known
    return known[run[-1]] in _TENS and known.get(word) in _UNITS


def _placed(run: Sequence[re.Match[str]], known: Mapping[str, int]) -> list[PlacedFigure]:
    words = [match[0].lower() for match in run]
    if words and words[-1] == "and":
        run, words = run[:-1], words[:-1]
    if not words or words in (["one"], ["first"]):
        return []
    total = part = 0
    for word in words:
        if word in known:
            part += known[word]
        elif word == "hundred":
            part = max(part, 1) * SCALES[word]
        elif word in SCALES:
            total, part = total + max(part, 1) * SCALES[word], 0
    return [PlacedFigure(Figure(str(total + part)), run[0].start(), run[-1].end())]
