"""Makes one title of the lines over which a paper's is broken: "MINUTES OF THE MEETING OF THE MUNICIPAL", "DISTRICT OF DALE"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.blocks import Block
from corpus.dates import find_dates
from corpus.marks import read_mark
from corpus.phrases import attendance_lead

_OPENS = re.compile(
    r"\W*(?:(?:draft|unconfirmed|unapproved|approved)\W+)*(?:minutes?|notes|proceedings)\b.*\b(?:of|for|at|meeting)\b",
    re.IGNORECASE,
)
_UNFINISHED = re.compile(
    r"(?:,|\b(?:on|at|in|of|the|and|held|to|municipal|metropolitan|parish|town|community|county|city|borough|district))$",
    re.IGNORECASE,
)
"""How a line ends that the next one finishes."""
_PLACED = re.compile(r"\bheld\s+(?:in|at|on|via|remotely|by)\b", re.IGNORECASE)
_RUNS_ON = re.compile(
    r"\W*(?:held|on|at|in|via|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b|\W*\d{1,2}\D{0,5}\b", re.IGNORECASE
)
_TIME = re.compile(
    r"\W*(?:at|from|commencing)?\s*\d{1,2}(?:[.:]\d\d)?\s*(?:am|pm|a\.m|p\.m|noon)\b.{0,30}", re.IGNORECASE
)
_HEAD = 4  # blocks in which a title begins
_LINES = 7  # over which it is broken at most
_LONGEST = 120  # characters of such a line: a paragraph is longer


def join_title(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks, with the lines of the title made one block where they tell the meeting's day together, and none alone does."""
    for first, block in enumerate(blocks[:_HEAD]):
        if _OPENS.match(block.text) and not block.cells and not block.number:
            count = _lines(blocks[first : first + _LINES])
            if count > 1:
                return (*blocks[:first], _one(blocks[first : first + count]), *blocks[first + count :])
    return tuple(blocks)


def _lines(blocks: Sequence[Block]) -> int:
    """How many blocks the title runs over: to the line that brings its day, and the hour after it; 1 where none does."""
    text, dated, count = blocks[0].text, _dated(blocks[0].text), 1
    for n, block in enumerate(blocks[1:], 1):
        unfinished = bool(_UNFINISHED.search(text))
        if not _may_be_title(block) or (block.level != blocks[0].level and not unfinished and not blocks[0].caps):
            break
        if dated and not unfinished:
            return n + 1 if _TIME.fullmatch(block.text) else n
        if not (unfinished or _RUNS_ON.match(block.text) or (_PLACED.search(text) and block.caps)):
            break
        text = f"{text} {block.text}"
        dated = dated or _dated(block.text)
        count = n + 1
    return count if dated and (count == 1 or not _UNFINISHED.search(text)) else 1


def _dated(text: str) -> bool:
    return bool(find_dates(text))


def _may_be_title(block: Block) -> bool:
    mark = read_mark(block.text)
    numbered = block.number or (mark is not None and mark.sure and not find_dates(block.text[:40]))
    return not (
        numbered
        or block.cells
        or block.bullet
        or len(block.text) > _LONGEST
        or attendance_lead(block.text)
        or _OPENS.match(block.text)
    )


def _one(blocks: Sequence[Block]) -> Block:
    """The blocks as one, in the look of the first."""
    whole = blocks[0]
    for block in blocks[1:]:
        moved = tuple((at + len(whole.text) + 1, source, page) for at, source, page in block.spots)
        whole = replace(whole, text=f"{whole.text} {block.text}", end=block.end, spots=whole.spots + moved)
    return whole
