"""A home of small made-up papers of Orrendale for the screens, and the short way to draw a screen over it."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import streamlit as st
from scripted_reader import PlainReader
from streamlit.testing.v1 import AppTest

from corpus.types import Chunk, Paper, Paragraph
from index.build import Build
from index.embedders.words import WordsEmbedder

APP = Path(__file__).parent.parent / "app.py"

QUAY = """
# 250. Apologies
Apologies were received from Councillor Sprat.
# 251. QUAY WALL REPAIRS
The Engineer reported that the quay wall had moved by four inches.
RESOLVED
(1) That the quay wall be mended at a cost of £40,000.
(2) That the Engineer <b>report back</b> in June.
# 252. Ferry timetable
RESOLVED: That the ferry run hourly on Sundays until October.
"""
LIBRARY = """
# 7. Mobile library stops
RESOLVED: That the mobile library stop at Nether Wickering every Tuesday.
"""


def paper(text, **given):
    """A paper with a paragraph a line; "# 251. HEADING" is a numbered heading."""
    paragraphs, heading, number = [], "", ""
    for ordinal, line in enumerate(text.strip().splitlines()):
        opens, words = line.startswith("# "), line.removeprefix("# ")
        number = words.partition(".")[0] if opens else number
        clause = words[:3] if words.startswith("(") else ""
        kind = "heading" if opens else "resolution" if clause or words.startswith("RESOLVED") else "text"
        label = (number, clause) if clause else (number,)
        locator = f"Minute {number}, resolution {clause}" if clause else f"Minute {number}"
        paragraphs.append(Paragraph(ordinal, words, kind, label, locator, heading, 0, 0, page=3, printed_page="80"))
        heading = words if opens else heading
    made = Paper("quay.txt", 1, "Minutes", "Harbour Committee", date(2031, 3, 4), "minutes", tuple(paragraphs))
    return replace(made, **given)


PAPERS = {
    "quay.txt": paper(QUAY),
    "library.txt": paper(LIBRARY, body="Libraries Panel", date=date(2032, 5, 6)),
}


def fill(home, papers=PAPERS):
    """Index these papers, by file, into a home."""
    folder = home.parent / f"{home.name}-papers"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for file, made in papers.items():
        (folder / file).write_text(repr(made))
    build = Build(
        home,
        WordsEmbedder(),
        parse=lambda _, file: [replace(papers[file], file=file)],
        chunk=lambda made: [Chunk(p.ordinal, p.ordinal, p.ordinal, made.body or "", p.text) for p in made.paragraphs],
    )
    assert not build.add([folder]).refused


def use(monkeypatch, home):
    """Let the screens read this home by its words, with no model to load and nothing kept of another test's."""
    monkeypatch.setenv("MATTERS_HOME", str(home))
    monkeypatch.setenv("MATTERS_EMBEDDER", "words")
    monkeypatch.setattr("bot.wire.quoting_reader", lambda *_: PlainReader())
    st.cache_resource.clear()
    st.cache_data.clear()


def screen(**query):
    """The app as it opens, asked for with this query."""
    at = AppTest.from_file(str(APP), default_timeout=30)
    for name, value in query.items():
        at.query_params[name] = value
    return at.run()


def drawn(at):
    """The HTML of ours that is on the screen, the style left out."""
    return "\n".join(html.proto.body for html in at.get("html") if not html.proto.body.startswith("<style"))


def ask(at, question):
    """The screen after a question."""
    return at.chat_input[0].set_value(question).run()
