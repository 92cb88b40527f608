"""`python -m evals answers`, `retrieval`, `structure`, `packs`, `speed`, `ablations`, `hostile` …: figures on standard output."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from evals.ablations import ablate, table
from evals.answers import Run, evaluate
from evals.calibration import calibration
from evals.floors import below
from evals.hostile import MOST_PASSAGES, hostile
from evals.packs import packs
from evals.retrieval_command import add_retrieval
from evals.speed_report import PARTS, report
from evals.structure import structure
from evals.traps import traps

RUNS = Path(".matters-evals")
SAMPLES = Path("corpus/samples/papers")


def main(arguments: list[str] | None = None) -> int:
    """Runs one evaluation; gives the exit status: 1 where a floor is not reached."""
    parser = argparse.ArgumentParser(prog="python -m evals", description="Measure answers, structure and speed.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    answers = commands.add_parser("answers", help="answer questions and score the answers")
    answers.add_argument("questions", type=Path)
    answers.add_argument("--papers", type=Path, required=True, help="folder that the questions' file names stand in")
    answers.add_argument("--rescore", action="store_true", help="score the kept rows again, asking nothing")
    answers.add_argument("--as-indexed", action="store_true", help="take the index of an earlier run as it stands")
    answers.set_defaults(run=_answers)
    parsed = commands.add_parser("structure", help="score the parser against a structure gold standard")
    parsed.add_argument("--gold", type=Path, default=Path("../shared/structure"), help="folder of gold and scorer")
    parsed.set_defaults(run=lambda given: structure(given.gold, RUNS / "structure"))
    merged = commands.add_parser("packs", help="merge PDFs into packs and see whether they are parted again")
    merged.add_argument("--papers", type=Path, required=True, help="folder of PDFs")
    merged.add_argument(
        "--gold", type=Path, default=Path("../shared/structure"), help="folder of gold, if there is one"
    )
    merged.set_defaults(run=_packs)
    timed = commands.add_parser("speed", help="time reading, adding, embedding, a cold question, and cost against size")
    timed.add_argument("--papers", type=Path, required=True, help="folder of papers, PDFs among them")
    timed.add_argument(
        "--part", action="append", choices=list(PARTS), default=[], help="this part alone (default: all)"
    )
    timed.add_argument(
        "--record", action="store_true", help="write the figures into evals/results, and the plot into docs"
    )
    timed.set_defaults(run=lambda given: report(given.papers, given.part, keep=given.record))
    ablated = commands.add_parser("ablations", help="what each rule of ranking and answering earns, as a table")
    ablated.add_argument(
        "--run", dest="runs", nargs=2, type=Path, action="append", required=True, metavar=("QUESTIONS", "PAPERS")
    )
    ablated.set_defaults(run=_ablations)
    found = add_retrieval(commands, RUNS)
    drawn = commands.add_parser("screens", help="time the screens in a browser, and for many readers at once")
    drawn.add_argument("questions", type=Path)
    drawn.add_argument("--home", type=Path, required=True, help="home with the papers indexed; it is copied")
    drawn.add_argument("--readers", type=int, default=20, help="readers at once (default: 20)")
    drawn.add_argument("--each", type=int, default=10, help="questions that each asks (default: 10)")
    drawn.add_argument("--pause", type=float, default=15.0, help="seconds between two questions (default: 15)")
    drawn.set_defaults(run=_screens)
    trapped = commands.add_parser("traps", help="see whether what was never resolved is told as resolved")
    trapped.add_argument("--rescore", action="store_true", help="read the kept answers again, asking nothing")
    trapped.set_defaults(run=_traps)
    lying = commands.add_parser("hostile", help="see whether what a hostile model makes up reaches the reader")
    lying.add_argument("--papers", type=Path, default=SAMPLES, help="folder of papers to make things up about")
    lying.add_argument("--most", type=int, default=MOST_PASSAGES, help="how many passages of them")
    lying.set_defaults(run=_hostile)
    calibrated = commands.add_parser("calibration", help="see whether questions with something swapped are declined")
    calibrated.add_argument(
        "--curve", action="store_true", help="move the thresholds; write the results, draw the curve"
    )
    calibrated.set_defaults(run=_calibration)
    for command in (answers, parsed, merged, timed, ablated, trapped, calibrated, found, lying, drawn):
        command.add_argument("--show", action="store_true", help="a line for every fault")
        command.add_argument("--floor", metavar="NAME", help="fail below the figures of this name in floors.toml")
    given = parser.parse_args(arguments)
    figures = given.run(given)
    print(json.dumps(figures))
    missed = below(given.floor, figures) if given.floor else []
    for line in missed:
        print(line, file=sys.stderr)
    return 1 if missed else 0


def _hostile(given: argparse.Namespace) -> dict[str, float]:
    figures, faults = hostile(given.papers, given.most)
    for fault in faults if given.show else ():
        print(fault, file=sys.stderr)
    return figures


def _answers(given: argparse.Namespace) -> dict[str, float]:
    run = Run(given.questions, given.papers, RUNS / f"answers-{given.questions.stem}")
    figures, verdicts = evaluate(run, rescore=given.rescore, as_indexed=given.as_indexed)
    if given.show:
        for verdict in verdicts:
            for fault in verdict.faults:
                print(f"{verdict.id}: {fault}", file=sys.stderr)
    return figures


def _ablations(given: argparse.Namespace) -> dict[str, float]:
    runs = [Run(questions, papers, RUNS / f"answers-{questions.stem}") for questions, papers in given.runs]
    rows = ablate(runs)
    print(table(rows), file=sys.stderr)
    return rows[0][1]


def _packs(given: argparse.Namespace) -> dict[str, float]:
    figures, faults = packs(given.papers, given.gold)
    for fault in faults if given.show else ():
        print(fault, file=sys.stderr)
    return figures


def _calibration(given: argparse.Namespace) -> dict[str, float]:
    figures, faults = calibration(RUNS / "calibration", curve=given.curve)
    for fault in faults if given.show else ():
        print(fault, file=sys.stderr)
    return figures


def _screens(given: argparse.Namespace) -> dict[str, float]:
    from evals.screens import Load, screens  # noqa: PLC0415 - brings Streamlit in

    return screens(given.questions, given.home, Load(given.readers, given.each, given.pause))


def _traps(given: argparse.Namespace) -> dict[str, float]:
    figures, faults = traps(RUNS / "traps", rescore=given.rescore)
    for fault in faults if given.show else ():
        print(fault, file=sys.stderr)
    return figures


if __name__ == "__main__":
    sys.exit(main())
