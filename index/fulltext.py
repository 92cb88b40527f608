"""Ranks chunks by full text, so that the cost is that of the words that tell, however many papers are held.

FTS5 scores every chunk that holds any word of a question; at 100,000 chunks a question of ten words matches half of them,
and scoring those took 65 ms. So once many are held, only chunks with one of the rarer words are scored, by all the words.
"""

from __future__ import annotations

import itertools
import json
import threading
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from index.catalogue import Catalogue
from index.schema import open_to_read
from index.words import MOST_TERMS, match_query

SCORED = 10_000
"""Chunks that may be scored for one question: ten milliseconds' work. Where no more are held, or a filter allows no more,
all are scored. It is fifty times the depth of search. With five times, on 3,948 chunks of real papers and 60 questions, the
best ten by words kept 98 of 100, and the best of all was always the same; with twice, 90 of 100, and 59 of the 60."""
LOOKED_AT = 0.1
"""What a chunk costs that is looked at and barred by a filter, as a share of one that is scored."""
TIES = 50
"""Rows looked at beyond the depth asked for, so that of equals those with the first ids are kept."""


@dataclass(frozen=True, slots=True)
class _Rows:
    """The row numbers of each paper's chunks: they are written together, so they follow one another."""

    generation: int
    of: dict[str, tuple[int, int]]
    last: int


class FullText:
    """Ranks the chunks of one catalogue by bm25; `columns` are the weights of a chunk's text, heading and context."""

    def __init__(self, catalogue: Catalogue, columns: str) -> None:
        self._catalogue = catalogue
        self._score = f"-bm25(chunk_words, {columns})"
        self._rows = _Rows(-1, {}, 0)
        self._allowed: dict[int, bytearray] = {}
        self._keys = itertools.count()
        self._lock = threading.Lock()
        # A connection of its own, for one thread at a time: SQLite calls back into Python while it holds the connection,
        # and a thread that holds Python's lock and wants the same connection would wait for it for ever.
        self._filtered = open_to_read(catalogue.home)
        self._filtering = threading.Lock()
        self._filtered.create_function("allowed", 2, self._is_allowed)

    def ranked(
        self, terms: Sequence[str], phrases: Sequence[str], papers: Collection[str] | None, depth: int
    ) -> list[tuple[str, float]]:
        """The best `depth` chunks with any of these terms or phrases, best first; of these papers alone where given."""
        match = match_query(terms, phrases)
        if not match or (papers is not None and not papers):
            return []
        if papers is None:
            return self._named(self._scored(match, terms, depth, None, 1.0), depth)
        key, share = self._allow(papers)
        try:
            return self._named(self._scored(match, terms, depth, key, share), depth)
        finally:
            del self._allowed[key]

    def _scored(
        self, match: str, terms: Sequence[str], depth: int, key: int | None, share: float
    ) -> list[tuple[int, float]]:
        """Rows with their scores: the best `depth`, or, where some terms tell enough, every row that has one of those."""
        telling = match_query(self._telling(terms[:MOST_TERMS], depth, share))
        if not telling:
            return self._query(match, key, f"ORDER BY score DESC LIMIT {depth + TIES}")
        # The telling terms stand twice in this, and so count twice: once of it is taken off.
        twice = self._query(f"({telling}) AND ({match})", key)
        once = dict(self._query(telling, key))
        return [(row, score - once.get(row, 0.0)) for row, score in twice]

    def _query(self, match: str, key: int | None, tail: str = "") -> list[tuple[int, float]]:
        within = "" if key is None else "AND allowed(?, rowid)"
        sql = f"SELECT rowid, {self._score} AS score FROM chunk_words WHERE chunk_words MATCH ? {within} {tail}"
        if key is None:
            return self._catalogue.db.execute(sql, [match]).fetchall()
        with self._filtering:
            return self._filtered.execute(sql, [match, key]).fetchall()

    def _telling(self, terms: Sequence[str], depth: int, share: float) -> list[str]:
        """The rarest terms that stand in SCORED chunks together, or in enough; none where all may be scored."""
        if self._catalogue.size() <= SCORED:
            return []
        cost = share if share == 1.0 else share + LOOKED_AT
        counted = {term: count * cost for term, count in self._catalogue.frequencies(terms).items() if count}
        chosen: list[str] = []
        together = 0.0
        for term in sorted(counted, key=lambda term: counted[term]):
            if together >= depth and together + counted[term] > SCORED:
                break
            chosen.append(term)
            together += counted[term]
        return chosen if len(chosen) < len(counted) else []

    def _named(self, rows: Sequence[tuple[int, float]], depth: int) -> list[tuple[str, float]]:
        """Rows as the ids of their chunks, the best `depth`; equals in the order of their ids."""
        best = sorted(rows, key=lambda row: -row[1])[: depth + TIES]
        sql = "SELECT rowid, id FROM chunks WHERE rowid IN (SELECT value FROM json_each(?))"
        ids = dict(self._catalogue.db.execute(sql, (json.dumps([row for row, _ in best]),)).fetchall())
        found = [(str(ids[row]), float(score)) for row, score in best if row in ids]
        return sorted(found, key=lambda pair: (-pair[1], pair[0]))[:depth]

    def _allow(self, papers: Collection[str]) -> tuple[int, float]:
        """A key to these papers' rows, for the function `allowed` in SQL, and their share of all."""
        rows = self._rows_now()
        marks = bytearray(rows.last + 1)
        count = 0
        for paper in papers:
            if paper in rows.of:
                first, last = rows.of[paper]
                marks[first : last + 1] = b"\1" * (last + 1 - first)
                count += last + 1 - first
        key = next(self._keys)
        self._allowed[key] = marks
        return key, count / max(self._catalogue.size(), 1)

    def _is_allowed(self, key: int, row: int) -> bool:
        """Whether a row is one of those allowed; one that was written since they were marked is not."""
        marks = self._allowed[key]
        return row < len(marks) and bool(marks[row])

    def _rows_now(self) -> _Rows:
        """Where each paper's chunks are, read once for each state of the catalogue."""
        with self._lock:
            generation = self._catalogue.generation
            if self._rows.generation != generation:
                sql = "SELECT paper, min(rowid), max(rowid) FROM chunks GROUP BY paper"
                of = {str(paper): (int(first), int(last)) for paper, first, last in self._catalogue.db.execute(sql)}
                self._rows = _Rows(generation, of, max((last for _, last in of.values()), default=0))
            return self._rows
