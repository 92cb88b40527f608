"""What an outline is made of: lines with their readings, and the numbers above the present line."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Look:
    """How a line is set: `indent` in points, `level` of a heading where the format says so."""

    indent: float = 0.0
    bold: bool = False
    caps: bool = False
    level: int = 0


@dataclass(frozen=True, slots=True)
class Reading:
    """A line's opening read as a number: `shape` is its form ("(a)", "1.", "item"), `value` what it counts.

    `heading`: whether the words after it look like a title. `facts` are what else is seen of it, for the weights.
    A `passing` number ("Action 4", "Appendix B") is its line's alone, and nothing stands under it. `end` is where the
    words after the number begin in the line's text.
    """

    label: str
    shape: str
    value: tuple[int, ...]
    heading: bool
    facts: tuple[str, ...] = ()
    passing: bool = False
    end: int = 0


@dataclass(frozen=True, slots=True)
class NumberedLine:
    """A line with what its opening may number. `heading`: whether it looks like a title where it has no number."""

    readings: tuple[Reading, ...]
    heading: bool
    look: Look
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Level:
    """A number above the present line, with its line's look. `highest` is the greatest of its list so far."""

    reading: Reading
    look: Look
    facts: tuple[str, ...] = ()
    highest: int = 0


@dataclass(frozen=True, slots=True)
class Outline:
    """The numbers above the present line, outermost first, `depth` of them in force; those beyond may be taken up again.

    `interrupted` are the numbers that a list apart from them (a list of actions, a table) has broken into.
    """

    levels: tuple[Level, ...] = ()
    depth: int = 0
    interrupted: tuple[Level, ...] | None = None

    @property
    def path(self) -> tuple[str, ...]:
        """The printed numbers that a line without one stands under."""
        return tuple(level.reading.label for level in self.levels[: self.depth])

    @property
    def item(self) -> int:
        """How many of the levels in force lead to the last numbered title; all where none is one."""
        titles = [n for n, level in enumerate(self.levels[: self.depth], 1) if level.reading.heading]
        return titles[-1] if titles else self.depth

    @property
    def list_over(self) -> int:
        """How many stay in force once a list is over: down to the item, or the outermost number."""
        return self.item if self.item < self.depth else min(1, self.depth)


@dataclass(frozen=True, slots=True)
class Step:
    """One way to go on: the outline after a line, the numbers that lead to it, its reading where it carries a number."""

    outline: Outline
    label: tuple[str, ...]
    reading: Reading | None
    features: tuple[str, ...]
