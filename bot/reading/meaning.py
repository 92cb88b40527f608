"""Whether a text says what the thing asked about is: "Looked After Children (LAC)", "The Forum aims to …"."""

from __future__ import annotations

import re

from bot.query.question import Question

_DEFINING = r"(?:['’]s)?s?(?: \([A-Z]\w+\))? (?:is|are|means?|refers? to|aims?|exists?|provides?|consists? of|to provide|to ensure)\b"
_SUBJECT = re.compile(
    r"\bwhat (?:is|are|was|were|does|do) (?:an? |the )?(?P<subject>[\w’' -]{3,60}?)"
    r"(?= (?:for|mean|stand for|do|in|at|on|of|to|under|that|which)\b|\s*\?)",
    re.IGNORECASE,
)


def defines(question: Question, text: str) -> bool:
    """Whether a text expands an abbreviation that is asked about, "Looked After Children (LAC)", or says what the thing is."""
    if any(f"({word.text})" in text for word in question.terms if sum(map(str.isupper, word.text)) > 1):
        return True
    asked = _SUBJECT.search(question.text)
    if not asked:
        return False
    subject = re.escape(asked["subject"].strip().removesuffix("s"))
    return bool(re.search(rf"(?:^|[.:;•] |\n)\W{{0,2}}(?:an? |the |our )?{subject}{_DEFINING}", text, re.IGNORECASE))
