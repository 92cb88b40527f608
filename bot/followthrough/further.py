"""What was found besides what is quoted, and where it stands: told where there was no room to quote it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from bot.query.scoping import Scoping
from bot.rendering.days import written
from bot.types import Evidence, Query
from index.types import HeldParagraph

MOST_PLACES = 5  # named where more was found than is quoted
FEWEST_QUOTED = 3  # an answer of fewer quotations was not cut short
PAIR = 2
_DECIDED = frozenset({"resolution", "recommendation", "motion"})


def further(query: Query, found: Sequence[Evidence], quoted: Sequence[Evidence], *, several: bool) -> list[str]:
    """A line on what was decided besides, where `several` things are asked for; on other meetings, where it is asked over time."""
    if len(quoted) < FEWEST_QUOTED:
        return []
    left: list[Evidence] = []
    for one in found:
        if not any(one.in_item_of(other) or one.text == other.text for other in (*quoted, *left)):
            left.append(one)
    kind, days = quoted[0].lead.type, {one.lead.paper.days for one in quoted}
    if several and kind in _DECIDED:
        left = [one for one in left if one.lead.type == kind]
        done, what = sum(one.lead.type == kind for one in quoted), f"{kind}s found that may be of it"
    elif query.question.across and not Scoping(query.scope).facets():
        meetings = {one.lead.paper.days: one for one in reversed(left) if one.lead.paper.days not in days}
        left = sorted(meetings.values(), key=lambda one: str(one.lead.paper.date))
        done, what = len(days), "meetings found that speak of it"
    else:
        return []
    places = "; ".join(place([one.lead]) for one in left[:MOST_PLACES])
    more = f" and {len(left) - MOST_PLACES} more" if len(left) > MOST_PLACES else ""
    others = "other" if len(left) == 1 else "others"
    return [f"{done} of {done + len(left)} {what} shown; the {others}: {places}{more}."] if left else []


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
        if first != before:
            to = f" {'and' if len(row) == PAIR else 'to'} {_without(last, first)}" if last != first else ""
            told.append(_without(first, before) + to)
        before = last
    paper = paragraphs[0].paper
    of = f"the {paper.body_in_full}" if paper.body_in_full else f"“{paper.title or paper.file}”"
    when = f", {written(paper.days)}" if paper.days else ""
    return f"{' and '.join(filter(None, [', '.join(told[:-1]), told[-1]]))} of {of}{when}"


def _without(locator: str, before: str) -> str:
    """A locator without the words that it shares with the one told before it: "Minute 251, resolution (4)" is "(4)" after (1)."""
    shared = takewhile(lambda pair: pair[0] == pair[1], zip(before.split(), locator.split(), strict=False))
    return " ".join(locator.split()[len(list(shared)) :]) or locator
