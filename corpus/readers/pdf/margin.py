"""The narrow column at the right of minutes that says who is to act ("Action": "RB", "All", "Clerk").

Its pieces would fall between the words of a sentence, so they are taken out and put behind the paragraph they
stand beside. Some papers have no such column, but set the initials flush right on a paragraph's last line.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.readers.pdf.pieces import Piece

_RIGHT_PART = 0.62  # of the page's width: a margin column begins beyond
_WIDEST = 0.17  # of the page's width: what a note may take
_MOST_WORDS = 4
_PROSE_WORDS = 5  # a piece of this many words is prose
_NEAR = 45.0  # points up and down: the prose that a margin piece stands beside
_SLACK = 4.0  # points by which a prose line may reach into the margin: trailing stops hang over
_REACH = 0.45  # of the page's width: prose that ends further left has no margin beside it
_FLUSH = 15.0  # points from the right edge of the prose: what is set flush right
_APART = 2.0  # ems: the least gap between prose and a note flush right
_MIDDLE = 0.4  # of the page's width: a heading begins left of it, a second column beyond
_LEADING = 1.6  # ems: the lines of a column stand nearer than this
_MOST_NOTES = 200  # of a page: a column has a line for each line of prose at most, and each is held against all of them
_MARKER = 3  # letters: what is no longer is an item's number or bullet
_HEAD = re.compile(r"actions?(?: by| points?)?:?", re.IGNORECASE)
_NAMES = re.compile(r"[A-Z][A-Za-z.'’&/,+\-() ]+\d{0,2}[.:]?")  # names, initials, "Action 4"; no sums, no dates


def margin_pieces(pieces: Sequence[Piece], width: float) -> set[int]:
    """Which pieces (by their place in the list) are notes in the margin."""
    upright = [piece for piece in pieces if not piece.angle]
    prose = [piece for piece in upright if piece.words >= _PROSE_WORDS]
    edge = max((piece.x1 for piece in prose), default=0.0)
    names = [may_be_note(piece, width) for piece in pieces]
    if sum(names) > _MOST_NOTES:
        return set()
    return {
        i
        for i, piece in enumerate(pieces)
        if names[i]
        and piece.cell is None
        and not _in_column(pieces, names, i)
        and not _in_table(piece, upright, width)
        and (_HEAD.fullmatch(piece.text) or _beside_prose(piece, prose, width) or _flush_right(piece, upright, edge))
    }


def may_be_note(piece: Piece, width: float) -> bool:
    """Whether a piece looks like the name of who is to act, and stands at the right."""
    return (
        not piece.angle
        and piece.x0 > _RIGHT_PART * width
        and piece.x1 - piece.x0 < _WIDEST * width
        and piece.words <= _MOST_WORDS
        and _NAMES.fullmatch(piece.text) is not None
    )


def _in_column(pieces: Sequence[Piece], names: Sequence[bool], at: int) -> bool:
    """Whether the line right above or below, drawn with it, is no name: then it is a line of a column of prose."""
    piece = pieces[at]
    return any(
        not names[i]
        and abs(pieces[i].x0 - piece.x0) <= _SLACK
        and 0 < abs(pieces[i].y - piece.y) <= _LEADING * piece.size
        for i in (at - 1, at + 1)
        if 0 <= i < len(pieces)
    )


def _in_table(piece: Piece, upright: Sequence[Piece], width: float) -> bool:
    """Whether other short pieces stand on its line: then it is a cell of a table, or a name in a list of those present.

    A number or bullet and prose may stand there, and the prose may be a heading.
    """
    line = [other for other in upright if other is not piece and abs(other.y - piece.y) <= piece.size / 2]
    short = [other for other in line if other.words < _PROSE_WORDS]
    if any(other.x0 >= piece.x1 or (other in short and other.x0 > _MIDDLE * width) for other in line):
        return True
    cells = [other for other in short if len(other.text) > _MARKER]
    return len(cells) > 1 or len(short) > 2  # noqa: PLR2004


def _beside_prose(piece: Piece, prose: Sequence[Piece], width: float) -> bool:
    """Whether prose nearby ends before the piece, and none runs under it."""
    near = [line for line in prose if abs(line.y - piece.y) <= _NEAR]
    if not near or any(line.x1 > piece.x0 + _SLACK for line in near):
        return False
    return max(line.x1 for line in near) > piece.x0 - _REACH * width


def _flush_right(piece: Piece, upright: Sequence[Piece], edge: float) -> bool:
    """Whether it ends at the right edge of the prose, alone behind the words of its line."""
    if piece.x1 < edge - _FLUSH:
        return False
    line = [other for other in upright if other is not piece and abs(other.y - piece.y) <= piece.size / 4]
    before = max((other.x1 for other in line), default=piece.x0)
    return piece.x0 - before > _APART * piece.size
