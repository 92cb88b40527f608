"""Runs of whole sentences that one quotation may hold: within a paragraph, or over paragraphs that nothing parts."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.grounding.verify import MOST_WORDS
from bot.query.terms import count
from bot.reading.cues import announces, asks
from bot.reading.sentences import quotable
from bot.reading.vocabulary import Vocabulary
from corpus.types import ParagraphType
from index.coverage import place_stems
from index.types import HeldParagraph

FEWEST_IN_PARAGRAPH = 3  # fewer are a note in the margin
FEWEST_WORDS = 4  # "Resolved:" alone says nothing
SHORT = 30  # words of a paragraph that may be quoted together with the next one

# A line that offers a file for download ("Agenda.pdf (120 KB)") names papers, and says nothing of what stands in them.
_DOWNLOAD = re.compile(r"\.(?:pdf|docx?|xlsx?|pptx?|odt)\s*(?:[-–|(\[•]|$)", re.IGNORECASE | re.MULTILINE)
_DECISIVE = frozenset({"resolution", "recommendation", "motion", "vote", "exempt"})


Span = tuple[HeldParagraph, int, int]
"""A paragraph, and where words begin and end in it."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence of a paragraph, with the question's stems that it holds and its words."""

    paragraph: HeldParagraph
    start: int
    end: int
    held: Mapping[str, float]
    words: int


@dataclass(frozen=True, slots=True)
class Run:
    """Sentences in a row, with their words and the question's stems that they hold."""

    units: Sequence[Unit]
    words: int
    own: Mapping[str, float]

    @property
    def lead(self) -> HeldParagraph:
        """The paragraph that it begins in."""
        return self.units[0].paragraph

    @property
    def last(self) -> HeldParagraph:
        """The paragraph that it ends in."""
        return self.units[-1].paragraph

    @property
    def span(self) -> tuple[str, int, str, int]:
        """Where it begins and where it ends: no other run has the same words of the same paragraphs."""
        first, last = self.units[0], self.units[-1]
        return first.paragraph.id, first.start, last.paragraph.id, last.end

    @property
    def paragraphs(self) -> tuple[HeldParagraph, ...]:
        """The paragraphs that its sentences stand in."""
        if self.lead is self.last:
            return (self.lead,)
        return tuple({unit.paragraph.id: unit.paragraph for unit in self.units}.values())

    @property
    def types(self) -> set[ParagraphType]:
        """The types of its paragraphs."""
        return {unit.paragraph.type for unit in self.units}

    @property
    def pieces(self) -> tuple[str, ...]:
        """Its words, verbatim: one piece a paragraph, from its first sentence to its last."""
        spans = joined((unit.paragraph, unit.start, unit.end) for unit in self.units)
        return tuple(paragraph.text[start:end] for paragraph, start, end in spans)

    @property
    def text(self) -> str:
        """The same, a line a paragraph."""
        return "\n".join(self.pieces)

    @property
    def idle(self) -> int:
        """How many of its paragraphs say nothing of the question, those apart that a lead-in announces."""
        busy = {unit.paragraph.id for unit in self.units if unit.held}
        announced = False
        idle = 0
        for paragraph in self.paragraphs:
            idle += paragraph.id not in busy and not announced
            announced = announced or announces(paragraph.text)
        return idle


def joined(spans: Iterable[Span]) -> Collection[Span]:
    """One span a paragraph, from where the first of its own begins to where the last ends."""
    found: dict[str, Span] = {}
    for paragraph, start, end in spans:
        _, begun, _ = found.get(paragraph.id, (paragraph, start, end))
        found[paragraph.id] = (paragraph, begun, end)
    return found.values()


def runs_of(paragraphs: Sequence[HeldParagraph], vocabulary: Vocabulary) -> Iterable[Run]:
    """Every run of sentences of some paragraphs that can be quoted: neither too long nor bare.

    None but single sentences open with what was not asked.
    """
    for units in _stretches(paragraphs, vocabulary):
        for first in range(len(units)):
            words = 0
            own: dict[str, float] = {}
            for last in range(first, len(units)):
                words += units[last].words
                if last > first and (words > MOST_WORDS or not units[first].held):
                    break
                place_stems(own, units[last].held, 1.0)
                if words >= FEWEST_WORDS:
                    yield Run(units[first : last + 1], words, dict(own))


def _stretches(paragraphs: Sequence[HeldParagraph], vocabulary: Vocabulary) -> Iterable[list[Unit]]:
    """The sentences of paragraphs in stretches that one quotation may run over. Headings are told with the answer."""
    quoted = [p for p in paragraphs if not ("." in p.text and _DOWNLOAD.search(p.text))]
    spoken = [p for p in quoted if p.type != "heading"] or quoted
    stretch: list[Unit] = []
    before: HeldParagraph | None = None
    for paragraph in spoken:
        if before is not None and _parted(before, paragraph):
            yield stretch
            stretch = []
        stretch.extend(_units(paragraph, vocabulary))
        before = paragraph
    yield stretch


def _parted(before: HeldParagraph, after: HeldParagraph) -> bool:
    """Whether no quotation may run from one paragraph into the next.

    None runs from what was said into what was resolved or recommended, nor from one clause into another: each is told as
    what it is, under its own number. None runs over a heading, in or out of a table, or over a note in the margin (the
    initials of who is to act), which papers print beside the text and readers place anywhere.
    """
    if after.ordinal != before.ordinal + 1 or ("table" in {before.type, after.type} and before.type != after.type):
        return True
    lengths = count(before.text), count(after.text)
    runs_on = before.text.rstrip().endswith((":", "-", "–", ";"))
    if min(lengths) < FEWEST_IN_PARAGRAPH and not announces(before.text):
        return True
    if before.type in _DECISIVE or after.type in _DECISIVE:
        return before.type != after.type or not (before.label == after.label or (runs_on and _nested(before, after)))
    return max(lengths) > SHORT and not runs_on and not asks(before.text)


def _nested(before: HeldParagraph, after: HeldParagraph) -> bool:
    """Whether one of two paragraphs stands under the other's number: a lead-in and its first line, not two clauses."""
    shorter = min(len(before.label), len(after.label))
    return before.label[:shorter] == after.label[:shorter] and len(before.label) != len(after.label)


def _units(paragraph: HeldParagraph, vocabulary: Vocabulary) -> list[Unit]:
    sentences = quotable(paragraph.text, MOST_WORDS)
    held = vocabulary.held(paragraph.text)
    if not held or len(sentences) == 1:  # its sentences hold no more than it does
        return [Unit(paragraph, s.start, s.end, held, count(s.text)) for s in sentences]
    return [Unit(paragraph, s.start, s.end, vocabulary.held(s.text), count(s.text)) for s in sentences]
