"""Looks for the passages that an answer is drawn from: of the whole question, of each period it names, of each body a name fits."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from bot.query import ambiguity as ambiguous
from bot.query import facets
from bot.query.ambiguity import Several
from bot.query.question import Question
from bot.query.scoping import within
from bot.reading.vocabulary import alike
from index.opening import Index
from index.scope import Scope
from index.types import Filter, Passage

PASSAGES = 30  # looked at for one question
PART_PASSAGES = 8  # of each period, where a question names several; of each body that a name fits


@dataclass(frozen=True, slots=True)
class Sought:
    """What is looked for: a question, what papers have for its words besides, where it points, and what was asked before."""

    question: Question
    others: Mapping[str, str]
    scope: Scope
    before: str


def passages(index: Index, sought: Sought, allowed: Filter) -> list[Passage]:
    """What search finds for a question in the papers that a reader allows, best first, then for each part of it."""
    question, others, scope, before = sought.question, sought.others, sought.scope, sought.before
    offices = [other for word in question.telling for other in alike(word.text)[1:]]
    words = " ".join([question.text, *others.values(), *offices])
    found = index.search(words, allowed, scope, k=PASSAGES, background=before)
    for facet in facets.read(question, scope.periods):
        text = " ".join([facet.text, *others.values()])
        then = replace(scope, periods=(facet.period,))
        found += index.search(text, within(allowed, facet.period), then, k=PART_PASSAGES)
    named = several(index, question, scope, allowed)
    for bodies in named.fits.values() if named else ():
        found += index.search(words, replace(allowed, bodies=bodies), scope, k=PART_PASSAGES)
    return found


def several(index: Index, question: Question, scope: Scope, allowed: Filter) -> Several | None:
    """The name in a question that fits several of the bodies whose papers the reader allows."""
    return ambiguous.read(question.text, scope, index.catalogue.bodies(allowed))
