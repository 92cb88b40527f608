"""Makes what the reader learns from: a question with a few passages, each paragraph marked with what it tells."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import bm25s
import Stemmer

from bot.reading.encoding import header_of
from corpus.types import Paper, Paragraph
from training.papers import Chunked
from training.questions import Asked, Ref, found_at

DEPTH = 40
"""Chunks of all papers among which those that look like an answer are sought."""
ONE_PAPER_DEPTH = 8
"""The same, of the question's own file."""
FEWEST_WORDS, MOST_WORDS = 60, 160
"""Of a passage, as search cuts them."""
FREELY = 0.25
"""Share of passages that go on past the end of their item, as passages of papers without numbers do."""
UNTYPED = 0.15
"""Share of passages whose paragraphs are shown without their types: on papers of unseen form, types are often wrong."""
OF_MEETING = 0.5
"""Share of questions without a figure that are put of their meeting: those that were written on a stretch seldom name it."""
FRONTED = 0.4
"""Share of these that name it first."""
BROAD = frozenset({"vague"})
"""Styles that other papers may answer as well: theirs are not shown as passages that do not answer."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A passage as the reader is shown it. `tells` has, for each paragraph, the number of the evidence it is part of, or -1."""

    header: str
    paragraphs: tuple[tuple[str, str], ...]
    tells: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Example:
    """A question with its passages; without evidence in any of them nothing answers it."""

    question: str
    passages: tuple[Shown, ...]

    @property
    def answerable(self) -> bool:
        """Whether a paragraph of a passage tells something of the answer."""
        return any(number >= 0 for passage in self.passages for number in passage.tells)


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence about some paragraphs, and whether they carry it."""

    sentence: str
    passage: Shown
    carried: bool


def claims(rows: Iterable[Mapping[str, Any]], papers: Mapping[str, Sequence[Chunked]]) -> Iterator[Claim]:
    """The sentences that were written about paragraphs (`spans` of a file): those `carried`, and those `invented`."""
    for row in rows:
        found = list(found_at(papers.get(row["file"], ()), row["spans"]))
        if found:
            held = tuple((paragraph.type, paragraph.text) for _, paragraph in found)
            (paper, first), *_ = found
            shown = Shown(header_of(paper, paper.body, first.heading), held, (-1,) * len(held))
            for name in ("carried", "invented"):
                yield from (Claim(sentence, shown, name == "carried") for sentence in row[name])


@dataclass(slots=True)
class _Making:
    """The passages of one file that are chosen for an example so far, and the paragraphs that they hold."""

    file: str
    evidence: Mapping[Ref, int]
    rng: random.Random
    passages: list[Shown] = field(default_factory=list)
    taken: set[Ref] = field(default_factory=set)


class Examples:
    """Makes examples from questions on papers: another choice of passages each time, by the generator that it is given."""

    def __init__(self, papers: Mapping[str, Sequence[Chunked]], asked: Sequence[Asked]) -> None:
        self._papers = papers
        self._places = [
            (file, place, first, last)
            for file, held in papers.items()
            for place, one in enumerate(held)
            for first, last in one.chunks
        ]
        self._of_file: dict[str, list[int]] = {}
        for number, (file, *_) in enumerate(self._places):
            self._of_file.setdefault(file, []).append(number)
        self._stemmer = Stemmer.Stemmer("english")
        texts = [self._text(*place) for place in self._places]
        self._index = bm25s.BM25()
        self._index.index(self._tokens(texts), show_progress=False)
        self._near = self._look_up(asked)

    def make(self, asked: Asked, number: int, rng: random.Random) -> Example:
        """An example of the question that stands at `number` among those given when this was made."""
        evidence = {ref: group for group, refs in enumerate(asked.evidence) for ref in refs}
        making = _Making(asked.file, evidence, rng)
        for refs in rng.sample(asked.evidence, len(asked.evidence))[:2]:
            if not making.taken & set(refs):
                place, ordinal = rng.choice(refs[:2])
                self._show(making, place, (ordinal, ordinal))
        own = [n for n in self._in_file(asked, number) if not self._holds(n, set(evidence) | making.taken)]
        for n in rng.sample(own[:4], min(len(own), 4))[:1] if making.passages else own[:2]:
            self._show(making, *self._core(n))
        others = [n for n in self._near[number] if self._places[n][0] != asked.file and asked.style not in BROAD]
        for n in rng.sample(others[:10], min(len(others), 10))[:1]:
            elsewhere = _Making(self._places[n][0], {}, rng)
            self._show(elsewhere, *self._core(n))
            making.passages += elsewhere.passages
        return Example(asked_of_meeting(asked, self._papers, rng), tuple(making.passages))

    def _look_up(self, asked: Sequence[Asked]) -> list[list[int]]:
        found, _ = self._index.retrieve(self._tokens([one.text for one in asked]), k=DEPTH, show_progress=False)
        return [[int(n) for n in row] for row in found]

    def _in_file(self, asked: Asked, number: int) -> list[int]:
        """The chunks of the question's own file, the likest first; of a question that nothing answers, those it was written on."""
        stretch = set(asked.near)
        mine = self._of_file[asked.file]
        if stretch and not asked.evidence:
            mine = [n for n in mine if self._holds(n, stretch)] or mine
        first = [n for n in self._near[number] if n in set(mine)]
        if len(first) >= ONE_PAPER_DEPTH:
            return first[:ONE_PAPER_DEPTH]
        words = set(self._stemmer.stemWords(asked.text.lower().split()))
        rest = sorted((n for n in mine if n not in first), key=lambda n: -self._shared(n, words))
        return [*first, *rest][:ONE_PAPER_DEPTH]

    def _shared(self, number: int, words: set[str]) -> int:
        return len(words & set(self._stemmer.stemWords(self._text(*self._places[number]).lower().split())))

    def _holds(self, number: int, refs: set[Ref]) -> bool:
        _, place, first, last = self._places[number]
        return any(paper == place and first <= ordinal <= last for paper, ordinal in refs)

    def _core(self, number: int) -> tuple[int, tuple[int, int]]:
        _, place, first, last = self._places[number]
        return place, (first, last)

    def _show(self, making: _Making, place: int, core: tuple[int, int]) -> None:
        """Adds a passage around some paragraphs of a paper, as long as chance has it."""
        paper = self._papers[making.file][place].paper
        first, last = _spread(paper, core, making.rng)
        held = paper.paragraphs[first : last + 1]
        making.taken.update((place, paragraph.ordinal) for paragraph in held)
        untyped = making.rng.random() < UNTYPED
        shown = Shown(
            header_of(paper, paper.body, held[0].heading),
            tuple(("text" if untyped else p.type, p.text) for p in held),
            tuple(making.evidence.get((place, p.ordinal), -1) for p in held),
        )
        making.passages.append(shown)

    def _text(self, file: str, place: int, first: int, last: int) -> str:
        paper = self._papers[file][place].paper
        held = paper.paragraphs[first : last + 1]
        return "\n".join([header_of(paper, paper.body, held[0].heading), *(p.text for p in held)]) if held else ""

    def _tokens(self, texts: Sequence[str]) -> bm25s.tokenization.Tokenized:
        return bm25s.tokenize(list(texts), stopwords="en", stemmer=self._stemmer, show_progress=False)


def asked_of_meeting(asked: Asked, papers: Mapping[str, Sequence[Chunked]], rng: random.Random) -> str:
    """A question's words, with the meeting that its evidence is of named in some of them."""
    places = [place for refs in asked.evidence for place, _ in refs] or [0]
    if rng.random() >= OF_MEETING or any(sign.isdigit() for sign in asked.text):
        return asked.text
    return of_meeting(asked.text, papers[asked.file][places[0]].paper, rng)


def of_meeting(question: str, paper: Paper, rng: random.Random) -> str:
    """A question put of one meeting, as people do: by its day, its month, its year, its body, or by several of them."""
    told = question.rstrip(" ?.")
    body = f"the {paper.body}" if paper.body else ""
    day = paper.date
    when = [f"{day:%B %Y}", f"{day.day} {day:%B %Y}", f"{day.year}"] if day else []
    named = [f"In {one}" if " " not in one or one[0].isalpha() else f"On {one}" for one in when]
    fronts = [*named, *([f"At {body} meeting" + (f" of {when[1]}" if when else "")] if body else [])]
    ends = [one.lower()[:2] + one[2:] for one in named] + ([f"at {body}"] if body else [])
    if body and when:
        ends += [f"at {body} in {when[0]}", f"at {body} meeting of {when[1]}"]
    if not ends:
        return question
    if rng.random() < FRONTED and len(told) > 1:
        first = told if told[1].isupper() else told[0].lower() + told[1:]
        return f"{rng.choice(fronts)}, {first}?"
    return f"{told} {rng.choice(ends)}?"


def _spread(paper: Paper, core: tuple[int, int], rng: random.Random) -> tuple[int, int]:
    """The first and the last paragraph of a passage that holds `core`, grown on both sides within its item."""
    wanted = rng.randint(FEWEST_WORDS, MOST_WORDS)
    freely = rng.random() < FREELY
    first, last = core
    words = sum(_size(p) for p in paper.paragraphs[first : last + 1])
    open_sides = {-1, 1}
    while open_sides and words < wanted:
        side = rng.choice(sorted(open_sides))
        at = first - 1 if side < 0 else last + 1
        edge = first if side < 0 else last
        if not 0 <= at < len(paper.paragraphs) or not (
            freely or _together(paper.paragraphs[at], paper.paragraphs[edge])
        ):
            open_sides.discard(side)
            continue
        if words + _size(paper.paragraphs[at]) > MOST_WORDS:
            open_sides.discard(side)
            continue
        words += _size(paper.paragraphs[at])
        first, last = (at, last) if side < 0 else (first, at)
    return first, last


def _together(one: Paragraph, other: Paragraph) -> bool:
    return one.label[:1] == other.label[:1] or other.heading in (one.heading, one.text)


def _size(paragraph: Paragraph) -> int:
    return len(paragraph.text.split())
