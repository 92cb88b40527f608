"""Declining measured: sample questions with a year, body, name, person or figure swapped for one that no paper answers to.

Each swapped question should be declined, for a reason that its row names; its original should still be answered. The
halves are split by the original's number, so that no original has a swap in each: thresholds are tuned on `tune` alone,
and `kept` is only reported. The curve moves three thresholds of `bot.answerability.judging` together (the others stand) and shows what
declining more costs.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.answerability import judging as decline
from evals.answers import Run, generate, index_papers, read_rows
from evals.matching import PaperWords
from evals.scoring import judge

Row = Mapping[str, Any]

SAMPLES = Path("corpus/samples")
RESULTS = Path("evals/results/declining.json")
DRAWING = Path("docs/declining.svg")
HALVES = ("tune", "kept")
THRESHOLDS = ("ENOUGH_TOPIC", "ENOUGH_ATTRIBUTE", "DISTINCT")
FACTORS = (0.0, 0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 2.5)  # of all three; 1.0 is what is set

LABELLED = frozenset({0.0, 1.0, 1.25, 1.5, 2.0, 2.5})  # the others lie too near them to be told apart


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


def calibration(folder: Path, *, curve: bool = False) -> tuple[dict[str, float], list[str]]:
    """The shares of both halves, and a line for every fault; with `curve` also the results file and the drawing."""
    run = Run(SAMPLES / "questions.jsonl", SAMPLES / "papers", folder)
    index_papers(run)
    told = _asked(run)
    if curve:
        points = [_point(factor, told if factor == 1.0 else _moved(run, factor)) for factor in FACTORS]
        _write(points, told)
        draw(points, DRAWING)
    return figures_of(told), faults_of(told)


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
            for point, x, y in zip(points, along, up, strict=True):
                if point["factor"] in LABELLED:
                    label = "as set" if point["factor"] == 1.0 else f"×{point['factor']:g}"
                    axes.annotate(label, (x, y), textcoords="offset points", xytext=(6, 4), fontsize=8)
    axes.set_xlabel("answerable questions declined (share)")
    axes.set_ylabel("wrong answers (share of all questions)")
    axes.set_title("Declining against being wrong, as the thresholds move")
    axes.legend()
    axes.grid(alpha=0.3)
    figure.tight_layout()
    place.parent.mkdir(parents=True, exist_ok=True)
    figure.savefig(place, metadata={"Date": None})
    plt.close(figure)


def _asked(run: Run) -> list[Told]:
    swapped = read_rows(SAMPLES / "swapped.jsonl")
    originals = [row for row in read_rows(run.questions) if not row["abstain"]]
    answers = generate(run, [*swapped, *originals])
    papers = PaperWords(run.papers)
    told = [_swapped(row, answer) for row, answer in zip(swapped, answers, strict=False)]
    rest = zip(originals, answers[len(swapped) :], strict=True)
    return told + [_original(row, answer, papers) for row, answer in rest]


def _swapped(row: Row, answer: Row) -> Told:
    declined, reason = bool(answer["abstained"]), answer["reason"]
    right = declined and reason in row["reasons"]
    return Told(row["id"], row["half"], row["swap"], declined, reason, right, answer["answer"][:120])


def _original(row: Row, answer: Row, papers: PaperWords) -> Told:
    right = judge(row, answer, papers).figures["correct"] == [True]
    declined = bool(answer["abstained"])
    return Told(row["id"], half_of(row["id"]), "", declined, answer["reason"], right, answer["answer"][:120])


@contextmanager
def _thresholds(factor: float) -> Iterator[None]:
    kept = {name: getattr(decline, name) for name in THRESHOLDS}
    for name, value in kept.items():
        setattr(decline, name, min(factor * value, 1.0))
    try:
        yield
    finally:
        for name, value in kept.items():
            setattr(decline, name, value)


def _moved(run: Run, factor: float) -> list[Told]:
    with _thresholds(factor):
        return _asked(run)


def _point(factor: float, told: Sequence[Told]) -> dict[str, float]:
    point = {"factor": factor}
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
    thresholds = {name: getattr(decline, name) for name in THRESHOLDS}
    results = {"thresholds": thresholds, "figures": figures_of(told), "curve": list(points)}
    RESULTS.parent.mkdir(parents=True, exist_ok=True)
    RESULTS.write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")


def _share(hits: Iterable[bool]) -> float:
    counted = list(hits)
    return round(sum(counted) / len(counted), 3) if counted else 0.0
