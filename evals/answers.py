"""Generates answers to a file of questions on a folder of papers, and scores them.

Generating and scoring are apart: a run keeps its configuration, its rows and its figures, and `--rescore` reads the
rows again without asking anything.
"""

from __future__ import annotations

import json
import platform
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, get_args

from tqdm import tqdm

from bot.pipeline import Bot
from bot.rendering.answer_rows import answer_row
from bot.types import Turn
from bot.wire import Quoting, open_bot
from evals.matching import PaperWords
from evals.replies import Recording, recording, replaying
from evals.scoring import Verdict, score
from index.build import Build
from index.embedders import embedder
from index.settings import load

Row = Mapping[str, Any]

READERS: tuple[Quoting, ...] = get_args(Quoting)
"""Readers that a run can be told to take, where no model reads; without one it takes the program's own."""

DAY = date(2026, 1, 1)
"""The day that a model's stand-in is told it is: prompts tell the day, and are known again by their hashes."""


@dataclass(frozen=True, slots=True)
class ReaderChoice:
    """Who reads the passages of a run; by default whoever the settings name.

    `reader` serves where no model reads, or where it fails. `prompts_to` is a file that every prompt of the model reader is written to, `replies_from` a
    file of replies that stand in for the model: at most one of the two is given.
    """

    reader: Quoting | None = None
    prompts_to: Path | None = None
    replies_from: Path | None = None

    @property
    def suffix(self) -> str:
        """What the run's folder is called besides, so that runs of several readers are kept apart; "" by default."""
        if self.replies_from is not None:
            return f"-{self.replies_from.stem}"
        if self.prompts_to is not None:
            return "-prompts"
        return f"-{self.reader}" if self.reader else ""

    def options(self) -> dict[str, Any]:
        """The keyword arguments of `open_bot` that make this choice."""
        given: dict[str, Any] = {"reader": self.reader} if self.reader else {}
        if self.prompts_to is not None:
            given["ask"] = recording(self.prompts_to)
        elif self.replies_from is not None:
            given["ask"] = replaying(self.replies_from)
        return given

    def told(self) -> dict[str, str]:
        """The choice as a run's configuration keeps it: file names without their folders."""
        told = {"reader": self.reader} if self.reader else {}
        files = {"prompts_to": self.prompts_to, "replies_from": self.replies_from}
        return told | {name: file.name for name, file in files.items() if file is not None}


DEFAULT = ReaderChoice()


@dataclass(frozen=True, slots=True)
class Run:
    """One evaluation: its questions, its papers, and the folder that keeps its rows and its own index."""

    questions: Path
    papers: Path
    folder: Path

    @property
    def home(self) -> Path:
        """The index of these papers, shared by runs on the same folder of papers."""
        place = self.papers.resolve()
        return self.folder.parent / f"home-{place.parent.name}-{place.name}"


def evaluate(
    run: Run, *, rescore: bool = False, as_indexed: bool = False, choice: ReaderChoice = DEFAULT
) -> tuple[dict[str, float], list[Verdict]]:
    """Indexes, answers and scores; writes config.json, answers.jsonl and figures.json into the run's folder.

    `rescore` reads the kept answers again; `as_indexed` takes the run's index as it stands.
    """
    questions = read_rows(run.questions)
    kept = run.folder / "answers.jsonl"
    if not rescore:
        run.folder.mkdir(parents=True, exist_ok=True)
        if not as_indexed:
            index_papers(run)
        write_rows(kept, generate(run, questions, choice))
        config = {"questions": run.questions.name, "papers": run.papers.name, "embedder": load().embedder}
        config |= {"model": load().model, "python": platform.python_version()} | choice.told()
        (run.folder / "config.json").write_text(json.dumps(config, indent=2) + "\n", encoding="utf-8")
    figures, verdicts = score(questions, read_rows(kept), PaperWords(run.papers))
    figures |= near_missed(questions, verdicts)
    told = {"figures": figures, "correct": sorted(v.id for v in verdicts if v.figures["correct"] == [True])}
    (run.folder / "figures.json").write_text(json.dumps(told, indent=2) + "\n", encoding="utf-8")
    return figures, verdicts


def near_missed(questions: Iterable[Row], verdicts: Sequence[Verdict]) -> dict[str, float]:
    """The share of near misses that were declined, where the questions have any.

    A near miss (a question's `kind`) asks of a matter that the papers tell of what they do not tell of it.
    """
    near = {row["id"] for row in questions if row.get("kind") == "near_miss"}
    declined = [verdict.figures["correct"] == [True] for verdict in verdicts if verdict.id in near]
    return {"near_missed": round(sum(declined) / len(declined), 3)} if declined else {}


def index_papers(run: Run) -> None:
    """Brings the run's index up to date with its papers; refusals are told, and are not the evaluation's fault."""
    report = Build(run.home, embedder(load().embedder)).add([run.papers])
    for refusal in report.refused:
        print(f"{refusal.file}: {refusal.reason}", file=sys.stderr)


def generate(
    run: Run, questions: Sequence[Row], choice: ReaderChoice = DEFAULT, *, sure: float | None = None
) -> list[dict[str, Any]]:
    """An answer row for every question. The models are loaded before the first is timed.

    `sure` is how sure the reader must be that it answers, where it is not to be the bot's own threshold.
    """
    given = choice.options()
    bot, ask = open_bot(run.home, **given), given.get("ask")
    if sure is not None:
        bot = replace(bot, sure=sure)
    if ask is None:
        bot.answer(Turn("What was resolved?"))
    else:  # a prompt of none of the questions would be recorded, or looked for among the replies
        bot = replace(bot, today=lambda: DAY)
    return answered(bot, questions, ask)


def answered(bot: Bot, questions: Sequence[Row], ask: object = None) -> list[dict[str, Any]]:
    """A bot's answer row for every question. `ask` is what stands in for its model, if anything does."""
    rows = []
    for question in tqdm(questions, desc="asking", unit="question", disable=None, file=sys.stderr):
        if isinstance(ask, Recording):
            ask.id = question["id"]
        turn = Turn(question["question"], tuple(question.get("history") or ()))
        rows.append(answer_row(bot.answer(turn), question["id"]))
    return rows


def read_rows(path: Path) -> list[dict[str, Any]]:
    """The rows of a JSON Lines file. Only a newline ends a row: a text in it may hold other line separators (U+2028)."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]


def write_rows(path: Path, rows: Iterable[Row]) -> None:
    """Writes rows as JSON Lines."""
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
