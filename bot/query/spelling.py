"""Names and words that no paper holds, but that one letter parts from one that papers hold: read as that, and said so.

A name is read as the one name that is near it. A common word is taken only where a letter was doubled, dropped, added or
two were swapped, as fingers do; another letter in its place makes another word too often ("charges", "changes").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.query import question as reading
from bot.query.terms import BUSINESS_STEMS, content, stem, without_possessive, words
from index.catalogue import Catalogue
from index.people import people
from index.words import quoted

SHORTEST_NAME = 5
SHORTEST_WORD = 7
FEWEST_CHUNKS = 1  # of the word that is meant: papers have slips of their own, but names stand once
LIKE_FIRST_NAMES = 2  # letters that "Jon" and "John", "Vic" and "Victoria" begin with alike

_FULL_NAME = re.compile(r"\b(?P<first>[A-Z][a-zà-ÿ’'-]+)\s+(?P<last>(?:O[’']|Mc|Mac)?[A-Z][a-zà-ÿ’'-]+)(?=['’]s\b|\b)")


@dataclass(frozen=True, slots=True)
class Respelt:
    """A word of the question as it was written, and what it is read as."""

    written: str
    read: str

    @property
    def key(self) -> str:
        """What names this reading where it is to be left out."""
        return f"spelling {self.written}"

    @property
    def telling(self) -> bool:
        """Whether the reader is told of it: not where a word of every meeting was slipped ("comittee")."""
        return stem(self.read) not in BUSINESS_STEMS

    @property
    def told(self) -> str:
        """The reading, for a reader."""
        return f"“{self.written}” read as “{self.read}”"


class Spelling:
    """Reads what no paper holds as what it must have meant. Vocabulary and people are those of one catalogue."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._surnames = lru_cache(maxsize=1)(self._read_surnames)

    def respelt(self, text: str) -> list[Respelt]:
        """What of a question is read otherwise than it is written; mostly nothing."""
        found = list(self._first_names(text))
        told = " ".join(one.written for one in found)
        names = reading.read(text).names
        for word in content(text):
            plain = without_possessive(word.text)
            if not plain.isalpha() or plain in told or self._count(plain):
                continue
            near = self._near(plain, is_name=word.stem in names and not plain.isupper())
            if near:
                found.append(Respelt(plain, near))
        return found

    def _near(self, plain: str, *, is_name: bool) -> str:
        """The one word of the papers that is meant by one that they do not hold; "" where none is, or several."""
        if len(plain) < (SHORTEST_NAME if is_name else SHORTEST_WORD) or (not is_name and not plain.islower()):
            return ""
        wanted = stem(plain)
        near = [term for term in self._terms(wanted) if _is_near(wanted, term, any_letter=is_name)]
        printed = [form for term in near if (form := self._printed(term, capital=is_name))]
        return printed[0] if len(printed) == 1 else ""

    def _terms(self, wanted: str) -> Iterator[str]:
        """The stems held that begin with the same letter and are about as long."""
        sql = "SELECT term FROM vocabulary WHERE term >= ? AND term < ? AND length(term) BETWEEN ? AND ? AND doc >= ?"
        first, long = wanted[0], len(wanted)
        found = self._catalogue.db.execute(sql, (first, chr(ord(first) + 1), long - 1, long + 1, FEWEST_CHUNKS))
        return (str(term) for (term,) in found)

    def _printed(self, term: str, *, capital: bool) -> str:
        """A form in which the papers print a stem; for a name only where they print it with a capital inside a line."""
        sql = "SELECT chunks.text FROM chunk_words JOIN chunks ON chunks.rowid = chunk_words.rowid WHERE chunk_words MATCH ? LIMIT 5"
        for (text,) in self._catalogue.db.execute(sql, (quoted(term),)):
            for word in words(str(text)):
                plain = without_possessive(word.text)
                inside = plain[:1].isupper() and text[max(word.start - 1, 0) : word.start] in (" ", "(")
                if word.stem == term and plain.isalpha() and (inside or not capital):
                    return plain
        return ""

    def _first_names(self, text: str) -> Iterator[Respelt]:
        """Full names of which the papers hold the surname alone, or with another form of the first name."""
        for match in _FULL_NAME.finditer(text):
            first, last = match["first"], match["last"]
            if self._count(match[0]) or not self._count(last) or last.casefold() not in self._surnames(self._now):
                continue
            forms = self._surnames(self._now)[last.casefold()]
            known = {form.split()[0] for form in forms if " " in form}
            if all(_same_first(first, other) for other in known) and len(forms) == 1:
                yield Respelt(match[0], last)

    @property
    def _now(self) -> int:
        return self._catalogue.generation

    def _count(self, written: str) -> int:
        return self._catalogue.frequencies([written])[written]

    def _read_surnames(self, _generation: int) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for person in people(self._catalogue):
            found.setdefault(person.name.rsplit(maxsplit=1)[-1].casefold(), []).append(person.name)
        return found


def read_as(text: str, respelt: Iterable[Respelt]) -> str:
    """The question with its words as they are read."""
    for one in respelt:
        for word in reversed(words(text)):
            end = word.start + len(one.written)
            if text.startswith(one.written, word.start) and not text[end : end + 1].isalnum():
                text = text[: word.start] + one.read + text[end:]
    return text


def _same_first(one: str, other: str) -> bool:
    """Whether two first names may be one person's: an initial, a short form, or the same beginning."""
    one, other = one.casefold().strip("."), other.casefold().strip(".")
    short = min(len(one), len(other))
    return one[:1] == other[:1] and (short == 1 or one[:LIKE_FIRST_NAMES] == other[:LIKE_FIRST_NAMES])


def _is_near(one: str, other: str, *, any_letter: bool) -> bool:
    """Whether one slip parts two words: a letter doubled, dropped or added, two swapped, or (`any_letter`) one changed."""
    short = min(len(one), len(other))
    start = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), short)
    if one == other or (not any_letter and start >= short - 1):
        return False  # at its end a word has its endings: "slipper", "slippery"
    rest, others = one[start:], other[start:]
    if rest[1:] == others or rest == others[1:]:
        return True
    if len(one) != len(other):
        return False
    swapped = rest[:2] == others[:2][::-1] and rest[2:] == others[2:]
    return swapped or (any_letter and rest[1:] == others[1:])


def told_of(respelt: Sequence[Respelt]) -> str:
    """A line on the names and words that no paper holds, and what they are read as; "" where there are none."""
    return "".join(f"No paper held has “{one.written}”: this is of “{one.read}”.\n\n" for one in respelt if one.telling)
