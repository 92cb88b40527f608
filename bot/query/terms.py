"""Words of a question or a paragraph, as the full text index sees them: stemmed alike, function words apart."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from index.words import STOPWORDS
from index.words import stems as index_stems

TEXTS = 4_000  # whose stems are kept: a question's passages are read again for each period that it names
_WORD = re.compile(r"\d+(?:[.,/]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*|\w+")

# Words by which a question is put, beyond those that full text search leaves out: they say nothing of its matter.
_ASKING = frozenset(
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

_POSSESSIVE = re.compile(r"['’]s?$")
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")
_NO_FRACTION = re.compile(r"(?<=\d)\.0+$")  # £356.0k and £356k are one sum
_TWO_YEARS = re.compile(r"((?:19|20)\d\d)/(?:19|20)?(\d\d)")
_ADVERB = 6  # letters of a stem that may lose its "-ly": weekly, monthly
_CARDINALS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
).split()
_ORDINALS = "third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
_NUMBERS = {word: str(n) for n, word in enumerate(_CARDINALS)} | {word: str(n) for n, word in enumerate(_ORDINALS, 3)}
del _NUMBERS["one"]  # mostly a pronoun


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
    plain = word.replace("’", "'").lower()
    plain = _NO_FRACTION.sub("", plain)
    if plain in _NUMBERS or _ORDINAL.fullmatch(plain):
        return _NUMBERS.get(plain) or plain[:-2]
    if years := _TWO_YEARS.fullmatch(plain):
        return years[1] + years[2]
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
    return [word for word in words(text) if _plain(word.text) not in STOPWORDS | _ASKING and _tells(word.text)]


def count(text: str) -> int:
    """How many words a text has, counted as a reader would."""
    return len(text.split())


def without_possessive(word: str) -> str:
    """A word as it stands without its possessive: "Ash's" and "Ash" are one."""
    return _POSSESSIVE.sub("", word)


def _plain(word: str) -> str:
    return word.replace("’", "'").lower()


def _tells(word: str) -> bool:
    return len(word) > 1 or word.isdigit()


BUSINESS_STEMS = frozenset(stem(word) for word in _BUSINESS)
MONEY_STEMS = frozenset(stem(word) for word in "cost costs costing price priced pay paid paying spend spent".split())
"""Words that ask for a sum: the answer holds the sum, whatever it calls it."""
