"""What a question wants: its kind, its telling words, and the names and numbers that an answer must not lack."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from bot.terms import BUSINESS_STEMS, Word, content, stem

Wants = Literal[
    "resolved", "recommended", "vote", "promised", "who", "when", "quantity", "why", "meaning", "list", "anything"
]

# First match wins: "who resolved to …" asks who; "what was resolved" asks for the resolution.
_WANTS: tuple[tuple[Wants, re.Pattern[str]], ...] = (
    ("vote", re.compile(r"\b(votes?|voted|voting|split|tie[sd]?|casting|carried|defeated|motion)\b", re.IGNORECASE)),
    ("why", re.compile(r"\bwhy\b|\bwhat (?:was|is|were) the reasons?\b|\bon what grounds\b|\bhow come\b", re.IGNORECASE)),
    ("quantity", re.compile(
        r"\bhow (?:many|much|large|big|long|far|often|old)\b|\b(?:what|which) (?:\w+ ){0,3}?(?:share|percentage|proportion|"
        r"figure|sum|amount|rate|level|number|total|balance|price|fee|cost|budget|overspend|value)\b", re.IGNORECASE)),
    ("when", re.compile(r"\bwhen\b|\b(?:what|which) (?:dates?|days?|time|month)\b|\bon which dates\b|\bhow soon\b", re.IGNORECASE)),
    ("who", re.compile(r"\bwho(?:m|se)?\b|\bwhich (?:\w+ ){0,3}?(?:councillors?|members?|officers?|firm|company|person|people)\b", re.IGNORECASE)),
    ("recommended", re.compile(r"\brecommend\w*|\bproposals?\b", re.IGNORECASE)),
    ("promised", re.compile(r"\bpromis\w*|\bbring back\b|\bundert(?:ook|ake\w*)\b|\bcommit(?:ted|ment)\b", re.IGNORECASE)),
    ("resolved", re.compile(
        r"\bresol\w+|\bdecid\w*|\bdecision\w*|\bagree[ds]?\b|\bapprov\w*|\badopt\w*|\bendors\w*|\bpick(?:ed)?\b|"
        r"\bappoint\w*|\bchosen?\b|\bchose\b|\bsettled?\b", re.IGNORECASE)),
    ("list", re.compile(r"\bwhat (?:are|were) the (?:\w+ ){0,3}?\w+s\b(?! of\b)|\bwhich (?:\w+ ){0,2}?\w+s\b|\blist\b", re.IGNORECASE)),
    ("meaning", re.compile(r"\bwhat (?:is|are|was|does|do) (?:an? |the )?[\w -]{2,60}?(?: for| mean| stand for| do)?\s*\?", re.IGNORECASE)),
    ("list", re.compile(r"\bwhat are the\b|\bwhich (?:\w+ )?\w+s\b|\blist\b", re.IGNORECASE)),
)  # fmt: skip

# A question that runs over meetings wants a quotation from each.
_ACROSS = re.compile(
    r"\bover time\b|\bover the (?:years|months)\b|\bchang\w+\b|\bacross\b|\beach of\b|\beach (?:year|meeting)\b|\btwice\b|"
    r"\band then\b|\blater\b|\bat last\b|\bfinally\b|\bslip\w*\b|\bcompar\w*\b|\btrend\b|\bhistory of\b|\bsince\b|"
    r"\bever\b|\bwhat (?:happened|became|came)\b|\bnext meeting\b|\bprogress\w*\b|\bfollow(?:ed)?[- ]up\b|\bdiffer\w*\b|"
    r"\bfrom (?:\w+ )?(?:19|20)\d\d (?:to|until|up to)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_DATE = re.compile(
    r"\b\d{1,2}(?:st|nd|rd|th)?(?:\s+of)?\s+(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)\w*(?:,?\s+\d{4})?|"
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\s+\d{1,2}\b(?!\s*\d)|"
    r"\b(?:19|20)\d\d\s?[/-]\s?\d\d(?:\d\d)?\b|\b\d{1,2}/\d{1,2}/\d{2,4}\b",
)
_NUMBER = re.compile(r"\d")
_MONTHS = frozenset(
    [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
    ]
)
_SENTENCE_OPENER = re.compile(r"(?:^|[.?!]\s+)[\"“'‘]?$")


@dataclass(frozen=True, slots=True)
class Question:
    """A standalone question, read.

    `terms` are its content words, once each; `names` the stems among them that name somebody or something
    (capitals inside a sentence); `numbers` the figures that are no dates; `years` the years that are printed in it, and
    `dates` the stems of days, months' short forms and municipal years.
    """

    text: str
    wants: Wants
    across: bool
    terms: tuple[Word, ...]
    names: frozenset[str]
    numbers: frozenset[str]
    years: frozenset[str]
    dates: frozenset[str] = frozenset()
    carried: frozenset[str] = frozenset()

    @property
    def telling(self) -> tuple[Word, ...]:
        """The terms that say what is asked about: not the business of meetings, no dates."""
        return tuple(w for w in self.terms if w.stem not in BUSINESS_STEMS and not is_date_word(w.text))


def is_date_word(word: str) -> bool:
    """Whether a word is a month, a weekday, or a year."""
    return word.lower() in _MONTHS or bool(_YEAR.fullmatch(word))


def read(text: str, carried: frozenset[str] = frozenset()) -> Question:
    """Reads a standalone question. `carried` are stems that an earlier turn lent it."""
    terms: dict[str, Word] = {}
    for word in content(text):
        terms.setdefault(word.stem, word)
    names = {w.stem for w in terms.values() if _is_name(text, w)}
    dates = {stem(piece) for match in _DATE.finditer(text) for piece in match[0].replace("-", " ").split()}
    numbers = {w.stem for w in terms.values() if _NUMBER.search(w.text) and not _YEAR.search(w.text)} - dates
    return Question(
        text=text,
        wants=next((wants for wants, pattern in _WANTS if pattern.search(text)), "anything"),
        across=bool(_ACROSS.search(text)) or len(set(_YEAR.findall(text))) > 1,
        terms=tuple(terms.values()),
        names=frozenset(names),
        numbers=frozenset(numbers),
        years=frozenset(_YEAR.findall(text)),
        dates=frozenset(dates),
        carried=carried,
    )


def _is_name(text: str, word: Word) -> bool:
    written = text[word.start : word.end]
    if not written[0].isupper() or is_date_word(written) or stem(written) in BUSINESS_STEMS:
        return False
    opens = _SENTENCE_OPENER.search(text[: word.start])
    return not opens or written.isupper() or written.endswith(("'s", "’s"))
