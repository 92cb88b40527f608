"""Cuts a paragraph into sentences that can be quoted alone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

TEXTS = 4_000  # paragraphs whose sentences are kept: passages of one item share them, and a question's periods
# A full stop after these ends no sentence. Titles, places, and the clerk's short forms.
_ABBREVIATIONS = frozenset(
    """
    mr mrs ms miss dr prof rev revd sir cllr cllrs co no nos st rd ave ltd plc inc dept min max fig figs para paras
    p pp vol ref refs tel ext approx est e.g i.e etc viz cf vs hon sec seconded prop sgt insp supt sen exec asst am pm
    a.m p.m jan feb mar apr jun jul aug sept sep oct nov dec messrs c circa incl excl ss s
    """.split()
)
_END = re.compile(
    r"[.!?][\"”’')\]]*\s+(?=[\"“‘'(\[]?[A-Z0-9£€•·\-–])|\n+|;\s+(?=\([ivxa-z0-9]{1,4}\)\s)|\s+(?=[•·▪]\s)"
)
LONGEST_WORD = 80  # characters, with the stop and what closes after it
_WORD = re.compile(r"\S+")
_LAST_WORD = re.compile(r"([\w.]+)[.!?][\"”’')\]]*\s*$")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: its words, and where they stand in the paragraph's text."""

    text: str
    start: int
    end: int


def sentences(text: str) -> list[Sentence]:
    """The sentences of a paragraph, in order; every one is `text[start:end]`, stripped."""
    found: list[Sentence] = []
    start = 0
    for match in _END.finditer(text):
        if match[0].strip() and match[0].strip()[0] in ".!?" and not _ends_sentence(text[start : match.end()]):
            continue
        _append(found, text, start, match.end())
        start = match.end()
    _append(found, text, start, len(text))
    return found


@lru_cache(maxsize=TEXTS)
def quotable(text: str, most_words: int) -> tuple[Sentence, ...]:
    """The sentences of a paragraph, those that are too long to be quoted cut after so many words."""
    found: list[Sentence] = []
    for sentence in sentences(text):
        if len(sentence.text) <= most_words:  # no more words than letters
            found.append(sentence)
            continue
        starts = [sentence.start + match.start() for match in _WORD.finditer(sentence.text)]
        edges = [*starts[::most_words], sentence.end]
        for start, end in pairwise(edges):
            _append(found, text, start, end)
    return tuple(found)


def opening_of(text: str, most_words: int) -> str:
    """The first sentences of a paragraph, as many as stay within so many words; the first of them always."""
    found = quotable(text, most_words)
    end = found[0].end if found else len(text)
    for sentence in found[1:]:
        if len(text[: sentence.end].split()) > most_words:
            break
        end = sentence.end
    return text[:end].strip()


def _append(found: list[Sentence], text: str, start: int, end: int) -> None:
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip())
    stripped = piece.strip()
    if stripped:
        found.append(Sentence(stripped, start + left, start + left + len(stripped)))


def _ends_sentence(piece: str) -> bool:
    """Whether a piece that ends in a stop is a sentence: not after "Mr.", an initial, or a number that opens a list."""
    last = _LAST_WORD.search(piece[-LONGEST_WORD:])
    if last is None:
        return True
    word = last[1].lower().rstrip(".")
    if word in _ABBREVIATIONS or (len(word) == 1 and word.isalpha()):
        return False
    return not (word.replace(".", "").isdigit() and piece.strip().rstrip(".)") == word)
