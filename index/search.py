"""The read side: finds passages for a question by words and by vectors, within a filter, in the light of a scope."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np

from index.catalogue import Catalogue
from index.coverage import Wanted, look_again
from index.derived import chunk_of
from index.errors import VectorsUnavailable
from index.exact import ExactVectors
from index.fulltext import FullText
from index.fuse import Ranking, Weights, fuse
from index.glossary import abbreviations, both_ways
from index.passages import passages_of
from index.rank import numbered_chunks, papers_in_scope, places_of, rerank
from index.reading import Reading
from index.scope import Scope
from index.types import Embedder, Filter, Passage, Vector, Vectors
from index.words import content_words, phrases_of

DEPTH = 200
"""Chunks that each leg brings before they are joined."""
SCOPED_DEPTH = 60
"""Chunks that each leg brings besides from the papers that the question itself points to, however deep they lie."""
BACKGROUND = 0.3
"""What a word of the questions before counts. On 201 turns about government pages, nDCG@10: .580 for the last turn alone, .622
so; the last two searched as one question gave .526, all of them .416."""
WITH_BACKGROUND = 2.0
"""What vectors count where there is a background, whose own vector is in them: 1.0 gave .587 on the same turns."""
QUESTIONS = 64
"""Whose vectors are kept: a question that asks the same of several periods is searched for in each, and the next turn leans on it."""
COLUMNS = "1.0, 1.0, 0.5"
"""What a word counts in a chunk's text, in its heading, and in its context line (body, date, item)."""


@dataclass(slots=True)
class Search:
    """Searches the papers of one catalogue.

    `embedder`, `exact` and `nearest` are makers, called when a question needs them: loading a model takes seconds.
    `nearest` gives the store for unfiltered questions (Chroma), or None while it is not at hand; `away` is told when it fails.
    """

    reading: Reading
    embedder: Callable[[], Embedder]
    exact: Callable[[], ExactVectors]
    nearest: Callable[[], Vectors | None] = lambda: None
    away: Callable[[VectorsUnavailable], None] = lambda _fault: None
    _words: FullText = field(init=False)
    _abbreviations: tuple[int, dict[str, str]] = field(default=(-1, {}), init=False)
    _vector: Callable[[str], Vector] = field(init=False)

    def __post_init__(self) -> None:
        self._words = FullText(self.catalogue, COLUMNS)
        self._vector = lru_cache(maxsize=QUESTIONS)(lambda text: self.embedder().embed_query(text))

    @property
    def catalogue(self) -> Catalogue:
        """Where the papers are held."""
        return self.reading.catalogue

    def __call__(
        self,
        question: str,
        chosen: Filter | None = None,
        scope: Scope | None = None,
        k: int = 10,
        *,
        weights: Weights | None = None,
        background: str = "",
    ) -> list[Passage]:
        """The best k passages for a question among the papers that the filter allows; empty where it allows none.

        `background` is the question with what was asked before it: it draws the ranking its way, and need not be met.
        """
        weights, scope = weights or Weights(), scope or Scope()
        allowed = self._allowed(chosen)
        pointed = papers_in_scope(self.catalogue, chosen, scope)
        others = both_ways(question, self.abbreviations())
        text = " ".join([question, *others.values()])
        words = self._by_words_in(scope.without(text), allowed, pointed) if weights.words else {}
        if weights.words and background:
            words = _drawn(words, dict(self.by_words(scope.without(background), allowed)))
        if background:
            weights = Weights(weights.words, WITH_BACKGROUND * weights.vectors)
        near = self._by_vectors_in(self._query(text, background), allowed, pointed, words) if weights.vectors else {}
        numbered = numbered_chunks(self.catalogue, chosen, scope)
        fused = dict(fuse(words, near, weights))
        places = places_of(self.catalogue, {**fused, **numbered})
        first = rerank(self.catalogue.papers_by_id(), places, fused, scope, numbered)
        wanted = Wanted(self.catalogue, question, scope, others)
        ranked, covering = look_again(self.reading, wanted, first, places, scope)
        return passages_of(self.reading, ranked, places, text, k, allowed=allowed, covering=covering)

    def abbreviations(self) -> dict[str, str]:
        """The abbreviations that the papers expand, read once for each state of the catalogue."""
        generation = self.catalogue.generation
        if self._abbreviations[0] != generation:
            self._abbreviations = (generation, abbreviations(self.catalogue))
        return self._abbreviations[1]

    def _query(self, text: str, background: str) -> Vector:
        """The vector of a question, or half way between it and its background."""
        vector = self._vector(text)
        if background:
            vector = vector + self._vector(background)
            vector = vector / np.linalg.norm(vector)
        return vector

    def _by_words_in(self, question: str, allowed: set[str] | None, pointed: set[str]) -> dict[str, float]:
        """Chunks by words, from all that is allowed and, deeper, from where the question points."""
        found = dict(self.by_words(question, allowed))
        return {**dict(self.by_words(question, pointed, SCOPED_DEPTH)), **found} if pointed else found

    def _by_vectors_in(
        self, query: Vector, allowed: set[str] | None, pointed: set[str], words: Collection[str]
    ) -> dict[str, float]:
        """The same by vectors; what was found by words alone gets its cosine too, or it would seem far off."""
        found = dict(self.by_vectors(query, allowed))
        if pointed:
            found |= dict(self.by_vectors(query, pointed, SCOPED_DEPTH))
        lacking = [chunk for chunk in words if chunk not in found]
        return found | self.exact().cosines(query, lacking)

    def _allowed(self, chosen: Filter | None) -> set[str] | None:
        """The papers that a filter allows, by id; None where it allows all."""
        if chosen is None or chosen.is_empty:
            return None
        return {paper.id for paper in self.catalogue.papers(chosen)}

    def by_words(self, question: str, papers: Collection[str] | None = None, depth: int = DEPTH) -> Ranking:
        """Chunks by full text, the best first: the rarer and the more of the question's words, the better."""
        return self._words.ranked(content_words(question), phrases_of(question), papers, depth)

    def by_vectors(self, query: Vector, papers: Collection[str] | None = None, depth: int = DEPTH) -> Ranking:
        """Chunks by nearness of meaning, the nearest first; exact among given papers."""
        store = self.nearest() if papers is None else None
        if store is not None:
            try:
                return _by_chunk(store.nearest(query, depth))
            except VectorsUnavailable as fault:
                self.away(fault)
        return self.exact().nearest(query, depth, papers)


def _drawn(words: Mapping[str, float], background: Mapping[str, float]) -> dict[str, float]:
    """Scores by a question's words with a share of those by its background's."""
    both = words.keys() | background.keys()
    return {chunk: words.get(chunk, 0.0) + BACKGROUND * background.get(chunk, 0.0) for chunk in both}


def _by_chunk(windows: Ranking) -> Ranking:
    """Each chunk once, with the nearness of its nearest window."""
    chunks: dict[str, float] = {}
    for id_, cosine in windows:
        chunks.setdefault(chunk_of(id_), cosine)
    return list(chunks.items())
