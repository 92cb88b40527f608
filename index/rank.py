"""How what a question says about where to look moves the chunks that were found: up, never out."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from index.catalogue import Catalogue
from index.periods import Period
from index.scope import Scope
from index.types import Filter, HeldPaper

BODY = 0.25
"""Share by which a chunk's score grows when its paper is of a body that the question names."""
PERIOD: Mapping[str, float] = {"day": 0.6, "month": 0.4, "season": 0.2, "year": 0.15, "open": 0.1}
"""The same when the paper's meeting falls in a period that the question names: the more exactly named, the more."""
KIND = 0.1
"""The same when the paper is of a kind that the question speaks of. Little: "what was agreed" also stands in reports."""
NUMBER = 1.0
"""Added when the chunk holds a paragraph with the printed number asked for: as much as the best chunk by words has."""


@dataclass(frozen=True, slots=True)
class ChunkAt:
    """Where a chunk stands; `same` is the hash of its words."""

    paper: str
    first: int
    last: int
    same: str


def places_of(catalogue: Catalogue, chunks: Iterable[str]) -> dict[str, ChunkAt]:
    """Where each of these chunks stands; those removed meanwhile are left out."""
    sql = "SELECT id, paper, first, last, same FROM chunks WHERE id IN (SELECT value FROM json_each(?))"
    rows = catalogue.db.execute(sql, (json.dumps(list(chunks)),))
    return {str(id_): ChunkAt(str(paper), int(first), int(last), str(same)) for id_, paper, first, last, same in rows}


def papers_in_scope(catalogue: Catalogue, chosen: Filter | None, scope: Scope) -> set[str]:
    """The papers, among those allowed, that are of the bodies and of the meetings that the question names.

    The set is empty where it names neither, or names bodies and meetings that do not go together.
    """
    periods = [period for period in scope.periods if period.meetings]
    if not scope.whose and not periods:
        return set()
    return {
        paper.id
        for paper in catalogue.papers(chosen)
        if (not scope.whose or scope.names(paper))
        and (not periods or any(period.may_hold(paper.days) for period in periods))
    }


def numbered_chunks(catalogue: Catalogue, chosen: Filter | None, scope: Scope) -> dict[str, int]:
    """The chunks that hold paragraphs with the printed numbers asked for, and how many of the numbers each holds."""
    sql = "SELECT id FROM chunks WHERE paper = ? AND first <= ? AND last >= ?"
    holding: dict[str, set[str]] = {}
    for number in scope.numbers:
        for paragraph in catalogue.with_label(number.number, chosen):
            at = (paragraph.paper.id, paragraph.ordinal, paragraph.ordinal)
            for row in catalogue.db.execute(sql, at):
                holding.setdefault(str(row[0]), set()).add(number.number)
    return {chunk: len(numbers) for chunk, numbers in holding.items()}


def rerank(
    papers: Mapping[str, HeldPaper],
    places: Mapping[str, ChunkAt],
    fused: Mapping[str, float],
    scope: Scope,
    numbered: Mapping[str, int],
) -> list[tuple[str, float]]:
    """Scores in the light of a scope, best first, of the chunks that have a place in one of the papers."""
    every = {**dict.fromkeys(numbered, 0.0), **fused}
    wanted = max(len(scope.numbers), 1)
    ranked: list[tuple[str, float]] = []
    for chunk, score in every.items():
        paper = papers.get(places[chunk].paper) if chunk in places else None
        if paper:
            total = score + NUMBER * numbered.get(chunk, 0) / wanted
            ranked.append((chunk, total * (1 + favour(paper, scope))))
    return sorted(ranked, key=lambda pair: (-pair[1], pair[0]))


def favour(paper: HeldPaper, scope: Scope) -> float:
    """The share by which a paper's chunks are ranked up."""
    share = BODY if scope.names(paper) else 0.0
    share += max((PERIOD[period.exact] for period in _holding(scope.periods, paper)), default=0.0)
    return share + (KIND if paper.kind in scope.kinds else 0.0)


def _holding(periods: Collection[Period], paper: HeldPaper) -> list[Period]:
    return [period for period in periods if period.may_hold(paper.days)]
