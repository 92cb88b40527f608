"""Answers from the catalogue: what is held, when a body met, a meeting in short, and whether a thing was ever discussed.

Nothing is searched for by meaning here: these are asked of the papers as a whole, so that the best passage for the words
would be no answer. What is not plainly asked so is left to search.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.query.scoping import within
from bot.query.terms import plain
from bot.rendering.days import on, written
from bot.rendering.overview import discussed, summary
from bot.types import Answer
from corpus.lexicon_questions import ASKS_DAYS_MET, ASKS_WHAT_IS_HELD, OF_A_MATTER, THINGS_HELD
from corpus.types import PaperKind
from index.catalogue import Catalogue, meetings_of
from index.meeting import names_told
from index.periods import LAST_MEETING
from index.scope import Scope
from index.types import Days, Filter, HeldPaper

MOST_LINES = 20
"""Lines of a list; how many there are besides is said."""
MOST_NAMED = 4  # bodies, where it is told what was searched

_THINGS = frozenset(THINGS_HELD.split("|"))
_LATEST = r"(?:last|latest|most recent)"
_LAST_MET = re.compile(
    rf"^\W*(?:when (?:was|is)|(?:what|which) (?:was|is) the (?:date|day) of|on (?:what|which) (?:date|day) was) (?:the )?{_LATEST} "
    r"(?:[\w'’&,-]+ ){0,8}?meeting(?P<of>(?: (?:of|by) (?:(?!\b(?:which|where|that|about|on|at)\b).){1,80}?)?)(?: held| take place)?\W*$"
    r"|^\W*(?:when|on (?:what|which) (?:date|day)) did .{2,80}? (?:last (?:meet|met)|meet last)\W*$",
    re.IGNORECASE,
)
_SUMMARY = re.compile(
    r"^\W*(?:please,?\s+|(?:can|could|would) you (?:please )?)?(?:summari[sz]e|sum up|give (?:me |us )?(?:a |the )?(?:short |brief |quick )?(?:summary|overview|digest) of|summary of|overview of|"
    r"what happened (?:at|in|during)|what went on (?:at|in)|tell me about)\b\s+(?:the\s+)?(?:[\w'’&,-]+\s+){0,8}?(?:meeting|minutes)\b"
    r"(?P<rest>\W*(?:\b(?:of|on|in|held|from|for|by)\b.{0,80})?)$",
    re.IGNORECASE,
)
_DONE = (
    r"(?:discussed|mentioned|raised|considered|debated|talked about|spoken of|brought up|looked at|heard of|minuted)"
)
_EVER = re.compile(
    rf"^\W*(?:has|have|had|was|were|is|are)\s+(?P<topic>.{{2,90}}?)\s+ever\s+(?:been\s+)?{_DONE}\b"
    rf"|^\W*(?:did|has|have|had)\s+.{{2,60}}?\s+ever\s+(?:discuss(?:ed)?|mention(?:ed)?|rais(?:e|ed)|consider(?:ed)?|debated?|talk(?:ed)? about|"
    r"speak of|spoken of|looked? at)\s+(?P<matter>.{2,90}?)\s*\??$",
    re.IGNORECASE,
)
_KINDS: dict[str, PaperKind] = {"minute": "minutes", "agenda": "agenda", "report": "report"}
_BODIES = ("committee", "bod", "council", "board", "panel")


@dataclass(frozen=True, slots=True)
class Shelf:
    """The papers that an answer is drawn from: those of one catalogue that a reader may see, and the day that it is."""

    catalogue: Catalogue
    allowed: Filter
    today: date


def told(shelf: Shelf, question: str, scope: Scope) -> Answer | None:
    """The answer from the catalogue, or None where the question asks for something else."""
    narrowed = _narrowed(shelf, scope)
    if narrowed is None:
        return None
    if match := _EVER.search(question):
        return discussed(shelf.catalogue, match["topic"] or match["matter"], narrowed)
    match = _SUMMARY.search(question)
    if match and any(p.exact == "day" for p in scope.periods):
        last = any(period.words == LAST_MEETING for period in scope.periods)
        chosen = shelf.allowed if last else narrowed
        return summary(shelf.catalogue, chosen, scope.whose, shelf.today, called=match["rest"])
    if match := _LAST_MET.search(question):
        return _last_met(shelf.catalogue.papers(narrowed), shelf.today) if scope.whose or not match["of"] else None
    said = plain(question)
    if ASKS_DAYS_MET.search(said):
        return _meetings(shelf.catalogue.papers(narrowed)) if scope.whose else None
    if (match := ASKS_WHAT_IS_HELD.search(said)) and not OF_A_MATTER.search(said):
        thing = next((word for word in match[0].split() if word in _THINGS), "")
        return _held(shelf.catalogue.papers(_of_kind(narrowed, thing)), thing, scope)
    return None


def searched(catalogue: Catalogue, allowed: Filter) -> str:
    """What was searched, for the reader: how many papers, of which bodies, from when to when."""
    papers = catalogue.papers(allowed)
    held = sorted(paper.days for paper in papers if paper.days)
    bodies = sorted({paper.body_in_full for paper in papers if paper.body_in_full})
    councils = {paper.council for paper in papers if paper.council}
    many = f"{len(bodies)} bodies{f' of {len(councils)} councils' if len(councils) > 1 else ''}"
    span = f", {held[0].first:%B %Y} to {held[-1].last:%B %Y}" if held else ""
    of = ", ".join(bodies) if len(bodies) <= MOST_NAMED else many
    return f"{len(papers)} {'paper' if len(papers) == 1 else 'papers'} of {of or 'no named body'}{span}"


def _narrowed(shelf: Shelf, scope: Scope) -> Filter | None:
    """What the reader allows of what the question names; None where that is nothing."""
    named, allowed = frozenset(scope.whose), shelf.allowed
    if named and allowed.bodies:
        named &= allowed.bodies
        if not named:
            return None
    narrowed = replace(allowed, bodies=named or allowed.bodies)
    for period in scope.periods[:1]:
        if period.words != LAST_MEETING:
            narrowed = within(narrowed, period)
    return narrowed


def _of_kind(chosen: Filter, thing: str) -> Filter:
    """The filter for the kind of paper that is asked for: minutes, agendas, reports."""
    kind = _KINDS.get(thing.removesuffix("s"))
    if kind is None or (chosen.kinds and kind not in chosen.kinds):
        return chosen
    return replace(chosen, kinds=frozenset([kind]))


def _held(papers: Sequence[HeldPaper], thing: str, scope: Scope) -> Answer | None:
    """The papers held of some bodies or of a time, one by one, or how many there are of each body."""
    if not papers:
        return None
    if thing.startswith("meeting"):
        return _meetings(papers)
    if thing and not thing.startswith(_BODIES) and (scope.whose or scope.periods):
        return Answer(_listed(f"{_counted(papers)} held", [_paper(paper) for paper in papers]))
    of: dict[str, list[HeldPaper]] = {}
    for paper in papers:
        of.setdefault(paper.body_in_full or "", []).append(paper)
    councils = {body: (theirs[0].of_several and theirs[0].council) or "" for body, theirs in of.items()}
    order = sorted(of, key=lambda body: (body == "", councils[body] == "", councils[body], body.casefold()))
    lines = [f"{body or 'No named body'}: {_counted(of[body])}" for body in order]
    return Answer(_listed(f"{_counted(papers)} held", lines))


def _meetings(papers: Sequence[HeldPaper]) -> Answer | None:
    """The meetings of which papers are held, the earliest first."""
    held = [(when, body) for body, when in meetings_of(papers) if body]
    if not held:
        return None
    told = names_told(papers)
    lines = [f"{written(when)}: {told[body]}" for when, body in held]
    many = "1 meeting" if len(held) == 1 else f"{len(held)} meetings"
    return Answer(_listed(f"By the papers held, {many}", lines))


def _last_met(papers: Sequence[HeldPaper], today: date) -> Answer | None:
    """When each body last met by the papers held, the latest first, and where there are no minutes of it."""
    last = {body: when for body, when in meetings_of(papers) if body and when.first <= today}
    if not last:
        return None
    told = names_told(papers)
    minuted = {body for body, when in last.items() if any(_minutes_of(paper, body, when) for paper in papers)}
    lacking = {body: "" if body in minuted else " (no minutes are held)" for body in last}
    if len(last) == 1:
        ((body, when),) = last.items()
        return Answer(f"By the papers held, the {told[body]} last met {on(when)}{lacking[body]}.")
    latest = sorted(last, key=lambda body: last[body], reverse=True)
    lines = [f"{told[body]}: {written(last[body])}{lacking[body]}" for body in latest]
    return Answer(_listed("By the papers held, the last meeting of each body", lines))


def _minutes_of(paper: HeldPaper, body: str, when: Days) -> bool:
    """Whether a paper is of the minutes of a body's meeting, or of its month where no day is printed."""
    days = paper.days if paper.kind == "minutes" and paper.body == body else None
    return days is not None and days.first <= when.last and when.first <= days.last


def _listed(opening: str, lines: Sequence[str]) -> str:
    shown = lines[:MOST_LINES]
    rest = f" ({len(shown)} of {len(lines)} shown)" if len(lines) > len(shown) else ""
    return f"{opening}{rest}:\n\n" + "\n".join(f"- {line}" for line in shown)


def _counted(papers: Sequence[HeldPaper]) -> str:
    days = [when for _, when in meetings_of(papers)]
    meetings = len(days)
    span = f", {' to '.join(dict.fromkeys([written(days[0]), written(days[-1])]))}" if days else ""
    return f"{len(papers)} paper{'s' * (len(papers) != 1)} of {meetings} meeting{'s' * (meetings != 1)}{span}"


def _paper(paper: HeldPaper) -> str:
    when = f", {written(paper.days)}" if paper.days else ""
    return f"{paper.title or paper.file} ({paper.kind}{', draft' if paper.draft else ''}{when})"
