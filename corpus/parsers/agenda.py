"""Agendas: every item is a heading; what stands under it is text."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.parsers.walk import Piece
from corpus.phrases import EXEMPT
from corpus.types import ParagraphType


def type_agenda(pieces: Sequence[Piece]) -> list[ParagraphType]:
    """What each piece of an agenda is."""
    return [_type(piece) for piece in pieces]


def _type(piece: Piece) -> ParagraphType:
    if EXEMPT.search(piece.words) and not (piece.own and piece.heading):
        return "exempt"
    strong = piece.block.caps or piece.block.bold or piece.block.level or not piece.label
    if (piece.heading and strong) or (piece.own and len(piece.label) == 1):
        return "heading"
    return "table" if len(piece.block.cells) > 1 else "text"
