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
_FEW = 4  # lines


@dataclass(frozen=True, slots=True)
class Printed:
    """A line, or a table's row. `blank` says that white space stands above it."""

    text: str
    x0: float
    y: float
    size: float
    bold: bool
    cells: tuple[str, ...] = ()
    blank: bool = False


def prose_line(*pieces: Piece) -> Printed:
    """A line of prose; several pieces on it are parted by tabs, which are no more than spaces here."""
    first = pieces[0]
    text = " ".join(piece.text for piece in pieces)
    return Printed(text, first.x0, first.y, first.size, all(piece.bold for piece in pieces))


def table_line(row: Row) -> Printed:
    """A row of a table, the lines of each cell joined."""
    cells = tuple(" ".join(piece.text for piece in cell) for cell in row.cells)
    bold = all(piece.bold for cell in row.cells for piece in cell)
    first = row.cells[0][0]
    return Printed("\t".join(cells), first.x0, row.top, first.size, bold, cells)


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
        blank = not marked or line.blank or is_blank(line.y - marked[-1].y, line.size, usual)
        marked.append(replace(line, blank=blank))
    return marked
