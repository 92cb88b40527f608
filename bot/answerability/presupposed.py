"""What ending a question takes as given: "Why was the grant refused?" has it that the grant was refused.

Read from the wording alone, and only where nothing else can be meant: a question that asks whether ("Was it refused?"), that
speaks of what was advised or may come ("recommended for refusal"), or that names two endings takes nothing as given here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from bot.grounding.polarity import OUTCOMES, is_negation
from bot.query.question import SECOND, Question
from bot.query.terms import BUSINESS_STEMS, stem, words
from index.bodies import GENERIC

Ending = Literal["won", "lost", "put off", "withdrawn", "undone", "not won"]
"""How a matter ended; "not won" is what "not approved" takes as given."""

_STEMS: dict[Ending, frozenset[str]] = {
    "won": frozenset(map(stem, "approved approval adopted adoption accepted acceptance endorsed ratified".split())),
    "lost": OUTCOMES[0] | {stem(word) for word in ("refusal", "rejection", "unsuccessful", "failure")},
    "withdrawn": OUTCOMES[1] | {stem("withdrawal")},
    "put off": OUTCOMES[2] | {stem(word) for word in ("deferral", "deferment", "deferring", "postponement")},
    "undone": OUTCOMES[3],
}
_PAST: dict[Ending, str] = {
    "won": r"approved|agreed(?! (?:\w+ly )?(?:to|that|with|on|not)\b)|carried(?! (?:out|over|forward|on)\b)|passed|adopted|accepted|granted|awarded|"
    r"endorsed|ratified",
    "lost": r"refused|rejected|defeated|lost|dismissed|declined|turned down|voted down|thrown out|threw out",
    "put off": r"deferred|postponed|adjourned|put off|held over",
    "withdrawn": r"withdrawn|withdrew",
}
_BASE: dict[Ending, str] = {
    "won": r"approv(?:e|ing)|agree(?! (?:to|that|with|on)\b)|adopt(?:ing)?|accept(?:ing)?|grant(?:ing)?|award(?:ing)?|endors(?:e|ing)|"
    r"ratify(?:ing)?",
    "lost": r"refus(?:e|ing)|reject(?:ing)?|dismiss(?:ing)?|declin(?:e|ing)|(?:turn|vot|throw)(?:e|ing)? (?:down|out)",
    "put off": r"defer(?:ring)?|postpon(?:e|ing)|adjourn(?:ing)?|put(?:ting)? off|hold(?:ing)? over",
    "withdrawn": r"withdraw(?:ing)?",
}
PAST = "|".join(_PAST.values())
"""Words that say, after "was" or of a body, how a matter ended."""
BASE = "|".join(_BASE.values())
"""The same after "to" and "did", and as "refusing"."""

_OPENS = (
    r"\b(?:why|when|how come|(?:on|for) what (?:grounds?|reasons?)|(?:on|at|in) (?:what|which) (?:\w+ )?(?:date|day|meeting|month|year)|"
    r"by (?:how many(?: votes)?|(?:what|which|how \w+ an?) (?:margin|majority)))"
)
_NOT = r"(?P<no>not (?:yet |then )?|never )?"
_WAS = r"(?:was|were|has|have|had)(?P<nt>n['’]t)?"
_BODIES = (
    r"(?:(?:the|our|your)\s)?(?:[\w&’'-]+\s){0,4}?(?:council|committee|cabinet|board|panel|executive|commission|authority|forum|"
    r"partnership|trustees|directors|governors|councillors|members|meeting|they|we)"
)
MOTION = r"(?:motion|amendment|resolution|proposal|proposition)"
"""What is voted on."""
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"{_OPENS} {_WAS} (?P<thing>[^?,;]+?) (?:been )?{_NOT}(?:been )?(?:\w+ly )?(?P<word>{PAST})\b(?P<tail>[^?,;]*)",
        rf"{_OPENS} did(?P<nt>n['’]t)? {_BODIES} {_NOT}(?:come to |decide to )?(?P<word>{BASE}) (?P<thing>[^?,;]+)",
        rf"{_OPENS} did(?P<nt>n['’]t)? {_BODIES} {_NOT}(?:turn|vote|throw|put) (?P<thing>[^?,;]+?) (?P<word>down|out|off)\b",
        rf"{_OPENS} did (?P<thing>[^?,;]*\b{MOTION}\b[^?,;]*?) (?P<word>fail|fall|pass)\b",
        (
            rf"\b(?:who|which|what|how|when|why)\b[^?,;]*?\bthe (?P<thing>(?:(?!\bthe\b)[^?,;])+?) (?:that|which) (?:was|were|had been|has been) "
            rf"{_NOT}(?P<word>{PAST})\b(?P<tail>[^?,;]*)"
        ),
        (
            rf"\b(?:after|since|once|now that|given that|how come|when|because) (?P<thing>(?:the|our|an?|this|that) [^?,;]+?) "
            rf"(?:was|were|had been|has been) {_NOT}(?P<word>{PAST})\b(?P<tail>[^?,;]*)"
        ),
        rf"\b(?:after|since|now that|given that|how come|when|because) {_BODIES} (?P<word>{PAST}) (?P<thing>[^?,;]+)",
        (
            r"\b(?:reasons?|grounds|explanation|justification|rationale|led to|prompted|(?:lay|was|were) behind|date of)\b[^?,;]{0,60}?"
            r"(?P<word>\b(?:refusal|rejection|approval|adoption|deferral|deferment|postponement|withdrawal|defeat)(?= of\b)) of (?P<thing>[^?,;]+)"
        ),
        rf"\b(?:reasons?|grounds|explanation|justification|rationale)\b[^?,;]{{0,60}}? (?:for|behind) (?P<word>{BASE}) (?P<thing>[^?,;]+)",
        rf"\b(?:who|which|what|how|when|why)\b[^?,;]*?\bthe (?P<word>{PAST}|successful|unsuccessful) (?P<thing>{MOTION}\b[^?,;]*)",
    )
)
_IN_PARTS: dict[str, Ending] = {
    "down": "lost", "out": "lost", "off": "put off", "fail": "lost", "fall": "lost", "pass": "won", "defeat": "lost",
    "successful": "won", "carried": "won", "passed": "won",
}  # fmt: skip
_DENIED = re.compile(rf"\b(?:not|never) (?:to |be |been |yet )*(?:{_PAST['won']}|{_BASE['won']})\b", re.IGNORECASE)
# What was advised, wished or feared, or done at first alone: nothing is taken as given of how it ended.
_NOT_GIVEN = re.compile(
    r"\b(?:recommended|proposed|expected|asked|advised|urged|suggested|due|going|meant|supposed|likely|minded|voted|tried|wanted) "
    r"(?:to|for|that)\b|\b(?:nearly|almost|initially|originally|first|provisionally|partly|partially|whether|either|or|might|would|could|should)\b|"
    r"\bto be$",
    re.IGNORECASE,
)
_BY = re.compile(r"\bby (?P<who>.+)", re.IGNORECASE)
_BY_A_BODY = re.compile(
    rf"{_BODIES}\b|\d|how\b|one vote\b|an? |all\b|every|unanim|full\b|show\b|those\b|consensus", re.IGNORECASE
)
_MOTIONS_ALONE = re.compile(r"(?:lost|defeated|carried|passed)", re.IGNORECASE)  # a key is lost, and a bag carried
_SUBJECT = re.compile(rf"\b{MOTION}\b|\bbudget\b|\bvote\b|\bby-?law\b", re.IGNORECASE)
_JOINS = re.compile(r"\b(?:of|to|for|from|on|at|in|by|about|with|that|which|under|towards?|against|over|into)\b")
_OF_ASKING = frozenset(map(stem, "time meeting date reason finally plan planned whole".split()))


@dataclass(frozen=True, slots=True)
class Premise:
    """An ending that a question takes as given: what ended, its telling stems, the noun that it is called by, as a clause."""

    ending: Ending
    stems: frozenset[str]
    head: str
    said: str


def presupposed(question: Question) -> Premise | None:
    """The ending that a question takes as given, or None."""
    match = next((found for form in _FORMS if (found := form.search(question.text))), None)
    if match is None or len(endings(question.text) - {"undone"}) > 1:
        return None
    given = match.groupdict()
    thing, tail = _until_asked_besides(given["thing"]).strip(), _until_asked_besides(given.get("tail") or "")
    ending = _ending(given["word"].lower())
    if ending is None or _NOT_GIVEN.search(match[0]) or not of_a_body(tail):
        return None
    if _MOTIONS_ALONE.fullmatch(given["word"]) and not _SUBJECT.search(thing):
        return None
    no = bool(given.get("no") or given.get("nt"))
    if no and ending != "won":
        return None
    about = _stems(question, f"{thing} {tail}")
    return (
        Premise("not won" if no else ending, about, head(thing), _said(thing, tail, ending, no=no)) if about else None
    )


def endings(text: str) -> frozenset[Ending]:
    """The endings that the words of a text speak of; what is not approved is lost."""
    text = _DENIED.sub("to refused", text)
    found: set[Ending] = {
        ending for ending, form in _PAST.items() if re.search(rf"\b(?:{form})\b", text, re.IGNORECASE)
    }
    spoken = {word.stem for word in words(text)}
    found |= {ending for ending, among in _STEMS.items() if spoken & among}
    return frozenset(found)


def head(thing: str) -> str:
    """The stem of the noun by which a thing is called: of "the grant to the lido", grant."""
    before = _JOINS.split(thing, maxsplit=1)[0]
    found = words(before)
    return found[-1].stem if found else ""


def _ending(word: str) -> Ending | None:
    if word in _IN_PARTS:
        return _IN_PARTS[word]
    for forms in (_PAST, _BASE):
        for ending, form in forms.items():
            if re.fullmatch(form, word):
                return ending
    return next((ending for ending, among in _STEMS.items() if stem(word) in among), None)


def of_a_body(tail: str, *, at_once: bool = False) -> bool:
    """Whether what follows "refused" leaves it the papers' own body that did so: no other is named after "by".

    `at_once` looks at what follows next alone: "approved, proposed by Cllr Ash" is the body's own.
    """
    by = _BY.match(tail.lstrip()) if at_once else _BY.search(tail)
    return by is None or bool(_BY_A_BODY.match(by["who"]))


def _until_asked_besides(tail: str) -> str:
    besides = SECOND.search(tail)
    return tail[: besides.start()] if besides else tail


def _stems(question: Question, span: str) -> frozenset[str]:
    """What a span says of the matter: its telling words, without dates, bodies, votes and the word for how it ended."""
    by = _BY.search(span)
    span = span[: by.start()] if by else span
    telling = {word.stem for word in question.telling if word.stem not in question.dates}
    here = {word.stem for word in words(span) if not is_negation(word.text.lower())}
    bodies = question.bodies | {stem(word) for word in GENERIC}
    return frozenset((telling & here) - bodies - BUSINESS_STEMS - _OF_ASKING)


def _said(thing: str, tail: str, ending: Ending, *, no: bool) -> str:
    """What is taken as given, as a clause to follow "do not say that"."""
    tail = tail if re.match(r"\s(?:to|for|on|about|of)\s", tail) else ""
    thing = thing if re.match(r"(?:the|an?|our|this|that|any)\s", thing, re.IGNORECASE) else f"the {thing}"
    of = _JOINS.split(thing, maxsplit=1)[0].strip()
    was = "were" if of.endswith("s") and not of.endswith("ss") else "was"
    called = {"won": "approved", "lost": "refused", "put off": "put off", "withdrawn": "withdrawn"}
    called |= {"won": "carried", "lost": "lost"} if _SUBJECT.search(of) else {}
    return f"{thing}{tail.rstrip(' .')} {was} {'not ' if no else ''}{called[ending]}"
