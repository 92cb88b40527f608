"""What each rule of ranking earns: the figures of search with the rule switched off, beside those with all rules on.

A rule is a line of RULES: what it is called, where its constant (or function) is, its name there, and what switches it off.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from tqdm import tqdm

from bot import pipeline as answer
from evals.ablations import Rule, switched_off
from evals.retrieval import Material, Results, retrieval
from evals.retrieval_systems import OURS
from index import coverage, fuse, passages, rank, search
from index.exact import ExactVectors
from index.scope import Scope

MAIN = ("nDCG@10", "found@5", "mrr")
"""The figures shown, of those that a set has."""

RULES = (
    Rule("vectors", search, "Weights", lambda *_: fuse.Weights(1.0, 0.0)),
    Rule("words", search, "Weights", lambda *_: fuse.Weights(0.0, 1.0)),
    Rule("the legs bring 200 chunks each, not 20", search, "DEPTH", 20),
    Rule("what words alone found has its cosine too", ExactVectors, "cosines", lambda *_: {}),
    Rule("phrases count", search, "phrases_of", lambda _: []),
    Rule("headings count", search, "COLUMNS", "1.0, 0.0, 0.5"),
    Rule("context lines count", search, "COLUMNS", "1.0, 1.0, 0.0"),
    Rule("the legs look deeper where the question points", search, "papers_in_scope", lambda *_: set()),
    Rule("words that the scope holds are not searched for", Scope, "without", lambda _, question: question),
    Rule("the body asked about ranks up", rank, "BODY", 0.0),
    Rule("the meeting asked about ranks up", rank, "PERIOD", dict.fromkeys(rank.PERIOD, 0.0)),
    Rule("the kind asked about ranks up", rank, "KIND", 0.0),
    Rule("numbers asked about rank up", rank, "NUMBER", 0.0),
    Rule("the same words are one passage", passages, "_same", lambda _, at, *__: [at]),
    Rule("a passage goes on under its number", passages, "around", lambda _, found, *__: found),
    Rule("the best chunks are looked at again", coverage, "LOOKED_AT", 0),
    Rule("neighbours count", coverage, "NEIGHBOUR", 0.0),
    Rule("headings count again", coverage, "HEADING", 0.0),
    Rule("the paper's title, body and file count", coverage, "PAPER", 0.0),
    Rule("abbreviations count for expansions", search, "both_ways", lambda *_: {}),
    Rule("words asked before count", search, "BACKGROUND", 0.0),
    Rule("the order of the evidence", answer, "in_order", lambda _, __, found, k: found[:k]),
)


def ablated(materials: Sequence[Material], runs: Path) -> tuple[Results, str]:
    """The figures with all rules on, and the table of what switching each off changes; indexes are taken as they stand."""
    whole = retrieval(materials, runs, only_ours=True, as_indexed=True)
    others = {}
    for rule in tqdm(RULES, desc="without", unit="rule", disable=None, file=sys.stderr):
        with switched_off(rule):
            others[rule.name] = _main(retrieval(materials, runs, only_ours=True, as_indexed=True, keep=False))
    return whole, table(_main(whole), others)


def table(whole: Mapping[str, float], others: Mapping[str, Mapping[str, float]]) -> str:
    """The figures as a markdown table: those of all rules, then what switching a rule off changes."""
    lines = [f"| | {' | '.join(whole)} |", f"|---|{'---|' * len(whole)}"]
    lines.append(f"| **all rules** | {' | '.join(f'{value:.3f}' for value in whole.values())} |")
    for name, figures in others.items():
        changes = " | ".join(f"{figures[figure] - value:+.3f}" for figure, value in whole.items())
        lines.append(f"| without: {name} | {changes} |")
    return "\n".join(lines)


def _main(results: Results) -> dict[str, float]:
    """The main figures of every set, by set and figure."""
    return {
        f"{name} {figure}": measured[OURS].figures[figure]
        for name, measured in results.items()
        for figure in MAIN
        if figure in measured[OURS].figures
    }
