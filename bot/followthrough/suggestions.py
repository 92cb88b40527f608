"""Questions that go on from an answer: what else was resolved there, and what became of it. None is offered that is not answered."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from bot.query.starters import topic_of
from bot.types import Turn
from index.catalogue import Catalogue
from index.types import Filter, HeldPaper, HeldParagraph
from index.words import content_words, stems

if TYPE_CHECKING:
    from bot.pipeline import Bot

HOW_MANY = 3
MOST_TRIED = 5
"""Questions put to the bot to see whether it answers: each takes as long as an answer does."""

MOST_LATER = 2
"""Later meetings that are asked about for a topic."""

ENOUGH_SHARED = 0.75
"""Of a heading's telling words, for a later item to be on the same topic."""


def followups(
    bot: Bot,
    paragraphs: Sequence[str],
    asked: Sequence[str],
    allowed: Filter | None = None,
    before: Callable[[], None] = lambda: None,
) -> list[str]:
    """Up to HOW_MANY questions that go on from the cited paragraphs, each answered by the papers allowed.

    `before` is called before each question that is tried: it may wait while others are served, or raise to end the search.
    """
    catalogue = bot.index.catalogue
    cited = [paragraph for id_ in paragraphs[:2] if (paragraph := catalogue.paragraph(id_))]
    found: list[str] = []
    tried = 0
    for question in dict.fromkeys(_candidates(catalogue, cited, allowed)):
        if len(found) == HOW_MANY or tried == MOST_TRIED:
            break
        if _same(question, asked):
            continue
        tried += 1
        before()
        if not bot.answer(Turn(question), allowed).abstained:
            found.append(question)
    return found


def _candidates(catalogue: Catalogue, cited: Iterable[HeldParagraph], allowed: Filter | None) -> Iterator[str]:
    """What became of the topic at later meetings first, then what else that meeting resolved."""
    for paragraph in cited:
        topic = topic_of(_heading(paragraph))
        if topic and paragraph.paper.body and paragraph.paper.date:
            for later in _later(catalogue, paragraph.paper, topic, allowed):
                yield f"What did the {later.body} resolve on {topic} in {later.date:%B %Y}?"
        yield from (f"What was resolved on {other}?" for other in _others(catalogue, paragraph, topic))


def _later(catalogue: Catalogue, paper: HeldPaper, topic: str, allowed: Filter | None) -> Iterator[HeldPaper]:
    """The next minutes of the same body with an item on the same topic, the earliest first."""
    wanted = _stems(topic)
    dated = [(other.date, other) for other in catalogue.papers(allowed) if other.date and other.kind == "minutes"]
    later = (other for day, other in dated if other.body == paper.body and paper.date and day > paper.date)
    same = (other for other in later if any(_shared(wanted, heading) for heading in _headings(catalogue, other.id)))
    return islice(same, MOST_LATER)


def _others(catalogue: Catalogue, paragraph: HeldParagraph, topic: str) -> Iterator[str]:
    """The other topics on which the same meeting resolved something, those that come next first."""
    resolved = [p for p in catalogue.paragraphs(paragraph.paper.id) if p.type == "resolution"]
    ordered = sorted(resolved, key=lambda p: (p.ordinal < paragraph.ordinal, p.ordinal))
    topics = dict.fromkeys(topic_of(p.heading) for p in ordered)
    return (other for other in topics if other and other.casefold() != topic.casefold())


def _headings(catalogue: Catalogue, paper_id: str) -> set[str]:
    sql = "SELECT DISTINCT heading FROM paragraphs WHERE paper = ? AND heading <> ''"
    return {str(row[0]) for row in catalogue.db.execute(sql, (paper_id,))}


def _heading(paragraph: HeldParagraph) -> str:
    return paragraph.text if paragraph.type == "heading" else paragraph.heading


def _shared(wanted: frozenset[str], heading: str) -> bool:
    return bool(wanted) and len(wanted & _stems(heading)) >= ENOUGH_SHARED * len(wanted)


def _stems(text: str) -> frozenset[str]:
    return frozenset(stem for word in content_words(text) for stem in stems(word.lower()))


def _same(question: str, asked: Iterable[str]) -> bool:
    """Whether this was asked already, in these or nearly these words."""
    mine = _stems(question)
    return any(mine <= _stems(other) or mine >= _stems(other) for other in asked)
