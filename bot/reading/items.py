"""What stands around a passage: its item, that is the paragraphs under the same printed number or the same heading."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from index.reading import Reading
from index.types import HeldParagraph, Passage, same_item

REACH = 8  # paragraphs looked at on either side of a passage: some items are whole strategies
OPENING = 2  # paragraphs (heading apart) that say what an item is about

PaperOf = Callable[[str], Sequence[HeldParagraph]]
"""Every paragraph of a paper, by the paper's id."""


@dataclass(frozen=True, slots=True)
class Item:
    """The part of an item that surrounds a passage, and the item's opening, wherever that stands."""

    paragraphs: tuple[HeldParagraph, ...]
    opening: tuple[HeldParagraph, ...]


class Items:
    """The items of the papers that are read."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading

    def __call__(self, passage: Passage) -> list[Item]:
        """The items that a passage's paragraphs stand in, in order."""
        paper = self.paper(passage.paper.id)
        items: list[Item] = []
        reached = -1
        for paragraph in passage.paragraphs:
            if paragraph.ordinal > reached:
                last = max(p.ordinal for p in passage.paragraphs if same_item(p, paragraph))
                items.append(self._item(paper, paragraph.ordinal, last))
                reached = last
        return items

    @staticmethod
    def _item(paper: Sequence[HeldParagraph], first: int, last: int) -> Item:
        start, end = edge(paper, first, -1), edge(paper, last, +1)
        near = paper[max(start, first - REACH) : min(end, last + REACH) + 1]
        opening = [p for p in paper[start : end + 1] if p.type != "heading"][:OPENING]
        return Item(tuple(near), tuple(opening))

    def paper(self, paper_id: str) -> Sequence[HeldParagraph]:
        """Every paragraph of a paper."""
        return self._reading.paper(paper_id)


def edge(paper: Sequence[HeldParagraph], ordinal: int, step: int) -> int:
    """The ordinal of the last paragraph in this direction that is of the same item."""
    at = ordinal
    while 0 <= at + step < len(paper) and same_item(paper[at + step], paper[ordinal]):
        at += step
    return at
