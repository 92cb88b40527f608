"""Items that the public may not read: the answer says that the item exists, is exempt, and under which paragraph.

Local Government Act 1972, Schedule 12A. The text of such an item is mostly not in the papers at all; where a question
asks for it, what stands nearest to it must not be told as its answer.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain

from bot.grounding.verify import MOST_WORDS
from bot.query.question import Wants
from bot.query.scoping import Scoping
from bot.query.terms import words
from bot.reading.sentences import opening_of
from bot.types import Evidence, Query, Span
from corpus.lexicon import SAYING
from index.catalogue import Catalogue
from index.coverage import Wanted
from index.rows import fold_number
from index.types import Filter, HeldParagraph, Passage, same_item

LOOKED_AT = 12
"""Passages whose titles are looked at, the best first."""
ENOUGH_COVERAGE = 0.6
"""Of what the question is about, in the exempt item's own title. With this and MARGIN none of the 124 questions of dev.jsonl
and the samples that papers answer is taken for exempt on the right evidence."""
MARGIN = 0.05
"""By which a public text must say more of the question than the exempt item's title."""

_ABOUT_CLOSURE = re.compile(
    r"\b(?:exempt|closed|restricted|confidential|privat|exclu[ds]|publication|published|press\b|behind closed|schedule 12a|part (?:2|ii|b)\b)",
    re.IGNORECASE,
)
"""Words about the closing itself, which public papers answer."""
_SAYS_EXEMPT = re.compile(
    r"\bexempt (?:report|appendi|item|annex|paper|part|minute|information)|\bnot for publication\b"
    r"|\b(?:report|appendix) (?:is|was) (?:exempt|restricted|confidential)\b",
    re.IGNORECASE,
)
_PARAGRAPHS = re.compile(
    r"\bparagraphs?(?:\(s\))?\s+(\d+[A-Z]?(?:(?:\s*,\s*|\s+(?:and|&)\s+)\d+[A-Z]?)*)", re.IGNORECASE
)
_FIGURES: Mapping[Wants, str] = {"when": "date", "who": "person", "money": "money", "vote": "voted"}
"""What is asked for by its form, and the signs of it (SAYING): words that give it are public, though they say "exempt"."""


def notice(
    query: Query, wanted: Wanted, passages: Sequence[Passage], evidence: Sequence[Evidence], catalogue: Catalogue
) -> Evidence | None:
    """The words that say that what is asked about is exempt, or None where it is not, or where just that is asked."""
    question = query.question
    if _ABOUT_CLOSURE.search(query.text):
        return None
    if question.broad and not all(_SAYS_EXEMPT.search(one.text) for one in evidence):
        return None  # what several meetings said of it is public, whatever one of them kept back
    if evidence and evidence[0].lead.type != "resolution" and _SAYS_EXEMPT.search(evidence[0].text):
        return None if _gives(question.wants, evidence[0].text) else evidence[0]
    covered = _coverage(query, wanted)
    said = max((covered(f"{one.text}\n{one.lead.heading}") for one in evidence), default=0.0)
    may_be_of = Scoping(query.scope).may_be_of
    for passage in chain(passages[:LOOKED_AT], _closed(catalogue, query.allowed)):
        for title in passage.paragraphs:
            if title.type not in ("heading", "exempt") or not may_be_of(title.paper.days):
                continue
            if covered(title.text) < max(ENOUGH_COVERAGE, said - MARGIN):
                continue
            if found := _notice_of(title, catalogue.exempt(title.paper.file)):
                return Evidence((Span(found, 0, len(opening_of(found.text, MOST_WORDS))),), 0.0, passage)
    return None


def paragraphs_of_schedule(text: str) -> str:
    """The paragraphs of Schedule 12A that a notice names: "2 and 6"; "" where it names none."""
    match = _PARAGRAPHS.search(text)
    return " and ".join(_words_with_digits(match[1])) if match else ""


def _gives(wants: Wants, text: str) -> bool:
    """Whether a text holds what is asked for by its form."""
    signs = SAYING[_FIGURES[wants]] if wants in _FIGURES else frozenset()
    return not signs.isdisjoint([*text, *(word.text.lower() for word in words(text))])


def _coverage(query: Query, wanted: Wanted) -> Callable[[str], float]:
    """What says how much of what the question is about a text holds, from 0 to 1: dates, bodies and small talk apart."""
    question = query.question
    apart = question.carried | question.bodies
    about = " ".join(word.text for word in question.telling if word.stem not in apart)
    topic = wanted.held(about).keys() - set().union(*map(wanted.held, query.scope.called))
    whole = wanted.share(dict.fromkeys(topic, 1.0))

    def covered(text: str) -> float:
        held = {stem: strength for stem, strength in wanted.held(text).items() if stem in topic}
        return wanted.share(held) / whole if whole else 0.0

    return covered


def _closed(catalogue: Catalogue, allowed: Filter) -> list[Passage]:
    """What may be told of the papers whose text is kept from this reader: search finds nothing in them."""
    if not catalogue.closed:
        return []
    within = {paper.id for paper in catalogue.papers(allowed)}
    return [Passage(tuple(told), 0.0) for told in catalogue.notices() if told[0].paper.id in within]


def _notice_of(title: HeldParagraph, exempt: Iterable[HeldParagraph]) -> HeldParagraph | None:
    """The exempt notice for the item with this title, in the same file: in the item itself, or under its number."""
    number = fold_number(title.label[0]) if title.label else ""
    for one in exempt:
        numbers = {fold_number(part) for part in one.label}.union(_words_with_digits(one.locator))
        within = one.paper.id == title.paper.id and same_item(one, title)
        if within or (number and number in numbers):
            return one
    return None


def _words_with_digits(text: str) -> list[str]:
    return [word.text for word in words(text) if word.text[0].isdigit()]
