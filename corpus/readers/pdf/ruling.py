"""Ruled tables: which cell of the lines drawn on a page a word stands in."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from corpus.readers.pdf.geometry import Box

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_SAME = 2.0  # points: lines nearer than this are one line, drawn cell by cell
_OVER = 1.5  # points by which letters may touch a rule
_SPAN = 0.9  # of a cell's width: what a level line must cover to close it; underlined words cover less
_MOST_RULES = 6000  # a page with more draws a map or a graph
_NARROWEST = 8.0  # points: a narrower cell holds no words


class _Line(NamedTuple):
    """A line at `at`, from `start` to `end` along it."""

    at: float
    start: float
    end: float


class Grid:
    """The ruled lines of a page."""

    def __init__(self, rules: Sequence[Box]) -> None:
        kept = rules if len(rules) <= _MOST_RULES else ()
        self._upright = _joined(
            _Line((r.left + r.right) / 2, r.top, r.bottom) for r in kept if r.bottom - r.top > r.right - r.left
        )
        self._level = _joined(
            _Line((r.top + r.bottom) / 2, r.left, r.right) for r in kept if r.bottom - r.top <= r.right - r.left
        )

    def parts(self, left: float, right: float, y: float) -> bool:
        """Whether an upright line stands between two words of a line."""
        return any(left - _OVER <= line.at <= right + _OVER and line.start <= y <= line.end for line in self._upright)

    def cell(self, x0: float, x1: float, y: float) -> Box | None:
        """The cell around words that reach from `x0` to `x1` at height `y`, closed on all four sides."""
        if not self._upright:
            return None
        sides = [line.at for line in self._upright if line.start - _OVER <= y <= line.end + _OVER]
        left = max((at for at in sides if at <= x0 + _OVER), default=None)
        right = min((at for at in sides if at >= x1 - _OVER), default=None)
        if left is None or right is None or right - left < _NARROWEST:
            return None
        width = right - left
        closing = [line.at for line in self._level if min(line.end, right) - max(line.start, left) >= _SPAN * width]
        top = max((at for at in closing if at <= y), default=None)
        bottom = min((at for at in closing if at > y), default=None)
        if top is None or bottom is None:
            return None
        return Box(round(left), round(top), round(right), round(bottom))


def _joined(lines: Iterable[_Line]) -> list[_Line]:
    """Lines on one another, or end to end, as one."""
    ordered = sorted(lines)
    groups: list[list[_Line]] = []
    for line in ordered:
        if groups and line.at - groups[-1][0].at <= _SAME:
            groups[-1].append(line)
        else:
            groups.append([line])
    joined: list[_Line] = []
    for group in groups:
        open_line = None
        for line in sorted(group, key=lambda line: line.start):
            if open_line is not None and line.start <= open_line.end + _SAME:
                open_line = _Line(open_line.at, open_line.start, max(open_line.end, line.end))
                joined[-1] = open_line
            else:
                open_line = line
                joined.append(line)
    return joined


def tabled(cells: Iterable[Box | None]) -> set[Box]:
    """The cells that have another beside them; a lone one is a box around prose."""
    known = sorted({cell for cell in cells if cell is not None}, key=lambda cell: cell.top)
    return {
        cell
        for cell in known
        if any(other is not cell and _beside(cell, other) for other in known if other.top < cell.bottom)
    }


def _beside(a: Box, b: Box) -> bool:
    shared = min(a.bottom, b.bottom) - max(a.top, b.top)
    apart = a.right <= b.left + _SAME or b.right <= a.left + _SAME
    return apart and shared > min(a.bottom - a.top, b.bottom - b.top) / 2


def touch(a: Box, b: Box) -> bool:
    """Whether two cells lie side by side or one above the other, no more than a line between them."""
    return (
        a.left <= b.right + _SAME
        and b.left <= a.right + _SAME
        and a.top <= b.bottom + _SAME
        and b.top <= a.bottom + _SAME
    )
