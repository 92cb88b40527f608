"""Questions as addresses: what a link asks, in which papers, and which conversation or source it opens."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import get_args

import streamlit as st

from corpus.types import PaperKind
from index.types import Filter

QUESTION, CONVERSATION, SOURCE = "q", "c", "s"
BODY, SINCE, UNTIL, KIND, WITHOUT = "body", "since", "until", "kind", "without"
"""The parts of an address: /?q=What+was+resolved&body=Cabinet&since=2014&without=kind+minutes."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question to answer, the papers that it may be answered from, and what is not to be inferred from it."""

    question: str
    allowed: Filter
    without: frozenset[str] = frozenset()


def query(
    question: str, allowed: Filter, without: Collection[str] = (), conversation: str = ""
) -> Mapping[str, str | Sequence[str]]:
    """The query of a link that asks a question: in a conversation where one is named, else in one of its own."""
    return {
        CONVERSATION: conversation,
        QUESTION: question,
        BODY: sorted(allowed.bodies),
        SINCE: str(allowed.since.year) if allowed.since else "",
        UNTIL: str(allowed.until.year) if allowed.until else "",
        KIND: sorted(allowed.kinds),
        WITHOUT: sorted(without),
    }


def linked() -> Asked | None:
    """What the address asks; None where it asks nothing."""
    if QUESTION not in st.query_params:
        return None
    given = st.query_params
    kinds = given.get_all(KIND)
    since, until = (_year(given.get(name)) for name in (SINCE, UNTIL))
    allowed = Filter(
        bodies=frozenset(given.get_all(BODY)),
        since=date(since, 1, 1) if since else None,
        until=date(until, 12, 31) if until else None,
        kinds=frozenset(kind for kind in get_args(PaperKind) if kind in kinds),
    )
    return Asked(given[QUESTION], allowed, frozenset(given.get_all(WITHOUT)))


def opened() -> tuple[int, int] | None:
    """The turn (from 0) and the number of the source that the address opens; None where it opens none."""
    turn, _, n = st.query_params.get(SOURCE, "").partition(".")
    return (int(turn) - 1, int(n)) if turn.isdecimal() and n.isdecimal() else None


def _year(text: str | None) -> int | None:
    return int(text) if text and text.isdecimal() and date.min.year <= int(text) <= date.max.year else None
