"""Columns of line numbers, as bills and drafts have them down one margin or both: no words of the paper."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from corpus.readers.pdf.geometry import Run

_NUMBER = re.compile(r"\d{1,4}")
_FEWEST = 5  # numbers under each other: fewer may number anything
_ALIGNED = 2.0  # points within which their edges lie
_SAME_LINE = 3.0  # points: a number stands so near the baseline of its line
_SPACING = 0.15  # of the usual step: how far one step from number to number may differ from it
_NUMBERED = 0.9  # of the page's lines within the column's height: a list's or table's numbers leave out headings
_PARTED = 6.0  # points between the column and the words: more than a word space
_EDGES = 2  # different left edges of lines: the rows of a table have one


def without_line_numbers(runs: Sequence[Run]) -> Sequence[Run]:
    """The words of a page without its line numbers."""
    upright = [i for i, run in enumerate(runs) if not run.angle and run.text]
    columns: set[int] = set()
    for edge in (lambda run: run.x1, lambda run: run.x0):
        for column in _columns(runs, upright, edge):
            if _numbers_lines(runs, upright, column, columns):
                columns |= set(column)
    return [run for i, run in enumerate(runs) if i not in columns] if columns else runs


def _columns(runs: Sequence[Run], upright: Sequence[int], edge: Callable[[Run], float]) -> Iterator[list[int]]:
    """Numbers that lie under each other by an edge, and count up by one from line to line at one distance."""
    numbers = sorted((i for i in upright if _NUMBER.fullmatch(runs[i].text)), key=lambda i: (edge(runs[i]), runs[i].y))
    groups: list[list[int]] = []
    for i in numbers:
        if groups and edge(runs[i]) - edge(runs[groups[-1][0]]) <= _ALIGNED:
            groups[-1].append(i)
        else:
            groups.append([i])
    for group in groups:
        group.sort(key=lambda i: runs[i].y)
        if len(group) >= _FEWEST and _counts(runs, group):
            yield group


def _counts(runs: Sequence[Run], group: Sequence[int]) -> bool:
    values = [int(runs[i].text) for i in group]
    steps = sorted(runs[b].y - runs[a].y for a, b in pairwise(group))
    usual = steps[len(steps) // 2]
    even = sum(abs(step - usual) <= _SPACING * usual for step in steps)
    return all(b == a + 1 for a, b in pairwise(values)) and even >= _NUMBERED * len(steps)


def _numbers_lines(runs: Sequence[Run], upright: Sequence[int], column: Sequence[int], known: set[int]) -> bool:
    """Whether a column stands beside all other words, and numbers their lines whatever they are."""
    left, right = min(runs[i].x0 for i in column), max(runs[i].x1 for i in column)
    top, bottom = runs[column[0]].y - _SAME_LINE, runs[column[-1]].y + _SAME_LINE
    own = known | set(column)
    others = [runs[i] for i in upright if i not in own and top <= runs[i].y <= bottom]
    outside = [run for run in others if not _NUMBER.fullmatch(run.text)]
    if not outside or not (
        all(run.x0 >= right + _PARTED for run in outside) or all(run.x1 <= left - _PARTED for run in outside)
    ):
        return False
    heights = {round(run.y) for run in outside}
    numbered = [y for y in heights if any(abs(runs[i].y - y) <= _SAME_LINE for i in column)]
    alone = any(all(abs(run.y - runs[i].y) > _SAME_LINE for run in outside) for i in column)
    starts = {round(min(run.x0 for run in outside if round(run.y) == y)) for y in heights}
    return len(numbered) >= _NUMBERED * len(heights) and (alone or len(starts) >= _EDGES)
