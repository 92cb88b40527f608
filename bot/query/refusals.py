"""What no paper answers and no reader is told: the program's own prompt, settings, keys and files; and exempt text.

Both are known by what a question says of the program ("your system prompt") or does to it ("you are now ..."), never by
a word that a committee's business might use as well: a contractor has instructions, an allotment has keys.
"""

from __future__ import annotations

import re
from typing import Literal

from bot.query.terms import plain
from bot.types import Answer
from corpus.lexicon_questions import phrases

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
            r"\b(?:catalogue|database|index|model|prompt) (?:that )?you (?:use|run|have|are)\b|\b(?:which|what) (?:\w+ ){0,2}model (?:are|do) you\b",
            rf"{_OPENING}(?:ignore|disregard|forget|override|bypass)\b.{{0,30}}\b(?:instructions?|rules|prompts?|guidelines|restrictions)\b",
            rf"{_OPENING}(?:repeat|print|output|reveal|show|recite|translate|dump)\b.{{0,30}}\b(?:words|text|everything|sentences) (?:above|before this)\b",
            rf"{_OPENING}(?:you are now|from now on,? you|act as|pretend to be|simulate)\b.{{0,40}}{_PART}",
            r"\bMATTERS_[A-Z]+\b|\bjailbreak\w*|<\|\w+\|>|(?:\.\.[/\\]){2,}|/etc/(?:passwd|shadow)\b|\bcleared ?= ?\w+",
        )
    ),
    re.IGNORECASE | re.DOTALL,
)
_OF_PROGRAM = phrases(
    "system|developer prompt, developer mode, do anything now, environment variable|variables, what were you told|instructed, who made|built|trained you,"
    "set cleared, ^ what is|are your name|job|role|purpose $, ^ tell|show me your name|job|role|purpose $, ^ and your name|job|role|purpose $"
)
"""Besides, questions in which "your" can be nobody's but the program's, as they name nothing else."""
_READS_OUT = (
    r"\b(?:show|print|read|give|tell|quote|reveal|send|copy|display|recite|publish|summari[sz]e|leak|paste|translate)\b.{0,40}|"
    r"\bwhat (?:does|did|is in|was in)\b.{0,20}"
)
_EXEMPT_TEXT = re.compile(
    rf"(?:{_READS_OUT})(?:\b(?:exempt|restricted|confidential|private|unpublished|part (?:2|two|ii|b)|pink) (?:\w+ )?"
    r"(?:reports?|appendix|appendices|annex(?:es)?|papers?|minutes?|text|parts?|sections?|documents?|information)\b"
    r"|\b(?:reports?|appendix|papers?|minutes?|text|documents?)\b.{0,25}\bnot for publication\b)",
    re.IGNORECASE | re.DOTALL,
)
_CLAIMS_CLEARANCE = re.compile(
    r"\b(?:pretend|assume|imagine|suppose) (?:that )?(?:I|I['’]m|me)\b.{0,30}\b(?:cleared|allowed|entitled|authori[sz]ed)\b"
    r"|\bI(?: am|['’]m) (?:now )?(?:cleared|authori[sz]ed)\b|\bI have (?:the )?clearance\b",
    re.IGNORECASE,
)
_ASKS_WHY = phrases("why, under which|what, what ground|grounds|reason|reasons, reason|reasons for")


def judge(question: str, *, cleared: bool = False) -> Refusal | None:
    """Whether a question asks for the program itself, or for exempt text to be read out; None where for neither."""
    put = plain(question)
    if _PROGRAM.search(question) or _OF_PROGRAM.search(put):
        return "refused"
    if cleared or _ASKS_WHY.search(put):
        return None
    return "exempt" if _EXEMPT_TEXT.search(question) or _CLAIMS_CLEARANCE.search(question) else None


def told(refusal: Refusal) -> Answer:
    """A plain refusal: nothing is looked for, nothing cited."""
    return Answer(TOLD if refusal == "refused" else TOLD_EXEMPT, abstained=True, reason=refusal)
