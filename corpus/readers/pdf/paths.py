"""Paths that a page draws: what they clip, and which ruled lines they leave."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

from corpus.readers.pdf.geometry import Box, box_around

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpus.readers.pdf.geometry import Matrix

_POINTS = {b"l": 1, b"c": 3, b"v": 2, b"y": 2}
"""Operators that go on with a path, with how many points they take; only the last is on the path."""
_FILLS = frozenset((b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*"))
_STROKES = frozenset((b"S", b"s", b"B", b"B*", b"b", b"b*"))
_ENDS = _FILLS | _STROKES | {b"n"}
_THIN = 3.0  # points: a filled box no thicker is a ruled line
_SHORTEST = 6.0  # points: a shorter line rules no cell; dashes and ticks of graphs are shorter
_MOST_POINTS = 40  # of one path: a longer one draws a map or a graph, not a table


class Path:
    """A path as it is drawn, point by point, until it is filled, stroked or taken as a clip."""

    def __init__(self) -> None:
        self._parts: list[list[tuple[float, float]]] = []
        self._clips = False

    def draw(self, operator: bytes, operands: list[Any]) -> bool:
        """Draw on; gives True when the operator ends the path."""
        if operator == b"re":
            x, y, width, height = (float(value) for value in operands)
            self._parts.append([(x, y), (x + width, y), (x + width, y + height), (x, y + height), (x, y)])
        elif operator == b"m":
            self._parts.append([(float(operands[0]), float(operands[1]))])
        elif operator in _POINTS:
            at = 2 * _POINTS[operator] - 2
            self._parts[-1].append((float(operands[at]), float(operands[at + 1])))
        elif operator == b"h":
            self._parts[-1].append(self._parts[-1][0])
        elif operator in {b"W", b"W*"}:
            self._clips = True
        return operator in _ENDS

    def clip(self, matrix: Matrix) -> Box | None:
        """The box that the path leaves to be seen, or None where it is no clip."""
        return box_around((point for part in self._parts for point in part), matrix) if self._clips else None

    def rules(self, operator: bytes, matrix: Matrix, clip: Box) -> Iterator[Box]:
        """The upright and level lines that filling or stroking the path leaves to be seen."""
        for part in self._parts:
            if len(part) > _MOST_POINTS:
                continue
            boxes = [box_around(part, matrix)] if operator in _FILLS else []
            if operator in _STROKES:
                boxes += [box_around(pair, matrix) for pair in pairwise(part)]
            for box in boxes:
                seen = box.within(clip) if box is not None else None
                if seen is not None and _is_rule(seen):
                    yield seen


def _is_rule(box: Box) -> bool:
    short, long = sorted((box.right - box.left, box.bottom - box.top))
    return 0 <= short <= _THIN and long >= _SHORTEST
