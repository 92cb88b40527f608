"""What a later meeting undid: a decision that was rescinded, superseded, called in or corrected is told after what undid it.

The rule: a later meeting's words undo a decision where they say that something is undone (rescinded, not confirmed, in place
of ...) and point to that decision: by its minute's number, together with its meeting's date or a number that no other meeting
has; or by the same title in the minutes of the same body; or by saying over half of what it says, rare words counting most.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.followthrough.outcome import of_words, proposes_only
from bot.grounding.verify import MOST_WORDS
from bot.query.scoping import Scoping
from bot.query.terms import BUSINESS_STEMS, content, count, stems
from bot.reading.items import PaperOf, edge
from bot.reading.sentences import quotable
from bot.reading.signs import decides, plain, says
from bot.types import MOST_CITATIONS, Evidence, Query
from corpus import lexicon
from corpus.dates import find_dates
from index.types import HeldParagraph, Passage, same_item

ENOUGH_SHARED = 0.5  # of what a decision says, by weight, in the item that undoes it
SAME_TITLE = 0.75  # of a title
BESIDES_TITLE = 2  # telling words in common besides a title: some stand in every meeting's minutes ("Disposal of land")
FEWEST_IN_COMMON = 2  # telling words, whatever they weigh
LOOKED_FOR = 10  # words of a decision that it is looked for by, the rarest
BESIDE = 3  # paragraphs before the undoing words, of the same item, in which its number, date and subject may stand
NO_NAME = 3  # digits of a number that every meeting's minutes have
ASKED_FOR = "rescinded superseded withdrawn rejected corrected reconsidered"

Search = Callable[[str, date], Sequence[Passage]]
"""Passages for words, from a day on."""
Frequencies = Callable[[Sequence[str]], Mapping[str, int]]
"""In how many paragraphs each of some words stands."""


@dataclass(frozen=True, slots=True)
class _Decision:
    """A decision that may have been undone: what it is looked for by, its title's stems, and what each stem of it weighs."""

    evidence: Evidence
    sought: str
    title: frozenset[str]
    weights: Mapping[str, float]


def latest_first(
    query: Query, evidence: Sequence[Evidence], search: Search, paper_of: PaperOf, frequencies: Frequencies
) -> list[Evidence]:
    """The evidence, with the words of a later meeting that undid what the first decision among it says.

    What undid it comes first; last where the question asks about the time of the decision itself, or over meetings.
    """
    decided = [one for one in evidence if _decided(query, one)]
    first = next((one for one in decided if one.lead.type == "resolution"), next(iter(decided), None))
    if first is None or (when := first.lead.paper.days) is None:
        return list(evidence)
    decision = _read(first, paper_of(first.paper_id), frequencies)
    passages = search(decision.sought, when.last)
    found = [one for p in passages for one in _undoing(query, decision, p, paper_of(p.paper.id))]
    latest = max(found, key=lambda one: (one.lead.paper.days or when, one.score), default=None)
    others = [one for one in evidence if latest is None or not _repeats(latest, one)]
    if latest is None or first not in others:
        return list(evidence)
    if query.question.over_meetings or Scoping(query.scope).held_then(when):
        return [*others[: MOST_CITATIONS - 1], replace(latest, order="later")]
    told = [replace(one, order="earlier") if one.paper_id == first.paper_id else one for one in others]
    return [latest, *told][:MOST_CITATIONS]


def _decided(query: Query, one: Evidence) -> bool:
    """Whether evidence tells what a meeting decided, or recommended to another."""
    if one.lead.paper.kind != "minutes" or proposes_only(query, one):
        return False
    return one.lead.type == "resolution" or one.recommends or decides(one.lead, one.text)


def _repeats(latest: Evidence, one: Evidence) -> bool:
    """Whether evidence gives the words that undo a decision, from their own paragraph or another copy of the minutes."""
    same_words = latest.text in one.text and latest.lead.paper.days == one.lead.paper.days
    return latest.lead in one.paragraphs or same_words


def _read(one: Evidence, paper: Sequence[HeldParagraph], frequencies: Frequencies) -> _Decision:
    title = _title(one.lead, paper)
    words = {word.stem: word.text for word in content(f"{title} {one.text}") if word.stem not in BUSINESS_STEMS}
    counted = frequencies(list(words.values()))
    weights = {stem: 1 / math.log(math.e + counted.get(text, 0)) for stem, text in words.items()}
    rarest = sorted(weights, key=lambda stem: -weights[stem])[:LOOKED_FOR]
    said = [text for stem, text in words.items() if stem in rarest]
    return _Decision(one, " ".join([*said, one.lead.item_number, ASKED_FOR]), _telling(title, one.lead), weights)


def _title(paragraph: HeldParagraph, paper: Sequence[HeldParagraph]) -> str:
    """The title of a paragraph's item: its first heading, or the heading that it stands under."""
    opening = paper[edge(paper, paragraph.ordinal, -1)]
    return opening.text if opening.type == "heading" and opening.item_number else paragraph.heading


def _undoing(query: Query, decision: _Decision, passage: Passage, paper: Sequence[HeldParagraph]) -> list[Evidence]:
    """The words in a passage that undo a decision."""
    found = []
    for paragraph in passage.paragraphs if passage.paper.kind == "minutes" else ():
        said = next((one for one in quotable(paragraph.text, MOST_WORDS) if _undoes(one.text)), None)
        if said and paragraph.type in ("resolution", "text") and _points_to(decision, paragraph, paper):
            whole = count(paragraph.text) <= MOST_WORDS
            start, end = (0, len(paragraph.text)) if whole else (said.start, said.end)
            one = replace(of_words(decision.evidence, paragraph, start, end), passage=passage, recommends=False)
            found += [] if proposes_only(query, one) else [one]
    return found


def _undoes(text: str) -> bool:
    """Whether words undo something, or correct a figure: "£60 and not £80"."""
    return says(text, lexicon.UNDOING) or any(f" and not {sign}" in plain(text) for sign in "£€$0123456789")


def _points_to(decision: _Decision, paragraph: HeldParagraph, paper: Sequence[HeldParagraph]) -> bool:
    """Whether a paragraph, with what stands before it in its item, speaks of this decision and no other."""
    ours, theirs = decision.evidence.lead.paper, paragraph.paper
    if ours.council and theirs.council and ours.council != theirs.council:
        return False
    before = [p for p in paper[max(0, paragraph.ordinal - BESIDE) : paragraph.ordinal] if same_item(p, paragraph)]
    title = _title(paragraph, paper)
    text = "\n".join([title, *(p.text for p in before), paragraph.text])
    shared = stems(text) & decision.weights.keys()
    if len(shared) < FEWEST_IN_COMMON:
        return False
    if _names(decision.evidence.lead, text):
        return True
    titled = _same_title(decision.title, _telling(title, paragraph))
    beyond = says(paragraph.text, lexicon.UNMAKING) or len(shared - decision.title) >= BESIDES_TITLE
    if ours.body == theirs.body and titled and beyond:
        return True
    # Words that only the talk before it shares may be of another matter, which the meeting spoke of in passing.
    weight = sum(decision.weights[one] for one in shared)
    own = stems(f"{title}\n{paragraph.text}") & decision.weights.keys()
    return bool(own) and weight >= ENOUGH_SHARED * sum(decision.weights.values())


def _telling(title: str, of: HeldParagraph) -> frozenset[str]:
    """The stems of a title's telling words, without its item's number."""
    return frozenset(word.stem for word in content(title)) - BUSINESS_STEMS - stems(of.item_number)


def _same_title(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether a title is that of the decision: "Fog bell on Stell Point" is not "Fog horn on Stell Point"."""
    return bool(ours) and len(theirs & ours) >= SAME_TITLE * len(ours) and (theirs >= ours or theirs <= ours)


def _names(decision: HeldParagraph, text: str) -> bool:
    """Whether a text names a decision's minute: by a number that is its own, or by its number and its meeting's date."""
    number, said = _numbers(decision.item_number), _numbers(text)
    if not number.strip() or number not in said:
        return False
    if not (number.strip().isdecimal() and len(number.strip()) <= NO_NAME):
        return True
    when = decision.paper.days
    days = (found.whole or (found.in_year(when.first.year) if when else None) for found in find_dates(text))
    numbered = any(
        f" {thing}{no}{number}" in said for thing in ("minute", "item", "minutes", "items") for no in ("", " no")
    )
    numbered = numbered or f" no{number}" in said
    return numbered and any(when and day and when.first <= day <= when.last for day in days)


def _numbers(text: str) -> str:
    """A text in small letters whose numbers ("12.", "(12/31)") stand alone between spaces, with what is inside them."""
    bare = "".join(" " if sign in "()[],;:“”\"'‘’" else sign for sign in text.casefold())
    return f" {' '.join(word.rstrip('.') for word in bare.split())} "
