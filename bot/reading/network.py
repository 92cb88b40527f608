"""Runs the built-in reader's network: word pieces of questions with passages in, scores of their sentences out."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from bot.reading.encoding import Encoded, Encoder, SentencePlace, header_of
from bot.types import Span
from index.types import HeldParagraph

PIECES = 2_048
"""Word pieces read at once, padding counted."""

Array = NDArray[np.float32]
Numbers = NDArray[np.int64]


class Network(Protocol):
    """Word pieces in, three kinds of logits out."""

    def __call__(self, ids: Numbers, mask: Numbers, types: Numbers, shared: Numbers) -> tuple[Array, Array]:
        """Scores of pieces, shape (passages, pieces), and of passages, shape (passages, 2): answers, and carries."""
        ...


@dataclass(frozen=True, slots=True)
class ReadSentence:
    """A sentence of a passage with its score: a logit, against 0 for nothing of the question."""

    span: Span
    score: float


@dataclass(frozen=True, slots=True)
class ReadPassage:
    """The sentences of a passage that were read, in order, and whether the passage answers (a logit)."""

    sentences: tuple[ReadSentence, ...]
    score: float


class Scorer:
    """Scores the sentences of passages for a question, and whether quotations carry a sentence."""

    def __init__(self, network: Network, encoder: Encoder) -> None:
        self._network = network
        self._encoder = encoder

    def read(self, question: str, passages: Sequence[Sequence[HeldParagraph]]) -> list[ReadPassage]:
        """Every passage with its sentences' scores. What is too long to be read whole is read as far as it goes."""
        encoded = [self._encode(question, paragraphs) for paragraphs in passages]
        pieces, whole = self._run(encoded)
        return [
            ReadPassage(
                tuple(
                    ReadSentence(Span(held[place.paragraph], place.start, place.end), _mean(row, place))
                    for place in one.sentences
                ),
                float(answers[0]),
            )
            for one, held, row, answers in zip(encoded, passages, pieces, whole, strict=True)
        ]

    def carries(self, sentence: str, paragraphs: Sequence[HeldParagraph], words: Sequence[str]) -> float:
        """How likely it is, from 0 to 1, that words quoted of paragraphs carry a sentence."""
        shown = [(paragraph.type, text) for paragraph, text in zip(paragraphs, words, strict=True)]
        _, whole = self._run([self._encoder.encode(sentence, _header(paragraphs[0]), shown)])
        return 1.0 / (1.0 + math.exp(-float(whole[0][1])))

    def _encode(self, question: str, paragraphs: Sequence[HeldParagraph]) -> Encoded:
        return self._encoder.encode(question, _header(paragraphs[0]), [(p.type, p.text) for p in paragraphs])

    def _run(self, encoded: Sequence[Encoded]) -> tuple[list[Array], list[Array]]:
        """The network's scores for each passage, those of like length read together."""
        pieces: list[Any] = [None] * len(encoded)
        whole: list[Any] = [None] * len(encoded)
        order = sorted(range(len(encoded)), key=lambda place: -len(encoded[place].ids))
        while order:
            longest = len(encoded[order[0]].ids)
            batch, order = order[: max(1, PIECES // longest)], order[max(1, PIECES // longest) :]
            ids: Numbers = np.zeros((len(batch), longest), dtype=np.int64)
            mask, types, shared = np.zeros_like(ids), np.zeros_like(ids), np.zeros_like(ids)
            for row, place in enumerate(batch):
                one, length = encoded[place], len(encoded[place].ids)
                ids[row, :length], types[row, :length], shared[row, :length] = one.ids, one.types, one.shared
                mask[row, :length] = 1
            of_pieces, of_passages = self._network(ids, mask, types, shared)
            for row, place in enumerate(batch):
                pieces[place], whole[place] = of_pieces[row], of_passages[row]
        return pieces, whole


def _header(paragraph: HeldParagraph) -> str:
    return header_of(paragraph.paper, paragraph.paper.body_alone, paragraph.heading)


def _mean(scores: Array, place: SentencePlace) -> float:
    return float(scores[place.first : place.last].mean())
