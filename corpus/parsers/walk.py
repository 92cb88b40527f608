"""Walks a paper's blocks in reading order: what number each carries or stands under, and which are headings.

Every parser starts from these pieces; what a paragraph is (resolution, recommendation ...) is the parser's own matter.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.blocks import Block
from corpus.headings import looks_like_heading
from corpus.marks import Mark, Series, find_series, read_counted, read_mark
from corpus.numbering import Numbering
from corpus.types import PaperKind

_CROSS_REFERENCE = re.compile(r"\(?\s*(?P<item>(?:agenda )?item(?: no\.?)?\s*\d+[a-z]?)\s*\)?", re.IGNORECASE)
_ENDS_NUMBERING = re.compile(
    r"(?:(?:un)?restricted items|exempt items|recommendations?|background (?:documents|papers|information)|appendices"
    r"|contact (?:details|officers?)|list of appendices|report authors?|confidential (?:business|items?|session)|(?:open|closed|private|public) (?:session|business)|part (?:[12ab]|i{1,2}|one|two)\b.{0,60})\W*",
    re.IGNORECASE,
)
_DECISION_LEAD = re.compile(
    r".*\b(?:RESOLVED|AGREED)\b[^.]*:\W*$|\W*(?:RESOLVED|AGREED|DECIDED|Resolved|Agreed|Decided)\b\W"
)
_CONTINUES = re.compile(r"\W*(?:that\b|and\b|[a-z])|[“\"‘']")
_INSIDE_ITEM = re.compile(
    r"\W*(?:decisions?|minutes?|resolutions?|resolved|repl(?:y|ies)|answers?|responses?|(?:recorded )?votes?|voting|actions?|discussion|outcome)\W*",
    re.IGNORECASE,
)
_NUMBER_COLUMN = re.compile(r"(?:agenda )?item(?: no\.?)?|no\.?|ref\.?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Piece:
    """A block with its number path. `words` is the text after its own number; `own` says that it carries one."""

    block: Block
    label: tuple[str, ...]
    words: str
    own: bool
    heading: bool
    under: str
    item: tuple[str, ...]


def walk(blocks: Sequence[Block], kind: PaperKind) -> list[Piece]:
    """The blocks of one paper with their number paths and headings."""
    series = find_series(f"{block.number} {block.text}".strip() for block in blocks if not block.bullet)
    marks = [_mark(block, series) for block in blocks]
    walker = _Walker(kind)
    pieces = []
    for n, block in enumerate(blocks):
        following = blocks[n + 1] if n + 1 < len(blocks) else None
        pieces.append(walker.step(block, marks[n], following, marks[n + 1] if following else None))
    return pieces


def _mark(block: Block, series: Series) -> Mark | None:
    if block.number:
        return read_counted(block.number.strip(), series)
    if block.cells:
        first = block.cells[0].strip(" *")
        worded = any(re.search(r"[^\W\d_]{2}", cell) for cell in block.cells)
        return read_mark(first, series) if worded else None
    return read_mark(block.text, series)


class _Walker:
    def __init__(self, kind: PaperKind) -> None:
        self._kind = kind
        self._numbering = Numbering()
        self._under = ""
        self._after_colon = False
        self._column_head = False
        self._deciding = False
        self._item_look: tuple[int, bool, bool] | None = None  # level, capitals, bold of the last numbered heading

    def step(self, block: Block, mark: Mark | None, following: Block | None, next_mark: Mark | None) -> Piece:
        if mark and not mark.sure and self._column_head:
            mark = replace(mark, sure=True)
        self._column_head = bool(_NUMBER_COLUMN.fullmatch(block.text))
        inside = mark is not None and not block.number
        words = block.text[mark.end :].strip() if mark and inside else block.text
        heading = looks_like_heading(block, words, mark, following, next_mark)
        if mark is None and self._kind == "minutes":
            self._after_decision(block)
        label = None
        if mark:
            label = self._numbering.place(mark, heading=heading, indent=block.indent, after_colon=self._after_colon)
        placed = label is not None
        if mark and label is None:
            words, heading = block.text, looks_like_heading(block, block.text, None, following, next_mark)
        elif mark and mark.shapes[0][0].isalpha():
            heading = heading or not words
            if mark.passing and heading and not mark.label.lower().startswith("action"):
                self._numbering.close()
        if label is None:
            label = self._unnumbered(block, following, heading=heading)
        elif heading:
            self._item_look = (block.level, block.caps, block.bold)
        under = self._under
        if heading:
            self._under = block.text
        self._after_colon = block.text.rstrip(" -–—").endswith(":")
        own = placed
        return Piece(block, label, words, own, heading, under, self._numbering.item)

    def _after_decision(self, block: Block) -> None:
        """A decision's lead-in, and what follows its last clause, stand under the item and not under a clause."""
        lead = bool(_DECISION_LEAD.match(block.text))
        over = self._deciding and not (self._after_colon or block.bullet or block.cells or _CONTINUES.match(block.text))
        if lead or over:
            self._numbering.back_to_item()
        self._deciding = lead or (self._deciding and not over)

    def _unnumbered(self, block: Block, following: Block | None, *, heading: bool) -> tuple[str, ...]:
        reference = _CROSS_REFERENCE.fullmatch(following.text) if heading and following else None
        if reference:  # "(Item 5)" under a heading without a number is its number
            self._numbering.close()
            self._numbering.place(Mark(reference["item"], (("item", (1,)),), 0), heading=True)
        elif heading and not _INSIDE_ITEM.fullmatch(block.text) and self._ends_numbering(block):
            self._numbering.close()
        return self._numbering.path

    def _ends_numbering(self, block: Block) -> bool:
        """Whether an unnumbered heading has the rank of the numbered ones."""
        if _ENDS_NUMBERING.fullmatch(block.text):
            return True
        if self._item_look is None:
            return block.level > 0 or block.caps or (block.bold and not self._numbering.compound)
        level, caps, bold = self._item_look
        if level and block.level:
            return block.level <= level
        return caps and block.caps and (block.bold or not bold)
