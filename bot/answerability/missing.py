"""What an answer leaves out of a question that asks two things: said only where nothing quoted speaks of the other.

A partial answer that passes for a whole one misleads. Said without cause it makes a whole answer look partial, so that a
word that is not met is no sign: only a period, a body, or a sum, date or count asked for besides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.query import question as reading
from bot.query.question import Wants
from bot.query.scoping import fit
from bot.query.terms import stems
from bot.reading.cues import answers
from bot.reading.lexical import Asked, Window
from index.bodies import GENERIC

_TOLD: dict[Wants, str] = {
    "when": "when",
    "money": "the sum",
    "quantity": "how many",
    "share": "the share",
    "vote": "how the vote went",
}
"""What is looked for by its form, and what it is called where it is missing."""


def missing(asked: Asked, chosen: Sequence[Window]) -> str | None:
    """A line on what the question asks besides and the quotations do not say; None where they leave nothing out."""
    lacking = [*_periods(asked, chosen), *_bodies(asked, chosen), *_second(asked, chosen)]
    return f"The papers held do not say {' or '.join(lacking)}, as far as was found." if lacking else None


def _periods(asked: Asked, chosen: Sequence[Window]) -> Iterator[str]:
    """The periods, of several, that no quotation is of or speaks of."""
    periods = asked.scoping.facets()
    if len({period.words for period in periods}) < len(periods):
        return  # one month of several years: whichever is meant
    lacking = [p for p in periods if not any(fit(p, w.paragraphs[0].paper.days, w.text) > 0 for w in chosen)]
    if len(lacking) < len(periods):
        yield from (f"of {period.words}" for period in lacking)


def _bodies(asked: Asked, chosen: Sequence[Window]) -> Iterator[str]:
    """The bodies, of several, that no quotation is of or names."""
    shared = {body for one in asked.scoping.scope.shared for body in one.bodies}
    bodies = [body for body in asked.scoping.scope.bodies if body not in shared]
    lacking = [body for body in bodies if not any(_is_of(body, window) for window in chosen)]
    if len(lacking) < len(bodies):
        yield from (f"of the {body}" for body in lacking)


def _is_of(body: str, window: Window) -> bool:
    lead = window.paragraphs[0]
    telling = stems(" ".join(word for word in body.split() if word.lower() not in GENERIC)) or stems(body)
    said = f"{window.text} {lead.heading} {lead.paper.title} {lead.paper.file.replace('/', ' ').replace('-', ' ')}"
    return lead.paper.body == body or telling <= stems(said)


def _second(asked: Asked, chosen: Sequence[Window]) -> Iterator[str]:
    """A sum, a date or a count that is asked for besides, where no quotation holds one."""
    clause = asked.question.text_besides
    wants = reading.read(f"{clause}?").wants if clause else "anything"
    if re.match(r"(?:by |since |until |from |on |in |at )?when\b", clause, re.IGNORECASE):
        wants = "when"
    if wants == asked.question.wants or wants not in _TOLD:
        return
    if not any(answers(wants, window.paragraphs, window.text) for window in chosen):
        yield _TOLD[wants]
