"""The read side: finds passages for a question by words and by vectors, within a filter, in the light of a scope."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from index import rows
from index.catalogue import Catalogue
from index.exact import ExactVectors
from index.fuse import Ranking, Weights, fuse
from index.passages import passages_of
from index.scope import Scope
from index.types import Embedder, Filter, Passage
from index.words import content_words, match_query, phrases_of

DEPTH = 200
"""Chunks that each leg brings before they are joined."""
COLUMNS = "1.0, 0.5, 0.5"
"""What a word counts in a chunk's text, in its heading, and in its context line (body, date, item)."""


@dataclass(slots=True)
class Search:
    """Searches one catalogue. `embedder` is a maker, called at the first question: loading a model takes seconds."""

    catalogue: Catalogue
    embedder: Callable[[], Embedder]
    vectors: Callable[[], ExactVectors]

    def __call__(
        self,
        question: str,
        chosen: Filter | None = None,
        scope: Scope | None = None,
        k: int = 10,
        weights: Weights | None = None,
    ) -> list[Passage]:
        """The best k passages for a question among the papers that the filter allows; empty where it allows none."""
        weights = weights or Weights()
        words = self.by_words(question, chosen) if weights.words else []
        near = self.by_vectors(question, chosen) if weights.vectors else []
        return passages_of(self.catalogue, fuse(words, near, weights), question, k)

    def by_words(self, question: str, chosen: Filter | None = None, depth: int = DEPTH) -> Ranking:
        """Chunks by full text, the best first: the rarer and the more of the question's words, the better."""
        match = match_query(content_words(question), phrases_of(question))
        if not match:
            return []
        condition, values = rows.where(chosen)
        within = "" if condition == "1" else f"AND chunks.paper IN (SELECT id FROM held WHERE {condition})"
        sql = (
            f"SELECT chunks.id, -bm25(chunk_words, {COLUMNS}) AS score FROM chunk_words "
            f"JOIN chunks ON chunks.rowid = chunk_words.rowid WHERE chunk_words MATCH ? {within} "
            "ORDER BY score DESC, chunks.id LIMIT ?"
        )
        found = self.catalogue.db.execute(sql, [match, *values, depth])
        return [(str(id_), float(score)) for id_, score in found]

    def by_vectors(self, question: str, chosen: Filter | None = None, depth: int = DEPTH) -> Ranking:
        """Chunks by nearness of meaning, the nearest first."""
        papers = None
        if chosen is not None and not chosen.is_empty:
            papers = {paper.id for paper in self.catalogue.papers(chosen)}
            if not papers:
                return []
        return self.vectors().nearest(self.embedder().embed_query(question), depth, papers)
