"""Makes a follow-up question stand alone: what it leans on is taken from the questions before it.

A turn is joined to the one before only when it depends on it; joining always was measured to lose (on mtrag_govt,
nDCG@10 .524 for two turns joined against .582 for the last alone).
"""

from __future__ import annotations

import re
from dataclasses import replace

from bot import question as reading
from bot.question import Question
from bot.types import Turn

# Words that stand for something said before, and openings that go on from it.
_LEANS = re.compile(
    r"^(?:and|but|so|or|also|then|what about|how about|which of (?:them|those|these))\b|"
    r"\b(?:it|its|they|them|their|theirs|he|him|his|she|her|that (?:evening|meeting|day|night|year|one)|"
    r"those|these|the same|there|this|then|one|ones|instead|else)\b|\b(?:does|did|is|was|do|would) that\b|\bthat\s*\?",
    re.IGNORECASE,
)
# A question with this few telling words of its own leans on the one before; with this many, a pronoun mostly points
# inside the question ("Why did the Council say that it would …").
_FEW_TERMS = 3
_MANY_TERMS = 7

_WHEN = re.compile(
    r"\b(?:(?:in|on|of|at|since|during|from)\s+)?(?:the\s+)?(?:meeting of\s+)?(?:\d{1,2}(?:st|nd|rd|th)?\s+)?"
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)(?:,?\s+\d{4})?\b|"
    r"\b(?:in\s+)?(?:19|20)\d\d(?:\s?[/-]\s?\d\d(?:\d\d)?)?\b"
)


def leans(text: str) -> bool:
    """Whether a question depends on the one before it."""
    own = reading.read(text)
    telling = own.telling
    if len(telling) >= _MANY_TERMS:
        return False
    if not (own.names or own.years):  # nobody, nowhere and no time named: those of the turn before still hold
        return True
    return len(telling) < _FEW_TERMS or bool(_LEANS.search(text))


def condense(turn: Turn) -> Question:
    """The turn's question with what it needs of the questions before it.

    The joined text is the earlier question, then the turn's own; the earlier terms are marked as `carried`, so that
    ranking can weigh them lower than what was asked last.
    """
    text = turn.question.strip()
    if not turn.history or not leans(text):
        return reading.read(text)
    own = reading.read(text)
    base = _base(turn.history)
    if own.years or own.dates:  # "And in March 2024?" asks of another time
        base = _WHEN.sub("", base)
    mine = {word.stem for word in own.terms}
    joined = reading.read(f"{base} {text}")
    carried = frozenset(word.stem for word in joined.terms) - mine if own.telling else frozenset()
    asked = own if own.telling else reading.read(base)
    return replace(
        joined,
        wants=asked.wants,
        across=own.across,
        numbers=own.numbers,
        years=own.years or joined.years,
        carried=carried,
    )


def background(turn: Turn) -> str:
    """The turn's question after the first and the last before it, for search to be drawn by; "" for a first question.

    A conversation's first question names its matter. On 201 turns about government pages, nDCG@10: .622 so, .614 with the last
    alone, .600 with the last that stands alone and those that lean on it.
    """
    before = dict.fromkeys([*turn.history[:1], *turn.history[-1:]])
    return " ".join([*before, turn.question.strip()]) if before else ""


def _base(history: tuple[str, ...]) -> str:
    """The last earlier question that stands alone, with the leaning ones after it."""
    for back in range(len(history) - 1, -1, -1):
        if back == 0 or not leans(history[back]):
            return " ".join(history[back:])
    return ""
