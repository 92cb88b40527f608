"""What in a paragraph's type or wording shows that it answers a question of a kind.

A cue ranks windows; `answers` is stricter: it says whether a window holds the kind of thing that was asked for at all,
a sum of money for "how much did it cost", a decision for "what was resolved". Where none does, there is no answer.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from bot.query.question import Wants
from corpus.types import ParagraphType
from index.types import HeldParagraph

# Added to a window's coverage (0 to 1) when it holds what the question's kind wants.
TYPE_BONUS = 0.30
WORDING_BONUS = 0.12
HEADING_PENALTY = 0.30  # a heading names a topic and answers nothing
FURNITURE_PENALTY = 0.40  # lists of those present, and tables of contents
NOTING_PENALTY = 0.30  # "That the report be noted" decides nothing on the matter; told where nothing else was decided
INTEREST_PENALTY = 0.40  # a declaration of interest names the matter, mostly with a reason, and says nothing of it
MEETING_PENALTY = 0.30  # when a body is to meet says nothing of any matter; asked for, it is a date
LACKING_PENALTY = 0.20  # words on the matter without the sum, the date, the name or the decision asked for
ASKING_PENALTY = 0.15  # a question put at a meeting is not its answer
AGENDA_PENALTY = 0.15  # "To receive the report": what was to be done, and not what was
LIST_BONUS = 0.15
FEWEST_LISTED = 3  # sentences that make a list

_TYPES: dict[Wants, frozenset[ParagraphType]] = {
    "resolved": frozenset({"resolution"}),
    "recommended": frozenset({"recommendation"}),
    "vote": frozenset({"vote", "motion", "resolution"}),
    "promised": frozenset({"action", "resolution"}),
    "outcome": frozenset({"resolution", "vote"}),
    "reply": frozenset({"reply"}),
}
_MONTHS = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|"
    r"Nov(?:ember)?|Dec(?:ember)?)\b"
)
NUMBER_WORDS = (
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|"
    r"eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|dozen|none|half|third)\b"
)
# A figure that is no year, no date, no ordinal, and no number that opens a list.
_FIGURE = rf"\b(?=\d)(?<![\d/.,])(?!(?:19|20)\d\d\b)\d[\d,.]*\b(?!(?:st|nd|rd|th)\b|[.)]\s|/\d|\s(?:of\s)?{_MONTHS})"
_UNITS = r"\d[\d,.]*\s?(?:pounds|euros?|pence|p\b|million|m\b)"
_MONEY = rf"[£€$]\s?\d|\b{_UNITS}"
_PARTS = r"(?:per ?cent|percentage|half|third|quarter)\b|\d+ (?:out )?of (?:the )?\d+"
_SHARE = rf"\d\s?%|\b(?:{_PARTS})"
_DECIDED = re.compile(
    r"\b(?:resol(?:ved|ution)|agree(?:d|ment)|approv(?:ed|al)|adopted|appointed|elected|decided|decision|endorsed|accepted|"
    r"carried|refused|rejected|declined|confirmed|granted|noted|deferred|authorised|in agreement)\b|^\W*That\b",
    re.IGNORECASE | re.MULTILINE,
)
_WORDING: dict[Wants, re.Pattern[str]] = {
    "resolved": _DECIDED,
    "outcome": _DECIDED,
    "recommended": re.compile(r"\brecommend|\bshould\b|\bpropos", re.IGNORECASE),
    "vote": re.compile(
        r"\bvot(?:e[sd]?|ing)\b|\bcarried\b|\bdefeated\b|\blost\b|\bin favour\b|\bagainst\b|\bcasting\b|\babst\w+|\bunanimous\w*|"
        r"\bproposed\b|\bseconded\b|\bmoved\b",
        re.IGNORECASE,
    ),
    "promised": re.compile(
        r"\bwill\b|\bwould\b|\bbe (?:submitted|brought|presented)|\bto (?:report|bring|provide)\b|\bagreed to\b|\bundertook\b",
        re.IGNORECASE,
    ),
    "reply": re.compile(
        r"\brepl(?:y|ies|ied)\b|\brespon(?:se|ded|ding)\b|\banswered\b|\badvised\b|\bconfirmed\b|\bclarified\b|\bexplained\b|"
        r"\binformed\b|\bstated\b|\bsaid\b|\btold\b",
        re.IGNORECASE,
    ),
    "who": re.compile(
        r"\b(?:Councillors?|Cllrs?|Mrs?|Ms|Miss|Dr|Sir|Lord|Lady)\.? [A-Z]|"
        r"\b(?:Chair\w*|Director|Officer|Manager|Secretary|Treasurer|Clerk|Leader|Engineer|Head of)\b|"
        r"\b[A-Z][a-z’'-]+ (?:[A-Z]\.? )?[A-Z][a-z’'-]+\b|\b[A-Z]{2,3}\b"
    ),
    "when": re.compile(
        rf"\b\d{{1,2}}(?:st|nd|rd|th)?\W{{1,4}}(?:of )?{_MONTHS}|\b{_MONTHS}|\b\d+ (?:\w+ )?(?:days|weeks|months|years)\b|\b20\d\d\b|"
        r"\b\d{1,2}[.:]\d\d\b|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\bthis (?:week|month)\b|\b\d{1,2}/\d{1,2}/\d\d"
    ),
    "money": re.compile(_MONEY),
    "share": re.compile(rf"{_SHARE}|{_FIGURE}", re.IGNORECASE),
    "quantity": re.compile(rf"[£€$]\s?\d|\d\s?%|\b(?:{_UNITS}|{_PARTS}|{_FIGURE}|{NUMBER_WORDS})", re.IGNORECASE),
    "why": re.compile(
        r"\bbecause\b|\bdue to\b|\bas (?:a result|the|it|there|this|they|of)\b|\bsince\b|\bin order\b|\bowing\b|\breasons?\b|"
        r"\bobliged\b|\brequired?\b|\bresult\w*\b|\bbased on\b|\bgrounds\b|\bfollowing\b|\bwithout\b|\bto (?:allow|enable|give|permit|let)\b|\bpending\b|\bso that\b|\bowing\b|\bin view of\b|\bconcern\w*\b|\bdelay\w*\b",
        re.IGNORECASE,
    ),
    "meaning": re.compile(
        r"\b(?:is|are|was|means?|to provide|provides?|aims?|purpose|role|defined|stands for)\b", re.IGNORECASE
    ),
}
MONEY = re.compile(_MONEY, re.IGNORECASE)
"""A sum of money."""
VOTED = re.compile(
    r"\bvot(?:e[sd]?|ing)\b(?! (?:for|of|to) .{0,20}\bthanks)|\bcarried(?! out\b)|\bdefeated\b|\blost\b|\bin favour\b|"
    r"\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|none|nobody) (?:\w+ ){0,2}(?:for|against|abst\w+)\b|\bcasting\b|"
    r"\babst(?:ain|ention)\w*|\bunanimous\w*|\bnem\.? ?con|\bseconded\b|\bsec\b|\b2nd\b|\bmajority\b|\bshow of hands\b|"
    r"\ball (?:\w+ ){0,2}(?:agreed|in agreement|in favour|approved|supported)\b|\bagreed by all\b|\bno one against\b",
    re.IGNORECASE,
)
"""Words that tell of a vote, or of all agreeing or somebody seconding, which is as much as many minutes say of one."""
REPLIED = re.compile(
    r"\b(?:repl(?:y|ied)|respon(?:se|ded)|answer(?:ed)?|advised|confirmed|explained|informed|stated|clarified|said|told|reported|"
    r"agreed|noted|undertook)\b",
    re.IGNORECASE,
)
_VOTE_RESULT = re.compile(r"\b(?:carried|defeated|lost|in favour|casting vote|voted|against)\b", re.IGNORECASE)
_PLAIN_DECISION = re.compile(r"\b(?:resolved|agreed|approved|adopted|decided|refused|rejected)\b", re.IGNORECASE)
# The block at the head of a report, and lists of links: they name everything and say nothing.
_HEADER = re.compile(
    r"^(?:from|to|subject|date|meeting|title|classification|report (?:of|by)|contact|wards?|directorate|venue|time|location|"
    r"attendees|present|apologies)\s*:|https?://|\]\(",
    re.IGNORECASE | re.MULTILINE,
)
_NOTES = re.compile(
    r"(?:\W*(?:it was\s+)?(?:RESOLVED|AGREED|Resolved|Agreed)\W+)?\W*(?:\(?\w{1,3}[.)]\s*)?(?:[Tt]hat |[Tt]o )?(?:the |this |its )?"
    r"(?:\w+ ){0,4}(?:be |was |were )?(?:noted|received)(?: the \w+)?\W*"
)
_INTEREST = re.compile(
    r"\bdeclar\w+ (?:of )?(?:an?|any|his|her|their)? ?(?:(?:personal|prejudicial|pecuniary|disclosable|other|non-pecuniary|registrable|"
    r"significant|financial|and|or)[ -,]*)*interests?\b",
    re.IGNORECASE,
)
_DAY = rf"(?:\d(?:st|nd|rd|th)?[”\"' ,]*(?:of )?{_MONTHS}|{_MONTHS} \d)"
# "That further meetings be held on 4 March"; what is put off "to the meeting to be held on 4 March" is another matter.
_MEETS = re.compile(
    rf"(?<!to the )(?<!at the )(?<!to the next )(?<!at the next )\bmeetings?\b[^.;]{{0,120}}?\b(?:be held|takes? place|be convened)\b[^.;]{{0,40}}?{_DAY}|"
    rf"\bto (?:hold|convene|arrange) [^.;]{{0,60}}?\bmeetings?\b[^.;]{{0,40}}?{_DAY}",
    re.IGNORECASE,
)
_AGENDA = re.compile(
    r"^\W*(?:\d[\d.]*[a-z]?[.)]?\s+)?To (?:consider|receive|note|approve|agree|confirm|fill|discuss|elect|appoint|adopt|review|"
    r"authorise|decide|determine|resolve|hear|accept|sign|ratify|update|report|propose|deal with|ask|set|co-opt)\b"
)
_ASKED = re.compile(
    r"\b(?:asked|(?:will|to) ask|enquired|inquired|queried|questioned|sought clarification|wanted to know|raised (?:a|the) question)\b",
    re.IGNORECASE,
)
_ASKING = ("ask", "quired", "queried", "question", "clarification", "wanted to know")  # no such text has none of them
# "Councillor Marl raised five issues", and the five lines after it.
_COUNTED = re.compile(
    rf"(?:{NUMBER_WORDS}|\b\d{{1,2}}|\bseveral|\bthe following) (?:\w+ ){{0,2}}(?:issues|points|matters|items|things|areas|actions|"
    r"recommendations|questions|concerns|reasons|options|updates|priorities|suggestions|proposals|changes|conditions)$",
    re.IGNORECASE,
)
SETS_A_MEETING = 260  # characters
_COUNTED_WITHIN = 60  # characters
# Kinds of question whose answer must hold the thing itself, and what a reader is told is lacking.
LACKING: dict[Wants, str] = {
    "resolved": "a decision on it",
    "reply": "a reply to it",
    "money": "a sum of money",
    "share": "a figure for it",
    "quantity": "a number for it",
    "when": "a date for it",
    "who": "a name for it",
}


def asks(text: str) -> bool:
    """Whether a paragraph tells of a question put, whose answer stands in the lines after it."""
    if text.rstrip().endswith("?"):
        return True
    small = text.lower()
    return any(word in small for word in _ASKING) and bool(_ASKED.search(text))


def announces(text: str) -> bool:
    """Whether a text ends in a lead-in, or in a count of things: what it announces stands in the lines after it."""
    end = text.rstrip()
    return end.endswith(":") or (end.endswith("s") and bool(_COUNTED.search(end[-_COUNTED_WITHIN:])))


def wanted_types(wants: Wants) -> frozenset[ParagraphType]:
    """The types of paragraph that a question of this kind asks for by name; none where it asks for none."""
    return _TYPES.get(wants, frozenset())


def answers(wants: Wants, paragraphs: Sequence[HeldParagraph], text: str) -> bool:
    """Whether a window holds the kind of thing that a question of this kind asks for."""
    return wants not in LACKING or _answered(wants, paragraphs, says=_says(wants, text))


def _says(wants: Wants, text: str) -> bool:
    """Whether the words of a window are those that a question of this kind looks for."""
    wording = _WORDING.get(wants)
    return wording is not None and wording.search(text) is not None


def _answered(wants: Wants, paragraphs: Sequence[HeldParagraph], *, says: bool) -> bool:
    """Whether a window whose words are those looked for, or are not, holds the kind of thing that is asked for."""
    if wants == "resolved":
        lead = paragraphs[0]
        return lead.type == "resolution" or (
            says and (lead.type == "vote" or (lead.paper.kind == "minutes" and lead.type != "recommendation"))
        )
    return says or (wants == "reply" and any(paragraph.type == "reply" for paragraph in paragraphs))


def decides(wants: Wants, lead: HeldParagraph, text: str) -> bool:
    """Whether words that are no resolution by type tell all the same what was decided, or how a vote went."""
    if lead.type in ("motion", "recommendation"):
        return False
    return bool((_VOTE_RESULT if wants == "vote" else _PLAIN_DECISION).search(text))


def typed(wants: Wants, types: Collection[ParagraphType], sentences: int) -> float:
    """What a window earns or loses by the types of its paragraphs and by how many sentences it has."""
    earned = TYPE_BONUS if wanted_types(wants).intersection(types) else 0.0
    if wants == "list" and sentences >= FEWEST_LISTED:
        earned += LIST_BONUS
    if types == {"heading"}:
        earned -= HEADING_PENALTY
    if wants != "who" and types == {"attendance"}:
        earned -= FURNITURE_PENALTY
    return earned


def _sets_a_meeting(text: str) -> bool:
    """Whether a short text says no more than when a body is to meet."""
    return len(text) <= SETS_A_MEETING and "eeting" in text and bool(_MEETS.search(text))


def most_worded(wants: Wants) -> float:
    """The most that a window may earn by its wording."""
    return WORDING_BONUS if wants in _WORDING else 0.0


def worded(wants: Wants, paragraphs: Sequence[HeldParagraph], text: str) -> float:
    """What a window earns or loses by its wording."""
    says = _says(wants, text)
    earned = WORDING_BONUS if says else 0.0
    if wants in LACKING and not _answered(wants, paragraphs, says=says):
        earned -= LACKING_PENALTY
    if asks(text) and not REPLIED.search(text):
        earned -= ASKING_PENALTY
    if _AGENDA.match(text) and all(paragraph.type not in ("recommendation", "resolution") for paragraph in paragraphs):
        earned -= AGENDA_PENALTY
    if wants not in ("who", "when") and (":" in text or "](" in text) and _HEADER.search(text):
        earned -= HEADING_PENALTY
    if wants in ("resolved", "outcome") and _NOTES.fullmatch(text.strip()):
        earned -= NOTING_PENALTY
    if _INTEREST.search(text):
        earned -= INTEREST_PENALTY
    if wants not in ("when", "anything") and _sets_a_meeting(text):
        earned -= MEETING_PENALTY
    return earned
