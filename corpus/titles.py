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
_FIRST_WORD = re.compile(r"\W*(?:minutes|notes|proceedings)", re.IGNORECASE)
_LINK = re.compile(r"(?:(?:of|at|from|for|the|a|an|proceedings)\b\s*)+", re.IGNORECASE)
"""A line of nothing else: the title is printed a word or two a line."""
_UNFINISHED = re.compile(
    r"(?:[,&]|\b(?:on|at|in|of|the|and|held|to|proceedings|joint|annual|ordinary|special|monthly|strategic|municipal|metropolitan|parish|town|community|county|city|borough|district))$",
    re.IGNORECASE,
)
"""How a line ends that the next one finishes."""
_NAMING = re.compile(r"\b(?:of|at|for)\s+(?:(?:the|an?)\s+)*(?!(?:the|an?|meetings?|proceedings)\b)\w", re.IGNORECASE)
"""A title that has begun to say whose meeting it was."""
_PLACED = re.compile(r"\bheld\s+(?:in|at|on|via|remotely|by)\b", re.IGNORECASE)
_RUNS_ON = re.compile(
    r"\W*(?:held|on|at|in|via|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b|\W*\d{1,2}\D{0,5}\b", re.IGNORECASE
)
_TIME = re.compile(
    r"\W*(?:at|from|commencing)?\s*\d{1,2}(?:[.:]\d\d)?\s*(?:am|pm|a\.m|p\.m|noon)\b.{0,30}", re.IGNORECASE
)
_HEAD = 4  # blocks in which a title begins
_LINES = 20  # over which it is broken at most: some print a word a line
_LONGEST = 120  # characters of such a line: a paragraph is longer
_WHOLE = 300  # characters of a title


def join_title(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks, with the lines of the title made one block where they tell the meeting's day together, and none alone does."""
    for first, block in enumerate(blocks[:_HEAD]):
        if _opens(blocks, first) and not block.cells and not block.number:
            count = _lines(blocks[first : first + _LINES])
            if count > 1:
                return (*blocks[:first], _one(blocks[first : first + count]), *blocks[first + count :])
    return tuple(blocks)


def _opens(blocks: Sequence[Block], n: int) -> bool:
    """Whether minutes' title begins, be it that "MINUTES" and "OF" stand on lines of their own."""
    parted = bool(_FIRST_WORD.fullmatch(blocks[n].text)) and any(
        _LINK.fullmatch(block.text) for block in blocks[n + 1 : n + 2]
    )
    return parted or bool(_OPENS.match(blocks[n].text))


def _lines(blocks: Sequence[Block]) -> int:
    """How many blocks the title runs over: to the line that brings its day, and the hour after it; 1 where none does."""
    text, dated, count = blocks[0].text, _dated(blocks[0].text), 1
    for n, block in enumerate(blocks[1:], 1):
        unfinished = bool(_UNFINISHED.search(text))
        if not _may_be_title(block) or len(text) > _WHOLE:
            break
        if block.level != blocks[0].level and not unfinished and not blocks[0].caps:
            break
        if dated and not unfinished:
            return n + 1 if _TIME.fullmatch(block.text) else n
        if not (unfinished or _goes_on(text, blocks[0], block)):
            break
        text = f"{text} {block.text}"
        dated = dated or _dated(block.text)
        count = n + 1
    return count if dated else 1


def _goes_on(text: str, first: Block, block: Block) -> bool:
    """Whether a line goes on with the title before it, which might end there: by its words, or by its look."""
    if _RUNS_ON.match(block.text) or _LINK.fullmatch(block.text):
        return True
    return bool(_PLACED.search(text) and block.caps) or bool(_NAMING.search(text) and _alike(first, block))


def _alike(first: Block, block: Block) -> bool:
    """Whether both are in capitals, or both bold."""
    return (first.text.isupper() and block.text.isupper()) or (first.bold and block.bold)


def _dated(text: str) -> bool:
    return bool(find_dates(text))


def _may_be_title(block: Block) -> bool:
    mark = read_mark(block.text)
    numbered = block.number or (mark is not None and mark.sure and not find_dates(block.text[:40]))
    return not (
        numbered
        or block.cells
        or block.bullet
        or (len(block.text) > _LONGEST and not block.caps)
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
