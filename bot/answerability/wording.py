"""The words of a refusal: what was looked for and where, what no paper speaks of, and what was found instead."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.answerability.judging import Decline
from bot.reading.lexical import Asked
from bot.rendering.days import written
from bot.types import Citation
from index.types import Days, Filter

NEAREST = 2  # meetings named where one asked for is not held


@dataclass(frozen=True, slots=True)
class Where:
    """Where was looked: what the answer says was searched, and the meetings (body and days) that the reader may see.

    `allowed` are the papers that the reader allows.
    """

    searched: str
    meetings: tuple[tuple[str | None, Days], ...] = ()
    allowed: Filter = field(default_factory=Filter)


def tell(asked: Asked, refusal: Decline, near: Sequence[Citation], where: Where) -> str:
    """The words of a refusal, what was found instead with its citation."""
    if refusal.reason == "exempt":
        return "\n\n".join([_exempt(refusal), *(_found("The papers say", citation) for citation in near)])
    if refusal.reason == "off_topic":
        return f"That is no question that the papers held answer: they are {where.searched}."
    question = asked.question
    sought = ", ".join(dict.fromkeys(word.text for word in question.terms if word.stem not in question.carried))
    searched = f" in {where.searched}" if where.searched else ""
    looked = f" Looked for: {sought}{searched}." if sought else ""
    lines = [f"{_opening(asked, refusal, where)}{looked}"]
    if refusal.lacking and refusal.reason not in ("not_held", "false_premise"):
        lines.append(f"Nothing that was found speaks of {refusal.lacking}.")
    opening = _INSTEAD.get(refusal.reason, "Found instead")
    lines.extend(_found(opening, citation) for citation in near)
    return "\n\n".join(lines)


_INSTEAD = {
    "other_year": "Found, but for another time",
    "other_body": "Found, but of another body",
    "other_person": "Found, but of somebody else",
    "not_held": "The nearest that was found",
    "false_premise": "What the papers say",
}


def _opening(asked: Asked, refusal: Decline, where: Where) -> str:
    if refusal.reason == "false_premise":
        return f"The papers held do not say that {refusal.lacking}."
    if refusal.reason != "not_held":
        return "The papers held do not say."
    scope, period = asked.scoping.scope, asked.scoping.scope.periods[0]
    bodies, named = scope.whose, (*scope.bodies, *scope.councils)
    days = {day for of, day in where.meetings if of in bodies or not bodies}
    nearest = sorted(sorted(days, key=lambda day: abs(day.first - period.since))[:NEAREST])
    told = " and ".join(map(written, nearest))
    of = f" of {'the ' if scope.bodies else ''}{named[0]}" if bodies else ""
    held = f" The nearest of those held{' of it' if bodies else ''}: {told}." if told else ""
    return f"No papers are held of a meeting{of}, {refusal.lacking}.{held}"


def _exempt(refusal: Decline) -> str:
    under = (
        f" under paragraph {refusal.lacking} of Schedule 12A to the Local Government Act 1972"
        if refusal.lacking
        else ""
    )
    return f"This was dealt with as an exempt item{under}: the public papers do not give it."


def _found(opening: str, citation: Citation) -> str:
    return f"{opening}, {_where(citation)}: “{' '.join(citation.quote.split())}” [{citation.n}]"


def _where(citation: Citation) -> str:
    when = f", {written(citation.days)}" if citation.days else ""
    return f"{citation.body or citation.title or citation.file}{when}"
