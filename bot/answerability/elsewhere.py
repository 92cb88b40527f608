"""Whether what was found is of another meeting, another time or another body than the question names.

What happened at a meeting is often told in other papers: only where nothing chosen speaks of it is it elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.query.scoping import fit
from bot.query.terms import stems
from bot.reading.lexical import Asked, Window
from corpus.councils import place_of
from index.bodies import GENERIC
from index.scope import Period, Scope
from index.types import HeldPaper

_AT_A_MEETING = re.compile(
    r"\bmeetings?\b|\b(?:decid|resolv|resolution|agree|approv|adopt|recommend|minute|attend|settle|discuss|debat|consider|defer|refus|"
    r"reject|endors|appoint|elect)\w*|\b(?:vote[ds]?|said|say|told|tell|chair|present|ask|asked|turn(?:ed)? down)\b",
    re.IGNORECASE,
)
_SMALL_STEMS = stems("the of and for in")


def away(asked: Asked, chosen: Sequence[Window]) -> Period | None:
    """The one meeting that the question names, by body and by day or month, whose papers are not held.

    None where its papers are held, or where what was found tells of it: later papers often do.
    """
    scope = asked.scoping.scope
    bodies, periods = scope.bodies, scope.periods
    if len(scope.whose) > 1 or len(periods) != 1 or periods[0].meetings or asked.question.wants == "when":
        return None
    period, text = periods[0], asked.question.text
    named = _AT_A_MEETING.search(text) if bodies else period.exact == "day" and re.search(r"\bmeetings?\b", text)
    if not period.of_a_meeting or not named:
        return None
    return None if any(_tells_of(period, scope, window) for window in chosen) else period


def _tells_of(period: Period, scope: Scope, window: Window) -> bool:
    """Whether words speak of a body's meeting in a period: they name the time, or are of a paper that came right after."""
    paper = window.paragraphs[0].paper
    if fit(period, None, window.text) > 0:
        return True
    if period.holds(paper.days) and any(stems(body) <= stems(window.text) for body in scope.bodies):
        return True
    return bool(scope.bodies) and of_body(paper, scope) and fit(period, paper.days, window.text) > 0


def elsewhen(asked: Asked, chosen: Sequence[Window]) -> list[str]:
    """The periods that the question names, where no paper chosen is of any of them."""
    periods = asked.scoping.scope.periods
    held = [window.paragraphs[0].paper.days for window in chosen]
    return [] if any(period.may_hold(when) for period in periods for when in held) else [p.words for p in periods]


def done_by_others(asked: Asked, chosen: Sequence[Window]) -> tuple[str, ...]:
    """The body of which the question asks what it did, where all that is chosen is of others and does not name it."""
    bodies = asked.scoping.scope.bodies
    if len(bodies) != 1 or not of_others(asked, chosen):
        return ()
    acts = re.search(
        rf"\b(?:did|has|had|does|would|will|wouldn[’']t|didn[’']t)\s+(?:the\s+)?{re.escape(bodies[0])}\b",
        asked.question.text,
        re.IGNORECASE,
    )
    spoken_of = any(
        stems(bodies[0]) - _SMALL_STEMS <= stems(f"{window.text} {window.paragraphs[0].heading}") for window in chosen
    )
    return bodies if acts and not spoken_of else ()


def done_by_another_council(asked: Asked, chosen: Sequence[Window]) -> tuple[str, ...]:
    """The councils that the question names, where all that is chosen is of other councils and speaks of none of them."""
    scope = asked.scoping.scope
    if not chosen or not all(scope.is_of_others(window.paragraphs[0].paper) for window in chosen):
        return ()
    said = frozenset().union(*(stems(f"{window.text} {window.paragraphs[0].heading}") for window in chosen))
    return () if any(stems(" ".join(place_of(one))) <= said for one in scope.councils) else scope.councils


def is_council(name: frozenset[str], scope: Scope) -> bool:
    """Whether a name's stems are those of a council that the question names: "Orren Council"."""
    return any(name <= stems(f"{' '.join(place_of(one))} council") for one in scope.councils)


def of_others(asked: Asked, chosen: Sequence[Window]) -> bool:
    """Whether all that was found is of other bodies than the one the question names."""
    scope = asked.scoping.scope
    return bool(scope.whose) and not any(of_body(window.paragraphs[0].paper, scope) for window in chosen)


def of_body(paper: HeldPaper, scope: Scope) -> bool:
    """Whether a paper is of a body that a question names, or may be: it names none, or is filed under what tells the body."""
    if scope.is_of_others(paper):
        return False
    bodies = scope.whose
    if paper.body is None or paper.body in bodies:
        return True
    filed = stems(re.sub(r"[/_.-]", " ", f"{paper.body} {paper.file} {paper.title}"))
    telling = [
        stems(" ".join(word for word in body.split() if word.lower() not in GENERIC)) - _SMALL_STEMS for body in bodies
    ]
    return any(words and words <= filed for words in telling)
