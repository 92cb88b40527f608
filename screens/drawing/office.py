"""The bot as every reader of this copy shares it: opened once, its model loaded in the background."""

from __future__ import annotations

import logging
import sqlite3
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple, TypeVar

import streamlit as st

from bot.answer import Bot
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


WORKERS = 4
"""Questions worked on at once. Streamlit runs a screen in a new thread each time and the catalogue keeps a connection
for each thread it was read in, so a few threads of our own do all the reading."""

WARMING = "minutes"
"""Any word: searching for it loads the embedding model and the vectors, which takes seconds the first time."""


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
        self._workers = ThreadPoolExecutor(WORKERS, thread_name_prefix="office")
        # What goes wrong in it goes wrong again, and is told, at the first question.
        self._warmed: Future[object] = self._workers.submit(self._bot.index.search, WARMING, k=1)
        self._workers.submit(self._mend)

    @property
    def is_warm(self) -> bool:
        """Whether the embedding model is loaded (or cannot be)."""
        return self._warmed.done()

    @property
    def home(self) -> Path:
        """Where the papers are held, and what is kept of conversations."""
        return self._bot.index.home

    def stamp(self) -> Stamp:
        """Which papers are held now. What was reckoned under another stamp is out of date."""
        return self.read(lambda _: self._stamp)

    def read(self, work: Callable[[Bot], T]) -> T:
        """Do some reading with the bot, in one of the office's own threads.

        Raises:
            IndexFault: the index has been emptied, moved or damaged.
        """
        return self._workers.submit(lambda: work(self._current())).result()

    def close(self) -> None:
        """End the office's threads once they are done."""
        self._workers.shutdown(wait=False)

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
