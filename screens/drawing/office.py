"""The bot as every reader of this copy shares it: opened once, its model loaded in the background."""

from __future__ import annotations

import logging
import sqlite3
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue
from time import monotonic
from typing import NamedTuple, TypeVar

import streamlit as st

from bot.pipeline import Bot
from bot.wire import open_bot
from index.errors import EmptyIndex, IndexFault
from index.opening import Index
from index.schema import CATALOGUE

T = TypeVar("T")
_log = logging.getLogger(__name__)


class Stamp(NamedTuple):
    """Which papers are held: the home, the catalogue's file there, and its generation."""

    home: str
    file: int
    generation: int


ANSWERERS = 4
"""Questions worked on at once. Streamlit runs a screen in a new thread each time and the catalogue keeps a connection
for each thread it was read in, so a few threads of our own do all the reading."""

READERS = 2
"""Threads for what takes no time: no screen waits behind the questions of others."""

CALM = 0.5
"""Seconds without a question before work that nobody waits for goes on: a browser draws its answer in less."""

WARMING = "minutes"
"""Any word: searching for it loads the embedding model and the vectors, which takes seconds the first time."""


class _Done:
    """That nothing more comes."""


class Office:
    """Where screens ask. Opening loads the embedding model in the background.

    Raises:
        IndexFault: no papers are held, or the settings are wrong.
        WrongModel: a model is configured and cannot be made.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._bot = open_bot()
        self._stamp = self._stamp_of(self._bot)
        self._answerers = ThreadPoolExecutor(ANSWERERS, thread_name_prefix="answering")
        self._readers = ThreadPoolExecutor(READERS, thread_name_prefix="reading")
        self._aside = ThreadPoolExecutor(1, thread_name_prefix="aside")
        self._asked = 0
        self._answered_at = monotonic()
        # What goes wrong in it goes wrong again, and is told, at the first question.
        self._warmed: Future[object] = self._answerers.submit(self._bot.index.search, WARMING, k=1)
        self._mended = self._answerers.submit(self._mend)

    @property
    def is_warm(self) -> bool:
        """Whether the embedding model is loaded (or cannot be)."""
        return self._warmed.done()

    @property
    def home(self) -> Path:
        """Where the papers are held, and what is kept of conversations."""
        return self._bot.index.home

    def is_kept_back(self, paragraph: str) -> bool:
        """Whether the words of a paragraph, by id, are kept from the reader."""
        return self.read(lambda bot: bot.index.catalogue.is_kept_back(paragraph))

    def stamp(self) -> Stamp:
        """Which papers are held now. What was reckoned under another stamp is out of date."""
        return self.read(lambda _: self._stamp)

    def read(self, work: Callable[[Bot], T]) -> T:
        """Do some reading with the bot, in one of the office's own threads.

        Raises:
            IndexFault: the index has been emptied, moved or damaged.
        """
        return self._readers.submit(lambda: work(self._current())).result()

    def tell(self, work: Callable[[Bot], Iterable[T]]) -> Iterator[T]:
        """What answering gives, piece by piece, done in one of the office's own threads; it ends where nobody listens.

        Raises:
            IndexFault: as for `read`; and whatever the work raises.
        """
        pieces: SimpleQueue[T | _Done] = SimpleQueue()
        left = threading.Event()

        def run() -> None:
            for piece in work(self._current()):
                if left.is_set():
                    return
                pieces.put(piece)

        with self._lock:
            self._asked += 1
        answering = self._answerers.submit(run)
        answering.add_done_callback(lambda _: pieces.put(_Done()))
        try:
            while not isinstance(piece := pieces.get(), _Done):
                yield piece
        finally:
            left.set()
            with self._lock:
                self._asked -= 1
                self._answered_at = monotonic()
        answering.result()

    def aside(self, work: Callable[[Bot], T]) -> Future[T]:
        """Have some work done that nobody waits for, one piece after the other."""
        return self._aside.submit(lambda: work(self._current()))

    def is_calm(self) -> bool:
        """Whether nobody waits for an answer, nor for the browser to draw it."""
        with self._lock:
            return not self._asked and monotonic() - self._answered_at >= CALM

    def close(self) -> None:
        """End the office's threads once they are done."""
        for threads in (self._answerers, self._readers, self._aside):
            threads.shutdown(wait=False, cancel_futures=True)

    def _current(self) -> Bot:
        """The bot. It follows papers added and removed by itself; another catalogue in the place of its own it does not.

        Raises:
            IndexFault: the papers held now cannot be read, or there are none.
        """
        with self._lock:
            stamp = self._stamp_of(self._bot)
            if stamp.file != self._stamp.file:
                self._bot = open_bot(self._bot.index.home)
            elif stamp != self._stamp:
                Index.open(self._bot.index.home).close()  # refuses what opening the bot would refuse
            self._stamp = self._stamp_of(self._bot)
            return self._bot

    def _mend(self) -> None:
        """Finish what an add or a removal that was cut off left undone, once the model is loaded: nobody waits for it."""
        self._warmed.exception()
        try:
            self._bot.index.mend()
        except (IndexFault, sqlite3.Error) as fault:
            _log.warning("what was left undone in the index stays so: %s", fault)

    @staticmethod
    def _stamp_of(bot: Bot) -> Stamp:
        home = bot.index.home
        try:
            file = (home / CATALOGUE).stat().st_ino
        except FileNotFoundError:
            raise EmptyIndex(home) from None
        return Stamp(str(home.absolute()), file, bot.index.catalogue.generation)


@st.cache_resource(show_spinner=False, on_release=Office.close)
def office() -> Office:
    """The one office of this server; a fault in opening it is raised, and the next reader tries again."""
    return Office()
