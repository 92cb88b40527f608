"""Readers whose findings are known beforehand, so that what comes before and after reading is tested whatever ranks paragraphs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace

from bot.pipeline import Bot
from bot.query.terms import stems
from bot.types import Evidence, Query, Reading, Sentence, Span
from index.types import HeldParagraph, Passage

Find = str | tuple[str, ...]
"""Words that stand in the paragraph that is to be quoted whole; several are quoted as one, each in the same passage or a next one."""


@dataclass(frozen=True)
class ScriptedReader:
    """Meets `Reader`: of what it is told to find it gives, in that order, what stands in the passages that it is given.

    `said` is what it gives besides: how sure it is (wholly, where nothing is told), why it declines, what it writes.
    `asked` is what it was asked: each query with its passages.
    """

    finds: tuple[Find, ...] = ()
    said: Reading = field(default_factory=lambda: Reading(sure=1.0))
    by_model: bool = False
    asked: list[tuple[Query, Sequence[Passage]]] = field(default_factory=list)

    def read(self, query: Query, passages: Sequence[Passage]) -> Reading:
        """The evidence told to find, as far as it stands in the passages."""
        self.asked.append((query, passages))
        return replace(self.said, evidence=tuple(self._found(passages)))

    def _found(self, passages: Sequence[Passage]) -> Iterator[Evidence]:
        for place, find in enumerate(self.finds):
            spans = [_span(words, passages) for words in ((find,) if isinstance(find, str) else find)]
            known = [span for span in spans if span]
            if len(known) == len(spans):
                passage = next(one for one in passages if known[0].paragraph in one.paragraphs)
                yield Evidence(tuple(known), 1.0 - place / 100, passage)


@dataclass(frozen=True)
class PlainReader:
    """Meets `Reader` with every paragraph that has, with its heading, all the words that tell what is asked about; resolutions first."""

    by_model: bool = False

    def read(self, query: Query, passages: Sequence[Passage]) -> Reading:
        """Wholly sure evidence, or none."""
        question = query.question
        about = {word.stem for word in question.telling} - question.bodies - question.dates - question.carried
        held = {one.id: (one, passage) for passage in reversed(passages) for one in reversed(passage.paragraphs)}
        evidence = [
            Evidence((Span(one, 0, len(one.text)),), 1.0, passage)
            for one, passage in sorted(held.values(), key=lambda found: _place(found[0], about))
            if one.type != "heading" and about <= stems(f"{one.heading} {one.text}")
        ]
        return Reading(tuple(evidence), 1.0 if evidence else 0.0)

    def carries(self, _sentence: str, _evidence: Sequence[Evidence]) -> float:
        """That nothing in other words is carried."""
        return 0.0


def finding(bot: Bot, *finds: Find, by_model: bool = False, sure: float = 1.0, **said) -> Bot:
    """The bot with a reader that finds these words, and says besides what is told (`Reading`)."""
    return replace(bot, reader=ScriptedReader(finds, Reading(sure=sure, **said), by_model))


def writing(*sentences: tuple[str, Sequence[int]]) -> tuple[Sentence, ...]:
    """Sentences, each with the places of what it rests on in what is found."""
    return tuple(Sentence(text, tuple(places)) for text, places in sentences)


def _span(words: str, passages: Sequence[Passage]) -> Span | None:
    """The first paragraph with these words that is no heading, whole."""
    paragraphs = (one for passage in passages for one in passage.paragraphs if one.type != "heading")
    held = next((one for one in paragraphs if words in one.text), None)
    return Span(held, 0, len(held.text)) if held else None


def _place(paragraph: HeldParagraph, about: AbstractSet[str]) -> tuple[bool, int, str, int]:
    said = len(about & stems(paragraph.text))
    return paragraph.type != "resolution", -said, paragraph.paper.id, paragraph.ordinal
