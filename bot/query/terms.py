"""Words of a question or a paragraph, as the full text index sees them: stemmed alike, function words apart."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, product

from corpus.lexicon import CARDINALS, ORDINALS
from index.words import STOPWORDS
from index.words import stems as index_stems

TEXTS = 4_000
"""Texts whose stems are kept: a question's passages are read again for each period that it names."""

_WORD = re.compile(r"\d+(?:[.,/]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*|\w+")

# Words by which a question is put, beyond those that full text search leaves out: they say nothing of its matter.
_SILENT = STOPWORDS | frozenset(
    """
    able according actually another any anything became become been came come comes back cllrs concerning does early evening exactly gave going gone
    happen happened happens held hold hear heard i've i'm involve involved late mid regarding somebody someone something soon
    tell stand stands mean means new explain told turned took use used using want wanted wants whole
    """.split()
)

# Words by which a question names the business of meetings, or the kind of answer that it wants: papers hold the first
# everywhere, and the answer need not hold the second, so both rank weakly.
_BUSINESS = frozenset(
    """
    agree agreed ask asked council councillor councillors committee cllr decide decided decision meeting meetings
    member members minute minutes paper papers record recorded report reported reports resolution resolve resolved
    paragraph item agenda discussed discuss discussion mention mentioned figure number recommend recommended
    recommendation recommendations board commission partnership vote voted year years outcome propose proposed motion
    promise promised bring brought undertake undertook commitment commit settle settled choose chose pick picked
    date dates day days next time behind caused cause prompted hour share percentage proportion sum amount size total level people yearly
    """.split()
)

_MOST_NUMBER = 20  # that is written as a word and as a figure alike
_OTHER_SENSES = ("one", "first", "second")  # number words that are mostly something else
_NUMBERS = {
    word: str(number)
    for word, number in {**CARDINALS, **ORDINALS}.items()
    if number <= _MOST_NUMBER and word not in _OTHER_SENSES
}
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


def holds(plain_text: str, phrases: Iterable[str]) -> bool:
    """Whether any of these phrases, in small letters, stands in a text as `plain` gives it."""
    return any(f" {phrase} " in plain_text for phrase in phrases)


def opens(plain_text: str, phrases: Iterable[str]) -> bool:
    """Whether a text as `plain` gives it opens with any of these phrases."""
    return any(plain_text.startswith(f" {phrase} ") for phrase in phrases)


def expand(listed: str) -> frozenset[str]:
    """Phrases set apart by commas, each with every one of the words that "|" joins: "a|the fee" is "a fee" and "the fee"."""
    each = (product(*(word.split("|") for word in phrase.split())) for phrase in listed.split(","))
    return frozenset(" ".join(words) for words in chain.from_iterable(each))


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


BUSINESS_STEMS = frozenset(stem(word) for word in _BUSINESS)
MONEY_STEMS = frozenset(stem(word) for word in "cost costs costing price priced pay paid paying spend spent".split())
"""Words that ask for a sum: the answer holds the sum, whatever it calls it."""
