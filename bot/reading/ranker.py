"""Weighs what was seen of paragraphs, and what the network read in them, into how likely each is to answer.

A sum with learned weights (`training.ranking`), which ship as a file of some kilobytes. A hidden layer was tried: on papers of
other councils it put the right paragraph first no more often (docs/decisions/how-the-reader-is-trained.md).
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import numpy as np
from numpy.typing import NDArray

from bot.reading.features import NAMES

READ = ("logit", "below_best", "passage", "rank")
"""Columns that the network adds to those of `features`: the paragraph's score, how far it lies under the best, its passage's, its rank."""

Array = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Ranked:
    """What the ranker makes of candidates: `shares` sum up, with that of nothing, to 1; `sure` is whether any answers, from 0 to 1."""

    shares: Array
    sure: float


@dataclass(frozen=True, slots=True)
class Ranker:
    """The weights of one ranker: inputs are centred and scaled, then summed up.

    `certainty` makes what stands in `evidence_together` into how sure it is that any candidate answers: two slopes and a constant.
    """

    centre: Array
    scale: Array
    weights: Array
    bias: Array
    certainty: Array

    @classmethod
    def load(cls, path: Path) -> Self:
        """Read weights from a file.

        Raises:
            ValueError: they were made for other columns than this version has.
        """
        with np.load(path, allow_pickle=False) as held:
            columns = tuple(str(name) for name in held["columns"])
            if columns not in (NAMES, (*NAMES, *READ)):
                raise ValueError(f"{path} was made for other columns: train it again (python -m training ranking)")
            return cls(*(held[name].astype(np.float32) for name in cls.__slots__))

    def __call__(self, rows: Array) -> Ranked:
        """Ranks candidates, rows of shape (candidates, columns)."""
        if not len(rows):
            return Ranked(np.zeros(0, dtype=np.float32), 0.0)
        raised = np.exp(np.clip(self.scores(rows), -30.0, 30.0))
        certain = float(self.certainty @ self.evidence_together(rows))
        return Ranked(raised / (1.0 + raised.sum()), 1.0 / (1.0 + math.exp(-certain)))

    def evidence_together(self, rows: Array) -> Array:
        """The scores of all candidates, taken together, then the network's logits (0 where it read nothing), then 1.

        Whether a question is answered, on four sets of papers the ranker did not learn from: an area of .902, .926, .863, .92 by the
        first alone, .927, .938, .867, .931 by both.
        """
        logits = together(rows[:, len(NAMES)]) if rows.shape[1] > len(NAMES) else 0.0
        return np.array([together(np.clip(self.scores(rows), -30.0, 30.0)), logits, 1.0], dtype=np.float32)

    def scores(self, rows: Array) -> Array:
        """How well each candidate answers: a logit against nothing, and against the others."""
        scores: Array = ((rows - self.centre) / self.scale @ self.weights + self.bias).astype(np.float32)
        return scores


def read_columns(logits: Array, passages: Array) -> Array:
    """The columns of READ, shape (candidates, 4), for the network's logits of paragraphs and of their passages."""
    order = np.argsort(-logits, kind="stable")
    rank = np.empty(len(logits), dtype=np.float32)
    rank[order] = np.arange(len(logits))
    return np.stack([logits, logits - logits.max(), passages, 1.0 / (1.0 + rank)], axis=1).astype(np.float32)


def together(logits: Array) -> float:
    """The log of the sum of the raised logits: as high as the highest, and higher where several are."""
    return float(np.logaddexp.reduce(logits))
