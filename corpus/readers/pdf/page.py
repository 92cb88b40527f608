"""A page's words into lines: prose a line a printed line, tables a line a row, the margin behind its paragraph."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from corpus.readers.pdf.margin import margin_pieces, may_be_note
from corpus.readers.pdf.notes import Note, notes_of, put_notes
from corpus.readers.pdf.pieces import Piece, pieces_of, same_line
from corpus.readers.pdf.printed import Printed, is_blank, prose_line, table_line, usual_leading, with_blanks
from corpus.readers.pdf.rows import Row, rows_of
from corpus.readers.pdf.ruling import Grid

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.readers.lines import LineWriter
    from corpus.readers.pdf.geometry import Sheet

_ALIGNED = 3.0  # points within which the edges of cells above each other count as one edge
_COLUMN_LINES = 6  # two cells of so many lines, both wide, are columns of prose
_COLUMN_WIDTH = 0.28  # of the page's width
_MOST_LAYOUT = 3  # cells: a row of more is data, however long its cells
_MARKER = re.compile(
    r"[•·●○▪■□◦‣–—*✓✔➢o-]|\(?(?:\d{1,4}|[A-Za-z]|[ivxlcIVXLC]{1,6})[.)]{0,2}|(?:\d{1,3}[./]){1,3}\d{0,3}[.)]?"
)
"""What stands before an item with a gap behind it: a bullet, "4", "4.", "(a)", "iv)", "3.2.1", "26/6"."""
_PAGES = re.compile(r"\(?(?:pages?|pp?\.)\s*[\dA-Z].*|\.*\s*\d{1,3}", re.IGNORECASE)


def write_page(writer: LineWriter, sheet: Sheet, number: int) -> int:
    """Write the lines of a page; gives how many there were."""
    pieces = pieces_of(sheet.runs, Grid(sheet.rules))
    margin = margin_pieces(pieces, sheet.width)
    notes = notes_of(pieces, margin)
    rows = rows_of(piece for i, piece in enumerate(pieces) if i not in margin)
    usual = usual_leading(rows)
    lines: list[Printed] = []
    for i, row in enumerate(rows):
        marked = _with_marker(row)
        if (note := _note_beside(marked, sheet.width, usual, numbered=marked is not row)) is not None:
            notes.append(note)
            marked = Row(marked.cells[:1])
        lines += _printed(marked, rows[max(0, i - 2) : i] + rows[i + 1 : i + 3], sheet.width, usual)
    lines = with_blanks(lines, usual)
    put_notes(lines, notes)
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


def _note_beside(row: Row, width: float, usual: float, *, numbered: bool) -> Note | None:
    """The note in the last cell of minutes set in a ruled table: number, what was said, who is to act."""
    if not row.ruled or len(row.cells) != 2 or not all(may_be_note(piece, width) for piece in row.cells[1]):  # noqa: PLR2004
        return None
    if not numbered and not _has_paragraphs(row.cells[0], usual):
        return None
    return Note(tuple(row.cells[1]), at_end=same_line(row.cells[0][-1], row.cells[1][0]))


def _printed(row: Row, neighbours: Sequence[Row], width: float, usual: float) -> list[Printed]:
    if len(row.cells) > 1:
        if _is_table_row(row, neighbours, width, usual):
            return [table_line(row)]
        if all(len(cell) == 1 for cell in row.cells):
            return [prose_line(*(cell[0] for cell in row.cells))]
    lines = [[prose_line(piece) for piece in cell] for cell in row.cells]
    return [replace(line, blank=line.blank or not i) for cell in lines for i, line in enumerate(cell)]


def _is_table_row(row: Row, neighbours: Sequence[Row], width: float, usual: float) -> bool:
    if row.ruled:
        return len(row.cells) > _MOST_LAYOUT or not any(_has_paragraphs(cell, usual) for cell in row.cells)
    if _PAGES.fullmatch(row.cells[-1][0].text) and len(row.cells) == 2:  # noqa: PLR2004
        return False  # an agenda's item and its pages
    long = [cell for cell in row.cells if len(cell) >= _COLUMN_LINES]
    if len(long) == len(row.cells) == 2 and all(_width(cell) > _COLUMN_WIDTH * width for cell in long):  # noqa: PLR2004
        return False  # columns of prose
    return any(len(cell) > 1 for cell in row.cells) or any(_share_edges(row, other) for other in neighbours)


def _has_paragraphs(cell: Sequence[Piece], usual: float) -> bool:
    """Whether a cell holds a heading above text, or paragraphs with white space between."""
    return (cell[0].bold and not cell[-1].bold) or any(is_blank(b.y - a.y, b.size, usual) for a, b in pairwise(cell))


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
