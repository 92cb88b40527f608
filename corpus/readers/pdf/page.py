"""A page's words into lines: prose a line a printed line, tables a line a row, the margin behind its paragraph."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

from corpus.readers.pdf.margin import margin_pieces
from corpus.readers.pdf.pieces import Piece, pieces_of, same_line
from corpus.readers.pdf.rows import Row, rows_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from corpus.readers.lines import LineWriter
    from corpus.readers.pdf.geometry import Run

_BLANK = (
    1.3  # times the usual distance of lines: a wider one shows a blank line. Leading varies by a tenth within papers
)
_USUAL = 1.2  # ems from line to line where a page has too few lines to tell
_NOTE_LINES = 1.5  # ems: lines of one margin note stand nearer than this
_ALIGNED = 3.0  # points within which the edges of cells above each other count as one edge
_COLUMN_LINES = 6  # two cells of so many lines, both wide, are columns of prose
_COLUMN_WIDTH = 0.28  # of the page's width
_MARKER = re.compile(
    r"[•·●○▪■□◦‣–—*✓✔➢o-]|\(?(?:\d{1,4}|[A-Za-z]|[ivxlcIVXLC]{1,6})[.)]{0,2}|(?:\d{1,3}[./]){1,3}\d{0,3}[.)]?"
)
"""What stands before an item with a gap behind it: a bullet, "4", "4.", "(a)", "iv)", "3.2.1", "26/6"."""
_PAGES = re.compile(r"\(?(?:pages?|pp?\.)\s*[\dA-Z].*|\.*\s*\d{1,3}", re.IGNORECASE)
_START = re.compile(r"(?:[•·●○▪■□◦‣*✓✔➢]|\(?\d{1,3}(?:\.\d{1,3})*[.)]?|\(?[a-zA-Z][.)]|\(?[ivxl]+[.)]) ")


@dataclass(frozen=True, slots=True)
class _Printed:
    """A line as it will be written, with its place on the page."""

    text: str
    x0: float
    y: float
    size: float
    bold: bool
    cells: tuple[str, ...] = ()
    blank: bool = False


def write_page(writer: LineWriter, runs: Sequence[Run], number: int, width: float) -> int:
    """Write the lines of a page; gives how many there were."""
    pieces = pieces_of(runs)
    margin = margin_pieces(pieces, width)
    rows = [_with_marker(row) for row in rows_of(piece for i, piece in enumerate(pieces) if i not in margin)]
    usual = _usual_leading(rows)
    lines: list[_Printed] = []
    for i, row in enumerate(rows):
        lines += _printed(row, rows[max(0, i - 2) : i] + rows[i + 1 : i + 3], width)
    lines = _with_blanks(lines, usual)
    _put_margin(lines, pieces, margin)
    for line in lines:
        writer.add(line.text, page=number, cells=line.cells, bold=line.bold, indent=line.x0, blank_before=line.blank)
    return len(lines)


def _with_marker(row: Row) -> Row:
    """Join a bullet or number that stands alone in the first cell to the text beside it."""
    first = row.cells[0]
    if len(row.cells) == 1 or len(first) > 1 or not _MARKER.fullmatch(first[0].text):
        return row
    marker, (text, *rest) = first[0], row.cells[1]
    if not same_line(marker, text):
        return row
    joined = replace(marker.joined(text), y=text.y, size=text.size, bold=text.bold)
    return Row([[joined, *rest], *row.cells[2:]])


def _printed(row: Row, neighbours: Sequence[Row], width: float) -> list[_Printed]:
    if len(row.cells) > 1:
        if _is_table_row(row, neighbours, width):
            return [_table_line(row)]
        if all(len(cell) == 1 for cell in row.cells):
            pieces = [cell[0] for cell in row.cells]
            text = " ".join(piece.text for piece in pieces)
            return [replace(_line(pieces[0]), text=text, bold=all(piece.bold for piece in pieces))]
    return [_line(piece) for cell in row.cells for piece in cell]


def _line(piece: Piece) -> _Printed:
    return _Printed(piece.text, piece.x0, piece.y, piece.size, piece.bold)


def _table_line(row: Row) -> _Printed:
    cells = tuple(" ".join(piece.text for piece in cell) for cell in row.cells)
    bold = all(piece.bold for cell in row.cells for piece in cell)
    first = row.cells[0][0]
    return _Printed("\t".join(cells), first.x0, row.top, first.size, bold, cells)


def _is_table_row(row: Row, neighbours: Sequence[Row], width: float) -> bool:
    if _PAGES.fullmatch(row.cells[-1][0].text) and len(row.cells) == 2:  # noqa: PLR2004
        return False  # an agenda's item and its pages
    long = [cell for cell in row.cells if len(cell) >= _COLUMN_LINES]
    if len(long) == len(row.cells) == 2 and all(_width(cell) > _COLUMN_WIDTH * width for cell in long):  # noqa: PLR2004
        return False  # columns of prose
    return any(len(cell) > 1 for cell in row.cells) or any(_share_edges(row, other) for other in neighbours)


def _width(cell: Sequence[Piece]) -> float:
    return max(piece.x1 for piece in cell) - min(piece.x0 for piece in cell)


def _share_edges(row: Row, other: Row) -> bool:
    """Whether a cell beyond the first begins, ends or is centred where one of the other row does."""
    return len(other.cells) > 1 and any(
        any(abs(a - b) <= _ALIGNED for a, b in zip(_edges(cell), _edges(there), strict=True))
        for cell in row.cells[1:]
        for there in other.cells[1:]
    )


def _edges(cell: Sequence[Piece]) -> tuple[float, float, float]:
    left, right = min(piece.x0 for piece in cell), max(piece.x1 for piece in cell)
    return left, right, (left + right) / 2


def _usual_leading(rows: Iterable[Row]) -> float:
    """The usual distance from line to line on a page, in ems."""
    steps = [
        (b.y - a.y) / b.size
        for row in rows
        for cell in row.cells
        for a, b in pairwise(cell)
        if b.y > a.y and b.size > 0
    ]
    near = [step for step in steps if step < 2 * _USUAL]
    return median(near) if len(near) > 4 else _USUAL  # noqa: PLR2004


def _with_blanks(lines: Sequence[_Printed], usual: float) -> list[_Printed]:
    """Mark the lines that a blank line stands before; a page's first line and a jump upwards count as such."""
    marked: list[_Printed] = []
    bottom: float | None = None
    for line in lines:
        step = None if bottom is None else line.y - bottom
        blank = step is None or step < 0 or step > _BLANK * usual * line.size
        marked.append(replace(line, blank=blank))
        bottom = line.y
    return marked


def _put_margin(lines: list[_Printed], pieces: Sequence[Piece], margin: set[int]) -> None:
    """Put each margin note behind the paragraph that it stands beside, as a row whose first cell is empty."""
    for group in _notes(pieces, margin):
        note = [pieces[i] for i in group]
        text = " ".join(piece.text for piece in note)
        first = note[0]
        before = pieces[group[0] - 1] if group[0] else first
        at = _behind(lines, first, on_last_line=before is not first and same_line(before, first))
        printed = _Printed(text, first.x0, first.y, first.size, first.bold, ("", text), blank=True)
        lines.insert(at, printed)
        if at + 1 < len(lines):
            lines[at + 1] = replace(lines[at + 1], blank=True)


def _notes(pieces: Sequence[Piece], margin: set[int]) -> list[list[int]]:
    """Margin pieces drawn after each other, close above each other, are one note."""
    groups: list[list[int]] = []
    for i in sorted(margin):
        if groups and groups[-1][-1] == i - 1 and 0 < pieces[i].y - pieces[i - 1].y <= _NOTE_LINES * pieces[i].size:
            groups[-1].append(i)
        else:
            groups.append([i])
    return groups


def _behind(lines: Sequence[_Printed], note: Piece, *, on_last_line: bool) -> int:
    """The place behind the paragraph beside a note: before the next line that begins one."""
    beside = [i for i, line in enumerate(lines) if not line.cells and abs(line.y - note.y) <= note.size]
    if not beside:
        beside = [i for i, line in enumerate(lines) if line.y <= note.y] or [0]
    at = beside[-1] + 1
    if on_last_line:
        at = min(beside, key=lambda i: abs(lines[i].y - note.y)) + 1
        if at == len(lines) or not lines[at].text[0].islower():
            return at
    while at < len(lines) and not (lines[at].blank or lines[at].cells or _START.match(lines[at].text)):
        at += 1
    return at
