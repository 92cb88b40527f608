"""Holds the documents of a BEIR set in an index of their own: each is a paper of one paragraph, whose locator is its id.

They go the product's own way from there on: its chunks with their context lines, its windows, its catalogue, its search.
"""

from __future__ import annotations

from pathlib import Path

from corpus.types import Paper, Paragraph
from evals.beir import Document, corpus_files, documents
from index.build import Build
from index.types import Embedder


def index_documents(folder: Path, home: Path, embedder: Embedder) -> None:
    """Brings the index of a set up to date with its corpus.

    Raises:
        WrongSet: the folder holds no corpus.
    """
    Build(home, embedder, parse=papers).add(corpus_files(folder), root=folder)


def papers(path: Path, file: str) -> list[Paper]:
    """The documents of a corpus file as the papers of a pack."""
    return [_paper(document, file, part) for part, document in enumerate(documents(path), 1)]


def _paper(document: Document, file: str, part: int) -> Paper:
    text = document.text
    paragraph = Paragraph(0, text, "text", (), document.id, "", 0, len(text))
    return Paper(file, part, document.title, None, None, "other", (paragraph,))
