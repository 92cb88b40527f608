"""What a text does, by the plain words in it: asks, replies, announces a list, decides."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from corpus import lexicon
from index.types import HeldParagraph

TEXTS = 4_000  # paragraphs and sentences whose plain words are kept: the steps of an answer look at the same ones
GAP = 60  # letters that a "…" in a phrase may stand for
COUNTED_WITHIN = 3  # words before a thing in which its number stands: "five further issues"
_SIGNS = "£€$%'"
_SEVERAL = lexicon.CARDINALS.keys() - {"zero", "one"} | {"several"}


@lru_cache(maxsize=TEXTS)
def plain(text: str) -> str:
    """A text's words in small letters, with a space before and after each, and of its signs those of sums alone."""
    small = text.lower().replace("’", "'")
    return f" {' '.join(''.join(sign if sign.isalnum() or sign in _SIGNS else ' ' for sign in small).split())} "


def says(text: str, phrases: Iterable[str]) -> bool:
    """Whether a text has one of these words or phrases, as `plain` has them."""
    said = plain(text)
    return any(_stands(said, phrase) for phrase in phrases)


def _stands(said: str, phrase: str) -> bool:
    first, gap, then = phrase.partition(" … ")
    if not gap:
        return f" {phrase} " in said
    at = said.find(f" {first} ")
    while at >= 0:
        after = at + len(first) + 1
        if f" {then} " in said[after : after + GAP + len(then) + 2]:
            return True
        at = said.find(f" {first} ", after)
    return False


def asks(text: str) -> bool:
    """Whether a paragraph tells of a question put, whose answer stands in the lines after it."""
    return text.rstrip().endswith("?") or says(text, lexicon.ASKED)


def replies(text: str) -> bool:
    """Whether a text has words of replying: a question that is told with its answer has."""
    return says(text, lexicon.REPLIED)


def announces(text: str) -> bool:
    """Whether a text ends in a lead-in, or in a count of things: what it announces stands in the lines after it."""
    end = text.rstrip()
    if end.endswith(":") or not end.endswith("s"):
        return end.endswith(":")
    *before, last = plain(end).split()[-COUNTED_WITHIN - 1 :]
    counted = any(word in _SEVERAL or (word.isdecimal() and len(word) < 3) for word in before)  # noqa: PLR2004 - no year
    return last in lexicon.ANNOUNCED and (counted or "the following" in " ".join(before))


def decides(paragraph: HeldParagraph, text: str) -> bool:
    """Whether words of a paragraph, be it no resolution by type, tell all the same what was decided."""
    return paragraph.type not in ("motion", "recommendation") and says(text, lexicon.PLAINLY_DECIDED)
