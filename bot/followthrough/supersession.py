"""What a later meeting undid: a decision that was rescinded, superseded, called in or corrected is told after what undid it.

The rule: a later meeting's words undo a decision where they say that something is undone (rescinded, not confirmed, in place
of ...) and point to that decision: by its minute's number, together with its meeting's date or a number that no other meeting
has; or by the same title in the minutes of the same body; or by saying over half of what it says, rare words counting most.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.followthrough.outcome import of_words, proposes_only
from bot.grounding.verify import MOST_WORDS
from bot.query.terms import BUSINESS_STEMS, content, count, stems
from bot.reading.cues import decides
from bot.reading.items import PaperOf, edge
from bot.reading.lexical import Asked, Window
from bot.reading.sentences import quotable
from bot.types import MOST_CITATIONS
from corpus.dates import find_dates
from index.types import HeldParagraph, Passage, same_item

ENOUGH_SHARED = 0.5  # of what a decision says, by weight, in the item that undoes it
SAME_TITLE = 0.75  # of a title
BESIDES_TITLE = 2  # telling words in common besides a title: some stand in every meeting's minutes ("Disposal of land")
FEWEST_IN_COMMON = 2  # telling words, whatever they weigh
LOOKED_FOR = 10  # words of a decision that it is looked for by, the rarest
BESIDE = 3  # paragraphs before the undoing words, of the same item, in which its number, date and subject may stand
ASKED_FOR = "rescinded superseded withdrawn rejected corrected reconsidered"

Search = Callable[[str, date], Sequence[Passage]]
"""Passages for words, from a day on."""
Frequencies = Callable[[Sequence[str]], Mapping[str, int]]

_THING = r"(?:decisions?|resolutions?|minutes?|recommendations?|items?|motions?|proposals?|approvals?|consent|permission|scheme)"
_UNDOES = re.compile(
    r"\b(?:rescind(?:ed|s|ing)?|revok(?:ed?|es|ing)|supersed(?:ed?|es|ing)|overturn(?:ed)?|set aside|annul(?:led)?|quashed|"
    r"reconsider(?:ed|ation)?|further consideration|in (?:place|lieu) of (?:minute|item|resolution|the (?:decision|resolution))|"
    r"no longer|not to proceed|(?:therefore|accordingly) (?:falls|fell|lapse[sd]?)|had not (?:resolved|agreed|decided|been resolved|been agreed)|"
    r"(?:refer(?:red)?|remitted) back|be (?:taken|sent|brought) back to|(?:has|have|had) refused consent)\b|"
    r"\bnot (?:be )?(?:confirmed|approved|accepted|implemented|pursued)\b|"
    rf"\b{_THING}\b.{{0,60}}\b(?:rejected|declined|withdrawn|amended|corrected|varied|cancelled|called[ -]in)\b|"
    r"\b(?:errors?|corrections?)\b.{0,60}\b(?:minutes?|resolution)\b|\bshould (?:read|have read)\b|\b(?:and|rather than) not [£€\d]",
    re.IGNORECASE | re.DOTALL,
)
_UNMAKES = re.compile(
    r"\b(?:rescind|revok|supersed|overturn|annul|quash|set aside\b|not (?:be )?confirmed\b)", re.IGNORECASE
)
_NO_NAME = re.compile(r"\d{1,3}\.?")  # a number that every meeting's minutes have


@dataclass(frozen=True, slots=True)
class _Decision:
    """A decision that may have been undone: its window, its minute's number and title, and what its words weigh."""

    window: Window
    number: str
    title: frozenset[str]
    weights: Mapping[str, float]


def latest_first(
    asked: Asked, chosen: Sequence[Window], search: Search, paper_of: PaperOf, frequencies: Frequencies
) -> list[Window]:
    """The chosen windows, with the words of a later meeting that undid what the first decision among them says.

    What undid it comes first; last where the question asks about the time of the decision itself, or over meetings.
    """
    decided = [window for window in chosen if _decided(asked, window)]
    first = next((w for w in decided if w.paragraphs[0].type == "resolution"), next(iter(decided), None))
    if first is None or (when := first.paragraphs[0].paper.days) is None:
        return list(chosen)
    decision = _read(first, paper_of(first.paper_id), frequencies)
    found = [w for p in search(_sought(decision), when.last) for w in _undoing(decision, p, paper_of(p.paper.id))]
    if not found:
        return list(chosen)
    latest = max(found, key=lambda window: (window.paragraphs[0].paper.days or when, window.score))
    others = [window for window in chosen if not _says(window, latest)]
    if first not in others:
        return list(chosen)
    if asked.question.over_meetings or asked.scoping.held_then(when):
        return [*others[: MOST_CITATIONS - 1], replace(latest, order="later")]
    told = [replace(w, order="earlier") if w.paper_id == first.paper_id else w for w in others]
    return [latest, *told][:MOST_CITATIONS]


def _decided(asked: Asked, window: Window) -> bool:
    """Whether a window tells what a meeting decided, or recommended to another."""
    lead = window.paragraphs[0]
    if lead.paper.kind != "minutes" or proposes_only(asked.question.wants, window):
        return False
    return lead.type == "resolution" or window.recommends or decides("resolved", lead, window.text)


def _read(window: Window, paper: Sequence[HeldParagraph], frequencies: Frequencies) -> _Decision:
    lead = window.paragraphs[0]
    title = _title(lead, paper)
    words = {word.stem: word.text for word in content(f"{title} {window.text}") if word.stem not in BUSINESS_STEMS}
    counted = frequencies(list(words.values()))
    weights = {one: 1 / math.log(math.e + counted.get(text, 0)) for one, text in words.items()}
    named = frozenset(word.stem for word in content(title)) - BUSINESS_STEMS - stems(lead.item_number)
    return _Decision(window, lead.item_number, named, weights)


def _title(paragraph: HeldParagraph, paper: Sequence[HeldParagraph]) -> str:
    """The title of a paragraph's item: its first heading, or the heading that it stands under."""
    opening = paper[edge(paper, paragraph.ordinal, -1)]
    return opening.text if opening.type == "heading" and opening.item_number else paragraph.heading


def _sought(decision: _Decision) -> str:
    """The words to look for: the decision's rarest, its number, and what undoing is called."""
    rarest = sorted(decision.weights, key=lambda one: -decision.weights[one])[:LOOKED_FOR]
    wanted = frozenset(rarest)
    said = [word.text for word in content(f"{_heading(decision)} {decision.window.text}") if word.stem in wanted]
    return " ".join([*dict.fromkeys(said), decision.number, ASKED_FOR])


def _heading(decision: _Decision) -> str:
    return decision.window.paragraphs[0].heading


def _undoing(decision: _Decision, passage: Passage, paper: Sequence[HeldParagraph]) -> list[Window]:
    """The words in a passage that undo a decision."""
    if passage.paper.kind != "minutes":
        return []
    found = []
    for paragraph in passage.paragraphs:
        said = next((s for s in quotable(paragraph.text, MOST_WORDS) if _UNDOES.search(s.text)), None)
        if said and paragraph.type in ("resolution", "text") and _points_to(decision, paragraph, paper):
            text = paragraph.text if count(paragraph.text) <= MOST_WORDS else said.text
            window = replace(of_words(decision.window, paragraph, text), passage=passage, recommends=False)
            found += [] if proposes_only("resolved", window) else [window]
    return found


def _points_to(decision: _Decision, paragraph: HeldParagraph, paper: Sequence[HeldParagraph]) -> bool:
    """Whether a paragraph, with what stands before it in its item, speaks of this decision and no other."""
    ours, theirs = decision.window.paragraphs[0].paper.council, paragraph.paper.council
    if ours and theirs and ours != theirs:
        return False
    before = [p for p in paper[max(0, paragraph.ordinal - BESIDE) : paragraph.ordinal] if same_item(p, paragraph)]
    text = "\n".join([_title(paragraph, paper), *(p.text for p in before), paragraph.text])
    shared = stems(text) & decision.weights.keys()
    if len(shared) < FEWEST_IN_COMMON:
        return False
    if _names(decision, text):
        return True
    same_body = paragraph.paper.body == decision.window.paragraphs[0].paper.body
    titled = decision.title and _share(stems(_title(paragraph, paper)), decision.title) >= SAME_TITLE
    if same_body and titled and (_UNMAKES.search(paragraph.text) or len(shared - decision.title) >= BESIDES_TITLE):
        return True
    weight = sum(decision.weights[one] for one in shared)
    return weight >= ENOUGH_SHARED * sum(decision.weights.values())


def _names(decision: _Decision, text: str) -> bool:
    """Whether a text names the minute: by a number that is its own, or by its number and its meeting's date."""
    number = decision.number.rstrip(".")
    if not number or not re.search(rf"(?<![\w/]){re.escape(number)}(?![\w/])", text, re.IGNORECASE):
        return False
    if not _NO_NAME.fullmatch(number):
        return True
    when = decision.window.paragraphs[0].paper.days
    later = (found.whole or (found.in_year(when.first.year) if when else None) for found in find_dates(text))
    numbered = re.search(rf"\b(?:minute|item|no\.?)s? (?:no\.? )?{re.escape(number)}\b", text, re.IGNORECASE)
    return numbered is not None and any(when and day and when.first <= day <= when.last for day in later)


def _share(held: frozenset[str], wanted: frozenset[str]) -> float:
    return len(held & wanted) / len(wanted)


def _says(window: Window, other: Window) -> bool:
    """Whether a window gives the paragraph that another one quotes."""
    return any(paragraph.id == other.paragraphs[0].id for paragraph in window.paragraphs)
