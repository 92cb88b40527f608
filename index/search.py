"""The read side: finds passages for a question by words and by vectors, within a filter, in the light of a scope."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass

from index.catalogue import Catalogue
from index.exact import ExactVectors
from index.fuse import Ranking, Weights, fuse
from index.passages import passages_of
from index.rank import numbered_chunks, papers_in_scope, rerank
from index.scope import Scope
from index.types import Embedder, Filter, Passage, Vector, Vectors
from index.words import content_words, match_query, phrases_of

DEPTH = 200
"""Chunks that each leg brings before they are joined."""
SCOPED_DEPTH = 60
"""Chunks that each leg brings besides from the papers that the question itself points to, however deep they lie."""
COLUMNS = "1.0, 0.5, 0.5"
"""What a word counts in a chunk's text, in its heading, and in its context line (body, date, item)."""


@dataclass(slots=True)
class Search:
    """Searches one catalogue.

    `embedder`, `exact` and `nearest` are makers, called when a question needs them: loading a model takes seconds.
    `nearest` gives the store for unfiltered questions (Chroma), or None while it is not at hand.
    """

    catalogue: Catalogue
    embedder: Callable[[], Embedder]
    exact: Callable[[], ExactVectors]
    nearest: Callable[[], Vectors | None] = lambda: None

    def __call__(
        self,
        question: str,
        chosen: Filter | None = None,
        scope: Scope | None = None,
        k: int = 10,
        weights: Weights | None = None,
    ) -> list[Passage]:
        """The best k passages for a question among the papers that the filter allows; empty where it allows none."""
        weights, scope = weights or Weights(), scope or Scope()
        allowed = self._allowed(chosen)
        pointed = papers_in_scope(self.catalogue, chosen, scope)
        words = self.by_words(question, allowed) if weights.words else []
        near: Ranking = []
        if weights.vectors:
            vector = self.embedder().embed_query(question)
            near = self.by_vectors(vector, allowed)
        if pointed:
            if weights.words:
                words = _united(words, self.by_words(question, pointed, SCOPED_DEPTH))
            if weights.vectors:
                near = _united(near, self.by_vectors(vector, pointed, SCOPED_DEPTH))
        numbered = numbered_chunks(self.catalogue, chosen, scope)
        ranked = rerank(self.catalogue, fuse(words, near, weights), scope, numbered)
        return passages_of(self.catalogue, ranked, question, k)

    def _allowed(self, chosen: Filter | None) -> set[str] | None:
        """The papers that a filter allows, by id; None where it allows all."""
        if chosen is None or chosen.is_empty:
            return None
        return {paper.id for paper in self.catalogue.papers(chosen)}

    def by_words(self, question: str, papers: Collection[str] | None = None, depth: int = DEPTH) -> Ranking:
        """Chunks by full text, the best first: the rarer and the more of the question's words, the better."""
        match = match_query(content_words(question), phrases_of(question))
        if not match or (papers is not None and not papers):
            return []
        within = "" if papers is None else "AND chunks.paper IN (SELECT value FROM json_each(?))"
        sql = (
            f"SELECT chunks.id, -bm25(chunk_words, {COLUMNS}) AS score FROM chunk_words "
            f"JOIN chunks ON chunks.rowid = chunk_words.rowid WHERE chunk_words MATCH ? {within} "
            "ORDER BY score DESC, chunks.id LIMIT ?"
        )
        values = [match, *([] if papers is None else [json.dumps(sorted(papers))]), depth]
        return [(str(id_), float(score)) for id_, score in self.catalogue.db.execute(sql, values)]

    def by_vectors(self, query: Vector, papers: Collection[str] | None = None, depth: int = DEPTH) -> Ranking:
        """Chunks by nearness of meaning, the nearest first; exact among given papers."""
        store = self.nearest() if papers is None else None
        return store.nearest(query, depth) if store else self.exact().nearest(query, depth, papers)


def _united(first: Iterable[tuple[str, float]], second: Iterable[tuple[str, float]]) -> Ranking:
    """Two rankings by the same measure as one."""
    return sorted({**dict(first), **dict(second)}.items(), key=lambda pair: (-pair[1], pair[0]))
