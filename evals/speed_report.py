"""Everything that `python -m evals speed` reports, part by part: reading, adding, embedding, and cost against size."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from corpus.chunk import chunks
from evals.embedding_speed import cold, embedding_speed
from evals.scale import scale
from evals.scale_adding import adding, parsed_papers
from evals.scale_plot import plot, record
from evals.speed import speed
from index.embedders.default import packaged
from index.embedders.sentence import SentenceEmbedder
from index.windows import windows_of

TEXTS = 192
"""Texts that every embedder is timed on, in several rounds."""
SAMPLES = Path("corpus/samples/papers")


def report(papers: Path, parts: Sequence[str], *, keep: bool = False) -> dict[str, float]:
    """The figures of these parts (of all where none is named), each under its part's name; `keep` writes results and plot."""
    results = {name: PARTS[name](papers) for name in parts or PARTS}
    if keep:
        record(results)
        if rows := results.get("scale"):
            plot(rows)
    return {f"{part}.{name}": figure for part, made in results.items() for name, figure in _flat(made).items()}


def _flat(made: Any) -> Mapping[str, float]:
    """A part's figures by name; those of several sizes by size and name."""
    if isinstance(made, list):
        return {f"{row['paragraphs']}.{name}": row[name] for row in made for name in row if name != "paragraphs"}
    return dict(made)


def _adding(papers: Path) -> dict[str, float]:
    return adding(papers, SentenceEmbedder("torch", packaged().model))


def _embedding(papers: Path) -> dict[str, float]:
    made = [paper for found in parsed_papers(papers, TEXTS).values() for paper in found]
    texts = [window for paper in made for chunk in chunks(paper) for window in windows_of(chunk)]
    return embedding_speed(texts[:TEXTS])


def _cold(_papers: Path) -> dict[str, float]:
    with tempfile.TemporaryDirectory() as home:
        command = [sys.executable, "-m", "index", "add", str(SAMPLES), "--home", home]
        subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True, env=os.environ)
        return cold(Path(home))


def _scale(_papers: Path) -> list[dict[str, float]]:
    with tempfile.TemporaryDirectory() as folder:
        return scale(Path(folder))


PARTS: Mapping[str, Callable[[Path], Any]] = {
    "reading": speed,
    "adding": _adding,
    "embedding": _embedding,
    "cold": _cold,
    "scale": _scale,
}
