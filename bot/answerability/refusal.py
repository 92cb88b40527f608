"""Why a question is declined, and what of it the papers lack."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.types import Evidence, Reason


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why there is no answer.

    `lacking` is what of the question no evidence has, in words that a reader can be told: names and figures in quotation
    marks, a meeting's day, the paragraphs of Schedule 12A; "" where nothing in particular is lacking. `near` is what was
    found instead, if anything.
    """

    reason: Reason
    lacking: str = ""
    near: Evidence | None = None


def quoted(lacking: Sequence[str]) -> str:
    """What is lacking as a sentence names it: “Marl”, “Orren” or “283”."""
    marked = [f"“{one}”" for one in lacking]
    return " or ".join(filter(None, [", ".join(marked[:-1]), *marked[-1:]]))
