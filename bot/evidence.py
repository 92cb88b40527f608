"""Finds the words that carry a question: windows of whole sentences, scored by what they say and where they stand.

A window's words count full; those around it (its paragraph, item, heading, paper) count less, since an outcome is
often minuted some lines below its topic ("Members agreed to return to this in March"). Weights were chosen on the
project's samples and checked on real papers by `python -m evals answers`; docs/evaluation.md has the ablations.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from bot.cues import announces, asks, cue
from bot.item import Item
from bot.meaning import defines
from bot.question import Question
from bot.scoping import Scoping
from bot.sentences import quotable
from bot.terms import count, stems
from bot.verify import MOST_WORDS
from bot.vocabulary import Vocabulary
from bot.weights import Weights
from index.coverage import place_stems
from index.types import Days, HeldParagraph, Passage, same_item
from index.words import words_of_file

LATEST_BONUS = 0.25  # of coverage, for the latest meeting found, where the question asks how things stand
DEFINES_BONUS = 0.3  # of coverage, for expanding the abbreviation that is asked about
FEWEST_IN_PARAGRAPH = 3  # fewer are a note in the margin
FEWEST_WORDS = 4  # "Resolved:" alone says nothing
ENOUGH_WORDS = 70  # a window longer than this pays for each further word
WORD_PRICE = 0.0025  # of coverage, per word over ENOUGH_WORDS
WORD_WORTH = 0.0005  # of coverage, per word up to ENOUGH_WORDS: of two that cover alike, the fuller one is clearer
IDLE_PRICE = 0.06  # of coverage, for each further paragraph that says nothing of the question
DRAFT_PRICE = 0.05  # of coverage, for draft minutes: where the adopted ones are held too, those are quoted
SHORT = 30  # words of a paragraph that may be quoted together with the next one

# How much a term counts by the nearest place where it stands.
WITHIN, PARAGRAPH, NEIGHBOUR, HEADING = 1.0, 0.75, 0.68, 0.7
OPENING, BODY, PAPER, HELD_THEN = 0.6, 0.8, 0.5, 0.8

# A line that offers a file for download ("Agenda.pdf (120 KB)") names papers, and says nothing of what stands in them.
_DOWNLOAD = re.compile(r"\.(?:pdf|docx?|xlsx?|pptx?|odt)\s*(?:[-–|(\[•]|$)", re.IGNORECASE | re.MULTILINE)
_DECISIVE = frozenset({"resolution", "recommendation", "motion", "vote", "exempt"})
RETRIEVAL_WEIGHT = 0.35  # of the passage's own rank among those found


@dataclass(frozen=True, slots=True)
class Window:
    """Whole sentences in a row that may answer, with the paragraphs they stand in and their text in each.

    `own` are the question's stems inside the window, `around` those in its surroundings with their weights, `subject`
    those in what its item is about. `recommends` says that a body recommends this to another; `order` that it came before
    or after another window of the answer, which it made or unmade.
    """

    paragraphs: tuple[HeldParagraph, ...]
    pieces: tuple[str, ...]
    passage: Passage
    score: float
    own: dict[str, float]
    around: dict[str, float]
    subject: dict[str, float]
    recommends: bool = False
    order: Literal["", "earlier", "later"] = ""

    @property
    def text(self) -> str:
        """The quoted words, a line a paragraph."""
        return "\n".join(self.pieces)

    @property
    def paper_id(self) -> str:
        """The id of the paper that the words stand in."""
        return self.paragraphs[0].paper.id

    def in_item_of(self, other: Window) -> bool:
        """Whether it begins in the item, of the same paper, that another window begins in."""
        return self.paper_id == other.paper_id and same_item(self.paragraphs[0], other.paragraphs[0])

    @property
    def placed(self) -> dict[str, float]:
        """Every stem of the question that stands in the window or around it, with its weight."""
        placed = dict(self.around)
        place_stems(placed, self.own, WITHIN)
        return placed


@dataclass(frozen=True, slots=True)
class _Unit:
    paragraph: HeldParagraph
    start: int
    end: int
    held: dict[str, float]
    words: int


@dataclass(frozen=True, slots=True)
class Asked:
    """What windows are scored by: a question, what its words weigh and what answers for them, and where it points."""

    question: Question
    weights: Weights
    vocabulary: Vocabulary
    scoping: Scoping
    dates: tuple[Days, ...] = ()

    @property
    def of_any_time(self) -> bool:
        """Whether it is asked what was resolved, whenever that was: each meeting's resolution on the matter is an answer."""
        return self.question.wants == "resolved" and not self.scoping.scope.periods

    def fresh(self, text: str) -> str:
        """A text without what the question itself gives, which is no answer: names where it asks who, figures where how many."""
        if self.question.wants == "who":
            given = self.vocabulary.wanted
        elif self.question.wants in ("money", "quantity", "share"):
            given = self.question.numbers
        else:
            return text
        return " ".join(word for word in text.split() if not given & stems(word)) if given else text

    def lateness(self, when: Days | None) -> float:
        """Where a date stands among those of the passages found: 0 for the earliest, 1 for the latest."""
        if when is None or len(self.dates) < 2 or when not in self.dates:  # noqa: PLR2004 - one date has no order
            return 0.0
        return self.dates.index(when) / (len(self.dates) - 1)


def windows(
    asked: Asked, passages: Sequence[Passage], items_of: Callable[[Passage], Sequence[Item]], *, apart: bool = False
) -> list[Window]:
    """The best window that begins in each paragraph of the passages and their items, best first; at each sentence, `apart`."""
    asked = replace(asked, dates=tuple(sorted({p.paper.days for p in passages if p.paper.days})))
    best = max((passage.score for passage in passages), default=0.0)
    found: dict[tuple[str, int], Window] = {}
    for passage in passages:
        rank = passage.score / best if best > 0 else 0.0
        for first, window in (w for item in items_of(passage) for w in _of_item(asked, passage, rank, item)):
            key = first.paragraph.id, first.start if apart else 0
            if key not in found or found[key].score < window.score:
                found[key] = window
    return sorted(found.values(), key=lambda w: -w.score)


def _of_item(asked: Asked, passage: Passage, rank: float, item: Item) -> Iterable[tuple[_Unit, Window]]:
    """Every window of an item, after the sentence that it begins with."""
    surroundings = _Surroundings(item, asked.vocabulary)
    found = {p.id for p in passage.paragraphs}
    for units in _stretches(item.paragraphs, asked.vocabulary):
        for run in _runs(units):
            ranked = rank if any(unit.paragraph.id in found for unit in run) else 0.0
            yield run[0], _score(asked, run, surroundings, passage, ranked)


def _stretches(item: Sequence[HeldParagraph], vocabulary: Vocabulary) -> Iterable[list[_Unit]]:
    """The sentences of an item in stretches that one quotation may run over. Headings are told with the answer."""
    quoted = [p for p in item if not _DOWNLOAD.search(p.text)]
    spoken = [p for p in quoted if p.type != "heading"] or quoted
    stretch: list[_Unit] = []
    last: HeldParagraph | None = None
    for paragraph in spoken:
        if last is not None and _parted(last, paragraph):
            yield stretch
            stretch = []
        stretch.extend(_units(paragraph, vocabulary))
        last = paragraph
    yield stretch


def _parted(before: HeldParagraph, after: HeldParagraph) -> bool:
    """Whether no quotation may run from one paragraph into the next.

    None runs from what was said into what was resolved or recommended, nor from one clause into another: each is told as
    what it is, under its own number. None runs over a heading, in or out of a table, or over a note in the margin (the
    initials of who is to act), which papers print beside the text and readers place anywhere.
    """
    if after.ordinal != before.ordinal + 1 or ("table" in {before.type, after.type} and before.type != after.type):
        return True
    lengths = count(before.text), count(after.text)
    runs_on = before.text.rstrip().endswith((":", "-", "–", ";"))
    if min(lengths) < FEWEST_IN_PARAGRAPH and not announces(before.text):
        return True
    if before.type in _DECISIVE or after.type in _DECISIVE:
        return before.type != after.type or not (before.label == after.label or (runs_on and _nested(before, after)))
    return max(lengths) > SHORT and not runs_on and not asks(before.text)


def _nested(before: HeldParagraph, after: HeldParagraph) -> bool:
    """Whether one of two paragraphs stands under the other's number: a lead-in and its first line, not two clauses."""
    shorter = min(len(before.label), len(after.label))
    return before.label[:shorter] == after.label[:shorter] and len(before.label) != len(after.label)


def _runs(units: Sequence[_Unit]) -> Iterable[Sequence[_Unit]]:
    """Every run of sentences that can be quoted: neither too long nor bare, and none opens with what was not asked."""
    for first in range(len(units)):
        length = 0
        for last in range(first, len(units)):
            length += units[last].words
            if last > first and (length > MOST_WORDS or not units[first].held):
                break
            if length >= FEWEST_WORDS:
                yield units[first : last + 1]


class _Surroundings:
    """The question's stems by where they stand around a paragraph."""

    def __init__(self, item: Item, vocabulary: Vocabulary) -> None:
        held = vocabulary.held
        paper = item.paragraphs[0].paper
        self._at = {paragraph.id: place for place, paragraph in enumerate(item.paragraphs)}
        self._held = [held(paragraph.text) for paragraph in item.paragraphs]
        self._opening = [held(paragraph.text) for paragraph in item.opening]
        first = item.paragraphs[0]
        title = first.text if first.type == "heading" else ""
        self._headings = {p.id: held(f"{' '.join(p.label)} {title} {p.heading}") for p in item.paragraphs}
        self._subjects = {p.id: self._about(p, held(paper.title)) for p in item.paragraphs}
        self._anywhere: dict[str, float] = {}
        place_stems(self._anywhere, held(f"{paper.title} {words_of_file(paper.file)}"), PAPER)
        place_stems(self._anywhere, held(paper.body or ""), BODY)
        for words in self._opening:
            place_stems(self._anywhere, words, OPENING)

    def around(self, run: Sequence[_Unit]) -> dict[str, float]:
        """Every stem found around a run of sentences, with the weight of its nearest place."""
        placed = dict(self._anywhere)
        first, last = self._at[run[0].paragraph.id], self._at[run[-1].paragraph.id]
        for place in (first - 1, last + 1):
            if 0 <= place < len(self._held):
                place_stems(placed, self._held[place], NEIGHBOUR)
        place_stems(placed, self._headings[run[0].paragraph.id], HEADING)
        for place in range(first, last + 1):
            place_stems(placed, self._held[place], PARAGRAPH)
        return placed

    def subject(self, run: Sequence[_Unit]) -> dict[str, float]:
        """The stems of what the item is about: its heading, its opening, the paper's title."""
        return self._subjects[run[0].paragraph.id]

    def _about(self, paragraph: HeldParagraph, title: Mapping[str, float]) -> dict[str, float]:
        about: dict[str, float] = {}
        for words in (self._headings[paragraph.id], *self._opening, title):
            place_stems(about, words, WITHIN)
        return about


def _units(paragraph: HeldParagraph, vocabulary: Vocabulary) -> list[_Unit]:
    return [
        _Unit(paragraph, s.start, s.end, vocabulary.held(s.text), count(s.text))
        for s in quotable(paragraph.text, MOST_WORDS)
    ]


def _score(asked: Asked, run: Sequence[_Unit], where: _Surroundings, passage: Passage, rank: float) -> Window:
    own: dict[str, float] = {}
    for unit in run:
        place_stems(own, unit.held, WITHIN)
    lead, around = run[0].paragraph, where.around(run)
    if asked.scoping.held_then(lead.paper.days):
        place_stems(around, dict.fromkeys(asked.weights.dates, 1.0), HELD_THEN)
    pieces = _pieces(run)
    text = "\n".join(pieces)
    length = sum(unit.words for unit in run)
    placed = dict(around)
    place_stems(placed, own, WITHIN)
    score = asked.weights.coverage(placed) + RETRIEVAL_WEIGHT * rank
    score += cue(asked.question.wants, [unit.paragraph for unit in run], asked.fresh(text))
    score += LATEST_BONUS * asked.lateness(lead.paper.days) if asked.question.latest else 0.0
    score += asked.scoping.bonus(lead, text) - (DRAFT_PRICE if lead.paper.draft else 0.0)
    score += DEFINES_BONUS if asked.question.wants == "meaning" and defines(asked.question, text) else 0.0
    score -= IDLE_PRICE * _idle(run)
    score += WORD_WORTH * min(length, ENOUGH_WORDS) - WORD_PRICE * max(0, length - ENOUGH_WORDS)
    paragraphs = tuple(dict.fromkeys(unit.paragraph for unit in run))
    return Window(paragraphs, pieces, passage, score, own, around, where.subject(run))


def _idle(run: Sequence[_Unit]) -> int:
    """How many paragraphs of a run say nothing of the question, those apart that a lead-in announces."""
    paragraphs = {unit.paragraph.id: unit.paragraph for unit in run}
    busy = {unit.paragraph.id for unit in run if unit.held}
    announced = False
    idle = 0
    for key, paragraph in paragraphs.items():
        idle += key not in busy and not announced
        announced = announced or announces(paragraph.text)
    return idle


def _pieces(run: Sequence[_Unit]) -> tuple[str, ...]:
    """The words of a run, verbatim: one piece a paragraph, from its first sentence to its last."""
    spans: dict[str, tuple[HeldParagraph, int, int]] = {}
    for unit in run:
        paragraph, start, _ = spans.get(unit.paragraph.id, (unit.paragraph, unit.start, unit.end))
        spans[unit.paragraph.id] = (paragraph, start, unit.end)
    return tuple(paragraph.text[start:end] for paragraph, start, end in spans.values())
