"""How the built-in reader is shown a question and a passage: as word pieces, with the place of every sentence.

Training and answering both use this module, so that the model meets the same form in both.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from bot.grounding.verify import MOST_WORDS
from bot.query.terms import content
from bot.reading.sentences import quotable
from corpus.dates import written

if TYPE_CHECKING:
    from tokenizers import Tokenizer

    from corpus.types import Paper
    from index.types import HeldPaper

MOST_PIECES = 384
"""Word pieces of a question with its passage. What is longer is cut at the end."""
MOST_QUESTION = 64
"""Word pieces of a question that are read."""
MOST_HEADER = 48
"""Word pieces of the line that says where a passage stands."""
PLAIN_TYPES = frozenset({"text", "table"})
"""Types of paragraph that are not named before their words."""

Paragraphs = Sequence[tuple[str, str]]
"""The type and the text of each paragraph of a passage."""


@dataclass(frozen=True, slots=True)
class SentencePlace:
    """Where a sentence stands: characters `start` to `end` of a paragraph, word pieces `first` to `last` (not included)."""

    paragraph: int
    start: int
    end: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Encoded:
    """A question and a passage in word pieces.

    `types` is 0 for the question and 1 for the passage. `shared` is 1 where a piece is of a telling word that stands, in some
    form, in the question and in the passage, else 0.
    """

    ids: tuple[int, ...]
    types: tuple[int, ...]
    shared: tuple[int, ...]
    sentences: tuple[SentencePlace, ...]


@dataclass(frozen=True, slots=True)
class _Pieces:
    """A text in word pieces: their numbers, where each stands, and the stem of the telling word that each is of, or ""."""

    ids: tuple[int, ...]
    offsets: tuple[tuple[int, int], ...]
    stems: tuple[str, ...]


class Encoder:
    """Encodes questions with passages for one tokenizer."""

    def __init__(self, tokenizer: Tokenizer, most: int = MOST_PIECES) -> None:
        self._tokenizer = tokenizer
        self._most = most
        self._opens = _Pieces((tokenizer.token_to_id("[CLS]") or 0,), ((0, 0),), ("",))
        self._closes = _Pieces((tokenizer.token_to_id("[SEP]") or 0,), ((0, 0),), ("",))
        self._kept: dict[str, _Pieces] = {}

    def encode(self, question: str, header: str, paragraphs: Paragraphs) -> Encoded:
        """A question, the line that says where a passage stands, and the passage's paragraphs."""
        asked = [self._opens, _cut(self._pieces(question), MOST_QUESTION), self._closes]
        told = [_cut(self._pieces(header), MOST_HEADER), self._closes]
        begun = sum(len(one.ids) for one in asked)
        at = begun + sum(len(one.ids) for one in told)
        places: list[SentencePlace] = []
        for number, (kind, text) in enumerate(paragraphs):
            named = [self._pieces(f"{kind}:")] if kind not in PLAIN_TYPES else []
            at += sum(len(one.ids) for one in named)
            pieces = self._pieces(text)
            places += _places(number, text, pieces.offsets, at, self._most - 1)
            told += [*named, pieces]
            at += len(pieces.ids)
            if at >= self._most - 1:
                break
        passage = _cut(_joined(told), self._most - 1 - begun)
        whole = _joined([*asked, passage, self._closes])
        common = (set(_joined(asked).stems) & set(passage.stems)) - {""}
        types = (0,) * begun + (1,) * (len(whole.ids) - begun)
        return Encoded(whole.ids, types, tuple(int(stem in common) for stem in whole.stems), tuple(places))

    def _pieces(self, text: str) -> _Pieces:
        if text not in self._kept:
            if len(self._kept) > MOST_KEPT:
                self._kept.clear()
            made = self._tokenizer.encode(text, add_special_tokens=False)
            self._kept[text] = _Pieces(tuple(made.ids), tuple(made.offsets), _stems(text, made.offsets))
        return self._kept[text]


def header_of(paper: Paper | HeldPaper, body: str | None, heading: str) -> str:
    """The line that says where a passage stands: its paper's body (as papers print it), day and kind, and its heading."""
    kind = "draft minutes" if paper.draft else paper.kind
    return " | ".join(part for part in (body, written(paper.date, paper.month), kind, heading) if part)


def _cut(pieces: _Pieces, most: int) -> _Pieces:
    return _Pieces(pieces.ids[:most], pieces.offsets[:most], pieces.stems[:most])


def _joined(parts: Sequence[_Pieces]) -> _Pieces:
    return _Pieces(
        tuple(chain.from_iterable(part.ids for part in parts)),
        tuple(chain.from_iterable(part.offsets for part in parts)),
        tuple(chain.from_iterable(part.stems for part in parts)),
    )


def _stems(text: str, offsets: Sequence[tuple[int, int]]) -> tuple[str, ...]:
    """For each word piece the stem of the telling word that it is of, or ""."""
    stems: list[str] = []
    telling = iter(content(text))
    word = next(telling, None)
    for start, end in offsets:
        while word is not None and word.end <= start:
            word = next(telling, None)
        stems.append(word.stem if word is not None and word.start < end and start < word.end else "")
    return tuple(stems)


MOST_KEPT = 20_000
"""Texts whose word pieces are kept: the passages of one question share them with those of the next."""


def _places(number: int, text: str, offsets: Sequence[tuple[int, int]], first: int, most: int) -> list[SentencePlace]:
    """The sentences of a paragraph whose word pieces begin at `first`, as far as they lie before `most`."""
    places: list[SentencePlace] = []
    at = 0
    for sentence in quotable(text, MOST_WORDS):
        begin = at
        while at < len(offsets) and offsets[at][0] < sentence.end:
            at += 1
        if at > begin and first + begin < most:
            places.append(SentencePlace(number, sentence.start, sentence.end, first + begin, min(first + at, most)))
    return places
