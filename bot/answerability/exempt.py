"""Items that the public may not read: the answer says that the item exists, is exempt, and under which paragraph.

Local Government Act 1972, Schedule 12A. The text of such an item is mostly not in the papers at all; where a question
asks for it, what stands nearest to it must not be told as its answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from bot.grounding.verify import MOST_WORDS
from bot.query.question import Wants
from bot.query.terms import count
from bot.reading.cues import answers
from bot.reading.lexical import Asked, Window
from index.catalogue import Catalogue
from index.rows import fold_number
from index.types import Filter, HeldParagraph, Passage, same_item

LOOKED_AT = 12  # passages, the best first
ENOUGH_COVERAGE = 0.6  # of what the question is about, by the item's own title
MARGIN = 0.05  # by which a public text must say more of the question than the exempt item's title

_ABOUT_CLOSURE = re.compile(
    r"\b(?:exempt|closed|restricted|confidential|private|privately|excluded|exclusion|publication|published|press|"
    r"behind closed doors|schedule 12a|part (?:2|ii|b))\b",
    re.IGNORECASE,
)
_SAYS_EXEMPT = re.compile(
    r"\bexempt (?:report|appendi(?:x|ces)|item|annex|paper|part|minute|information)\b|\bnot for publication\b|"
    r"\b(?:report|appendix) (?:is|was) (?:exempt|restricted|confidential)\b",
    re.IGNORECASE,
)
_PARAGRAPH = re.compile(r"\bparagraphs?(?:\(s\))?\s+((?:\d+[A-Z]?(?:\s*(?:,|and|&)\s*)?)+)", re.IGNORECASE)
_FIGURES: frozenset[Wants] = frozenset({"when", "who", "money", "quantity", "share", "vote"})
"""What is asked for by its form: words that give it are public, though they say that the item was exempt."""
_NUMBER = re.compile(r"\b\d+[A-Za-z]?\b")


def notice(
    asked: Asked, passages: Sequence[Passage], chosen: Sequence[Window], catalogue: Catalogue, allowed: Filter
) -> Window | None:
    """The words that say that what is asked about is exempt, or None where it is not, or where just that is asked."""
    if _ABOUT_CLOSURE.search(asked.question.text) or not asked.weights.topic:
        return None
    if asked.question.broad and not all(_SAYS_EXEMPT.search(window.text) for window in chosen):
        return None  # what several meetings said of it is public, whatever one of them kept back
    if chosen and _SAYS_EXEMPT.search(chosen[0].text) and chosen[0].paragraphs[0].type != "resolution":
        first = chosen[0]
        told = asked.question.wants in _FIGURES and answers(asked.question.wants, first.paragraphs, first.text)
        return None if told else first
    said = max((asked.weights.topic_coverage(window.own) for window in chosen), default=0.0)
    for passage in [*passages[:LOOKED_AT], *_closed(catalogue, allowed)]:
        for title in passage.paragraphs:
            if title.type not in ("heading", "exempt") or not asked.scoping.may_be_of(title.paper.days):
                continue
            covered = asked.weights.topic_coverage(asked.vocabulary.held(title.text))
            if covered >= max(ENOUGH_COVERAGE, said - MARGIN):
                found = _notice_of(title, catalogue.exempt(title.paper.file))
                if found:
                    return _window(asked, passage, found)
    return None


def paragraphs_of_schedule(text: str) -> str:
    """The paragraphs of Schedule 12A that a notice names: "2 and 6"; "" where it names none."""
    match = _PARAGRAPH.search(text)
    return " and ".join(_NUMBER.findall(match[1])) if match else ""


def _closed(catalogue: Catalogue, allowed: Filter) -> list[Passage]:
    """What may be told of the papers whose text is kept from this reader: search finds nothing in them."""
    if not catalogue.closed:
        return []
    within = {paper.id for paper in catalogue.papers(allowed)}
    return [Passage(tuple(told), 0.0) for told in catalogue.notices() if told[0].paper.id in within]


def _notice_of(title: HeldParagraph, exempt: Iterable[HeldParagraph]) -> HeldParagraph | None:
    """The exempt notice for the item with this title, in the same file: in the item itself, or under its number."""
    number = fold_number(title.label[0]) if title.label else ""
    for notice_ in exempt:
        numbers = {fold_number(part) for part in notice_.label} | set(_NUMBER.findall(notice_.locator))
        within = notice_.paper.id == title.paper.id and same_item(notice_, title)
        if within or (number and number in numbers):
            return notice_
    return None


def _window(asked: Asked, passage: Passage, paragraph: HeldParagraph) -> Window:
    words = paragraph.text.split()
    text = paragraph.text if count(paragraph.text) <= MOST_WORDS else " ".join(words[:MOST_WORDS])
    return Window((paragraph,), (text,), passage, 0.0, dict(asked.vocabulary.held(text)), {}, {})
