"""Finds the day of the meeting in a paper's opening: printed with the meeting's name, after "Date:", or by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from corpus.blocks import Block
from corpus.dates import FoundDate, find_dates, find_months, find_years, full_year
from corpus.filed import stem_of
from corpus.months import find_bounds

_TITLE_CHARS = 250  # a date further into a paragraph is told, not a title's
_LABEL_AND_VALUE = 3  # cells with a number before them: a longer row is of a table, and its dates are other things
_NUMBER_CELL = re.compile(r"\W*\d{0,2}\W*")
_NOT_THIS_MEETING = re.compile(
    r"(?:previous|last|next|future|preceding|following) (?:\w+ )?meetings?\b|(?:approve|confirm|sign|receive|adopt|agree|consider)\b.{0,60}\bminutes\b.{0,60}$"
    r"|\bsubject to\b.{0,60}$|\bapprov(?:al|ed)\b.{0,40}$|published|publication|dated\b|updated?\b|printed|since|until|as (?:at|of|on)|deadline|effective|with effect|copyright",
    re.IGNORECASE,
)
# "DRAFT FOR CONSIDERATION AT THE NEXT MEETING Tuesday 3rd July": the stamp ends there, and the date is this meeting's.
_STAMP = re.compile(
    r"\bfor (?:consideration|approval|confirmation|adoption|ratification|signature)(?: and \w+)? (?:at|by) the (?:next|following)"
    r" (?:[\w’'-]+ ){0,3}meeting[\s)\]*]+$",
    re.IGNORECASE,
)
_MEETING_WORDS = re.compile(
    r"\b(?:meeting|held|agm|egm|committee|council|cabinet|board|panel|forum|commission|partnership|executive|trustees|assembly|authority)\b",
    re.IGNORECASE,
)
_TITLED = re.compile(r"\W*(?:draft\W+)?(?:minutes?|notes) of (?:the )?(?-i:[A-Z])", re.IGNORECASE)
_DATE_LABEL = re.compile(
    r"\W*(?:\d{1,2}\.?\s*)?(?:date|date of meeting|meeting date|date and time|when)\s*[:\t]", re.IGNORECASE
)
# A line of its own that says when and where: "On Monday 4th May 2020 at 7.30pm in the village hall".
_DAY_OF_MEETING = re.compile(
    r"\W*(?:(?:held )?on )?(?:the )?[\W\d]*(?:at|from|commencing|starting)\W+(?:at )?\d{1,2}(?:[.:]\d\d)?\s*(?:am|pm|a\.m|p\.m|noon|hours|hrs)?\b.{0,80}",
    re.IGNORECASE,
)
_LETTER = re.compile(
    r"\bdear (?:member|councillor|sir|all)\b|\bdirect dial\b|\ba chara\b|\byou are (?:hereby )?(?:requested|summoned|invited)\b",
    re.IGNORECASE,
)


def find_date(
    head: Sequence[Block], blocks: Sequence[Block], *, title: str, file: str, labelled: bool = False
) -> date | None:
    """The meeting's date: printed with the meeting's name, else after "Date:", else standing by itself.

    `labelled`: only a date that is printed with the meeting's name or after "Date:" counts.
    """
    letter = any(_LETTER.search(block.text) for block in head)
    ranked: list[tuple[int, int, FoundDate]] = []
    for n, block in enumerate(head):
        text = _dated_text(block)
        for found in find_dates(text):
            rank = _rank(text, found, letter=letter)
            if rank is not None and not (labelled and rank > 1):
                ranked.append((rank, n, found))
    ranked.extend((2, -1, found) for found in find_dates(title))
    name = file.rsplit("/", 1)[-1]
    named = [
        found for found in find_dates(name) if found.whole and not re.match(r"\d{4}-\d\d-\d\d \D", name[found.start :])
    ]
    for _, _, found in sorted(ranked, key=lambda one: one[:2]):
        day = found.whole or _with_year(found, blocks, file)
        if day:
            return day
    if not re.search(r"minutes|agenda|meeting", name, re.IGNORECASE):
        return None
    return named[-1].whole if named else None


def _dated_text(block: Block) -> str:
    """Where a block's date is looked for: in a longer row of a table, only in the cell after "Date:"."""
    if len(block.cells) < _LABEL_AND_VALUE or (
        len(block.cells) == _LABEL_AND_VALUE and _NUMBER_CELL.fullmatch(block.cells[0])
    ):
        return block.text[:400]
    if len(block.cells) == _LABEL_AND_VALUE and any(found.weekday is not None for found in find_dates(block.cells[0])):
        return block.cells[0]
    labelled = [
        f"Date: {value}" for label, value in pairwise(block.cells) if _DATE_LABEL.fullmatch(label.rstrip(": ") + ":")
    ]
    return labelled[0] if labelled else ""


def _rank(text: str, found: FoundDate, *, letter: bool) -> int | None:
    before, alone = _STAMP.sub("", text[: found.start]), len(text) - (found.end - found.start)
    if _NOT_THIS_MEETING.search(before[-60:]):
        return None
    if _DATE_LABEL.match(before):
        return 4 if letter else 1
    near = _MEETING_WORDS.search(before[-160:]) or _MEETING_WORDS.search(text[found.end : found.end + 60])
    if near or (_TITLED.match(before) and len(text) < _TITLE_CHARS):
        return 0 if found.start < _TITLE_CHARS else 3
    if alone < 40 or _DAY_OF_MEETING.fullmatch(text[: found.start] + text[found.end :]):  # noqa: PLR2004
        if letter:  # its own date tells no weekday
            return 5 if found.weekday is not None else None
        return 2
    return None


def _with_year(found: FoundDate, blocks: Sequence[Block], file: str) -> date | None:
    """A day and month without a year: the year is taken where one is named that fits the weekday.

    The text names it, or the file's name, there with two digits too ("23NOVEMBERMINUTES"); else the meetings before and
    after that the text names leave one year for this day.
    """
    if found.weekday is not None:
        years = {year for block in blocks for year in find_years(block.text)}
        years |= {int(year) for year in re.findall(r"(?<!\d)20\d\d(?!\d)", file)}
        years |= set(_short_years(stem_of(file), found))
        fits = {day for year in years if (day := found.in_year(year))}
        if fits:
            return fits.pop() if len(fits) == 1 else None
    bounds = find_bounds([block.text for block in blocks])
    days = [day for year in bounds.near_years if (day := found.in_year(year)) and bounds.leave(day)]
    return days[0] if len(days) == 1 else None


def _short_years(name: str, found: FoundDate) -> Iterator[int]:
    """The years of two digits that stand beside the date's own month in a file's name, and are not its day."""
    for month in find_months(name) if found.weekday is not None else ():
        beside = re.search(r"(?<!\d)(\d\d)\W?$", name[: month.start]), re.match(r"\W?(\d\d)(?!\d)", name[month.end :])
        for match in beside:
            if match and month.month == found.month and int(match[1]) != found.day:
                yield full_year(match[1])
