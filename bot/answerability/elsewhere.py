"""Whether a question asks of one meeting whose papers are not held.

What happened at a meeting is often told in other papers: only where no evidence speaks of it is it not held.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.answerability.constraints import of_body
from bot.answerability.refusal import Refusal
from bot.query.scoping import fit
from bot.query.terms import MEETING_STEMS, stem, stems
from bot.types import Evidence, Query
from index.scope import Period, Scope


def away(query: Query, evidence: Sequence[Evidence]) -> Refusal | None:
    """The refusal of a question of one meeting, by body and by day or month, that is not held; None where any is told of it."""
    scope = query.scope
    if len(scope.whose) > 1 or len(scope.periods) != 1 or query.question.wants == "when":
        return None
    period, said = scope.periods[0], stems(query.text)
    if period.meetings or not period.of_a_meeting:
        return None
    named = said & MEETING_STEMS if scope.bodies else period.exact == "day" and stem("meeting") in said
    if not named or any(_tells_of(period, scope, one) for one in evidence):
        return None
    return Refusal("not_held", period.words, evidence[0] if evidence else None)


def _tells_of(period: Period, scope: Scope, one: Evidence) -> bool:
    """Whether evidence speaks of a body's meeting in a period: it names the time, or is of a paper that came right after."""
    paper = one.lead.paper
    if fit(period, None, one.text) > 0:
        return True
    if period.holds(paper.days) and any(stems(body) <= stems(one.text) for body in scope.bodies):
        return True
    return bool(scope.bodies) and of_body(paper, scope) and fit(period, paper.days, one.text) > 0
