"""The narrow column at the right of minutes that says who is to act ("Action": "RB", "All", "Clerk").

Its pieces would fall between the words of a sentence, so they are taken out and put behind the paragraph they
stand beside.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.readers.pdf.pieces import Piece

_RIGHT_PART = 0.62  # of the page's width: a margin column begins beyond
_MOST_WORDS = 4
_MOST_LETTERS = 28
_PROSE_WORDS = 5  # a piece of this many words is prose
_NEAR = 45.0  # points up and down: the prose that a margin piece stands beside
_SLACK = 4.0  # points by which a prose line may reach into the margin: trailing stops hang over
_REACH = 0.45  # of the page's width: prose that ends further left has no margin beside it
_TEXT = re.compile(r"[A-Za-z][A-Za-z.'’&/,+\-() ]*\d{0,2}[.:]?")  # names, initials, "Action 4"; no sums, no dates


def margin_pieces(pieces: Sequence[Piece], width: float) -> set[int]:
    """Which pieces (by their place in the list) stand in a margin column."""
    upright = [piece for piece in pieces if not piece.angle]
    prose = [piece for piece in upright if piece.words >= _PROSE_WORDS]
    found = {
        i
        for i, piece in enumerate(pieces)
        if not piece.angle and _may_be(piece, width) and _beside_prose(piece, prose, width)
    }
    return {i for i in found if not _leads_on(pieces[i], upright)}


def _may_be(piece: Piece, width: float) -> bool:
    return (
        piece.x0 > _RIGHT_PART * width
        and piece.words <= _MOST_WORDS
        and len(piece.text) <= _MOST_LETTERS
        and _TEXT.fullmatch(piece.text) is not None
    )


def _beside_prose(piece: Piece, prose: Sequence[Piece], width: float) -> bool:
    """Whether prose nearby ends before the piece, and none runs under it."""
    near = [line for line in prose if abs(line.y - piece.y) <= _NEAR]
    if not near or any(line.x1 > piece.x0 + _SLACK for line in near):
        return False
    return max(line.x1 for line in near) > piece.x0 - _REACH * width


def _leads_on(piece: Piece, upright: Sequence[Piece]) -> bool:
    """Whether something stands right of the piece: then it is a column of a table, not the margin."""
    return any(
        other.x0 > piece.x1 and abs(other.y - piece.y) <= piece.size for other in upright if other is not piece
    )
