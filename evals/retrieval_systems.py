"""What is compared: a system finds texts for a turn, best first. Ours is here; see `baselines` for the others."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.pipeline import Bot
from bot.query.rewriting import background, condense
from bot.reading.items import Items
from bot.types import Turn
from bot.wire import quoting_reader
from index.fuse import Weights
from index.opening import Index
from index.types import Passage, Place


@dataclass(frozen=True, slots=True)
class Found:
    """A text that a system found. `places` are where it stands; of a set's documents, the locator is the id."""

    places: tuple[Place, ...]
    text: str


System = Callable[[Turn, int], Sequence[Found]]
"""The best k texts for a turn: its question, and what was asked before it."""

OURS = "ours"
SEARCH_ALONE = "ours, search alone"


def as_read(turn: Turn) -> str:
    """A turn as one question that stands alone, as the product reads it: what systems without a history are asked."""
    return condense(turn).text


def of_documents(index: Index) -> dict[str, System]:
    """Ours on documents that are no papers: search."""
    return {OURS: _search(index)}


def of_papers(index: Index) -> dict[str, System]:
    """Ours on papers: what answers are drawn from, and search alone."""
    return {OURS: _bot(index), SEARCH_ALONE: _search(index)}


def of_legs(index: Index) -> dict[str, System]:
    """The product's search, and the same without either of its legs."""
    without_vectors, without_words = Weights(vectors=0.0), Weights(words=0.0)
    return {
        SEARCH_ALONE: _search(index),
        "without: vectors": _search(index, without_vectors),
        "without: words": _search(index, without_words),
    }


def _search(index: Index, weights: Weights | None = None) -> System:
    """The product's search, in the light of what the question says about where to look."""

    def find(turn: Turn, k: int) -> list[Found]:
        question, scope = turn.question, index.scope(turn.question)
        return _found(index.search(question, None, scope, k, weights=weights, background=background(turn)))

    return find


def _bot(index: Index) -> System:
    """What the product's answers are drawn from: what was found, in the order in which the built-in reader ranks it."""
    items = Items(index.reading)
    answering = Bot(index, items, quoting_reader(index, items))
    return lambda turn, k: _found(answering.passages(turn, k))


def _found(passages: Sequence[Passage]) -> list[Found]:
    return [
        Found((Place(passage.paper.file, passage.paragraphs[0].locator), *passage.places), passage.text)
        for passage in passages
    ]
