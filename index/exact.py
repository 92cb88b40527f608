"""Exact search over the catalogue's own vectors: for filtered questions, and for all while Chroma is not at hand."""

from __future__ import annotations

import bisect
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
"""Vectors read at once."""
MOSTLY = 0.5
"""Share of the vectors from which comparing them all is quicker than one paper's after the other's."""

Numbers = NDArray[np.int64]


def _none() -> Numbers:
    return np.zeros(0, dtype=np.int64)


@dataclass(frozen=True, slots=True)
class _Held:
    """Every vector of one generation of the catalogue: each once, though several windows may have the same words.

    Windows are in the order of their ids, so those of a chunk, and the chunks of a paper, follow one another: `rows` has
    each window's row in `vectors`, `begins` each chunk's first window, `paper_of` each chunk's place in `papers`. `digests`
    name the rows; they are not kept where a row is empty, since its window has no vector yet: all is read again then.
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
        """The cosine similarity of these chunks; read from the catalogue chunk by chunk where not all are at hand."""
        if self._held.generation == self._catalogue.generation:
            return _cosines(self._held, query, chunks)
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
            list(row_of) if len(row_of) == len(vectors) else (),
            vectors,
        )

    def _vectors(self, wanted: dict[str, None]) -> tuple[dict[str, int], Vector]:
        """The row of each of these digests that has a vector, and the vectors in this order: those held, and what is new."""
        row_of = {digest: row for row, digest in enumerate(wanted)}
        held = self._held
        kept = [(row_of[digest], n) for n, digest in enumerate(held.digests) if digest in row_of]
        if len(kept) == len(held.digests) == len(wanted):
            return {digest: row for row, digest in enumerate(held.digests)}, held.vectors
        vectors = np.zeros((len(wanted), held.vectors.shape[1]), dtype=np.float32)
        found = np.zeros(len(wanted), dtype=bool)
        if kept:
            rows = np.array([row for row, _ in kept])
            vectors[rows] = held.vectors[[n for _, n in kept]]
            found[rows] = True
        for digests, block in self._blocks([d for d, row in row_of.items() if not found[row]], every=not kept):
            if not vectors.size:
                vectors = np.zeros((len(wanted), block.shape[1]), dtype=np.float32)
            rows = np.array([row_of[digest] for digest in digests])
            vectors[rows] = block
            found[rows] = True
        return {digest: row for digest, row in row_of.items() if found[row]}, vectors

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


def _cosines(held: _Held, query: Vector, chunks: Collection[str]) -> dict[str, float]:
    """The nearness of these chunks, found by halving: their ids are in order."""
    found: dict[str, float] = {}
    for chunk in chunks:
        at = bisect.bisect_left(held.chunks, chunk)
        if at < len(held.chunks) and held.chunks[at] == chunk:
            end = held.begins[at + 1] if at + 1 < len(held.begins) else len(held.rows)
            found[chunk] = float(np.max(held.vectors[held.rows[held.begins[at] : end]] @ query))
    return found


def _best_of(held: _Held, query: Vector, papers: Collection[str]) -> Vector:
    """The same of the chunks of some papers, the others barred; only their vectors are looked at."""
    allowed = np.fromiter((paper in papers for paper in held.papers), dtype=bool, count=len(held.papers))
    chunks = allowed[held.paper_of]
    lengths = np.diff(held.begins, append=len(held.rows))
    rows = held.rows[np.repeat(chunks, lengths)]
    if len(rows) > MOSTLY * len(held.vectors):
        near = held.vectors @ query
    else:
        near = np.full(len(held.vectors), _BARRED, dtype=np.float32)
        for first, last in _runs(rows):
            near[first : last + 1] = held.vectors[first : last + 1] @ query
    best = _best(held, near)
    best[~chunks] = _BARRED  # another paper's chunk may have the very same words, and so the same vector
    return best


def _runs(rows: Numbers) -> Iterator[tuple[int, int]]:
    """The first and the last of each run of rows that follow one another: a paper's, mostly; nothing is copied so."""
    if len(rows):
        ends = np.flatnonzero(np.diff(rows) != 1)
        firsts = rows[np.concatenate(([0], ends + 1))]
        lasts = rows[np.concatenate((ends, [len(rows) - 1]))]
        yield from zip(firsts.tolist(), lasts.tolist(), strict=True)


def _top(best: Vector, k: int) -> Numbers:
    """The k best in order; of equals those that come first."""
    if k < len(best):
        least = np.partition(best, len(best) - k)[len(best) - k]
        candidates = np.flatnonzero(best >= least)
    else:
        candidates = np.arange(len(best))
    return candidates[np.argsort(-best[candidates], kind="stable")[:k]]
