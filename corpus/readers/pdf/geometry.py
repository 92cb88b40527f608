"""Places on a page: matrices, boxes, and a word with its place.

Coordinates are points from the page's top left corner, as the page is seen (its rotation applied).
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

Matrix = tuple[float, float, float, float, float, float]
"""Six numbers as PDF writes them: x' = ax + cy + e, y' = bx + dy + f."""

IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


class Run(NamedTuple):
    """Characters without white space that a page shows in one go: a word, or a piece of one.

    `x0` and `x1` are where it begins and ends and `y` where it stands (its baseline), measured along its own
    direction: `angle` is 0 for upright text, else degrees clockwise. `spaced` says that white space was shown before it.
    """

    text: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool
    angle: int
    spaced: bool


class Box(NamedTuple):
    """An upright rectangle."""

    left: float
    top: float
    right: float
    bottom: float

    def within(self, other: Box) -> Box:
        """The part that lies in both."""
        return Box(
            max(self.left, other.left),
            max(self.top, other.top),
            min(self.right, other.right),
            min(self.bottom, other.bottom),
        )


class Sheet(NamedTuple):
    """What a page shows: its words as they are drawn, the lines ruled on it, and how large it is.

    `unread` says that it shows words in a font that does not tell which letters its shapes are; `pictured` is the share
    of the page that pictures cover, from 0 to 1.
    """

    runs: list[Run]
    rules: list[Box]
    width: float
    height: float
    unread: bool = False
    pictured: float = 0.0


def multiply(m: Matrix, n: Matrix) -> Matrix:
    """The matrix that applies `m` first, then `n`."""
    return (
        m[0] * n[0] + m[1] * n[2],
        m[0] * n[1] + m[1] * n[3],
        m[2] * n[0] + m[3] * n[2],
        m[2] * n[1] + m[3] * n[3],
        m[4] * n[0] + m[5] * n[2] + n[4],
        m[4] * n[1] + m[5] * n[3] + n[5],
    )


def box_around(points: Iterable[tuple[float, float]], matrix: Matrix) -> Box | None:
    """The rectangle around points once the matrix is applied, or None without points."""
    a, b, c, d, e, f = matrix
    placed = [(a * x + c * y + e, b * x + d * y + f) for x, y in points]
    if not placed:
        return None
    xs, ys = [x for x, _ in placed], [y for _, y in placed]
    return Box(min(xs), min(ys), max(xs), max(ys))


class Baseline(NamedTuple):
    """Where text space lies on the page: words measured along it become runs."""

    x: float
    y: float
    along: float
    height: float
    angle: int

    @classmethod
    def of(cls, matrix: Matrix) -> Baseline:
        """The baseline of text that the matrix puts on the page."""
        a, b, c, d, e, f = matrix
        along = math.hypot(a, b)
        angle = round(math.degrees(math.atan2(b, a))) % 360
        if not angle or not along:
            return cls(e, f, along, math.hypot(c, d), 0)
        return cls((e * a + f * b) / along, (f * a - e * b) / along, along, math.hypot(c, d), angle)
