"""How sure the trained network is that passages answer a question: what says little of it is not told as its answer.

The rules choose what to quote; the network, which reads a question with a whole passage, may veto it. On questions on five
bodies that neither was made on, its word parts answerable questions from the others with an AUC of .94 (on dev_real .95, samples .87, dev .75);
the best sign of the rules had .72. docs/decisions/a-network-may-veto.md has what it earns.
"""

from __future__ import annotations

import logging
import math
import threading
from collections.abc import Callable, Sequence

from bot.reading.network import Scorer
from bot.reading.trained import NoReader, scorer
from index.types import HeldParagraph

READ_PASSAGES = 10
"""Passages that are read: those around the best windows."""
SURE = 0.2
"""From which the network lets an answer stand. On the looked-at half of the held-out questions .609 are right and .145 wrong so, where
without it .582 and .191 are; at 0.4 .127 are wrong, and three of 68 traps that were answered rightly are declined."""

_log = logging.getLogger(__name__)


class NetworkJudge:
    """Reads with the network, which is loaded at the first question; where it cannot be, nothing is vetoed, and a warning says why."""

    def __init__(self, load: Callable[[], Scorer] = scorer) -> None:
        self._load = load
        self._scorer: Scorer | None = None
        self._failed = False
        self._lock = threading.Lock()

    def sure(self, question: str, passages: Sequence[Sequence[HeldParagraph]]) -> float:
        """How sure it is, from 0 to 1, that any paragraph of the passages answers; 1.0 where it cannot read."""
        network = self._loaded()
        if network is None or not passages:
            return 1.0
        best: dict[str, float] = {}
        for passage in network.read(question, passages[:READ_PASSAGES]):
            for sentence in passage.sentences:
                best[sentence.paragraph.id] = max(best.get(sentence.paragraph.id, -math.inf), sentence.score)
        return 1.0 - 1.0 / (1.0 + math.fsum(math.exp(min(logit, 30.0)) for logit in best.values()))

    def _loaded(self) -> Scorer | None:
        with self._lock:
            if self._scorer is None and not self._failed:
                try:
                    self._scorer = self._load()
                except NoReader as fault:
                    self._failed = True
                    _log.warning("%s: answers are judged by words alone", fault)
            return self._scorer
