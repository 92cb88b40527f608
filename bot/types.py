"""A turn of the conversation, the citations that carry an answer, and the answer itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from corpus.types import Month, PaperKind
from index.scope import Inferred
from index.types import Days, Passage, Place, days

Reason = Literal[
    "nothing_found",
    "other_year",
    "other_body",
    "other_person",
    "exempt",
    "not_held",
    "false_premise",
    "off_topic",
    "refused",
]
"""Why an answer was declined."""

Mode = Literal["quoting", "composing"]

MOST_CITATIONS = 5
"""Of one answer: what was found, what became of it, and what a later meeting undid of it, all together."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A question and what the reader asked before it, oldest first.

    `without` holds the keys of what was inferred from the question and is to be left out (`Answer.inferred`).
    """

    question: str
    history: tuple[str, ...] = ()
    without: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a quotation stands: file, paper, printed number path, page, and the words themselves.

    `month` is that of its meeting, where no day is printed: `date` never states a day that no paper does. `body` is as a
    reader is told it, with its council where papers of several are held; `alone` is its name without.
    """

    n: int
    paragraph: str
    file: str
    title: str
    body: str | None
    date: date | None
    kind: PaperKind
    locator: str
    label: tuple[str, ...]
    page: int | None
    printed_page: str | None
    quote: str
    places: tuple[Place, ...] = ()
    month: Month | None = None
    council: str | None = None
    alone: str | None = None

    @property
    def body_alone(self) -> str | None:
        """The body's name without its council's."""
        return self.alone or self.body

    @property
    def days(self) -> Days | None:
        """The days on one of which its meeting was held, as of its paper."""
        return days(self.date, self.month)


@dataclass(frozen=True, slots=True)
class Choice:
    """One of what a name in the question may mean, by its own name: the papers of these bodies, or of this year."""

    name: str
    bodies: tuple[str, ...] = ()
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What the reader is shown. `abstained` with a `reason` when nothing held carries the question.

    `inferred` is what was read from the question of where to look, and ranked what was found; `choices` are what a name
    that fits several may mean.
    """

    text: str
    citations: tuple[Citation, ...] = ()
    passages: tuple[Passage, ...] = ()
    abstained: bool = False
    reason: Reason | None = None
    missing: str | None = None
    mode: Mode = "quoting"
    searched: str = ""
    seconds: float = 0.0
    inferred: tuple[Inferred, ...] = ()
    choices: tuple[Choice, ...] = ()
