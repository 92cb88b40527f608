"""A small home of made-up papers of Orrendale's Harbour Committee, with a bot over it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from bot.pipeline import Bot
from bot.reading.items import Items
from bot.wire import quoting_reader
from corpus.types import Chunk, Paper, Paragraph
from index import Index
from index.build import Build
from index.embedders.words import WordsEmbedder

MARCH = """
heading|12||12. Quay wall
text|12|12. Quay wall|Marta Oake, Harbour Engineer, presented a report on the state of the quay wall.
text|12|12. Quay wall|Councillor Thorn asked how many bollards were loose. The Harbour Engineer replied that 14 were.
motion|12|12. Quay wall|It was moved by Councillor Thorn and seconded by Councillor Pell that the quay wall be sold.
vote|12|12. Quay wall|On being put to the vote the motion was lost by 3 votes to 4.
resolution|12,(1)|12. Quay wall|(1) That the quay wall be mended at a cost of £4,200.
resolution|12,(2)|12. Quay wall|(2) That the Harbour Engineer report to the July meeting.
heading|13||13. Slipway tolls
text|13|13. Slipway tolls|The Committee considered the tolls on the slipway. Members were content with them.
resolution|13|13. Slipway tolls|RESOLVED: That the update be noted.
exempt|14|14. Lease of the ice house|Excluded under paragraph 3 of Part 1 of Schedule 12A to the Local Government Act 1972.
heading|14||14. Lease of the ice house
"""
JULY = """
heading|20||20. Quay wall
text|20|20. Quay wall|The Harbour Engineer reported that the quay wall had been mended for £4,650 and that all bollards were sound.
"""
REPORT = """
text|1.1|1. Background|1.1 The Maritime and Coastal Forum (MCF) advises ports on dredging.
text|1.2|1. Background|1.2 The channel is dredged every four years because silt comes down the Marl.
recommendation|2,(i)|2. Recommendations|(i) That the channel be dredged in 2032 at £80,000.
"""


def paper(file: str, kind: str, day: date, text: str, title: str = "") -> Paper:
    """A paper with a paragraph a line: type|label|heading|text."""
    paragraphs = []
    for ordinal, line in enumerate(text.strip().splitlines()):
        type_, label, heading, words = line.split("|", 3)
        numbers = tuple(label.split(",")) if label else ()
        locator = " ".join(("Minute" if kind == "minutes" else "Report paragraph", *numbers))
        paragraphs.append(Paragraph(ordinal, words, type_, numbers, locator, heading, 0, 0))
    return Paper(file, 1, title or f"{kind} {day}", "Harbour Committee", day, kind, tuple(paragraphs))


PAPERS = {
    "march.txt": paper("march.txt", "minutes", date(2031, 3, 4), MARCH),
    "july.txt": paper("july.txt", "minutes", date(2031, 7, 1), JULY),
    "report.txt": paper("report.txt", "report", date(2031, 9, 2), REPORT, "Dredging the channel"),
}


def chunk(made: Paper) -> list[Chunk]:
    """A chunk a paragraph, with the paper's body and date."""
    return [
        Chunk(p.ordinal, p.ordinal, p.ordinal, f"{made.body} {made.date} {p.heading}", p.text) for p in made.paragraphs
    ]


def bot_on(folder: Path, papers: dict[str, Paper] | None = None) -> Bot:
    """A bot over these papers (the three above where none are given), indexed under a folder of the test's own."""
    held = papers or PAPERS
    source = folder / "papers"
    source.mkdir()
    for name in held:
        (source / name).write_text(name)
    Build(folder / "home", WordsEmbedder(), lambda _, file: [held[file]], chunk).add([source])
    index = Index.open(folder / "home", "words")
    items = Items(index.reading)
    return Bot(index, items, quoting_reader(index, items, "lexical"))
