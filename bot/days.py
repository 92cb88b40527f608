"""The reader's own day, and how a day is written in an answer: "4 March 2031"."""

from __future__ import annotations

from datetime import date, datetime


def today() -> date:
    """The day that it is for the reader, by the clock of this machine."""
    return datetime.now().date()  # noqa: DTZ005 - the reader's own day


def written(day: date | None) -> str:
    """A day in words; "" where there is none."""
    return f"{day.day} {day:%B %Y}" if day else ""
