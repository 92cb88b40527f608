"""Times everything that adding papers does after parsing, over the embedding of the same texts by itself."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from time import perf_counter, process_time

from corpus.errors import PaperError
from corpus.types import Paper
from index.build import Build, parse_file, split
from index.derived import DerivedVectors
from index.types import Embedder
from index.windows import windows_of

WINDOWS = 512
"""Texts embedded: a minute's work, beside which what happens once (Chroma's import) still weighs what it weighs."""


def adding(papers: Path, model: Embedder, windows: int = WINDOWS) -> dict[str, float]:
    """Seconds of embedding alone and of adding what is parsed already, and how many times the one the other is.

    `ratio` is by the clock; `ratio_cpu` by processor time, which holds still while other work runs on the machine.
    """
    parsed = parsed_papers(papers, windows)
    made = (
        window for found in parsed.values() for paper in found for chunk in split(paper) for window in windows_of(chunk)
    )
    texts = list(dict.fromkeys(made))
    model.embed_passages(texts[:2])  # loads the model
    embedding, embedding_cpu = _timed(lambda: model.embed_passages(texts))
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        build = Build(home, model, lambda path, _: parsed[path], split, DerivedVectors(home))
        everything, everything_cpu = _timed(lambda: build.add(list(parsed), papers))
    # Again, since the machine may have had more or less else to do by now.
    again, again_cpu = _timed(lambda: model.embed_passages(texts))
    return {
        "files": len(parsed),
        "windows": len(texts),
        "embedding_s": round((embedding + again) / 2, 1),
        "adding_s": round(everything, 1),
        "ratio": round(2 * everything / (embedding + again), 3),
        "ratio_cpu": round(2 * everything_cpu / (embedding_cpu + again_cpu), 3),
    }


def _timed(work: Callable[[], object]) -> tuple[float, float]:
    clock, cpu = perf_counter(), process_time()
    work()
    return perf_counter() - clock, process_time() - cpu


def parsed_papers(papers: Path, windows: int) -> dict[Path, list[Paper]]:
    """Files with what they are parsed into, until there are so many windows."""
    found: dict[Path, list[Paper]] = {}
    count = 0
    for path, made in _each(papers.resolve()):
        found[path] = made
        count += sum(len(windows_of(chunk)) for paper in made for chunk in split(paper))
        if count >= windows:
            break
    return found


def _each(papers: Path) -> Iterator[tuple[Path, list[Paper]]]:
    """Every file that can be parsed, in the order of names."""
    for path in sorted(path for path in papers.rglob("*") if path.is_file()):
        try:
            yield path, parse_file(path, str(path.relative_to(papers)))
        except PaperError:
            continue
