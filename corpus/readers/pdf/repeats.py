"""How often a document may draw the same content again: forms within forms, each drawn twice, double from one to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pypdf.generic import StreamObject

# Bytes, which take some four seconds: none of 342 papers draws a form twice; a crest of 10 kB on 100 pages takes as many.
_MOST_AGAIN = 1_000_000


class Repeats:
    """Counts what a document draws again. The first time is free: it is paid for by the file's own size."""

    def __init__(self) -> None:
        self._drawn: set[tuple[int, int]] = set()
        self._left = _MOST_AGAIN

    def allow(self, stream: StreamObject) -> bool:
        """Whether a stream may be drawn now; it is counted."""
        reference = stream.indirect_reference
        key = (reference.idnum, reference.generation) if reference is not None else (0, id(stream))
        if key in self._drawn:
            self._left -= len(stream.get_data()) + 1  # a form without a byte is looked at all the same
        self._drawn.add(key)
        return self._left >= 0
