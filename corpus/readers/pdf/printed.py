"""Lines as they will be written, with their places on the page."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from corpus.readers.pdf.pieces import Piece
    from corpus.readers.pdf.rows import Row

_BLANK = (
    1.3  # times the usual distance of lines: a wider one shows a blank line. Leading varies by a tenth within papers
)
_USUAL = 1.2  # ems from line to line where a page has too few lines to tell
_EDGE = 3.0  # points within which left edges of cells are one column's
_FEW = 4  # lines


@dataclass(frozen=True, slots=True)
class Printed:
    """A line, or a table's row. `blank` says that white space stands above it, `number` what stands beside it."""

    text: str
    x0: float
    y: float
    size: float
    bold: bool
    cells: tuple[str, ...] = ()
    blank: bool = False
    number: str = ""


def prose_line(*pieces: Piece) -> Printed:
    """A line of prose; several pieces on it are parted by tabs, which are no more than spaces here."""
    first = pieces[0]
    text = " ".join(piece.text for piece in pieces)
    bold = all(piece.bold for piece in pieces)
    return Printed(text, first.x0, first.y, first.size, bold, number=first.number)


def table_line(row: Row, columns: Sequence[float]) -> Printed:
    """A row of a table, the lines of each cell joined. `columns` are the left edges of a ruled table's columns."""
    words = [" ".join(piece.text for piece in cell) for cell in row.cells]
    bold = all(piece.bold for cell in row.cells for piece in cell)
    first = row.cells[0][0]
    return Printed("\t".join(words), first.x0, row.top, first.size, bold, _with_empty(row, words, columns))


def _with_empty(row: Row, words: Sequence[str], columns: Sequence[float]) -> tuple[str, ...]:
    """The words of a row's cells, "" for cells that are ruled but empty, so that columns stand under each other."""
    boxes = [cell[0].cell for cell in row.cells]
    starts: dict[float, str] = {}
    for left in columns:
        if not any(box is not None and box.left - _EDGE < left < box.right - _EDGE for box in boxes):
            starts[left] = ""
    for box, text in zip(boxes, words, strict=True):
        if box is None:
            return tuple(words)
        starts[box.left] = text
    return tuple(text for _, text in sorted(starts.items()))


def columns_of(rows: Sequence[Row], at: int) -> list[float]:
    """The left edges of the columns of the ruled table that a row belongs to.

    Tables often follow each other with no gap: only rows count whose edges are all among the row's own, or hold them.
    """
    first = last = at
    while first > 0 and rows[first - 1].ruled:
        first -= 1
    while last + 1 < len(rows) and rows[last + 1].ruled:
        last += 1
    own = _lefts(rows[at])
    alike = [lefts for row in rows[first : last + 1] if _within(lefts := _lefts(row), own) or _within(own, lefts)]
    lefts = sorted(left for row in alike for left in row)
    return [left for i, left in enumerate(lefts) if not i or left - lefts[i - 1] > _EDGE]


def _lefts(row: Row) -> list[float]:
    return [cell[0].cell.left for cell in row.cells if cell[0].cell is not None]


def _within(some: Sequence[float], others: Sequence[float]) -> bool:
    return all(any(abs(a - b) <= _EDGE for b in others) for a in some)


def usual_leading(rows: Iterable[Row]) -> float:
    """The usual distance from line to line on a page, in ems."""
    steps = [
        (b.y - a.y) / b.size
        for row in rows
        for cell in row.cells
        for a, b in pairwise(cell)
        if b.y > a.y and b.size > 0
    ]
    near = [step for step in steps if step < 2 * _USUAL]
    return median(near) if len(near) > _FEW else _USUAL


def is_blank(step: float, size: float, usual: float) -> bool:
    """Whether a step from baseline to baseline leaves white space between."""
    return step < 0 or step > _BLANK * usual * size


def with_blanks(lines: Sequence[Printed], usual: float) -> list[Printed]:
    """Mark the lines that white space stands above; a page's first line and a jump upwards count as such."""
    marked: list[Printed] = []
    for line in lines:
        blank = not marked or line.blank or bool(line.number) or is_blank(line.y - marked[-1].y, line.size, usual)
        marked.append(replace(line, blank=blank))
    return marked
