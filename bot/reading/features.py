"""What can be seen of a paragraph before it is read: how much of the question stands in and around it, and what it is.

Each paragraph of the passages found becomes a row of numbers, most of them from 0 to 1. What they count is learned
(`training.ranking`), not set by hand. Columns for what the question asks for (who, when, how much) were tried: the ranker
learned the 800 questions by heart with them, and ranked others worse (.60 of first places right, .62 without).
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.query.scoping import Scoping, fit
from bot.reading.items import PaperOf
from bot.types import Query
from corpus import lexicon
from index.coverage import Wanted, place_stems
from index.types import HeldParagraph, Passage
from index.words import words_of, words_of_file

NEIGHBOUR = 0.7
"""What a word counts beside the paragraph, where it is looked for around it; the same as in search's second look."""
LONG = 200.0
"""Words of a paragraph that count as long as can be."""

SAYING = tuple(lexicon.SAYING)
TYPES = (
    *("heading", "text", "resolution", "recommendation", "motion", "vote", "action", "attendance", "table", "exempt"),
    *("question", "reply"),
)
KINDS = ("minutes", "agenda", "report", "actions")
PLACES = ("own", "own_dense", "beside", "above", "passage", "paper", "anywhere", "names", "numbers", "pairs")
MEETING = ("in_period", "has_period", "of_body", "has_body", "numbered", "has_number", "other_body", "late", "draft")
SEARCH = ("score", "rank", "covered")
SHAPE = ("words", "asks", "leads_up", "first")
NAMES = (*PLACES, *MEETING, *SEARCH, *SHAPE, *TYPES, *KINDS, *SAYING)
"""What each column of the rows is."""

Rows = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A paragraph that may answer, and the passage that it was found in."""

    paragraph: HeldParagraph
    passage: Passage
    place: int


def candidates(passages: Sequence[Passage]) -> list[Candidate]:
    """Every paragraph of the passages, once, in the order of the passages."""
    found: dict[str, Candidate] = {}
    for place, passage in enumerate(passages):
        for paragraph in passage.paragraphs:
            found.setdefault(paragraph.id, Candidate(paragraph, passage, place))
    return list(found.values())


def rows_of(query: Query, wanted: Wanted, found: Sequence[Candidate], paper_of: PaperOf) -> Rows:
    """A row for each candidate, shape (candidates, len(NAMES))."""
    if not found:
        return np.zeros((0, len(NAMES)), dtype=np.float32)
    wanted.read(one.paragraph.text for one in found)
    seen = _Seen(query, wanted, found, paper_of)
    return np.array([seen.row(one) for one in found], dtype=np.float32)


class _Seen:
    """A question beside the candidates found for it."""

    def __init__(self, query: Query, wanted: Wanted, found: Sequence[Candidate], paper_of: PaperOf) -> None:
        self._query = query
        self._wanted = wanted
        self._paper_of = paper_of
        self._scoping = Scoping(query.scope, asks_when=query.question.wants == "when")
        self._pairs = _pairs(query.text, wanted)
        self._best = max(one.passage.score for one in found) or 1.0
        self._days = sorted({one.paragraph.paper.days for one in found if one.paragraph.paper.days})
        self._passages: dict[int, Mapping[str, float]] = {}

    def row(self, one: Candidate) -> list[float]:
        paragraph = one.paragraph
        types = [float(paragraph.type == name) for name in TYPES]
        kinds = [float(paragraph.paper.kind == name) for name in KINDS]
        said = saying(paragraph.text)
        return [
            *self._places(one),
            *self._meeting(one),
            *self._found(one),
            *_shape(one),
            *types,
            *kinds,
            *said,
        ]

    def _places(self, one: Candidate) -> Iterator[float]:
        """How much of the question stands in the paragraph, around it, and in what is above it."""
        paragraph, held, share = one.paragraph, self._wanted.held, self._wanted.share
        own = held(paragraph.text)
        paper = paragraph.paper
        beside: dict[str, float] = {}
        for other in self._around(paragraph):
            place_stems(beside, held(other.text), NEIGHBOUR)
        heading = held(f"{' '.join(paragraph.label)} {paragraph.heading}")
        passage = self._held_in(one)
        of_paper = held(f"{paper.title} {paper.body_in_full or ''} {words_of_file(paper.file)}")
        anywhere: dict[str, float] = {}
        for there in (own, beside, heading, passage, of_paper):
            place_stems(anywhere, there, 1.0)
        yield from (share(own), share(own) / math.sqrt(1 + len(paragraph.text) / 400), share(beside), share(heading))
        yield from (share(passage), share(of_paper), share(anywhere))
        question = self._query.question
        for stems in (question.names, question.numbers):
            yield len(stems & anywhere.keys()) / len(stems) if stems else 1.0
        words = [word.lower() for word in words_of(paragraph.text)]
        yield (len(self._pairs.intersection(itertools.pairwise(words))) / len(self._pairs) if self._pairs else 0.0)

    def _meeting(self, one: Candidate) -> Iterator[float]:
        """How the paragraph's meeting fits what the question says of dates, bodies and numbers."""
        paragraph, scope = one.paragraph, self._query.scope
        paper = paragraph.paper
        periods = [
            fit(period, paper.days, paragraph.text, asks_when=self._scoping.asks_when) for period in scope.periods
        ]
        yield max(periods, default=0.0)
        yield float(bool(periods))
        yield float(scope.names(paper))
        yield float(bool(scope.whose))
        yield float(self._scoping.numbered(paragraph))
        yield float(bool(scope.numbers))
        yield float(bool(scope.whose) and not scope.names(paper))
        many = len(self._days) - 1
        yield self._days.index(paper.days) / many if many > 0 and paper.days else 0.5
        yield float(paper.draft)

    def _found(self, one: Candidate) -> Iterator[float]:
        yield one.passage.score / self._best
        yield 1.0 / (1.0 + one.place)
        yield self._wanted.share(self._held_in(one))

    def _around(self, paragraph: HeldParagraph) -> Sequence[HeldParagraph]:
        paper = self._paper_of(paragraph.paper.id)
        return [
            *paper[max(0, paragraph.ordinal - 1) : paragraph.ordinal],
            *paper[paragraph.ordinal + 1 : paragraph.ordinal + 2],
        ]

    def _held_in(self, one: Candidate) -> Mapping[str, float]:
        if one.place not in self._passages:
            placed: dict[str, float] = {}
            for paragraph in one.passage.paragraphs:
                place_stems(placed, self._wanted.held(paragraph.text), 1.0)
            self._passages[one.place] = placed
        return self._passages[one.place]


def saying(text: str) -> list[float]:
    """What a text holds, by its words and signs: 1.0 or 0.0 for each of SAYING."""
    words = {word.lower() for word in words_of(text)}
    signs = set(text)
    return [float(not marks.isdisjoint(words) or not marks.isdisjoint(signs)) for marks in lexicon.SAYING.values()]


def _shape(one: Candidate) -> list[float]:
    text = one.paragraph.text.rstrip()
    words = len(text.split())
    return [
        min(1.0, words / LONG),
        float(text.endswith("?")),
        float(text.endswith((":", "-", "–", "—"))),
        float(one.passage.paragraphs[0].id == one.paragraph.id),
    ]


def _pairs(question: str, wanted: Wanted) -> set[tuple[str, str]]:
    """Words that stand side by side in the question, both telling."""
    words = [word.lower() for word in words_of(question)]
    return {(one, other) for one, other in itertools.pairwise(words) if wanted.held(one) and wanted.held(other)}
