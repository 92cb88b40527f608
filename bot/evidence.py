"""Finds the words that carry a question: windows of whole sentences, scored by what they say and where they stand.

A window's words count full; those around it (its paragraph, item, heading, paper) count less, since an outcome is
often minuted some lines below its topic ("Members agreed to return to this in March"). Weights were chosen on the
project's samples and checked on real papers by `python -m evals answers`; docs/evaluation.md has the ablations.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from bot.cues import cue
from bot.question import Question
from bot.sentences import sentences
from bot.terms import BUSINESS_STEMS, count, stems
from index.types import HeldParagraph, Passage

MOST_WORDS = 100  # of one quotation: a longer one proves nothing
ENOUGH_WORDS = 45  # a window longer than this pays for each further word
WORD_PRICE = 0.0022  # of coverage, per word over ENOUGH_WORDS

# How much a term counts by the nearest place where it stands.
WITHIN, PARAGRAPH, NEIGHBOUR, HEADING, ITEM, PAPER = 1.0, 0.75, 0.6, 0.7, 0.45, 0.5
BUSINESS_WEIGHT = 0.25  # words that every paper holds
CARRIED_WEIGHT = 0.4  # words that an earlier turn lent
NAME_WEIGHT = 1.4  # names and numbers tell more than their rarity says


@dataclass(frozen=True, slots=True)
class Window:
    """Whole sentences in a row that may answer, with the paragraphs they stand in and their text in each.

    `own` are the question's stems inside the window, `around` those in its surroundings with their weights.
    """

    paragraphs: tuple[HeldParagraph, ...]
    pieces: tuple[str, ...]
    passage: Passage
    score: float
    own: frozenset[str]
    around: dict[str, float]
    words: int

    @property
    def text(self) -> str:
        return "\n".join(self.pieces)

    @property
    def paper_id(self) -> str:
        return self.paragraphs[0].paper.id


@dataclass(frozen=True, slots=True)
class _Unit:
    paragraph: HeldParagraph
    text: str
    start: int
    end: int
    stems: frozenset[str]
    words: int


Around = Callable[[Passage], Sequence[HeldParagraph]]
"""The paragraphs of a passage's item, in order: what stands around it under the same heading or number."""


class Weights:
    """What each term of a question weighs: its rarity in the papers held, more for names, less for small talk."""

    def __init__(self, question: Question, frequencies: dict[str, int], size: int) -> None:
        self.by_stem: dict[str, float] = {}
        for word in question.terms:
            rarity = math.log(1 + (size + 1) / (frequencies.get(word.stem, 0) + 1))
            if word.stem in BUSINESS_STEMS:
                rarity *= BUSINESS_WEIGHT
            elif word.stem in question.names or word.stem in question.numbers:
                rarity *= NAME_WEIGHT
            if word.stem in question.carried:
                rarity *= CARRIED_WEIGHT
            self.by_stem[word.stem] = rarity
        self.total = sum(self.by_stem.values()) or 1.0

    def coverage(self, placed: dict[str, float]) -> float:
        """The share of the question's weight that stands at these places, from 0 to 1."""
        return sum(self.by_stem[s] * nearness for s, nearness in placed.items()) / self.total


def windows(question: Question, passages: Iterable[Passage], weights: Weights, item_of: Around) -> list[Window]:
    """The best window of each passage, and of each resolution or the like in its item, best first."""
    found: dict[tuple[str, str], Window] = {}
    for passage in passages:
        for window in _of_passage(question, passage, weights, item_of):
            key = (window.paragraphs[0].id, window.pieces[0][:40])
            if key not in found or found[key].score < window.score:
                found[key] = window
    return sorted(found.values(), key=lambda w: -w.score)


def _of_passage(question: Question, passage: Passage, weights: Weights, item_of: Around) -> list[Window]:
    item = list(item_of(passage))
    wanted = frozenset(weights.by_stem)
    surroundings = _Surroundings(item, passage.paper.title, passage.paper.body or "", wanted)
    units = [unit for paragraph in item for unit in _units(paragraph, wanted)]
    best: dict[str, Window] = {}
    for first in range(len(units)):
        length = 0
        for last in range(first, len(units)):
            length += units[last].words
            if length > MOST_WORDS and last > first:
                break
            run = units[first : last + 1]
            if run[-1].paragraph.type == "heading" and last > first:
                break
            window = _score(question, run, length, surroundings, weights, passage)
            held = best.get(units[first].paragraph.id)
            if held is None or window.score > held.score:
                best[units[first].paragraph.id] = window
    return list(best.values())


class _Surroundings:
    """The question's stems by where they stand around a paragraph."""

    def __init__(self, item: Sequence[HeldParagraph], title: str, body: str, wanted: frozenset[str]) -> None:
        self._at = {paragraph.id: place for place, paragraph in enumerate(item)}
        self._stems = [stems(paragraph.text) & wanted for paragraph in item]
        self._item: frozenset[str] = frozenset().union(*self._stems) if self._stems else frozenset()
        self._headings = {p.heading: stems(p.heading) & wanted for p in item}
        when = item[0].paper.date if item else None
        spoken = f"{title} {body} {when:%d %B %Y}" if when else f"{title} {body}"
        self._paper = stems(spoken) & wanted

    def around(self, run: Sequence[_Unit]) -> dict[str, float]:
        """Every stem found around a run of sentences, with the weight of its nearest place."""
        placed = dict.fromkeys(self._paper, PAPER)
        for stem in self._item:
            placed[stem] = max(placed.get(stem, 0.0), ITEM)
        first, last = self._at[run[0].paragraph.id], self._at[run[-1].paragraph.id]
        for place in (first - 1, last + 1):
            if 0 <= place < len(self._stems):
                placed |= {stem: max(placed.get(stem, 0.0), NEIGHBOUR) for stem in self._stems[place]}
        placed |= {stem: max(placed.get(stem, 0.0), HEADING) for stem in self._headings[run[0].paragraph.heading]}
        for place in range(first, last + 1):
            placed |= {stem: max(placed.get(stem, 0.0), PARAGRAPH) for stem in self._stems[place]}
        return placed


def _units(paragraph: HeldParagraph, wanted: frozenset[str]) -> list[_Unit]:
    return [
        _Unit(paragraph, s.text, s.start, s.end, stems(s.text) & wanted, count(s.text))
        for s in sentences(paragraph.text)
    ]


def _score(
    question: Question, run: Sequence[_Unit], length: int, where: _Surroundings, weights: Weights, passage: Passage
) -> Window:
    own: frozenset[str] = frozenset().union(*(unit.stems for unit in run))
    around = where.around(run)
    placed = around | dict.fromkeys(own, WITHIN)
    pieces = _pieces(run)
    score = weights.coverage(placed)
    score += cue(question.wants, [unit.paragraph for unit in run], "\n".join(pieces))
    score -= WORD_PRICE * max(0, length - ENOUGH_WORDS)
    return Window(
        paragraphs=tuple(dict.fromkeys(unit.paragraph for unit in run)),
        pieces=pieces,
        passage=passage,
        score=score,
        own=own,
        around={s: n for s, n in around.items() if s not in own},
        words=length,
    )


def _pieces(run: Sequence[_Unit]) -> tuple[str, ...]:
    """The words of a run, verbatim: one piece a paragraph, from its first sentence to its last."""
    spans: dict[str, tuple[HeldParagraph, int, int]] = {}
    for unit in run:
        paragraph, start, _ = spans.get(unit.paragraph.id, (unit.paragraph, unit.start, unit.end))
        spans[unit.paragraph.id] = (paragraph, start, unit.end)
    return tuple(paragraph.text[start:end] for paragraph, start, end in spans.values())
