"""Reports, strategies and other papers put before a meeting: what they recommend, and their numbered paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.parsers.walk import Piece
from corpus.phrases import EXEMPT
from corpus.types import ParagraphType

_HEAD = re.compile(
    r"\W*(?:\w+\s+)?recommendations?(?:\(s\))?\W*$|\W*recommended(?: that)?\W*$|.{0,40}\brecommendation\(?s?\)?\s*:?\s*$",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"\W*(?:(?:the )?[A-Z].{0,120}\b(?:is|are) (?:asked|recommended|invited|requested) to\b|(?:it is |the \w+ )?recommend(?:ed|s|ation)?\b.{0,40}(?:that|to)?\s*:"
    r"|it is recommended\b|recommendations?(?:\(s\))?\s*[:–-])",
    re.IGNORECASE,
)
_ASKS_ONLY = re.compile(
    r"\W*(?:(?:the|officers?['’]?s?['’]?|proposed|draft|detailed|formal) )*recommend(?:ations?(?:\(s\))?|ed)(?: and reasons?.*)?\W*",
    re.IGNORECASE,
)
_LABEL_AND_VALUE = 2  # cells: "Recommendation", "Grant, subject to conditions"
_MOTION = re.compile(r".*\b(?:motion|amendment)\b[^.]*:\W*$", re.DOTALL)


def type_report(pieces: Sequence[Piece]) -> list[ParagraphType]:
    """What each piece of a report is."""
    types: list[ParagraphType] = []
    asking = False
    listing = False
    moved: int | None = None  # how deep a motion's lead-in stands, while its clauses last
    depth = 0  # of the numbers that the recommendations stand under
    section: tuple[str, ...] = ()  # those numbers
    for piece in pieces:
        text = piece.words
        if _MOTION.match(text):
            moved = len(piece.label)
        elif not piece.own or len(piece.label) <= (moved or 0):
            moved = None
        if piece.own and len(piece.label) <= depth and not _inside(piece.label, section):
            asking = listing = False
        if EXEMPT.search(text) and len(text) < 400:  # noqa: PLR2004
            types.append("exempt")
        elif piece.heading:
            asking, listing, depth = bool(_HEAD.match(text)), False, len(piece.label)
            section = piece.label if _ASKS_ONLY.fullmatch(text) else ()
            types.append("heading")
        elif asking or _ASKED.match(text):
            asking = asking or text.rstrip().endswith((":", "to", "that"))
            listing = True
            types.append("recommendation")
        elif (listing and (piece.block.bullet or piece.own) and not _starts_section(piece)) or (
            len(piece.block.cells) == _LABEL_AND_VALUE and _HEAD.match(piece.block.cells[0])
        ):
            types.append("recommendation")
        elif moved is not None and piece.own and len(piece.label) > moved:
            types.append("motion")
        elif len(piece.block.cells) > 1:
            types.append("table")
        else:
            listing = False
            types.append("text")
    return types


def _inside(label: tuple[str, ...], section: tuple[str, ...]) -> bool:
    """Whether a number holds its section's: "6.1" is one of section "6" or "6.0"."""
    head = re.sub(r"\.0$", "", section[-1]) if section else ""
    return bool(head) and label[-1].startswith(head + ".")


def _starts_section(piece: Piece) -> bool:
    return bool(piece.label) and bool(re.fullmatch(r"\d+\.\d+.*|\d+", piece.label[-1]))
