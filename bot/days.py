"""How a day is written in an answer: "4 March 2031"."""

from __future__ import annotations

from datetime import date


def written(day: date | None) -> str:
    """A day in words; "" where there is none."""
    return f"{day.day} {day:%B %Y}" if day else ""
