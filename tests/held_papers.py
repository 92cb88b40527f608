"""Made-up papers as the index gives them, without an index: paragraphs, passages, and the items around them."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace

from bot.query import question
from bot.reading.items import Items
from bot.types import Query
from index.types import HeldPaper, HeldParagraph, Passage

QUAY = """
heading|12|12. Quay wall|12. Quay wall
text|12|12. Quay wall|Marta Oake, Harbour Engineer, presented a report on the state of the quay wall.
motion|12|12. Quay wall|It was moved by Councillor Thorn and seconded by Councillor Pell that the quay wall be sold.
vote|12|12. Quay wall|On being put to the vote the motion was lost by 3 votes to 4.
resolution|12,(1)|12. Quay wall|(1) That the “quay wall” be mended at a cost of £4,200; and that the ladder - a new one - be painted.
resolution|12,(2)|12. Quay wall|(2) That the Harbour Engineer report to the July meeting.
heading|13|13. Slipway tolls|13. Slipway tolls
text|13|13. Slipway tolls|Members were content with the tolls. It was not agreed that the tolls be raised. The tolls bring in £900.
"""


def held(text: str, day: date = date(2031, 3, 4), id_: str = "march-1", **facts) -> list[HeldParagraph]:
    """The paragraphs of a paper, a line each: type|label|heading|text."""
    lines = [line.split("|", 3) for line in text.strip().split("\n")]
    given = {
        "title": "Minutes of the Harbour Committee",
        "body": "Harbour Committee",
        "kind": "minutes",
        "draft": False,
    }
    paper = HeldPaper(id=id_, file=f"{id_}.txt", part=1, date=day, paragraphs=len(lines), **(given | facts))
    return [
        HeldParagraph(
            f"{id_}-{n}", paper, n, words, type_, tuple(filter(None, label.split(","))), f"Minute {label}", heading
        )
        for n, (type_, label, heading, words) in enumerate(lines)
    ]


def passage(paper: list[HeldParagraph], *ordinals: int) -> Passage:
    """These paragraphs of a paper as a passage."""
    return Passage(tuple(paper[n] for n in ordinals), 1.0)


def items(*papers: list[HeldParagraph]) -> Items:
    """The items of papers."""
    by_id = {paper[0].paper.id: paper for paper in papers}
    return Items(SimpleNamespace(paper=by_id.__getitem__))


def query(text: str, **known) -> Query:
    """A question that is read."""
    return Query(question.read(text), **known)
