"""Action logs: a numbered row an action, with its owner and what became of it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.parsers.walk import Piece
from corpus.types import ParagraphType

_HEADS = re.compile(r"\b(?:actions?|owner|lead|who|by whom|responsible|due|deadline|status|progress)\b", re.IGNORECASE)
_TITLE = 30  # characters: a longer cell says something
_ROW = 3  # cells: what is to be done, who does it, and when or what became of it


def type_actions(pieces: Sequence[Piece]) -> list[ParagraphType]:
    """What each piece of an action log is."""
    types: list[ParagraphType] = []
    headed = False  # the columns have been named, and their rows go on
    for piece in pieces:
        if not piece.block.cells:
            headed = headed and not piece.heading
            types.append("heading" if piece.heading else "action" if piece.own else "text")
            continue
        heads = (
            not piece.own
            and len([cell for cell in piece.block.cells if _HEADS.search(cell) and len(cell) < _TITLE]) > 1
        )
        headed = headed or heads
        row = headed and not heads and len(piece.block.cells) >= _ROW
        types.append("action" if piece.own or row else "table")
    return types
