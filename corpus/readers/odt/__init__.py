"""OpenDocument texts (.odt): paragraphs and tables in order, with the numbers that the word processor counts.

The file's own XML is read: the library for OpenDocument gives its elements and counts nothing. Headers, footers, footnotes
and comments are no part of the text; where no paragraph is styled as the title, the first header is given as `title`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.errors import UnreadablePaper
from corpus.readers.document import Block, DocumentWriter
from corpus.readers.lines import Reading
from corpus.readers.odt.elements import DRAW, MANIFEST, OFFICE, STYLE, TABLE, TEXT, says, whole
from corpus.readers.odt.numbering import Item, Numbering, OpenList
from corpus.readers.odt.styles import Styles
from corpus.readers.odt.words import PARAGRAPHS, boxes, words_of
from corpus.readers.package import Package

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

_WRAPPERS = frozenset(
    TEXT + name
    for name in (
        *("section", "index-body", "index-title", "table-of-content", "illustration-index", "table-index"),
        *("object-index", "user-index", "alphabetical-index", "bibliography"),
    )
)
_ITEMS = frozenset((TEXT + "list-item", TEXT + "list-header"))
_MOST_COLUMNS = 64  # that one cell is repeated over: no table of a paper is wider, a hostile file's may be
_TITLE_WORDS = 2  # the least that a header must hold to be a title: "Draft" is none


def read_odt(data: bytes, file: str) -> Reading:
    """Read an OpenDocument text, a line a paragraph or table row.

    Raises:
        UnreadablePaper: The file is damaged.
        EncryptedPaper: The file wants a password.
    """
    package = Package(data, file, "OpenDocument file")
    manifest = package.part("META-INF/manifest.xml")
    if manifest is not None and next(manifest.iter(MANIFEST + "encryption-data"), None) is not None:
        raise package.encrypted()
    content, common = package.part("content.xml"), package.part("styles.xml")
    text = content.find(f"{OFFICE}body/{OFFICE}text") if content is not None else None
    if content is None or text is None:
        raise UnreadablePaper(file, "it holds no text; save it from a word processor as .odt")
    walk = _Walk(Styles(content, common))
    try:
        walk.write(text)
    except RecursionError as error:
        raise UnreadablePaper(file, "its parts are nested too deeply; save it as PDF") from error
    return walk.writer.reading(title=walk.title or _header(common))


class _Walk:
    """Writes the paragraphs and tables of a file in order."""

    def __init__(self, styles: Styles) -> None:
        self.writer = DocumentWriter()
        self.title = ""
        self._styles = styles
        self._numbering = Numbering(styles)

    def write(self, text: _Element) -> None:
        """Write the paragraphs and tables under an element."""
        for part in self._parts(text):
            if isinstance(part, Block):
                self.writer.block(part)
            else:
                rows = [[self._cell(cell) for cell in _cells(row)] for row in _rows(part)]
                self.writer.table(rows, nested=next(part.iterdescendants(TABLE + "table"), None) is not None)

    def _parts(self, parent: _Element, item: Item | None = None) -> Iterator[Block | _Element]:
        """The paragraphs under an element in order, and its tables as they are."""
        for child in parent:
            if child.tag in PARAGRAPHS:
                yield self._paragraph(child, item)
                for box in boxes(child):
                    yield from self._parts(box)
            elif child.tag == TEXT + "list":
                yield from self._list(child, item.of if item else None)
            elif child.tag == TEXT + "numbered-paragraph":
                yield from self._parts(child, self._numbering.lone_item(child))
            elif child.tag == TABLE + "table":
                yield child
            elif (
                child.tag in _WRAPPERS and child.get(TEXT + "display") != "none" and not says(child, TEXT + "is-hidden")
            ):
                yield from self._parts(child, item)
            elif child.tag.startswith(DRAW):
                yield from self._parts(child)

    def _list(self, element: _Element, within: OpenList | None) -> Iterator[Block | _Element]:
        opened = self._numbering.opened(element, within)
        for child in element:
            if child.tag in _ITEMS:
                yield from self._parts(child, self._numbering.item(child, opened))

    def _paragraph(self, paragraph: _Element, item: Item | None) -> Block:
        printed = self._numbering.printed(paragraph, item)
        indent, own = self._styles.indent(paragraph)
        if printed is not None and printed.added:
            indent = (indent or 0.0) + (printed.indent or 0.0)
        elif printed is not None and not own:
            indent = printed.indent or indent
        lines = words_of(paragraph, self._styles)
        block = Block(lines, printed.number if printed else "", self._styles.level(paragraph), indent or 0.0)
        if block.text and not self.title and self._styles.is_title(paragraph):
            self.title = block.text
        return block

    def _cell(self, cell: _Element | None) -> list[Block]:
        """The paragraphs of a cell, those of tables within it included."""
        blocks: list[Block] = []
        for part in self._parts(cell) if cell is not None else ():
            if isinstance(part, Block):
                blocks.append(part)
            else:
                blocks += [block for row in _rows(part) for inner in _cells(row) for block in self._cell(inner)]
        return blocks


def _rows(table: _Element) -> list[_Element]:
    return [row for row in table.iter(TABLE + "table-row") if next(row.iterancestors(TABLE + "table"), None) is table]


def _cells(row: _Element) -> Iterator[_Element | None]:
    """The cells of a row; None for one that a cell above covers. What a cell covers beside it is part of it."""
    covered = 0
    for cell in row:
        repeated = min(whole(cell.get(TABLE + "number-columns-repeated")) or 1, _MOST_COLUMNS)
        if cell.tag == TABLE + "table-cell":
            covered = (whole(cell.get(TABLE + "number-columns-spanned")) or 1) - 1
            yield from [cell] * repeated
        elif cell.tag == TABLE + "covered-table-cell":
            yield from [None] * (repeated - covered)
            covered = max(0, covered - repeated)


def _header(common: _Element | None) -> str:
    """The words of the first header that can be a title."""
    masters = common.find(OFFICE + "master-styles") if common is not None else None
    if common is None or masters is None:
        return ""
    styles = Styles(common, common)
    for header in masters.iter(STYLE + "header", STYLE + "header-first", STYLE + "header-left"):
        paragraphs = (words_of(paragraph, styles) for paragraph in header.iter(*PARAGRAPHS))
        text = " ".join(line for lines in paragraphs for line, _ in lines)
        if len(text.split()) >= _TITLE_WORDS:
            return text
    return ""
