"""Questions that go on from an answer: looked for once nobody waits for an answer, and drawn when they are found.

Each is put to the bot before it is offered, so that finding three takes as long as three answers. While the reader reads
the answer there is time for that; while somebody waits for one there is not.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from time import monotonic, sleep
from typing import NamedTuple

import streamlit as st

from bot.followthrough.suggestions import followups
from bot.pipeline import Bot
from bot.sessions.conversations import Told
from index.errors import IndexFault
from index.types import Filter
from screens.drawing.markup import label
from screens.drawing.office import Office, Stamp

EVERY = 1.0
"""Seconds between two looks at whether they are found."""

LEFT = 5.0
"""Seconds after the last look: who has gone on, or closed the page, wants them no longer."""

MOST_KEPT = 128
STEP = 0.05
"""Seconds between two looks at whether it is calm."""


class Wanted(NamedTuple):
    """What the questions go on from: the state of the catalogue, the paragraphs cited, what was asked, and where."""

    stamp: Stamp
    paragraphs: tuple[str, ...]
    asked: tuple[str, ...]
    allowed: Filter


class _Left(Exception):  # noqa: N818 - no error: it ends a search that nobody waits for
    """Nobody looks any more."""


class _Search:
    """A search for questions, and when somebody last looked for its end."""

    def __init__(self) -> None:
        self.looked_at = monotonic()
        self.found: Future[list[str]] | None = None


class GoingOn:
    """The searches: one after the other, the latest kept."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._searches: OrderedDict[Wanted, _Search] = OrderedDict()

    def of(self, desk: Office, wanted: Wanted) -> list[str] | None:
        """The questions that go on from there; None while they are looked for, which the first look begins."""
        with self._lock:
            search = self._searches.get(wanted)
            if search is None or _was_left(search):
                search = self._searches[wanted] = _Search()
                search.found = desk.aside(lambda bot: _look(desk, bot, wanted, search))
            search.looked_at = monotonic()
            self._searches.move_to_end(wanted)
            while len(self._searches) > MOST_KEPT:
                self._searches.popitem(last=False)
        return _result(search)


def _look(desk: Office, bot: Bot, wanted: Wanted, search: _Search) -> list[str]:
    def before() -> None:
        while monotonic() - search.looked_at <= LEFT:
            if desk.is_calm():
                return
            sleep(STEP)
        raise _Left

    before()
    return followups(bot, wanted.paragraphs, wanted.asked, wanted.allowed, before)


def _was_left(search: _Search) -> bool:
    found = search.found
    return found is not None and found.done() and (found.cancelled() or isinstance(found.exception(), _Left))


def _result(search: _Search) -> list[str] | None:
    if search.found is None or not search.found.done():
        return None
    try:
        return search.found.result()
    except (IndexFault, _Left):
        return []  # the next question says what stands in its way


@st.cache_resource(show_spinner=False)
def _going_on() -> GoingOn:
    return GoingOn()


def draw(desk: Office, stamp: Stamp, turns: Sequence[Told], click: Callable[[str], None]) -> None:
    """The questions that go on from the last answer, now or as soon as they are found. `click` is given the one chosen."""
    last = turns[-1]
    if last.answer is None or not last.answer.citations:
        return
    paragraphs = tuple(citation.paragraph for citation in last.answer.citations)
    wanted = Wanted(stamp, paragraphs, tuple(turn.question for turn in turns), last.allowed)
    questions = _going_on().of(desk, wanted)
    if questions is None:
        st.fragment(_watch, run_every=EVERY)(desk, wanted)
    elif questions:
        with st.container(key="followups", gap="xsmall"):
            st.html('<h2 class="ma-side">You could go on with</h2>')
            for question in questions:
                st.button(label(question), key=f"followup {question}", on_click=click, args=(question,))


def _watch(desk: Office, wanted: Wanted) -> None:
    """Draw the screen again once the questions are found."""
    if _going_on().of(desk, wanted) is not None:
        st.rerun()
