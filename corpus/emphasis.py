"""Takes marks of emphasis ("**bold**", "<u>underlined</u>") out of text that carries them, keeping the words' places."""

from __future__ import annotations

import re

_MARKS = re.compile(r"\*\*+|__+(?=\w)|(?<=\w)__+|</?[bui]>", re.IGNORECASE)

Spots = tuple[tuple[int, int, int | None], ...]
"""Where stretches of words begin: in the text, in the source, and on which page."""


def without_emphasis(text: str, start: int, page: int | None) -> tuple[str, Spots]:
    """The text without its marks, and where its stretches stand; `start` is its place in the source."""
    if not _MARKS.search(text):
        return text, ((0, start, page),)
    words, spots, at = "", [], 0
    for match in [*_MARKS.finditer(text), None]:
        stretch = text[at : match.start() if match else len(text)]
        if stretch:
            spots.append((len(words), start + at, page))
            words += stretch
        at = match.end() if match else at
    kept = words.lstrip()
    cut = len(words) - len(kept)
    return kept.rstrip(), tuple((max(0, t - cut), s + max(0, cut - t), p) for t, s, p in spots)
