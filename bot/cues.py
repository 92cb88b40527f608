"""What in a paragraph's type or wording shows that it answers a question of a kind."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.question import Wants
from corpus.types import ParagraphType
from index.types import HeldParagraph

# Added to a window's coverage (0 to 1) when it holds what the question's kind wants.
TYPE_BONUS = 0.30
WORDING_BONUS = 0.12
HEADING_PENALTY = 0.30  # a heading names a topic and answers nothing
FURNITURE_PENALTY = 0.15  # lists of those present, and tables of contents
AGENDA_PENALTY = 0.20  # an agenda says what was to come, not what came
LIST_BONUS = 0.15
FEWEST_LISTED = 3  # paragraphs that make a list

_TYPES: dict[Wants, frozenset[ParagraphType]] = {
    "resolved": frozenset({"resolution"}),
    "recommended": frozenset({"recommendation"}),
    "vote": frozenset({"vote", "motion", "resolution"}),
    "promised": frozenset({"action", "resolution"}),
}
_WORDING: dict[Wants, re.Pattern[str]] = {
    "resolved": re.compile(r"\bresolved|\bagreed\b|\bapproved|\badopted|\bappointed|\bdecided", re.IGNORECASE),
    "recommended": re.compile(r"\brecommend", re.IGNORECASE),
    "vote": re.compile(r"\bvote[sd]?\b|\bcarried\b|\bdefeated\b|\blost\b|\bin favour\b|\bagainst\b|\bcasting\b", re.IGNORECASE),
    "promised": re.compile(r"\bwill\b|\bwould\b|\bbe (?:submitted|brought|presented)|\bto report\b|\bagreed to\b|\bundertook\b", re.IGNORECASE),
    "who": re.compile(r"\b(?:Councillors?|Cllrs?|Mrs?|Ms|Dr|Chair\w*|Director|Officer|Manager|[A-Z][a-z]+ [A-Z][a-z]+)\b|\b[A-Z]{2,3}\b"),
    "when": re.compile(r"\b\d{1,2}(?:st|nd|rd|th)?\b.{0,12}\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|\b(?:January|February|March|"
                       r"April|May|June|July|August|September|October|November|December)\b|\b\d+ (?:\w+ )?(?:days|weeks|months)\b|\b20\d\d\b"),
    "quantity": re.compile(r"[£€$]\s?\d|\d\s?(?:%|per ?cent)|(?<![\d/.])\b(?!(?:19|20)\d\d\b)\d[\d,.]*\b(?!(?:st|nd|rd|th)\b|[.)]\s|\s(?:Jan|Feb|Mar|Apr|"
                           r"May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|hundred|none)\b"),
    "why": re.compile(r"\bbecause\b|\bdue to\b|\bas (?:a result|the|it|there|this|they)\b|\bsince\b|\bin order\b|\bowing\b|\breasons?\b|\bthat .* "
                      r"(?:not|no longer)\b|\bobliged\b|\brequired\b|\bresult\b|\bbased on\b|\bgrounds\b", re.IGNORECASE),
    "meaning": re.compile(r"\b(?:is|are|was|means?|to provide|provides?|aims?|purpose|role|defined|stands for)\b", re.IGNORECASE),
}  # fmt: skip


def wanted_types(wants: Wants) -> frozenset[ParagraphType]:
    """The types of paragraph that a question of this kind asks for by name; none where it asks for none."""
    return _TYPES.get(wants, frozenset())


def cue(wants: Wants, paragraphs: Sequence[HeldParagraph], text: str) -> float:
    """What a window earns or loses by the kind of its paragraphs and by its wording."""
    types = {paragraph.type for paragraph in paragraphs}
    earned = 0.0
    if types & wanted_types(wants):
        earned += TYPE_BONUS
    wording = _WORDING.get(wants)
    if wording and wording.search(text):
        earned += WORDING_BONUS
    if wants == "list" and len(paragraphs) >= FEWEST_LISTED:
        earned += LIST_BONUS
    if wants != "when" and paragraphs[0].paper.kind == "agenda" and "exempt" not in types:
        earned -= AGENDA_PENALTY
    if types == {"heading"}:
        earned -= HEADING_PENALTY
    if wants != "who" and types == {"attendance"}:
        earned -= FURNITURE_PENALTY
    return earned
