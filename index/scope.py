"""What a question says about where to look: bodies, dates, kinds and printed numbers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from corpus.types import PaperKind


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time that a question names, in its own words; `meetings` are the days in it on which a held meeting met."""

    since: date
    until: date
    words: str
    meetings: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class Scope:
    """What was inferred from a question. It ranks; it cuts only where the caller says so."""

    bodies: tuple[str, ...] = ()
    periods: tuple[Period, ...] = ()
    kinds: tuple[PaperKind, ...] = ()
    numbers: tuple[str, ...] = ()


def read(question: str, bodies: Iterable[str], meeting_dates: Iterable[date], today: date) -> Scope:
    """What a question says about bodies, dates, kinds and numbers, given the bodies and meetings held."""
    del question, bodies, meeting_dates, today
    return Scope()
