"""What a word processor's file holds, whichever program made it: paragraphs and tables, written as lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from corpus.readers.lines import LineWriter
from corpus.readers.mending import squeeze

_LAYOUT_BLOCKS = 4  # paragraphs in one cell: a table with such a cell lays out a page of minutes
_LAYOUT_WORDS = 150  # the same in words, where the cell is one paragraph
_NOTE_WORDS = 4  # of a last cell beside minutes: who is to act
_NUMBER = re.compile(r"\(?(?:\d{1,4}(?:[./]\d{1,4})*|[A-Za-z]|[ivxlc]{1,6})[.)]{0,2}")


@dataclass(frozen=True, slots=True)
class Block:
    """A printed paragraph: its lines, parted by line breaks in it, each with whether it is bold."""

    lines: tuple[tuple[str, bool], ...] = ()
    number: str = ""
    level: int = 0
    indent: float = 0.0

    @property
    def text(self) -> str:
        """All its words on one line."""
        return " ".join(text for text, _ in self.lines)


Cell: TypeAlias = Sequence[Block]
Row: TypeAlias = Sequence[Cell]


def lines_of(words: Iterable[tuple[str, bool]]) -> tuple[tuple[str, bool], ...]:
    """The lines that words make, each stretch given with whether it is bold; a line feed ends a line, empty ones are left out."""
    lines: list[list[tuple[str, bool]]] = [[]]
    for text, bold in words:
        first, *rest = text.split("\n")
        lines[-1].append((first, bold))
        lines += [[(part, bold)] for part in rest]
    return tuple(
        (shown, all(bold for text, bold in line if text.strip()))
        for line in lines
        if (shown := squeeze("".join(text for text, _ in line)))
    )


class DocumentWriter(LineWriter):
    """Writes paragraphs and tables in their order."""

    def block(self, block: Block, number: str = "") -> None:
        """Write a paragraph, a line for each of its own; `number` is one that stands beside it in a table."""
        for i, (text, bold) in enumerate(block.lines):
            self.add(
                text,
                number="" if i else number or block.number,
                level=block.level,
                bold=bold,
                indent=block.indent,
                blank_before=not i,
            )

    def table(self, rows: Sequence[Row], *, nested: bool) -> None:
        """Write a table, a line a row; paragraphs where it only lays out a page. `nested`: tables stand in its cells."""
        layout = nested or _is_layout(rows)
        for row in rows:
            (self._layout_row if layout else self._data_row)(row)

    def _data_row(self, row: Row) -> None:
        cells = tuple(" ".join(block.text for block in cell if block.text) for cell in row)
        if sum(bool(cell) for cell in cells) < 2:  # noqa: PLR2004
            number = next((block.number for cell in row for block in cell if block.number and not block.text), "")
            for cell in row:
                for block in cell:
                    self.block(block, number)
            return
        number = next((block.number for block in row[0]), "") if row[0] else ""
        bold = all(bold for cell in row for block in cell for _, bold in block.lines)
        self.add("\t".join(filter(None, cells)), number=number, cells=cells, bold=bold, blank_before=True)

    def _layout_row(self, row: Row) -> None:
        """A row that lays out minutes: the item's number, what was said, and perhaps who is to act."""
        cells = [cell for cell in row if any(block.text or block.number for block in cell)]
        number = ""
        if len(cells) > 1 and (number := _number(cells[0])):
            del cells[0]
        for i, cell in enumerate(cells):
            if i and i == len(cells) - 1 and all(len(block.text.split()) <= _NOTE_WORDS for block in cell):
                for block in cell:
                    self.add(block.text, cells=("", block.text), blank_before=True)
                continue
            for block in cell:
                self.block(block, number)
                number = "" if block.lines else number


def _is_layout(rows: Sequence[Row]) -> bool:
    """Whether a table only lays out a page: headings or many paragraphs stand in its cells."""
    return any(
        sum(bool(block.text) for block in cell) >= _LAYOUT_BLOCKS
        or sum(len(block.text.split()) for block in cell) > _LAYOUT_WORDS
        or any(block.level for block in cell)
        for row in rows
        for cell in row
    )


def _number(cell: Cell) -> str:
    """The item's number, where a cell holds nothing else: typed, or counted by the word processor."""
    text = " ".join(block.text for block in cell if block.text)
    if text:
        return text if _NUMBER.fullmatch(text) else ""
    return next((block.number for block in cell if block.number), "")
