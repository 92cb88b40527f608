"""Words of a page into pieces: words on one baseline with nothing but word spaces between them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.readers.mending import join_spaced_letters

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from corpus.readers.pdf.runs import Run

WORD_GAP = 0.15  # ems: a wider gap parts words. MuPDF takes the same, and so do the words that quotes are checked by
PIECE_GAP = 1.2  # ems: a wider gap parts pieces. Justified lines in narrow columns were seen to stretch to 1.1
_SAME_LINE = 0.25  # ems: words of one size stand on one line when their baselines differ by less
_RAISED = 0.6  # ems: a smaller word ("11th", a note's mark) may stand this much higher or lower
_SMALLER = 0.85  # of the neighbour's size: what counts as smaller
_OVERLAP = 0.5  # ems: kerning and slanted letters reach back over the word before
_TWICE = 0.1  # ems: the same word drawn again this near is a drawn shadow, or bold made by drawing twice
_MOST_BOLD = 0.9  # of a piece's letters: the colon after a bold heading is often regular
_PICTURES = re.compile("[\ue000-\uf8ff]+")
_BULLET = "•"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words on one baseline without a wide gap. Places as in `Run`; `size` is the size of most of its letters."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool
    angle: int = 0
    words: int = 1


def pieces_of(runs: Iterable[Run]) -> list[Piece]:
    """The pieces of a page in the order in which they are drawn."""
    pieces: list[Piece] = []
    open_runs: list[Run] = []
    for run in runs:
        if open_runs and _drawn_twice(open_runs, run):
            continue
        if open_runs and not _goes_on(open_runs, run):
            pieces.append(_piece(open_runs))
            open_runs = []
        open_runs.append(run)
    if open_runs:
        pieces.append(_piece(open_runs))
    return pieces


def _drawn_twice(line: Sequence[Run], run: Run) -> bool:
    reach = _TWICE * run.size
    return any(
        run.text == other.text and abs(run.x0 - other.x0) < reach and abs(run.y - other.y) < reach
        for other in line[-8:]  # a word or two, glyph by glyph
    )


def _goes_on(line: Sequence[Run], run: Run) -> bool:
    """Whether a word stands on the line so far, right behind it."""
    last = line[-1]
    gap = run.x0 - last.x1
    if run.angle != last.angle or gap < -_OVERLAP * max(run.size, last.size):
        return False
    return same_line(_anchor(line), run) and gap <= PIECE_GAP * max(min(run.size, last.size), 1.0)


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
    for before, run in zip(runs, runs[1:], strict=False):
        if run.spaced or run.x0 - before.x1 > threshold * min(run.size, before.size):
            parts.append(" ")
        parts.append(_word(run.text))
    text = join_spaced_letters("".join(parts))
    base = max(runs, key=lambda run: (len(run.text) * run.size, run.size))
    letters = sum(len(run.text) for run in runs)
    bold = sum(len(run.text) for run in runs if run.bold)
    return Piece(
        text=text,
        x0=min(run.x0 for run in runs),
        x1=max(run.x1 for run in runs),
        y=base.y,
        size=base.size,
        bold=bold >= _MOST_BOLD * letters,
        angle=base.angle,
        words=text.count(" ") + 1,
    )


def _word(text: str) -> str:
    return _BULLET if _PICTURES.fullmatch(text) else text


def _word_gap(runs: Sequence[Run]) -> float:
    """The gap that parts words, in ems; wider where single letters stand spaced out one by one."""
    singles = [run for run in runs if len(run.text) == 1]
    if len(runs) < 4 or len(singles) < len(runs) or any(run.spaced for run in runs[1:]):  # noqa: PLR2004
        return WORD_GAP
    gaps = sorted((b.x0 - a.x1) / max(a.size, 1.0) for a, b in zip(runs, runs[1:], strict=False))
    usual = gaps[len(gaps) // 2]
    return max(WORD_GAP, usual * 1.6) if usual > WORD_GAP else WORD_GAP
