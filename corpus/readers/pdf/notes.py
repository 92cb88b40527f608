"""Notes in the margin, put behind the paragraphs that they stand beside."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from corpus.readers.pdf.pieces import same_line
from corpus.readers.pdf.printed import Printed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.readers.pdf.pieces import Piece

_NOTE_LINES = 1.5  # ems: lines of one note stand nearer than this
_START = re.compile(r"(?:[•·●○▪■□◦‣*✓✔➢]|\(?\d{1,3}(?:\.\d{1,3})*[.)]?|\(?[a-zA-Z][.)]|\(?[ivxl]+[.)]) ")
"""What begins a paragraph without white space above it: a bullet, a number, a letter."""


@dataclass(frozen=True, slots=True)
class Note:
    """A note's lines. `at_end` says that it was drawn with its paragraph's last line."""

    pieces: tuple[Piece, ...]
    at_end: bool


def notes_of(pieces: Sequence[Piece], margin: set[int]) -> list[Note]:
    """The notes among a page's pieces: those drawn after each other, close above each other, are one."""
    groups: list[list[int]] = []
    for i in sorted(margin):
        if groups and groups[-1][-1] == i - 1 and 0 < pieces[i].y - pieces[i - 1].y <= _NOTE_LINES * pieces[i].size:
            groups[-1].append(i)
        else:
            groups.append([i])
    return [
        Note(
            tuple(pieces[i] for i in group),
            at_end=group[0] > 0 and same_line(pieces[group[0] - 1], pieces[group[0]]),
        )
        for group in groups
    ]


def put_notes(lines: list[Printed], notes: Sequence[Note]) -> None:
    """Put each note behind the paragraph that it stands beside, as a row whose first cell is empty."""
    for note in notes:
        first = note.pieces[0]
        text = " ".join(piece.text for piece in note.pieces)
        at = _behind(lines, first, at_end=note.at_end)
        lines.insert(at, Printed(text, first.x0, first.y, first.size, first.bold, ("", text), blank=True))
        if at + 1 < len(lines):
            lines[at + 1] = replace(lines[at + 1], blank=True)


def _behind(lines: Sequence[Printed], note: Piece, *, at_end: bool) -> int:
    """The place behind the paragraph beside a note: before the next line that begins one."""
    beside = [i for i, line in enumerate(lines) if not line.cells and abs(line.y - note.y) <= note.size]
    if not beside:
        beside = [i for i, line in enumerate(lines) if line.y <= note.y] or [0]
    at = beside[-1] + 1
    if at_end:
        at = min(beside, key=lambda i: abs(lines[i].y - note.y)) + 1
        if at == len(lines) or not lines[at].text[0].islower():
            return at
    while at < len(lines) and not (lines[at].blank or lines[at].cells or _START.match(lines[at].text)):
        at += 1
    return at
