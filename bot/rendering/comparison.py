"""A comparison as a small table: a row for each meeting or body, its figure where there is just one, and the words quoted.

Nothing in it is worked out: every cell is a date, a body or a figure that a paper prints, or the words quoted. A difference is
left to the reader, since two figures of one kind need not be counted in one way.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

from bot.grounding.figures import figures, undated
from bot.query.scoping import Scoping
from bot.query.terms import stems
from bot.reading.signs import plain, says
from bot.rendering.attributions import as_what
from bot.rendering.days import written
from bot.rendering.quotations import compose_text, quoted
from bot.rendering.table import as_markdown
from bot.types import Citation, Evidence, Query
from corpus import lexicon
from index.types import Days

FEWEST = 2  # rows that can be compared
COUNTED_WITHIN = 4  # words after a number in which the thing that it counts stands
FIGURE, WORDS, WHEN = "Figure", "The papers’ words", "When"
CURRENCIES = ("£", "€", "$")
_COUNTS = frozenset({"money", "quantity"})

Quoted = tuple[Evidence, Citation]
Row = tuple[str, Days | None, str]
"""Whose words they are, of when, and as what they were said."""


def told(query: Query, evidence: Sequence[Evidence], citations: Sequence[Citation]) -> str:
    """The quotations that a question compares as a table, and under it the others as they are always told.

    "" where it compares nothing, or where no two quotations can be set side by side.
    """
    pairs = list(zip(evidence, citations, strict=True))
    if any(one.order or "|" in one.text for one in evidence):
        return ""
    unit, beside = _of_bodies(query, pairs) or _of_times(query, pairs)
    rows = _rows(beside)
    if len(rows) < FEWEST:
        return ""
    found = [_figure_of(of_row, unit) for of_row in rows.values()]
    shown = sum(map(bool, found)) >= FEWEST
    bodies = list(dict.fromkeys(body for body, *_ in rows))
    cells = [[bodies[0] if len(bodies) == 1 else WHEN, *([FIGURE] if shown else []), WORDS]]
    for ((body, days, what), of_row), figure in zip(rows.items(), found, strict=True):
        place = filter(None, [written(days) or "undated", body if len(bodies) > 1 else "", what])
        words = " ".join(quoted(citation) for _, citation in of_row)
        cells.append([", ".join(place), *([figure] if shown else []), words])
    others = [one for one in pairs if one not in beside]
    under = compose_text([one for one, _ in others], [citation for _, citation in others])
    return "\n\n".join(filter(None, [as_markdown(cells), under]))


def _of_bodies(query: Query, pairs: Sequence[Quoted]) -> tuple[str, list[Quoted]] | None:
    """What several bodies that are named said, where they are to be set side by side."""
    if not says(query.text, lexicon.APART):
        return None
    of = [(one, citation) for one, citation in pairs if one.lead.paper.body in query.scope.bodies]
    return ("", of) if len({citation.body for _, citation in of}) >= FEWEST else None


def _of_times(query: Query, pairs: Sequence[Quoted]) -> tuple[str, list[Quoted]]:
    """The figures of several meetings that are to be set side by side, with their unit: those that speak of one thing alone."""
    several = len(Scoping(query.scope).facets()) >= FEWEST
    best: tuple[str, list[Quoted]] = ("", [])
    if not (several and query.question.wants in _COUNTS) and not says(query.text, lexicon.COMPARING):
        return best
    things = {word.stem for word in query.question.telling}
    things -= query.question.bodies.union(*map(stems, query.scope.bodies))
    dated = [pair for pair in pairs if pair[1].days]
    units = {unit for one, _ in dated for _, unit, _ in _figures(one.text)}
    for unit, thing in product(sorted(units), sorted(things)):
        # Where periods are named, each is quoted for what is asked of it; a sum or share of it needs not name the thing again.
        beside = [
            (one, citation)
            for one, citation in dated
            if ((several and unit) or thing in stems(one.text)) and _bears(query, things, one.text, unit)
        ]
        if len(beside) > len(best[1]) and len({citation.days for _, citation in beside}) >= FEWEST:
            best = unit, beside
    return best


def _rows(pairs: Sequence[Quoted]) -> dict[Row, list[Quoted]]:
    """What is quoted by row: for each body, day and kind of words, the oldest first, those of no day last."""
    rows: dict[Row, list[Quoted]] = {}
    for one, citation in pairs:
        row = citation.body or citation.title or citation.file, citation.days, as_what(one)
        rows.setdefault(row, []).append((one, citation))
    return dict(sorted(rows.items(), key=lambda row: (row[0][1] is None, str(row[0][1] and row[0][1].first))))


def _figure_of(row: Sequence[Quoted], unit: str) -> str:
    """The figure of a row as it is printed, where no other with its unit stands in the words quoted; else ""."""
    found = [printed for one, _ in row for printed, its, _ in _figures(one.text) if its == unit]
    return found[0] if len(found) == 1 else ""


def _bears(query: Query, things: set[str], quote: str, unit: str) -> bool:
    """Whether words hold a figure with this unit that may answer; a bare number must count the thing asked about: "187 homes"."""
    of_share = says(query.text, lexicon.SHARES)
    if (query.question.wants == "money" and unit not in CURRENCIES) or (of_share and unit != "%"):
        return False
    return any(
        its == unit and not query.question.numbers & stems(printed) and (unit or things & stems(counted))
        for printed, its, counted in _figures(quote)
    )


def _figures(quote: str) -> list[tuple[str, str, str]]:
    """The figures in words quoted that are no date, year or time, and no number that a thing goes by.

    Each as it is printed, with its unit ("£", "%", "") and, where it is in digits, the words after it.
    """
    text, found = undated(quote), []
    for one in figures(text):
        printed, unit, after = text[one.start : one.end].strip(), one.figure.unit, text[one.end :]
        if unit in CURRENCIES or not _numbers(text[: one.start], printed, after):
            counted = after.split()[:COUNTED_WITHIN] if printed[0].isdigit() else ()
            found.append((printed, unit, " ".join(counted)))
    return found


def _numbers(before: str, printed: str, after: str) -> bool:
    """Whether a figure numbers a thing, or a day, or tells a year or the time of day, and counts nothing."""
    if any(sign in printed for sign in ":/") or printed.endswith(("st", "nd", "rd", "th")):
        return True
    year = printed.isdecimal() and len(printed) == len("2031") and printed.startswith(("19", "20"))
    within = before.endswith(tuple("#/–-")) or (after[:1] in tuple("/–-") and after[1:].lstrip()[:1].isdigit())
    a_mark = after.startswith(")") or (after[:1] == "." and before.rsplit("\n", 1)[-1].strip(" (") == "")
    thing, hour = plain(before).split()[-1:], [word.strip(".,;").lower() for word in after.split()[:1]]
    return year or within or a_mark or not (lexicon.NUMBERED.isdisjoint(thing) and lexicon.HOURS.isdisjoint(hour))
