"""Links of ours followed without loading the page anew. Every link also works by itself: opened in a new tab, or sent to somebody."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from urllib.parse import parse_qs, urlencode, urlsplit

import streamlit as st

from screens.drawing.markup import safe

_SCRIPT = Path(__file__).with_name("links.js").read_text(encoding="utf-8")
_LISTENER = st.components.v2.component("matters_arising_links", js=_SCRIPT)
_KEY = "links"
_GOING = "going"

PAGES: Mapping[str, str] = {
    "": "screens/ask.py",
    "papers": "screens/papers.py",
    "meetings": "screens/meetings.py",
    "people": "screens/people.py",
}
"""The screens by what stands for them in an address."""

Query = Mapping[str, str | Sequence[str]]


def listen(here: str, focus: str = "") -> None:
    """Follow links on the screen `here`.

    `focus` is the id of what the reader should now be at, where that has changed; what follows the id after a space
    tells one time from another.
    """
    if going := st.session_state.pop(_GOING, None):
        page, query = going
        st.switch_page(PAGES[page], query_params=query)
    with st.container(key="ma_links"):
        _LISTENER(key=_KEY, data={"focus": focus, "listening": True}, on_went_change=lambda: _follow(here))


def scroll_to(place: str) -> None:
    """Bring what has this id into sight (see `listen` for what may follow it), without taking the focus there."""
    with st.container(key="ma_scroll"):
        _LISTENER(key="scroll", data={"scroll": place})


def _follow(here: str) -> None:
    """Go where a link led: on this screen by its address alone, to another by opening it."""
    went = urlsplit(str(st.session_state[_KEY].went or ""))
    page, query = went.path.strip("/").rpartition("/")[2], parse_qs(went.query, keep_blank_values=True)
    page = page if page in PAGES else ""
    if page == here:
        st.query_params.from_dict(query)
    else:
        st.session_state[_GOING] = (page, query)


def address(page: str, query: Query) -> str:
    """The address of a screen with this query, from any screen."""
    told = urlencode({key: value for key, value in query.items() if value}, doseq=True)
    return f"{page or '.'}{'?' if told else ''}{told}"


def link(page: str, query: Query, text: str, *, css: str = "", label: str = "", more: str = "") -> str:
    """A link of ours as HTML. `text` is HTML already; `label` is what a screen reader says instead."""
    name = f' class="{css}"' if css else ""
    said = f' aria-label="{safe(label)}"' if label else ""
    return f'<a data-ma="1"{name} href="{safe(address(page, query))}"{said}{more}>{text}</a>'
