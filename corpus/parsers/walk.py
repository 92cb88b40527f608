"""Walks a paper's blocks in reading order: what number each carries or stands under, and which are headings.

Every parser starts from these pieces; what a paragraph is (resolution, recommendation ...) is the parser's own matter.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from corpus.blocks import Block
from corpus.headings import looks_like_heading
from corpus.marks import Mark, Series, find_series, read_counted, read_mark
from corpus.numbering import Numbering
from corpus.parsers.promised import ACTION_LIST
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
    r"\W*(?:decisions?|minutes?|resolutions?|resolved|(?:no )?(?:objections?|observations?|comments?)|support|repl(?:y|ies)|answers?|responses?|(?:recorded )?votes?|voting|actions?|discussion|outcome)\W*",
    re.IGNORECASE,
)
_LIST_GOES_ON = re.compile(r"[;,]\s*(?:and|or)?\W*$", re.IGNORECASE)
_LIST_ENDS = re.compile(r"\.\W*$")
_REFERENCE = re.compile(r"(?=.*\d)[A-Z]{0,5}[ /.-]?\d{1,4}(?:[/.-][A-Z\d]{1,4}){0,3}", re.IGNORECASE)
_ROW_OF_LOG = 3  # cells: a reference, what is to be done, who does it
_OF_THE_DECISION = re.compile(
    r"\W*(?:reasons?|alternatives?|(?:other |alternative )?options?|key decision|call-in|eligible for call-in)\b[^:.]{0,50}(?::|$)",
    re.IGNORECASE,
)
_NUMBER_COLUMN = re.compile(r"(?:agenda )?item(?: no\.?)?|no\.?|ref\.?", re.IGNORECASE)
_ITEM_ALONE = re.compile(r"(?:agenda )?items?\b.*\d\W*", re.IGNORECASE)
_LONGEST_TITLE = 120  # characters
_ARISING = re.compile(r"\W*(?:matters|actions?) arising\b|\W*minutes\b.{0,60}\bmatters arising\b", re.IGNORECASE)


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
    marks = [mark_of(block, series) or (_reference(block) if kind == "actions" else None) for block in blocks]
    walker = _Walker(kind)
    pieces = []
    for n, block in enumerate(blocks):
        following = blocks[n + 1] if n + 1 < len(blocks) else None
        pieces.append(walker.step(block, marks[n], following, marks[n + 1] if following else None))
    return pieces


def mark_of(block: Block, series: Series) -> Mark | None:
    """The number that opens a block, printed, counted by the file, or in the first cell of a row."""
    if block.number:
        return read_counted(block.number.strip(), series)
    if block.cells:
        first = block.cells[0].strip(" *")
        worded = any(re.search(r"[^\W\d_]{2}", cell) for cell in block.cells)
        return read_mark(first, series) if worded else None
    return read_mark(block.text, series)


def _reference(block: Block) -> Mark | None:
    """The reference in the first cell of an action log's row: "23/04-B", "A14"."""
    first = block.cells[0].strip() if len(block.cells) >= _ROW_OF_LOG else ""
    return Mark(first, (("action", (1,)),), len(first), passing=True) if _REFERENCE.fullmatch(first) else None


class _Walker:
    def __init__(self, kind: PaperKind) -> None:
        self._kind = kind
        self._numbering = Numbering()
        self._under = ""
        self._after_colon = False
        self._column_head = False
        self._deciding = False
        self._listed: Literal["", "on", "over"] = ""  # a list whose clauses end with semicolons
        self._item_look: tuple[int, bool, bool] | None = None  # level, capitals, bold of the last numbered heading
        self._untitled = False  # "Item 2" has stood alone, and its title is to come
        self._arising = False  # within Matters Arising, where a number may be that of an earlier meeting's minute
        self._path: tuple[str, ...] = ()  # of the line before
        self._before_actions: Numbering | None = None  # the numbers that a list of actions of its own interrupts

    def step(self, block: Block, mark: Mark | None, following: Block | None, next_mark: Mark | None) -> Piece:
        if mark and not mark.sure and self._column_head:
            mark = replace(mark, sure=True)
        self._column_head = bool(_NUMBER_COLUMN.fullmatch(block.text))
        inside = mark is not None and not block.number
        words = block.text[mark.end :].strip() if mark and inside else block.text
        heading = looks_like_heading(block, words, mark, following, next_mark)
        if self._untitled and mark is None and not block.cells:
            heading = heading or (len(words) <= _LONGEST_TITLE and words[-1].isalnum())
        if mark and self._arising and not heading and self._numbering.strange(mark):
            mark, words = None, block.text
        heading = self._list_of_actions(block, mark, next_mark, heading=heading)
        if mark is None and self._kind == "minutes":
            self._after_decision(block)
            self._after_list(block)
        label = None
        if mark:
            label = self._numbering.place(mark, heading=heading, indent=block.indent, after_colon=self._after_colon)
        placed = label is not None
        if mark and label is None:
            words, heading = block.text, looks_like_heading(block, block.text, None, following, next_mark)
        elif mark and mark.shapes[0][0].isalpha():
            heading = (heading and not block.cells) or not words
            if mark.passing and heading and not mark.label.lower().startswith("action"):
                self._numbering.close()
        alone = placed and not words and inside and bool(_ITEM_ALONE.fullmatch(block.text)) and label != self._path
        heading = heading or alone
        if label is None:
            label = self._unnumbered(block, following, heading=heading)
        elif heading:
            self._item_look = (block.level, block.caps, block.bold)
        under = self._under
        self._remember(block, mark if placed else None, label, words, heading=heading)
        self._untitled = alone
        return Piece(block, label, words, placed, heading, under, self._numbering.item)

    def _remember(
        self, block: Block, placed: Mark | None, label: tuple[str, ...], words: str, *, heading: bool
    ) -> None:
        """Keep what the next lines are read by: the heading above them, the list that goes on, the item they are in."""
        if heading:
            self._under = block.text
        self._after_colon = block.text.rstrip(" -–—").endswith(":")
        if placed:
            closed = placed.label[-1] == ")" and _LIST_ENDS.search(block.text) is not None
            self._listed = "over" if closed and self._listed else "on" if _LIST_GOES_ON.search(block.text) else ""
            if len(label) == 1:
                self._arising = bool(_ARISING.match(words))
        else:
            self._listed = ""
        self._path = label

    def _list_of_actions(self, block: Block, mark: Mark | None, next_mark: Mark | None, *, heading: bool) -> bool:
        """Whether a line is a heading; "Actions" over "1. ..." is one, and its numbers interrupt the items' own."""
        if mark is not None:
            return heading
        if self._kind == "minutes" and ACTION_LIST.fullmatch(block.text) and next_mark and next_mark.label == "1":
            self._before_actions = copy.copy(self._numbering)
            self._numbering = Numbering()
            return True
        if heading and self._before_actions is not None:
            self._numbering, self._before_actions = self._before_actions, None
        return heading

    def _after_decision(self, block: Block) -> None:
        """A decision's lead-in, and what follows its last clause, stand under the item and not under a clause."""
        lead = bool(_DECISION_LEAD.match(block.text))
        over = self._deciding and not (self._after_colon or block.bullet or block.cells or _CONTINUES.match(block.text))
        if lead or over:
            self._numbering.back_to_item()
        self._deciding = lead or (self._deciding and not over)

    def _after_list(self, block: Block) -> None:
        """What follows the last clause of a list ("(b) ...; and", "(c) ... .") stands under the item, not under (c)."""
        if self._listed == "over" and not (block.bullet or block.cells or block.text[:1].islower()):
            self._numbering.back_to_item()

    def _unnumbered(self, block: Block, following: Block | None, *, heading: bool) -> tuple[str, ...]:
        reference = _CROSS_REFERENCE.fullmatch(following.text) if heading and following else None
        if reference:  # "(Item 5)" under a heading without a number is its number
            self._numbering.close()
            self._numbering.place(Mark(reference["item"], (("item", (1,)),), 0), heading=True)
        elif heading and not (self._untitled or _INSIDE_ITEM.fullmatch(block.text)) and self._ends_numbering(block):
            self._numbering.close()
        elif _OF_THE_DECISION.match(block.text):  # "Reasons:" stands under the item, not under the last clause
            self._numbering.back_to_item()
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
