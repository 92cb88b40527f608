"""How what systems find is measured: against expected quotations, and against judged documents.

Denominators come from the gold: a question that a system finds nothing for counts as one that it failed.
"""

from __future__ import annotations

import statistics
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import ir_measures
from ir_measures import RR, R, nDCG

from bot.rendering.answer_rows import PASSAGE_WORDS
from bot.types import Turn
from evals.beir import QuerySet
from evals.matching import carries
from evals.retrieval_systems import Found, System, as_read

Row = Mapping[str, Any]

DEPTHS = (1, 3, 5, 10)
READ = 5
"""Passages that a reader, or a model, is given: what the main figure counts."""
WORDS = 650
"""Words of the passages given, in all: what is longer is cut, so that no system wins by long passages."""
DEPTH = 10
"""Documents asked for, of a BEIR set: what no measure here looks beyond."""


@dataclass(frozen=True, slots=True)
class Measured:
    """A system's figures on a set, a row for every question, and the questions of which it found nothing in time."""

    figures: dict[str, float]
    rows: tuple[dict[str, Any], ...]
    missed: tuple[str, ...]


def measure_questions(questions: Sequence[Row], system: System) -> Measured:
    """Figures on questions whose expected quotations are known; those to be declined are left out.

    found@k: share whose quotations (all, or any, by the row's mode) stand in the first k passages; mrr: mean reciprocal
    rank of the first passage that carries one. A question with a history is asked as the product reads it, of every system.
    """
    rows = [_question(row, system) for row in questions if not row["abstain"] and row["cites"]]
    names = [f"found@{k}" for k in DEPTHS] + ["mrr"]
    figures = {name: round(statistics.mean(row[name] for row in rows), 3) if rows else 0.0 for name in names}
    missed = tuple(row["id"] for row in rows if not row[f"found@{READ}"])
    return Measured({"questions": len(rows)} | figures, tuple(rows), missed)


def _question(row: Row, system: System) -> dict[str, Any]:
    turn = Turn(row["question"], tuple(row.get("history") or ()))
    found = system(turn, max(DEPTHS))
    told: dict[str, Any] = {"id": row["id"], "query": as_read(turn)}
    for k in DEPTHS:
        given = within_words(found[:k], WORDS * max(k, READ) // READ)
        stand = [any(_carries(passage, want) for passage in given) for want in row["cites"]]
        told[f"found@{k}"] = any(stand) if row["mode"] == "any" else all(stand)
    given = within_words(found, WORDS * max(DEPTHS) // READ)
    ranks = [rank for rank, one in enumerate(given, 1) if any(_carries(one, want) for want in row["cites"])]
    told["mrr"] = round(1 / ranks[0], 3) if ranks else 0.0
    told["files"] = [one.places[0].file for one in given[:READ]]
    return told


def within_words(found: Sequence[Found], most: int) -> list[Found]:
    """Passages of at most 250 words each and so many in all; the one in which they run out is cut."""
    given = []
    for one in found:
        words = one.text.split()[: min(most, PASSAGE_WORDS)]
        most -= len(words)
        if words:
            given.append(Found(one.places, " ".join(words)))
    return given


def _carries(passage: Found, want: Row) -> bool:
    in_file = any(place.file == want["file"] for place in passage.places)
    return in_file and carries(passage.text, want["quote"], most=None)


def measure_queries(queries: QuerySet, system: System) -> Measured:
    """Figures on the queries of a BEIR set, as ir-measures has them."""
    ranked = {id_: ranking(system(turn, DEPTH)) for id_, turn in queries.queries.items()}
    # Scores by rank: the scorer orders equal scores by the documents' ids, which is nobody's ranking.
    run = {id_: {document: float(-at) for at, document in enumerate(ids)} for id_, ids in ranked.items()}
    wanted = {str(measure): measure for measure in (nDCG @ DEPTH, R @ READ, R @ DEPTH, RR @ DEPTH)}
    rows: dict[str, dict[str, Any]] = {
        id_: {"id": id_, "query": queries.queries[id_].question if id_ in queries.queries else None}
        for id_ in queries.gold
    }
    for one in ir_measures.iter_calc(list(wanted.values()), queries.gold, run):
        rows[one.query_id][str(one.measure)] = round(one.value, 4)
    figures = {name: round(statistics.mean(row.get(name, 0.0) for row in rows.values()), 3) for name in wanted}
    missed = tuple(id_ for id_, row in rows.items() if not row.get(f"R@{DEPTH}"))
    for id_, row in rows.items():
        row["documents"] = ranked.get(id_, [])
    return Measured({"questions": len(rows)} | figures, tuple(rows.values()), missed)


def ranking(found: Sequence[Found]) -> list[str]:
    """The documents found, each once: where several say the very same, one after the other."""
    return list(dict.fromkeys(place.locator for one in found for place in one.places))
