"""Passages to be lied about: a passage, a sentence of prose that it carries, and honest ways to tell it."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.grounding.quoted import Quoted
from bot.reading.sentences import sentences

_LEAD = re.compile(
    r"^\W*(?:(?:AGREED|RESOLVED|Resolved|Agreed)\W+)?(?:\((?:\d+|[a-z]|[ivx]+)\)\s*|\d+(?:\.\d+)*[.)]?\s+)?"
)


@dataclass(frozen=True, slots=True)
class Case:
    """A passage under label 1, another under label 2, and a plain sentence that the first carries."""

    first: Quoted
    second: Quoted
    plain: str
    other: str


def statement(quoted: Quoted) -> str:
    """The first sentence of a quotation as a sentence of prose, without its full stop; what it is of is said first."""
    said = sentences(_LEAD.sub("", quoted.citation.quote))
    bare = said[0].text.rstrip(" .;:,") if said else ""
    if not re.match(r"That\b", bare):
        return bare
    that = f"that{bare[4:]}"
    opening = {"resolution": "It was resolved", "recommendation": "It was recommended", "motion": "It was moved"}
    return f"{opening.get(quoted.type, 'The minutes record')} {that}"


def honest(case: Case) -> list[str]:
    """Sentences that the passages do carry, in words close to theirs: they should be kept."""
    citation, plain = case.first.citation, case.plain
    told = [f"{plain} [1]."]
    words = re.sub(r"^It was (?:resolved|recommended|moved) |^The minutes record ", "", plain)
    if '"' not in words and "“" not in words:
        held = words if words in citation.quote else words[0].upper() + words[1:]
        lead = {"recommendation": "It was recommended", "motion": "It was moved"}.get(case.first.type, "The paper says")
        told.append(f"{lead}: “{held}” [1].")
    if case.first.type == "resolution" and citation.kind == "minutes" and citation.body and citation.date:
        when = f"{citation.date.day} {citation.date:%B %Y}"
        told.append(f"On {when} the {citation.body} resolved {words} [1].")
        told.append(f"The {citation.body} agreed {words} [1].")
    told.append(
        f"{plain} [1], and {case.other[0].lower() + case.other[1:] if case.other.startswith('It was') else case.other} [2]."
    )
    return told


def cases(quoted: Sequence[Quoted], rng: random.Random) -> list[Case]:
    """A case for each passage, with another passage, chosen by chance, beside it."""
    made = []
    for first in quoted:
        second = rng.choice([one for one in quoted if one.citation.file != first.citation.file] or list(quoted))
        made.append(Case(first, second, statement(first), statement(second)))
    return made
