"""What happens on the way to an answer, as it happens: where is searched, what is read, the answer.

The last event is always `Answered`, and what it holds is what the reader keeps.
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
    """So many passages were found, and are read for what carries the question, by a language model or by the built-in reader."""

    passages: int
    by_model: bool = False


@dataclass(frozen=True, slots=True)
class Answered:
    """The answer: the last event."""

    answer: Answer


Event = Searching | Reading | Answered
Steps = Generator[Event, None, Answer]
"""Events that end in an answer, which is the generator's value and no event yet."""


def last(events: Iterable[Event]) -> Answer:
    """The answer at the end of events."""
    answer = next((event.answer for event in events if isinstance(event, Answered)), None)
    assert answer is not None  # noqa: S101 - for the type checker: events end in an answer
    return answer


def told(event: Event) -> str:
    """An event on the way, for the reader; "" for the answer itself."""
    match event:
        case Searching(where):
            return f"Searching {where} …"
        case Reading(passages, by_model):
            found = "the passage found" if passages == 1 else f"the {passages} passages found"
            if by_model:
                return f"A language model reads {found}; what it says is checked before it is shown …"
            return f"Reading {found} …"
        case _:
            return ""
