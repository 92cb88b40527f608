"""Systems to compare with, on the very chunks and vectors that ours has: BM25, vectors alone, both joined by rank.

They are as good as a careful user would make them: the line that says where a chunk stands (body, date, item) is
read with it, the words are stemmed, stopwords left out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence

import bm25s
import Stemmer

from evals.retrieval_systems import Found, System, as_read
from index.exact import ExactVectors
from index.opening import Index
from index.types import Place

DEPTH = 200
"""Chunks that each leg brings: as many as ours."""
RRF_K = 60
"""Of reciprocal rank fusion: the constant that its authors gave, and that nearly every library has."""

Ranked = list[tuple[str, float]]


def baselines(index: Index) -> dict[str, System]:
    """BM25, vectors alone and equal-weight reciprocal rank fusion of the two, over the chunks of an index."""
    held = _chunks(index)
    ids = list(held)
    words = Bm25(ids, [f"{context}\n{found.text}" for context, found in held.values()])
    exact = ExactVectors(index.catalogue, index.embedder.name)

    def near(query: str, depth: int) -> Ranked:
        return exact.nearest(index.embedder.embed_query(query), depth)

    def joined(query: str, _depth: int) -> Ranked:
        return reciprocal([words(query, DEPTH), near(query, DEPTH)])

    def told(rank: Callable[[str, int], Ranked]) -> System:
        return lambda turn, k: [held[id_][1] for id_, _ in rank(as_read(turn), k)[:k]]

    return {"BM25": told(words), "vectors alone": told(near), "reciprocal ranks": told(joined)}


def reciprocal(rankings: Sequence[Ranked]) -> Ranked:
    """Rankings joined with equal weight by the reciprocals of ranks."""
    total: dict[str, float] = defaultdict(float)
    for ranking in rankings:
        for rank, (id_, _) in enumerate(ranking, 1):
            total[id_] += 1 / (RRF_K + rank)
    return sorted(total.items(), key=lambda pair: (-pair[1], pair[0]))


class Bm25:
    """BM25 with Snowball's English stemmer over texts by id."""

    def __init__(self, ids: Sequence[str], texts: Sequence[str]) -> None:
        self._ids = ids
        self._stemmer = Stemmer.Stemmer("english")
        self._bm25 = bm25s.BM25()
        self._bm25.index(self._tokens(texts), show_progress=False)

    def __call__(self, query: str, depth: int) -> Ranked:
        """The best ids, those that share a word with the query."""
        depth = min(depth, len(self._ids))
        found, scores = self._bm25.retrieve(self._tokens([query]), k=depth, show_progress=False)
        pairs = zip(found[0], scores[0], strict=True)
        return [(self._ids[int(at)], float(score)) for at, score in pairs if score > 0]

    def _tokens(self, texts: Sequence[str]) -> object:
        return bm25s.tokenize(list(texts), stopwords="en", stemmer=self._stemmer, show_progress=False)


def _chunks(index: Index) -> dict[str, tuple[str, Found]]:
    """Every chunk's context line, its text, and each file that it stands in."""
    files: dict[str, list[str]] = defaultdict(list)
    for file, text in index.catalogue.files():
        files[text].append(file)
    sql = (
        "SELECT chunks.id, chunks.paper, chunks.context, chunks.text, paragraphs.locator FROM chunks JOIN paragraphs "
        "ON paragraphs.paper = chunks.paper AND paragraphs.ordinal = chunks.first ORDER BY chunks.id"
    )
    held = {}
    for id_, paper, context, text, locator in index.catalogue.db.execute(sql):
        places = tuple(Place(file, str(locator)) for file in files[str(paper).rpartition("-")[0]])
        held[str(id_)] = (str(context), Found(places, str(text)))
    return held
