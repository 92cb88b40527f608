"""Declining measured: sample questions with a year, body, name, person or figure swapped for one that no paper answers to.

Each swapped question should be declined, for a reason that its row names; its original should still be answered. The
halves are split by the original's number, so that no original has a swap in each: the threshold is tuned on `tune` alone,
and `kept` is only reported. The curve moves the one threshold that there is, `Bot.sure`, and shows what declining more costs.
"""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from bot.pipeline import SURE
from bot.reading.reader import Reader
from bot.types import Query, Reading
from bot.wire import open_bot
from evals.answers import Run, answered, index_papers, read_rows
from evals.matching import PaperWords
from evals.scoring import judge
from index.types import Passage

Row = Mapping[str, Any]

SAMPLES = Path("corpus/samples")
RESULTS = Path("evals/results/declining.json")
DRAWING = Path("docs/declining.svg")
HALVES = ("tune", "kept")
POINTS = tuple(sorted({0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, SURE}))
"""How sure the reader must be, at each point of the curve; SURE is what is set."""
APART = 0.02  # shares: points of the curve that lie nearer to one that has its label have none


@dataclass(frozen=True, slots=True)
class Told:
    """How one question went: its half, whether it was swapped, and what came of it."""

    id: str
    half: str
    swap: str
    declined: bool
    reason: str | None
    right: bool
    answer: str


class Remembering:
    """Meets `Reader` by another reader, which is asked once about the same passages for the same question."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._kept: dict[str, list[tuple[Query, tuple[Passage, ...], Reading]]] = {}

    @property
    def by_model(self) -> bool:
        """Whether a language model reads."""
        return self._reader.by_model

    def read(self, query: Query, passages: Sequence[Passage]) -> Reading:
        """The other reader's reading."""
        kept = self._kept.setdefault(query.text, [])
        for asked, shown, reading in kept:
            if asked == query and shown == tuple(passages):
                return reading
        reading = self._reader.read(query, passages)
        kept.append((query, tuple(passages), reading))
        return reading


def calibration(folder: Path, *, curve: bool = False) -> tuple[dict[str, float], list[str]]:
    """The shares of both halves, and a line for every fault; with `curve` also the results file and the drawing."""
    run = Run(SAMPLES / "questions.jsonl", SAMPLES / "papers", folder)
    index_papers(run)
    told = asked(run, POINTS if curve else (SURE,))
    if curve:
        points = [_point(sure, of_point) for sure, of_point in told.items()]
        _write(points, told[SURE])
        draw(points, DRAWING)
    return figures_of(told[SURE]), faults_of(told[SURE])


def asked(run: Run, points: Sequence[float]) -> dict[float, list[Told]]:
    """How every question went, by how sure the reader had to be. Passages are read once for all points."""
    swapped = read_rows(SAMPLES / "swapped.jsonl")
    originals = [row for row in read_rows(run.questions) if not row["abstain"]]
    bot, papers = open_bot(run.home), PaperWords(run.papers)
    bot = replace(bot, reader=Remembering(bot.reader))
    told = {}
    for sure in points:
        answers = answered(replace(bot, sure=sure), [*swapped, *originals])
        rest = zip(originals, answers[len(swapped) :], strict=True)
        told[sure] = [_swapped(row, answer) for row, answer in zip(swapped, answers, strict=False)]
        told[sure] += [_original(row, answer, papers) for row, answer in rest]
    return told


def half_of(number: str) -> str:
    """The half of a sample question by its id: "s12" and all that is made from it is kept back."""
    return HALVES[int(number.removeprefix("s")) % 2 == 0]


def figures_of(told: Sequence[Told]) -> dict[str, float]:
    """For each half: how many were swapped, what share was declined, and rightly so; and what share of originals answered."""
    figures: dict[str, float] = {}
    for half in HALVES:
        swapped = [one for one in told if one.half == half and one.swap]
        originals = [one for one in told if one.half == half and not one.swap]
        figures |= {
            f"{half}_swapped": len(swapped),
            f"{half}_declined": _share(one.declined for one in swapped),
            f"{half}_right_reason": _share(one.right for one in swapped),
            f"{half}_originals_answered": _share(not one.declined for one in originals),
            f"{half}_originals_correct": _share(one.right for one in originals),
        }
    return figures


def faults_of(told: Sequence[Told]) -> list[str]:
    """A line for every swapped question that was answered or declined for another reason, and counts by what was swapped.

    Those of the kept half are counted and not shown: to read them is to tune on them.
    """
    fallen = [one for one in told if one.swap and not one.right]
    lines = [
        f"{one.id}: {f'declined as {one.reason}' if one.declined else 'answered'}: {one.answer!r}"
        for one in fallen
        if one.half == "tune"
    ]
    for half in HALVES:
        kinds = Counter(f"{o.swap} {'other reason' if o.declined else 'answered'}" for o in fallen if o.half == half)
        lines.append(f"{half}: " + ", ".join(f"{kind} {count}" for kind, count in sorted(kinds.items())))
    return lines


def draw(points: Sequence[Mapping[str, float]], place: Path) -> None:
    """Draw the curve: the share of answerable questions declined against the share of all answers that are wrong."""
    import matplotlib as mpl  # noqa: PLC0415 - slow to import, and wanted for the drawing alone

    mpl.use("svg")
    from matplotlib import pyplot as plt  # noqa: PLC0415

    plt.rcParams |= {"svg.hashsalt": "declining", "svg.fonttype": "none"}
    figure, axes = plt.subplots(figsize=(7, 4.5))
    for half, style in zip(HALVES, ("o-", "s--"), strict=True):
        along = [point[f"{half}_overdeclined"] for point in points]
        up = [point[f"{half}_wrong"] for point in points]
        axes.plot(along, up, style, label="tuned on" if half == "tune" else "kept back")
        if half == "tune":
            for at, label in labels(points).items():
                axes.annotate(label, at, textcoords="offset points", xytext=(6, 4), fontsize=8)
    axes.set_xlabel("answerable questions declined (share)")
    axes.set_ylabel("wrong answers (share of all questions)")
    axes.set_title("Declining against being wrong, as the threshold moves")
    axes.legend()
    axes.grid(alpha=0.3)
    figure.tight_layout()
    place.parent.mkdir(parents=True, exist_ok=True)
    figure.savefig(place, metadata={"Date": None})
    plt.close(figure)


def labels(points: Sequence[Mapping[str, float]]) -> dict[tuple[float, float], str]:
    """What stands beside points of the tuned half's curve, by where they are; points that lie too near others have nothing."""
    labelled: dict[tuple[float, float], str] = {}
    for point in sorted(points, key=lambda one: one["sure"] != SURE):
        x, y = point["tune_overdeclined"], point["tune_wrong"]
        if all(math.dist((x, y), other) >= APART for other in labelled):
            labelled[x, y] = f"{point['sure']:g}" + (" (as set)" if point["sure"] == SURE else "")
    return labelled


def _swapped(row: Row, answer: Row) -> Told:
    declined, reason = bool(answer["abstained"]), answer["reason"]
    right = declined and reason in row["reasons"]
    return Told(row["id"], row["half"], row["swap"], declined, reason, right, answer["answer"][:120])


def _original(row: Row, answer: Row, papers: PaperWords) -> Told:
    right = judge(row, answer, papers).figures["correct"] == [True]
    declined = bool(answer["abstained"])
    return Told(row["id"], half_of(row["id"]), "", declined, answer["reason"], right, answer["answer"][:120])


def _point(sure: float, told: Sequence[Told]) -> dict[str, float]:
    point = {"sure": sure}
    for half in HALVES:
        of_half = [one for one in told if one.half == half]
        originals = [one for one in of_half if not one.swap]
        wrong = [not one.declined and (bool(one.swap) or not one.right) for one in of_half]
        point |= {
            f"{half}_overdeclined": _share(one.declined for one in originals),
            f"{half}_declined": _share(one.declined for one in of_half if one.swap),
            f"{half}_wrong": _share(wrong),
        }
    return point


def _write(points: Sequence[Mapping[str, float]], told: Sequence[Told]) -> None:
    results = {"sure": SURE, "figures": figures_of(told), "curve": list(points)}
    RESULTS.parent.mkdir(parents=True, exist_ok=True)
    RESULTS.write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")


def _share(hits: Iterable[bool]) -> float:
    counted = list(hits)
    return round(sum(counted) / len(counted), 3) if counted else 0.0
