"""Word files: paragraphs and tables in order, with the numbers that Word counts.

Words and numbers are read from the file's own XML: the library for Word files knows neither automatic numbers nor
tracked changes. Headers, footers, footnotes and comments are no part of the text; where no paragraph is styled as the
title, the first header is given as `title`, since body and date often stand there alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.errors import UnreadablePaper
from corpus.readers.document import Block, DocumentWriter
from corpus.readers.docx.elements import STRICT, W
from corpus.readers.docx.numbering import Numbering
from corpus.readers.docx.paragraphs import Words, boxes, runs_on
from corpus.readers.docx.styles import Styles
from corpus.readers.lines import Reading
from corpus.readers.mending import squeeze
from corpus.readers.package import Package

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

_WRAPPERS = frozenset(W + name for name in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag"))
_TITLE_WORDS = 2  # the least that a header must hold to be a title: "Draft" is none


def read_docx(data: bytes, file: str) -> Reading:
    """Read a Word file, a line a paragraph or table row.

    Raises:
        UnreadablePaper: The file is damaged.
        EncryptedPaper: The file wants a password.
    """
    package = Package(data, file, "Word file", {STRICT: W.strip("{}").encode()})
    document = package.part("word/document.xml")
    body = document.find(W + "body") if document is not None else None
    if body is None:
        raise UnreadablePaper(file, "it holds no Word text; save it from Word as .docx")
    walk = _Walk(package)
    try:
        walk.blocks(body)
    except RecursionError as error:
        raise UnreadablePaper(file, "its parts are nested too deeply; save it as PDF") from error
    return walk.writer.reading(title=walk.title or _header(package))


class _Walk:
    """Writes the paragraphs and tables of a file in order."""

    def __init__(self, package: Package) -> None:
        self.writer = DocumentWriter()
        self.title = ""
        self._styles = Styles(package.part("word/styles.xml"))
        self._numbering = Numbering(package.part("word/numbering.xml"), self._styles)
        self._words = Words()

    def blocks(self, parent: _Element) -> None:
        """Write the paragraphs and tables under an element."""
        for element in _unwrapped(parent):
            if element.tag == W + "tbl":
                self._table(element)
            else:
                for block in self._paragraph(element):
                    self.writer.block(block)

    def _paragraph(self, paragraph: _Element) -> Iterator[Block]:
        """A paragraph, and the paragraphs of the text boxes anchored in it."""
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
        for box in boxes(paragraph):
            for element in box.iter(W + "p"):
                yield from self._paragraph(element)

    def _table(self, table: _Element) -> None:
        rows = [[self._cell(cell) for cell in _cells(row)] for row in _rows(table)]
        self.writer.table(rows, nested=table.find(f".//{W}tbl") is not None)

    def _cell(self, cell: _Element) -> list[Block]:
        merged = cell.find(f"{W}tcPr/{W}vMerge")
        blocks = [block for element in cell.iter(W + "p") if _in(cell, element) for block in self._paragraph(element)]
        return [] if merged is not None and merged.get(W + "val") != "restart" else blocks


def _unwrapped(parent: _Element) -> Iterator[_Element]:
    for child in parent:
        if child.tag in {W + "p", W + "tbl"}:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _unwrapped(child)


def _rows(table: _Element) -> list[_Element]:
    """The rows of a table that no tracked change has deleted."""
    rows = [row for row in table.iter(W + "tr") if next(row.iterancestors(W + "tbl"), None) is table]
    return [row for row in rows if row.find(f"{W}trPr/{W}del") is None]


def _cells(row: _Element) -> list[_Element]:
    return [cell for cell in row.iter(W + "tc") if next(cell.iterancestors(W + "tr"), None) is row]


def _in(cell: _Element, paragraph: _Element) -> bool:
    """Whether a paragraph stands in a cell or in a table within it, not in a text box: those come with their anchor."""
    return not any(parent.tag == W + "txbxContent" for parent in _up_to(paragraph, cell))


def _up_to(element: _Element, top: _Element) -> Iterator[_Element]:
    for parent in element.iterancestors():
        if parent is top:
            return
        yield parent


def _own_indent(paragraph: _Element) -> bool:
    return paragraph.find(f"{W}pPr/{W}ind") is not None


def _header(package: Package) -> str:
    for name in package.names("word/header"):
        root = package.part(name)
        text = squeeze(" ".join(t.text or "" for t in root.iter(W + "t"))) if root is not None else ""
        if len(text.split()) >= _TITLE_WORDS:
            return text
    return ""
