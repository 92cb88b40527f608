"""Pieces into rows: a row is a stretch of prose in one column, or cells side by side.

Pieces come in the order in which they are drawn, which is the order in which the paper was written: a cell's lines
together, a column of prose together. A piece that begins right of what was just drawn, and not below it, opens the
next cell; one that begins below and left of it opens the next row.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from corpus.readers.pdf.pieces import same_line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from corpus.readers.pdf.pieces import Piece

_NEXT_LINE = 3.0  # ems: the furthest that a cell's next line stands below, a blank line between them
_TOUCH = 2.0  # points: how far cells may reach into each other
_LEFT = 1.5  # ems: how far a cell's line may begin left of the lines above (centred and hanging lines)


@dataclass(slots=True)
class Row:
    """Cells side by side, each the pieces of its lines; prose is a row of one cell."""

    cells: list[list[Piece]] = field(default_factory=list)

    @property
    def top(self) -> float:
        return min(piece.y for cell in self.cells for piece in cell)

    @property
    def bottom(self) -> float:
        return max(piece.y for cell in self.cells for piece in cell)


def rows_of(pieces: Iterable[Piece]) -> list[Row]:
    """The rows of a page, in reading order."""
    rows: list[Row] = []
    for piece in pieces:
        if not rows or not _fits(rows, piece):
            rows.append(Row([[piece]]))
    return _ends_in_place(rows)


def _fits(rows: list[Row], piece: Piece) -> bool:
    """Put a piece into the row that is open, where it belongs there."""
    row = rows[-1]
    cell = row.cells[-1]
    last = cell[-1]
    if piece.angle != last.angle:
        return False
    if same_line(last, piece) and piece.x0 >= last.x1 - _TOUCH:
        if len(row.cells) == 1:
            _cut(rows, [last])
        rows[-1].cells.append([piece])
        return True
    if piece.y > last.y:
        if _is_next_line(row, piece):
            cell.append(piece)
            return True
        return False
    return _opens_cell(rows, piece)


def _is_next_line(row: Row, piece: Piece) -> bool:
    cell = row.cells[-1]
    last = cell[-1]
    if piece.y - last.y > _NEXT_LINE * max(piece.size, last.size):
        return False
    left, right = min(line.x0 for line in cell), max(line.x1 for line in cell)
    if piece.x0 > right or piece.x1 < left:
        return False
    if len(row.cells) == 1:
        return True
    before = max(line.x1 for line in row.cells[-2])
    return piece.x0 > max(before - _TOUCH, left - max(_LEFT * piece.size, (right - left) / 2))


def _opens_cell(rows: list[Row], piece: Piece) -> bool:
    """Whether a piece drawn higher up is the top of the next cell on the right."""
    row = rows[-1]
    reach = piece.y - piece.size / 2
    beside = [line for line in row.cells[-1] if line.y >= reach]
    if not beside or any(line.x1 > piece.x0 + _TOUCH for line in beside):
        return False
    if len(row.cells) == 1:
        _cut(rows, beside)
    elif len(rows) > 1 and reach < rows[-2].bottom:
        return False
    rows[-1].cells.append([piece])
    return True


def _cut(rows: list[Row], tail: list[Piece]) -> None:
    """Part the last lines of a prose row from it: they are the first cell of a row of cells."""
    prose = rows[-1].cells[0]
    head = prose[: len(prose) - len(tail)]
    if head:
        rows[-1] = Row([head])
        rows.append(Row([list(tail)]))


def _ends_in_place(rows: list[Row]) -> list[Row]:
    """What stands above everything else first, what stands below everything else last.

    Running heads and feet are often drawn out of turn; between columns of prose the order of drawing is right.
    """
    if len(rows) < 3:  # noqa: PLR2004
        return rows
    rest = list(rows)
    heads: list[Row] = []
    feet: list[Row] = []
    while len(rest) > 2:  # noqa: PLR2004
        tops = sorted(rest, key=lambda row: row.top)
        if tops[0] is not rest[0] and tops[0].bottom < tops[1].top:
            heads.append(tops[0])
            rest.remove(tops[0])
            continue
        bottoms = sorted(rest, key=lambda row: row.bottom)
        if bottoms[-1] is not rest[-1] and bottoms[-1].top > bottoms[-2].bottom:
            feet.insert(0, bottoms[-1])
            rest.remove(bottoms[-1])
            continue
        break
    return heads + rest + feet
