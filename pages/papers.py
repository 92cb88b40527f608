"""The screen that says what is held: the papers of each body by meeting, with counts."""

from __future__ import annotations

from datetime import date
from itertools import groupby
from typing import TypedDict

import streamlit as st

from index.catalogue import Catalogue
from index.correct import BadSidecar, correct_paper
from index.errors import EmptyIndex, IndexFault
from index.types import HeldPaper
from pages.drawing.filters import KINDS
from pages.drawing.look import no_papers, trouble, wear
from pages.drawing.markup import safe
from pages.drawing.office import Office, Stamp, office

NO_BODY = "No body named"


class ShownBody(TypedDict):
    """A body's papers, drawn, with what they come to."""

    name: str
    counts: str
    papers: str


def main() -> None:
    """Draw the screen."""
    wear("papers")
    st.title("Papers held", anchor=False)
    try:
        desk = office()
        counts, bodies = _held(desk, desk.stamp())
    except EmptyIndex as fault:
        no_papers(str(fault))
        return
    except IndexFault as fault:
        trouble(str(fault))
        return
    st.html(f'<p class="ma-lead">{safe(counts)}</p>')
    for body in bodies:
        st.html(_body(body))
    _correction(desk)


def _correction(desk: Office) -> None:
    """A form that corrects what is held of a file: it is written into `papers.csv` beside the papers."""
    held = desk.read(lambda bot: [paper for paper in bot.index.catalogue.papers() if paper.part == 1])
    by_file = {paper.file: paper for paper in sorted(held, key=lambda paper: paper.file)}
    with st.expander("Correct a paper"):
        st.caption("What you write here goes before what the paper prints. It is kept in papers.csv beside the papers.")
        file = st.selectbox("Paper", list(by_file))
        if file is None:
            return
        paper = by_file[file]
        with st.form(f"correct {file}"):
            body = st.text_input("Body", paper.body or "")
            day = st.text_input("Date, as 2024-05-14", paper.date.isoformat() if paper.date else "")
            kind = st.selectbox("Kind", list(KINDS), list(KINDS).index(paper.kind), format_func=KINDS.__getitem__)
            title = st.text_input("Title", paper.title)
            if st.form_submit_button("Save"):
                _save(desk, paper, {"body": body, "date": day, "kind": kind, "title": title})


def _save(desk: Office, paper: HeldPaper, wanted: dict[str, str]) -> None:
    held = {"body": paper.body or "", "date": str(paper.date or ""), "kind": paper.kind, "title": paper.title}
    changed = {cell: value.strip() for cell, value in wanted.items() if value.strip() not in ("", held[cell])}
    if not changed:
        st.info("Nothing was changed.")
        return
    try:
        report = desk.read(lambda bot: correct_paper(bot.index.catalogue, bot.index.embedder, paper.file, changed))
    except (BadSidecar, IndexFault) as fault:
        trouble(str(fault))
        return
    if report.refused:
        trouble("; ".join(refusal.reason for refusal in report.refused))
    else:
        st.rerun()


@st.cache_data(show_spinner=False, max_entries=4)
def _held(_desk: Office, stamp: Stamp) -> tuple[str, list[ShownBody]]:  # noqa: ARG001 - says when to draw it anew
    return _desk.read(lambda bot: _drawn(bot.index.catalogue))


def _drawn(catalogue: Catalogue) -> tuple[str, list[ShownBody]]:
    papers = sorted(catalogue.papers(), key=lambda p: (p.body is None, (p.body or "").casefold(), p.body or ""))
    counts = catalogue.counts()
    bodies = [_of_body(name, list(of)) for name, of in groupby(papers, key=lambda paper: paper.body)]
    told = f"{_many(counts['papers'], 'paper')} in {_many(counts['files'], 'file')}, of {_many(_named(papers), 'body', 'bodies')}."
    return told, bodies


def _of_body(name: str | None, papers: list[HeldPaper]) -> ShownBody:
    papers = sorted(papers, key=lambda paper: (paper.date or date.min, paper.file, paper.part), reverse=True)
    meetings = [(when, list(of)) for when, of in groupby(papers, key=lambda paper: paper.date)]
    dated = sorted(when for when, _ in meetings if when)
    span = f", {dated[0]:%B %Y} to {dated[-1]:%B %Y}" if len(dated) > 1 else f", {dated[0]:%B %Y}" if dated else ""
    return ShownBody(
        name=name or NO_BODY,
        counts=f"{_many(len(dated), 'meeting')}, {_many(len(papers), 'paper')}{span}",
        papers="".join(_meeting(when, of) for when, of in meetings),
    )


def _meeting(when: date | None, papers: list[HeldPaper]) -> str:
    rows = "".join(_paper(paper) for paper in papers)
    return f'<h2 class="ma-meeting">{f"{when.day} {when:%B %Y}" if when else "Undated"}</h2><ul class="ma-papers">{rows}</ul>'


def _paper(paper: HeldPaper) -> str:
    draft = ", draft" if paper.draft else ""
    details = f"{KINDS[paper.kind].capitalize()}{draft} · {_many(paper.paragraphs, 'paragraph')}"
    return (
        f'<li><span class="ma-where">{safe(paper.title or paper.file)}</span>'
        f'<span class="ma-details">{safe(details)}</span><span class="ma-file">{safe(paper.file)}</span></li>'
    )


def _body(body: ShownBody) -> str:
    return (
        f'<details class="ma-body"><summary><span class="ma-where">{safe(body["name"])}</span>'
        f'<span class="ma-details">{safe(body["counts"])}</span></summary>'
        f'<div class="ma-source">{body["papers"]}</div></details>'
    )


def _named(papers: list[HeldPaper]) -> int:
    return len({paper.body for paper in papers if paper.body})


def _many(count: int, one: str, many: str = "") -> str:
    return f"{count:,} {one if count == 1 else many or f'{one}s'}"


main()
