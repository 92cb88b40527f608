"""Small made-up papers of Orrendale, and the short way to put them into a home."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from corpus.errors import EmptyPaper, UnknownFormat
from corpus.types import Chunk, Paper, Paragraph
from index.build import Build
from index.embedders.words import WordsEmbedder


def paper(text, **given):
    """A paper with a paragraph a line; "3|RESOLVED" is numbered 3, and so on."""
    paragraphs = []
    for ordinal, line in enumerate(text.strip().splitlines()):
        number, bar, words = line.strip().rpartition("|")
        label = tuple(number.split(",")) if bar else ()
        kind = "resolution" if words.startswith("RESOLVED") else "text"
        paragraphs.append(
            Paragraph(ordinal, words, kind, label, " ".join(("Minute", *label)) if label else "", "", 0, 0)
        )
    made = Paper("a.txt", 1, "Minutes", "Harbour Committee", date(2031, 3, 4), "minutes", tuple(paragraphs))
    return replace(made, **given)


def parse(path, file):
    """A parser for tests: "body;date;kind" on the first line, then papers, parted by ====; a bad file is refused."""
    if path.suffix not in {".txt", ".bad"}:
        raise UnknownFormat(file, "no reader knows it: convert it to PDF")
    text = path.read_text()
    if not text.strip():
        raise EmptyPaper(file, "it holds no text: check the file")
    if text.startswith("FAULT"):
        raise ZeroDivisionError
    papers = []
    for part, piece in enumerate(text.split("====\n"), 1):
        head, _, rest = piece.partition("\n")
        body, day, kind = (
            ([*head.split(";"), "", ""])[:3] if ";" in head else ("Harbour Committee", "2031-03-04", "minutes")
        )
        made = paper(rest if ";" in head else piece, file=file, part=part, body=body, kind=kind or "minutes")
        papers.append(replace(made, date=date.fromisoformat(day) if day else None))
    return papers


def chunk(made):
    """A chunk a paragraph."""
    context = f"{made.body} {made.date}"
    return [Chunk(p.ordinal, p.ordinal, p.ordinal, context, p.text) for p in made.paragraphs]


def build(home: Path, parsing=parse, embedder=None) -> Build:
    """What adds test papers to a home, and holds each as soon as it is parsed."""
    made = Build(home, embedder or WordsEmbedder(), parsing, chunk)
    made.at_once = 1
    return made


def folder(at: Path, **texts: str) -> Path:
    """A folder of text files: folder(tmp_path, a="...") writes a.txt."""
    at.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        (at / f"{name}.txt").write_text(text)
    return at
