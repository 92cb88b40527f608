"""Exact search over the catalogue's own vectors: for filtered questions, and for all while Chroma is not at hand."""

from __future__ import annotations

import itertools
import json
import threading
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from index.catalogue import Catalogue
from index.types import Vector

_BARRED = -2.0
"""Below every cosine: a paper that the filter does not allow."""
BLOCK = 2_048
"""Vectors copied or compared at once: three megabytes, which a processor's cache holds."""
MOSTLY = 0.5
"""Share of the vectors from which comparing them all is quicker than picking out those allowed."""

Numbers = NDArray[np.int64]


def _none() -> Numbers:
    return np.zeros(0, dtype=np.int64)


@dataclass(frozen=True, slots=True)
class _Held:
    """Every vector of one generation of the catalogue: each once, though several windows may have the same words.

    Windows are in the order of their ids, so those of a chunk, and the chunks of a paper, follow one another: `rows` has
    each window's row in `vectors`, `begins` each chunk's first window, `paper_of` each chunk's place in `papers`.
    """

    generation: int = -1
    chunks: Sequence[str] = ()
    begins: Numbers = field(default_factory=_none)
    papers: Sequence[str] = ()
    paper_of: Numbers = field(default_factory=_none)
    rows: Numbers = field(default_factory=_none)
    digests: Sequence[str] = ()
    vectors: Vector = field(default_factory=lambda: np.zeros((0, 0), dtype=np.float32))


class ExactVectors:
    """The vectors of one embedder, read from the catalogue when first needed; when it has changed, what is new in it."""

    def __init__(self, catalogue: Catalogue, embedder: str) -> None:
        self._catalogue = catalogue
        self._embedder = embedder
        self._held = _Held()
        self._reading = threading.Lock()

    def nearest(self, query: Vector, k: int, papers: Collection[str] | None = None) -> list[tuple[str, float]]:
        """Ids of the nearest chunks with their cosine similarity, best first; of these papers alone where given."""
        held = self._read()
        if not held.chunks:
            return []
        best = _best(held, held.vectors @ query) if papers is None else _best_of(held, query, papers)
        return [(held.chunks[i], float(best[i])) for i in _top(best, k) if best[i] > _BARRED]

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
        """The vectors as they are now; of several threads that want them, one reads."""
        with self._reading:
            generation = self._catalogue.generation
            if self._held.generation != generation:
                self._held = self._read_again(generation)
            return self._held

    def _read_again(self, generation: int) -> _Held:
        listed = self._catalogue.db.execute("SELECT id, digest FROM windows ORDER BY id").fetchall()
        row_of, vectors = self._vectors(dict.fromkeys(str(digest) for _, digest in listed))
        # A window has no vector where it was embedded by another embedder, or taken out since the list was made.
        listed = [(str(id_), row_of[digest]) for id_, digest in listed if digest in row_of]
        if not listed:
            return _Held(generation)
        chunk_of = [id_.rpartition(".")[0] for id_, _ in listed]
        begins = [n for n, chunk in enumerate(chunk_of) if n == 0 or chunk != chunk_of[n - 1]]
        chunks = [chunk_of[n] for n in begins]
        papers: dict[str, int] = {}
        paper_of = [papers.setdefault(chunk.rpartition("-")[0], len(papers)) for chunk in chunks]
        return _Held(
            generation,
            chunks,
            np.array(begins, dtype=np.int64),
            list(papers),
            np.array(paper_of, dtype=np.int64),
            np.array([row for _, row in listed], dtype=np.int64),
            list(row_of),
            vectors,
        )

    def _vectors(self, wanted: dict[str, None]) -> tuple[dict[str, int], Vector]:
        """The row of each of these digests that has a vector, and the vectors: those held already, and what is new."""
        held = self._held
        kept = [n for n, digest in enumerate(held.digests) if digest in wanted]
        row_of = {held.digests[n]: row for row, n in enumerate(kept)}
        lacking = [digest for digest in wanted if digest not in row_of]
        if not lacking and len(kept) == len(held.digests):
            return row_of, held.vectors
        vectors = np.empty((0, 0), dtype=np.float32)
        if kept:
            vectors = np.empty((len(kept) + len(lacking), held.vectors.shape[1]), dtype=np.float32)
            np.take(held.vectors, kept, axis=0, out=vectors[: len(kept)])
        for digests, block in self._blocks(lacking, every=not kept):
            if not vectors.size:
                vectors = np.empty((len(lacking), block.shape[1]), dtype=np.float32)
            start = len(row_of)
            vectors[start : start + len(digests)] = block
            row_of.update(zip(digests, itertools.count(start), strict=False))
        return row_of, vectors[: len(row_of)]

    def _blocks(self, lacking: Sequence[str], *, every: bool) -> Iterator[tuple[list[str], Vector]]:
        """The vectors of these digests, some at a time: the whole table in its own order where all are lacking."""
        sql = "SELECT digest, vector FROM embeddings WHERE embedder = ?"
        values: list[str] = [self._embedder]
        if not every:
            sql += " AND digest IN (SELECT value FROM json_each(?))"
            values.append(json.dumps(lacking))
        wanted = set(lacking)
        cursor = self._catalogue.db.execute(sql, values)
        while fetched := cursor.fetchmany(BLOCK):
            rows = [row for row in fetched if row[0] in wanted]
            if rows:
                block = np.frombuffer(b"".join(row[1] for row in rows), dtype="<f4").reshape(len(rows), -1)
                yield [str(row[0]) for row in rows], block


def _best(held: _Held, near: Vector) -> Vector:
    """Each chunk's nearness, that of its nearest window, given the nearness of every vector."""
    return np.asarray(np.maximum.reduceat(near[held.rows], held.begins), dtype=np.float32)


def _best_of(held: _Held, query: Vector, papers: Collection[str]) -> Vector:
    """The same of the chunks of some papers, the others barred; only their vectors are looked at."""
    allowed = np.fromiter((paper in papers for paper in held.papers), dtype=bool, count=len(held.papers))
    chunks = allowed[held.paper_of]
    lengths = np.diff(held.begins, append=len(held.rows))
    rows = np.unique(held.rows[np.repeat(chunks, lengths)])
    near = np.full(len(held.vectors), _BARRED, dtype=np.float32)
    if len(rows) > MOSTLY * len(held.vectors):
        near = held.vectors @ query
    else:
        for start in range(0, len(rows), BLOCK):
            block = rows[start : start + BLOCK]
            near[block] = held.vectors[block] @ query
    best = _best(held, near)
    best[~chunks] = _BARRED  # another paper's chunk may have the very same words, and so the same vector
    return best


def _top(best: Vector, k: int) -> Numbers:
    """The k best in order; of equals those that come first."""
    if k < len(best):
        least = np.partition(best, len(best) - k)[len(best) - k]
        candidates = np.flatnonzero(best >= least)
    else:
        candidates = np.arange(len(best))
    return candidates[np.argsort(-best[candidates], kind="stable")[:k]]
