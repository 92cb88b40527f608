"""The parts of a question that are read one by one: one for each of several periods, or of several bodies.

"What limit was set in January, and how did the price compare in May?" asks two things, each of its own meeting. A period
that is named with no words of its own ("in 2018, 2019 and 2020") shares those of the period before it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from bot.query.ambiguity import Several
from bot.query.question import Question, is_date_word, read
from bot.query.scoping import within
from bot.query.terms import content
from bot.types import Query
from corpus.lexicon_questions import LOOSE, QUESTION_WORDS, WHETHER
from index.scope import Period

_JOINT = re.compile(
    r"([.?!]\s+)|([;:]\s+)|(,?\s+(?:and|but|then)\s+(?=(?:by|in|on|at|from|what|how|who|when|where|which|was|were|had|did)\b))"
    r"|(,\s+)|(\s(?:and|then)\s+)",
    re.IGNORECASE,
)
"""Where the words of one period end and those of the next begin, the plainest sign as the first group."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a question: the period or body that it is of, and what is asked of that alone."""

    name: str
    query: Query


@dataclass(frozen=True, slots=True)
class _Clause:
    """A stretch of the question, and where in the question the periods that it names stand, by their places."""

    start: int
    end: int
    spans: Mapping[int, tuple[int, int]]


def by_period(query: Query) -> list[Part]:
    """A part for each period that the question names, in the order named; none where it names fewer than two."""
    periods = [one for one in query.scope.periods if not _holds_another(one, query.scope.periods)]
    if len({period.words for period in periods}) < max(2, len(periods)):
        return []  # a month of several years: whichever is meant
    parts: list[Part] = []
    lent, default = "", query.question.wants
    for clause in _clauses(query.question, periods):
        own = query.text[clause.start : clause.end]
        wants = default if (WHETHER | QUESTION_WORDS).isdisjoint(own.lower().split()) else read(own).wants
        wants = default if not lent and wants == "anything" else wants
        for place in clause.spans:
            question = read(f"{_cut(lent + _of_period(query.text, clause, place))}?")
            question = replace(question, wants=wants, carried=query.question.carried & {w.stem for w in question.terms})
            scope, allowed = replace(query.scope, periods=(periods[place],)), within(query.allowed, periods[place])
            parts.append(Part(periods[place].words, replace(query, question=question, scope=scope, allowed=allowed)))
        lent += f"{_cut(_of_period(query.text, clause))}, "
    return parts


def by_body(query: Query, several: Several) -> list[Part]:
    """A part for each body, or council, that a name in the question fits: the same question, of that one alone."""
    parts = []
    for name, bodies in several.fits.items():
        scope = replace(query.scope, bodies=tuple(sorted(bodies)), shared=())
        parts.append(Part(name, replace(query, scope=scope, allowed=replace(query.allowed, bodies=bodies))))
    return parts


def _holds_another(period: Period, periods: Sequence[Period]) -> bool:
    """Whether a period holds a shorter one: "in 2018: the limit set in January …" is not asked of all 2018."""
    span = period.since, period.until
    return any(
        (other.since, other.until) != span and period.since <= other.since and other.until <= period.until
        for other in periods
    )


def _spans(text: str, periods: Sequence[Period]) -> list[tuple[int, int]]:
    """Where each period is named; at the end of the text for one that is named in other words ("the last meeting")."""
    spans: list[tuple[int, int]] = []
    at = 0
    for period in periods:
        start = text.find(period.words, at)
        start = start if start >= 0 else len(text)
        at = min(start + len(period.words), len(text))
        spans.append((start, at))
    return spans


def _clauses(question: Question, periods: Sequence[Period]) -> list[_Clause]:
    """The question in clauses, one for each period that has words of its own; one without shares the clause before."""
    text, spans = question.text, _spans(question.text, periods)
    starts = [0, *(_joint(text, end, start) for (_, end), (start, _) in pairwise(spans)), len(text)]
    telling = [w.start for w in content(text) if not is_date_word(w.text) and w.stem not in question.dates]
    clauses: list[_Clause] = []
    for place, ((begin, end), span) in enumerate(zip(pairwise(starts), spans, strict=True)):
        if clauses and not any(begin <= at < span[0] for at in telling):
            last = clauses.pop()
            clauses.append(_Clause(last.start, end, {**last.spans, place: span}))
        else:
            clauses.append(_Clause(begin, end, {place: span}))
    return clauses


def _joint(text: str, end: int, start: int) -> int:
    """Where, between two periods, the words of the second begin."""
    found = min(_JOINT.finditer(text, end, start), key=lambda match: match.lastindex or 0, default=None)
    return found.end() if found else end


def _of_period(text: str, clause: _Clause, place: int = -1) -> str:
    """The words of a clause with no period named in it but the one of this place."""
    spans = list(clause.spans.values())
    own, first, last = clause.spans.get(place), spans[0][0], spans[-1][1]
    between = [text[end:start] for (_, end), (start, _) in pairwise(spans)]
    if own and not any(map(_cut, between)):  # "in 2029, 2030 and 2031"
        return text[clause.start : first] + text[own[0] : own[1]] + text[last : clause.end]
    kept, at = [], clause.start
    for start, end in spans:
        kept.append(text[at:end] if (start, end) == own else _cut(text[at:start]))
        at = end
    return " ".join(" ".join((*kept, text[at : clause.end])).split()).replace(" ,", ",")


def _cut(text: str) -> str:
    """Words without what leads nowhere at their end: ", and in"."""
    words = text.split()
    while words and (words[-1].strip(",;:.?").lower() or "and") in LOOSE:
        words.pop()
    return " ".join(words).rstrip(" ,;:.?")
