"""Finds the likeliest outline of a whole paper, line by line, by a beam search over the ways to read it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus.outline import features
from corpus.outline.levels import Level, NumberedLine, Outline, Reading, Step

WEIGHTS_FILE = Path(__file__).with_name("weights.json")
WEIGHTS: dict[str, float] = json.loads(WEIGHTS_FILE.read_text(encoding="utf-8"))
"""What each feature of a step counts, learned by `python -m training outlines`; one that is not there counts nothing."""

BEAM = 8  # outlines kept from line to line


@dataclass(frozen=True, slots=True)
class _Way:
    score: float
    outline: Outline
    step: Step | None = None
    before: _Way | None = None


def find_outline(
    lines: Sequence[NumberedLine],
    weights: Mapping[str, float] = WEIGHTS,
    *,
    beam: int = BEAM,
    bonus: Callable[[int, Step], float] | None = None,
) -> list[Step]:
    """The likeliest step at each line. `bonus` adds to the score of a step at a line: training asks so for right or wrong ones."""
    ways = [_Way(0.0, Outline())]
    for n, line in enumerate(lines):
        best: dict[Outline, _Way] = {}
        for way in ways:
            for step in steps(way.outline, line):
                score = way.score + sum(weights.get(feature, 0.0) for feature in step.features)
                if bonus is not None:
                    score += bonus(n, step)
                held = best.get(step.outline)
                if held is None or held.score < score:
                    best[step.outline] = _Way(score, step.outline, step, way)
        ways = sorted(best.values(), key=lambda way: -way.score)[:beam]
    return list(_steps_back(ways[0]))[::-1]


def _steps_back(way: _Way) -> Iterator[Step]:
    while way.step is not None and way.before is not None:
        yield way.step
        way = way.before


def steps(outline: Outline, line: NumberedLine) -> Iterator[Step]:
    """Every place that a line may have under an outline."""
    yield from _without_number(outline, line)
    for reading in line.readings:
        if reading.passing:
            closes = reading.heading and not reading.label.lower().startswith("action")
            after = Outline(outline.levels, 0, outline.interrupted) if closes else outline
            yield Step(after, (reading.label,), reading, features.passing(reading))
        else:
            yield from _with_number(outline, line, reading)


def _without_number(outline: Outline, line: NumberedLine) -> Iterator[Step]:
    """A line whose opening numbers nothing: it stands under what is in force, or some of that is over."""
    levels, interrupted = outline.levels, outline.interrupted
    ways = [("stay", outline)]
    if outline.depth:
        ways.append(("close", Outline(levels, 0, interrupted)))
        if outline.list_over < outline.depth:
            ways.append(("back", Outline(levels, outline.list_over, interrupted)))
        if interrupted is not None:
            ways.append(("leave", Outline(interrupted, 1)))
    ignored = features.ignored_number(outline, line)
    for way, after in ways:
        yield Step(after, after.path, None, (*ignored, *features.without_number(way, outline, line)))


def _with_number(outline: Outline, line: NumberedLine, reading: Reading) -> Iterator[Step]:
    levels = outline.levels
    alone = len(reading.value) > 1  # "7.4" holds its parent's number, and stands under nothing
    for depth in range(1 if alone else len(levels) + 1):
        if not (depth == len(levels) > outline.depth and depth):  # nothing begins under a number no longer in force
            yield _placed(outline, line, reading, depth)
    if outline.interrupted is not None:
        closed = Outline(outline.interrupted)
        for depth in range(1 if alone else len(closed.levels)):
            step = _placed(closed, line, reading, depth)
            yield Step(step.outline, step.label, reading, (*step.features, "after list apart"))
    elif levels and reading.value[0] == 1 and outline.depth <= 1:
        after = Outline((Level(reading, line.look, line.facts, 1),), 1, levels)
        yield Step(after, after.path, reading, features.list_apart(outline, line, reading))


def _placed(outline: Outline, line: NumberedLine, reading: Reading, depth: int) -> Step:
    """A number as the one at `depth`, in the place of the one that stood there or under all of them."""
    old = outline.levels[depth] if depth < len(outline.levels) else None
    same_list = old is not None and old.reading.shape == reading.shape
    highest = max(reading.value[0], old.highest if old is not None and same_list else 0)
    level = Level(reading, line.look, line.facts, highest)
    after = Outline((*outline.levels[:depth], level), depth + 1, outline.interrupted)
    return Step(after, after.path, reading, features.placed(outline, line, reading, depth))
