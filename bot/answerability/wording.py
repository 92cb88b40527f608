"""The words of a refusal: that the papers do not say, what was looked for and where, and what was found instead."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from bot.answerability.refusal import Refusal
from bot.rendering.days import written
from bot.types import Citation, Query, Reason
from index.types import Days, Filter

NEAREST = 2
"""Meetings named where one asked for is not held."""

_INSTEAD: Mapping[Reason, str] = {
    "other_year": "Found for another time",
    "other_body": "Found in the papers of another body",
    "other_person": "Found for somebody else",
    "not_held": "The nearest that was found",
    "false_premise": "What the papers say",
    "exempt": "What the public papers say",
}


@dataclass(frozen=True, slots=True)
class Where:
    """Where was looked: the papers that were searched, in words, and the meetings (body and days) that the reader may see.

    `allowed` are the papers that the reader allows.
    """

    searched: str
    meetings: tuple[tuple[str | None, Days], ...] = ()
    allowed: Filter = field(default_factory=Filter)


def tell(query: Query, refusal: Refusal, near: Sequence[Citation], where: Where) -> str:
    """The words of a refusal, and what was found instead (`near`) with its citation."""
    told = [_opening(query, refusal, where)]
    if refusal.lacking and refusal.reason in ("nothing_found", "other_person"):
        told.append(f"Nothing that was found mentions {refusal.lacking}.")
    elif refusal.lacking and refusal.reason in ("other_year", "other_body"):
        told.append(f"Nothing was found for {refusal.lacking}.")
    instead = _INSTEAD.get(refusal.reason, "The nearest that was found")
    return "\n\n".join([*told, *(_found(instead, citation) for citation in near)])


def _opening(query: Query, refusal: Refusal, where: Where) -> str:
    """Why there is no answer, and what was looked for where this says anything."""
    if refusal.reason == "exempt":
        return _exempt(refusal.lacking)
    if refusal.reason == "off_topic":
        held = f" ({where.searched})" if where.searched else ""
        return f"That is not a question about the papers held{held}. Ask what a meeting heard, discussed or decided."
    if refusal.reason == "not_held":
        reason = _not_held(query, refusal.lacking, where)
    elif refusal.reason == "false_premise":
        denied = f"that {refusal.lacking}" if refusal.lacking else "what the question takes for granted"
        reason = f"The papers held do not say {denied}."
    else:
        reason = "The papers held do not say."
    return f"{reason}{_looked(query, where)}"


def _looked(query: Query, where: Where) -> str:
    """What was looked for and where: " Searched 4 papers of the Harbour Committee for: swans, bells."."""
    question = query.question
    sought = ", ".join(dict.fromkeys(word.text for word in question.terms if word.stem not in question.carried))
    if not sought:
        return ""
    return f" Searched {where.searched}, for: {sought}." if where.searched else f" Searched for: {sought}."


def _not_held(query: Query, asked: str, where: Where) -> str:
    """That the papers of a meeting are not held, and which meetings are nearest."""
    scope = query.scope
    named = [*(f"the {body}" for body in scope.bodies), *scope.councils][:1]
    of = f" of {named[0]}" if named else ""
    if not scope.periods:
        return f"No papers of that meeting{of} are held."
    period = scope.periods[0]
    days = {day for body, day in where.meetings if body in scope.whose or not scope.whose}
    nearest = sorted(sorted(days, key=lambda day: abs(day.first - period.since))[:NEAREST])
    when = f"{'on' if period.exact == 'day' else 'in'} {asked or period.words}"
    held = f" The nearest meetings whose papers are held: {' and '.join(map(written, nearest))}." if nearest else ""
    return f"No papers are held of a meeting{of} {when}.{held}"


def _exempt(paragraphs: str) -> str:
    under = f" under paragraph {paragraphs} of Schedule 12A to the Local Government Act 1972" if paragraphs else ""
    return f"This was dealt with as an exempt item{under}, so the public papers do not give it."


def _found(opening: str, citation: Citation) -> str:
    when = f", {written(citation.days)}" if citation.days else ""
    place = f"{citation.body or citation.title or citation.file}{when}"
    return f"{opening} ({place}): “{' '.join(citation.quote.split())}” [{citation.n}]"
