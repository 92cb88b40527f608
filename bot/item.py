"""What stands around a passage: the paragraphs of its item, under the same printed number or the same heading."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import takewhile

from index.catalogue import Catalogue
from index.types import HeldParagraph, Passage

REACH = 8  # paragraphs looked at on either side of a passage


def item_of(catalogue: Catalogue, passage: Passage, reach: int = REACH) -> list[HeldParagraph]:
    """The passage's paragraphs with those of the same item next to them, in reading order."""
    first, last = passage.paragraphs[0], passage.paragraphs[-1]
    around = catalogue.paragraphs(passage.paper.id, max(0, first.ordinal - reach), last.ordinal + reach)
    middle = [p for p in around if first.ordinal <= p.ordinal <= last.ordinal]
    before = _run(reversed([p for p in around if p.ordinal < first.ordinal]), first)
    after = _run([p for p in around if p.ordinal > last.ordinal], last)
    return [*reversed(before), *middle, *after]


def same_item(one: HeldParagraph, other: HeldParagraph) -> bool:
    """Whether two paragraphs stand under the same outermost printed number, or, unnumbered, under the same heading."""
    if one.label and other.label:
        return one.label[0] == other.label[0]
    return not one.label and not other.label and one.heading == other.heading


def _run(paragraphs: Iterable[HeldParagraph], of: HeldParagraph) -> list[HeldParagraph]:
    return list(takewhile(lambda paragraph: same_item(paragraph, of), paragraphs))
