"""Exact search over the catalogue's own vectors: for filtered questions, and for all while Chroma is not at hand."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from index.catalogue import Catalogue
from index.types import Vector

_BARRED = -2.0
"""Below every cosine: a paper that the filter does not allow."""


@dataclass(frozen=True, slots=True)
class _Held:
    """Every vector of one generation of the catalogue, with the chunk and the paper that each belongs to."""

    generation: int = -1
    chunks: Sequence[str] = ()
    chunk_of: NDArray[np.int64] = field(default_factory=lambda: np.zeros(0, dtype=np.int64))
    papers: Sequence[str] = ()
    paper_of: NDArray[np.int64] = field(default_factory=lambda: np.zeros(0, dtype=np.int64))
    vectors: Vector = field(default_factory=lambda: np.zeros((0, 0), dtype=np.float32))


class ExactVectors:
    """The vectors of one embedder, read from the catalogue when first needed and again when it has changed."""

    def __init__(self, catalogue: Catalogue, embedder: str) -> None:
        self._catalogue = catalogue
        self._embedder = embedder
        self._held = _Held()

    def nearest(self, query: Vector, k: int, papers: Collection[str] | None = None) -> list[tuple[str, float]]:
        """Ids of the nearest chunks with their cosine similarity, best first; of these papers alone where given."""
        held = self._read()
        if not held.chunks:
            return []
        best = np.full(len(held.chunks), _BARRED, dtype=np.float32)
        np.maximum.at(best, held.chunk_of, held.vectors @ query)
        if papers is not None:
            allowed = np.fromiter((paper in papers for paper in held.papers), dtype=bool, count=len(held.papers))
            best[~allowed[held.paper_of]] = _BARRED
        top = np.argsort(-best, kind="stable")[:k]
        return [(held.chunks[i], float(best[i])) for i in top if best[i] > _BARRED]

    def cosines(self, query: Vector, chunks: Collection[str]) -> dict[str, float]:
        """The cosine similarity of these chunks, read from the catalogue chunk by chunk."""
        sql = (
            "SELECT windows.chunk, embeddings.vector FROM windows JOIN embeddings ON embeddings.digest = windows.digest "
            "WHERE windows.chunk IN (SELECT value FROM json_each(?)) AND embeddings.embedder = ?"
        )
        rows = self._catalogue.db.execute(sql, (json.dumps(list(chunks)), self._embedder)).fetchall()
        if not rows:
            return {}
        near = np.frombuffer(b"".join(row[1] for row in rows), dtype="<f4").reshape(len(rows), -1) @ query
        best: dict[str, float] = {}
        for (chunk, _), cosine in zip(rows, near, strict=True):
            best[chunk] = max(best.get(chunk, _BARRED), float(cosine))
        return best

    def _read(self) -> _Held:
        """The vectors as they are now."""
        generation = self._catalogue.generation
        if self._held.generation != generation:
            sql = (
                "SELECT chunks.id, chunks.paper, embeddings.vector FROM chunks "
                "JOIN windows ON windows.chunk = chunks.id JOIN embeddings ON embeddings.digest = windows.digest "
                "WHERE embeddings.embedder = ? ORDER BY chunks.id, windows.id"
            )
            rows = self._catalogue.db.execute(sql, (self._embedder,)).fetchall()
            chunks = _numbered(row[0] for row in rows)
            papers = _numbered(row[1] for row in rows)
            paper_of = {row[0]: papers[row[1]] for row in rows}
            vectors = np.frombuffer(b"".join(row[2] for row in rows), dtype="<f4").astype(np.float32)
            self._held = _Held(
                generation,
                list(chunks),
                np.array([chunks[row[0]] for row in rows], dtype=np.int64),
                list(papers),
                np.array([paper_of[chunk] for chunk in chunks], dtype=np.int64),
                vectors.reshape(len(rows), -1) if rows else np.zeros((0, 0), dtype=np.float32),
            )
        return self._held


def _numbered(ids: Iterable[str]) -> dict[str, int]:
    """Each id with a number, in the order met."""
    return {id_: number for number, id_ in enumerate(dict.fromkeys(ids))}
