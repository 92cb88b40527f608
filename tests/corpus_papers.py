"""Papers made of a line of text, for tests of what openings, headings and file names tell."""

from __future__ import annotations

from corpus.parse import parse
from corpus.readers.lines import LineWriter
from corpus.types import Paper, Source


def made(text: str, file: str = "made.txt", title: str = "") -> Paper:
    """The first paper of a file whose lines are parted by "|"; "||" leaves a line blank."""
    writer = LineWriter()
    blank = True
    for line in text.split("|"):
        if line.strip():
            writer.add(line, blank_before=blank)
        blank = not line.strip()
    reading = writer.reading()
    return parse(Source(file, "0", reading.text, reading.lines, title=title))[0]
