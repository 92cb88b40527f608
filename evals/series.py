"""Printed numbers as series: which number comes after "24/066" or "Item IV", and how far one lies from another.

These rules are the evaluation's own. The parser's (`corpus.marks`, `corpus.numbering`) are what they put on trial.
"""

from __future__ import annotations

import re

_WIDEST = 12  # a step further than this begins another series
_ONES = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
_ROMANS = {"X" * tens + one: 10 * tens + n for tens in range(4) for n, one in enumerate(_ONES) if tens or n}
_ROMAN = re.compile(r"\b[IVX]+\b")
_VALUE = re.compile(r"\d+|\b[IVX]+\b")
_DECIMAL = re.compile(r"[a-z]?#(?:\.#)+")
_WORD = re.compile(r"[^\W\d_]{3,}")


def shape(printed: str) -> str:
    """A number's form: "24/066" is "#/#", "Item IV." is "item roman"."""
    return re.sub(r"\d+", "#", _ROMAN.sub("ROMAN", printed)).casefold().strip("()., ")


def values(printed: str) -> tuple[int, ...]:
    """A number's values: of "24/066" 24 and 66, of "Item IV" 4."""
    return tuple(int(one) if one.isdigit() else _ROMANS.get(one, 0) for one in _VALUE.findall(printed))


def is_decimal(printed: str) -> bool:
    """Whether a number holds its parent's, as "7.4" does."""
    return bool(_DECIMAL.fullmatch(shape(printed)))


def is_worded(printed: str) -> bool:
    """Whether a number is called by a word of its own ("Action 4", "Appendix 2"), and so numbers no items."""
    return bool(_WORD.search(printed)) and not printed.casefold().startswith(("item", "minute"))


def step(before: str, after: str) -> int | None:
    """How far a number lies after another of its series; None where they are no series, or the same."""
    running = _running(before, after)
    return None if running is None else values(after)[running] - values(before)[running]


def skipped(before: str, after: str) -> list[str]:
    """The numbers that a series leaves out between two of it, as they would be printed."""
    running, far = _running(before, after), step(before, after) or 0
    return [] if running is None or far > _WIDEST else [_moved(before, running, by) for by in range(1, far)]


def following(before: str, last: str) -> list[str]:
    """The number that comes after the last of a series, as it would be printed; none where the two are no neighbours."""
    running = _running(before, last)
    return [_moved(last, running, 1)] if running is not None and step(before, last) == 1 else []


def _running(before: str, after: str) -> int | None:
    """Which of the values of two numbers of a series runs from one to the other; None where they are no series."""
    some, others = values(before), values(after)
    if not some or shape(before) != shape(after):
        return None
    differ = [n for n, (a, b) in enumerate(zip(some, others, strict=True)) if a != b]
    parted = is_decimal(before) and differ != [len(some) - 1]  # "7.3" and "8.3" are no neighbours
    return None if len(differ) != 1 or parted else differ[0]


def _moved(printed: str, running: int, by: int) -> str:
    """A number moved on, its other values and its look kept: "24/066" by 1 is "24/067"."""
    at = list(_VALUE.finditer(printed))[running]
    value = values(at[0])[0] + by
    arabic = at[0].isdigit()
    moved = str(value).zfill(len(at[0])) if arabic else next(r for r, n in _ROMANS.items() if n == value)
    return printed[: at.start()] + moved + printed[at.end() :]
