"""A comparison as a small table: a row for each meeting or body, its figure where there is just one, and the words quoted.

Nothing in it is worked out: every cell is a date, a body or a figure that a paper prints, or the words quoted. A difference is
left to the reader, since two figures of one kind need not be counted in one way.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

from bot.grounding.figures import blank, dates, figures
from bot.query.question import Wants
from bot.query.terms import stems
from bot.reading.lexical import Asked, Window
from bot.reading.selection import compose_text
from bot.rendering.attributions import as_what
from bot.rendering.days import written
from bot.rendering.table import as_markdown
from bot.types import Citation
from index.types import Days

FEWEST = 2  # rows that can be compared
COUNTED_WITHIN = 4  # words after a number in which the thing that it counts stands
FIGURE, WORDS, WHEN = "Figure", "The papers’ words", "When"

_COMPARES = re.compile(
    r"\bchang(?:e[ds]?|ing)\b|\bcompar\w*\b|\bdiffer\w*\b|\bversus\b|\bvs?\.?\s|\b(?:rise|rose|risen|fall|fell|fallen|grow|grew|grown|"
    r"gone (?:up|down)|went (?:up|down)|go(?:es)? (?:up|down)|moved?|shift(?:s|ed)?|varied|dropped|increased?|decreased?)\b|"
    r"\b(?:more|fewer|less|bigger|smaller|higher|lower|larger|better|worse|longer|shorter) (?:\w+ ){0,4}?than\b|\bover time\b|"
    r"\byear (?:by|on) year\b|\b(?:each|every|by) year\b|\bmonth by month\b|\btrends?\b|\bfrom one \w+ to the next\b",
    re.IGNORECASE,
)
_BODIES_APART = re.compile(
    r"\bcompar\w*\b|\bdiffer\w*\b|\bversus\b|\bvs?\.?\s|\bthan\b|\bon the other hand\b", re.IGNORECASE
)
_COUNTS = frozenset({"money", "share", "quantity"})
_UNIT_OF: dict[Wants, str] = {"money": "£", "share": "%"}  # how many may be told in any
_CURRENCIES = ("£", "€", "$")
# Figures that number a thing, or tell the time of it, and count nothing.
_NUMBERS_BEFORE = re.compile(
    r"(?:\b(?:minutes?|items?|paragraphs?|paras?|clauses?|sections?|appendix|quarters?|nos?|number|phase|stage|table|page|ward|unit|"
    r"class|band|grade|zone|route|objective|priority|option|schedule|part|version|figure|form|room|aged?|plot|lot)\.?\s?|[#/–-])$",
    re.IGNORECASE,
)
_NUMBERS_AFTER = re.compile(r"^(?:\s?(?:am|pm|a\.m|p\.m|hrs|o’clock)\b|[/)–-]\s?\d|\)|[.)]\s|(?:st|nd|rd|th)\b)")
_YEAR = re.compile(r"(?:19|20)\d\d")


Quoted = tuple[Window, Citation]


@dataclass(frozen=True, slots=True)
class _Row:
    """Whose words they are and of when, as what they were said, and the words with their references."""

    body: str
    days: Days | None
    what: str
    quoted: tuple[Quoted, ...]


@dataclass(frozen=True, slots=True)
class _Figure:
    """A figure as it is printed, its unit ("£", "%", ""), and the words after it where it is in digits."""

    printed: str
    unit: str
    after: str


def told(asked: Asked, windows: Sequence[Window], citations: Sequence[Citation]) -> str:
    """The quotations that a question compares as a table, and under it the others as they are always told.

    "" where it compares nothing, or where no two quotations can be set side by side.
    """
    quoted = list(zip(windows, citations, strict=True))
    if any(window.order or "|" in window.text for window in windows):
        return ""
    unit, beside = _of_bodies(asked, quoted) or _of_times(asked, quoted) or ("", [])
    rows = _rows(beside)
    if len(rows) < FEWEST:
        return ""
    figure = [_figure_of(row, unit) for row in rows]
    shown = sum(map(bool, figure)) >= FEWEST
    cells = [_cells(row, one if shown else None, rows) for row, one in zip(rows, figure, strict=True)]
    table = as_markdown([_head(rows, shown=shown), *cells])
    others = [one for one in quoted if one not in beside]
    under = compose_text([window for window, _ in others], [citation for _, citation in others])
    return "\n\n".join(filter(None, [table, under]))


def _of_bodies(asked: Asked, quoted: Sequence[Quoted]) -> tuple[str, list[Quoted]] | None:
    """What several bodies that are named said, where they are to be set side by side."""
    if not _BODIES_APART.search(asked.question.text):
        return None
    of = [one for one in quoted if one[0].paragraphs[0].paper.body in asked.scoping.scope.bodies]
    return ("", of) if len({citation.body for _, citation in of}) >= FEWEST else None


def _of_times(asked: Asked, quoted: Sequence[Quoted]) -> tuple[str, list[Quoted]] | None:
    """The figures of several meetings that are to be set side by side, with their unit: those that speak of one thing alone."""
    several, wants = len(asked.scoping.facets()) >= FEWEST, asked.question.wants
    if not (several and wants in _COUNTS) and not _COMPARES.search(asked.question.text):
        return None
    dated = [one for one in quoted if one[1].days]
    units = {figure.unit for window, _ in dated for figure in _figures(window.text)}
    best: tuple[str, list[Quoted]] = ("", [])
    for unit, thing in product(sorted(units), sorted(_things(asked))):
        # Where periods are named, each is quoted for what is asked of it; a sum or share of it needs not name the thing again.
        beside = [
            (window, citation)
            for window, citation in dated
            if ((several and unit) or thing in window.own) and _bears(asked, window.text, unit)
        ]
        if len(beside) > len(best[1]) and len({citation.days for _, citation in beside}) >= FEWEST:
            best = unit, beside
    return best if best[1] else None


def _things(asked: Asked) -> set[str]:
    """The stems of what a question is about, the bodies that it names apart."""
    bodies = asked.question.bodies.union(*map(stems, asked.scoping.scope.bodies))
    return {word.stem for word in asked.question.telling} - bodies


def _rows(quoted: Sequence[Quoted]) -> list[_Row]:
    """A row for each body, day and kind of words, the oldest first."""
    rows: dict[tuple[str, Days | None, str], _Row] = {}
    for window, citation in quoted:
        key = citation.body or citation.title or citation.file, citation.days, as_what(window)
        before = rows.get(key, _Row(*key, ()))
        rows[key] = _Row(*key, (*before.quoted, (window, citation)))
    undated = [row for row in rows.values() if row.days is None]
    return (
        sorted((row for row in rows.values() if row.days), key=lambda row: str(row.days and row.days.first)) + undated
    )


def _head(rows: Sequence[_Row], *, shown: bool) -> list[str]:
    """The names of the columns: the body, where all is of one."""
    bodies = sorted({row.body for row in rows})
    return [bodies[0] if len(bodies) == 1 else WHEN, *([FIGURE] if shown else []), WORDS]


def _cells(row: _Row, figure: str | None, rows: Sequence[_Row]) -> list[str]:
    """The cells of a row; `figure` is None where the table has no column for it."""
    of = "" if len({one.body for one in rows}) == 1 else row.body
    first = ", ".join(filter(None, [written(row.days) or "undated", of, row.what]))
    words = " ".join(f"“{' '.join(citation.quote.split())}” [{citation.n}]" for _, citation in row.quoted)
    return [first, *([figure] if figure is not None else []), words]


def _figure_of(row: _Row, unit: str) -> str:
    """The figure of a row as it is printed, where no other with its unit stands in the words quoted; else ""."""
    found = [one.printed for window, _ in row.quoted for one in _figures(window.text) if one.unit == unit]
    return found[0] if len(found) == 1 else ""


def _bears(asked: Asked, quote: str, unit: str) -> bool:
    """Whether words hold a figure with this unit that may answer; a bare number must count the thing asked about: "187 homes"."""
    wants, things, given = asked.question.wants, _things(asked), asked.question.numbers
    if _UNIT_OF.get(wants, unit) != unit and not (wants == "money" and unit in _CURRENCIES):
        return False
    return any(
        one.unit == unit and not given & stems(one.printed) and (unit or things & stems(one.after))
        for one in _figures(quote)
    )


def _figures(quote: str) -> list[_Figure]:
    """The figures in words quoted, without dates, years, times, and numbers that things go by."""
    text = blank(quote, ((one.start, one.end) for one in dates(quote)))
    found = []
    for one in figures(text):
        printed, unit, after = text[one.start : one.end].strip(), one.figure.unit, text[one.end :]
        numbers = _NUMBERS_BEFORE.search(text[: one.start]) or _NUMBERS_AFTER.match(after)
        ordinal = printed[-2:] in ("st", "nd", "rd", "th")
        if unit in _CURRENCIES or not (numbers or ordinal or _YEAR.fullmatch(printed)):
            found.append(
                _Figure(printed, unit, " ".join(after.split()[:COUNTED_WITHIN]) if printed[0].isdigit() else "")
            )
    return found
