"""The reader's own day, and how a day is written in an answer: "4 March 2031"."""

from __future__ import annotations

from datetime import date, datetime

from index.types import Days


def today() -> date:
    """The day that it is for the reader, by the clock of this machine."""
    return datetime.now().date()  # noqa: DTZ005 - the reader's own day


def written(when: date | Days | None) -> str:
    """A day in words, or a month where no day is printed; "" where there is neither."""
    if isinstance(when, Days):
        return written(when.day) or f"{when.first:%B %Y} (day not printed)"
    return f"{when.day} {when:%B %Y}" if when else ""


def on(when: Days) -> str:
    """The same with its preposition: "on 4 March 2031", "in March 2031 (day not printed)"."""
    return f"{'on' if when.day else 'in'} {written(when)}"
