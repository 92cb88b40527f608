"""What an answer leaves out of a question that names several periods or bodies.

A partial answer that passes for a whole one misleads. Said without cause it makes a whole answer look partial, so a word
that is not met is no sign: only a period or a body of which nothing is quoted.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.answerability.names import names_body
from bot.query.scoping import fit
from bot.types import Evidence, Query
from index.words import words_of_file


def missing(query: Query, evidence: Sequence[Evidence]) -> str | None:
    """A line on the periods and bodies, of several named, that no evidence is of; None where it leaves none out."""
    lacking = [*_periods(query, evidence), *(f"the {body}" for body in _bodies(query, evidence))]
    if not lacking:
        return None
    return f"Nothing was found for {' or '.join(lacking)}."


def _periods(query: Query, evidence: Sequence[Evidence]) -> list[str]:
    """The periods, of several, that no evidence is of or speaks of; none where it speaks of none at all."""
    periods = query.scope.periods
    if len({period.words for period in periods}) < len(periods):
        return []  # one month of several years: whichever is meant
    lacking = [p.words for p in periods if not any(fit(p, one.lead.paper.days, one.text) > 0 for one in evidence)]
    return lacking if len(lacking) < len(periods) else []


def _bodies(query: Query, evidence: Sequence[Evidence]) -> list[str]:
    """The bodies, of several, that no evidence is of or names; none where it names none at all."""
    shared = {body for one in query.scope.shared for body in one.bodies}
    bodies = [body for body in query.scope.bodies if body not in shared]
    lacking = [body for body in bodies if not any(_is_of(body, one) for one in evidence)]
    return lacking if len(lacking) < len(bodies) else []


def _is_of(body: str, one: Evidence) -> bool:
    lead = one.lead
    said = f"{one.text}\n{lead.heading}\n{lead.paper.title}\n{words_of_file(lead.paper.file)}"
    return lead.paper.body == body or names_body(said, body)
