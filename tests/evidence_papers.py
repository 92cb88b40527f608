"""Evidence in made-up papers, without an index: what a reader would hand on."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from held_papers import held

from bot.types import Evidence, Span
from index.types import HeldParagraph, Passage

MAY = date(2031, 5, 6)


def minutes(text: str, day: date | None = MAY, id_: str = "may", **facts) -> list[HeldParagraph]:
    """The paragraphs of a paper, a line each: type|label|heading|text."""
    paragraphs = held(text, day, id_, **facts)
    return [replace(one, locator=one.locator.replace(",", " ").strip()) for one in paragraphs]


def evidence_of(paper: Sequence[HeldParagraph], *words: str, score: float = 1.0) -> Evidence:
    """Evidence of these words, each in the first paragraph (heading or not) that has them and is no heading where one is not."""
    spans = []
    for said in words:
        paragraph = min((one for one in paper if said in one.text), key=lambda one: one.type == "heading")
        start = paragraph.text.index(said)
        spans.append(Span(paragraph, start, start + len(said)))
    paragraphs = tuple(span.paragraph for span in spans)
    return Evidence(tuple(spans), score, Passage(paragraphs, 1.0))


def whole(paper: Sequence[HeldParagraph], ordinal: int) -> Evidence:
    """The whole of a paragraph as evidence."""
    return evidence_of(paper[ordinal : ordinal + 1], paper[ordinal].text)


def papers(*held_papers: Sequence[HeldParagraph]) -> Callable[[str], Sequence[HeldParagraph]]:
    """Every paragraph of a paper, by the paper's id."""
    by_id: Mapping[str, Sequence[HeldParagraph]] = {paper[0].paper.id: paper for paper in held_papers}
    return by_id.__getitem__


def texts(evidence: Sequence[Evidence]) -> list[str]:
    """The words of each piece of evidence."""
    return [one.text for one in evidence]
