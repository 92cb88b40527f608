"""Tells a hyphen that only parts a word at a line's end from one that belongs to it."""

from __future__ import annotations

import re

from corpus.types import Line

HYPHEN = re.compile(r"(?<![^\W\d_])([^\W\d_]+)-$")
"""A word cut, or joined, at a line's end."""
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_PREFIXES = frozenset(
    ("re", "pre", "non", "co", "post", "multi", "self", "ex", "semi", "anti", "inter", "mid", "sub", "cross", "pro")
)


def parts_a_word(before: str, after: str, words: frozenset[str]) -> bool:
    """Whether a hyphen at a line's end only parts a word: "hos-pital", not "post-abuse" or "Orren-Marlow"."""
    if not after[0].islower():
        return False
    before, after = before.lower(), after.lower()
    if before + after in words or f"{before}-{after}" in words:
        return before + after in words
    return before not in words and before not in _PREFIXES


def vocabulary(lines: tuple[Line, ...]) -> frozenset[str]:
    """The paper's words, but for those that a line's end may have parted."""
    found: set[str] = set()
    parted = False
    for line in lines:
        words = _WORD.findall(line.text.lower())
        start, parted_next = int(parted and bool(words)), bool(HYPHEN.search(line.text))
        found.update(words[start : len(words) - 1 if parted_next and words else None])
        parted = parted_next
    return frozenset(found)
