"""Finds the words that carry a question: windows of whole sentences, scored by what they say and where they stand.

A window's words count full; those around it (its paragraph, item, heading, paper) count less, since an outcome is
often minuted some lines below its topic ("Members agreed to return to this in March"). Weights were chosen on the
project's samples and checked on real papers by `python -m evals answers`; docs/evaluation.md has the ablations.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from bot.query.question import Question
from bot.query.scoping import Scoping
from bot.query.terms import words
from bot.reading.cues import most_worded, typed, worded
from bot.reading.items import Item
from bot.reading.meaning import defines
from bot.reading.runs import Run, Span, runs_of
from bot.reading.vocabulary import Vocabulary
from bot.reading.weights import Weights
from index.coverage import place_stems
from index.types import Days, HeldParagraph, Passage, same_item
from index.words import words_of_file

LATEST_BONUS = 0.25  # of coverage, for the latest meeting found, where the question asks how things stand
DEFINES_BONUS = 0.3  # of coverage, for expanding the abbreviation that is asked about
ENOUGH_WORDS = 70  # a window longer than this pays for each further word
WORD_PRICE = 0.0025  # of coverage, per word over ENOUGH_WORDS
WORD_WORTH = 0.0005  # of coverage, per word up to ENOUGH_WORDS: of two that cover alike, the fuller one is clearer
IDLE_PRICE = 0.06  # of coverage, for each further paragraph that says nothing of the question
DRAFT_PRICE = 0.05  # of coverage, for draft minutes: where the adopted ones are held too, those are quoted

# How much a term counts by the nearest place where it stands.
WITHIN, PARAGRAPH, NEIGHBOUR, HEADING = 1.0, 0.75, 0.68, 0.7
OPENING, BODY, PAPER, HELD_THEN = 0.6, 0.8, 0.5, 0.8

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
    def spans(self) -> list[Span]:
        """Its paragraphs, and where its words begin and end in each."""
        pairs = zip(self.paragraphs, self.pieces, strict=True)
        starts = ((paragraph, max(0, paragraph.text.find(piece)), piece) for paragraph, piece in pairs)
        return [(paragraph, start, start + len(piece)) for paragraph, start, piece in starts]

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

    @property
    def given(self) -> frozenset[str]:
        """The stems of what the question itself gives, which is no answer: names where it asks who, figures where how many."""
        if self.question.wants == "who":
            return self.vocabulary.wanted
        return self.question.numbers if self.question.wants in ("money", "quantity", "share") else frozenset()

    def fresh(self, text: str) -> str:
        """A text without what the question itself gives."""
        given = self.given
        if not given:
            return text
        if given.isdisjoint(self.vocabulary.held(text)):
            return " ".join(text.split())
        return " ".join(word for word in text.split() if not any(one.stem in given for one in words(word)))

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
    begun: dict[tuple[str, int], list[_Candidate]] = {}
    for passage in passages:
        rank = RETRIEVAL_WEIGHT * passage.score / best if best > 0 else 0.0
        of_passage = {paragraph.id for paragraph in passage.paragraphs}
        for item in items_of(passage):
            where = _Surroundings(item, asked)
            for run in runs_of(item.paragraphs, asked.vocabulary):
                key = run.lead.id, run.units[0].start if apart else 0
                ranked = rank if any(p.id in of_passage for p in run.paragraphs) else 0.0
                begun.setdefault(key, []).append(_Candidate(run, passage, where, where.score(run) + ranked))
    wording = _Wording(asked)
    return sorted((wording.best(candidates) for candidates in begun.values()), key=lambda w: -w.score)


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A run that may be quoted, found with a passage, and what it earns whatever its words are."""

    run: Run
    passage: Passage
    where: _Surroundings
    sure: float


class _Wording:
    """What the words of runs earn, whatever stands around them: read once for each run, and only where it may matter.

    Most of what a window costs is reading its words, and most windows are of the same paragraphs, one better than the next.
    """

    def __init__(self, asked: Asked) -> None:
        self._asked = asked
        self._by_words: dict[tuple[str, int, str, int], float] = {}
        self._by_dates: dict[tuple[str, int, str, int], float] = {}
        wants = asked.question.wants
        self._most = most_worded(wants) + (DEFINES_BONUS if wants == "meaning" else 0.0)

    def best(self, candidates: Sequence[_Candidate]) -> Window:
        """The best of the candidates that begin in one paragraph; of equals the first."""
        when = candidates[0].run.lead.paper.days
        least, most = self._asked.scoping.date_bounds(when)
        scores: dict[int, float] = {}
        best = -math.inf
        for n in sorted(range(len(candidates)), key=lambda n: -candidates[n].sure):
            run, score = candidates[n].run, candidates[n].sure - least
            if score + self._most + most < best:
                break  # whatever the words of this and of those after it earn
            score += self._worded(run)
            if score + most >= best:
                scores[n] = score + self._dated(run, when)
                best = max(best, scores[n])
        first = max(scores, key=lambda n: (scores[n], -n))
        return candidates[first].where.window(candidates[first].run, candidates[first].passage, scores[first])

    def _worded(self, run: Run) -> float:
        """What the words of a run earn, its dates apart."""
        if run.span not in self._by_words:
            question, text = self._asked.question, run.text
            score = worded(question.wants, run.paragraphs, self._asked.fresh(text))
            score += DEFINES_BONUS if question.wants == "meaning" and defines(question, text) else 0.0
            self._by_words[run.span] = score
        return self._by_words[run.span]

    def _dated(self, run: Run, when: Days | None) -> float:
        """What a run of a meeting earns by its dates."""
        if run.span not in self._by_dates:
            self._by_dates[run.span] = self._asked.scoping.date_bonus(when, run.text)
        return self._by_dates[run.span]


class _Surroundings:
    """An item with the question's stems by where they stand in it and around it; scores runs by what is sure without reading."""

    def __init__(self, item: Item, asked: Asked) -> None:
        held = asked.vocabulary.held
        paper = item.paragraphs[0].paper
        self._asked = asked
        self._at = {paragraph.id: place for place, paragraph in enumerate(item.paragraphs)}
        self._held = [held(paragraph.text) for paragraph in item.paragraphs]
        self._opening = [held(paragraph.text) for paragraph in item.opening]
        self._around: dict[tuple[str, str], dict[str, float]] = {}
        first = item.paragraphs[0]
        self._title = first.text if first.type == "heading" else ""
        self._anywhere: dict[str, float] = {}
        place_stems(self._anywhere, held(f"{paper.title} {words_of_file(paper.file)}"), PAPER)
        place_stems(self._anywhere, held(paper.body_in_full or ""), BODY)
        for there in self._opening:
            place_stems(self._anywhere, there, OPENING)
        if asked.scoping.held_then(paper.days):
            place_stems(self._anywhere, dict.fromkeys(asked.weights.dates, 1.0), HELD_THEN)
        self._of_paper = asked.scoping.date_bounds(paper.days)[0] - (DRAFT_PRICE if paper.draft else 0.0)
        self._of_paper += LATEST_BONUS * asked.lateness(paper.days) if asked.question.latest else 0.0

    def score(self, run: Run) -> float:
        """What a run earns by the stems in it and around it, by its paper and its paragraphs' types, and by its length."""
        placed = dict(self.around(run))
        place_stems(placed, run.own, WITHIN)
        score = self._of_paper + self._asked.weights.coverage(placed) + self._asked.scoping.place_bonus(run.lead)
        score += typed(self._asked.question.wants, run.types, len(run.units)) - IDLE_PRICE * run.idle
        return score + WORD_WORTH * min(run.words, ENOUGH_WORDS) - WORD_PRICE * max(0, run.words - ENOUGH_WORDS)

    def window(self, run: Run, passage: Passage, score: float) -> Window:
        """A run as a window."""
        own, around = dict(run.own), dict(self.around(run))
        return Window(run.paragraphs, run.pieces, passage, score, own, around, self._subject(run.lead))

    def around(self, run: Run) -> dict[str, float]:
        """Every stem found around a run of sentences, with the weight of its nearest place."""
        key = run.lead.id, run.last.id
        if key not in self._around:
            self._around[key] = self._read_around(run)
        return self._around[key]

    def _read_around(self, run: Run) -> dict[str, float]:
        placed = dict(self._anywhere)
        first, last = self._at[run.lead.id], self._at[run.last.id]
        for place in (first - 1, last + 1):
            if 0 <= place < len(self._held):
                place_stems(placed, self._held[place], NEIGHBOUR)
        place_stems(placed, self._headed(run.lead), HEADING)
        for place in range(first, last + 1):
            place_stems(placed, self._held[place], PARAGRAPH)
        return placed

    def _headed(self, paragraph: HeldParagraph) -> Mapping[str, float]:
        return self._asked.vocabulary.held(f"{' '.join(paragraph.label)} {self._title} {paragraph.heading}")

    def _subject(self, lead: HeldParagraph) -> dict[str, float]:
        """The stems of what the item is about: its heading, its opening, the paper's title."""
        about: dict[str, float] = {}
        for there in (self._headed(lead), *self._opening, self._asked.vocabulary.held(lead.paper.title)):
            place_stems(about, there, WITHIN)
        return about
