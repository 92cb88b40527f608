"""The command `python -m evals retrieval`: what it may be given, and what it says."""

from __future__ import annotations

import argparse
import sys
from functools import partial
from pathlib import Path
from typing import Any

from evals.retrieval import (
    Material,
    beir_material,
    figures_of,
    question_material,
    record,
    retrieval,
    show_missed,
    told,
)
from evals.retrieval_ablations import ablated
from evals.retrieval_systems import SEARCH_ALONE
from index.settings import load


def add_retrieval(commands: Any, runs: Path) -> argparse.ArgumentParser:
    """Adds the command to a program's others; its runs are kept in a folder of `runs`."""
    command: argparse.ArgumentParser = commands.add_parser("retrieval", help="measure search beside baselines")
    command.add_argument("--beir", type=Path, action="append", default=[], metavar="DIR", help="a set in BEIR form")
    command.add_argument("--queries", metavar="NAME", help="one form of the sets' queries (all that there are)")
    command.add_argument(
        "--questions", type=Path, action="append", default=[], metavar="FILE", help="questions with their quotations"
    )
    command.add_argument(
        "--papers", type=Path, action="append", default=[], metavar="DIR", help="the papers of each FILE, in this order"
    )
    command.add_argument("--ours", action="store_true", help="leave the baselines out")
    command.add_argument("--as-indexed", action="store_true", help="take the indexes of an earlier run as they stand")
    command.add_argument("--record", action="store_true", help="write the figures into evals/results")
    command.add_argument("--ablate", action="store_true", help="instead: what each leg of search earns, as a table")
    command.set_defaults(run=partial(_retrieval, command, runs))
    return command


def _retrieval(parser: argparse.ArgumentParser, runs: Path, given: argparse.Namespace) -> dict[str, float]:
    if len(given.questions) != len(given.papers) or not (given.questions or given.beir):
        parser.error("give --beir DIR, or --questions FILE with its --papers DIR")
    materials: list[Material] = [beir_material(folder, runs, given.queries) for folder in given.beir]
    pairs = zip(given.questions, given.papers, strict=True)
    materials += [question_material(questions, papers, runs) for questions, papers in pairs]
    if given.ablate:
        results, table = ablated(materials, runs)
        print(table, file=sys.stderr)
        return figures_of(results, SEARCH_ALONE)
    results = retrieval(materials, runs, only_ours=given.ours, as_indexed=given.as_indexed)
    print(told(results), file=sys.stderr)
    if given.show:
        show_missed(results)
    if given.record:
        record(results, load().embedder)
    return figures_of(results)
