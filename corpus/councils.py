"""Finds the council that a paper prints at its head: in its letterhead, with its body's name, or in a web page's title.

A council that is only spoken of there is none: "held at the Marlhaven Town Council Offices", "Report to Council".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus.blocks import Block
from corpus.names import cased
from corpus.places import SORTS, first_place, place_of, same_council, shortens, sorts_of

__all__ = [
    "SORTS",
    "find_council",
    "first_place",
    "place_of",
    "same_council",
    "shortens",
    "sorts_of",
    "without_council",
]

_SORT = rf"(?:{'|'.join(sorted(SORTS))})"
# A word of a place: neither what sort of council it is, nor what a heading is made of.
_PLACE = (
    rf"(?!(?:{'|'.join(sorted(SORTS))}|councils?|full|annual|ordinary|extraordinary|special|monthly|general|the|this|our|your|each|every"
    r"|committees?|meetings?|minutes?|agenda|notes?|report|proceedings|board|panel|cabinet|members?|clerk|leader|summons|notice|draft"
    r"|chair(?:man)?|councillors?|cllrs?|mayor|item|youth|schools?|student|students|tenants[’']?|arts|sports?|british|privy|research"
    r"|modern|new|joint|health|shadow|budget|adjourned|virtual|inaugural|ceremonial|emergency|public|future|previous|next|last)\b)"
    r"(?-i:[A-Z])[\w’'.-]*"
)
_SMALL = r"(?:and|&|of|upon|on|under|over|in|the|le|la|cum|with|next|by|super|sub|nan|y)"
_WHERE = rf"{_PLACE}(?:,?\s+(?:{_SMALL}\s+){{0,2}}{_PLACE}){{0,5}}"
_COUNCIL = (
    rf"(?:(?:(?:london|royal|metropolitan)\s+){{0,2}}borough\s+of\s+{_WHERE}"
    rf"|(?:(?:city|county|royal|borough|district)\s+(?:and\s+{_SORT}\s+)?(?:of\s+)?)*{_WHERE}\s+(?:(?:{_SORT}|and|&)\s+){{0,5}}councils?"
    rf"|{_WHERE}\s+(?:combined authority|(?:(?:fire|rescue|and|&)\s+){{1,3}}authority|national park authority|broads authority"
    r"|(?:[a-z]+\s+)?nhs (?:foundation )?trust|(?:university|local)?\s*health board|integrated care board))"
)
_ALONE = re.compile(rf"\W*(?:the\s+)?(?P<name>{_COUNCIL})\W*", re.IGNORECASE)
_BODY = r"(?:sub-?\s?committee|committee|board|panel|cabinet|commission|forum|executive|working (?:group|party)|task (?:group|force)|assembly|spc)"
_PAPER = r"(?:meetings?|minutes?|agenda|agm|summons|notes|report|records? of|decisions?|item)"
# "Ravensmere Borough Council Planning Committee", "Marlhaven Parish Council's Annual Meeting".
_BEFORE = re.compile(
    rf"\W*(?:(?:draft|approved|unconfirmed|the|minutes|agenda|notes|of|for)\s+){{0,6}}(?P<name>{_COUNCIL})(?:[’']s)?"
    rf"(?=\s+(?:[\w’',&-]+\s+){{0,7}}?(?:{_BODY}|{_PAPER})\b)",
    re.IGNORECASE,
)
# After a name without its sort: "Watch Council meetings" names none.
_BODY_AFTER = re.compile(rf"\s+(?:[\w’',&-]+\s+){{0,7}}?{_BODY}\b", re.IGNORECASE)
# "Meeting of the Planning Committee of Ravensmere Council", "Members of Marlhaven Town Council".
_OF = re.compile(
    rf"\b(?:{_BODY}|meetings?|minutes|agenda|members|proceedings)\s+(?:of|for)\s+(?:the\s+)?(?P<name>{_COUNCIL})"
    r"(?=\s*(?:$|[,.;:(–—-])|[’']s\s|\s+(?:held|to be|will|on|at|in|meeting|which|for)\b)",
    re.IGNORECASE,
)
_PARTS = re.compile(r"\s*[\t\n|]\s*|\s+[–—-]+\s+|\s*[:,]\s+|\s+/\s+|\s*[–—]\s*")
_PLACED = re.compile(
    r"\W*(?:venue|place|location|held|address|contact|from|by|report (?:of|by|author)|apologies|present|clerk|signed|to|cc|distribution"
    r"|author|ask for|e-?mail|tel)\b",
    re.IGNORECASE,
)
"""What stands before a council that the paper is not of: where they met, or who wrote."""
_TELLING = re.compile(rf"\b(?:{_BODY}|{_PAPER})\b", re.IGNORECASE)
_MOST_CHARACTERS = 160  # of a line of a head: what is longer is a sentence, which may speak of any council
_OF_A_SENTENCE = (
    300  # into which a head's sentence is read for "Meeting of the Planning Committee of Ravensmere Council"
)
_RUNNING_HEADS = 6
_LETTERHEAD = 4  # blocks: what stands alone further down may be an applicant, or who was consulted


def find_council(
    head: Sequence[Block], *, titles: Sequence[str], furniture: Sequence[str], body: str | None
) -> str | None:
    """The council's name as the head prints it; None where none is printed, or two different ones are.

    `body` is the paper's body: a parish council's is its council.
    """
    if body and _ALONE.fullmatch(body):
        return body
    texts = [block.text for block in head]
    for found in (
        [name for text in texts[:_LETTERHEAD] for name in _standing(text)],
        [name for text in texts[_LETTERHEAD:] for name in _standing(text)],
        [name for text in titles if text for name in _standing(text)],
        [name for text in furniture[:_RUNNING_HEADS] for name in _standing(text)],
        [name for text in texts for name in _spoken(text)],
    ):
        names = list(dict.fromkeys(cased(name) for name in found))
        if names:
            return names[0] if all(same_council(names[0], name) for name in names) else None
    return None


def without_council(body: str, council: str) -> str:
    """A body's name without its council's in front: "Ravensmere Borough Council Planning Committee"."""
    match = re.match(rf"{re.escape(council)}(?:[’']s)?[\s,:–—-]+(?=\S)", body, re.IGNORECASE)
    rest = body[match.end() :] if match else body
    return rest if _TELLING.search(rest) else body


def _standing(text: str) -> Iterator[str]:
    """The council that a line of a head names as the one whose paper it is."""
    line = text.strip()
    if len(line) > _MOST_CHARACTERS or _PLACED.match(line):
        return
    parts = [part for part in _PARTS.split(line) if part]
    telling = any(_TELLING.search(part) for part in parts) or " / " in line  # a name in two languages
    for part in (*parts[:1], *(parts[-1:] if telling else ())):
        if match := _ALONE.fullmatch(part):
            yield match["name"]
            return
    match = _BEFORE.match(line)
    if match and (sorts_of(match["name"]) or _BODY_AFTER.match(line, match.end())):
        yield match["name"]


def _spoken(text: str) -> Iterator[str]:
    """The council that a sentence of a head names with the meeting."""
    if match := _OF.search(text[:_OF_A_SENTENCE]):
        yield match["name"]
