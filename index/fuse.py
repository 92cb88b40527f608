"""How the rankings of full text and of vectors are joined."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

Ranking = Sequence[tuple[str, float]]


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each leg counts; 0 switches a leg off."""

    words: float = 1.0
    vectors: float = 0.5


def scaled(ranking: Ranking) -> dict[str, float]:
    """Scores between 0 and 1: each as a share of the best."""
    best = max((score for _, score in ranking), default=0.0)
    return {id_: max(0.0, score / best) for id_, score in ranking} if best > 0 else {}


def fuse(words: Ranking, vectors: Ranking, weights: Weights) -> list[tuple[str, float]]:
    """One ranking of two: the weighted sum of the scaled scores, best first, ties in the order of ids."""
    total: dict[str, float] = {}
    for ranking, weight in ((words, weights.words), (vectors, weights.vectors)):
        for id_, score in scaled(ranking).items():
            total[id_] = total.get(id_, 0.0) + weight * score
    return sorted(total.items(), key=lambda pair: (-pair[1], pair[0]))
