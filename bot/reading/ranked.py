"""The readers that quote and write nothing: by what is seen of paragraphs, and, where the network is at hand, by reading them."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from bot.query.scoping import Scoping
from bot.query.terms import stems
from bot.reading.features import Candidate, candidates, rows_of
from bot.reading.items import PaperOf
from bot.reading.network import ReadPassage, Scorer
from bot.reading.ranker import Ranked, Ranker, read_columns
from bot.reading.selection import choose
from bot.reading.trained import NoReader
from bot.types import Evidence, Query, Reading
from index.coverage import Wanted
from index.types import Passage

_log = logging.getLogger(__name__)

READ_PASSAGES = 12
"""Passages that the network reads: those whose best paragraph ranks highest before."""

WantedOf = Callable[[Query], Wanted]
"""A question's words with what each weighs in the papers held."""
Trained = Callable[[], tuple[Scorer, Ranker]]
"""Loads the network, and the ranker that weighs what it reads; raises NoReader where it cannot."""


class RankedReader:
    """Meets `Reader` with a ranker over what is seen of paragraphs; with `trained`, over what a network reads in them too.

    The network is loaded at the first question. Where that fails the ranker over what is seen serves, and each reading says so.
    """

    def __init__(self, wanted_of: WantedOf, paper_of: PaperOf, seen: Ranker, trained: Trained | None = None) -> None:
        self._wanted_of = wanted_of
        self._paper_of = paper_of
        self._seen = seen
        self._trained = trained
        self._loaded: tuple[Scorer, Ranker] | None = None
        self._fault = ""
        self._lock = threading.Lock()

    @property
    def by_model(self) -> bool:
        """No language model reads."""
        return False

    def read(self, query: Query, passages: Sequence[Passage]) -> Reading:
        """The evidence in the passages, best first, and how sure it is that it answers."""
        wanted = self._wanted_of(query)
        found = candidates(passages)
        rows = rows_of(query, wanted, found, self._paper_of)
        ranked = self._seen(rows)
        sentences: dict[str, list[tuple[int, int, float]]] = {}
        if (loaded := self.loaded()) and found:
            scorer, weigh = loaded
            kept = best_passages(found, ranked, READ_PASSAGES)
            read = scorer.read(query.text, [passages[place].paragraphs for place in kept])
            found, rows, sentences = with_logits(found, rows, read)
            ranked = weigh(rows)
        found, ranked = looked_up(query, found, ranked)
        ordered = tuple(passages[place] for place in best_passages(found, ranked, len(passages)))
        evidence = tuple(choose(found, ranked, sentences, wanted))
        return Reading(evidence, ranked.sure, note=self._fault, passages=ordered)

    def carries(self, sentence: str, evidence: Sequence[Evidence]) -> float:
        """How likely it is, from 0 to 1, that evidence carries a sentence; 0 where the network is not at hand."""
        loaded = self.loaded()
        spans = [span for one in evidence for span in one.spans]
        if not loaded or not spans:
            return 0.0
        return loaded[0].carries(sentence, [span.paragraph for span in spans], [span.text for span in spans])

    def loaded(self) -> tuple[Scorer, Ranker] | None:
        """The network and its ranker, loaded now if they were not yet; None where there are none."""
        with self._lock:
            if self._loaded is None and self._trained and not self._fault:
                try:
                    self._loaded = self._trained()
                except NoReader as fault:
                    self._fault = f"Read by words alone: {fault}."
                    _log.warning("%s", self._fault)
            return self._loaded


def looked_up(query: Query, found: list[Candidate], ranked: Ranked) -> tuple[list[Candidate], Ranked]:
    """The candidates under the printed number that a question asks for and says no more of, which are what it asks for.

    "What does minute 253 record?" has no words to find in them. All candidates, as ranked, for any other question.
    """
    question, numbered = query.question, Scoping(query.scope).numbered
    named = stems(" ".join(query.scope.called)) | question.bodies | question.dates | question.numbers
    if not query.scope.numbers or any(word.stem not in named for word in question.telling):
        return found, ranked
    places = [place for place, one in enumerate(found) if numbered(one.paragraph)]
    if not places:
        return found, ranked
    return [found[place] for place in places], Ranked(ranked.shares[places], sure=1.0)


def best_passages(found: Sequence[Candidate], ranked: Ranked, most: int) -> list[int]:
    """The places of the passages whose best paragraphs rank highest."""
    best: dict[int, float] = {}
    for one, share in zip(found, ranked.shares, strict=True):
        best[one.place] = max(best.get(one.place, 0.0), float(share))
    return sorted(best, key=lambda place: -best[place])[:most]


def with_logits(
    found: Sequence[Candidate], rows: NDArray[np.float32], read: Sequence[ReadPassage]
) -> tuple[list[Candidate], NDArray[np.float32], dict[str, list[tuple[int, int, float]]]]:
    """The candidates that were read, their rows with what the network says of them, and the scores of their sentences."""
    sentences: dict[str, list[tuple[int, int, float]]] = {}
    of_passage: dict[str, float] = {}
    for passage in read:
        for sentence in passage.sentences:
            id_ = sentence.span.paragraph.id
            sentences.setdefault(id_, []).append((sentence.span.start, sentence.span.end, sentence.score))
            of_passage[id_] = max(of_passage.get(id_, -np.inf), passage.score)
    kept = [place for place, one in enumerate(found) if one.paragraph.id in sentences]
    ids = [found[place].paragraph.id for place in kept]
    logits = np.array([max(score for *_, score in sentences[id_]) for id_ in ids], dtype=np.float32)
    passages = np.array([of_passage[id_] for id_ in ids], dtype=np.float32)
    columns = read_columns(logits, passages) if kept else np.zeros((0, 4), dtype=np.float32)
    return [found[place] for place in kept], np.hstack([rows[kept], columns]), sentences
