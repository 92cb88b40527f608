"""Keeps the vectors that evaluations ask for, so that a text is embedded once, whatever run or system wants it."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from index.types import Embedder, Vector

AT_ONCE = 256
"""Texts embedded before they are written down: some seconds' work, which is what breaking off can cost."""


class KeptVectors:
    """Meets `Embedder` over another one. What it has made before is read from a file, and no model is loaded for it."""

    def __init__(self, inner: Embedder, file: Path) -> None:
        file.parent.mkdir(parents=True, exist_ok=True)
        self._inner = inner
        # Two classes may go by one name (the same weights run by two libraries): their vectors are kept apart.
        self._maker = f"{type(inner).__module__}.{type(inner).__qualname__}/{inner.name}"
        self._db = sqlite3.connect(file, isolation_level=None, check_same_thread=False)
        self._db.execute("CREATE TABLE IF NOT EXISTS vectors (key TEXT PRIMARY KEY, vector BLOB) WITHOUT ROWID")

    @property
    def name(self) -> str:
        """The name of the embedder whose vectors these are."""
        return self._inner.name

    @property
    def dimensions(self) -> int:
        """Length of a vector."""
        return self._inner.dimensions

    def embed_passages(self, texts: Sequence[str]) -> Vector:
        """Vectors of passages, one row a text."""
        if not texts:
            return np.zeros((0, self.dimensions), dtype=np.float32)
        return np.stack(self._kept("passage", texts, self._inner.embed_passages))

    def embed_query(self, text: str) -> Vector:
        """The vector of a question."""
        return self._kept("query", [text], lambda texts: np.stack([self._inner.embed_query(one) for one in texts]))[0]

    def _kept(self, use: str, texts: Sequence[str], make: Callable[[Sequence[str]], Vector]) -> list[Vector]:
        keys = [hashlib.sha256(f"{self._maker}\0{use}\0{text}".encode()).hexdigest() for text in texts]
        held = {key: vector for key in keys if (vector := self._read(key)) is not None}
        lacking = {key: text for key, text in zip(keys, texts, strict=True) if key not in held}
        every = list(lacking)
        for start in range(0, len(every), AT_ONCE):
            batch = every[start : start + AT_ONCE]
            made = dict(zip(batch, make([lacking[key] for key in batch]), strict=True))
            rows = [(key, np.asarray(vector, dtype="<f4").tobytes()) for key, vector in made.items()]
            self._db.execute("BEGIN")
            self._db.executemany("INSERT OR REPLACE INTO vectors VALUES (?, ?)", rows)
            self._db.execute("COMMIT")
            held |= made
        return [held[key] for key in keys]

    def _read(self, key: str) -> Vector | None:
        row = self._db.execute("SELECT vector FROM vectors WHERE key = ?", (key,)).fetchone()
        return np.frombuffer(row[0], dtype="<f4").astype(np.float32) if row else None
