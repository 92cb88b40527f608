"""What no paper answers and no reader is told: the program's own prompt, settings, keys and files; and exempt text.

Both are known by what a question says of the program ("your system prompt") or does to it ("you are now ..."), never by
a word that a committee's business might use as well: a contractor has instructions, an allotment has keys.
"""

from __future__ import annotations

import re
from typing import Literal

from bot.types import Answer

Refusal = Literal["refused", "exempt"]

TOLD = (
    "That is not a question about the papers. Only what stands in the papers held is told here: nothing of this program, "
    "its instructions, its settings or its files. Ask, for example, “What was resolved on libraries?”"
)
TOLD_EXEMPT = (
    "Exempt papers (Local Government Act 1972, Schedule 12A) are not quoted to a reader who is not cleared for them. "
    "Ask why an item was exempt, or what the public minutes say of it."
)

_OURS = (
    r"(?:(?:system|initial|hidden|secret|original|internal|own) )*(?:prompts?|instructions?|settings?|configuration|config|rules|guidelines|"
    r"system message|api keys?|passwords?|credentials|source code|program|software|code|database|index folder|home (?:directory|folder)|"
    r"context(?: window)?|temperature|language model|weights|training data|environment variables)\b"
)
# A claim over the program that only a program could obey stands at the opening of a sentence, or of a clause.
_OPENING = r"(?:^|[.!?:;,>“\"]\s*|\b(?:please|now|and|then|system|assistant) )"
_PART = r"\b(?:admin\w*|root|developer|system|assistant|dan|ai|chatbot|model|without rules)\b"
_PROGRAM = re.compile(
    "|".join(
        (
            rf"\byour {_OURS}",
            r"\b(?:catalogue|database|index|model|prompt) (?:that )?you (?:use|run|have|are)\b",
            r"\b(?:system|developer) prompt\b|\bdeveloper mode\b|\bjailbreak\w*\b|\bdo anything now\b|<\|\w+\|>",
            rf"{_OPENING}(?:ignore|disregard|forget|override|bypass)\b.{{0,30}}\b(?:instructions?|rules|prompts?|guidelines|restrictions)\b",
            rf"{_OPENING}(?:repeat|print|output|reveal|show|recite|translate|dump)\b.{{0,30}}\b(?:words|text|everything|sentences) (?:above|before this)\b",
            rf"{_OPENING}(?:you are now|from now on,? you|act as|pretend to be|simulate)\b.{{0,40}}{_PART}",
            r"\b(?:which|what) (?:\w+ ){0,2}model (?:are|do) you\b|\bwhat were you (?:told|instructed)\b|\bwho (?:made|built|trained) you\b",
            r"\bMATTERS_[A-Z]+\b|\benvironment variables?\b|(?:\.\.[/\\]){2,}|/etc/(?:passwd|shadow)\b|\bset cleared\b|\bcleared ?= ?\w+",
        )
    ),
    re.IGNORECASE | re.DOTALL,
)
_READS_OUT = (
    r"\b(?:show|print|read|give|tell|quote|reveal|send|copy|display|recite|publish|summari[sz]e|leak|paste|translate)\b"
)
_CLOSED_PAPER = (
    r"\b(?:exempt|restricted|confidential|private|unpublished|part (?:2|two|ii|b)|pink) (?:\w+ )?"
    r"(?:reports?|appendix|appendices|annex(?:es)?|papers?|minutes?|text|parts?|sections?|documents?|information)\b"
    r"|\b(?:reports?|appendix|papers?|minutes?|text|documents?)\b.{0,25}\bnot for publication\b"
)
_EXEMPT_TEXT = re.compile(
    rf"{_READS_OUT}.{{0,40}}(?:{_CLOSED_PAPER})|\bwhat (?:does|did|is in|was in)\b.{{0,20}}(?:{_CLOSED_PAPER}).{{0,60}}\b(?:say|said|contain)?\b",
    re.IGNORECASE | re.DOTALL,
)
_CLAIMS_CLEARANCE = re.compile(
    r"\b(?:pretend|assume|imagine|suppose) (?:that )?(?:I am|I'm|I’m|I was|I were|me)\b.{0,30}\b(?:cleared|allowed|entitled|authori[sz]ed)\b"
    r"|\b(?:I am|I'm|I’m) (?:now )?(?:cleared|authori[sz]ed)\b|\bI have (?:the )?clearance\b",
    re.IGNORECASE,
)
_SHORT = re.compile(r"\W*(?:what (?:is|are)|tell me|and|show me) your (?:name|job|role|purpose)\W*", re.IGNORECASE)
_ASKS_WHY = re.compile(
    r"\bwhy\b|\bunder (?:which|what)\b|\bwhat (?:grounds?|reasons?)\b|\breasons? for\b", re.IGNORECASE
)


def judge(question: str, *, cleared: bool = False) -> Refusal | None:
    """Whether a question asks for the program itself, or for exempt text to be read out; None where for neither."""
    if _PROGRAM.search(question) or _asks_shortly(question):
        return "refused"
    if cleared or _ASKS_WHY.search(question):
        return None
    return "exempt" if _EXEMPT_TEXT.search(question) or _CLAIMS_CLEARANCE.search(question) else None


def _asks_shortly(question: str) -> bool:
    """Whether so little is asked that "your ..." can be nobody's but the program's."""
    return bool(_SHORT.fullmatch(question))


def told(refusal: Refusal) -> Answer:
    """A plain refusal: nothing is looked for, nothing cited."""
    return Answer(TOLD if refusal == "refused" else TOLD_EXEMPT, abstained=True, reason=refusal)
