"""Generates answers to a file of questions on a folder of papers, and scores them.

Generating and scoring are apart: a run keeps its configuration, its rows and its figures, and `--rescore` reads the
rows again without asking anything.
"""

from __future__ import annotations

import json
import platform
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tqdm import tqdm

from bot.rendering.answer_rows import answer_row
from bot.types import Turn
from bot.wire import open_bot
from evals.matching import PaperWords
from evals.scoring import Verdict, score
from index.build import Build
from index.embedders import embedder
from index.settings import load

Row = Mapping[str, Any]


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


def evaluate(run: Run, *, rescore: bool = False, as_indexed: bool = False) -> tuple[dict[str, float], list[Verdict]]:
    """Indexes, answers and scores; writes config.json, answers.jsonl and figures.json into the run's folder.

    `rescore` reads the kept answers again; `as_indexed` takes the run's index as it stands.
    """
    questions = read_rows(run.questions)
    kept = run.folder / "answers.jsonl"
    if not rescore:
        run.folder.mkdir(parents=True, exist_ok=True)
        if not as_indexed:
            index_papers(run)
        write_rows(kept, generate(run, questions))
        config = {"questions": run.questions.name, "papers": run.papers.name, "embedder": load().embedder}
        config |= {"model": load().model, "python": platform.python_version()}
        (run.folder / "config.json").write_text(json.dumps(config, indent=2) + "\n", encoding="utf-8")
    figures, verdicts = score(questions, read_rows(kept), PaperWords(run.papers))
    told = {"figures": figures, "correct": sorted(v.id for v in verdicts if v.figures["correct"] == [True])}
    (run.folder / "figures.json").write_text(json.dumps(told, indent=2) + "\n", encoding="utf-8")
    return figures, verdicts


def index_papers(run: Run) -> None:
    """Brings the run's index up to date with its papers; refusals are told, and are not the evaluation's fault."""
    report = Build(run.home, embedder(load().embedder)).add([run.papers])
    for refusal in report.refused:
        print(f"{refusal.file}: {refusal.reason}", file=sys.stderr)


def generate(run: Run, questions: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """An answer row for every question. The models are loaded before the first is timed."""
    bot = open_bot(run.home)
    bot.answer(Turn("What was resolved?"))
    asked = tqdm(questions, desc="asking", unit="question", disable=None, file=sys.stderr)
    return [answer_row(bot.answer(Turn(q["question"], tuple(q.get("history") or ()))), q["id"]) for q in asked]


def read_rows(path: Path) -> list[dict[str, Any]]:
    """The rows of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def write_rows(path: Path, rows: Iterable[Row]) -> None:
    """Writes rows as JSON Lines."""
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
