"""A paper's blocks in reading order: what number each carries or stands under, and which are headings.

Every parser starts from these pieces; what a paragraph is (resolution, recommendation ...) is the parser's own matter.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.blocks import Block
from corpus.outline.readings import numbered_lines
from corpus.outline.search import find_outline
from corpus.types import PaperKind

_ITEM_ALONE = re.compile(r"(?:agenda )?items?\b.*\d\W*", re.IGNORECASE)
_LONGEST_TITLE = 120  # characters


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
    lines = numbered_lines(blocks, kind)
    pieces: list[Piece] = []
    under, untitled = "", False  # the heading above; "Item 2" has stood alone, and its title is to come
    for block, line, step in zip(blocks, lines, find_outline(lines), strict=True):
        reading = step.reading
        words = block.text[reading.end :].strip() if reading else block.text
        repeated = bool(pieces) and pieces[-1].label == step.label
        alone = reading is not None and not words and bool(_ITEM_ALONE.fullmatch(block.text)) and not repeated
        titles = untitled and reading is None and _may_title(block)
        heading = (reading.heading if reading else line.heading) or alone or titles
        item = step.outline.path[: step.outline.item]
        pieces.append(Piece(block, step.label, words, reading is not None, heading, under, item))
        under, untitled = block.text if heading else under, alone
    return pieces


def _may_title(block: Block) -> bool:
    """Whether a line can be the title of an item whose number stands alone above it."""
    return not block.cells and len(block.text) <= _LONGEST_TITLE and block.text[-1].isalnum()
