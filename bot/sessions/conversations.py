"""Conversations kept in the home: what was asked and answered, what the reader called it, and what was thought of it."""

from __future__ import annotations

import json
import secrets
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from bot.types import Answer
from index.types import Filter

FILE = "conversations.sqlite"
LONGEST_NAME = 80
ID_BYTES = 9  # too many to be guessed: who has a conversation's link may read it
BUSY_SECONDS = 10.0
KEPT_BACK = (
    "this answer quotes a paper that is not for publication, and is shown only to a reader who is cleared for it."
)
OF_ANOTHER_VERSION = "this was answered by another version of the program: ask again"

_TABLES = """
CREATE TABLE IF NOT EXISTS conversations (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, changed TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS turns (
  conversation TEXT NOT NULL REFERENCES conversations ON DELETE CASCADE, n INTEGER NOT NULL, told TEXT NOT NULL,
  PRIMARY KEY (conversation, n)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS opinions (
  conversation TEXT NOT NULL, n INTEGER NOT NULL, good INTEGER NOT NULL, comment TEXT NOT NULL,
  PRIMARY KEY (conversation, n),
  FOREIGN KEY (conversation, n) REFERENCES turns ON DELETE CASCADE
) WITHOUT ROWID;
"""


@dataclass(frozen=True, slots=True)
class Told:
    """A turn as it was answered: under which filter, with what left out; or the fault that stood in its way."""

    question: str
    answer: Answer | None = None
    fault: str = ""
    allowed: Filter = Filter()  # noqa: RUF009 - a frozen dataclass itself
    without: frozenset[str] = frozenset()


_KEPT = TypeAdapter(Told)
"""A turn as JSON and back: a field that is not known here is left out, one that is lacking takes its default."""


@dataclass(frozen=True, slots=True)
class Opinion:
    """What a reader thought of an answer."""

    good: bool
    comment: str = ""


@dataclass(frozen=True, slots=True)
class Conversation:
    """A conversation in a list of them: the latest first."""

    id: str
    name: str
    changed: datetime
    turns: int


class Conversations:
    """The conversations of one home. Every call opens the file anew: several threads and processes may share it.

    `is_kept_back` says of a paragraph, by id, that its words are kept from the reader: answers that quote it, given to
    whoever was cleared for it, are kept back too.
    """

    def __init__(self, home: Path, is_kept_back: Callable[[str], bool] = lambda _paragraph: False) -> None:
        self._path = home / FILE
        self._is_kept_back = is_kept_back

    def begin(self, name: str) -> str:
        """A new conversation, named by its first question; its id."""
        id_ = secrets.token_urlsafe(ID_BYTES)
        self._rows("INSERT INTO conversations VALUES (?, ?, ?)", id_, _short(name), _now())
        return id_

    def every(self) -> list[Conversation]:
        """Every conversation that something was asked in, the latest first."""
        sql = (
            "SELECT c.id, c.name, c.changed, count(t.n) FROM conversations c JOIN turns t ON t.conversation = c.id "
            "GROUP BY c.id ORDER BY c.changed DESC, c.id"
        )
        return [Conversation(id_, name, datetime.fromisoformat(when), n) for id_, name, when, n in self._rows(sql)]

    @staticmethod
    def named_by(question: str) -> str:
        """What a conversation that begins with this question is called."""
        return _short(question)

    def name(self, conversation: str) -> str | None:
        """What a conversation is called; None where it is not kept (any more)."""
        rows = self._rows("SELECT name FROM conversations WHERE id = ?", conversation)
        return str(rows[0][0]) if rows else None

    def turns(self, conversation: str) -> list[Told]:
        """The turns of a conversation in their order; none where it is not kept."""
        sql = "SELECT told FROM turns WHERE conversation = ? ORDER BY n"
        return [self._as_open(_read(told)) for (told,) in self._rows(sql, conversation)]

    def _as_open(self, told: Told) -> Told:
        """A turn as this reader may see it."""
        cited = told.answer.citations if told.answer else ()
        if any(self._is_kept_back(citation.paragraph) for citation in cited):
            return Told(told.question, fault=KEPT_BACK, allowed=told.allowed, without=told.without)
        return told

    def add(self, conversation: str, told: Told) -> int:
        """Keep a turn at the end of its conversation; its place, counted from 0."""
        lean = replace(told, answer=replace(told.answer, passages=())) if told.answer else told
        row = _KEPT.dump_json(lean).decode()
        with self._open() as db:
            # One that was deleted meanwhile, on another screen, is begun again: nothing asked is lost.
            begun = (conversation, _short(told.question), _now())
            db.execute("INSERT INTO conversations VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET changed = ?3", begun)
            sql = "INSERT INTO turns SELECT ?1, coalesce(max(n) + 1, 0), ?2 FROM turns WHERE conversation = ?1 RETURNING n"
            return int(db.execute(sql, (conversation, row)).fetchone()[0])

    def rename(self, conversation: str, name: str) -> None:
        """Call a conversation something else; an empty name changes nothing."""
        if name.strip():
            self._rows("UPDATE conversations SET name = ? WHERE id = ?", _short(name), conversation)

    def delete(self, conversation: str) -> None:
        """Keep a conversation no longer, nor what was thought of it."""
        self._rows("DELETE FROM conversations WHERE id = ?", conversation)

    def judge(self, conversation: str, n: int, opinion: Opinion | None) -> None:
        """Keep what a reader thought of the answer to turn `n`; None takes it back."""
        with self._open() as db:
            db.execute("DELETE FROM opinions WHERE conversation = ? AND n = ?", (conversation, n))
            if opinion:
                row = (conversation, n, int(opinion.good), opinion.comment)
                db.execute("INSERT INTO opinions VALUES (?, ?, ?, ?)", row)

    def opinions(self, conversation: str) -> dict[int, Opinion]:
        """What was thought of a conversation's answers, by turn."""
        sql = "SELECT n, good, comment FROM opinions WHERE conversation = ?"
        return {n: Opinion(bool(good), comment) for n, good, comment in self._rows(sql, conversation)}

    def _rows(self, sql: str, *values: str) -> list[tuple[Any, ...]]:
        """What one statement gives; it is written for good once it has run."""
        with self._open() as db:
            return db.execute(sql, values).fetchall()

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        """A connection for one call: what it writes is whole or not at all."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        with closing(sqlite3.connect(self._path, timeout=BUSY_SECONDS)) as db:
            db.execute("PRAGMA foreign_keys = ON")
            db.execute("PRAGMA secure_delete = ON")  # what is deleted is not to be found in the file's free pages
            db.executescript(_TABLES)
            with db:
                yield db


def answered(turns: Sequence[Told]) -> tuple[str, ...]:
    """The questions that were answered, for the bot to see what was spoken of."""
    return tuple(turn.question for turn in turns if turn.answer)


def _read(told: str) -> Told:
    """A turn as it was kept; where another version kept it in a form that is not known here, its question alone."""
    try:
        return _KEPT.validate_json(told)
    except ValidationError:
        return Told(str(json.loads(told).get("question", "")), fault=OF_ANOTHER_VERSION)


def _short(name: str) -> str:
    words = " ".join(name.split())
    return words if len(words) <= LONGEST_NAME else words[: LONGEST_NAME - 1].rsplit(" ", 1)[0] + "…"


def _now() -> str:
    return datetime.now().isoformat(timespec="microseconds")  # noqa: DTZ005 - the reader's own clock
