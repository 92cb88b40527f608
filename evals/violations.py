"""A place where an invariant of parsed papers does not hold."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from corpus.types import Paper, Paragraph

_SHOWN = 140  # characters of the paragraph's words


@dataclass(frozen=True, slots=True)
class Violation:
    """A place where an invariant does not hold. `about` says how; `weight` counts the paragraphs that are misplaced by it."""

    invariant: str
    file: str
    part: int
    page: int | None
    locator: str
    words: str
    about: str = ""
    weight: int = 1


Invariant: TypeAlias = Callable[[Paper], Iterator[Violation]]


def violation(invariant: str, paper: Paper, at: Paragraph, about: str = "", weight: int = 1) -> Violation:
    """The violation of a paper that shows at a paragraph."""
    return Violation(invariant, paper.file, paper.part, at.page, at.locator, at.text[:_SHOWN], about, weight)
