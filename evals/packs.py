"""Merges real papers into reports packs and asks whether the parser parts them again: whose boundaries we know."""

from __future__ import annotations

import random
import re
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from io import BytesIO
from pathlib import Path

from pypdf import PdfReader, PdfWriter

from corpus.parse import parse_file
from corpus.types import Paper
from evals.answers import read_rows

PACKS = 36
_FEWEST, _MOST = 3, 6  # papers behind the front sheet
_LONGEST = 80  # pages of a paper: longer ones would take most of the time, and are parted no differently
_GUEST = 0.25  # of the packs hold the minutes of another body too, as a board's packs do
_SEED = 2025


@dataclass(frozen=True, slots=True)
class Expected:
    """A paper that a pack holds. `kinds` are those that will do; `page` is the page of the pack on which it begins."""

    file: str
    page: int
    body: str | None
    dates: frozenset[date | None]
    kinds: frozenset[str]


@dataclass(frozen=True, slots=True)
class Single:
    """A file as it is by itself, its papers with the pages on which they begin."""

    path: Path
    pages: int
    papers: tuple[Expected, ...]

    @property
    def first(self) -> Expected:
        """The paper that the file begins with."""
        return self.papers[0]

    @property
    def is_minutes(self) -> bool:
        """Whether the file is minutes."""
        return self.first.kinds == {"minutes"}


@dataclass(frozen=True, slots=True)
class Pack:
    """Files in the order in which they are merged, the front sheet (or what stands for it) first."""

    parts: tuple[Single, ...]

    def pdf(self) -> bytes:
        """The merged file."""
        writer, out = PdfWriter(), BytesIO()
        for part in self.parts:
            writer.append(part.path, import_outline=False)
        writer.write(out)
        return out.getvalue()

    def expected(self) -> list[Expected]:
        """Its papers; one that names no meeting of its own takes the pack's body and date, minutes keep their own."""
        lead, found, before = self.parts[0].first, [], 0
        for part in self.parts:
            for paper in part.papers:
                inherits = paper.dates == {None} and "minutes" not in paper.kinds
                body, dates = (lead.body, lead.dates) if inherits else (paper.body, paper.dates)
                found.append(replace(paper, page=paper.page + before, body=body, dates=dates))
            before += part.pages
        return found


def packs(papers: Path, gold: Path, many: int = PACKS) -> tuple[dict[str, float], list[str]]:
    """How many of the papers of merged packs are found, in order, and a line for each that is not.

    `found` is the share of papers that begin on their page with their body, date and kind; `too_many` how many papers
    were given that are none, as a share of those that are; `whole` the share of packs without a fault.
    """
    expected_all = too_many = right_all = whole = 0
    faults: list[str] = []
    made = _packs(_singles(papers, _gold_of(gold)), many)
    for n, pack in enumerate(made, 1):
        expected, given = pack.expected(), _parsed(pack)
        lines = [f"pack {n}: {line}" for line in _faults(expected, given)]
        expected_all += len(expected)
        right_all += sum(1 for paper in expected if _held(paper, given))
        too_many += len(given) - len({_page(paper) for paper in given} & {paper.page for paper in expected})
        whole += not lines
        faults += lines
    return {
        "packs": len(made),
        "papers": expected_all,
        "found": round(right_all / max(1, expected_all), 3),
        "too_many": round(too_many / max(1, expected_all), 3),
        "whole": round(whole / max(1, len(made)), 3),
    }, faults


def _gold_of(gold: Path) -> dict[str, list[dict[str, object]]]:
    path = gold / "dev_papers.jsonl"
    if not path.is_file():
        return {}
    return {row["file"]: row["papers"] for row in read_rows(path)}


def _singles(papers: Path, gold: Mapping[str, list[dict[str, object]]]) -> list[Single]:
    """Every PDF by itself: parsed under a name that says nothing, since in a pack its name is lost."""
    singles = []
    for path in sorted(papers.rglob("*.pdf")):
        pages = len(PdfReader(path).pages)
        if pages > _LONGEST:
            continue
        known = gold.get(f"{papers.name}/{path.relative_to(papers).as_posix()}", [])
        parsed = parse_file(path, "part.pdf")
        found = []
        for n, paper in enumerate(parsed):
            row = known[n] if len(known) == len(parsed) else {}
            found.append(_expected(path.name, paper, row))
        singles.append(Single(path, pages, tuple(found)))
    return singles


def _expected(file: str, paper: Paper, row: Mapping[str, object]) -> Expected:
    days = frozenset(date.fromisoformat(str(day)) if day else None for day in _any_of(row.get("date", ())))
    kinds = frozenset(str(kind) for kind in _any_of(row.get("kind", ())))
    return Expected(file, _page(paper), paper.body, days | {paper.date}, kinds | {paper.kind})


def _any_of(value: object) -> Sequence[object]:
    return value if isinstance(value, list | tuple) else (value,)


def _packs(singles: Sequence[Single], many: int) -> list[Pack]:
    """As many packs, the same each time: bodies with a front sheet twice in turn, those that keep minutes alone once."""
    chance = random.Random(_SEED)  # noqa: S311 (a choice, not a secret)
    groups = list(_groups(singles))
    rota = [group for group in groups for _ in range(2 if _leads(group) != group else 1)]
    made: list[Pack] = []
    while rota and len(made) < many:
        group = rota[len(made) % len(rota)]
        lead = chance.choice(_leads(group))
        others = [one for one in group if one is not lead and "agenda" not in one.first.kinds]
        near = [one for one in others if one.path.parent == lead.path.parent or one.first.body]
        chosen = chance.sample(near, min(len(near), chance.randint(_FEWEST, _MOST)))
        if chance.random() < _GUEST:
            guests = [one for one in singles if one.is_minutes and one.path.parent != lead.path.parent]
            chosen += chance.sample(guests, min(1, len(guests)))
            chance.shuffle(chosen)
        made.append(Pack((lead, *chosen)))
    return made


def _groups(singles: Sequence[Single]) -> Iterator[list[Single]]:
    """The files of each body: those that name it, and those beside them that name none."""
    bodies = {
        _folded(one.first.body): one.first.body for one in singles if one.first.body and one.first.dates != {None}
    }
    for body in sorted(bodies):
        named = [one for one in singles if _folded(one.first.body) == body]
        folders = {one.path.parent for one in named}
        group = [one for one in singles if one in named or (one.path.parent in folders and one.first.dates == {None})]
        if len(group) > _FEWEST:
            yield group


def _leads(group: Sequence[Single]) -> list[Single]:
    agendas = [one for one in group if one.first.kinds == {"agenda"}]
    return agendas or [one for one in group if one.first.body and one.first.dates != {None}]


def _parsed(pack: Pack) -> list[Paper]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "pack.pdf"
        path.write_bytes(pack.pdf())
        return parse_file(path, "pack.pdf")


def _page(paper: Paper) -> int:
    return (paper.paragraphs[0].page or 1) if paper.paragraphs else 1


def _folded(name: str | None) -> str:
    return re.sub(r"\W+", " ", (name or "").replace("&", "and").casefold()).strip()


def _held(expected: Expected, given: Sequence[Paper]) -> bool:
    """Whether a paper begins where it should, and is what it should be."""
    return any(_page(paper) == expected.page and not _differs(expected, paper) for paper in given)


def _differs(expected: Expected, paper: Paper) -> list[str]:
    return [
        f"{what} {got!r}, not {want!r}"
        for what, got, want, same in (
            ("body", paper.body, expected.body, _folded(paper.body) == _folded(expected.body)),
            ("date", str(paper.date), sorted(map(str, expected.dates)), paper.date in expected.dates),
            ("kind", paper.kind, sorted(expected.kinds), paper.kind in expected.kinds),
        )
        if not same
    ]


def _faults(expected: Sequence[Expected], given: Sequence[Paper]) -> Iterator[str]:
    for paper in expected:
        here = [one for one in given if _page(one) == paper.page]
        if not here:
            yield f"{paper.file} (page {paper.page}) is no paper of its own"
        elif not _held(paper, given):
            yield f"{paper.file} (page {paper.page}): {'; '.join(_differs(paper, here[0]))}"
    starts = {paper.page for paper in expected}
    for n, one in enumerate(given):
        if _page(one) not in starts or (n and _page(given[n - 1]) == _page(one)):
            yield f"page {_page(one)} begins no paper: {one.title[:60]!r}"
