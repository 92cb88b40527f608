"""Keeps Chroma's vectors in step with the catalogue, from which they are derived and can always be built anew.

Chroma's files have been found destroyed after a `kill -9`, and opening such files ended the process. So a folder of
vectors is used only when its stamp says that it was written to the end and shows the catalogue as it is, and after
another process has opened it unharmed. Otherwise the next writer builds it anew, and search is exact meanwhile.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np

from index.probe import Probe
from index.types import Vector
from index.vectors import BATCH, COLLECTION, ChromaVectors

FOLDER = "vectors"
STAMP = "vectors.json"


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a finished write leaves: the state of the catalogue that the vectors show, and where they are."""

    generation: int
    embedder: str
    count: int
    dimensions: int
    place: str


class DerivedVectors:
    """The Chroma of one home: brought into step by the writer, opened by readers when it is in step and sound.

    `server` is a Chroma server's URL; empty for one in the home.
    """

    def __init__(self, home: Path, server: str = "") -> None:
        self._home = home
        self._server = server
        self._probe: tuple[Stamp, Probe] | None = None

    def stamp(self) -> Stamp | None:
        """What the last finished write left, or None."""
        try:
            return Stamp(**json.loads((self._home / STAMP).read_text()))
        except (OSError, ValueError, TypeError):
            return None

    # The write side

    def sync(self, db: sqlite3.Connection, generation: int, embedder: str) -> bool:
        """Bring Chroma into step with the catalogue; whether there was anything to do.

        What was only added is added; where anything was taken out, all is built anew in a fresh folder, since Chroma
        leaves traces of what it deletes.
        """
        before = self.stamp()
        wanted = wanted_ids(db, embedder)
        now = (generation, embedder, len(wanted))
        if before and (before.generation, before.embedder, before.count) == now and self._reusable(before):
            return False
        (self._home / STAMP).unlink(missing_ok=True)
        vectors, place, held = self._writable(before, set(wanted))
        dimensions = 0
        for batch in _batches(db, embedder, {id_: digest for id_, digest in wanted.items() if id_ not in held}):
            vectors.add(batch)
            dimensions = len(next(iter(batch.values())))
        vectors.close()
        stamp = Stamp(generation, embedder, len(wanted), dimensions or (before.dimensions if before else 0), place)
        self._leave(stamp)
        return True

    def _writable(self, before: Stamp | None, wanted: set[str]) -> tuple[ChromaVectors, str, set[str]]:
        """Vectors to add to, their place, and what they hold already: the old ones if they only lack, else fresh ones."""
        if before and self._reusable(before):
            vectors = self._at(before.place)
            held = vectors.ids()
            if held <= wanted:
                return vectors, before.place, held
            vectors.close()
        place = self._server or self._fresh()
        vectors = self._at(place)
        if self._server:
            vectors.clear()
        return vectors, place, set()

    def _reusable(self, stamp: Stamp) -> bool:
        return stamp.place == self._place_name(stamp) and self.is_sound(stamp)

    def _fresh(self) -> str:
        """A folder that no earlier vectors were in: another process may have those open still."""
        parent = self._home / FOLDER
        taken = [int(path.name) for path in parent.glob("*") if path.name.isdigit()]
        name = str(max(taken, default=0) + 1)
        (parent / name).mkdir(parents=True)
        return name

    def _leave(self, stamp: Stamp) -> None:
        """Write the stamp in one step, and take away the folders of earlier vectors."""
        new = self._home / f"{STAMP}.new"
        new.write_text(json.dumps(asdict(stamp)))
        new.replace(self._home / STAMP)
        for path in (self._home / FOLDER).glob("*"):
            if path.name != stamp.place:
                shutil.rmtree(path)

    # The read side

    def start_probe(self, stamp: Stamp | None = None) -> None:
        """Begin to look whether the vectors are sound, while something else takes its time."""
        stamp = stamp or self.stamp()
        if stamp and not self._server and (self._probe is None or self._probe[0] != stamp):
            self._probe = (stamp, Probe(self._home / FOLDER / stamp.place, stamp.count, stamp.dimensions))

    def is_sound(self, stamp: Stamp) -> bool:
        """Whether the vectors open, in another process, and hold what their stamp says."""
        if self._server:
            vectors = self._at(stamp.place)
            try:
                return vectors.count() == stamp.count
            finally:
                vectors.close()
        self.start_probe(stamp)
        return self._probe is not None and self._probe[1].sound()

    def open(self, generation: int, embedder: str) -> ChromaVectors | None:
        """The vectors for search, ready to be asked; None while they are out of step with the catalogue, or broken.

        Raises:
            VectorsUnavailable: when they are out of reach.
        """
        stamp = self.stamp()
        in_step = stamp and (stamp.generation, stamp.embedder) == (generation, embedder)
        if not stamp or not in_step or stamp.place != self._place_name(stamp) or not self.is_sound(stamp):
            return None
        vectors = self._at(stamp.place)
        if stamp.dimensions:  # the first query reads the graph from the disk
            vectors.nearest(np.full(stamp.dimensions, stamp.dimensions**-0.5, dtype=np.float32), 1)
        return vectors

    def stop(self) -> None:
        """Give up a probe that is under way."""
        if self._probe:
            self._probe[1].stop()

    def _place_name(self, stamp: Stamp) -> str:
        """Where vectors ought to be now: another server, or none, may have been set since they were written."""
        return self._server or (stamp.place if stamp.place.isdigit() else "")

    def _at(self, place: str) -> ChromaVectors:
        if self._server:
            # Several homes may share a server.
            name = hashlib.sha256(str(self._home.resolve()).encode()).hexdigest()[:16]
            return ChromaVectors(self._server, f"{COLLECTION}-{name}")
        return ChromaVectors(self._home / FOLDER / place)


def chunk_of(vector_id: str) -> str:
    """The chunk that a vector's id belongs to."""
    return vector_id.partition("@")[0].rpartition(".")[0]


def wanted_ids(db: sqlite3.Connection, embedder: str) -> dict[str, str]:
    """What Chroma ought to hold: ids with the digests of what was embedded.

    An id is the window's with the beginning of its digest, so that a vector of earlier words has no valid id.
    """
    sql = (
        "SELECT windows.id, windows.digest FROM windows JOIN embeddings ON embeddings.digest = windows.digest "
        "WHERE embeddings.embedder = ? ORDER BY windows.id"
    )
    return {f"{id_}@{digest[:8]}": str(digest) for id_, digest in db.execute(sql, (embedder,))}


def _batches(db: sqlite3.Connection, embedder: str, ids: Mapping[str, str]) -> Iterator[dict[str, Vector]]:
    """The catalogue's vectors for these ids, a batch at a time."""
    every = list(ids)
    sql = "SELECT digest, vector FROM embeddings WHERE embedder = ? AND digest IN (SELECT value FROM json_each(?))"
    for start in range(0, len(every), BATCH):
        batch = every[start : start + BATCH]
        rows = db.execute(sql, (embedder, json.dumps([ids[id_] for id_ in batch])))
        vectors = {str(digest): np.frombuffer(blob, dtype="<f4") for digest, blob in rows}
        yield {id_: vectors[ids[id_]] for id_ in batch}
