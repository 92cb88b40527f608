"""Chroma: a store of vectors by id, searched by cosine; in a folder of the home, or on a server."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from index.errors import VectorsUnavailable
from index.types import Vector

COLLECTION = "windows"
BATCH = 5_000
"""Vectors added at once: Chroma takes no more than 5,461."""
EF_SEARCH = 400
"""Candidates that Chroma's graph keeps while it searches: twice what a leg asks for, so that little is missed."""
SERVER_SECONDS = 30.0
"""A server that takes longer counts as away; Chroma's client alone would wait for ever."""
PORTS = {"http": 80, "https": 443}


class ChromaVectors:
    """Meets `Vectors`: a collection of one Chroma, in a folder (`at` is a path) or on a server (`at` is its URL).

    Raises:
        VectorsUnavailable: from every method, when Chroma cannot be opened or reached.
    """

    def __init__(self, at: Path | str, collection: str = COLLECTION) -> None:
        self._at = at
        self._name = collection
        self._count: int | None = None

    @cached_property
    def _client(self) -> Any:
        os.environ["ANONYMIZED_TELEMETRY"] = "False"
        import chromadb  # noqa: PLC0415 - a second to import, needed here alone
        from chromadb.config import Settings  # noqa: PLC0415

        quiet = Settings(anonymized_telemetry=False)
        if isinstance(self._at, Path):
            return chromadb.PersistentClient(str(self._at), settings=quiet)
        url = urlsplit(self._at)
        port = url.port or PORTS[url.scheme]
        client = chromadb.HttpClient(str(url.hostname), port, ssl=url.scheme == "https", settings=quiet)
        _wait_no_longer_than(SERVER_SECONDS, client)
        return client

    @cached_property
    def _collection(self) -> Any:
        # No embedding function: Chroma's default one would fetch a model of its own.
        return self._client.get_or_create_collection(
            self._name, configuration={"hnsw": {"space": "cosine", "ef_search": EF_SEARCH}}, embedding_function=None
        )

    @contextmanager
    def _reaching(self) -> Iterator[None]:
        """Tell whatever Chroma, or the way to it, raises as vectors that are unavailable."""
        import httpx  # noqa: PLC0415 - comes with Chroma
        from chromadb.errors import ChromaError  # noqa: PLC0415

        try:
            yield
        except (ChromaError, httpx.HTTPError, ValueError, OSError, RuntimeError) as error:
            self.close()
            raise VectorsUnavailable(str(self._at), str(error)) from error

    def add(self, vectors: Mapping[str, Vector]) -> None:
        """Hold vectors under their ids."""
        ids = list(vectors)
        self._count = None
        with self._reaching():
            for start in range(0, len(ids), BATCH):
                batch = ids[start : start + BATCH]
                self._collection.upsert(ids=batch, embeddings=[vectors[id_] for id_ in batch])

    def remove(self, ids: Sequence[str]) -> None:
        """Hold these ids no longer. Chroma keeps traces on disk: what must be gone is built anew instead."""
        self._count = None
        with self._reaching():
            for start in range(0, len(ids), BATCH):
                self._collection.delete(ids=list(ids[start : start + BATCH]))

    def nearest(self, query: Vector, k: int) -> list[tuple[str, float]]:
        """Ids of the nearest windows with their cosine similarity, best first."""
        if self._count is None:  # Chroma takes longer to count than to find, and is written to by nobody else
            self._count = self.count()
        k = min(k, self._count)
        if not k:
            return []
        with self._reaching():
            found = self._collection.query(query_embeddings=[query], n_results=k, include=["distances"])
        pairs = zip(found["ids"][0], found["distances"][0], strict=True)
        return [(str(id_), 1.0 - float(distance)) for id_, distance in pairs]

    def ids(self) -> set[str]:
        """Every id held."""
        with self._reaching():
            return set(self._collection.get(include=[])["ids"])

    def clear(self) -> None:
        """Hold nothing any more."""
        self._count = None
        with self._reaching():
            if self._collection:  # Chroma refuses to delete what does not exist: asking for it makes it
                self._client.delete_collection(self._name)
        self.__dict__.pop("_collection", None)

    def count(self) -> int:
        """How many vectors are held."""
        with self._reaching():
            return int(self._collection.count())

    def close(self) -> None:
        """Let go of the files, or of the server."""
        if "_client" in self.__dict__:
            self._client.close()
        self._count = None
        self.__dict__.pop("_collection", None)
        self.__dict__.pop("_client", None)


def _wait_no_longer_than(seconds: float, client: Any) -> None:
    """Set how long to wait for a server's answer, which Chroma's client has no setting for."""
    session = getattr(client._server, "_session", None)  # noqa: SLF001 - see above
    if session is not None:
        session.timeout = seconds
