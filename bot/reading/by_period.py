"""Quotes for each of the periods that a question names what is asked of that period, in the order named.

A period's windows are scored by its own words: those of the other periods' clauses say nothing of it, and those of the
clauses before it less than its own, since a later clause leans on them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from bot.answerability.elsewhere import of_body
from bot.query import facets
from bot.query.facets import Facet
from bot.query.scoping import NAMED_IN_TEXT, Scoping, fit
from bot.query.terms import stems
from bot.reading import lexical as evidence
from bot.reading import selection as quote
from bot.reading.items import Item
from bot.reading.lexical import Asked, Window
from bot.types import MOST_CITATIONS
from index.types import Passage

# Each measured on 81 questions of several periods, of which 12 more are answered correctly and one fewer.
OWN_WORDS = 0.2  # for the words inside a window, over those around it: at 0, 2 are lost
NEAR_BEST = 0.55  # of the best facet's: a facet whose best window is worse has none; at 0.5, 2 are lost
AS_GOOD = 0.9  # of a facet's best: a second window as good is quoted too; without it 5 are lost, at 0.85 one

ItemsOf = Callable[[Passage], Sequence[Item]]
"""The items that a passage's paragraphs stand in."""


@dataclass(frozen=True, slots=True)
class _Told:
    """The window quoted for a facet, and a second that says about as much, if any."""

    first: Window
    second: Window | None


def choose(
    asked: Asked, passages: Sequence[Passage], windows: Sequence[Window], items_of: ItemsOf
) -> tuple[Asked, list[Window]]:
    """The windows to quote, by period where several are named, and what they are to be judged by.

    Windows of several meetings carry a question together: none of them need carry all of it.
    """
    told = by_facet(asked, facets.read(asked.question, asked.scoping.scope.periods), passages, items_of)
    if not told:
        return asked, quote.choose(asked, windows)
    return replace(asked, question=replace(asked.question, across=True)), told


def by_facet(asked: Asked, named: Sequence[Facet], passages: Sequence[Passage], items_of: ItemsOf) -> list[Window]:
    """The windows to quote, by facet in the order named; none where fewer than two facets have one worth quoting."""
    parts = [asked_of(asked, facet) for facet in named]
    found = [_found(part, facet, passages, items_of) for part, facet in zip(parts, named, strict=True)]
    best = max((windows[0].score for windows in found if windows), default=0.0)
    told: list[_Told] = []
    for facet, part, windows in zip(named, parts, found, strict=True):
        taken = [window for one in told for window in (one.first, one.second) if window]
        near = [window for window in windows if not quote.repeats(window, taken)]
        if near and near[0].score >= NEAR_BEST * best:
            told.append(_told(facet, part, near))
    return _with_room(told) if len(told) > 1 else []


def asked_of(asked: Asked, facet: Facet) -> Asked:
    """What a facet asks, as a question of its own."""
    return replace(
        asked,
        question=replace(asked.question, wants=facet.wants, besides=frozenset(), text_besides=""),
        weights=asked.weights.of_part(facet.own, facet.lent, stems(facet.period.words)),
        scoping=Scoping(replace(asked.scoping.scope, periods=(facet.period,)), asks_when=facet.wants == "when"),
    )


def _found(part: Asked, facet: Facet, passages: Sequence[Passage], items_of: ItemsOf) -> list[Window]:
    """The windows of a facet's period, best first."""
    then = [p for p in passages if fit(facet.period, p.paper.days, p.text) >= NAMED_IN_TEXT]
    windows = [
        replace(window, score=window.score + OWN_WORDS * part.weights.coverage(window.own))
        for window in evidence.windows(part, then, items_of, apart=True)
        if fit(facet.period, window.paragraphs[0].paper.days, window.text) >= NAMED_IN_TEXT
    ]
    return sorted(_of_the_meeting(part, facet, windows), key=lambda window: -window.score)


def _of_the_meeting(part: Asked, facet: Facet, windows: Sequence[Window]) -> Sequence[Window]:
    """The windows of the bodies named, and of the meetings of the month or day named, where any is."""
    if part.scoping.scope.whose:
        windows = [window for window in windows if of_body(window.paragraphs[0].paper, part.scoping.scope)]
    held = [window for window in windows if facet.period.may_hold(window.paragraphs[0].paper.days)]
    return held if held and facet.period.of_a_meeting else windows


def _told(facet: Facet, part: Asked, near: Sequence[Window]) -> _Told:
    """The best window of a facet, and a second that says about as much.

    Of those as good as the best, one that says something of the facet's own clause; of those that come near, one that holds
    what is asked for.
    """
    as_good = [w for w in near if w.score >= AS_GOOD * near[0].score]
    best = next((w for w in as_good if facet.own & w.own.keys()), near[0])
    alike = (w for w in (best, *near) if w.score >= quote.NEAR_FIRST * near[0].score)
    best = next((w for w in alike if quote.holds(part, w)), best)
    first = quote.decided(part.question, best, near)
    return _Told(first, next((w for w in as_good if not _overlap(w, first)), None))


def _overlap(one: Window, other: Window) -> bool:
    """Whether two windows share words of a paragraph, or say the same words."""
    return one.text == other.text or any(
        mine.id == theirs.id and start < until and since < end
        for mine, start, end in one.spans
        for theirs, since, until in other.spans
    )


def _with_room(told: Sequence[_Told]) -> list[Window]:
    """The first windows of all facets with the best of the seconds, as far as there is room, each after its first."""
    room = max(MOST_CITATIONS - len(told), 0)
    seconds = sorted((one.second for one in told if one.second), key=lambda window: -window.score)[:room]
    kept = [window for one in told for window in (one.first, *(s for s in seconds if s is one.second))]
    return kept[:MOST_CITATIONS]
