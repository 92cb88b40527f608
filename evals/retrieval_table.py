"""The committed figures of retrieval as tables for the documentation."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from evals.retrieval import RESULTS

TITLES = {
    "dev": "five papers",
    "dev_real": "275 papers",
    "qmsum_committee": "committees",
    "mtrag_govt-lastturn": "last question",
    "mtrag_govt-two": "two joined",
    "mtrag_govt-questions": "all joined",
    "mtrag_govt-history": "as the product joins",
    "mtrag_govt-rewrite": "rewritten",
}
"""The sets whose figures are kept, in the order of the columns, and what heads each."""
MAIN = ("found@5", "nDCG@10")
"""The one figure of a set that the first table shows: whichever it has."""

Figures = Mapping[str, Mapping[str, float]]
"""By system and name."""


def tables(folder: Path = RESULTS) -> str:
    """A row for each system and a column for each set; then every figure of every set."""
    sets = _sets(folder)
    return f"{_main(sets)}{''.join(_whole(name, figures) for name, figures in sets.items())}"


def _sets(folder: Path) -> dict[str, Figures]:
    """The sets in order; one without a title comes last, under its own name."""
    held: dict[str, Figures] = {}
    for path in folder.glob("retrieval-*.json"):
        told: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        held[told["set"]] = {system: one["figures"] for system, one in told["systems"].items()}
    known = [name for name in TITLES if name in held]
    return {name: held[name] for name in known + sorted(held.keys() - TITLES.keys())}


def _main(sets: Mapping[str, Figures]) -> str:
    systems = list(dict.fromkeys(system for figures in sets.values() for system in figures))
    heads = [f"{TITLES.get(name, name)} ({_measure(figures)})" for name, figures in sets.items()]
    lines = [f"| | {' | '.join(heads)} |", f"|---|{'---|' * len(heads)}"]
    best = {name: max(_of(figures, system) for system in figures) for name, figures in sets.items()}
    for system in systems:
        cells = [_cell(figures, system, best[name]) for name, figures in sets.items()]
        lines.append(f"| {system} | {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def _measure(figures: Figures) -> str:
    return next(name for name in MAIN if name in next(iter(figures.values())))


def _of(figures: Figures, system: str) -> float:
    return figures[system][_measure(figures)]


def _cell(figures: Figures, system: str, best: float) -> str:
    """A figure, the best of a set in bold; empty where the system was not measured."""
    if system not in figures:
        return ""
    told = f"{_of(figures, system):.3f}"
    return f"**{told}**" if _of(figures, system) == best else told


def _whole(name: str, figures: Figures) -> str:
    first = next(iter(figures.values()))
    names = [figure for figure in first if figure != "questions"]
    lines = [f"\n{TITLES.get(name, name)} (`{name}`, {first['questions']:.0f} questions):\n"]
    lines += [f"| | {' | '.join(names)} |", f"|---|{'---|' * len(names)}"]
    for system, told in figures.items():
        lines.append(f"| {system} | {' | '.join(f'{told[figure]:.3f}' for figure in names)} |")
    return "\n".join(lines) + "\n"
