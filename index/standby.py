"""Opens Chroma beside the questions: until it is there, and whenever it is away, search is exact; no question waits for it.

Opening takes a second or two, the probe in another process included; exact search over 100,000 vectors takes 20 ms.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable

from index.catalogue import Catalogue
from index.derived import DerivedVectors
from index.errors import VectorsUnavailable
from index.vectors import ChromaVectors

FIRST = 2
"""The question from which on Chroma is opened: a program that asks one and ends would only pay for it."""
AGAIN_SECONDS = 60.0
"""How long what could not be opened is left alone before it is looked at again."""
_NEVER = -1
"""A generation that no catalogue has."""

_log = logging.getLogger(__name__)


class Standby:
    """Chroma for one index, as long as it shows the catalogue as it is. May be asked from several threads."""

    def __init__(self, derived: DerivedVectors, catalogue: Catalogue, embedder: Callable[[], str]) -> None:
        self._derived = derived
        self._catalogue = catalogue
        self._embedder = embedder
        self._lock = threading.Lock()
        self._store: ChromaVectors | None = None
        self._generation = _NEVER
        self._questions = 0
        self._not_before = 0.0
        self._opening: threading.Thread | None = None
        self._told = False

    def store(self) -> ChromaVectors | None:
        """Chroma if it is open and in step; else None, and it is opened beside."""
        generation = self._catalogue.generation
        with self._lock:
            if self._store and self._generation == generation:
                return self._store
            self._questions += 1
            idle = self._opening is None or not self._opening.is_alive()
            due = generation != self._generation or time.monotonic() >= self._not_before
            if self._questions >= FIRST and idle and due:
                self._opening = threading.Thread(target=self.open_now, name="opening Chroma", daemon=True)
                self._opening.start()
        return None

    def open_now(self) -> ChromaVectors | None:
        """Open Chroma, and wait for it; None where it is out of step, broken or out of reach."""
        generation = self._catalogue.generation
        store = None
        try:
            store = self._derived.open(generation, self._embedder())
        except VectorsUnavailable as fault:
            self._tell(fault)
        with self._lock:
            before, self._store, self._generation = self._store, store, generation
            self._not_before = time.monotonic() + AGAIN_SECONDS
            if store:
                self._told = False
        if before:
            before.close()
        return store

    def away(self, fault: VectorsUnavailable) -> None:
        """Take note that Chroma failed a question: it is left alone for a while."""
        self._tell(fault)
        with self._lock:
            self._store = None
            self._not_before = time.monotonic() + AGAIN_SECONDS

    def forget(self) -> None:
        """Look again at the next question, whatever was found before."""
        with self._lock:
            self._not_before = 0.0

    def close(self) -> None:
        """Let go of it; what is being opened is given up."""
        self._derived.stop()
        opening = self._opening
        if opening:
            opening.join()
        if self._store:
            self._store.close()
            self._store = None

    def _tell(self, fault: VectorsUnavailable) -> None:
        """Say it once, until Chroma has been back."""
        with self._lock:
            level = logging.DEBUG if self._told else logging.WARNING
            self._told = True
        _log.log(level, "%s. Until then search goes through the catalogue's own vectors.", fault)
