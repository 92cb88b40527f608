"""The records that the steps of an answer hand on: turn, query, span, evidence, reading, citation, answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from bot.query.question import Question
from corpus.types import Day, Month, PaperKind
from index.scope import Inferred, Scope
from index.types import Days, Filter, HeldParagraph, Passage, Place, days, same_item

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
class Query:
    """A question that stands alone, and what is known of it.

    `question` is the question as it is read; `history` what the reader of the answer asked before, oldest first, as
    written; `scope` where it points; `allowed` the papers that may be told of; `today` the reader's own day. `others` are its
    abbreviations with what they stand for, and the other way round; `background` is what search is drawn by besides.
    """

    question: Question
    scope: Scope = field(default_factory=Scope)
    allowed: Filter = field(default_factory=Filter)
    history: tuple[str, ...] = ()
    today: date | None = None
    others: Mapping[str, str] = field(default_factory=dict)
    background: str = ""

    @property
    def text(self) -> str:
        """The question's words."""
        return self.question.text


@dataclass(frozen=True, slots=True)
class Span:
    """Words of a paragraph: the characters `start` to `end` (not included) of its text."""

    paragraph: HeldParagraph
    start: int
    end: int

    @property
    def text(self) -> str:
        """The words."""
        return self.paragraph.text[self.start : self.end]

    def holds(self, other: Span) -> bool:
        """Whether the words of another span stand within this one."""
        return self.paragraph.id == other.paragraph.id and self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is quoted as one: spans of one paper in reading order, a span a paragraph.

    `score` says how likely it is that they answer, from 0 to 1. `passage` is what they were found in. `recommends` says that a
    body recommends this to another; `order` that it came before or after other evidence of the answer, which it made or unmade.
    """

    spans: tuple[Span, ...]
    score: float
    passage: Passage
    recommends: bool = False
    order: Literal["", "earlier", "later"] = ""

    @property
    def lead(self) -> HeldParagraph:
        """The paragraph that it begins in."""
        return self.spans[0].paragraph

    @property
    def paragraphs(self) -> tuple[HeldParagraph, ...]:
        """The paragraphs that it stands in."""
        return tuple(span.paragraph for span in self.spans)

    @property
    def text(self) -> str:
        """The words, a line a paragraph."""
        return "\n".join(span.text for span in self.spans)

    @property
    def paper_id(self) -> str:
        """The id of the paper that the words stand in."""
        return self.lead.paper.id

    def holds(self, other: Evidence) -> bool:
        """Whether all the words of other evidence stand within its own."""
        return all(any(span.holds(one) for span in self.spans) for one in other.spans)

    def in_item_of(self, other: Evidence) -> bool:
        """Whether it begins in the item, of the same paper, that other evidence begins in."""
        return self.paper_id == other.paper_id and same_item(self.lead, other.lead)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence that a reader wrote, and the places in `Reading.evidence` of the evidence that it rests on."""

    text: str
    evidence: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader makes of a question and passages.

    `evidence` is what to quote, the most telling first. `sure` says how sure the reader is that it answers, from 0 to 1.
    `missing` is what a partial answer lacks, "" where it lacks nothing. `sentences` are what a reader that writes would say;
    `unsaid` the places of evidence of which it wrote more than is carried: that is told by its quotation.
    `reason` is why it declines, where it does and knows. `note` tells the person who asked what went wrong on the way.
    `passages` are the passages in the order in which they answer, as far as the reader has one.
    """

    evidence: tuple[Evidence, ...] = ()
    sure: float = 0.0
    missing: str = ""
    sentences: tuple[Sentence, ...] = ()
    unsaid: tuple[int, ...] = ()
    reason: Reason | None = None
    note: str = ""
    passages: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a quotation stands: file, paper, printed number path, page, and the words themselves.

    `month` is that of its meeting, where no day is printed: `date` never states a day that no paper does. `body` is as a
    reader is told it, with its council where papers of several are held; `alone` is its name without. `from_picture` says
    that some of the words were read from a picture of the page, where a letter may be misread.
    """

    n: int
    paragraph: str
    file: str
    title: str
    body: str | None
    date: Day | None
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
    from_picture: bool = False

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
