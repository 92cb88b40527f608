"""Marks what was read from a picture: the paragraphs whose words stand on such a page, and the pages of each paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from corpus.types import Paper, Source

FROM_PICTURE = "read from a picture"
"""What is told of such words: a letter may be misread."""


def mark_scanned(papers: Sequence[Paper], source: Source) -> list[Paper]:
    """The papers of a source, each with its pages that were read from their pictures, and its paragraphs marked."""
    read = {page.page: page for page in source.read_pages}
    if not read:
        return list(papers)
    lines = [line for line in source.lines if line.page in read]
    marked = []
    for paper in papers:
        pages: set[int | None] = set()
        paragraphs = []
        for paragraph in paper.paragraphs:
            on = {line.page for line in lines if line.start < paragraph.end and paragraph.start < line.end}
            paragraphs.append(replace(paragraph, from_picture=True) if on else paragraph)
            pages |= on
        scanned = tuple(page for number, page in read.items() if number in pages)
        marked.append(replace(paper, paragraphs=tuple(paragraphs), read_pages=scanned))
    return marked
