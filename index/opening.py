"""Opens a home for readers: the catalogue at once, the embedder and the vectors when a question first needs them."""

from __future__ import annotations

import logging
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import Self

from index import settings
from index.catalogue import Catalogue
from index.derived import DerivedVectors
from index.errors import EmbedderMismatch, EmptyIndex, IndexBusy, VectorsUnavailable
from index.exact import ExactVectors
from index.fuse import Weights
from index.reading import Reading
from index.scope import Scope, read
from index.search import Search
from index.standby import Standby
from index.types import Embedder, Filter, Passage
from index.writing import writing

_log = logging.getLogger(__name__)


class Index:
    """Papers held in one home, for reading: `catalogue` to look things up, `search` to find passages.

    Opening takes milliseconds. Use `Index.open()`; give `embedder` (a name, or one made already) to override settings.
    """

    def __init__(self, home: Path, embedder: str | Embedder, chroma: str = "", *, cleared: bool = False) -> None:
        self.home = home
        self.catalogue = Catalogue(home, cleared=cleared)
        self._wanted = embedder
        self._derived = DerivedVectors(home, chroma)
        self._standby = Standby(self._derived, self.catalogue, lambda: self.embedder.name)

    @classmethod
    def open(
        cls, home: Path | None = None, embedder: str | Embedder | None = None, *, cleared: bool | None = None
    ) -> Self:
        """The index of a home (of the settings where none is given), as a reader sees it who is `cleared`, or not.

        Raises:
            EmptyIndex: when no papers are held there.
            EmbedderMismatch: when its vectors were made by another embedder.
            WrongSetting: when a MATTERS_ setting is wrong.
        """
        given = settings.load(home=home, cleared=cleared)
        index = cls(given.home, embedder or given.embedder, given.chroma_url, cleared=given.cleared)
        index._check()
        return index

    def _check(self) -> None:
        """Refuse an empty home, and another embedder's vectors."""
        wanted = self._wanted if isinstance(self._wanted, str) else self._wanted.name
        held = self.catalogue.meta("embedder")
        empty = not self.catalogue.counts()["texts"]
        if empty or (held and held != wanted):
            self.close()
            raise EmptyIndex(self.home) if empty else EmbedderMismatch(held, wanted)

    @cached_property
    def embedder(self) -> Embedder:
        """What turns questions into vectors; its model is loaded at the first one."""
        if not isinstance(self._wanted, str):
            return self._wanted
        from index.embedders import embedder  # noqa: PLC0415 - not needed to read the catalogue

        return embedder(self._wanted)

    @cached_property
    def reading(self) -> Reading:
        """The papers that questions read, kept in memory."""
        return Reading(self.catalogue)

    @cached_property
    def _exact(self) -> ExactVectors:
        return ExactVectors(self.catalogue, self.embedder.name)

    @cached_property
    def _search(self) -> Search:
        return Search(self.reading, lambda: self.embedder, lambda: self._exact, self._standby.store, self._standby.away)

    def search(
        self,
        question: str,
        chosen: Filter | None = None,
        scope: Scope | None = None,
        k: int = 10,
        *,
        weights: Weights | None = None,
        background: str = "",
    ) -> list[Passage]:
        """The best k passages for a question among the papers that the filter allows, the scope's own ranked up.

        `background` is the question with what was asked before it, for a turn of a conversation.
        """
        return self._search(question, chosen, scope, k, weights=weights, background=background)

    def abbreviations(self) -> dict[str, str]:
        """The abbreviations that the papers expand: {"LAC": "Looked After Children"}."""
        return self._search.abbreviations()

    def scope(self, question: str, today: date | None = None) -> Scope:
        """What a question says about where to look, given the bodies and meetings held."""
        day = today or datetime.now().date()  # noqa: DTZ005 - the reader's own day
        held = self.catalogue
        return read(question, held.bodies(), held.meetings(), day, held.councils)

    def mend(self) -> bool:
        """Finish what a writer that was cut off left undone, Chroma's vectors foremost; whether all is in step now.

        For a program that stays open: searching never waits for this. Nothing is done while another process writes.
        """
        try:
            with writing(self.home, waits=False) as writer:
                writer.scrub()
                self._derived.sync(writer.db, int(writer.meta("generation", "0")), writer.meta("embedder"))
        except (IndexBusy, VectorsUnavailable) as fault:
            _log.info("%s", fault)
            return False
        self._standby.forget()
        return True

    def warm(self) -> bool:
        """Open Chroma now and wait for it, for a program that will be asked much; whether it is there."""
        return self._standby.open_now() is not None

    def close(self) -> None:
        """Close the catalogue and let go of the vectors."""
        self._standby.close()
        self.catalogue.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
