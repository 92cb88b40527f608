"""What the ranker learns from: questions searched for in papers that are held, each paragraph found with what was seen of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn
from torch.nn import functional

from bot.query.question import read
from bot.reading.features import NAMES, Candidate, candidates, rows_of
from bot.reading.network import Scorer
from bot.reading.ranked import READ_PASSAGES, best_passages, with_logits
from bot.reading.ranker import READ, Ranker
from bot.reading.retrieval import PASSAGES, expanded, others_of, passages_for
from bot.types import Query
from index.coverage import Wanted
from index.opening import Index
from index.types import HeldParagraph, Passage

Array = NDArray[np.float32]
FIRST_BIAS = -4.0
"""Of a candidate among some sixty, of which mostly none or one tells."""
BY_SCORES = np.array([1.0, 0.0, 0.0], dtype=np.float32)
"""Certainty without a network: what stands against nothing. Learned, it was sure of all that has the question's words near."""
HELD_SMALL = 1e-3
"""What the squares of the slopes of certainty cost: hardly anything."""
Tells = Callable[[HeldParagraph], int]
"""Which part of the evidence a paragraph tells, or -1."""


@dataclass(frozen=True, slots=True)
class Found:
    """The candidates of one question: a row each, and what each tells (a group of the evidence, or -1)."""

    rows: Array
    tells: NDArray[np.int64]
    answerable: bool


@dataclass(frozen=True, slots=True)
class Plan:
    """How the ranker is trained. `unfound` is what a question counts whose evidence was not found."""

    passes: int = 20
    rate: float = 5e-3
    decay: float = 0.1
    dropped: float = 0.2  # share of the inputs that are left out at each step
    unfound: float = 0.3
    seed: int = 7


@dataclass(frozen=True, slots=True)
class Sighted:
    """A question that was searched for, the passages found, and what was seen of their paragraphs."""

    query: Query
    passages: tuple[Passage, ...]
    found: tuple[Candidate, ...]
    rows: Array


class Looking:
    """Searches for questions as the program does, and sees what it would see of what it finds."""

    def __init__(self, index: Index) -> None:
        self._index = index

    def sight(self, text: str) -> Sighted:
        """Search for a question."""
        query, passages = self.search(text)
        query = replace(query, others={**query.others, **expanded(query, passages)})
        found = candidates(passages)
        rows = rows_of(query, self.wanted(query), found, self._index.reading.paper)
        return Sighted(query, tuple(passages), tuple(found), rows)

    def search(self, text: str, most: int = PASSAGES) -> tuple[Query, list[Passage]]:
        """A question as it is read, and the passages found for it, the best first."""
        question = read(text)
        query = Query(question, self._index.scope(text), others=others_of(question, self._index.abbreviations()))
        return query, passages_for(self._index, query, most)

    def wanted(self, query: Query) -> Wanted:
        """The words that a question looks for, weighed by what they tell in these papers."""
        return Wanted(self._index.catalogue, query.text, query.scope, query.others)


def seen(sighted: Sighted, tells: Tells, *, answerable: bool) -> Found:
    """The candidates as they were seen."""
    return Found(sighted.rows, np.array([tells(one.paragraph) for one in sighted.found], dtype=np.int64), answerable)


def read_in(sighted: Sighted, tells: Tells, scorer: Scorer, ranker: Ranker, *, answerable: bool) -> Found:
    """The candidates of the passages that the network reads, with what it reads in them."""
    if not sighted.found:
        return Found(np.zeros((0, len(NAMES) + len(READ)), dtype=np.float32), np.zeros(0, dtype=np.int64), answerable)
    kept = best_passages(sighted.found, ranker(sighted.rows), READ_PASSAGES)
    scores = scorer.read(sighted.query.text, [sighted.passages[place].paragraphs for place in kept])
    found, rows, _ = with_logits(sighted.found, sighted.rows, scores)
    return Found(rows, np.array([tells(one.paragraph) for one in found], dtype=np.int64), answerable)


def train(examples: Sequence[Found], plan: Plan, path: Path, elsewhere: Sequence[Found] = ()) -> None:
    """Train a ranker on examples, and write its weights to a file.

    `elsewhere` is what was found for questions in papers that hold nothing of their matter: it teaches when to be sure alone.
    """
    examples = [one for one in examples if len(one.rows)]
    every = np.concatenate([one.rows for one in examples])
    centre, scale = every.mean(0), np.maximum(every.std(0), 0.05)
    weights, bias = _weights([Found((x.rows - centre) / scale, x.tells, x.answerable) for x in examples], plan)
    ranker, columns = Ranker(centre, scale, weights, bias, BY_SCORES), NAMES
    if every.shape[1] > len(NAMES):
        columns = (*NAMES, *READ)
        ranker = replace(
            ranker, certainty=_certainty(ranker, [*examples, *(one for one in elsewhere if len(one.rows))])
        )
    np.savez(path, columns=np.array(columns), **{name: getattr(ranker, name) for name in Ranker.__slots__})


def _weights(examples: Sequence[Found], plan: Plan) -> tuple[Array, Array]:
    """The weights of columns that are centred and scaled, and the bias."""
    torch.manual_seed(plan.seed)
    ranking = nn.Linear(examples[0].rows.shape[1], 1)
    nn.init.constant_(ranking.bias, FIRST_BIAS)
    network = nn.Sequential(nn.Dropout(plan.dropped), ranking)
    optimiser = torch.optim.AdamW(network.parameters(), lr=plan.rate, weight_decay=plan.decay)
    rows = [torch.from_numpy(one.rows) for one in examples]
    tells = [torch.from_numpy(one.tells) for one in examples]
    total, done = plan.passes * len(rows), 0
    for _ in range(plan.passes):
        for batch in torch.split(torch.randperm(len(rows)), 32):
            done += len(batch)
            for group in optimiser.param_groups:
                group["lr"] = plan.rate * (1 - done / (total + 1))
            losses = [_cost(network(rows[n])[:, 0], tells[n], examples[n], plan) for n in batch.tolist()]
            optimiser.zero_grad()
            torch.stack(losses).mean().backward()  # type: ignore[no-untyped-call]
            optimiser.step()
    weights, bias = (one.detach().numpy().astype(np.float32) for one in (ranking.weight[0], ranking.bias))
    return weights, bias


def _certainty(ranker: Ranker, examples: Sequence[Found]) -> Array:
    """The slopes and the constant of `Ranker.certainty`, by logistic regression: whether evidence was among what was found.

    A question whose evidence search did not find says nothing of it: what was found may answer it all the same.
    """
    counted = [one for one in examples if not one.answerable or (one.tells >= 0).any()]
    given = torch.from_numpy(np.stack([ranker.evidence_together(one.rows) for one in counted]))
    answered = torch.tensor([float(one.answerable) for one in counted])
    weights = torch.zeros(3, requires_grad=True)
    optimiser = torch.optim.LBFGS([weights], max_iter=200)

    def closure() -> torch.Tensor:
        optimiser.zero_grad()
        cost = functional.binary_cross_entropy_with_logits(given @ weights, answered)
        cost = cost + HELD_SMALL * (weights[:-1] ** 2).sum()
        cost.backward()  # type: ignore[no-untyped-call]
        return cost

    optimiser.step(closure)  # type: ignore[no-untyped-call]
    learned: Array = weights.detach().numpy()
    return learned


def _cost(scores: torch.Tensor, tells: torch.Tensor, example: Found, plan: Plan) -> torch.Tensor:
    """What a ranking costs: a paragraph that tells should be above those that do not and above nothing; without one, nothing above all."""
    nothing = torch.zeros(1)
    groups = [int(group) for group in torch.unique(tells) if group >= 0]
    if not groups:
        return (plan.unfound if example.answerable else 1.0) * torch.logsumexp(torch.cat([scores, nothing]), 0)
    total = torch.zeros(())
    for group in groups:
        rest = torch.cat([scores[(tells == group) | (tells < 0)], nothing])
        total = total + (torch.logsumexp(rest, 0) - torch.logsumexp(scores[tells == group], 0)) / len(groups)
    return total
