"""What a reader, or a model, is given to read: the places of the best evidence, each with what stands around it.

Search ranks passages by their words and their meaning; evidence knows besides what is asked for (a sum, a vote, what was
resolved). The order of both together carries more answers in the first five passages than either (docs/retrieval.md).
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.reading.lexical import Window
from index.passages import around
from index.reading import Reading
from index.types import Passage

SEARCH_WEIGHT = 0.3
"""What search's own score counts beside the evidence's, both as shares of the best."""


def in_order(reading: Reading, windows: Sequence[Window], found: Sequence[Passage], k: int) -> list[Passage]:
    """The best k passages around windows of evidence, then those found that hold none; nothing is told twice."""
    told: set[tuple[str, int]] = set()
    given: list[Passage] = []
    for score, window in _ranked(windows, found):
        if len(given) == k:
            return given
        new = [p for p in window.paragraphs if (p.paper.id, p.ordinal) not in told]
        if new:
            paragraphs = around(reading, new, told)
            told.update((p.paper.id, p.ordinal) for p in paragraphs)
            given.append(Passage(tuple(paragraphs), score, window.passage.places))
    return given or list(found[:k])


def _ranked(windows: Sequence[Window], found: Sequence[Passage]) -> list[tuple[float, Window]]:
    evidence = max((window.score for window in windows), default=0.0) or 1.0
    search = max((passage.score for passage in found), default=0.0) or 1.0
    ranked = []
    for window in windows:
        here = {paragraph.id for paragraph in window.passage.paragraphs}
        share = window.passage.score / search if any(p.id in here for p in window.paragraphs) else 0.0
        ranked.append(((window.score / evidence + SEARCH_WEIGHT * share) / (1 + SEARCH_WEIGHT), window))
    return sorted(ranked, key=lambda pair: -pair[0])
