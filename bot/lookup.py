"""A printed number that a question names is looked up, not guessed: "minute 251", "item 12", "paragraph 6.3.3"."""

from __future__ import annotations

from itertools import groupby

from bot.item import same_item
from bot.question import Question
from index.catalogue import Catalogue
from index.scope import Scope
from index.types import Filter, HeldParagraph, Passage

MOST_ITEMS = 12  # items of that number looked at; numbers like "1" recur at every meeting
ITEM_PARAGRAPHS = 12  # of one item


def passages(question: Question, scope: Scope, catalogue: Catalogue, allowed: Filter) -> list[Passage]:
    """The items that bear a number the question names, as passages; scores are left to the evidence."""
    found: list[Passage] = []
    for named in scope.numbers:
        held = catalogue.with_label(named.number, allowed)
        found += [Passage(tuple(item[:ITEM_PARAGRAPHS]), 1.0) for item in _items(held)]
    return found if len(found) <= MOST_ITEMS else _of_asked_meetings(found, question)[:MOST_ITEMS]


def _items(held: list[HeldParagraph]) -> list[list[HeldParagraph]]:
    items: list[list[HeldParagraph]] = []
    for _, paragraphs in groupby(held, key=lambda paragraph: paragraph.paper.id):
        for paragraph in paragraphs:
            if items and items[-1][-1].paper.id == paragraph.paper.id and same_item(items[-1][-1], paragraph):
                items[-1].append(paragraph)
            else:
                items.append([paragraph])
    return items


def _of_asked_meetings(found: list[Passage], question: Question) -> list[Passage]:
    """Those of meetings in the years that the question names, where it names any, first."""

    def misses(passage: Passage) -> bool:
        return passage.paper.date is None or str(passage.paper.date.year) not in question.years

    return sorted(found, key=misses)
