"""Parses whole folders over the processors and tells where the papers are not what any well-read paper is: no gold is needed.

`evals.invariants_of_numbers` and `evals.invariants_of_words` say what holds of every paper. How many of the violations were
faults of the parser, of those looked up in the papers, stands in docs/evaluation.md.
"""

from __future__ import annotations

import json
import logging
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass, replace
from functools import partial
from pathlib import Path

from corpus.errors import PaperError
from corpus.parse import parse_file
from corpus.readers import READERS
from corpus.types import Paper
from evals import invariants_of_numbers as numbers
from evals import invariants_of_words as words
from evals.violations import Invariant, Violation

INVARIANTS: tuple[Invariant, ...] = (
    *(numbers.holes, numbers.interrupted, numbers.restarts, numbers.unread_numbers, numbers.figures_as_numbers),
    *(numbers.without_item, numbers.resolved_without_item, numbers.last_number_sticks),
    *(words.no_body, words.no_date, words.no_attendance, words.mistyped),
    *(words.heading_share, words.long_headings, words.furniture, words.cut_sentences),
)
NAMES = tuple(invariant.__name__ for invariant in INVARIANTS)
_FILES_AT_ONCE = 8  # sent to a process: a file takes a twentieth of a second on average
_THOUSAND = 1000


@dataclass(frozen=True, slots=True)
class Looked:
    """What was seen of a file. `body` is the folder that it lies in; `unread` says why it could not be read, or is ""."""

    file: str
    body: str
    papers: int = 0
    paragraphs: int = 0
    violations: tuple[Violation, ...] = ()
    unread: str = ""


def violations(paper: Paper) -> list[Violation]:
    """Every violation of a paper, an invariant after the other."""
    return [violation for invariant in INVARIANTS for violation in invariant(paper)]


def look(folders: Sequence[Path]) -> list[Looked]:
    """What was seen of every paper under the folders, each of which holds a folder for every body; in the files' order."""
    found = [
        (folder, path) for folder in folders for path in sorted(folder.rglob("*")) if path.suffix.lower() in READERS
    ]
    with ProcessPoolExecutor(initializer=partial(logging.disable, logging.WARNING)) as processes:
        return list(processes.map(_look_at, *zip(*found, strict=True), chunksize=_FILES_AT_ONCE)) if found else []


def _look_at(folder: Path, path: Path) -> Looked:
    file = path.relative_to(folder)
    looked = Looked(f"{folder.name}/{file.as_posix()}", f"{folder.name}/{file.parts[0] if file.parent.parts else ''}")
    try:
        papers = parse_file(path, looked.file)
    except PaperError as fault:
        return replace(looked, unread=str(fault))
    paragraphs = sum(len(paper.paragraphs) for paper in papers)
    seen = tuple(violation for paper in papers for violation in violations(paper))
    return replace(looked, papers=len(papers), paragraphs=paragraphs, violations=seen)


def figures_of(seen: Sequence[Looked]) -> dict[str, float]:
    """Papers, the share of them without a violation (`clean`), and the violations per 1,000 paragraphs: all, and each invariant's."""
    times = _times(seen)
    papers, paragraphs = sum(one.papers for one in seen), sum(one.paragraphs for one in seen)
    rates = {name: round(_rate(times[name], paragraphs), 3) for name in NAMES}
    return {
        "papers": papers,
        "paragraphs": paragraphs,
        "clean": round(1 - _touched(seen) / max(1, papers), 3),
        "unread": sum(1 for one in seen if one.unread),
        "violations": round(_rate(times.total(), paragraphs), 3),
        **rates,
    }


def tables(seen: Sequence[Looked]) -> Iterator[str]:
    """The lines of two tables: a row for each invariant, and a row for each body, the body with the most violations first."""
    yield from _aligned(
        [("invariant", "violations", "papers", "per paper", "per 1,000 paragraphs"), *_by_invariant(seen)]
    )
    yield ""
    yield from _aligned([("body", "papers", "paragraphs", "per paper", "per 1,000", *NAMES), *_by_body(seen)])


def worst(seen: Sequence[Looked], most: int) -> Iterator[str]:
    """A line for the worst violations of each invariant: file, page, locator, how, and the words; then each unread file.

    The worst of a file stands for the file, so that one bad paper does not hide the others.
    """
    for name in NAMES:
        of_files = [[one for one in looked.violations if one.invariant == name] for looked in seen]
        heaviest = [max(found, key=lambda one: one.weight) for found in of_files if found]
        for one in sorted(heaviest, key=lambda one: -one.weight)[:most]:
            page = f" page {one.page}" if one.page else ""
            told = f" ({one.about})" if one.about else ""
            yield f"{name}: {one.file}{page} [{one.locator}]{told}: {one.words}"
    yield from (f"unread: {one.unread}" for one in seen if one.unread)


def write(seen: Sequence[Looked], path: Path) -> None:
    """Writes every violation, a JSON object a line, so that two runs can be compared."""
    found = (violation for looked in seen for violation in looked.violations)
    path.write_text("".join(f"{json.dumps(asdict(one), ensure_ascii=False)}\n" for one in found), encoding="utf-8")


def _times(seen: Sequence[Looked]) -> Counter[str]:
    return Counter(violation.invariant for looked in seen for violation in looked.violations)


def _touched(seen: Sequence[Looked]) -> int:
    """How many papers have a violation."""
    return len({(violation.file, violation.part) for looked in seen for violation in looked.violations})


def _rate(times: int, among: int) -> float:
    return _THOUSAND * times / max(1, among)


def _by_invariant(seen: Sequence[Looked]) -> Iterator[tuple[str, ...]]:
    times = _times(seen)
    papers, paragraphs = sum(one.papers for one in seen), sum(one.paragraphs for one in seen)
    touched = Counter(name for one in seen for name, _ in {(v.invariant, v.part) for v in one.violations})
    for name in sorted(NAMES, key=lambda name: -times[name]):
        yield _row(name, times[name], touched[name], papers, paragraphs)
    yield _row("all", times.total(), _touched(seen), papers, paragraphs)


def _row(name: str, times: int, touched: int, papers: int, paragraphs: int) -> tuple[str, ...]:
    return name, str(times), str(touched), f"{times / max(1, papers):.3f}", f"{_rate(times, paragraphs):.3f}"


def _by_body(seen: Sequence[Looked]) -> Iterator[tuple[str, ...]]:
    bodies: dict[str, list[Looked]] = defaultdict(list)
    for one in seen:
        bodies[one.body].append(one)
    for body, ones in sorted(bodies.items(), key=lambda body: (-_times(body[1]).total(), body[0])):
        times = _times(ones)
        papers, paragraphs = sum(one.papers for one in ones), sum(one.paragraphs for one in ones)
        rates = f"{times.total() / max(1, papers):.2f}", f"{_rate(times.total(), paragraphs):.2f}"
        yield body, str(papers), str(paragraphs), *rates, *(str(times[name] or "") for name in NAMES)


def _aligned(rows: Sequence[tuple[str, ...]]) -> Iterator[str]:
    widths = [max(len(row[n]) for row in rows) for n in range(len(rows[0]))]
    for row in rows:
        cells = [cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True)]
        yield "  ".join([row[0].ljust(widths[0]), *cells]).rstrip()
