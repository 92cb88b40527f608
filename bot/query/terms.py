"""Words of a question or a paragraph, as the full text index sees them: stemmed alike, function words apart."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from corpus.lexicon import CARDINALS, ORDINALS
from corpus.lexicon_questions import AT_A_MEETING, BUSINESS, MONEY, SILENT
from index.words import STOPWORDS
from index.words import stems as index_stems

TEXTS = 4_000
"""Texts whose stems are kept: a question's passages are read again for each period that it names."""

_WORD = re.compile(r"\d+(?:[.,/]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*|\w+")

_MOST_NUMBER = 20  # that is written as a word and as a figure alike
_OTHER_SENSES = ("one", "first", "second")  # number words that are mostly something else
_NUMBERS = {
    word: str(number)
    for word, number in {**CARDINALS, **ORDINALS}.items()
    if number <= _MOST_NUMBER and word not in _OTHER_SENSES
}
_SILENT = STOPWORDS | SILENT
_ADVERB = 6  # letters of a stem that may lose its "-ly": weekly, monthly
_YEAR_DIGITS = 4


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: as written, its stem, and where it stands."""

    text: str
    stem: str
    start: int
    end: int


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """The stem of one word as the full text index makes it; numbers as digits: "six", "6th" and "6" are one."""
    plain = _without_noughts(straight(word))
    if number := _NUMBERS.get(plain):
        return number
    if plain[-2:] in ("st", "nd", "rd", "th") and plain[:-2].isdecimal():
        return plain[:-2]
    first, _, second = plain.partition("/")
    if is_year(first) and second.isdecimal() and (len(second) == 2 or is_year(second)):  # noqa: PLR2004 - 2016/17
        return first + second[-2:]
    found = "".join(index_stems(plain.removesuffix("'s").replace("'", "")))
    return found[:-2] if found.endswith("li") and len(found) >= _ADVERB else found


def words(text: str) -> list[Word]:
    """All words of a text, function words too."""
    return [Word(m[0], stem(m[0]), m.start(), m.end()) for m in _WORD.finditer(text)]


@lru_cache(maxsize=TEXTS)
def stems(text: str) -> frozenset[str]:
    """The stems of a text's words."""
    return frozenset(map(stem, set(_WORD.findall(text))))


def content(text: str) -> list[Word]:
    """The words of a text that say what it is about."""
    return [word for word in words(text) if straight(word.text) not in _SILENT and _tells(word.text)]


def count(text: str) -> int:
    """How many words a text has, counted as a reader would."""
    return len(text.split())


def plain(text: str) -> str:
    """The words of a text in small letters, a space on either side of each: " what was resolved "."""
    return f" {' '.join(_WORD.findall(straight(text)))} "


def straight(word: str) -> str:
    """A text in small letters, its apostrophes straight."""
    return word.replace("’", "'").lower()


def is_year(word: str) -> bool:
    """Whether a word is a year of the last century or of this one: "2031"."""
    return len(word) == _YEAR_DIGITS and word.isdecimal() and word.startswith(("19", "20"))


def without_possessive(word: str) -> str:
    """A word as it stands without its possessive: "Ash's" and "Ash" are one."""
    return word.removesuffix("s").rstrip("'’") if word.endswith(("'s", "’s", "'", "’")) else word


def _without_noughts(word: str) -> str:
    """A number without a fraction of noughts: £356.0k and £356k are one sum."""
    whole, dot, fraction = word.rpartition(".")
    return whole if dot and fraction and not fraction.strip("0") and whole[-1:].isdecimal() else word


def _tells(word: str) -> bool:
    return len(word) > 1 or word.isdigit()


BUSINESS_STEMS = frozenset(map(stem, BUSINESS))
MONEY_STEMS = frozenset(map(stem, MONEY))
MEETING_STEMS = stems(" ".join(AT_A_MEETING))
