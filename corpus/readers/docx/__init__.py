"""Word files: paragraphs and tables in order, with the numbers that Word counts.

Words and numbers are read from the file's own XML: the library for Word files knows neither automatic numbers nor
tracked changes. Headers, footers, footnotes and comments are no part of the text; where no paragraph is styled as the
title, the first header is given as `title`, since body and date often stand there alone.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.errors import UnreadablePaper
from corpus.readers.docx.numbering import Numbering
from corpus.readers.docx.package import Package, W
from corpus.readers.docx.paragraphs import BOX, Block, Words, boxes, runs_on, under
from corpus.readers.docx.styles import Styles
from corpus.readers.lines import LineWriter, Reading
from corpus.readers.mending import squeeze

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.etree import _Element

_PARTS = frozenset((W + "p", W + "tbl"))
_WRAPPERS = frozenset(W + name for name in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag"))
_LAYOUT_BLOCKS = 4  # paragraphs in one cell: a table with such a cell lays out a page of minutes
_LAYOUT_WORDS = 150  # the same in words, where the cell is one paragraph
_NOTE_WORDS = 4  # of a last cell beside minutes: who is to act
_NUMBER = re.compile(r"\(?(?:\d{1,4}(?:[./]\d{1,4})*|[A-Za-z]|[ivxlc]{1,6})[.)]{0,2}")
_TITLE_WORDS = 2  # the least that a header must hold to be a title: "Draft" is none


def read_docx(data: bytes, file: str) -> Reading:
    """Read a Word file, a line a paragraph or table row.

    Raises:
        UnreadablePaper: The file is damaged.
        EncryptedPaper: The file wants a password.
    """
    package = Package(data, file)
    document = package.part("word/document.xml")
    body = document.find(W + "body") if document is not None else None
    if body is None:
        raise UnreadablePaper(file, "it holds no Word text; save it from Word as .docx")
    walk = _Walk(package)
    walk.blocks(body)
    return walk.writer.reading(title=walk.title or _header(package))


class _Walk:
    """Writes the paragraphs and tables of a file in order."""

    def __init__(self, package: Package) -> None:
        self.writer = LineWriter()
        self.title = ""
        self._styles = Styles(package.part("word/styles.xml"))
        self._numbering = Numbering(package.part("word/numbering.xml"), self._styles)
        self._words = Words()

    def blocks(self, parent: _Element) -> None:
        """Write the paragraphs and tables under an element."""
        for element in under(parent, _PARTS.__contains__, _WRAPPERS.__contains__):
            if element.tag == W + "tbl":
                self._table(element)
            else:
                for block in self._paragraph(element):
                    self._write(block)

    def _paragraph(self, paragraph: _Element, *, boxed: bool = False) -> Iterator[Block]:
        """A paragraph, and the paragraphs of the text boxes anchored in it; one in a box has none of its own."""
        self._words.add(paragraph, self._styles)
        if not runs_on(paragraph):
            lines, self._words = self._words.lines(), Words()
            printed = self._numbering.printed(paragraph)
            indent = self._styles.indent(paragraph)
            if printed is not None and (indent is None or not _own_indent(paragraph)):
                indent = printed.indent or indent
            block = Block(lines, printed.number if printed else "", self._styles.level(paragraph), indent or 0.0)
            if block.text and not self.title and self._styles.is_title(paragraph):
                self.title = block.text
            yield block
        for box in () if boxed else boxes(paragraph):
            for element in box.iter(W + "p"):
                yield from self._paragraph(element, boxed=True)

    def _write(self, block: Block, number: str = "") -> None:
        for i, (text, bold) in enumerate(block.lines):
            self.writer.add(
                text,
                number="" if i else number or block.number,
                level=block.level,
                bold=bold,
                indent=block.indent,
                blank_before=not i,
            )

    def _table(self, table: _Element) -> None:
        rows = [[self._cell(cell) for cell in _cells(row)] for row in _rows(table)]
        layout = _is_layout(table, rows)
        for row in rows:
            (self._layout_row if layout else self._data_row)(row)

    def _cell(self, cell: _Element) -> list[Block]:
        merged = cell.find(f"{W}tcPr/{W}vMerge")
        paragraphs = under(
            cell, lambda tag: tag == W + "p", lambda tag: tag != BOX
        )  # those of boxes come with their anchor
        blocks = [block for element in paragraphs for block in self._paragraph(element)]
        return [] if merged is not None and merged.get(W + "val") != "restart" else blocks

    def _data_row(self, row: Sequence[Sequence[Block]]) -> None:
        cells = tuple(" ".join(block.text for block in cell if block.text) for cell in row)
        if sum(bool(cell) for cell in cells) < 2:  # noqa: PLR2004
            number = next((block.number for cell in row for block in cell if block.number and not block.text), "")
            for cell in row:
                for block in cell:
                    self._write(block, number)
            return
        number = next((block.number for block in row[0]), "") if row[0] else ""
        bold = all(bold for cell in row for block in cell for _, bold in block.lines)
        self.writer.add("\t".join(filter(None, cells)), number=number, cells=cells, bold=bold, blank_before=True)

    def _layout_row(self, row: Sequence[Sequence[Block]]) -> None:
        """A row that lays out minutes: the item's number, what was said, and perhaps who is to act."""
        cells = [cell for cell in row if any(block.text or block.number for block in cell)]
        number = ""
        if len(cells) > 1 and (number := _number(cells[0])):
            del cells[0]
        for i, cell in enumerate(cells):
            if i and i == len(cells) - 1 and all(len(block.text.split()) <= _NOTE_WORDS for block in cell):
                for block in cell:
                    self.writer.add(block.text, cells=("", block.text), blank_before=True)
                continue
            for block in cell:
                self._write(block, number)
                number = "" if block.lines else number


def _rows(table: _Element) -> list[_Element]:
    """The rows of a table that no tracked change has deleted."""
    rows = under(table, lambda tag: tag == W + "tr", lambda tag: tag != W + "tbl")
    return [row for row in rows if row.find(f"{W}trPr/{W}del") is None]


def _cells(row: _Element) -> list[_Element]:
    return list(under(row, lambda tag: tag == W + "tc", lambda _: True))


def _is_layout(table: _Element, rows: Sequence[Sequence[Sequence[Block]]]) -> bool:
    """Whether a table only lays out a page: tables, headings or many paragraphs stand in its cells."""
    if table.find(f".//{W}tbl") is not None:
        return True
    return any(
        sum(bool(block.text) for block in cell) >= _LAYOUT_BLOCKS
        or sum(len(block.text.split()) for block in cell) > _LAYOUT_WORDS
        or any(block.level for block in cell)
        for row in rows
        for cell in row
    )


def _number(cell: Sequence[Block]) -> str:
    """The item's number, where a cell holds nothing else: typed, or counted by Word."""
    text = " ".join(block.text for block in cell if block.text)
    if text:
        return text if _NUMBER.fullmatch(text) else ""
    return next((block.number for block in cell if block.number), "")


def _own_indent(paragraph: _Element) -> bool:
    return paragraph.find(f"{W}pPr/{W}ind") is not None


def _header(package: Package) -> str:
    for name in package.names("word/header"):
        root = package.part(name)
        text = squeeze(" ".join(t.text or "" for t in root.iter(W + "t"))) if root is not None else ""
        if len(text.split()) >= _TITLE_WORDS:
            return text
    return ""
