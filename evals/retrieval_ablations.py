"""What each leg of search earns: the figures of search with one leg alone, beside those with both."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from evals.retrieval import Material, Results, retrieval
from evals.retrieval_systems import SEARCH_ALONE, of_legs

MAIN = ("nDCG@10", "found@5", "mrr")
"""The figures shown, of those that a set has."""


def ablated(materials: Sequence[Material], runs: Path) -> tuple[Results, str]:
    """What search finds with both legs and with either, and the same as a table; indexes are taken as they stand."""
    legs = [replace(material, ours=of_legs) for material in materials]
    results = retrieval(legs, runs, only_ours=True, as_indexed=True, keep=False)
    return results, table(results)


def table(results: Results) -> str:
    """The main figures as a markdown table: those of both legs, then what it changes to leave a leg out."""
    whole = _main(results, SEARCH_ALONE)
    lines = [f"| | {' | '.join(whole)} |", f"|---|{'---|' * len(whole)}"]
    lines.append(f"| **{SEARCH_ALONE}** | {' | '.join(f'{value:.3f}' for value in whole.values())} |")
    for system in next(iter(results.values())):
        if system == SEARCH_ALONE:
            continue
        figures = _main(results, system)
        changes = " | ".join(f"{figures[figure] - value:+.3f}" for figure, value in whole.items())
        lines.append(f"| {system} | {changes} |")
    return "\n".join(lines)


def _main(results: Results, system: str) -> Mapping[str, float]:
    """A system's main figures, by set and figure."""
    return {
        f"{name} {figure}": measured[system].figures[figure]
        for name, measured in results.items()
        for figure in MAIN
        if figure in measured[system].figures
    }
