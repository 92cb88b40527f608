"""The seam between finding and telling: whoever reads, what comes after works the same."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from bot.types import Query, Reading
from index.types import Passage


class Reader(Protocol):
    """Reads passages for a question. `by_model` says that a language model does, which takes its time."""

    @property
    def by_model(self) -> bool:
        """Whether a language model reads."""
        ...

    def read(self, query: Query, passages: Sequence[Passage]) -> Reading:
        """The evidence in the passages, best first, and how sure it is that it answers.

        Never raises: a reader that cannot read gives an empty reading, with a note that says why.
        """
        ...
