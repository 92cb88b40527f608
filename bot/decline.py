"""When not to answer. A year, a body, a name or a number in the question that no evidence has is a reason to decline.

Declining is an answer: it says what was looked for, where, and what was found instead.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.evidence import NEIGHBOUR, Weights, Window
from bot.question import Question
from bot.terms import stem
from bot.types import Citation, Reason

ENOUGH_COVERAGE = 0.52  # of the question's weight, by the chosen windows and what stands around them
ENOUGH_NEAR = 0.3  # of the question's weight, in the chosen windows, their headings or right beside them

_NUMBER_WORDS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
]
_MUNICIPAL_YEAR = re.compile(r"\b(20\d\d|19\d\d)\s?[/-]\s?(\d\d|20\d\d)\b")
_CAPITALISED = re.compile(r"\b[A-Z][\w’']*(?:[ -](?:and |of |for |the |in |to )?[A-Z][\w’']*)+")
_NEW_MUNICIPAL_YEAR = 5  # May, when councils hold their annual meetings


@dataclass(frozen=True, slots=True)
class Decline:
    """Why there is no answer, and what of the question no evidence has."""

    reason: Reason
    lacking: str


def judge(question: Question, chosen: Sequence[Window], weights: Weights) -> Decline | None:
    """A reason to decline, or None where the chosen windows carry the question."""
    if not chosen:
        return Decline("nothing_found", "")
    if lacking := [name for name in _asked_names(question) if not _named(name, chosen)]:
        return Decline("nothing_found", " and ".join(f"“{name}”" for name in lacking))
    if lacking := [number for number in sorted(question.numbers) if not _numbered(number, chosen)]:
        return Decline("nothing_found", " and ".join(f"“{number}”" for number in lacking))
    if lacking := [year for year in sorted(question.years) if not _dated(year, question.text, chosen)]:
        if not question.across or len(lacking) == len(question.years):
            return Decline("other_year", " and ".join(lacking))
    return None if _covered(chosen, weights) else Decline("nothing_found", "")


def _covered(chosen: Sequence[Window], weights: Weights) -> bool:
    placed: dict[str, float] = {}
    for window in chosen:
        for word, nearness in window.placed.items():
            placed[word] = max(placed.get(word, 0.0), nearness)
    near = {word: nearness for word, nearness in placed.items() if nearness >= NEIGHBOUR}
    return weights.coverage(placed) >= ENOUGH_COVERAGE and weights.coverage(near) >= ENOUGH_NEAR


def _asked_names(question: Question) -> list[str]:
    own = [w for w in question.terms if w.stem in question.names and w.stem not in question.carried]
    return [word.text for word in own]


def _named(name: str, chosen: Sequence[Window]) -> bool:
    word = stem(name)
    if any(word in window.own or word in window.around for window in chosen):
        return True
    return name.isupper() and any(_initials(name, window) for window in chosen)


def _initials(letters: str, window: Window) -> bool:
    """Whether words with these initials stand in a window or in its heading: GMA, General Municipal Allocation."""
    text = f"{window.text}\n{window.paragraphs[0].heading}\n{window.paragraphs[0].paper.title}"
    runs = (re.findall(r"[A-Z]", match[0]) for match in _CAPITALISED.finditer(text))
    return any(letters in "".join(capitals) for capitals in runs)


def _numbered(number: str, chosen: Sequence[Window]) -> bool:
    for window in chosen:
        label = {stem(part) for part in window.paragraphs[0].label}
        if number in window.own or number in window.around or number in label:
            return True
        when = window.paragraphs[0].paper.date
        if when and number.isdigit() and int(number) == when.day:
            return True
    return False


def _dated(year: str, question: str, chosen: Sequence[Window]) -> bool:
    spans = {int(m[1]) for m in _MUNICIPAL_YEAR.finditer(question)}
    for window in chosen:
        if any(found.startswith(year) for found in window.placed):
            return True
        when = window.paragraphs[0].paper.date
        if when and (when.year == int(year) or (int(year) in spans and _municipal(when) == int(year))):
            return True
    return False


def _municipal(when: date) -> int:
    return when.year if when.month >= _NEW_MUNICIPAL_YEAR else when.year - 1


def tell(question: Question, refusal: Decline, near: Sequence[Citation]) -> str:
    """The words of a refusal: what was looked for, and what was found instead, with its citation."""
    sought = ", ".join(dict.fromkeys(word.text for word in question.terms))
    lines = [f"The papers held do not say. Looked for: {sought}."]
    if refusal.lacking:
        lines.append(f"Nothing that was found speaks of {refusal.lacking}.")
    for citation in near:
        lines.append(f"Found instead, {_where(citation)}: “{' '.join(citation.quote.split())}” [{citation.n}]")
    return "\n\n".join(lines)


def _where(citation: Citation) -> str:
    when = f", {citation.date.day} {citation.date:%B %Y}" if citation.date else ""
    return f"{citation.body or citation.title or citation.file}{when}"
