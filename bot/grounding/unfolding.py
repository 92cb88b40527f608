"""Which sentences of a model's reply may be shown while it is still being written: those whose quotations carry them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from bot.grounding.claims import claims
from bot.grounding.quoted import Quoted
from bot.grounding.support import fault

# Labels that have begun and not ended belong to the sentence before them, stop or no stop.
_OPEN_LABEL = re.compile(r"\s*\[[^\[\]\n]*$")


class Unfolding:
    """A reply that comes piece by piece.

    A sentence is looked at once the next has begun, for only then is it whole, its labels with it. From the first that
    fails nothing more is told: the model is then asked again, and what it says the second time may be put in its place.
    """

    def __init__(self, sources: Mapping[str, Quoted], most: int) -> None:
        self._sources = sources
        self._most = most
        self._looked_at = 0
        self._told: list[str] = []
        self._failed = False

    def more(self, reply: str) -> Iterator[str]:
        """The sentences that may be shown now, and were not before. `reply` is all that has come so far."""
        if self._failed or len(self._told) >= self._most:
            return
        whole = claims(_OPEN_LABEL.sub("", reply))[:-1]
        for claim in whole[self._looked_at :]:
            self._looked_at += 1
            if fault(claim, self._sources):
                self._failed = True
                return
            if claim.text not in self._told:
                self._told.append(claim.text)
                yield claim.text
