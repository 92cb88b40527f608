"""A block that lines are still joined to: each costs its own length, however long the block has grown."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from corpus.hyphens import HYPHEN, parts_a_word

if TYPE_CHECKING:
    from corpus.blocks import Block

_VERB = re.compile(r"\b(?:is|are|was|were|will|would|has|have|had|be|been|should|shall|can|could|may)\b")
_OPENING = 100  # characters: more than any number or title of persons that opens a block
_BEFORE_LAST = 200  # characters kept before the last line: more than a word, or the marks that close a sentence
_LETTERS = re.compile(r"[^\W\d_]+")


class OpenBlock:
    """A block as its lines come. `first` is the block of its first line, and tells its look.

    `opening` is how its text begins, `ending` how it ends (its last line in full), `length` how long it is.
    """

    def __init__(self, first: Block) -> None:
        self.first = first
        self.opening = self.ending = ""
        self.length = 0
        self._end = first.end
        self._parts: list[str] = []
        self._spots = list(first.spots)
        self._verb = False
        self._letters = self._capitals = 0
        self._write(first.text)

    @property
    def caps(self) -> bool:
        """Whether the words are in capitals."""
        return in_capitals(self._letters, self._capitals)

    @property
    def verb(self) -> bool:
        """Whether the words hold a verb, and so are a sentence begun."""
        return self._verb or bool(_VERB.search(self.ending))

    @property
    def stretches(self) -> int:
        """How many stretches of the source its words come from."""
        return len(self._spots)

    def add(self, line: Block, words: frozenset[str]) -> None:
        """Join a line's block; `words` are the paper's, which tell whether a hyphen at the line's end parts a word."""
        self._verb = self._verb or bool(
            _VERB.search(self.ending.rpartition(" ")[0])
        )  # its last word may be half of one
        hyphen = HYPHEN.search(self.ending)
        if not hyphen:
            self._write(" ")
        elif (after := _LETTERS.match(line.text)) and parts_a_word(hyphen[1], after[0], words):
            self._drop_hyphen()
        self._spots += [(at + self.length, source, page) for at, source, page in line.spots]
        self._write(line.text)
        self._end = line.end

    def block(self) -> Block:
        """The block, whole."""
        if len(self._parts) == 1:
            return self.first
        return replace(self.first, text="".join(self._parts), end=self._end, spots=tuple(self._spots))

    def _write(self, text: str) -> None:
        self._parts.append(text)
        self.length += len(text)
        if len(self.opening) < _OPENING:
            self.opening += text[:_OPENING]
        self.ending = self.ending[-_BEFORE_LAST:] + text
        letters, capitals = count_letters(text)
        self._letters += letters
        self._capitals += capitals

    def _drop_hyphen(self) -> None:
        self._parts[-1] = self._parts[-1][:-1]
        self.length -= 1
        self.opening, self.ending = self.opening[: self.length], self.ending[:-1]


def count_letters(text: str) -> tuple[int, int]:
    """How many letters there are, and how many of them are capitals."""
    letters = [c for c in text if c.isalpha()]
    return len(letters), sum(c.isupper() for c in letters)


def in_capitals(letters: int, capitals: int) -> bool:
    """Whether so many capitals among so many letters are a heading's look."""
    return letters >= 3 and capitals > 0.85 * letters  # noqa: PLR2004
