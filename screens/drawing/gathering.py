"""One meeting's page: its papers, its agenda, who was there, what was resolved and what was promised."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from itertools import groupby

import streamlit as st

from index.meeting import Meeting, meeting
from index.types import HeldParagraph
from screens.drawing.asking import QUESTION
from screens.drawing.closed import MARK
from screens.drawing.held import many
from screens.drawing.links import link
from screens.drawing.markup import safe
from screens.drawing.office import Office, Stamp
from screens.drawing.reading import AT, PAPER
from screens.drawing.shown import KIND_OF_ONE, day

OF, ON = "of", "on"
"""The parts of an address: the body and the day."""

MOST_WORDS = 90
"""Of a paragraph: the whole stands where its link leads."""


def draw(desk: Office, stamp: Stamp, body: str, on: date) -> None:
    """The meeting of a body on a day."""
    st.html(f'<p class="ma-back">{link("meetings", {}, "← All meetings")}</p>')
    st.html(_drawn(desk, stamp, body, on))


@st.cache_data(show_spinner=False, max_entries=32)
def _drawn(_desk: Office, stamp: Stamp, body: str, on: date) -> str:  # noqa: ARG001 - says when to draw it anew
    found, closed = _desk.read(
        lambda bot: (meeting(bot.index.catalogue, body, on), frozenset(bot.index.catalogue.closed))
    )
    of = found.of if found else body
    title = f'<h1 class="ma-title" id="meeting-title" tabindex="-1">{safe(of)}, {day(on)}</h1>'
    if found is None:
        return f'{title}<p class="ma-note">No papers of such a meeting are held: look for it in the list.</p>'
    return title + "".join((_papers(found, closed), _agenda(found), *_rest(found)))


def _rest(found: Meeting) -> list[str]:
    minutes = any(paper.kind == "minutes" for paper in found.papers)
    lacking = (
        "Nothing of it was found in the minutes: read them from the list above."
        if minutes
        else "The minutes of this meeting are not held."
    )
    return [
        _section("Who was there", _paragraphs(found.attendance), lacking),
        _section(f"What was resolved ({len(found.resolved)})", _by_item(found, found.resolved), lacking),
        _section(f"What was promised ({len(found.promised)})", _by_item(found, found.promised), lacking),
    ]


def _papers(found: Meeting, closed: Collection[str]) -> str:
    rows = "".join(
        f"<li>{link('papers', {PAPER: paper.id}, safe(paper.title or paper.file), css='ma-where')}"
        f'<span class="ma-details">{KIND_OF_ONE.get(paper.kind, paper.kind).capitalize()}'
        f"{', draft' if paper.draft else ''} · {MARK if paper.id in closed else many(paper.paragraphs, 'paragraph')}</span></li>"
        for paper in found.papers
    )
    return f'<section><h2 class="ma-h2">Papers</h2><ul class="ma-papers">{rows}</ul></section>'


def _agenda(found: Meeting) -> str:
    rows = "".join(f"<li>{_to(item, item.text)}</li>" for item in found.agenda)
    return _section("Agenda", f'<ul class="ma-agenda">{rows}</ul>' if rows else "", "No agenda is held.")


def _by_item(found: Meeting, paragraphs: Sequence[HeldParagraph]) -> str:
    """Paragraphs under the items that they belong to, each with its place."""
    parts = []
    for heading, of in groupby(paragraphs, key=found.item_of):
        ask = {QUESTION: f"What was resolved on {heading}?"}
        title = (
            f'<h3 class="ma-item">{link("", ask, safe(heading), label=f"Ask what was resolved on {heading}")}</h3>'
            if heading
            else ""
        )
        parts.append(title + _paragraphs(list(of)))
    return "".join(parts)


def _paragraphs(paragraphs: Sequence[HeldParagraph]) -> str:
    """Paragraphs, each with the link to its place; where several in a row stand in one place, after the last."""
    following = (*(one.locator for one in paragraphs[1:]), "")[: len(paragraphs)]
    return "".join(
        f'<div class="ma-para"><p class="ma-{one.type}">{safe(_short(one.text))}</p>'
        f"{_to(one, one.locator, css='ma-place') if one.locator != after else ''}</div>"
        for one, after in zip(paragraphs, following, strict=True)
    )


def _to(paragraph: HeldParagraph, text: str, css: str = "") -> str:
    return link("papers", {PAPER: paragraph.paper.id, AT: paragraph.id}, safe(text), css=css)


def _section(title: str, body: str, lacking: str) -> str:
    inner = body or f'<p class="ma-note">{lacking}</p>'
    return f'<section><h2 class="ma-h2">{safe(title)}</h2>{inner}</section>'


def _short(text: str) -> str:
    words = text.split(" ")
    return text if len(words) <= MOST_WORDS else f"{' '.join(words[:MOST_WORDS])} …"
