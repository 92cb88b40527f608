"""HTML into lines: paragraphs, headings, list items and table rows, for web pages and the HTML in markdown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

from bs4.element import NavigableString, Tag

from corpus.readers.mending import squeeze
from corpus.readers.numerals import letters, roman

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from corpus.readers.lines import LineWriter

_BLOCK = re.compile(
    "address|article|aside|blockquote|body|caption|center|dd|details|div|dl|dt|fieldset|figcaption|figure|form|h[1-6]|hr"
    "|html|legend|li|main|ol|p|pre|section|summary|table|tbody|td|tfoot|th|thead|tr|ul"
)
_HEADING = re.compile(r"h[1-6]")
_BOLD = frozenset(("b", "strong", "th"))
_NUMBER = re.compile(r"\(?(?:\d{1,4}(?:[./]\d{1,4})*|[A-Za-z]|[ivxlc]{1,6})[.)]{0,2}")
"""A cell that holds nothing but an item's number: "54.", "(a)", "26/6"."""
_INDENT = 18.0  # points for each list within a list, as browsers and printed papers set them
_LAYOUT_BLOCKS = 4  # lines in one cell: a table with such a cell lays out a page of minutes
_LAYOUT_WORDS = 150  # the same in words, where the cell is one block
_NOTE_WORDS = 4  # of a last cell beside minutes: who is to act
_CLASS_LEVELS = {"mgaititletxt": 3, "mgsubitemtitletxt": 4, "mgsectiontitle": 2}
"""Headings that ModernGov sets as paragraphs: an item's title, "Minutes:" and "Decision:" under it, a section."""
_CLASS_LAYOUT = frozenset(("mgitemtable",))
_DEEPEST_TABLE = (
    20  # tables within tables: deeper ones are written block by block, for each is looked at as a whole first
)
_LONGEST_WHOLE = 9  # digits of a number that an attribute gives

_Walk: TypeAlias = "Iterator[_Walk]"
"""A walk through a tag. It gives the walks to be gone through before it goes on: however deep the tree, none calls itself."""


class BlockWriter:
    """Writes the blocks of an HTML tree. `clean` is applied to the text of every line."""

    def __init__(self, writer: LineWriter, clean: Callable[[str], str] = squeeze) -> None:
        self._writer = writer
        self._clean = clean
        self._run: list[tuple[str, bool]] = []
        self._number = ""
        self._level = 0
        self._depth = 0
        self._tables = 0
        self._blank = True

    def write(self, root: Tag) -> None:
        """Write everything under a tag."""
        walks = [self._children(root, bold=False)]
        while walks:
            if (inner := next(walks[-1], None)) is None:
                walks.pop()
            else:
                walks.append(inner)
        self._end_line()

    def _children(self, tag: Tag, *, bold: bool) -> _Walk:
        for child in tag.children:
            if isinstance(child, Tag):
                yield self._tag(child, bold=bold or child.name in _BOLD)
            elif type(child) is NavigableString:  # no comment, no declaration
                self._run.append((str(child), bold))

    def _tag(self, tag: Tag, *, bold: bool) -> _Walk:
        if tag.name == "br":
            self._end_line()
        elif not _BLOCK.fullmatch(tag.name):
            yield self._children(tag, bold=bold)
        elif tag.name == "table" and self._tables < _DEEPEST_TABLE:
            self._end_block()
            yield self._table(tag)
        elif tag.name in {"ol", "ul"}:
            self._end_block()
            yield self._list(tag, bold=bold)
        else:
            self._end_block()
            self._level = _level(tag) or self._level
            yield self._children(tag, bold=bold)
            self._end_block()
            self._level = 0

    def _end_block(self) -> None:
        self._end_line()
        self._blank = True

    def _end_line(self) -> None:
        text = self._clean("".join(text for text, _ in self._run))
        bold = all(bold for text, bold in self._run if text.strip())
        self._run.clear()
        if not text:
            return
        self._writer.add(
            text,
            number=self._number,
            level=self._level,
            bold=bold,
            indent=_INDENT * self._depth,
            blank_before=self._blank,
        )
        self._number, self._blank = "", False

    def _list(self, tag: Tag, *, bold: bool) -> _Walk:
        self._depth += 1
        numbers = _numbers(tag)
        for child in tag.children:
            if isinstance(child, Tag) and child.name == "li":
                self._end_block()
                self._number = next(numbers)(child)
                yield self._children(child, bold=bold)
                self._end_block()
                self._number = ""
            elif isinstance(child, Tag):
                yield self._tag(child, bold=bold)
        self._depth -= 1

    def _table(self, table: Tag) -> _Walk:
        self._tables += 1
        rows = _rows(table)
        for caption in table.find_all("caption", recursive=False):
            yield self._tag(caption, bold=True)
        layout = _is_layout(table, rows)
        for row in rows:
            cells = row.find_all(["td", "th"], recursive=False)
            yield (self._layout_row if layout else self._data_row)(cells)
        self._blank = True
        self._tables -= 1

    def _data_row(self, cells: list[Tag]) -> _Walk:
        texts = tuple(self._clean(" ".join(_texts(cell))) for cell in cells)
        if sum(bool(text) for text in texts) > 1:
            bold = all(cell.name == "th" or _is_bold(cell) for cell in cells if cell.get_text(strip=True))
            self._writer.add("\t".join(filter(None, texts)), cells=texts, bold=bold, blank_before=self._blank)
            self._blank = False
            return
        for cell in cells:
            self._end_block()
            yield self._children(cell, bold=cell.name == "th")
            self._end_block()

    def _layout_row(self, cells: list[Tag]) -> _Walk:
        """A row that lays out minutes: the item's number, what was said, and perhaps who is to act."""
        filled = [cell for cell in cells if cell.get_text(strip=True)]
        if len(filled) > 1 and _NUMBER.fullmatch(first := squeeze(filled[0].get_text())):
            self._number = first
            del filled[0]
        for i, cell in enumerate(filled):
            texts = [self._clean(text) for text in _texts(cell)]
            if i and i == len(filled) - 1 and all(len(text.split()) <= _NOTE_WORDS for text in texts):
                for text in filter(None, texts):
                    self._writer.add(text, cells=("", text), blank_before=True)
            else:
                self._end_block()
                yield self._children(cell, bold=cell.name == "th")
                self._end_block()
        self._number = ""


def _rows(table: Tag) -> list[Tag]:
    """The rows of a table, without those of the tables in it."""
    rows: list[Tag] = []
    waiting = _tags_in(table)
    while waiting:
        tag = waiting.pop()
        if tag.name == "tr":
            rows.append(tag)
        if tag.name != "table":
            waiting += _tags_in(tag)
    return rows


def _tags_in(tag: Tag) -> list[Tag]:
    """The tags right within a tag, the last first."""
    return [child for child in reversed(tag.contents) if isinstance(child, Tag)]


def _level(tag: Tag) -> int:
    if _HEADING.fullmatch(tag.name):
        return int(tag.name[1])
    if tag.get("role") == "heading":
        return _whole(tag.get("aria-level"), 2)
    return next((_CLASS_LEVELS[name] for name in class_names(tag) if name in _CLASS_LEVELS), 0)


def class_names(tag: Tag) -> list[str]:
    """The classes of a tag, in small letters."""
    value: str | list[str] = tag.get("class") or []
    return [name.lower() for name in (value.split() if isinstance(value, str) else value)]


def _texts(cell: Tag) -> list[str]:
    """The text of a cell, block by block."""
    blocks: list[list[str]] = [[]]
    for node in cell.descendants:
        if isinstance(node, Tag):
            if _BLOCK.fullmatch(node.name) or node.name == "br":
                blocks.append([])
        elif type(node) is NavigableString:
            blocks[-1].append(str(node))
    return [text for block in blocks if (text := "".join(block)).strip()]


def _is_bold(cell: Tag) -> bool:
    """Whether all words of a cell stand in bold type."""
    waiting = [cell]
    while waiting:
        for child in waiting.pop().contents:
            if isinstance(child, Tag):
                waiting += [child] if child.name not in {"b", "strong"} else []
            elif type(child) is NavigableString and child.strip():
                return False
    return True


def _is_layout(table: Tag, rows: list[Tag]) -> bool:
    """Whether a table only lays out a page: headings, tables or paragraphs stand in its cells."""
    if table.get("role") == "presentation" or _CLASS_LAYOUT.intersection(class_names(table)):
        return True
    if table.find(["table", "h1", "h2", "h3", "h4"]) is not None:
        return True
    cells = [cell for row in rows for cell in row.find_all(["td", "th"], recursive=False)]
    return any(
        len(texts := _texts(cell)) >= _LAYOUT_BLOCKS or len(" ".join(texts).split()) > _LAYOUT_WORDS for cell in cells
    )


def _numbers(tag: Tag) -> Iterator[Callable[[Tag], str]]:
    """For each item of a list in turn, what gives its number; an item's own value counts from there on."""
    count, kind = _whole(tag.get("start"), 1) - 1, str(tag.get("type", "1"))

    def number(item: Tag) -> str:
        nonlocal count
        count = _whole(item.get("value"), count + 1)
        return f"{_numeral(count, kind)}." if tag.name == "ol" else ""

    while True:
        yield number


def _numeral(count: int, kind: str) -> str:
    if kind in {"a", "A"}:
        return letters(count) if kind == "a" else letters(count).upper()
    if kind in {"i", "I"}:
        return roman(count) if kind == "i" else roman(count).upper()
    return str(count)


def _whole(value: object, otherwise: int) -> int:
    """The whole number that an attribute gives, or another where it gives none."""
    text = str(value)
    return int(text) if len(text) <= _LONGEST_WHOLE and re.fullmatch(r"-?\d+", text, re.ASCII) else otherwise
