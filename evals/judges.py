"""Who judges, where sentences are measured, whether evidence carries a sentence in words of its own."""

from __future__ import annotations

from collections.abc import Sequence

from bot.grounding.support import Carries
from bot.reading import trained
from bot.types import Evidence

JUDGES = ("trained", "strict", "yes")
"""The built-in reader; nobody, so that every word must be the evidence's; one who finds everything carried."""


def judge_of(name: str) -> Carries | None:
    """The judge of this name, for the checks of sentences; None stands for nobody.

    Raises:
        NoReader: the built-in reader cannot be loaded.
    """
    if name == "trained":
        return _trained()
    return _yes if name == "yes" else None


def _trained() -> Carries:
    scorer = trained.scorer()

    def carries(sentence: str, evidence: Sequence[Evidence]) -> float:
        spans = [span for one in evidence for span in one.spans]
        return scorer.carries(sentence, [span.paragraph for span in spans], [span.text for span in spans])

    return carries


def _yes(_sentence: str, _evidence: Sequence[Evidence]) -> float:
    return 1.0
