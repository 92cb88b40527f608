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

    from corpus.readers.pdf.geometry import Box
    from corpus.readers.pdf.pieces import Piece

_NEXT_LINE = 3.0  # ems: the furthest that a cell's next line stands below, a blank line between them
_NEXT_CENTRED = 1.7  # ems: the same for a line that does not begin where the lines above do, in a row of cells
_TIGHT = 1.45  # ems: lines nearer than this are one paragraph's; rows of a table have air between them
_END = 0.15  # of the page's height: where its running heads and feet stand
_ROWS_BACK = 60  # rows of a ruled table that are looked back for a cell's row, where columns are drawn one by one
_TOUCH = 2.0  # points: how far cells may reach into each other
_LEFT = 1.5  # ems: how far a cell's line may begin left of the lines above (centred and hanging lines)


@dataclass(slots=True)
class Row:
    """Cells side by side, each the pieces of its lines; prose is a row of one cell.

    `apart` says that a running head stands above it, or that it is a foot itself.
    """

    cells: list[list[Piece]] = field(default_factory=list)
    apart: bool = False

    @property
    def ruled(self) -> bool:
        """Whether lines are drawn around its cells."""
        return self.cells[0][0].cell is not None

    @property
    def left(self) -> float:
        """Where its leftmost line begins."""
        return min(piece.x0 for cell in self.cells for piece in cell)

    @property
    def right(self) -> float:
        """Where its longest line ends."""
        return max(piece.x1 for cell in self.cells for piece in cell)

    @property
    def top(self) -> float:
        """The baseline of the highest line."""
        return min(piece.y for cell in self.cells for piece in cell)

    @property
    def bottom(self) -> float:
        """The baseline of the lowest line."""
        return max(piece.y for cell in self.cells for piece in cell)


def rows_of(pieces: Iterable[Piece], height: float) -> list[Row]:
    """The rows of a page of that height, in reading order."""
    rows: list[Row] = []
    for piece in pieces:
        ruled = piece.cell is not None or bool(rows and rows[-1].ruled)
        if not rows or not (_fits_ruled(rows, piece) if ruled else _fits(rows, piece)):
            rows.append(Row([[piece]]))
    for row in rows:
        if row.ruled:
            row.cells.sort(key=lambda cell: cell[0].x0)
    return _ends_in_place(rows, height)


def _fits_ruled(rows: list[Row], piece: Piece) -> bool:
    """Put a piece into its cell of a ruled table, whatever was drawn in between."""
    box = piece.cell
    if box is None:
        return False
    for row in rows[: -_ROWS_BACK - 1 : -1]:
        known = row.cells[0][0].cell
        if known is None:
            return False
        for cell in row.cells:
            if cell[0].cell == box:
                _put(cell, piece)
                return True
        if abs(known.top - box.top) <= _TOUCH and not any(_overlap(cell[0].cell, box) for cell in row.cells):
            row.cells.append([piece])
            return True
    return False


def _put(cell: list[Piece], piece: Piece) -> None:
    """Put a piece behind what a cell holds: on its last line, or on a new one."""
    last = cell[-1]
    if same_line(last, piece) and piece.x0 >= last.x1 - _TOUCH and piece.angle == last.angle:
        cell[-1] = last.joined(piece)
    else:
        cell.append(piece)


def _overlap(a: Box | None, b: Box) -> bool:
    return a is not None and a.left < b.right - _TOUCH and b.left < a.right - _TOUCH


def _fits(rows: list[Row], piece: Piece) -> bool:
    """Put a piece into the row that is open, where it belongs there."""
    row = rows[-1]
    cell = row.cells[-1]
    last = cell[-1]
    if piece.angle != last.angle:
        return False
    if same_line(last, piece) and piece.x0 >= last.x1 - _TOUCH:
        if _under_wider(cell, piece):
            cell[-1] = last.joined(piece)
        else:
            _cut(rows, [last])
            rows[-1].cells.append([piece])
        return True
    if piece.y > last.y:
        if _is_next_line(row, piece):
            cell.append(piece)
            return True
        return False
    return _opens_cell(rows, piece)


def _under_wider(cell: list[Piece], piece: Piece) -> bool:
    """Whether the line right above runs on over the piece: the gap before it is a tab, or stretched to fill the line."""
    if len(cell) == 1:
        return False
    above, last = cell[-2], cell[-1]
    return last.y - above.y <= _TIGHT * last.size and above.x1 > piece.x0 + _TOUCH


def _is_next_line(row: Row, piece: Piece) -> bool:
    cell = row.cells[-1]
    last = cell[-1]
    left, right = min(line.x0 for line in cell), max(line.x1 for line in cell)
    if piece.x0 > right or piece.x1 < left:
        return False
    step = (piece.y - last.y) / max(piece.size, last.size)
    if len(row.cells) == 1:
        return step <= _NEXT_LINE
    if step > (_NEXT_LINE if abs(piece.x0 - left) <= _TOUCH else _NEXT_CENTRED):
        return False
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
    """Part the last lines of the open cell from it: they are the first cell of a new row."""
    cell = rows[-1].cells[-1]
    if len(tail) < len(cell):
        del cell[len(cell) - len(tail) :]
        rows.append(Row([list(tail)]))


def _ends_in_place(rows: list[Row], height: float) -> list[Row]:
    """Running heads first and feet last, which are often drawn out of turn.

    Elsewhere the order of drawing is right: it takes columns of prose one by one.
    """
    head = {id(row) for i, row in enumerate(rows) if row.bottom < _END * height and _under_any(rows[:i], row)}
    foot = {id(row) for i, row in enumerate(rows) if row.top > (1 - _END) * height and _over_any(rows[i + 1 :], row)}
    if foot:  # a page number beside a foot line goes with it
        top = min(row.top for row in rows if id(row) in foot)
        foot |= {id(row) for row in rows if row.top >= top}
    first = sorted((row for row in rows if id(row) in head), key=lambda row: row.top)
    last = sorted((row for row in rows if id(row) in foot), key=lambda row: row.top)
    body = [row for row in rows if id(row) not in head | foot]
    for row in (*body[: bool(first)], *last[:1]):
        row.apart = True
    return first + body + last


def _under_any(drawn: list[Row], row: Row) -> bool:
    """Whether something drawn before stands under a row."""
    return any(other.top > row.bottom and _share_width(other, row) for other in drawn)


def _over_any(drawn: list[Row], row: Row) -> bool:
    """Whether something drawn later stands over a row."""
    return any(other.bottom < row.top and _share_width(other, row) for other in drawn)


def _share_width(a: Row, b: Row) -> bool:
    return a.left < b.right and b.left < a.right
