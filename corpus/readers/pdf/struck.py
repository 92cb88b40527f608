"""Words that are struck out on a PDF page: a line is drawn through the middle of their letters."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from corpus.readers.pdf.geometry import Box, Run

_THROUGH = (0.45, 0.12)  # ems above the baseline between which a line strikes letters out; underlines lie below it
_COVERED = 0.7  # of a word's width: what lines through it must take
_BEYOND = 0.6  # ems by which a line may reach beyond the words that it strikes out; a table's lines reach further


def struck_runs(runs: Sequence[Run], rules: Iterable[Box]) -> set[int]:
    """Which runs, by their place, are struck out. `rules` are the lines drawn on the page."""
    level = [rule for rule in rules if rule.right - rule.left > rule.bottom - rule.top]
    if not level or not runs:
        return set()
    left, right, base, size = np.array([(run.x0, run.x1, run.y, run.size) for run in runs]).T
    upright = np.array([not run.angle for run in runs])
    struck = np.zeros(len(runs))
    highest, lowest = (base - ems * size for ems in _THROUGH)
    for rule in level:
        at = (rule.top + rule.bottom) / 2
        through = np.minimum(right, rule.right) - np.maximum(left, rule.left)
        hit = upright & (highest < at) & (at < lowest) & (through > 0)
        if hit.any() and _ends_with(rule, left[hit].min(), right[hit].max(), size[hit].max()):
            struck[hit] += through[hit]
    return {int(i) for i in np.flatnonzero(upright & (struck > 0) & (struck >= _COVERED * (right - left)))}


def _ends_with(rule: Box, left: float, right: float, size: float) -> bool:
    """Whether a line ends where the words under it do."""
    return rule.left > left - _BEYOND * size and rule.right < right + _BEYOND * size
