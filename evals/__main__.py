"""`python -m evals answers`, `heldout`, `retrieval`, `structure`, `invariants`, `packs`, `speed` …: figures on standard output."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from bot.grounding.support import Carries
from bot.reading.trained import NoReader
from evals.answers import READERS, ReaderChoice, Run, evaluate
from evals.calibration import calibration
from evals.chromium import NoChromium
from evals.floors import below
from evals.heldout import PAPERS, SETS, NoPapers, heldout
from evals.honest import PAPERS as REPLIED_ON
from evals.honest import REPLIES, honest
from evals.hostile import MOST_PASSAGES, hostile
from evals.invariants import figures_of, look, tables, worst, write
from evals.judges import JUDGES, judge_of
from evals.packs import packs
from evals.retrieval_command import add_retrieval
from evals.scoring import Verdict
from evals.speed_report import PARTS, report
from evals.structure import structure
from evals.traps import traps

RUNS = Path(".matters-evals")
SAMPLES = Path("corpus/samples/papers")
GOLD = Path("../shared/structure")
_SHOW = "a line for every fault, or for the first N (of invariants the worst N of each)"

Figures = dict[str, float]


def main(arguments: list[str] | None = None) -> int:
    """Runs one evaluation; gives the exit status: 1 where a floor is not reached."""
    given = _parser().parse_args(arguments)
    figures = given.run(given)
    print(json.dumps(figures))
    missed = below(given.floor, figures) if given.floor else []
    for line in missed:
        print(line, file=sys.stderr)
    return 1 if missed else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m evals", description="Measure answers, structure and speed.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for add in (
        *(_add_answers, _add_heldout, _add_structure, _add_invariants, _add_packs, _add_speed),
        *(partial(add_retrieval, runs=RUNS), _add_screens, _add_traps, _add_hostile, _add_honest, _add_calibration),
    ):
        command = add(commands)
        command.add_argument("--show", nargs="?", type=int, default=0, const=sys.maxsize, metavar="N", help=_SHOW)
        command.add_argument("--floor", metavar="NAME", help="fail below the figures of this name in floors.toml")
    return parser


def _add_answers(commands: Any) -> argparse.ArgumentParser:
    command = _added(commands, "answers", "answer questions and score the answers", _answers)
    command.add_argument("questions", type=Path)
    command.add_argument("--papers", type=Path, required=True, help="folder that the questions' file names stand in")
    _add_answering(command)
    return command


def _answers(given: argparse.Namespace) -> Figures:
    choice = _choice(given)
    run = Run(given.questions, given.papers, RUNS / f"answers-{given.questions.stem}{choice.suffix}")
    return _judged(given, *evaluate(run, rescore=given.rescore, as_indexed=given.as_indexed, choice=choice))


def _add_heldout(commands: Any) -> argparse.ArgumentParser:
    about = "answer questions on bodies that no model was trained on"
    command = _added(commands, "heldout", about, _heldout)
    command.add_argument(
        "--set", choices=SETS, required=True, help="look: failures may be looked at; never: they may not"
    )
    command.add_argument("--papers", type=Path, default=PAPERS, help="folder of the bodies' folders")
    _add_answering(command)
    return command


def _heldout(given: argparse.Namespace) -> Figures:
    kept = {"rescore": given.rescore, "as_indexed": given.as_indexed}
    try:
        return _judged(given, *heldout(given.set, given.papers, RUNS, **kept, choice=_choice(given)))
    except NoPapers as fault:
        print(fault, file=sys.stderr)
        raise SystemExit(0) from fault


def _add_answering(command: argparse.ArgumentParser) -> None:
    """The flags of a command that answers questions: what is asked anew, and who reads."""
    command.add_argument("--rescore", action="store_true", help="score the kept rows again, asking nothing")
    command.add_argument("--as-indexed", action="store_true", help="take the index of an earlier run as it stands")
    command.add_argument("--reader", choices=READERS, help="who reads the passages (default: as the settings say)")
    model = command.add_mutually_exclusive_group()
    model.add_argument("--prompts-to", type=Path, metavar="FILE", help="write what a model would be asked, asking none")
    model.add_argument("--replies-from", type=Path, metavar="FILE", help="take these replies for the model's")


def _choice(given: argparse.Namespace) -> ReaderChoice:
    return ReaderChoice(given.reader, given.prompts_to, given.replies_from)


def _judged(given: argparse.Namespace, figures: Figures, verdicts: Sequence[Verdict]) -> Figures:
    return _shown(given, figures, [f"{verdict.id}: {fault}" for verdict in verdicts for fault in verdict.faults])


def _add_structure(commands: Any) -> argparse.ArgumentParser:
    command = _added(commands, "structure", "score the parser against a structure gold standard", _structure)
    command.add_argument("--gold", type=Path, default=GOLD, help="folder of gold and scorer")
    command.add_argument("--half", choices=("dev", "dev2"), default="dev", help="which of its halves")
    return command


def _structure(given: argparse.Namespace) -> Figures:
    return structure(given.gold, RUNS / f"structure-{given.half}", given.half)


def _add_invariants(commands: Any) -> argparse.ArgumentParser:
    about = "see where parsed papers are not what any paper is, without a gold standard"
    command = _added(commands, "invariants", about, _invariants)
    command.add_argument("--papers", type=Path, nargs="+", required=True, help="folders of the bodies' folders")
    command.add_argument("--json", type=Path, metavar="FILE", help="write every violation, a JSON object a line")
    return command


def _invariants(given: argparse.Namespace) -> Figures:
    seen = look(given.papers)
    if not seen:
        raise SystemExit(f"no papers in {', '.join(map(str, given.papers))}")
    for line in (*tables(seen), "", *worst(seen, given.show)):
        print(line, file=sys.stderr)
    if given.json:
        write(seen, given.json)
    return figures_of(seen)


def _add_packs(commands: Any) -> argparse.ArgumentParser:
    command = _added(commands, "packs", "merge PDFs into packs and see whether they are parted again", _packs)
    command.add_argument("--papers", type=Path, required=True, help="folder of PDFs")
    command.add_argument("--gold", type=Path, default=GOLD, help="folder of gold, if there is one")
    return command


def _packs(given: argparse.Namespace) -> Figures:
    return _shown(given, *packs(given.papers, given.gold))


def _add_speed(commands: Any) -> argparse.ArgumentParser:
    about = "time reading, adding, embedding, a cold question, and cost against size"
    command = _added(commands, "speed", about, _speed)
    command.add_argument("--papers", type=Path, required=True, help="folder of papers, PDFs among them")
    command.add_argument(
        "--part", action="append", choices=list(PARTS), default=[], help="this part alone (default: all)"
    )
    command.add_argument(
        "--record", action="store_true", help="write the figures into evals/results, and the plot into docs"
    )
    return command


def _speed(given: argparse.Namespace) -> Figures:
    return report(given.papers, given.part, keep=given.record)


def _add_screens(commands: Any) -> argparse.ArgumentParser:
    about = "time the screens in a browser, and for many readers at once"
    command = _added(commands, "screens", about, _screens)
    command.add_argument("questions", type=Path)
    command.add_argument("--home", type=Path, required=True, help="home with the papers indexed; it is copied")
    command.add_argument("--readers", type=int, default=20, help="readers at once (default: 20)")
    command.add_argument("--each", type=int, default=10, help="questions that each asks (default: 10)")
    command.add_argument("--pause", type=float, default=15.0, help="seconds between two questions (default: 15)")
    return command


def _screens(given: argparse.Namespace) -> Figures:
    from evals.screens import Load, screens  # noqa: PLC0415 - brings Streamlit in

    try:
        return screens(given.questions, given.home, Load(given.readers, given.each, given.pause))
    except NoChromium as fault:
        raise SystemExit(str(fault)) from fault


def _add_traps(commands: Any) -> argparse.ArgumentParser:
    command = _added(commands, "traps", "see whether what was never resolved is told as resolved", _traps)
    command.add_argument("--rescore", action="store_true", help="read the kept answers again, asking nothing")
    return command


def _traps(given: argparse.Namespace) -> Figures:
    return _shown(given, *traps(RUNS / "traps", rescore=given.rescore))


def _add_hostile(commands: Any) -> argparse.ArgumentParser:
    command = _added(commands, "hostile", "see whether what a hostile model makes up reaches the reader", _hostile)
    command.add_argument("--papers", type=Path, default=SAMPLES, help="folder of papers to make things up about")
    command.add_argument("--most", type=int, default=MOST_PASSAGES, help="how many passages of them")
    _add_judge(command)
    return command


def _hostile(given: argparse.Namespace) -> Figures:
    return _shown(given, *hostile(given.papers, given.most, _judge(given)))


def _add_honest(commands: Any) -> argparse.ArgumentParser:
    command = _added(commands, "honest", "see how many of an honest model's sentences are kept", _honest)
    command.add_argument("--replies", type=Path, default=REPLIES, help="rows of answers with their quotations")
    command.add_argument("--papers", type=Path, default=REPLIED_ON, help="folder of the papers that they are on")
    _add_judge(command)
    return command


def _honest(given: argparse.Namespace) -> Figures:
    if not (given.replies.is_file() and given.papers.is_dir()):
        print(f"skipped: {given.replies} and {given.papers} are not both there", file=sys.stderr)
        raise SystemExit(0)
    return _shown(given, *honest(given.replies, given.papers, _judge(given)))


def _add_judge(command: argparse.ArgumentParser) -> None:
    told = "who judges a sentence's ordinary words: the built-in reader, nobody, or one who always says yes"
    command.add_argument("--judge", choices=JUDGES, default=JUDGES[0], help=f"{told} (default: {JUDGES[0]})")


def _judge(given: argparse.Namespace) -> Carries | None:
    try:
        return judge_of(given.judge)
    except NoReader as fault:
        raise SystemExit(str(fault)) from fault


def _add_calibration(commands: Any) -> argparse.ArgumentParser:
    about = "see whether questions with something swapped are declined"
    command = _added(commands, "calibration", about, _calibration)
    command.add_argument("--curve", action="store_true", help="move the threshold; write the results, draw the curve")
    return command


def _calibration(given: argparse.Namespace) -> Figures:
    return _shown(given, *calibration(RUNS / "calibration", curve=given.curve))


def _added(
    commands: Any, name: str, about: str, run: Callable[[argparse.Namespace], Figures]
) -> argparse.ArgumentParser:
    """A command among a program's others, with what it runs."""
    command: argparse.ArgumentParser = commands.add_parser(name, help=about)
    command.set_defaults(run=run)
    return command


def _shown(given: argparse.Namespace, figures: Figures, faults: Sequence[str]) -> Figures:
    """The figures, once the faults are told, where they are asked for."""
    for fault in faults[: given.show]:
        print(fault, file=sys.stderr)
    return figures


if __name__ == "__main__":
    sys.exit(main())
