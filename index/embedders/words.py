"""An embedder without a model: words and their beginnings hashed into a fixed number of places. Quick; for tests."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import numpy as np

from index.types import Vector
from index.words import content_words

DIMENSIONS = 256
STEM = 5
"""Letters of a word's beginning that count as the word again, so that "resolved" is near "resolution"."""


class WordsEmbedder:
    """Meets `Embedder`. The same text gives the same vector on every machine."""

    name = "words"
    dimensions = DIMENSIONS

    def embed_passages(self, texts: Sequence[str]) -> Vector:
        """Vectors of passages, one row a text."""
        if not texts:
            return np.zeros((0, DIMENSIONS), dtype=np.float32)
        return np.stack([self.embed_query(text) for text in texts])

    def embed_query(self, text: str) -> Vector:
        """The vector of a question."""
        vector = np.zeros(DIMENSIONS, dtype=np.float32)
        for word in content_words(text.lower()):
            for feature in (word, word[:STEM]):
                digest = hashlib.blake2b(feature.encode(), digest_size=8).digest()
                vector[int.from_bytes(digest[:4], "big") % DIMENSIONS] += 1.0 if digest[4] % 2 else -1.0
        length = float(np.linalg.norm(vector))
        if not length:
            vector[0] = length = 1.0
        return np.asarray(vector / length, dtype=np.float32)
