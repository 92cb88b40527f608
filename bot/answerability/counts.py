"""Whether a number was found of the things that are asked for: "How many cameras …?" is not answered by a number of roads."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.grounding.verify import MOST_WORDS
from bot.query.terms import content, stems
from bot.reading.cues import NUMBER_WORDS, asks
from bot.reading.lexical import Asked, Window
from bot.reading.sentences import quotable

# What stands between "how many" and the verb or the place: the things counted, and how they are told apart.
_HOW_MANY = re.compile(
    r"\bhow many (?:of )?(?:(?:the|its|their|his|her|our|these|those|more|other|further|different) )*(?P<things>[\w’'-]+(?: [\w’'-]+){0,3}?)"
    r"(?= (?:did|do|does|were|was|are|is|has|have|had|will|would|could|should|might|may|can|got|get|in|of|on|at|for|from|to|by|"
    r"with|under|over|after|before|who|that|which|there|it|they|he|she|we|you|the|an?)\b|[?,;]|$)",
    re.IGNORECASE,
)
# Words for whatever there is: papers say whom or what they count.
_ANYTHING = stems("people folk persons ones times things times them those us each")
# A sentence that goes on from the one before: "Of these, 14 were sound."
_LEANS = re.compile(
    r"(?:there|these|those|they|it|this|some|both|all|(?:\w+ )?of (?:these|those|them|which))\b", re.IGNORECASE
)
_FIGURE = re.compile(rf"\d|{NUMBER_WORDS}|\b(?:no|one|both|all|nil|nobody)\b", re.IGNORECASE)


def uncounted(asked: Asked, chosen: Sequence[Window]) -> str:
    """What the question asks the number of, where no sentence chosen, with its heading, has a figure and names it; else ""."""
    named = things(asked.question.text)
    wanted = stems(" ".join(named))
    if not named or any(
        _FIGURE.search(said) and wanted & asked.vocabulary.held(of).keys() for of, said in _said(chosen)
    ):
        return ""
    return " ".join(named)


def things(question: str) -> tuple[str, ...]:
    """What a question asks the number of, in its own words; none where it asks for that of people, or of whatever there is."""
    found = _HOW_MANY.search(question)
    named = content(found["things"]) if found else []
    return tuple(word.text for word in named) if named and named[0].stem not in _ANYTHING else ()


def _said(chosen: Sequence[Window]) -> Iterator[tuple[str, str]]:
    """The sentences chosen, each after what tells what it is of: its heading, and the sentence before it where it leans on that.

    A table is taken as a whole: its head says what its rows count.
    """
    for window in chosen:
        heading, before = window.paragraphs[0].heading, ""
        if any(paragraph.type == "table" for paragraph in window.paragraphs):
            yield f"{heading}\n{window.text}", window.text
        for sentence in (said.text for piece in window.pieces for said in quotable(piece, MOST_WORDS)):
            leans = asks(before) or _LEANS.match(sentence)
            yield f"{heading}\n{before if leans else ''}\n{sentence}", sentence
            before = sentence
