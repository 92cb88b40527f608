"""Measures how cost grows with what is held: search, memory, disk and start at several sizes, each in its own process."""

from __future__ import annotations

import json
import math
import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter

SIZES = (1_000, 10_000, 100_000)
FIRST_ROUNDS = 3
_MB = 1_000_000

Row = dict[str, float]


def scale(folder: Path, sizes: Sequence[int] = SIZES) -> list[Row]:
    """A row of figures for each size, in paragraphs; homes are made in the folder and taken away again."""
    rows: list[Row] = []
    for paragraphs in sizes:
        home = folder / f"scale-{paragraphs}"
        built = _measured("build", paragraphs, home)
        rows.append({"paragraphs": paragraphs, **built, **searching(paragraphs, home)})
        shutil.rmtree(home)
        shutil.rmtree(home.with_name(f"{home.name}-stubs"))
    return rows


def searching(paragraphs: int, home: Path) -> Row:
    """What it takes to open and to search a home that is built, and its size on disk."""
    row = _first(paragraphs, home) | _measured("search", paragraphs, home)
    return row | {"catalogue_mb": _size(home / "catalogue.sqlite"), "vectors_mb": _size(home / "vectors")}


def growth(rows: Sequence[Row], figure: str) -> float:
    """The exponent by which a figure grows with size, from the first row to the last: 1 is linear, 0 is not at all."""
    low, high = rows[0], rows[-1]
    if low is high:
        return 0.0
    return math.log(high[figure] / low[figure]) / math.log(high["paragraphs"] / low["paragraphs"])


def _first(paragraphs: int, home: Path) -> Row:
    """The best of some cold starts: of the process from its start to its end, and of what it does in it."""
    rounds: list[Row] = []
    for _ in range(FIRST_ROUNDS):
        began, worked = perf_counter(), _work()
        row = _measured("first", paragraphs, home)
        rounds.append(row | {"cold_s": round(perf_counter() - began, 1), "cold_work_s": round(_work() - worked, 1)})
    return min(rounds, key=lambda row: row["cold_s"])


def _work() -> float:
    """Seconds of the processors' work that processes started here have taken."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _measured(what: str, paragraphs: int, home: Path) -> Row:
    command = [sys.executable, "-m", "evals.scale_process", what, str(paragraphs), str(home)]
    done = subprocess.run(
        command, stdout=subprocess.PIPE, text=True, check=True, env={**os.environ, "TQDM_DISABLE": "1"}
    )
    row: Row = json.loads(done.stdout)
    return {name: round(figure, 1) for name, figure in row.items()}


def _size(path: Path) -> float:
    """Megabytes of a file, or of all files in a folder."""
    files = [path] if path.is_file() else [file for file in path.rglob("*") if file.is_file()]
    return round(sum(file.stat().st_size for file in files) / _MB, 1)
