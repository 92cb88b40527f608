"""The reader's filter: chosen in the sidebar, kept as plain values, and told in words wherever it is on."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, TypedDict, get_args

import streamlit as st

from corpus.types import PaperKind
from index.meeting import names_told
from index.types import Filter, HeldPaper
from screens.drawing.office import Office, Stamp

KINDS: dict[str, str] = {
    "minutes": "minutes",
    "agenda": "agendas",
    "report": "reports",
    "actions": "action lists",
    "presentation": "presentations",
    "strategy": "strategies",
    "other": "other papers",
}
"""Kinds of paper as readers call them."""

BODIES, SINCE, UNTIL, OF_KINDS = KEYS = ("only_bodies", "since_year", "until_year", "only_kinds")
"""Where the sidebar keeps the choices in the session."""

NOTHING: Mapping[str, Any] = {BODIES: [], SINCE: None, UNTIL: None, OF_KINDS: []}
KEPT = "filter"
"""Where they are kept once more: Streamlit forgets a widget's choice while another screen is open."""


class Chosen(TypedDict):
    """A reader's filter as plain values: Streamlit reloads modules, and their classes would not survive it."""

    bodies: list[str]
    since: int | None
    until: int | None
    kinds: list[str]


class Held(TypedDict):
    """What there is to choose from; `told` has the bodies as a reader is told them, with their councils."""

    bodies: list[str]
    told: dict[str, str]
    years: list[int]
    kinds: list[str]
    papers: int


def clear() -> None:
    """Take the filter off."""
    st.session_state.update(NOTHING)


@st.cache_data(show_spinner=False, max_entries=4)
def held(_office: Office, stamp: Stamp) -> Held:  # noqa: ARG001 - the stamp says when to reckon it anew
    """The bodies, years and kinds of the papers held."""
    return _office.read(lambda bot: _held(bot.index.catalogue.papers()))


def choose(there: Held) -> Chosen:
    """Draw the filter, and give what the reader has chosen."""
    state = st.session_state
    for key, choice in state.get(KEPT, NOTHING).items():
        state.setdefault(key, choice)
    # What was chosen stays on offer when its last paper is removed: a filter never loosens by itself.
    bodies = sorted({*there["bodies"], *state.get(BODIES, [])}, key=str.casefold)
    kinds = [kind for kind in get_args(PaperKind) if kind in {*there["kinds"], *state.get(OF_KINDS, [])}]
    years = sorted({*there["years"], *(y for y in (state.get(SINCE), state.get(UNTIL)) if y)})
    named = there["told"]
    st.multiselect("Body", bodies, key=BODIES, placeholder="Any body", format_func=lambda body: named.get(body, body))
    since, until = st.columns(2)
    since.selectbox("From year", years, index=None, key=SINCE, placeholder="Any")
    until.selectbox("To year", years, index=None, key=UNTIL, placeholder="Any")
    st.multiselect("Kind of paper", kinds, key=OF_KINDS, placeholder="Any kind", format_func=_kind)
    state[KEPT] = {key: state[key] for key in KEYS}
    return Chosen(bodies=state[BODIES], since=state[SINCE], until=state[UNTIL], kinds=state[OF_KINDS])


def filter_of(chosen: Chosen) -> Filter:
    """The filter for the bot."""
    return Filter(
        bodies=frozenset(chosen["bodies"]),
        since=date(chosen["since"], 1, 1) if chosen["since"] else None,
        until=date(chosen["until"], 12, 31) if chosen["until"] else None,
        kinds=frozenset(kind for kind in get_args(PaperKind) if kind in chosen["kinds"]),
    )


def chosen_of(allowed: Filter) -> Chosen:
    """A filter as the sidebar shows it."""
    return Chosen(
        bodies=sorted(allowed.bodies),
        since=allowed.since.year if allowed.since else None,
        until=allowed.until.year if allowed.until else None,
        kinds=[kind for kind in get_args(PaperKind) if kind in allowed.kinds],
    )


def follow(allowed: Filter) -> None:
    """Take on the filter of a link. Call it before the filter is drawn."""
    chosen = chosen_of(allowed)
    st.session_state.update(
        {BODIES: chosen["bodies"], SINCE: chosen["since"], UNTIL: chosen["until"], OF_KINDS: chosen["kinds"]}
    )


def told(chosen: Chosen) -> str:
    """The filter in words; empty where nothing is chosen."""
    since, until = chosen["since"], chosen["until"]
    years = (
        f"{since} to {until}" if since and until else f"from {since}" if since else f"up to {until}" if until else ""
    )
    if since and since == until:
        years = str(since)
    parts = [_joined(chosen["bodies"]), _joined([KINDS[kind] for kind in chosen["kinds"]]), years]
    return "; ".join(part for part in parts if part)


def _held(papers: list[HeldPaper]) -> Held:
    told = names_told(papers)
    return Held(
        bodies=sorted(told, key=str.casefold),
        told=told,
        years=sorted({paper.days.first.year for paper in papers if paper.days}),
        kinds=sorted({paper.kind for paper in papers}),
        papers=len(papers),
    )


def _kind(kind: str) -> str:
    return KINDS[kind].capitalize()


def _joined(names: list[str]) -> str:
    return " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)
