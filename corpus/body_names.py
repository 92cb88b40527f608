"""Every name in a paper's opening, title, running heads and folder that may be that of the body that met.

They are many, and most are wrong: `corpus.body_choice` weighs them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from corpus.dates import find_dates
from corpus.names import BODY_WORDS, LONGEST, NO_NAME, before_meeting, cased, tidied

Source = Literal["segment", "before_meeting", "run", "place", "title", "running_head", "folder", "above_day"]
"""Where a name stands: a part of a line, before "meeting", capitalised words within a line, "Town of North Orren" ..."""

_DISTRICT = (
    r"(?:water|sewer|fire|park|recreation(?: and park)?|(?:unified )?school|(?:community )?college|utility|sanitary|library|police"
    r"|irrigation|flood control|services|hospital|transit)(?: \w+)? district"
)
_SORT = rf"(?:{BODY_WORDS}|{_DISTRICT}|select ?board|township|school|college|board of [\w ]+)"
"""The last words of a body's name, with those of American districts, boards and townships and of schools."""
_SORTED = re.compile(rf"\b{_SORT}\b", re.IGNORECASE)
_INITIALS = re.compile(r"[A-Z]{2,6}")
_ENDS = re.compile(rf".*\b{_SORT}(?:\s*\(.*\))?(?:\s+(?:of|for|on)\s+.{{1,60}})?\W*", re.IGNORECASE)
_RUN = re.compile(rf"(?:(?:[A-Z][\w’'.-]*|&|and|of) ){{1,5}}(?i:{_SORT})\b")
_OF_PLACE = re.compile(
    r"\b(?i:city|town|township|village|county|borough|municipality|parish) (?i:of) [A-Z][\w’'.-]*(?: [A-Z][\w’'.-]*){0,3}"
)
_PARTS = re.compile(
    r"\t|\s[–—|-]\s|[:;•]\s|(?<=[a-z])\.\s|\s+(?=(?:held|convened)\b)|,\s+(?=(?:held|on|at)\b)", re.IGNORECASE
)
_LEFT_OVER = re.compile(r"^(?:(?:of|for|and|the|draft|minutes|agenda|notice|notes|meeting)\b\s*|\W+)+", re.IGNORECASE)
"""What a part of a line begins with that is not of the name."""
_LINES = 25  # of the opening that are looked at
_SEEN = 300  # characters of each
_FURNITURE = 4  # running heads that are looked at
_FOLDER_WORDS = 9
_HEAD = 6  # lines in which a name and below it its meeting's day stand alone
_CAPITALISED = re.compile(r"(?:(?:[A-Z][\w’'-]*|and|of|for|the|&),? ?){2,9}")
_DAY_ALONE = 12  # characters beside a day that stands alone


@dataclass(frozen=True, slots=True)
class Named:
    """A name, tidied, where it was found, and in which line of the opening (None outside it)."""

    name: str
    source: Source
    line: int | None = None


def names_in(texts: Sequence[str], *, title: str, file: str, furniture: Sequence[str]) -> Iterator[Named]:
    """The names in the lines of an opening, and beside it; the same name may come several times."""
    for place, text in enumerate(texts[:_LINES]):
        for source, name in _in_line(text[:_SEEN]):
            yield from _named(name, source, place)
    for part in _parts(title):
        for _, name in _in_part(part):
            yield from _named(name, "title")
        named = tidied(before_meeting(part) or "")
        if named and _filed(named, file):
            yield Named(named, "title")
    for text in furniture[:_FURNITURE]:
        for part in filter(_is_name, _parts(text)):
            yield from _named(part, "running_head")
    for folder in folders(file):
        if _ENDS.fullmatch(folder) and len(folder.split()) <= _FOLDER_WORDS:
            yield from _named(cased(folder.upper()), "folder")


def names_above_day(head: Sequence[str], texts: Sequence[str]) -> Iterator[Named]:
    """A name that says no sort of body ("Parks and Leisure"): it stands above the meeting's day, and is said again of a meeting."""
    for n, (text, below) in enumerate(pairwise(head[:_HEAD])):
        days = find_dates(below)
        alone = bool(days) and len(below) - (days[0].end - days[0].start) < _DAY_ALONE
        if not alone or not _CAPITALISED.fullmatch(text) or _SORTED.search(text) or NO_NAME.search(text):
            continue
        met = re.compile(rf"\b(?:of|the|meeting) (?:the )?{re.escape(text)}", re.IGNORECASE)
        if any(met.search(told) for told in texts[n + 1 :]):
            yield Named(cased(text), "above_day", n)


def folders(file: str) -> list[str]:
    """The folders of a file as words, the innermost first: "orren-parish-council" is "orren parish council"."""
    return [re.sub(r"[-_]+", " ", folder).strip() for folder in reversed(file.split("/")[:-1])]


def _filed(name: str, file: str) -> bool:
    """Whether a folder of the file has every word of a name, of which there are several."""
    words = set(re.findall(r"\w+", name.lower())) - {"and", "of", "the", "for"}
    return len(words) > 1 and any(words <= set(folder.lower().split()) for folder in folders(file))


def is_of_place(name: str) -> bool:
    """Whether a name is a place's own: "Village of North Orren"."""
    return bool(_OF_PLACE.match(name))


def _in_line(text: str) -> Iterator[tuple[Source, str]]:
    for part in _parts(text):
        yield from _in_part(part)
    for match in _OF_PLACE.finditer(text):
        yield "place", match.group()
    for match in _RUN.finditer(text):
        yield "run", match.group()


def _in_part(part: str) -> Iterator[tuple[Source, str]]:
    if _is_name(part):
        yield "segment", part
    named = before_meeting(part)
    if named and len(named) < LONGEST and (_ENDS.fullmatch(named) or _INITIALS.fullmatch(named)):
        yield "before_meeting", named


def _parts(text: str) -> Iterator[str]:
    return (part.strip() for part in _PARTS.split(text[:_SEEN]) if part.strip())


def _is_name(part: str) -> bool:
    return bool(_ENDS.fullmatch(part)) and not NO_NAME.search(part)


def _named(name: str, source: Source, line: int | None = None) -> Iterator[Named]:
    tidy = tidied(_LEFT_OVER.sub("", tidied(name) or ""))
    if tidy and (_SORTED.search(tidy) or source in ("before_meeting", "place") or _OF_PLACE.match(tidy)):
        yield Named(cased(tidy), source, line)
