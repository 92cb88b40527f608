"""Questions to begin with, made from the papers held: what was resolved lately, by one body and another."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import zip_longest

from bot.query.terms import plain
from corpus.dates import find_dates
from corpus.lexicon_questions import ONLY_NOTED, ROUTINE, ROUTINE_OPENINGS, ROUTINE_PHRASES
from index.bodies import HEADS
from index.catalogue import Catalogue
from index.types import Filter, HeldParagraph

HOW_MANY = 4
MOST_LETTERS = 70
"""Of a heading: a longer one makes no question that anybody would ask, and no more does a single word."""

MOST_PAPERS = 40
"""The newest minutes looked through: enough for several bodies, few enough that the screen does not wait."""

STANDING = 2
"""Meetings: what more of them have on their agenda ("Planning matters") is a standing item, no topic of its own."""

_GATHERING = frozenset("report reports matters issues".split()) | frozenset(HEADS) | {"authority"}
"""What a heading ends with that gathers whatever came in, or is a body's name."""
_NUMBER = re.compile(
    r"^\W*(?:(?:item|minute)\s+)?(?:[A-Z]{0,3}\d+[A-Za-z]?(?:[./]\d+)*[.):]*|\(?[a-z\d]{1,4}\))\s+", re.IGNORECASE
)
_DOWNLOAD = re.compile(r"\s+(?:PDF|DOCX?)\s+[\d.,]+\s*[KM]B\b.*$")
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
    if " " not in words or len(words) > MOST_LETTERS or _is_routine(words):
        return ""
    return _in_small_letters(words) if words.isupper() else words


def _is_routine(heading: str) -> bool:
    """Whether a heading is of business that every meeting has, of a meeting's day, or a body's name."""
    said = plain(heading).split()
    routine = any(word.removesuffix("s") in ROUTINE or word.startswith(ROUTINE_OPENINGS) for word in said)
    gathers = bool(said) and said[-1] in _GATHERING
    return routine or gathers or bool(ROUTINE_PHRASES.search(plain(heading)) or find_dates(heading))


def _is_telling(paragraph: HeldParagraph) -> bool:
    """Whether a paragraph is a resolution that does more than note a report."""
    telling = paragraph.type == "resolution" and bool(paragraph.label) and not ONLY_NOTED.search(plain(paragraph.text))
    return telling and len(paragraph.text.split()) > len(("RESOLVED", "that", "it", "be"))


def _in_turn(lists: Iterable[list[str]]) -> Iterator[str]:
    """The first of each, then the second of each, and so on."""
    for row in zip_longest(*lists):
        yield from (topic for topic in row if topic)


def _in_small_letters(words: str) -> str:
    """A heading printed in capitals, as a title is written."""
    return " ".join(_in_small(word, first=n == 0) for n, word in enumerate(words.split()))


def _in_small(word: str, *, first: bool) -> str:
    if set(word).isdisjoint("AEIOUY"):
        return word  # CCTV, NHS
    return word.lower() if word.lower() in _SMALL and not first else word.capitalize()
