"""What a question names that fits several: a body's name, a month of several years, or nothing where several councils answer.

Nobody is asked before he is answered: each body that has an answer is quoted, one after the other, and the reader is told in a
line what the name fits and offered each alone.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from bot.answerability import judging as decline
from bot.reading import selection as quote
from bot.reading.items import PaperOf
from bot.reading.lexical import Asked, Window
from bot.types import MOST_CITATIONS, Answer, Choice
from index.bodies import GENERIC, HEADS, SUBJECTS, words_of_body
from index.scope import Scope
from index.types import Filter

AS_GOOD = 0.9  # of the best evidence: another council's is as good
MOST_NAMED = 6  # of what a name fits; how many there are besides is said

_HEADS = "|".join((*HEADS, "subcommittee", "sub-committee", "group"))
_NAME = re.compile(
    rf"\b(?:the|our|which)\s+(?=((?:[\w’'-]+,?\s+(?:and\s+)?){{1,3}}(?:{_HEADS}))\b(?!\s+(?:tax|house|members? for)))",
    re.IGNORECASE,
)
_SILENT = frozenset({"off_topic", "refused"})


@dataclass(frozen=True, slots=True)
class Several:
    """A name in a question, "" where it names nobody, and what it fits, each with the bodies whose papers are meant."""

    name: str
    fits: Mapping[str, frozenset[str]]


def read(question: str, scope: Scope, bodies: Sequence[str]) -> Several | None:
    """The name in a question that fits several of the bodies held; None where it is plain whom it means."""
    for shared in scope.shared:
        theirs = [body for body in shared.bodies if body in bodies]
        if set(scope.whose) <= set(shared.bodies) and len(theirs) > 1:
            return _of_bodies(shared.name, theirs)
    if scope.bodies:
        return None
    among = [body for body in bodies if not scope.of_councils or body in scope.of_councils]
    for match in _NAME.finditer(question):
        words = words_of_body(match[1])
        fitting = [body for body in among if _fits(words, words_of_body(body))]
        if len(fitting) > 1:
            return _of_bodies(f"the {' '.join(match[1].split())}", fitting)
    return None


def only(scope: Scope, bodies: Collection[str]) -> Scope:
    """A scope without those of the bodies that a name fits whose papers the reader leaves out, as long as any is left."""
    shared = {body for one in scope.shared for body in one.bodies}
    out = shared - set(bodies)
    return scope.leaving_out({f"body {body}" for body in out}) if out < shared else scope


def choose(asked: Asked, windows: Sequence[Window], several: Several | None, paper_of: PaperOf) -> list[Window]:
    """The windows to quote of each that a name fits, the best first; none where fewer than two have an answer.

    Where a name fits several, one that alone has an answer is enough; where nobody is named, each must say as much as the best.
    """
    if several is None:
        return []
    groups = [group for of in several.fits.values() if (group := _group(asked, windows, of, paper_of))]
    best = max((group[0].score for group in groups), default=0.0)
    share = quote.NEAR_FIRST if several.name else AS_GOOD
    groups = sorted((one for one in groups if one[0].score >= share * best), key=lambda one: -one[0].score)
    if len(groups) < (1 if several.name else 2):
        return []
    room = max(1, MOST_CITATIONS // len(groups))
    return [window for group in groups for window in group[:room]][:MOST_CITATIONS]


def councils(scope: Scope, windows: Sequence[Window]) -> Several | None:
    """The councils whose papers speak of what is asked, where the question names no body and no council."""
    if scope.whose or scope.councils:
        return None
    of: dict[str, set[str]] = {}
    for window in windows:
        paper = window.paragraphs[0].paper
        if paper.council and paper.body and window.score >= AS_GOOD * windows[0].score:
            of.setdefault(paper.council, set()).add(paper.body)
    return Several("", {council: frozenset(bodies) for council, bodies in of.items()}) if len(of) > 1 else None


def told(answer: Answer, asked: Asked, several: Several | None, allowed: Filter) -> Answer:
    """The answer with a line on each name that fits several, and what to choose among."""
    if answer.reason in _SILENT:
        return answer
    lines, choices = [], []
    quoted = _quoted(answer, several) if several else []
    if several and (several.name or len(quoted) > 1):
        lines.append(_line(several, quoted, told=bool(answer.citations) and not answer.abstained))
        choices += [Choice(name, tuple(sorted(bodies))) for name, bodies in several.fits.items()]
    for words, years in _years(asked.scoping.scope, answer, allowed):
        lines.append(f"“{words}” fits meetings of {_listed(years)}. Name a year to ask of it alone.")
        choices += [Choice(f"{words} {year}", (), int(year)) for year in years]
    return replace(answer, text="\n\n".join([*lines, answer.text]), choices=tuple(choices)) if lines else answer


def _of_bodies(name: str, bodies: Sequence[str]) -> Several:
    return Several(name, {body: frozenset([body]) for body in bodies})


def _fits(words: Sequence[str], body: Sequence[str]) -> bool:
    """Whether a name is a body's with words left out: "scrutiny committee", the Health Scrutiny Committee."""
    if len(words) < 2 or not set(words) <= GENERIC | SUBJECTS:  # noqa: PLR2004 - "the committee"
        return False
    if list(words[-1:]) != list(body[-1:]):  # somebody may have written a body into papers.csv that has no word
        return False
    left = iter(body)
    return all(word in left for word in words)


def _group(asked: Asked, windows: Sequence[Window], bodies: Collection[str], paper_of: PaperOf) -> list[Window]:
    """The windows of some bodies that answer, by what is asked of them alone; none where they do not."""
    scope = replace(asked.scoping.scope, bodies=tuple(bodies), shared=())
    part = replace(asked, scoping=replace(asked.scoping, scope=scope))
    chosen = quote.choose(part, [window for window in windows if window.paragraphs[0].paper.body in bodies])
    return [] if not chosen or decline.judge(part, chosen, paper_of) else chosen


def _quoted(answer: Answer, several: Several) -> list[str]:
    """Those of them that an answer quotes; none where it is declined."""
    quoted = {name for one in answer.citations for name in (one.body, one.alone)} if not answer.abstained else set()
    return [name for name, bodies in several.fits.items() if quoted & bodies]


def _line(several: Several, quoted: Sequence[str], *, told: bool) -> str:
    """The line on a name; `told` says that something is quoted, be it of others than those that the name fits."""
    if not several.name:
        others = len(several.fits) - len(quoted)
        besides = f" So may those of {others} more." if others else ""
        return f"Papers of {len(quoted)} councils answer: {_listed(quoted)}.{besides} Name one to ask of it alone."
    fits = _listed(list(several.fits))
    name = several.name[0].upper() + several.name[1:]
    answering = f" Only papers of the {quoted[0]} were found to answer." if len(quoted) == 1 else ""
    if told and not quoted:
        answering = " No papers of these were found to answer; what is quoted is of others."
    return f"“{name}” fits {len(several.fits)} bodies: {fits}.{answering} Name one to ask of it alone."


def _years(scope: Scope, answer: Answer, allowed: Filter) -> Iterator[tuple[str, list[str]]]:
    """The months and days that are named without a year, with the years in which a meeting was held then, if any is quoted."""
    for words in dict.fromkeys(period.words for period in scope.periods):
        alike = [p for p in scope.periods if p.words == words and p.of_a_meeting and p.meetings]
        alike = [p for p in alike if (allowed.since or p.until) <= p.until and p.since <= (allowed.until or p.since)]
        quoted = any(period.may_hold(citation.days) for period in alike for citation in answer.citations)
        if len(alike) > 1 and (quoted or answer.abstained):
            yield words, [str(period.since.year) for period in alike]


def _listed(names: Sequence[str]) -> str:
    shown = list(names[:MOST_NAMED])
    last = f"{len(names) - MOST_NAMED} more" if len(names) > MOST_NAMED else shown.pop()
    return f"{', '.join(shown)} and {last}" if shown else last
