"""A reader that finds what it is told to, so that what comes after reading is tested whatever ranks paragraphs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from bot.pipeline import Bot
from bot.types import Evidence, Query, Reading, Sentence, Span
from index.types import Passage

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
