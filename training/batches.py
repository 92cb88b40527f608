"""Examples as arrays, and what the reader's answers to them cost."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import torch
from torch.nn import functional

from bot.reading.encoding import Encoded, Encoder
from training.examples import Claim, Example

PASSAGE_SHARE = 0.5
"""What whether a passage answers counts beside which of its paragraphs do."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Passages of several questions, padded to one length.

    `sentences` are (passage, first, last, paragraph) with paragraphs counted through the batch; `owner` is each paragraph's
    question, `tells` what of the answer it tells (-1 for nothing), `answers` whether each passage tells anything.
    """

    ids: Any
    mask: Any
    types: Any
    shared: Any
    sentences: Any
    owner: Any
    tells: Any
    answers: Any
    questions: int


def batch_of(examples: Sequence[Example], encoder: Encoder) -> Batch:
    """The examples' passages as one batch."""
    encoded: list[Encoded] = []
    sentences: list[tuple[int, int, int, int]] = []
    owner: list[int] = []
    tells: list[int] = []
    answers: list[float] = []
    for number, example in enumerate(examples):
        for passage in example.passages:
            made = encoder.encode(example.question, passage.header, passage.paragraphs)
            seen: dict[int, int] = {}
            for place in made.sentences:
                if place.paragraph not in seen:
                    seen[place.paragraph] = len(owner)
                    owner.append(number)
                    tells.append(passage.tells[place.paragraph])
                sentences.append((len(encoded), place.first, place.last, seen[place.paragraph]))
            answers.append(float(any(passage.tells[paragraph] >= 0 for paragraph in seen)))
            encoded.append(made)
    return Batch(
        *padded(encoded),
        sentences=torch.tensor(sentences),
        owner=torch.tensor(owner),
        tells=torch.tensor(tells),
        answers=torch.tensor(answers),
        questions=len(examples),
    )


def padded(encoded: Sequence[Encoded]) -> tuple[Any, Any, Any, Any]:
    """Numbers of pieces, mask, types and shared marks of texts, each of shape (texts, pieces)."""
    longest = max(len(one.ids) for one in encoded)
    arrays = [torch.zeros(len(encoded), longest, dtype=torch.long) for _ in range(4)]
    for row, one in enumerate(encoded):
        length = len(one.ids)
        for array, values in zip(arrays, (one.ids, (1,) * length, one.types, one.shared), strict=True):
            array[row, :length] = torch.tensor(values)
    return arrays[0], arrays[1], arrays[2], arrays[3]


def claims_cost(network: Any, claims: Sequence[Claim], encoder: Encoder) -> Any:
    """What the network's judgement of some claims costs."""
    encoded = [encoder.encode(one.sentence, one.passage.header, one.passage.paragraphs) for one in claims]
    _, passages = network(*padded(encoded))
    carried = torch.tensor([float(one.carried) for one in claims])
    return functional.binary_cross_entropy_with_logits(passages[:, 1].float(), carried)


def paragraph_scores(pieces: Any, batch: Batch) -> Any:
    """The score of each paragraph: that of its best sentence, which is the mean over the sentence's word pieces."""
    sums = functional.pad(pieces.float().cumsum(1), (1, 0))
    passage, first, last, paragraph = batch.sentences.unbind(1)
    of_sentence = (sums[passage, last] - sums[passage, first]) / (last - first)
    scores = torch.full((len(batch.owner),), -1e4)
    return scores.scatter_reduce(0, paragraph, of_sentence, "amax")


def cost(pieces: Any, passages: Any, batch: Batch) -> Any:
    """What the network's scores cost: it should choose a paragraph that tells, or, where none does, nothing at all."""
    scores = paragraph_scores(pieces, batch)
    total = torch.zeros(())
    nothing = torch.zeros(1)
    for question in range(batch.questions):
        mine = batch.owner == question
        here, tells = scores[mine], batch.tells[mine]
        everything = torch.logsumexp(torch.cat([here, nothing]), 0)
        groups = [int(group) for group in tells.unique() if group >= 0]
        if not groups:
            total = total + everything
        for group in groups:
            rest = torch.cat([here[(tells == group) | (tells < 0)], nothing])
            total = total + (torch.logsumexp(rest, 0) - torch.logsumexp(here[tells == group], 0)) / len(groups)
    passage = functional.binary_cross_entropy_with_logits(passages[:, 0].float(), batch.answers)
    return total / batch.questions + PASSAGE_SHARE * passage
