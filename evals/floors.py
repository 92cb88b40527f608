"""Floors: quality figures (never timings) below which a run fails. They are raised as the figures rise."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path

FLOORS = Path(__file__).with_name("floors.toml")
# Figures of which less is better: their "floor" is the most that is allowed.
LESS_IS_BETTER = frozenset(
    {"shown", "wrong", "citations", "words", "overabstain", "added", "told_wrongly", "violations"}
)


def below(name: str, figures: Mapping[str, float], floors: Path = FLOORS) -> list[str]:
    """A line for every figure that misses its floor, or was not measured.

    Raises:
        KeyError: there are no floors of that name.
    """
    lines = []
    for figure, floor in tomllib.loads(floors.read_text(encoding="utf-8"))[name].items():
        got = figures.get(figure)
        missed = got is None or (got > floor if figure in LESS_IS_BETTER else got < floor)
        if missed:
            lines.append(f"{name}: {figure} is {got}, the floor is {floor}")
    return lines
