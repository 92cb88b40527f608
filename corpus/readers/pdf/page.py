"""A page's words into lines: prose a line a printed line, tables a line a row, the margin behind its paragraph."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from corpus.readers.pdf.line_numbers import without_line_numbers
from corpus.readers.pdf.margin import margin_pieces, may_be_note
from corpus.readers.pdf.notes import Note, notes_of, put_notes
from corpus.readers.pdf.pieces import Piece, pieces_of, same_line
from corpus.readers.pdf.printed import Printed, columns_of, is_blank, prose_line, table_line, usual_leading, with_blanks
from corpus.readers.pdf.rows import Row, rows_of
from corpus.readers.pdf.ruling import Grid

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.readers.lines import LineWriter
    from corpus.readers.pdf.geometry import Sheet

_ALIGNED = 3.0  # points within which the edges of cells above each other count as one edge
_COLUMN_LINES = 8  # a cell of so many lines, with no lines ruled around it, is a column of prose
_MOST_COLUMNS = 3  # cells side by side: more are data, however long they are
_FEW_WORDS = 12  # of a cell beside minutes: a heading, or who is to act
_MARKER = re.compile(
    r"[•·●○▪■□◦‣–—*✓✔➢o-]|\(?(?:\d{1,4}|[A-Za-z]|[ivxlcIVXLC]{1,6})[.)]{0,2}|(?:\d{1,3}[./]){1,3}\d{0,3}[.)]?"
)
"""What stands before an item with a gap behind it: a bullet, "4", "4.", "(a)", "iv)", "3.2.1", "26/6"."""
_ITEM = re.compile(r"\(?\d{1,3}(?:[./]\d{1,3}){0,3}[.)]?")
_ABOVE = 0.4  # ems: how much lower than its line a number in a column of its own may stand
_PAGES = re.compile(r"\(?(?:pages?|pp?\.)\s*[\dA-Z].*|\.*\s*\d{1,3}", re.IGNORECASE)


def write_page(writer: LineWriter, sheet: Sheet, number: int) -> int:
    """Write the lines of a page; gives how many there were."""
    pieces = pieces_of(without_line_numbers(sheet.runs), Grid(sheet.rules))
    margin = margin_pieces(pieces, sheet.width)
    notes = notes_of(pieces, margin)
    rows = rows_of((piece for i, piece in enumerate(pieces) if i not in margin), sheet.height)
    usual = usual_leading(rows)
    lines: list[Printed] = []
    for i, row in enumerate(rows):
        columns = columns_of(rows, i) if row.ruled else []
        marked = row if len(columns) > _MOST_COLUMNS else _with_numbers(_with_marker(row), usual)
        if found := _notes_beside(marked, sheet.width, usual, numbered=marked is not row):
            notes += found
            marked = Row(marked.cells[:1])
        if len(marked.cells) > 1 and _is_table_row(marked, rows[max(0, i - 2) : i] + rows[i + 1 : i + 3], usual):
            printed = [table_line(row, columns)]
        else:
            printed = _prose(marked)
        lines += [replace(line, blank=line.blank or (row.apart and not at)) for at, line in enumerate(printed)]
    lines = with_blanks(lines, usual)
    put_notes(lines, notes)
    for line in lines:
        writer.add(
            line.text,
            page=number,
            number=line.number,
            cells=line.cells,
            bold=line.bold,
            indent=line.x0,
            blank_before=line.blank,
        )
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
    return Row([[joined, *rest], *row.cells[2:]], row.apart)


def _with_numbers(row: Row, usual: float) -> Row:
    """Give the numbers of a ruled column of numbers to the lines beside them.

    They are typed by hand, a number now and then a little above its line: each goes to the first line that is not
    above it. They are drawn before all the text, so that they are no part of a line's words.
    """
    first, *others = row.cells
    if not row.ruled or not others or not all(_ITEM.fullmatch(piece.text) for piece in first):
        return row
    told = list(others[0])
    if len(told) <= len(first) or not _has_paragraphs(told, usual):
        return row
    for marker in first:
        reach = marker.y - _ABOVE * marker.size
        at = next((i for i, piece in enumerate(told) if piece.y >= reach and not piece.number), None)
        if at is None:
            return row
        told[at] = replace(told[at], number=marker.text)
    return Row([told, *others[1:]], row.apart)


def _notes_beside(row: Row, width: float, usual: float, *, numbered: bool) -> list[Note]:
    """The notes in the last cell of minutes set in a ruled table: number, what was said, who is to act."""
    if not row.ruled or len(row.cells) != 2 or not all(may_be_note(piece, width) for piece in row.cells[1]):  # noqa: PLR2004
        return []
    told, names = row.cells
    if not numbered and not _has_paragraphs(told, usual):
        return []
    notes = notes_of(names, set(range(len(names))))
    return [replace(note, at_end=same_line(told[-1], note.pieces[0])) for note in notes]


def _prose(row: Row) -> list[Printed]:
    """The lines of a row that is no table's: tabs within a line are spaces, columns come one by one."""
    if all(len(cell) == 1 for cell in row.cells):
        return [prose_line(*(cell[0] for cell in row.cells))]
    return [
        replace(prose_line(piece), blank=column > 0 and piece is cell[0])
        for column, cell in enumerate(row.cells)
        for piece in cell
    ]


def _is_table_row(row: Row, neighbours: Sequence[Row], usual: float) -> bool:
    if row.ruled:
        return not _is_layout(row, usual)
    if _PAGES.fullmatch(row.cells[-1][0].text) and len(row.cells) == 2:  # noqa: PLR2004
        return False  # an agenda's item and its pages
    if len(row.cells) <= _MOST_COLUMNS and any(len(cell) >= _COLUMN_LINES for cell in row.cells):
        return False  # columns of prose, or a box beside it
    return any(len(cell) > 1 for cell in row.cells) or any(_share_edges(row, other) for other in neighbours)


def _is_layout(row: Row, usual: float) -> bool:
    """Whether a ruled row only lays out minutes: one cell holds paragraphs, the others a word or two."""
    told = [cell for cell in row.cells if _has_paragraphs(cell, usual)]
    short = [cell for cell in row.cells if sum(piece.words for piece in cell) <= _FEW_WORDS]
    return len(told) == 1 and len(short) >= len(row.cells) - 1 and len(row.cells) <= _MOST_COLUMNS


def _has_paragraphs(cell: Sequence[Piece], usual: float) -> bool:
    """Whether a cell holds a heading above text, or paragraphs with white space between."""
    return (cell[0].bold and not cell[-1].bold) or any(is_blank(b.y - a.y, b.size, usual) for a, b in pairwise(cell))


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
