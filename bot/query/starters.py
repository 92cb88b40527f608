"""Questions to begin with, made from the papers held: what was resolved lately, by one body and another."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import zip_longest

from index.catalogue import Catalogue
from index.types import Filter, HeldParagraph

HOW_MANY = 4
MOST_LETTERS = 70
"""Of a heading: a longer one makes no question that anybody would ask, and no more does a single word."""

MOST_PAPERS = 40
"""The newest minutes looked through: enough for several bodies, few enough that the screen does not wait."""

STANDING = 2
"""Meetings: what more of them have on their agenda ("Planning matters") is a standing item, no topic of its own."""

# The business that every meeting has. What a body resolved on it nobody asks first.
_ROUTINE = re.compile(
    r"\b(apolog\w+|declarations?|interests?|minutes|matters arising|any other|other business|urgent|next meetings?"
    r"|exclusion|excluded|exempt|private|confidential|restricted|press|public|questions?|petitions?|deputations?"
    r"|announcements?|communications?|correspondence|welcomes?|introductions?|memberships?|elections?|appointments?"
    r"|chair\w*|mayor\w*|cathaoirleach|convener|substitut\w+|work(?:ing)? (?:plan|programme)s?|forward plan|clos(?:e|ing)"
    r"|prayers?|roll call|attendance|present|resol\w+|decisions?|decided|opening|thanks|actions?|action (?:log|list)"
    r"|terms of reference|condolences?|sympathy|congratulations?|standing orders?|recommend\w+|adjourn\w+|reasons?"
    r"|background|introduction|conclusions?|summary|items?|agenda|recess|motions?)\b"
    # A heading that gathers whatever came in.
    r"|\b(?:reports?|matters|issues)$"
    # A heading that is a meeting's date, or a body's name.
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day,? \d|\d(?:st|nd|rd|th)? (?:of )?[a-z]{3,9},? \d{4}"
    r"|\b(?:council|committee|cabinet|executive|board|panel|partnership|commission|authority|forum)$",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"^\W*(?:(?:item|minute)\s+)?(?:[A-Z]{0,3}\d+[A-Za-z]?(?:[./]\d+)*[.):]*|\(?[a-z\d]{1,4}\))\s+", re.IGNORECASE
)
_DOWNLOAD = re.compile(r"\s+(?:PDF|DOCX?)\s+[\d.,]+\s*[KM]B\b.*$")
_OUTCOME = re.compile(r"\b(?:noted|received|correct record|deferred|adjourned)\b", re.IGNORECASE)
_SMALL = frozenset(["a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"])


def starters(catalogue: Catalogue, allowed: Filter | None = None, count: int = HOW_MANY) -> list[str]:
    """Up to `count` questions that the papers allowed should answer, the newest first, each of another body in turn."""
    minutes = [paper for paper in catalogue.papers(allowed) if paper.kind == "minutes"][-MOST_PAPERS:]
    meetings: Counter[str] = Counter()
    resolved: list[tuple[str, list[str]]] = []
    for paper in reversed(minutes):
        paragraphs = catalogue.paragraphs(paper.id)
        topics = {heading: topic_of(heading) for heading in {p.heading for p in paragraphs}}
        meetings.update({topic.casefold() for topic in topics.values()})
        resolved.append((paper.body or "", [topics[p.heading] for p in paragraphs if _is_telling(p)]))
    by_body: dict[str, list[str]] = {}
    for body, topics_resolved in resolved:
        own = [topic for topic in topics_resolved if topic and meetings[topic.casefold()] <= STANDING]
        by_body.setdefault(body, []).extend(own[:1])
    found = {topic.casefold(): topic for topic in _in_turn(by_body.values())}
    return [f"What was resolved on {topic}?" for topic in list(found.values())[:count]]


def topic_of(heading: str) -> str:
    """What a heading names, as it stands in a question; empty where it is routine business, or names nothing."""
    words = _NUMBER.sub("", _DOWNLOAD.sub("", " ".join(heading.split()))).strip(" .:–-#*")
    if " " not in words or len(words) > MOST_LETTERS or _ROUTINE.search(words):
        return ""
    return _in_small_letters(words) if words.isupper() else words


def _is_telling(paragraph: HeldParagraph) -> bool:
    """Whether a paragraph is a resolution that does more than note a report."""
    telling = paragraph.type == "resolution" and bool(paragraph.label) and not _OUTCOME.search(paragraph.text)
    return telling and len(paragraph.text.split()) > len(("RESOLVED", "that", "it", "be"))


def _in_turn(lists: Iterable[list[str]]) -> Iterator[str]:
    """The first of each, then the second of each, and so on."""
    for row in zip_longest(*lists):
        yield from (topic for topic in row if topic)


def _in_small_letters(words: str) -> str:
    """A heading printed in capitals, as a title is written."""
    return " ".join(_in_small(word, first=n == 0) for n, word in enumerate(words.split()))


def _in_small(word: str, *, first: bool) -> str:
    if not re.search("[AEIOUY]", word):
        return word  # CCTV, NHS
    return word.lower() if word.lower() in _SMALL and not first else word.capitalize()
