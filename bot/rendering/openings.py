"""How a sentence opens: "On 4 March 2031 the Harbour Committee resolved that …". The citation carries this, not its words."""

from __future__ import annotations

import re

from bot.grounding.figures import dates
from bot.grounding.quoted import Quoted

_PLAIN = (
    r"on|in|at|the|its|this|of|held|meeting|according to|it|was|were|had|has been|is|that|to|for|papers?|records?|recorded|"
    r"states?|stated|says?|shows?|then|also|,|:"
)
_OF_KIND = {"minutes": r"|minutes|minuted", "report": r"|report", "agenda": "|agenda", "actions": "|actions"}
_OF_TYPE = {
    "resolution": r"|members(?=,? (?:also |then )?(?:resolved|agreed|decided))|resolved|agreed|decided|resolution",
    "recommendation": r"|recommended|recommends|recommendation",
    "motion": r"|moved|proposed|a motion|motion",
    "vote": r"|vote|voted",
}
_AFTER_BODY = re.compile(
    r"\s*,?\s*(?:also |then |has |had |was |were )*(?:resolved|agreed|decided|recommended|asked|noted|approved|heard|received|"
    r"considered|record|said|met|,|$)"
)
_BY_BODY = r"\b(?:resolved|agreed|decided)\s+(?:by|at)\s+(?:the\s+|a meeting of the\s+)?{body}|\bmeeting of the {body}"
_BY_DATE = re.compile(
    r"\b(?:resolved|agreed|decided|meeting|minutes|recommended)(?: held)? (?:on|of|in|for)(?: the)?\s*$", re.IGNORECASE
)
_GENERIC = re.compile(
    r"\b(?:committee|commission|cabinet|board|panel|council|partnership|group|forum|executive)\b\s*$", re.IGNORECASE
)


def without_opening(text: str, source: Quoted) -> str:
    """A sentence without what its citation says of itself: body, meeting's date, printed number, what kind it is.

    Body and date count only where a sentence names who decided and when: the date of the meeting anywhere else in it is a
    claim like any other.
    """
    text = _without_decided_by(text, source)
    plain = re.compile(rf"(?:{_PLAIN}{_words_of(source)})(?!\w)", re.IGNORECASE)
    at = 0
    while at < len(text):
        space = len(text[at:]) - len(text[at:].lstrip())
        step = _date_at(text, at + space, source) or _body_at(text, at + space, source)
        if not step:
            match = plain.match(text, at + space)
            step = match.end() - at - space if match else 0
        if not step:
            break
        at += space + step
    return text[at:]


def _words_of(source: Quoted) -> str:
    found = _OF_KIND.get(source.citation.kind, "") + _OF_TYPE.get(source.type, "")
    if source.citation.locator:
        found += f"|{re.escape(source.citation.locator)}"
        found += "".join(f"|(?:minute|item|paragraph) {re.escape(label)}" for label in source.citation.label[:1])
    return found


def _date_at(text: str, at: int, source: Quoted) -> int:
    """The length of the meeting's date, where it stands here."""
    for one in dates(text):
        if one.start == at and one.named.is_of(source.citation.days):
            return one.end - at
    return 0


def _body_at(text: str, at: int, source: Quoted) -> int:
    """The length of the body's name, or of its last word ("Committee"), where it stands here and opens a statement."""
    body, alone = source.citation.body, source.citation.body_alone
    if not body or not alone:
        return 0
    short = _GENERIC.search(alone)
    for name in (body, alone, short[0] if short else ""):
        match = re.match(rf"{re.escape(name)}(?!\w)", text[at:], re.IGNORECASE) if name else None
        if match and _AFTER_BODY.match(text, at + match.end()):
            return match.end()
    return 0


def _without_decided_by(text: str, source: Quoted) -> str:
    """A sentence without "… by the Harbour Committee" and "… on 4 March 2031" after "resolved"."""
    for body in dict.fromkeys(filter(None, (source.citation.body, source.citation.body_alone))):
        pattern = re.compile(_BY_BODY.format(body=re.escape(body)), re.IGNORECASE)
        text = pattern.sub(lambda match: match[0].split()[0], text)
    for one in reversed(dates(text)):
        theirs = one.named.is_of(source.citation.days)
        if theirs and _BY_DATE.search(text[: one.start]):
            text = text[: one.start] + text[one.end :]
    return text
