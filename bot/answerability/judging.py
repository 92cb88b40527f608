"""When not to answer. A year, a body, a name or a number in the question that no evidence has is a reason to decline.

Declining is an answer: `bot.answerability.wording` says what was looked for, where, and what was found instead.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.answerability import elsewhere
from bot.answerability import names as named
from bot.answerability.absent import Unheard
from bot.answerability.unminuted import too_early, untold
from bot.query.scoping import YEAR, fit
from bot.reading.cues import LACKING, answers
from bot.reading.items import PaperOf
from bot.reading.lexical import OPENING, Asked, Window
from bot.reading.meaning import defines
from bot.types import Reason

ENOUGH_TOPIC = 0.40  # of what the question is about, in or around the chosen windows
ANCHORED = 0.55  # of both is enough where the meeting asked about is the one found, and its names stand there
ENOUGH_ATTRIBUTE = 0.25  # of what is asked of it, its names apart
DISTINCT = 0.12  # by which the best evidence must lead the fifth in another item; docs/evaluation.md says what it saves
WHOLE = 0.9  # of the question, in the words quoted
ON_THE_MATTER = 0.65  # of the topic, in or around the words quoted, where it is asked what was ever said of it
RIVALS = 5  # places in other items that come near
ELSEWHERE = 0.5  # of the topic, that what was found for another year, body or person must speak of to be shown

_MUNICIPAL_YEAR = re.compile(r"\b(20\d\d|19\d\d)\s?[/-]\s?(\d\d|20\d\d)\b")
_NEW_MUNICIPAL_YEAR = 5  # May, when councils hold their annual meetings


@dataclass(frozen=True, slots=True)
class Decline:
    """Why there is no answer, what of the question no evidence has, and whether what was found instead is worth showing."""

    reason: Reason
    lacking: str = ""
    near: bool = False


def judge(asked: Asked, chosen: Sequence[Window], paper_of: PaperOf) -> Decline | None:
    """A reason to decline, or None where one of the chosen windows carries the whole question.

    What is lacking is told of the window that comes nearest. A question that runs over meetings may be carried by
    several windows together.
    """
    if not chosen:
        return Decline("nothing_found")
    together = [chosen] if asked.question.across else [[window] for window in chosen]
    refusals = [_refusal(asked, windows, paper_of) for windows in together]
    return _untold(asked, chosen) if None in refusals else refusals[0]


def indistinct(asked: Asked, windows: Sequence[Window], chosen: Sequence[Window]) -> Decline | None:
    """A reason to decline where so many places say about as much of the question that none of them is its answer.

    Of 760 answers to questions put in different words, this lead told the right from the wrong better than any share of the
    question that the evidence covers did. A question that runs over meetings, or asks for a list, or for what was resolved
    or said whenever it was, has many such places; and what says what a thing is stands out among those that speak of it.
    """
    if not windows or asked.question.across or asked.of_any_time or asked.question.wants == "list":
        return None
    if asked.question.wants == "meaning" and chosen and defines(asked.question, chosen[0].text):
        return None
    first = windows[0]
    if asked.weights.coverage(first.own) >= WHOLE:  # the words of the question themselves: others say so too
        return None
    if asked.question.broad and asked.weights.topic_coverage(first.placed) >= ON_THE_MATTER:
        return None
    rivals = [w for w in windows if not w.in_item_of(first)]
    if len(rivals) < RIVALS or first.score - rivals[RIVALS - 1].score >= DISTINCT:
        return None
    return Decline("nothing_found", near=_about(asked, windows[:1]) >= ELSEWHERE)


def _untold(asked: Asked, chosen: Sequence[Window]) -> Decline | None:
    """A reason to decline where all of the windows together, that carry the question's words, do not yet tell what is asked."""
    if period := too_early(asked, chosen):
        return Decline("other_year", f"“{period.words}”", near=_about(asked, chosen) >= ELSEWHERE)
    lacking = untold(asked, chosen)
    return Decline("nothing_found", lacking) if lacking else None


def of_unheard(asked: Asked, lacking: Unheard, chosen: Sequence[Window]) -> Decline:
    """The refusal of a question of what no paper speaks of: found for another person, or not at all."""
    near = bool(chosen) and _about(asked, chosen) >= ELSEWHERE
    return Decline("other_person" if lacking.person and near else "nothing_found", _listed(lacking.words), near)


def _refusal(asked: Asked, chosen: Sequence[Window], paper_of: PaperOf) -> Decline | None:
    found, period = _lacks(asked, chosen, paper_of), elsewhere.away(asked, chosen)
    if found is None and period is None:
        return None
    near = _about(asked, chosen) >= ELSEWHERE
    if period:
        return Decline("not_held", period.words, near)
    times = [*_undated(asked, chosen, paper_of), *elsewhere.elsewhen(asked, chosen)]
    if found and found.reason == "nothing_found" and times:
        found = Decline("other_year", _listed(times[:1]))
    elif found and found.reason == "nothing_found" and elsewhere.of_others(asked, chosen):
        found = Decline(
            "other_body", found.lacking or _listed(asked.scoping.scope.bodies or asked.scoping.scope.councils)
        )
    return replace(found, near=near) if found else None


def _lacks(asked: Asked, chosen: Sequence[Window], paper_of: PaperOf) -> Decline | None:
    """What of the question these windows do not carry, the plainest first; None where they carry it."""
    question = asked.question
    if lacking := [name for name in named.asked_names(question) if not named.stands(name, chosen, asked)]:
        return Decline("nothing_found", _listed(lacking))
    if broken := [phrase for phrase in question.phrases if not named.stands_whole(phrase, asked, chosen, paper_of)]:
        reason: Reason = "other_body" if any(phrase.is_body for phrase in broken) else "nothing_found"
        return Decline(reason, _listed([phrase.text for phrase in broken]))
    if others := elsewhere.done_by_others(asked, chosen) or elsewhere.done_by_another_council(asked, chosen):
        return Decline("other_body", _listed(others))
    if lacking := [number for number in sorted(question.numbers) if not _numbered(number, asked, chosen)]:
        return Decline("nothing_found", _listed(lacking))
    if lacking := _undated(asked, chosen, paper_of):
        return Decline("other_year", _listed(lacking))
    if not any(answers(question.wants, window.paragraphs, asked.fresh(window.text)) for window in chosen):
        return Decline("nothing_found", LACKING[question.wants])
    return None if _covered(asked, chosen) else Decline("nothing_found")


def _about(asked: Asked, chosen: Sequence[Window]) -> float:
    """How much of what the question is about, apart from what no paper holds, stands in or around the first window."""
    heard = {stem: asked.weights.by_stem[stem] for stem in asked.weights.topic if stem in asked.weights.heard}
    placed = chosen[0].placed
    return sum(weight * placed.get(stem, 0.0) for stem, weight in heard.items()) / (sum(heard.values()) or 1.0)


def _listed(lacking: Sequence[str]) -> str:
    return " and ".join(f"“{one}”" for one in lacking)


def _undated(asked: Asked, chosen: Sequence[Window], paper_of: PaperOf) -> list[str]:
    """The years, and the days and months of meetings, that the question names and no window speaks of or dates from."""
    question = asked.question
    years = [year for year in sorted(question.years) if not _dated(year, asked, chosen, paper_of)]
    if years and (not question.across or len(years) == len(question.years) or not _about_then(asked, chosen)):
        return years
    exact = asked.scoping.of_meetings
    if len(exact) != 1 or question.across:
        return []
    period = exact[0]
    near = any(fit(period, w.paragraphs[0].paper.days, w.text) or w.paragraphs[0].paper.days is None for w in chosen)
    return [] if near else [period.words]


def _about_then(asked: Asked, chosen: Sequence[Window]) -> bool:
    """Whether any paper chosen is of a period that the question names, or of the year after, when it is told of."""
    held = [window.paragraphs[0].paper.days for window in chosen]
    spans = [(period.since, period.until) for period in asked.scoping.scope.periods]
    return not spans or any(
        when and since <= when.first <= (until if until > when.first else until + YEAR)
        for when in held
        for since, until in spans
    )


def _covered(asked: Asked, chosen: Sequence[Window]) -> bool:
    """Whether enough of the question stands in the windows; papers have other words for some of it."""
    placed: dict[str, float] = {}
    for window in chosen:
        for word, nearness in window.placed.items():
            placed[word] = max(placed.get(word, 0.0), nearness)
    if any(asked.scoping.numbered(w.paragraphs[0]) and _of_meeting(asked, w) for w in chosen):
        return True  # the item itself, by its number and its meeting: its words need not be known
    telling = asked.weights.most_telling
    if telling and telling not in placed and not _vouched(asked, chosen):
        return False
    share = ANCHORED if _anchored(asked, chosen) else 1.0
    topic, attribute = asked.weights.topic_coverage(placed), asked.weights.attribute_coverage(placed)
    return topic >= share * ENOUGH_TOPIC and attribute >= share * ENOUGH_ATTRIBUTE


def _anchored(asked: Asked, chosen: Sequence[Window]) -> bool:
    """Whether the windows stand in the very meeting, by day or month, that a question with names asks about."""
    named = asked.question.names - asked.question.carried
    return bool(named) and any(_of_meeting(asked, window) for window in chosen)


def _vouched(asked: Asked, chosen: Sequence[Window]) -> bool:
    """Whether the meeting, or every figure that the question gives, shows what was found to be what is asked about."""
    given = asked.question.numbers
    return _anchored(asked, chosen) or any(given and given <= window.own.keys() for window in chosen)


def _of_meeting(asked: Asked, window: Window) -> bool:
    """Whether a window stands in the papers of a day or month that the question names."""
    return any(period.may_hold(window.paragraphs[0].paper.days) for period in asked.scoping.of_meetings)


def _numbered(number: str, asked: Asked, chosen: Sequence[Window]) -> bool:
    """Whether a number stands in a window, beside it, in its heading or where its item opens; or numbers it, where it was named as a number."""
    for window in chosen:
        lead = window.paragraphs[0]
        if window.placed.get(number, 0.0) >= OPENING or asked.scoping.numbered(lead):
            return True
        if lead.paper.date and number.isdigit() and int(number) == lead.paper.date.day:
            return True
    return False


def _dated(year: str, asked: Asked, chosen: Sequence[Window], paper_of: PaperOf) -> bool:
    spans = {int(m[1]) for m in _MUNICIPAL_YEAR.finditer(asked.question.text)}
    # "Until 2031" holds every meeting before it, so that its year seems to stand beside every paper.
    lent = any(year in period.words and period.since == date.min for period in asked.scoping.scope.periods)
    for window in chosen:
        if any(found.startswith(year) for found in (window.own if lent else window.placed)):
            return True
        held = window.paragraphs[0].paper.days
        when = held.first if held else None
        if when is None and any(year in paragraph.text for paragraph in paper_of(window.paper_id)):
            return True
        if when and (when.year == int(year) or (int(year) in spans and _municipal(when) == int(year))):
            return True
    return False


def _municipal(when: date) -> int:
    return when.year if when.month >= _NEW_MUNICIPAL_YEAR else when.year - 1
