"""Finds the name of the body that met, or that a report is put to, in a paper's opening."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus.blocks import Block
from corpus.dates import find_dates
from corpus.names import (
    BODY_WORDS,
    LONGEST,
    MONTH_AFTER,
    NAME_END,
    NO_NAME,
    TIDY_END,
    before_meeting,
    cased,
    is_generic,
    tidied,
)

_NAME = re.compile(rf"\b{BODY_WORDS}\b", re.IGNORECASE)
_COUNCIL = re.compile(
    r"(?:[\w’'.&,-]+\s+){0,6}(?:(?:county|city|borough|district|metropolitan|town|london|unitary|royal|and)\s+)*(?:council|combined authority|fire (?:and rescue )?authority|park authority|nhs (?:foundation )?trust|(?:integrated care|health) board)$|^(?:royal |london )?borough of\b.*",
    re.IGNORECASE,
)
_SMALL_COUNCIL = re.compile(r"\b(?:parish|town|community) council$", re.IGNORECASE)
_LABEL = re.compile(
    r"\W*(?:\d{1,2}\.?\s*)?(?:meeting|to|report to|title of meeting|committee|name of (?:committee|meeting)|decision[- ]maker|decision to be taken by|body)\s*[:\t]\s*(?P<name>\S.*)?$"
    r"|\W*(?:title of meeting|report to)\s+(?P<name2>(?-i:[A-Z]).*)$",
    re.IGNORECASE,
)
_OF_MEETING = re.compile(
    r"\b(?:(?:minutes|notes|record|proceedings|agenda|notice)\s+(?:of|at|from|for)\s+)?(?:the\s+|a\s+|an\s+)?(?:proceedings (?:of|at) )?(?:the\s+|a\s+|an\s+)?"
    r"(?:[\w’'-]+\s+){0,4}meeting (?:of|for)\s+(?:the\s+)?(?P<name>(?-i:[A-Z]).+?)"
    r"(?=\s+(?:held|convened|taking place|will be|to (?:be|consider|discuss|adopt|approve|review)|was|which|via|on (?:(?:mon|tue|wed|thu|fri|sat|sun)\w*|the|\d)|at|in the)\b|,?\s+held\b|\s*[,:(–]|\s+-\s|\.\s|\s*$)",
    re.IGNORECASE,
)
# "The Economic Development, Enterprise and Planning Strategic Policy Committee": commas within a name, every word of it begun big.
_LISTED = re.compile(
    rf"(?:(?-i:[A-Z])[\w’'-]*|&)(?:,?\s+(?:(?-i:[A-Z])[\w’'-]*|and|&|of|for|the)){{1,12}}?\s+(?=(?-i:[A-Z])){BODY_WORDS}\b",
    re.IGNORECASE,
)
# A hall's or a centre's own charity: "Orren Village Hall (Registered Charity 123456) Minutes of the Annual General Meeting".
_HALL = re.compile(
    r"(?P<name>(?:[A-Z][\w’'-]+ ){1,4}(?:(?:Village|Memorial|Parish|Community|Town|Church|Public|Recreation) )?(?:Hall|Institute|Centre)(?: Trust| Charity)?)"
    r"(?:(?:,?\s*\([^()]{0,40}\bCharity\b[^()]{0,40}\))?\W*\s(?i:(?:draft )?(?:minutes|agenda|agm|annual general meeting|notice of)\b)"
    r"|\W+(?:[Rr]egistered )?[Cc]harity (?:[Nn]o|[Nn]umber)\b.{0,20}$)"
)
_MET = re.compile(
    rf"(?:the )?(?P<name>(?-i:[A-Z])[\w’'&, -]*?{BODY_WORDS})\s+(?:held|met|convened|assembled)\b", re.IGNORECASE
)
_OF_TRUSTEES = re.compile(
    r"\bminutes of (?:the )?(?:trustees|committee|directors|governors) of (?:the )?(?P<name>(?-i:[A-Z]).+?)(?=\s+(?:meeting|held)\b|[,:]|\s*$)",
    re.IGNORECASE,
)
_MINUTES_OF = re.compile(
    rf"\b(?:minutes|notes) of (?:the )?(?P<name>(?:(?-i:[A-Z])[\w’'&, -]*?)?{BODY_WORDS})(?=\s+(?:meeting|held|on|(?:mon|tues|wednes|thurs|fri|satur|sun)day|\d\d?(?:st|nd|rd|th)?)\b|\s*[,:–-]|\s*$)",
    re.IGNORECASE,
)
_ADJECTIVES = re.compile(r"^(?:(?:annual|ordinary|extraordinary|special|monthly|general|full|the)\s+)+", re.IGNORECASE)
_LEAD = 12  # characters before "Minutes of the Finance Committee": "Draft", "Unconfirmed"
_OF_A_COUNCIL = re.compile(r"\b(?:committee|panel|working (?:group|party))$", re.IGNORECASE)
_LETTERHEAD = 4  # blocks


def find_body(
    head: Sequence[Block], *, title: str, file: str, furniture: Sequence[str], labelled: bool = False
) -> str | None:
    """The body's name, the most particular one printed: a committee before its council.

    `labelled`: only a name after "To:", "Meeting:" and the like counts.
    """
    texts = [undated(block.text) for block in head]
    council: str | None = None
    generic: str | None = None
    for name in _labelled(texts):
        tidy = tidied(name)
        if tidy is not None:
            return cased(tidy)
    for name in () if labelled else _candidates(texts, title, furniture, file):
        tidy = tidied(name)
        if tidy is None:
            continue
        if is_generic(tidy):
            generic = generic or tidy
        elif _COUNCIL.fullmatch(tidy) and not _SMALL_COUNCIL.search(tidy):
            council = council or tidy
        else:
            return cased((_SMALL_COUNCIL.search(tidy) and _committee_under(tidy, texts)) or tidy)
    found = council or generic
    return cased(_ADJECTIVES.sub("", found)) if found else None


def undated(text: str) -> str:
    """A text without the date in front of it: "11 November 2020 Orren Community Council held their meeting"."""
    first = find_dates(text[:40])[:1]
    rest = text[first[0].end :].strip() if first and first[0].start == 0 else ""
    return rest if len(rest) >= LONGEST // 4 else text


def _committee_under(council: str, texts: Sequence[str]) -> str | None:
    """The committee that stands alone under a parish or town council's letterhead: it is the committee that met."""
    below = [text for text in texts[:_LETTERHEAD] if council.casefold() not in text.casefold()]
    names = filter(None, map(tidied, _standing_alone(below)))
    return next((name for name in names if _OF_A_COUNCIL.search(name) and not is_generic(name)), None)


def _candidates(texts: Sequence[str], title: str, furniture: Sequence[str], file: str) -> Iterator[str]:
    for text in (*texts, title):
        for pattern in (_OF_MEETING, _OF_TRUSTEES):
            match = pattern.search(text[:400])
            name = _with_commas(match, text) if match else ""
            if name and (_NAME.search(name) or name.istitle()):
                yield name
    for text in texts:
        match = _MINUTES_OF.search(text[:300])
        told = match is None or re.search(r"\bmeeting\b", match["name"], re.IGNORECASE)
        if match and not told and match.start() <= _LEAD and not NO_NAME.search(match["name"]):
            yield match["name"]
    yield from _dated(texts)
    yield from _dated((title,))
    yield from _standing_alone(texts)
    for text in (*texts[:8], *furniture[:4], title):
        minuted = _MINUTES_OF.search(text[:300])
        for found in (before_meeting(text[:200]), minuted["name"] if minuted else None, _met(text)):
            likely = found and len(found) < LONGEST and not NO_NAME.search(found)
            if found and likely and (_NAME.search(found) or found.isupper()):
                yield found
    for text in (*texts[:_LETTERHEAD], title):
        if hall := _HALL.match(text):
            yield hall["name"]
    if (whole := MONTH_AFTER.sub("", title)) != title:
        yield from _standing_alone((whole,))
    yield from _dated(furniture[:6])
    yield from _standing_alone(furniture[:6])
    name = re.sub(r"\.\w{2,8}$", "", file.rsplit("/", 1)[-1])
    match = _OF_MEETING.search(name)
    if match and _NAME.search(match["name"]):
        yield match["name"]


def _with_commas(match: re.Match[str], text: str) -> str:
    """The name that a pattern found; where it broke off at a comma before it said what sort of body it is, the whole."""
    listed = None if _NAME.search(match["name"]) else _LISTED.match(text, match.start("name"))
    return listed.group() if listed else match["name"]


def _met(text: str) -> str | None:
    """The body that a sentence begins with: "Orren Parish Council met on Monday"."""
    match = _MET.match(text[:200])
    return match["name"] if match else None


def _labelled(texts: Sequence[str]) -> Iterator[str]:
    for n, text in enumerate(texts):
        match = _LABEL.match(text[:200])
        if not match:
            continue
        name = match["name"] or match["name2"] or (texts[n + 1] if n + 1 < len(texts) else "")
        if _NAME.search(name[:LONGEST]):
            yield name


def _dated(texts: Sequence[str]) -> Iterator[str]:
    """Names that stand before a date: "Highways Committee - Thursday 15 January 2026"."""
    for text in texts:
        for found in find_dates(text[:200])[:1]:
            name = text[: found.start]
            stem = TIDY_END.sub("", before_meeting(name) or name)
            if NAME_END.search(stem) and len(name) < LONGEST + 40 and not NO_NAME.search(re.sub(r"\(.*?\)", "", name)):
                yield name


def _standing_alone(texts: Sequence[str]) -> Iterator[str]:
    for text in texts:
        if len(text) < LONGEST and NAME_END.search(text) and not NO_NAME.search(text):
            yield text
