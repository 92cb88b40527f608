"""What happens on the way to an answer, as it happens: where is searched, what is read, what a model may say, the answer.

The last event is always `Answered`, and what it holds is what the reader keeps: what was told before it goes.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable
from dataclasses import dataclass

from bot.types import Answer


@dataclass(frozen=True, slots=True)
class Searching:
    """The papers that the reader's filter allows are searched; `where` says how many, whose and of when."""

    where: str


@dataclass(frozen=True, slots=True)
class Reading:
    """So many passages were found, and are read for what carries the question."""

    passages: int


@dataclass(frozen=True, slots=True)
class Writing:
    """A model is asked to write over so many quotations, each of which stands in the papers."""

    quotations: int


@dataclass(frozen=True, slots=True)
class Written:
    """A sentence of the model's that its quotations carry. No other is ever told."""

    sentence: str


@dataclass(frozen=True, slots=True)
class Answered:
    """The answer: the last event."""

    answer: Answer


Event = Searching | Reading | Writing | Written | Answered
Steps = Generator[Event, None, Answer]
"""Events that end in an answer, which is the generator's value and no event yet."""


def last(events: Iterable[Event]) -> Answer:
    """The answer at the end of events."""
    answer = next((event.answer for event in events if isinstance(event, Answered)), None)
    assert answer is not None  # noqa: S101 - for the type checker: events end in an answer
    return answer


def told(event: Event) -> str:
    """An event on the way, for the reader; "" for what is no stage but words."""
    match event:
        case Searching(where):
            return f"Searching {where} …"
        case Reading(passages):
            return f"Reading the {passages} passages found …" if passages != 1 else "Reading the passage found …"
        case Writing(quotations):
            over = "one quotation" if quotations == 1 else f"{quotations} quotations"
            return f"A language model writes over {over}; a sentence is shown once it has been checked …"
        case _:
            return ""
