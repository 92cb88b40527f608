"""Embedders by name. What is none of these names is taken for the folder or name of a sentence-transformers model."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from index.embedders.default import PACKAGED, packaged
from index.embedders.sentence import SentenceEmbedder
from index.embedders.words import WordsEmbedder
from index.types import Embedder

EMBEDDERS: Final[dict[str, Callable[[], Embedder]]] = {
    PACKAGED: packaged,
    "words": WordsEmbedder,
}


def embedder(name: str) -> Embedder:
    """The embedder of this name, its model not yet loaded (it is at the first text).

    Raises:
        EmbedderUnavailable: at the first text, when the model cannot be loaded.
    """
    make = EMBEDDERS.get(name)
    return make() if make else SentenceEmbedder(name)
