"""The one place where papers are added from screens: one add at a time, in the background, whoever began it."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from pathlib import Path

import streamlit as st

from index import settings
from index.adding import Adding, FileState
from index.build import Build
from index.errors import IndexFault
from index.uploads import UPLOADED
from screens.drawing.office import Office, office


class Adder:
    """Begins adds, one after the other, and remembers the latest."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self.home = settings.load().home
        self.latest: Adding | None = None

    @property
    def uploads(self) -> Path:
        """Where files given in the browser are kept."""
        return self.home / UPLOADED

    def start(self, paths: Sequence[Path], root: Path | None, besides: Sequence[FileState] = ()) -> None:
        """Add these; where an add is under way, once that is done. `besides` are told in the report, and are no papers."""
        with self._lock:
            before = self.latest
            self.latest = Adding(lambda: self._build(before), paths, root, self._then, besides)

    def forget(self) -> None:
        """Show the report of the latest add no longer."""
        self.latest = None

    def build(self) -> Build:
        """What writes to the home, with the model that is loaded already where papers are held."""
        try:
            desk: Office | None = office()
        except IndexFault:
            desk = None
        if desk is None:
            return Build.open(self.home)
        return Build(self.home, desk.read(lambda bot: bot.index.embedder))

    def _build(self, before: Adding | None) -> Build:
        if before:
            before.join()
        return self.build()

    def _then(self) -> None:
        """Bring the vectors into step; searching goes on meanwhile."""
        office().read(lambda bot: bot.index.mend())


@st.cache_resource(show_spinner=False)
def adder() -> Adder:
    """The one adder of this server."""
    return Adder()
