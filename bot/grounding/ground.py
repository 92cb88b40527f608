"""What a sentence is checked against: the words of its evidence, and what the citations show beside them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from bot.rendering.days import written
from bot.types import Evidence
from corpus.types import ParagraphType
from index.types import Days, HeldPaper

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Ground:
    """The evidence that a sentence names, as one.

    `quoted` has its words, a line a paragraph; `headings` what stands above them; `titles` those of the papers; `beside` what
    else a citation shows: body, council, locator, day. `resolved` says that some of it is a resolution in minutes, and `recommends` that
    all of it only recommends.
    """

    quoted: str
    headings: str
    titles: str
    beside: str
    types: frozenset[ParagraphType]
    papers: tuple[HeldPaper, ...]
    labels: frozenset[str]
    resolved: bool
    recommends: bool

    @property
    def whole(self) -> str:
        """All words that may be said of it."""
        return f"{self.quoted}\n{self.above}\n{self.beside}"

    @property
    def above(self) -> str:
        """The headings and titles."""
        return f"{self.headings}\n{self.titles}"

    @property
    def days(self) -> tuple[Days, ...]:
        """The days of the meetings that its papers are of."""
        return tuple(paper.days for paper in self.papers if paper.days)


def ground_of(evidence: Sequence[Evidence]) -> Ground:
    """The ground that evidence is."""
    paragraphs = [paragraph for one in evidence for paragraph in one.paragraphs]
    papers = _once(paragraph.paper for paragraph in paragraphs)
    beside = _once(line for paper in papers for line in _of_paper(paper))
    return Ground(
        "\n".join(one.text for one in evidence),
        "\n".join(_once(paragraph.heading for paragraph in paragraphs)),
        "\n".join(_once(paper.title for paper in papers)),
        "\n".join((*beside, *_once(paragraph.locator for paragraph in paragraphs))),
        frozenset(paragraph.type for paragraph in paragraphs),
        papers,
        frozenset(label.strip("().") for paragraph in paragraphs for label in paragraph.label),
        any(paragraph.type == "resolution" and paragraph.paper.kind == "minutes" for paragraph in paragraphs),
        bool(evidence) and all(one.recommends or one.lead.type == "recommendation" for one in evidence),
    )


def _of_paper(paper: HeldPaper) -> list[str]:
    day = paper.days.day if paper.days else None
    names = [paper.body_in_full, paper.body_alone, paper.council, paper.kind, written(paper.days)]
    return [name for name in names if name] + ([f"{day:%A}"] if day else [])


def _once(many: Iterable[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(many))
