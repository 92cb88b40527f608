"""What of a chunk is embedded: its context line and its words, in windows short enough for the model to read whole."""

from __future__ import annotations

import hashlib

from corpus.types import Chunk

WINDOW_WORDS = 160
"""all-MiniLM-L6-v2 reads 256 word pieces and is blind to the rest; a context line and 160 words of council English fit."""
OVERLAP_WORDS = 30
"""Words that the next window repeats, so that a sentence cut in one stands whole in the other."""


def windows_of(chunk: Chunk) -> list[str]:
    """The texts to embed for a chunk: one, mostly; several where a speech or a table runs on."""
    words = chunk.text.split()
    if len(words) <= WINDOW_WORDS + OVERLAP_WORDS:
        return [_in_context(chunk, chunk.text)]
    step = WINDOW_WORDS - OVERLAP_WORDS
    starts = range(0, len(words) - OVERLAP_WORDS, step)
    return [_in_context(chunk, " ".join(words[start : start + WINDOW_WORDS])) for start in starts]


def digest_of(window: str) -> str:
    """The key under which a window's vector is kept."""
    return hashlib.sha256(window.encode()).hexdigest()


def _in_context(chunk: Chunk, text: str) -> str:
    return f"{chunk.context}\n{text}" if chunk.context else text
