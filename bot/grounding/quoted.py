"""What a model is given, and what its sentences are checked against: a quotation, and what it is in its paper."""

from __future__ import annotations

from dataclasses import dataclass

from bot.types import Citation
from corpus.types import ParagraphType


@dataclass(frozen=True, slots=True)
class Quoted:
    """A citation with the type of its paragraph, and the heading above it."""

    citation: Citation
    type: ParagraphType
    heading: str = ""

    @property
    def label(self) -> str:
        """What a model cites it by: ours, never a paper's."""
        return str(self.citation.n)
