"""The list of what is held: each body's papers by meeting, to be searched, with counts and what wants looking at."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import NamedTuple, TypedDict

import streamlit as st

from corpus.recognition import INSTALL, installed
from index.catalogue import Catalogue, meetings_of
from index.holdings import exempt_items, textless_pages
from index.types import Days, HeldPaper
from screens.drawing import giving
from screens.drawing.closed import MARK
from screens.drawing.filters import KINDS
from screens.drawing.links import link
from screens.drawing.markup import safe
from screens.drawing.office import Office, Stamp
from screens.drawing.reading import PAPER
from screens.drawing.shown import KIND_OF_ONE, day

NO_BODY = "No body named"
TO_READ = f"<p>To have them read, run <code>{INSTALL}</code> and add the files again.</p>"
_UNDATED = Days.of(date.min)
OPEN_WHERE_FOUND = 3
"""Bodies that are shown opened in a search: more would hide one another."""


class Notes(NamedTuple):
    """What is remarked beside papers, by id: how many of their items are exempt, and which papers are closed to the reader."""

    exempt: Mapping[str, int]
    closed: Collection[str]


class ShownBody(TypedDict):
    """A body's papers, drawn, with what they come to."""

    name: str
    counts: str
    papers: str


def draw(desk: Office, stamp: Stamp) -> None:
    """The list, with the box to search it and the way to add to it."""
    counts, _ = _held(desk, stamp, "")
    st.html(f'<p class="ma-lead">{safe(counts)}</p>')
    giving.draw(desk)
    wanted = st.text_input("Find a paper", placeholder="Words of its title, body, file, kind or date")
    told, bodies = _held(desk, stamp, " ".join(wanted.casefold().split()))
    if wanted.strip():
        st.html(f'<p class="ma-searched" role="status">{safe(told if bodies else "No paper is called that.")}</p>')
    opened = " open" if wanted.strip() and len(bodies) <= OPEN_WHERE_FOUND else ""
    st.html("".join(_body(body, opened) for body in bodies) or "<p></p>")
    _looked_at(desk, stamp)


def _looked_at(desk: Office, stamp: Stamp) -> None:
    """What wants looking at: pages that hold no text. It takes a while, and comes last."""
    place = st.empty()
    place.html('<p class="ma-searched">Looking for pages without text …</p>')
    found = _textless(desk, stamp)
    if not found:
        place.html('<p class="ma-searched">Every page of every PDF holds text.</p>')
        return
    rows = "".join(f"<li>{_to(paper, safe(title))}: {safe(pages)}</li>" for paper, title, pages in found)
    place.html(
        '<details class="ma-body"><summary><span class="ma-where">Pages without text</span>'
        f'<span class="ma-details">{many(len(found), "file")}: pictures of pages, whose words cannot be searched</span>'
        f'</summary><div class="ma-source">{"" if installed() else TO_READ}<ul>{rows}</ul></div></details>'
    )


@st.cache_data(show_spinner=False, max_entries=2)
def _textless(_desk: Office, stamp: Stamp) -> list[tuple[str, str, str]]:  # noqa: ARG001 - see `_held`
    def work(catalogue: Catalogue) -> list[tuple[str, str, str]]:
        first = {paper.file: paper for paper in reversed(catalogue.papers())}
        found = ((paper, textless_pages(catalogue, file)) for file, paper in sorted(first.items()))
        return [(p.id, p.title or p.file, f"page {', '.join(map(str, pages))}") for p, pages in found if pages]

    return _desk.read(lambda bot: work(bot.index.catalogue))


@st.cache_data(show_spinner=False, max_entries=16)
def _held(_desk: Office, stamp: Stamp, wanted: str) -> tuple[str, list[ShownBody]]:  # noqa: ARG001 - says when to draw it anew
    return _desk.read(lambda bot: _drawn(bot.index.catalogue, wanted))


def _drawn(catalogue: Catalogue, wanted: str) -> tuple[str, list[ShownBody]]:
    every = [paper for paper in catalogue.papers() if not wanted or all(w in _words(paper) for w in wanted.split())]
    papers = sorted(every, key=lambda p: (p.body is None, (p.body_in_full or "").casefold(), p.body_in_full or ""))
    notes = Notes(exempt_items(catalogue), catalogue.closed.keys())
    bodies = [_of_body(name, list(of), notes) for name, of in groupby(papers, key=lambda paper: paper.body_in_full)]
    files = len({paper.file for paper in papers})
    named = len({paper.body_in_full for paper in papers if paper.body})
    told = f"{many(len(papers), 'paper')} in {many(files, 'file')}, of {many(named, 'body', 'bodies')}."
    items = sum(notes.exempt.get(paper.id, 0) for paper in papers if paper.id not in notes.closed)
    closed = sum(paper.id in notes.closed for paper in papers)
    told += f" {many(items, 'exempt item')}." if items else ""
    return told + (f" {many(closed, 'paper')} {MARK}." if closed else ""), bodies


def _words(paper: HeldPaper) -> str:
    """What a paper may be looked for by."""
    return " ".join((paper.title, paper.body_in_full or "", paper.file, KINDS[paper.kind], day(paper.days))).casefold()


def _of_body(name: str | None, papers: list[HeldPaper], notes: Notes) -> ShownBody:
    papers = sorted(papers, key=lambda paper: (paper.days or _UNDATED, paper.file, paper.part), reverse=True)
    meetings = [(when, list(of)) for when, of in groupby(papers, key=lambda paper: paper.days)]
    dated = [when.first for _, when in meetings_of(papers)]
    span = f", {dated[0]:%B %Y} to {dated[-1]:%B %Y}" if len(dated) > 1 else f", {dated[0]:%B %Y}" if dated else ""
    return ShownBody(
        name=name or NO_BODY,
        counts=f"{many(len(dated), 'meeting')}, {many(len(papers), 'paper')}{span}",
        papers="".join(_meeting(name, when, of, notes) for when, of in meetings),
    )


def _meeting(body: str | None, when: Days | None, papers: Sequence[HeldPaper], notes: Notes) -> str:
    rows = "".join(_paper(paper, notes) for paper in papers)
    known = when.day if when else None
    title = (
        link("meetings", {"of": body or "", "on": known.isoformat()}, day(known)) if known else day(when).capitalize()
    )
    return f'<h2 class="ma-meeting">{title}</h2><ul class="ma-papers">{rows}</ul>'


def _paper(paper: HeldPaper, notes: Notes) -> str:
    draft = ", draft" if paper.draft else ""
    exempt = notes.exempt.get(paper.id, 0)
    details = f"{KIND_OF_ONE.get(paper.kind, paper.kind).capitalize()}{draft} · "
    details += MARK if paper.id in notes.closed else many(paper.paragraphs, "paragraph")
    details += f" · {many(exempt, 'exempt item')}" if exempt and paper.id not in notes.closed else ""
    return (
        f"<li>{_to(paper.id, safe(paper.title or paper.file))}"
        f'<span class="ma-details">{safe(details)}</span><span class="ma-file">{safe(paper.file)}</span></li>'
    )


def _to(paper: str, text: str) -> str:
    return link("papers", {PAPER: paper}, text, css="ma-where")


def _body(body: ShownBody, opened: str) -> str:
    return (
        f'<details class="ma-body"{opened}><summary><span class="ma-where">{safe(body["name"])}</span>'
        f'<span class="ma-details">{safe(body["counts"])}</span></summary>'
        f'<div class="ma-source">{body["papers"]}</div></details>'
    )


def many(count: int, one: str, many: str = "") -> str:
    """A count with its word: "1 paper", "2,000 papers"."""
    return f"{count:,} {one if count == 1 else many or f'{one}s'}"
