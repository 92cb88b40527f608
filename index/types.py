"""What the index gives and takes: a filter, a passage, and the protocols that an embedder and a vector store meet."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import dropwhile
from typing import Protocol, Self

import numpy as np
from numpy.typing import NDArray

from corpus.places import RANKS, place_of, words_of_name
from corpus.types import Day, Month, PaperKind, ParagraphType

Vector = NDArray[np.float32]

_OF_A_PLACE = ("borough", "city", "county", "district")  # "the Borough of Orren"


@dataclass(frozen=True, slots=True)
class Place:
    """Where the same text stands again: in a draft and in the adopted minutes, say."""

    file: str
    locator: str
    page: int | None = None


@dataclass(frozen=True, slots=True, order=True)
class Days:
    """The days on one of which a meeting was held, both ends included: a single day mostly, a month where no day is printed."""

    first: date
    last: date

    @classmethod
    def of(cls, day: date) -> Self:
        """A day that is known."""
        return cls(day, day)

    @classmethod
    def of_month(cls, month: date) -> Self:
        """The month that a day lies in."""
        return cls(month.replace(day=1), month.replace(day=monthrange(month.year, month.month)[1]))

    @property
    def day(self) -> date | None:
        """The day, where it is known."""
        return self.first if self.first == self.last else None


@dataclass(frozen=True, slots=True)
class HeldPaper:
    """A paper as the catalogue keeps it. `id` is the file's content hash and the paper's part: "3f2a…-1".

    `month` is that of the meeting, where the paper leaves no doubt of that and prints no day. `body` is the name that tells
    the body apart from all others held: with its council's where another council has one of the same name. `alone` is the
    name without. `council` is as the paper prints it, or, `beside`, as the papers added beside it tell it; `of_several` says
    that papers of more than one council are held, so that a reader wants to be told which.
    """

    id: str
    file: str
    part: int
    title: str
    body: str | None
    date: Day | None
    kind: PaperKind
    draft: bool
    paragraphs: int
    month: Month | None = None
    council: str | None = None
    beside: bool = False
    alone: str | None = None
    of_several: bool = False

    @property
    def body_alone(self) -> str | None:
        """The body's name without its council's: as papers print it."""
        return self.alone or self.body

    @property
    def body_in_full(self) -> str | None:
        """The body's name as a reader is told it: with its council's where papers of several councils are held."""
        if not self.body_alone or not self.council or not self.of_several:
            return self.body
        return in_full(self.body_alone, self.council)

    @property
    def days(self) -> Days | None:
        """The days on one of which its meeting was held: the day printed, or else the month; None where neither is known."""
        return days(self.date, self.month)


def in_full(body: str, council: str) -> str:
    """A body's name with its council's, unless that stands in it: "Planning Committee of the London Borough of Orren"."""
    if set(place_of(council)) <= set(words_of_name(body)):
        return body
    after_ranks = list(dropwhile(RANKS.__contains__, words_of_name(council)))
    the = "the " if after_ranks[:1] and after_ranks[0] in _OF_A_PLACE and after_ranks[1:2] == ["of"] else ""
    return f"{body} of {the}{council}"


def days(day: date | None, month: date | None) -> Days | None:
    """The days for a date that is known, or else for a month; None where neither is."""
    return Days.of(day) if day else Days.of_month(month) if month else None


@dataclass(frozen=True, slots=True)
class HeldParagraph:
    """A paragraph as the catalogue keeps it. `id` is the paper's id and the ordinal: "3f2a…-1-17".

    `from_picture` says that some of its words were read from a picture of the page.
    """

    id: str
    paper: HeldPaper
    ordinal: int
    text: str
    type: ParagraphType
    label: tuple[str, ...]
    locator: str
    heading: str
    page: int | None = None
    printed_page: str | None = None
    from_picture: bool = False

    @property
    def item_number(self) -> str:
        """The outermost printed number; "" where there is none, or only a clause's mark: "(1)", "a)"."""
        outermost = self.label[0] if self.label else ""
        return "" if outermost.endswith(")") else outermost


def same_item(one: HeldParagraph, other: HeldParagraph) -> bool:
    """Whether two paragraphs stand under the same outermost printed number, or, unnumbered, under the same heading."""
    if one.item_number or other.item_number:
        return one.item_number == other.item_number
    return one.heading == other.heading


@dataclass(frozen=True, slots=True)
class Passage:
    """Whole paragraphs found for a question, best first, with a score that only ranks (higher is better)."""

    paragraphs: tuple[HeldParagraph, ...]
    score: float
    places: tuple[Place, ...] = ()

    @property
    def paper(self) -> HeldPaper:
        """The paper that it stands in."""
        return self.paragraphs[0].paper

    @property
    def text(self) -> str:
        """Its paragraphs' words, a line each."""
        return "\n".join(paragraph.text for paragraph in self.paragraphs)


@dataclass(frozen=True, slots=True)
class Filter:
    """What a reader allows: papers of these bodies, of these dates (both ends included), of these kinds.

    Empty means any. `bodies` are canonical names as `Catalogue.bodies()` lists them; a name that bodies of two councils have
    allows both. A filter is never loosened.
    """

    bodies: frozenset[str] = field(default_factory=frozenset)
    since: date | None = None
    until: date | None = None
    kinds: frozenset[PaperKind] = field(default_factory=frozenset)
    files: frozenset[str] = field(default_factory=frozenset)

    @property
    def is_empty(self) -> bool:
        """Whether it allows everything."""
        return not (self.bodies or self.since or self.until or self.kinds or self.files)


class Embedder(Protocol):
    """Turns texts into unit vectors. `name` is stored with the vectors: another name's vectors are refused."""

    @property
    def name(self) -> str:
        """What its vectors are kept under."""
        ...

    @property
    def dimensions(self) -> int:
        """Length of a vector."""
        ...

    def embed_passages(self, texts: Sequence[str]) -> Vector:
        """Vectors of passages, shape (len(texts), dimensions), rows of length 1."""
        ...

    def embed_query(self, text: str) -> Vector:
        """The vector of a question, shape (dimensions,), of length 1."""
        ...


class Vectors(Protocol):
    """A store of chunk vectors by id, searched by cosine."""

    def add(self, vectors: Mapping[str, Vector]) -> None:
        """Hold vectors under their ids."""
        ...

    def remove(self, ids: Sequence[str]) -> None:
        """Hold these ids no longer."""
        ...

    def nearest(self, query: Vector, k: int) -> list[tuple[str, float]]:
        """Ids of the nearest chunks with their cosine similarity, best first."""
        ...

    def ids(self) -> set[str]:
        """Every id held."""
        ...
