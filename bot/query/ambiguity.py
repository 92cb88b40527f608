"""What a question names that fits several: a body's name, or a month of several years.

Nobody is asked before he is answered: each body that has an answer is quoted, one after the other, and the reader is told in a
line what the name fits and offered each alone.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from bot.query.terms import MEETING_STEMS, stem
from bot.types import Answer, Choice, Query, Reason
from index.bodies import GENERIC, HEADS, SUBJECTS, words_of_body
from index.scope import Scope

MOST_NAMED = 6  # of what a name fits; how many there are besides is said

_HEADS = (*HEADS, "subcommittee", "group")
_NAME = re.compile(
    rf"\b(?:the|our|which)\s+(?=((?:[\w’'-]+,?\s+(?:and\s+)?){{1,3}}(?:{'|'.join((*_HEADS, 'sub-committee'))}))\b(?!\s+(?:tax|house|members? for)))",
    re.IGNORECASE,
)
_DEED = re.compile(
    rf"\b(?:did|does|has|had|will) (?:the )?((?:{'|'.join(SUBJECTS | {'scrutiny'})})) (\w+)", re.IGNORECASE
)
_SILENT: frozenset[Reason] = frozenset({"off_topic", "refused"})


@dataclass(frozen=True, slots=True)
class Several:
    """A name in a question and what it fits, each with the bodies whose papers are meant."""

    name: str
    fits: Mapping[str, frozenset[str]]


def several_of(question: str, scope: Scope, bodies: Sequence[str]) -> Several | None:
    """The name in a question with the bodies held that it fits: several, or the one that a shortened name can only mean.

    None where the question names bodies by names of their own, or nobody.
    """
    for shared in scope.shared:
        theirs = [body for body in shared.bodies if body in bodies]
        if set(scope.whose) <= set(shared.bodies) and len(theirs) > 1:
            return _of_bodies(shared.name, theirs)
    if scope.bodies:
        return None
    among = [body for body in bodies if not scope.of_councils or body in scope.of_councils]
    for name, words in _shortened(question):
        fitting = [body for body in among if _fits(words, words_of_body(body))]
        if len(fitting) > 1 or (fitting and len(scope.periods) < 2):  # noqa: PLR2004 - else each period is read by itself
            return _of_bodies(name, fitting)
    return None


def _shortened(question: str) -> Iterator[tuple[str, list[str]]]:
    """The names in a question that may be a body's with words left out, each with its words: "licensing", as it decides."""
    for match in _NAME.finditer(question):
        words = words_of_body(match[1])
        if len(words) > 1:  # not "the committee"
            yield f"the {' '.join(match[1].split())}", words
    for match in _DEED.finditer(question):
        if stem(match[2]) in MEETING_STEMS:
            yield match[1], words_of_body(match[1])


def only(scope: Scope, bodies: Collection[str]) -> Scope:
    """A scope without those of the bodies that a name fits whose papers the reader leaves out, as long as any is left."""
    shared = {body for one in scope.shared for body in one.bodies}
    out = shared - set(bodies)
    return scope.leaving_out({f"body {body}" for body in out}) if out < shared else scope


def told(answer: Answer, query: Query, several: Several | None) -> Answer:
    """The answer with a line on each name that fits several, and what to choose among."""
    if answer.reason in _SILENT:
        return answer
    lines, choices = [], []
    if several and len(several.fits) > 1:
        lines.append(_line(several, answer))
        choices += [Choice(name, tuple(sorted(bodies))) for name, bodies in several.fits.items()]
    for words, years in _years(query, answer):
        lines.append(f"“{words}” fits meetings of {_listed(years)}. Name a year to ask about it alone.")
        choices += [Choice(f"{words} {year}", (), int(year)) for year in years]
    return replace(answer, text="\n\n".join([*lines, answer.text]), choices=tuple(choices)) if lines else answer


def _of_bodies(name: str, bodies: Sequence[str]) -> Several:
    return Several(name, {body: frozenset([body]) for body in bodies})


def _fits(words: Sequence[str], body: Sequence[str]) -> bool:
    """Whether a name is a body's with words left out: "scrutiny committee", or "scrutiny", the Health Scrutiny Committee."""
    if not set(words) <= GENERIC | SUBJECTS:
        return False
    if words[-1] in _HEADS and words[-1:] != body[-1:]:
        return False
    left = iter(body)
    return all(word in left for word in words)


def _line(several: Several, answer: Answer) -> str:
    """The line on a name: what it fits, and whose papers answer where only one's do, or none."""
    told = () if answer.abstained else answer.citations
    named = {name for one in told for name in (one.body, one.alone)}
    quoted = [name for name, bodies in several.fits.items() if named & bodies]
    answering = f" Only papers of the {quoted[0]} were found to answer." if len(quoted) == 1 else ""
    if told and not quoted:
        answering = " None of their papers were found to answer: what is quoted is from others."
    fits = _listed(list(several.fits))
    name = several.name[0].upper() + several.name[1:]
    return f"“{name}” fits {len(several.fits)} bodies: {fits}.{answering} Name one to ask about it alone."


def _years(query: Query, answer: Answer) -> Iterator[tuple[str, list[str]]]:
    """The months and days named without a year, with the years in which a meeting was held then, if any is quoted."""
    allowed, periods = query.allowed, query.scope.periods
    for words in dict.fromkeys(period.words for period in periods):
        alike = [p for p in periods if p.words == words and p.of_a_meeting and p.meetings]
        alike = [p for p in alike if (allowed.since or p.until) <= p.until and p.since <= (allowed.until or p.since)]
        quoted = any(period.may_hold(citation.days) for period in alike for citation in answer.citations)
        if len(alike) > 1 and (quoted or answer.abstained):
            yield words, [str(period.since.year) for period in alike]


def _listed(names: Sequence[str]) -> str:
    shown = list(names[:MOST_NAMED])
    last = f"{len(names) - MOST_NAMED} more" if len(names) > MOST_NAMED else shown.pop()
    return f"{', '.join(shown)} and {last}" if shown else last
