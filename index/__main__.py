"""The command line of the index: add, remove, list, check and search papers.

JSON goes to standard output, messages to standard error. Exit 0: done; 1: failed, or a file was refused; 2: wrong use.
"""

from __future__ import annotations

import argparse
import json
import sqlite3
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from corpus.errors import PaperError
from index import settings
from index.build import Build
from index.check import check
from index.derived import DerivedVectors
from index.embedders import embedder
from index.errors import IndexFault
from index.opening import Index
from index.passages import as_row
from index.report import Report
from index.types import HeldPaper


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit status."""
    given = _parser().parse_args(arguments)
    try:
        return int(given.run(given))
    except IndexFault as fault:
        _say(str(fault))
    except PaperError as fault:
        _say(str(fault))
    except sqlite3.Error as fault:
        _say(f"the catalogue cannot be used ({fault}): see that the disk has room, then run `python -m index check`")
    except OSError as fault:
        _say(f"{fault.filename or 'a file'} cannot be used ({fault.strerror}): check the path and its permissions")
    except KeyboardInterrupt:
        _say("stopped")
    return 1


def _parser() -> argparse.ArgumentParser:
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument(
        "--home", type=Path, help="where catalogue and vectors live (default: MATTERS_HOME, or .matters)"
    )
    parser = argparse.ArgumentParser(prog="python -m index", description="Keeps papers and finds passages in them.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    add = commands.add_parser("add", parents=[common], help="add files, and every paper in folders")
    add.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="a file or a folder")
    add.add_argument("--root", type=Path, help="files are named relative to this folder (default: the folder added)")
    add.add_argument("--prune", action="store_true", help="remove papers that vanished from the folders added")
    add.set_defaults(run=_add)

    remove = commands.add_parser(
        "remove", parents=[common], help="remove papers, and their text and vectors from the disk"
    )
    remove.add_argument("files", nargs="+", metavar="FILE", help="a file's name as `list` gives it")
    remove.set_defaults(run=_remove)

    list_ = commands.add_parser("list", parents=[common], help="list the papers held")
    list_.set_defaults(run=_list)

    check_ = commands.add_parser("check", parents=[common], help="look whether what is held is whole and in step")
    check_.add_argument("--repair", action="store_true", help="mend it; embed anew where another embedder is set")
    check_.set_defaults(run=_check)

    search = commands.add_parser("search", parents=[common], help="find passages for a question")
    search.add_argument("question", metavar="QUESTION")
    search.add_argument("-k", type=_positive, default=10, metavar="N", help="how many passages (default: 10)")
    search.set_defaults(run=_search)

    for command in (add, remove, list_, check_, search):
        command.add_argument("--json", action="store_true", help="print JSON")
    return parser


def _positive(given: str) -> int:
    """A number of passages."""
    if not given.isdigit() or int(given) < 1:
        raise argparse.ArgumentTypeError(f"{given!r} is no number of passages: give a whole number from 1")
    return int(given)


def _say(message: str) -> None:
    print(message, file=sys.stderr)


def _print(rows: Any) -> None:
    print(json.dumps(rows, ensure_ascii=False, indent=1, default=str))


def _add(given: argparse.Namespace) -> int:
    report = Build.open(given.home).add(given.paths, given.root, prune=given.prune)
    return _told(report, as_json=given.json)


def _remove(given: argparse.Namespace) -> int:
    report = Build.open(given.home).remove(given.files)
    return _told(report, as_json=given.json)


def _told(report: Report, *, as_json: bool) -> int:
    """Print what was done; 1 where a file was refused or the work was stopped."""
    for refusal in report.refused:
        _say(f"{refusal.file}: {refusal.reason}")
    if report.skipped:
        _say(f"passed over, as no reader knows them (save them as PDF or .docx): {', '.join(report.skipped)}")
    for file in report.vanished:
        if file not in report.removed:
            _say(f"{file}: no longer in its folder, still held: run again with --prune to remove it")
    if report.interrupted:
        _say("stopped: what was added is whole; run the same command again to finish")
    counts = {name: len(rows) for name, rows in asdict(report).items() if isinstance(rows, list) and rows}
    if as_json:
        _print(asdict(report))
    _say(
        ", ".join(f"{count} {name}" for name, count in counts.items())
        or "no papers are there: put PDF, Word, OpenDocument, web pages, text or markdown files in"
    )
    return 1 if report.refused or report.interrupted else 0


def _check(given: argparse.Namespace) -> int:
    chosen = settings.load(home=given.home)
    derived = DerivedVectors(chosen.home, chosen.chroma_url)
    findings = check(chosen.home, embedder(chosen.embedder), derived, repair=given.repair)
    if given.json:
        _print({**asdict(findings), "sound": findings.sound})
    for line in (*findings.faults, *findings.repaired, *findings.advice):
        _say(line)
    if not findings.sound and not given.repair:
        _say("run `python -m index check --repair`")
    if not given.json:
        print(", ".join(f"{count} {table}" for table, count in findings.counts.items()))
    return 0 if findings.sound else 1


def _list(given: argparse.Namespace) -> int:
    with Index.open(given.home) as index:
        papers = index.catalogue.papers()
        cut_off = index.catalogue.unfinished()
    if cut_off:
        _say(f"adding is under way, or was cut off: if so, run `python -m index add {' '.join(cut_off)}` again")
    if given.json:
        _print([_row(paper) for paper in papers])
    else:
        for paper in papers:
            # A bare date would take the width for its own pattern and print "10".
            day = str(paper.date or (f"{paper.month:%Y-%m}" if paper.month else "undated"))
            print(f"{day:10}  {paper.kind:12}  {paper.body_in_full or '—'}  |  {paper.title}  |  {paper.file}")
    return 0


def _row(paper: HeldPaper) -> dict[str, object]:
    """A paper as JSON: its body as it is printed, its council beside."""
    row = asdict(paper) | {"body": paper.body_alone}
    return {key: value for key, value in row.items() if key not in ("alone", "of_several")}


def _search(given: argparse.Namespace) -> int:
    with Index.open(given.home) as index:
        passages = index.search(given.question, scope=index.scope(given.question), k=given.k)
    if given.json:
        _print([as_row(passage) for passage in passages])
    else:
        for n, passage in enumerate(passages, 1):
            first = passage.paragraphs[0]
            print(f"[{n}] {passage.score:.3f}  {passage.paper.file}  {first.locator}\n{passage.text}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
