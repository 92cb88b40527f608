"""What was found besides what is quoted, and where it stands: told where there was no room to quote it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from bot.reading.lexical import Asked, Window
from bot.reading.selection import NEAR_FIRST, PLAIN_CITATIONS
from bot.rendering.days import written
from index.types import HeldParagraph

MOST_PLACES = 5  # named where more was found than is quoted
PAIR = 2
_OVER_TIME = re.compile(
    r"\bover (?:time|the (?:years|months))\b|\byear (?:by|on) year\b|\b(?:each|every|by) (?:year|month|meeting|time)\b|\bmonth by month\b|"
    r"\bhow (?:often|many times)\b|\bhistory of\b|\btimeline\b|\bchang(?:e[ds]?|ing)\b|\bat (?:which|what) meetings\b|\bevery time\b",
    re.IGNORECASE,
)
_OF_DECISIONS = re.compile(
    r"\b(?:resol(?:v\w+|ution\w*)|agree[ds]?|approv\w+|grant\w*|refus\w+|reject\w+|adopt\w*|deci(?:d\w+|sions?)|award\w*|"
    r"recommend\w*|appoint\w*|elect(?:ed|ions?)|motions?|moved|taken in charge|deferred)\b",
    re.IGNORECASE,
)
_DECIDED = frozenset({"resolution", "recommendation", "motion"})


def further(asked: Asked, found: Sequence[Window], quoted: Sequence[Window], *, several: bool) -> Iterator[str]:
    """A line on what was decided besides, where `several` things are asked for; on other meetings, where it is asked over time."""
    if len(quoted) < PLAIN_CITATIONS:
        return
    kind = quoted[0].paragraphs[0].type
    others = _others(asked, found, quoted)
    if several and kind in _DECIDED and _OF_DECISIONS.search(asked.question.text):
        alike = [window for window in others if window.paragraphs[0].type == kind]
        done = sum(window.paragraphs[0].type == kind for window in quoted)
        yield from _told(done, alike, f"{kind}s found that may be of it")
    elif _OVER_TIME.search(asked.question.text) and not asked.scoping.facets():
        days = {window.paragraphs[0].paper.days for window in quoted}
        meetings = {w.paragraphs[0].paper.days: w for w in reversed(others) if w.paragraphs[0].paper.days not in days}
        apart = sorted(meetings.values(), key=lambda window: str(window.paragraphs[0].paper.date))
        yield from _told(len(days), apart, "meetings found that speak of it")


def _others(asked: Asked, found: Sequence[Window], quoted: Sequence[Window]) -> list[Window]:
    """The windows of other items that say as much as the first that is quoted, and of the same time."""
    first, coverage, scoping = quoted[0], asked.weights.coverage, asked.scoping
    others: list[Window] = []
    for window in found:
        days = window.paragraphs[0].paper.days
        if window.score < NEAR_FIRST * first.score or coverage(window.own) < NEAR_FIRST * coverage(first.own):
            continue
        if scoping.scope.periods and not scoping.held_then(days):
            continue
        if not any(window.in_item_of(one) or window.text == one.text for one in (*quoted, *others)):
            others.append(window)
    return others


def _told(done: int, others: Sequence[Window], what: str) -> Iterator[str]:
    if others:
        places = "; ".join(place(window.paragraphs[:1]) for window in others[:MOST_PLACES])
        more = f" and {len(others) - MOST_PLACES} more" if len(others) > MOST_PLACES else ""
        yield f"{done} of {done + len(others)} {what} shown; the other{'s' if len(others) > 1 else ''}: {places}{more}."


def place(paragraphs: Sequence[HeldParagraph]) -> str:
    """Where paragraphs of one paper stand: "Minute 251, resolution (1), (4) to (7) of the Harbour Committee, 4 March 2031"."""
    rows: list[list[HeldParagraph]] = []
    for paragraph in paragraphs:
        if rows and paragraph.ordinal <= rows[-1][-1].ordinal + 1:
            rows[-1].append(paragraph)
        else:
            rows.append([paragraph])
    told: list[str] = []
    before = ""
    for row in rows:
        first, last = row[0].locator, row[-1].locator
        span = _without(first, before) + (
            f" {'and' if len(row) == PAIR else 'to'} {_without(last, first)}" if last != first else ""
        )
        told += [span] if first != before else []
        before = last
    paper = paragraphs[0].paper
    of = f"the {paper.body_in_full}" if paper.body_in_full else f"“{paper.title or paper.file}”"
    when = f", {written(paper.days)}" if paper.days else ""
    return f"{' and '.join(filter(None, [', '.join(told[:-1]), told[-1]]))} of {of}{when}"


def _without(locator: str, before: str) -> str:
    """A locator without the words that it shares with the one told before it: "Minute 251, resolution (4)" is "(4)" after (1)."""
    pairs = zip(before.split(), locator.split(), strict=False)
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    return " ".join(locator.split()[shared:]) or locator
