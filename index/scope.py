"""What a question says about where to look: bodies, councils, dates, kinds, printed numbers. Pure functions over the question.

`Scope.shared` tells where a name in the question fits the bodies of several councils ("the Planning Committee", where two
councils have one): each `Shared` has the name and the bodies that it may mean, by the names that `Filter.bodies` takes.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from corpus.places import place_of
from corpus.types import PaperKind
from index.naming import Shared, named
from index.periods import Period, read_periods
from index.types import Days, HeldPaper
from index.words import STOPWORDS, content_words, words_of

__all__ = ["Inferred", "Number", "Period", "Scope", "Shared", "read"]


@dataclass(frozen=True, slots=True)
class Number:
    """A printed number that a question names, and what it called it: ("minute", "251")."""

    word: str
    number: str


@dataclass(frozen=True, slots=True)
class Inferred:
    """One thing read from a question: `key` names it where it is to be left out, `words` tell it to a reader."""

    key: str
    words: str


@dataclass(frozen=True, slots=True)
class Scope:
    """What was inferred from a question. It ranks, and never cuts: cutting is for the reader's own filter.

    `councils` are those that the question names; `of_councils` their bodies, where it names none of them. `shared` are the
    names that fit bodies of several councils, which are all among `bodies`.
    """

    bodies: tuple[str, ...] = ()
    periods: tuple[Period, ...] = ()
    kinds: tuple[PaperKind, ...] = ()
    numbers: tuple[Number, ...] = ()
    councils: tuple[str, ...] = ()
    of_councils: tuple[str, ...] = ()
    shared: tuple[Shared, ...] = ()

    @property
    def whose(self) -> tuple[str, ...]:
        """The bodies whose papers the question is of: those that it names, else those of the councils that it names."""
        return self.bodies or self.of_councils

    @property
    def called(self) -> tuple[str, ...]:
        """What the question may call whom it asks about: the bodies' names, and the places of the councils."""
        return (*self.bodies, *(" ".join(place_of(council)) for council in self.councils))

    def is_of_others(self, paper: HeldPaper) -> bool:
        """Whether a paper is of another council than the question names."""
        return bool(self.councils) and paper.council is not None and paper.council not in self.councils

    def names(self, paper: HeldPaper) -> bool:
        """Whether a paper is of a body, or of a council, that the question names."""
        if self.of_councils and not self.bodies and paper.council in self.councils:
            return True
        return paper.body is not None and paper.body in self.whose

    @property
    def is_empty(self) -> bool:
        """Whether the question says nothing of where to look."""
        return not (self.whose or self.periods or self.kinds or self.numbers)

    def told(self) -> tuple[Inferred, ...]:
        """What was inferred, one by one, for a reader who may want something of it left out."""
        return (
            *(Inferred(f"body {body}", body) for body in self.bodies),
            *(Inferred(f"council {council}", council) for council in (self.councils if self.of_councils else ())),
            *(Inferred(f"period {period.words}", period.words) for period in self.periods),
            *(Inferred(f"kind {kind}", kind) for kind in self.kinds),
            *(Inferred(f"number {one.number}", f"{one.word} {one.number}".strip()) for one in self.numbers),
        )

    def leaving_out(self, keys: Collection[str]) -> Scope:
        """The scope without what these keys name; a key that names nothing here changes nothing."""
        if not keys:
            return self
        whole = any(f"council {council}" in keys for council in self.councils)
        left = tuple(body for body in self.bodies if f"body {body}" not in keys)
        return Scope(
            left,
            tuple(period for period in self.periods if f"period {period.words}" not in keys),
            tuple(kind for kind in self.kinds if f"kind {kind}" not in keys),
            tuple(one for one in self.numbers if f"number {one.number}" not in keys),
            () if whole else self.councils,
            () if whole else self.of_councils,
            tuple(one for one in self.shared if set(one.bodies) <= {*left, *self.of_councils}),
        )

    def without(self, question: str) -> str:
        """The question without the words that named bodies and meetings held: ranking by scope has them already.

        Left in, they lift every chunk that says when and where it met, above those that say what was asked. A year
        stays, and so does a month with no meeting: the paper may speak of it.
        """
        left = question
        for period in self.periods:
            if period.of_a_meeting and period.meetings:
                left = left.replace(period.words, " ")
        places = {word for council in self.councils for word in place_of(council)}
        named = places | {word.lower() for body in self.bodies for word in words_of(body)}
        telling = [word for word in content_words(left) if word.lower() not in named]
        if all(word.lower() in STOPWORDS for word in telling):
            return question
        return " ".join(word for word in words_of(left) if word.lower() not in named)


_NUMBERED = re.compile(
    r"\b(?P<word>minutes?|min|agenda items?|items?|paragraphs?|paras?|clauses?|resolutions?|recommendations?|actions?|"
    r"appendix|questions?|sections?)\.?\s+(?:no\.?\s*|number\s+|nos\.?\s*)?"
    r"(?P<number>\(?(?:[A-Z]{0,2}\d+(?:[./]\d+)*[a-z]?|[ivx]+|[A-Za-z])\)?)(?P<clause>\((?:\d{1,2}|[a-z]{1,4})\))?(?![\w/-]|\.\d)",
    re.IGNORECASE,
)
_DEEP = re.compile(r"(?<![\d.£€])\d+(?:\.\d+){2,}(?![\d.]*\d)")
_IN_BRACKETS = re.compile(r"(?<=\s)\(\d{1,2}\)|(?<=\s)\([a-z]\)")
READ = 2_000
"""Signs of a question that are read; who pastes a whole page asks in its first lines, and is not kept waiting."""
_STATUTES = ("section", "sections")
"""A section with a whole number is nearly always an Act's (section 106, section 151): it names no paragraph of a paper."""

_DONE_IN_MINUTES = (
    *("resolved?", "resolution", "agreed?", "decided?", "decision", "voted?", "votes", "carried", "proposed?"),
    *("seconded", "seconder", "in the chair", "apologies", "attended"),
)
_KINDS: Final[tuple[tuple[PaperKind, str], ...]] = (
    ("actions", r"\baction (?:log|tracker|list|sheet)s?\b|\bmatters arising (?:log|list)\b"),
    ("agenda", r"\bagendas?\b"),
    ("presentation", r"\b(?:presentation|slides?|slide deck)\b"),
    ("strategy", r"\b(?:strategy|strategies)\b"),
    ("report", r"\b(?<!to )reports?\b(?! back)|\brecommend(?:ations?|ed|s)?\b"),
    ("minutes", rf"\bminute[sd]?\b|\b(?:{'|'.join(_DONE_IN_MINUTES)})\b"),
)


def read(
    question: str,
    bodies: Iterable[str],
    meetings: Iterable[tuple[str | None, Days]],
    today: date,
    councils: Mapping[str, str] | None = None,
) -> Scope:
    """What a question says about bodies, dates, kinds and numbers, given the bodies and the meetings (body, days) held.

    `councils` has the council of each body, where papers of several are held.
    """
    question = question[:READ]
    found = named(question, bodies, councils or {})
    whose = found.bodies or found.of_councils
    days = [when for body, when in meetings if not whose or body in whose]
    periods, kinds, numbers = read_periods(question, days, today), _kinds(question), _numbers(question)
    return Scope(found.bodies, periods, kinds, numbers, found.councils, found.of_councils, found.shared)


def _kinds(question: str) -> tuple[PaperKind, ...]:
    """The kinds of paper that a question speaks of, or that what it asks for stands in."""
    return tuple(kind for kind, pattern in _KINDS if re.search(pattern, question, re.IGNORECASE))


def _numbers(question: str) -> tuple[Number, ...]:
    """The printed numbers that a question names, each once, in the order named."""
    found: list[tuple[int, Number]] = []
    for match in _NUMBERED.finditer(question):
        word, number = match["word"].lower().split()[-1], match["number"].strip("()").lower()
        lettered = number.isalpha()
        if word in _STATUTES and number.isdigit():
            continue
        if lettered and ("(" not in match["number"] and not (word == "appendix" and match["number"].isupper())):
            continue  # "item a", "minutes i": a word, not a number
        found.append((match.start(), Number(_singular(word), number)))
        if match["clause"]:
            found.append((match.start("clause"), Number("", match["clause"].strip("()").lower())))
    taken = {number.number for _, number in found}
    for pattern in (_DEEP, _IN_BRACKETS):
        for match in pattern.finditer(question):
            number = match.group().strip("()")
            if number not in taken:
                taken.add(number)
                found.append((match.start(), Number("", number)))
    return tuple(dict.fromkeys(number for _, number in sorted(found, key=lambda pair: pair[0])))


def _singular(word: str) -> str:
    short = {"min": "minute", "para": "paragraph", "paras": "paragraph", "appendix": "appendix"}
    return short.get(word, word.removesuffix("s"))
