"""Evidence to be lied about: a sentence of prose that it carries, and honest ways to tell it."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.reading.sentences import sentences
from bot.types import Evidence
from corpus.types import ParagraphType
from index.types import HeldPaper

_LEAD = re.compile(
    r"^\W*(?:(?:AGREED|RESOLVED|Resolved|Agreed)\W+)?(?:\((?:\d+|[a-z]|[ivx]+)\)\s*|\d+(?:\.\d+)*[.)]?\s+)?"
)
_OPENING = re.compile(r"^It was (?:resolved|recommended|moved) |^The minutes record ")


@dataclass(frozen=True, slots=True)
class Case:
    """A plain sentence, without its full stop, that evidence carries; other evidence, and a sentence that that carries."""

    evidence: tuple[Evidence, ...]
    plain: str
    second: Evidence
    other: str

    @property
    def quote(self) -> str:
        """The words of the evidence."""
        return "\n".join(one.text for one in self.evidence)

    @property
    def paper(self) -> HeldPaper:
        """The paper that the evidence stands in."""
        return self.evidence[0].lead.paper

    @property
    def type(self) -> ParagraphType:
        """What the evidence is in it."""
        return self.evidence[0].lead.type


def statement(evidence: Evidence) -> str:
    """The first sentence of evidence as a sentence of prose, without its full stop; what it is of is said first."""
    said = sentences(_LEAD.sub("", evidence.text))
    bare = said[0].text.rstrip(" .;:,") if said else ""
    if not re.match(r"That\b", bare):
        return bare
    that = f"that{bare[4:]}"
    opening = {"resolution": "It was resolved", "recommendation": "It was recommended", "motion": "It was moved"}
    return f"{opening.get(evidence.lead.type, 'The minutes record')} {that}"


def honest(case: Case) -> list[str]:
    """Sentences that evidence does carry, in words close to its own, they should be kept."""
    paper, plain = case.paper, case.plain
    told = [f"{plain}."]
    words = _OPENING.sub("", plain)
    if '"' not in words and "“" not in words:
        held = words if words in case.quote else words[0].upper() + words[1:]
        lead = {"recommendation": "It was recommended", "motion": "It was moved"}.get(case.type, "The paper says")
        told.append(f"{lead}: “{held}”.")
    if case.type == "resolution" and paper.kind == "minutes" and paper.body and paper.date:
        told.append(f"On {paper.date.day} {paper.date:%B %Y} the {paper.body} resolved {words}.")
        told.append(f"The {paper.body} agreed {words}.")
    return told


def cases(found: Sequence[Evidence], rng: random.Random) -> list[Case]:
    """A case for each piece of evidence, with another, chosen by chance, beside it."""
    return [case_of((first,), statement(first), found, rng) for first in found]


def case_of(evidence: tuple[Evidence, ...], plain: str, others: Sequence[Evidence], rng: random.Random) -> Case:
    """A case of a sentence that evidence carries, with other evidence beside it: of another file, where there is any."""
    file = evidence[0].lead.paper.file
    second = rng.choice([one for one in others if one.lead.paper.file != file] or list(others))
    return Case(evidence, plain, second, statement(second))
