"""What is compared: a system finds texts for a query, best first. Ours is here; see `baselines` for the others."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from index.opening import Index
from index.types import Place


@dataclass(frozen=True, slots=True)
class Found:
    """A text that a system found. `places` are where it stands; of a set's documents, the locator is the id."""

    places: tuple[Place, ...]
    text: str


System = Callable[[str, int], Sequence[Found]]
"""The best k texts for a query."""

OURS = "ours"


def ours(index: Index) -> System:
    """The product's search, in the light of what the question says about where to look."""

    def search(query: str, k: int) -> list[Found]:
        found = index.search(query, None, index.scope(query), k)
        return [
            Found((Place(passage.paper.file, passage.paragraphs[0].locator), *passage.places), passage.text)
            for passage in found
        ]

    return search
