"""What is measured in a process of its own: building and searching a home of made papers. Prints JSON.

`python -m evals.scale_process build|first|search PARAGRAPHS HOME`: what one command holds in memory is no other's.
"""

from __future__ import annotations

import json
import resource
import statistics
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from time import perf_counter, process_time

from evals.scale_papers import SyntheticEmbedder, chunks, filters, parse, questions, write_stubs
from index.build import Build
from index.derived import DerivedVectors
from index.embedders import embedder
from index.opening import Index
from index.settings import Settings
from index.types import Filter

QUESTIONS = 100
ROUNDS = 3
"""Of each question: the best of them is what the code takes, the rest is what else the machine did."""
WARM = 10
"""Questions asked before any is timed."""


def build(paragraphs: int, home: Path) -> dict[str, float]:
    """Add made papers as the product adds papers, and tell seconds and memory."""
    stubs = home.with_name(f"{home.name}-stubs")
    write_stubs(stubs, paragraphs)
    began = perf_counter()
    Build(home, SyntheticEmbedder(), parse, chunks, DerivedVectors(home)).add([stubs])
    return {"build_s": perf_counter() - began, "build_mb": _peak_mb()}


def first(paragraphs: int, home: Path) -> dict[str, float]:
    """Open a home and ask one question, as a command does that asks and ends."""
    question = questions(1, paragraphs)[0]
    began = perf_counter()
    with Index.open(home, SyntheticEmbedder()) as index:
        opened = perf_counter()
        index.search(question, scope=index.scope(question))
        answered = perf_counter()
    return {"open_ms": (opened - began) * 1000, "first_ms": (answered - opened) * 1000}


def search(paragraphs: int, home: Path) -> dict[str, float]:
    """Ask many questions, with and without a filter in turn, Chroma open; the embedding model held in memory too."""
    asked = questions(WARM + QUESTIONS, paragraphs)
    with Index.open(home, SyntheticEmbedder()) as index:
        index.warm()
        unfiltered = _times(index, asked, lambda _: None)
        filtered = _times(index, asked, lambda n: filters()[n % len(filters())])
        embedder(str(Settings.model_fields["embedder"].default)).embed_query(asked[0])
    return {**_told("all", unfiltered), **_told("filtered", filtered), "search_mb": _peak_mb()}


def _times(index: Index, asked: Sequence[str], chosen: Callable[[int], Filter | None]) -> list[tuple[float, float]]:
    """Milliseconds that each question takes by the clock, and of the processors' work; the best of some rounds."""
    taken: list[tuple[float, float]] = []
    for n, question in enumerate(asked):
        clock, work = [], []
        for _ in range(ROUNDS):
            began, worked = perf_counter(), process_time()
            index.search(question, chosen(n), index.scope(question))
            clock.append((perf_counter() - began) * 1000)
            work.append((process_time() - worked) * 1000)
        taken.append((min(clock), min(work)))
    return taken[WARM:]


def _told(name: str, taken: Sequence[tuple[float, float]]) -> dict[str, float]:
    clock, work = (statistics.quantiles(column, n=20, method="inclusive") for column in zip(*taken, strict=True))
    return {
        f"{name}_p50_ms": clock[9],
        f"{name}_p95_ms": clock[18],
        f"{name}_p50_work_ms": work[9],
        f"{name}_p95_work_ms": work[18],
    }


def _peak_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    measure = {"build": build, "first": first, "search": search}[sys.argv[1]]
    print(json.dumps(measure(int(sys.argv[2]), Path(sys.argv[3]))))
