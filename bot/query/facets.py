"""What a question asks of each of several periods: the words beside a period are asked of it, and of no other.

"What limit was set in January, and how did the price compare in May?" asks two things, each of its own meeting. A period
that is named with no words of its own ("in 2018, 2019 and 2020") shares those of the period before it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.query.question import Question, Wants, is_date_word
from bot.query.question import read as read_question
from bot.query.terms import content
from index.scope import Period

# Where the words of one period end and those of the next begin, the plainest sign first.
_BOUNDARIES = (
    re.compile(r"[.?!]\s+"),
    re.compile(r"[;:]\s+"),
    re.compile(r",?\s+(?:and|but|then)\s+(?=(?:by|in|on|at|from)\s|what|how|who|when|was|were|had|did)", re.IGNORECASE),
    re.compile(r",\s+"),
    re.compile(r"\s(?:and|then)\s+", re.IGNORECASE),
)
_ASKS = re.compile(r"\b(?:what|which|who|whom|whose|when|where|why|how|did|has|have|had|was|were)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Facet:
    """A period, the stems that are asked of it, those that the clauses before lend it, what it wants, and all their text."""

    period: Period
    own: frozenset[str]
    lent: frozenset[str]
    wants: Wants
    text: str


@dataclass(frozen=True, slots=True)
class _Clause:
    """A stretch of the question with the periods named in it, and the stems of its words, dates apart."""

    text: str
    periods: tuple[Period, ...]
    stems: frozenset[str]


def read(question: Question, periods: Sequence[Period]) -> tuple[Facet, ...]:
    """The facets of a question, in the order named; none where it names fewer than two periods."""
    apart = [period for period in periods if not _holds_another(period, periods)]
    if len(apart) < 2:  # noqa: PLR2004 - one period is no facet
        return ()
    clauses = _clauses(question, apart)
    facets: list[Facet] = []
    for n, clause in enumerate(clauses):
        before = frozenset[str]().union(*(other.stems for other in clauses[:n]))
        text = "".join(other.text for other in clauses[: n + 1])
        wants = _wants(question, clause, first=n == 0)
        facets += [Facet(period, clause.stems, before - clause.stems, wants, text) for period in clause.periods]
    return tuple(facets)


def _holds_another(period: Period, periods: Sequence[Period]) -> bool:
    """Whether a period holds a shorter one: "in 2018: the limit set in January …" is not asked of all 2018."""
    span = period.since, period.until
    return any(
        (other.since, other.until) != span and period.since <= other.since and other.until <= period.until
        for other in periods
    )


def _clauses(question: Question, periods: Sequence[Period]) -> list[_Clause]:
    """The question in clauses, one for each period that has words of its own; one without shares the clause before."""
    text = question.text
    spans = _spans(text, periods)
    starts = [0, *(_boundary(text, end, start) for (_, end), (start, _) in pairwise(spans)), len(text)]
    clauses: list[_Clause] = []
    for n, (period, span) in enumerate(zip(periods, spans, strict=True)):
        begin, end = starts[n], starts[n + 1]
        clause = _Clause(text[begin:end], (period,), _stems(question, begin, end))
        if clauses and not _stems(question, begin, span[0]):
            last = clauses.pop()
            clause = _Clause(last.text + clause.text, (*last.periods, period), last.stems | clause.stems)
        clauses.append(clause)
    return clauses


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


def _boundary(text: str, end: int, start: int) -> int:
    """Where, between two periods, the words of the second begin."""
    between = text[end:start]
    found = (pattern.search(between) for pattern in _BOUNDARIES)
    return end + next((match.end() for match in found if match), 0)


def _stems(question: Question, start: int, end: int) -> frozenset[str]:
    return frozenset(
        word.stem
        for word in content(question.text)
        if start <= word.start < end and not is_date_word(word.text) and word.stem not in question.dates
    )


def _wants(question: Question, clause: _Clause, *, first: bool) -> Wants:
    """What a clause wants, by its own words where it asks; else what the question does."""
    if not _ASKS.search(clause.text):
        return question.wants
    wants = read_question(clause.text).wants
    return question.wants if first and wants == "anything" else wants
