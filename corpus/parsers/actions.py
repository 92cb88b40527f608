"""Action logs: a numbered row an action, with its owner and what became of it."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.parsers.walk import Piece
from corpus.types import ParagraphType


def type_actions(pieces: Sequence[Piece]) -> list[ParagraphType]:
    """What each piece of an action log is."""
    return [_type(piece) for piece in pieces]


def _type(piece: Piece) -> ParagraphType:
    if piece.block.cells:
        return "action" if piece.own else "table"
    if piece.heading:
        return "heading"
    return "action" if piece.own else "text"
