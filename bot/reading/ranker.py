"""Weighs what was seen of paragraphs, and what the network read in them, into how likely each is to answer.

A small network of one hidden layer, whose weights are learned (`training.ranking`) and ship as a file of some kilobytes. It
gives two numbers for a paragraph: how well it answers beside the others and beside nothing (these make up `sure`), and
whether it belongs into the answer at all, beside a better one.
"""

from __future__ import annotations

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
    """What the ranker makes of candidates: `shares` sum up, with that of nothing, to 1; `belongs` are from 0 to 1."""

    shares: Array
    belongs: Array

    @property
    def sure(self) -> float:
        """How sure it is, from 0 to 1, that any candidate answers."""
        return float(self.shares.sum())


@dataclass(frozen=True, slots=True)
class Ranker:
    """The weights of one ranker: inputs are centred and scaled, then go through one hidden layer."""

    centre: Array
    scale: Array
    hidden: Array
    hidden_bias: Array
    out: Array
    out_bias: Array

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
            return Ranked(np.zeros(0, dtype=np.float32), np.zeros(0, dtype=np.float32))
        given = (rows - self.centre) / self.scale
        made = np.maximum(given @ self.hidden + self.hidden_bias, 0.0) @ self.out + self.out_bias
        raised = np.exp(np.clip(made[:, 0], -30.0, 30.0))
        return Ranked(raised / (1.0 + raised.sum()), 1.0 / (1.0 + np.exp(-made[:, 1])))


def read_columns(logits: Array, passages: Array) -> Array:
    """The columns of READ, shape (candidates, 4), for the network's logits of paragraphs and of their passages."""
    order = np.argsort(-logits, kind="stable")
    rank = np.empty(len(logits), dtype=np.float32)
    rank[order] = np.arange(len(logits))
    return np.stack([logits, logits - logits.max(), passages, 1.0 / (1.0 + rank)], axis=1).astype(np.float32)
