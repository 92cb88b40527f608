"""Words of a page into pieces: words on one baseline with nothing but word spaces between them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from corpus.readers.mending import join_spaced_letters
from corpus.readers.pdf.ruling import tabled, touch

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.readers.pdf.geometry import Box, Run
    from corpus.readers.pdf.ruling import Grid

WORD_GAP = 0.15  # ems: a wider gap parts words. MuPDF takes the same, and so do the words that quotes are checked by
PIECE_GAP = 1.2  # ems: a wider gap parts pieces. Justified lines in narrow columns were seen to stretch to 1.1
_BARE_GAP = 0.6  # ems: the same without a space drawn, on a page that draws its spaces: a tab or a cell's edge
_DRAWS_SPACES = 0.8  # of its word gaps: a page with more spaces drawn than this draws them all
_SAME_LINE = 0.25  # ems: words of one size stand on one line when their baselines differ by less
_RAISED = 0.6  # ems: a smaller word ("11th", a note's mark) may stand this much higher or lower
_SMALLER = 0.85  # of the neighbour's size: what counts as smaller
_OVERLAP = 0.5  # ems: kerning and slanted letters reach back over the word before
_TWICE = 0.1  # ems: the same word drawn again this near is a drawn shadow, or bold made by drawing twice
_MOST_BOLD = 0.9  # of a piece's letters: the colon after a bold heading is often regular
_SPACED_OUT = 4  # single letters in a row: what could be a heading set letter by letter
_WIDER = 1.6  # times the gap between such letters: a gap between their words
_ROWS_OF_SUMS = 3  # sums under each other in one box: it is a column of a table that has no lines between its rows
_ITEM = re.compile(r"\d{1,3}(?:[./]\d{1,3}){0,3}[.)]?")  # in the first column it numbers what stands beside it
_SUM = re.compile(r"[-–+£€$(]*\d[\d,.]*[%)kKmM]*(?: [-–+£€$(]*\d[\d,.]*[%)kKmM]*)*")
_PICTURES = re.compile("[\ue000-\uf8ff]+")
_BULLET = "•"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words on one baseline without a wide gap. Places as in `Run`; `size` is the size of most of its letters.

    `cell` is the cell of a ruled table that it stands in, `number` what stands beside it in a column of numbers.
    """

    text: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool
    angle: int = 0
    cell: Box | None = None
    number: str = ""

    @property
    def words(self) -> int:
        """How many words it holds."""
        return self.text.count(" ") + 1

    def joined(self, other: Piece) -> Piece:
        """This piece with another behind it, a space between them."""
        return replace(self, text=f"{self.text} {other.text}", x1=other.x1, bold=self.bold and other.bold)


def pieces_of(runs: Sequence[Run], grid: Grid) -> list[Piece]:
    """The pieces of a page in the order in which they are drawn, each with its cell."""
    pieces = _pieces(runs, grid)
    cells = [None if piece.angle else grid.cell(piece.x0, piece.x1, piece.y - piece.size / 3) for piece in pieces]
    in_tables = tabled(cells) - _holding_rows(pieces, cells)
    return [
        replace(piece, cell=cell) if cell in in_tables else piece for piece, cell in zip(pieces, cells, strict=True)
    ]


def _holding_rows(pieces: Sequence[Piece], cells: Sequence[Box | None]) -> set[Box]:
    """The boxes that hold rows of a table, not one cell: several sums stand in them under each other.

    Accounts are often ruled by columns and totals alone. With such a box go those of its table. A column of items'
    numbers down the left is none of that.
    """
    sums: dict[Box, dict[int, str]] = {}
    for piece, cell in zip(pieces, cells, strict=True):
        if cell is not None and _SUM.fullmatch(piece.text):
            sums.setdefault(cell, {})[round(piece.y)] = piece.text
    left = min((cell.left for cell in cells if cell is not None), default=0.0)
    held = {
        cell
        for cell, texts in sums.items()
        if len(texts) >= _ROWS_OF_SUMS and not (cell.left <= left and all(map(_ITEM.fullmatch, texts.values())))
    }
    rest = {cell for cell in cells if cell is not None} - held
    while touching := {cell for cell in rest if any(touch(cell, box) for box in held)}:
        held |= touching
        rest -= touching
    return held


def _pieces(runs: Sequence[Run], grid: Grid) -> list[Piece]:
    bare_gap = _BARE_GAP if _draws_spaces(runs) else PIECE_GAP
    pieces: list[Piece] = []
    line: list[Run] = []
    for run in runs:
        if line and _drawn_twice(line, run):
            continue
        widest = PIECE_GAP if run.spaced else bare_gap
        if line and (not _goes_on(line, run, widest) or _ruled_off(line, run, grid)):
            pieces.append(_piece(line))
            line = []
        line.append(run)
    if line:
        pieces.append(_piece(line))
    return [piece for piece in pieces if piece.text]


def _draws_spaces(runs: Sequence[Run]) -> bool:
    """Whether a page draws its spaces as characters; else they are mere gaps."""
    gaps = [
        b.spaced
        for a, b in pairwise(runs)
        if abs(a.y - b.y) < 1 and WORD_GAP * a.size < b.x0 - a.x1 < PIECE_GAP * a.size
    ]
    return sum(gaps) > _DRAWS_SPACES * len(gaps)


def _drawn_twice(line: Sequence[Run], run: Run) -> bool:
    reach = _TWICE * run.size
    return any(
        run.text == other.text and abs(run.x0 - other.x0) < reach and abs(run.y - other.y) < reach
        for other in line[-8:]  # a word or two, glyph by glyph
    )


def _goes_on(line: Sequence[Run], run: Run, widest: float) -> bool:
    """Whether a word stands on the line so far, right behind it."""
    last = line[-1]
    gap = run.x0 - last.x1
    if run.angle != last.angle or gap < -_OVERLAP * max(run.size, last.size):
        return False
    return gap <= widest * max(min(run.size, last.size), 1.0) and same_line(_anchor(line), run)


def _ruled_off(line: Sequence[Run], run: Run, grid: Grid) -> bool:
    """Whether an upright rule stands between the line so far and a word."""
    left, right = line[-1].x1, run.x0
    return right - left > WORD_GAP * run.size and grid.parts(left, right, run.y - run.size / 3)


def _anchor(line: Sequence[Run]) -> Run:
    """The last word of the line's full size: what a raised word is raised from."""
    size = max(run.size for run in line[-6:])
    return next(run for run in reversed(line) if run.size >= size)


def same_line(a: Run | Piece, b: Run | Piece) -> bool:
    """Whether two words share a line, one of them raised or lowered perhaps."""
    larger, smaller = max(a.size, b.size), min(a.size, b.size)
    reach = _RAISED if smaller < _SMALLER * larger else _SAME_LINE
    return abs(a.y - b.y) <= reach * larger


def _piece(runs: list[Run]) -> Piece:
    threshold = _word_gap(runs)
    parts = [_word(runs[0].text)]
    for before, run in pairwise(runs):
        if run.spaced or run.x0 - before.x1 > threshold * min(run.size, before.size):
            parts.append(" ")
        parts.append(_word(run.text))
    base = max(runs, key=lambda run: (len(run.text) * run.size, run.size))
    letters = sum(len(run.text) for run in runs)
    bold = sum(len(run.text) for run in runs if run.bold)
    return Piece(
        text=join_spaced_letters(" ".join("".join(parts).split())),
        x0=min(run.x0 for run in runs),
        x1=max(run.x1 for run in runs),
        y=base.y,
        size=base.size,
        bold=bold >= _MOST_BOLD * letters,
        angle=base.angle,
    )


def _word(text: str) -> str:
    return _BULLET if _PICTURES.fullmatch(text) else text


def _word_gap(runs: Sequence[Run]) -> float:
    """The gap that parts words, in ems; wider where single letters stand spaced out one by one."""
    if len(runs) < _SPACED_OUT or any(len(run.text) > 1 or run.spaced for run in runs[1:]):
        return WORD_GAP
    gaps = sorted((b.x0 - a.x1) / max(a.size, 1.0) for a, b in pairwise(runs))
    usual = gaps[len(gaps) // 2]
    return _WIDER * usual if usual > WORD_GAP else WORD_GAP
