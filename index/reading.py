"""Papers kept in memory as they are asked about: search and evidence read the same ones, question after question."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import lru_cache
from operator import attrgetter

from index.catalogue import Catalogue
from index.types import HeldParagraph

PAPERS_KEPT = 256
"""A question reads thirty to sixty; a paper has fifty paragraphs, which take 50 KB."""

_ordinal = attrgetter("ordinal")


class Reading:
    """Reads the paragraphs of one catalogue's papers; a paper is read whole, and kept until papers change."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self._generation = -1
        self._kept = lru_cache(maxsize=PAPERS_KEPT)(self._read)

    def paper(self, paper_id: str) -> Sequence[HeldParagraph]:
        """Every paragraph of a paper in reading order; none of one that is not held."""
        generation = self.catalogue.generation
        if generation != self._generation:
            self._kept.cache_clear()
            self._generation = generation
        return self._kept(paper_id, generation)

    def paragraphs(self, paper_id: str, first: int, last: int) -> Sequence[HeldParagraph]:
        """The paragraphs of a paper from ordinal `first` to `last`, both included, as far as there are any."""
        paper = self.paper(paper_id)
        return paper[bisect_left(paper, first, key=_ordinal) : bisect_right(paper, last, key=_ordinal)]

    def _read(self, paper_id: str, generation: int) -> Sequence[HeldParagraph]:
        del generation  # part of the key alone: what another thread reads as papers change is not taken for theirs
        return tuple(self.catalogue.paragraphs(paper_id))
