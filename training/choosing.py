"""Learns to choose one of several by a sum of what is seen of each: the body that met, the kind of a paper."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch

PENALTY = 0.001
"""Of the squares of weights. On bodies left out, in four ways of parting them: .919 of names right with .001, .895 with .003, .901 with .01."""
FOLDS = 8
_STEPS = 300


@dataclass(frozen=True, slots=True, eq=False)
class Choice:
    """What may be chosen in one paper: `seen` has a row for each, and `right` says which are right. A `group` is not split in folds.

    `one_is_right`: one is always chosen, as a paper always has a kind; else none is, where no score is above 0.
    """

    group: str
    columns: tuple[str, ...]
    seen: np.ndarray
    right: np.ndarray
    one_is_right: bool = False


def learn(choices: Sequence[Choice], penalty: float = PENALTY) -> dict[str, float]:
    """The weights under which the right ones are likeliest; that none is right is a choice as well, of score 0."""
    columns = next(one.columns for one in choices if len(one.seen))
    weights = torch.zeros(len(columns), requires_grad=True)
    optimizer = torch.optim.LBFGS([weights], max_iter=_STEPS)

    def loss() -> torch.Tensor:
        optimizer.zero_grad()
        total = torch.zeros(())
        for one in choices:
            if len(one.seen):
                scores = torch.cat([torch.from_numpy(one.seen) @ weights, torch.zeros(1)])
                right = torch.tensor([*one.right, not one.right.any()])
                total = total + torch.logsumexp(scores, 0) - torch.logsumexp(scores[right], 0)
        mean = total / len(choices) + penalty * (weights[:-1] ** 2).sum()
        mean.backward()  # type: ignore[no-untyped-call]
        return mean

    optimizer.step(loss)  # type: ignore[no-untyped-call]
    return {name: round(float(value), 3) for name, value in zip(columns, weights.detach(), strict=True)}


def is_right(one: Choice, weights: dict[str, float]) -> bool:
    """Whether the weights choose a right one, or none where none is right."""
    scores = one.seen @ np.array([weights[name] for name in one.columns]) if len(one.seen) else np.zeros(0)
    if one.one_is_right or (scores > 0).any():
        return bool(one.right[int(scores.argmax())])
    return not one.right.any()


def left_out(choices: Sequence[Choice], seed: int = 0) -> Iterator[tuple[Choice, bool]]:
    """Each paper, and whether weights learned without its group choose right."""
    groups = sorted({one.group for one in choices})
    random.Random(seed).shuffle(groups)  # noqa: S311 - no secret
    for fold in range(FOLDS):
        held = set(groups[fold::FOLDS])
        if held:
            weights = learn([one for one in choices if one.group not in held])
            yield from ((one, is_right(one, weights)) for one in choices if one.group in held)
