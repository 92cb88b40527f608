"""The papers that questions were written on, parsed once and kept, and the passages that they are cut into."""

from __future__ import annotations

import hashlib
import logging
import pickle
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus.chunk import chunks
from corpus.errors import PaperError
from corpus.parse import parse_file
from corpus.types import Paper, Paragraph

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Chunked:
    """A paper with the paragraphs that each of its chunks holds (`first` to `last`, both included)."""

    paper: Paper
    chunks: tuple[tuple[int, int], ...]


def load(folder: Path, kept: Path) -> dict[str, list[Chunked]]:
    """The papers of every file below a folder, by the file's path from the folder's parent; parsed once, then kept."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    key = hashlib.sha256("\n".join(f"{path}{path.stat().st_size}" for path in files).encode()).hexdigest()[:16]
    place = kept / f"papers-{key}.pickle"
    if place.is_file():
        return dict(pickle.loads(place.read_bytes()))  # noqa: S301 - a file of our own making
    held: dict[str, list[Chunked]] = {}
    for path in files:
        name = path.relative_to(folder.parent).as_posix()
        try:
            held[name] = [Chunked(paper, _chunks(paper)) for paper in parse_file(path, name)]
        except PaperError as fault:
            _log.warning("%s", fault)
    kept.mkdir(parents=True, exist_ok=True)
    place.write_bytes(pickle.dumps(held))
    return held


def paragraphs(papers: Sequence[Chunked]) -> Iterator[tuple[Paper, Paragraph]]:
    """Every paragraph of a file with its paper, in reading order."""
    for one in papers:
        for paragraph in one.paper.paragraphs:
            yield one.paper, paragraph


def _chunks(paper: Paper) -> tuple[tuple[int, int], ...]:
    return tuple((chunk.first, chunk.last) for chunk in chunks(paper))
