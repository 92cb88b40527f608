"""Parsers by kind of paper: each says of every piece what it is. A new kind is added here and in `corpus.types`."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from corpus.parsers.actions import type_actions
from corpus.parsers.agenda import type_agenda
from corpus.parsers.minutes import type_minutes
from corpus.parsers.prose import type_prose
from corpus.parsers.report import type_report
from corpus.parsers.walk import Piece
from corpus.types import PaperKind, ParagraphType

Parser = Callable[[Sequence[Piece]], list[ParagraphType]]

PARSERS: dict[PaperKind, Parser] = {
    "minutes": type_minutes,
    "agenda": type_agenda,
    "report": type_report,
    "actions": type_actions,
    "presentation": type_prose,
    "strategy": type_report,
    "other": type_minutes,
}
"""The parser of each kind. Papers of no known kind are mostly question sheets and records of decision."""
