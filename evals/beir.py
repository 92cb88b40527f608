"""Reads a folder of a retrieval set in BEIR form: documents, queries, and which documents answer which query.

Files: corpus.jsonl (or several corpus*.jsonl); queries.jsonl, or one file for each form of the same queries
(queries_lastturn.jsonl, queries_rewrite.jsonl); qrels.tsv, qrels_FORM.tsv, or qrels/test.tsv and its like. Of a row's fields
`_id`, `title` and `text` are read, and nothing else: what a public benchmark's other systems were not given, ours is not.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.types import Turn
from evals.answers import read_rows

LAST, ALL = "lastturn", "questions"
"""The forms of a conversation from which others are made: its last question, and all its questions, a line each."""
TWO, HISTORY = "two", "history"
"""The last question with the one before it; the last question as the product reads it in the light of those before."""


class WrongSet(Exception):  # noqa: N818 - it says what was found, as our other errors do
    """A folder is no BEIR set, or lacks the form of queries asked for."""


@dataclass(frozen=True, slots=True)
class Document:
    """A document of the corpus."""

    id: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class QuerySet:
    """One form of a set's queries (turns, of a set of conversations) with its gold: by query, the documents that answer it and how well."""

    name: str
    queries: Mapping[str, Turn]
    gold: Mapping[str, Mapping[str, int]]


def corpus_files(folder: Path) -> list[Path]:
    """The files of the corpus.

    Raises:
        WrongSet: there are none.
    """
    files = sorted(folder.glob("corpus*.jsonl"))
    if not files:
        raise WrongSet(f"{folder} holds no corpus.jsonl: name a folder in BEIR form")
    return files


def documents(file: Path) -> Iterator[Document]:
    """The documents of one file of the corpus, in its order; those without words are left out."""
    with file.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line) if line.strip() else {}
            if row.get("text", "").strip():
                yield Document(str(row["_id"]), row.get("title") or "", row["text"])


def query_sets(folder: Path, wanted: str | None = None) -> list[QuerySet]:
    """Every form of a set's queries, or the one `wanted`. Only queries that the gold judges are asked.

    Raises:
        WrongSet: there are none, or not the one wanted.
    """
    forms = dict(_forms(folder))
    if LAST in forms and ALL in forms:
        gold = forms[LAST].gold
        turns = _turns(forms[LAST], forms[ALL])
        two = {id_: Turn("\n".join((*turn.history[-1:], turn.question))) for id_, turn in turns.items()}
        forms[TWO] = QuerySet(TWO, two, gold)
        forms[HISTORY] = QuerySet(HISTORY, turns, gold)
    if wanted is not None and wanted not in forms:
        raise WrongSet(f"{folder} holds no queries {wanted!r}: known are {', '.join(forms) or 'none'}")
    if not forms:
        raise WrongSet(f"{folder} holds no queries with qrels: name a folder in BEIR form")
    return [forms[wanted]] if wanted is not None else list(forms.values())


def _forms(folder: Path) -> Iterator[tuple[str, QuerySet]]:
    """The forms as they lie there, each pair of queries and gold."""
    for gold in sorted([*folder.glob("qrels*.tsv"), *folder.glob("qrels/*.tsv")]):
        form = gold.stem if gold.parent.name == "qrels" else gold.stem.removeprefix("qrels").lstrip("_-")
        own = [path for sign in "_-" if (path := folder / f"queries{sign}{form}.jsonl").is_file()]
        file = own[0] if own else folder / "queries.jsonl"
        if file.is_file():
            judged = _gold(gold)
            yield (
                form,
                QuerySet(
                    form, {row["_id"]: Turn(row["text"]) for row in read_rows(file) if row["_id"] in judged}, judged
                ),
            )


def _gold(file: Path) -> dict[str, dict[str, int]]:
    """By query, the documents judged."""
    judged: dict[str, dict[str, int]] = {}
    with file.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            judged.setdefault(row["query-id"], {})[row["corpus-id"]] = int(row["score"])
    return judged


def _turns(last: QuerySet, every: QuerySet) -> dict[str, Turn]:
    """The last questions, each with those before it."""
    turns = {}
    for id_, turn in last.queries.items():
        asked = every.queries.get(id_, turn).question.split("\n")
        turns[id_] = Turn(turn.question, tuple(line.strip() for line in asked[:-1] if line.strip()))
    return turns
