"""Questions that are read over made-up papers, without an index: with the bodies, councils and days that they name."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from held_papers import query

from bot.types import Query
from index import scope
from index.types import HeldParagraph

TODAY = date(2033, 1, 1)


def asked(text: str, *papers: Sequence[HeldParagraph], **known) -> Query:
    """A question, with what it says of where to look among these papers."""
    held = [paper[0].paper for paper in papers]
    bodies = [paper.body for paper in held if paper.body]
    councils = {paper.body: paper.council for paper in held if paper.body and paper.council}
    meetings = [(paper.body, paper.days) for paper in held if paper.days]
    return query(text, scope=scope.read(text, bodies, meetings, TODAY, councils), today=TODAY, **known)
