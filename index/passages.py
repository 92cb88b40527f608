"""From ranked chunks to passages: whole paragraphs, as many as are read, the same words shown once with all their places."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from index.catalogue import Catalogue
from index.rank import ChunkAt
from index.reading import Reading
from index.types import HeldPaper, HeldParagraph, Passage, Place
from index.words import stems_of

MOST_WORDS = 200
"""Words of a passage; one paragraph may be longer. The contract allows 250, but who is given five passages reads 650 words at
most: of 85 questions on real papers, the whole answer stands there for 77 with 200, as with 250, and for 75 with 160."""
REACH = 15
"""Paragraphs looked at on either side of what was found."""
TELLING = 25
"""Words from which the same words in papers of different meetings are one text. Fewer are the same by custom: "That the
report be noted" of March is another decision than that of April."""


def passages_of(
    reading: Reading,
    ranked: Sequence[tuple[str, float]],
    places: Mapping[str, ChunkAt],
    question: str,
    k: int,
    *,
    allowed: Collection[str] | None = None,
    covering: Mapping[str, Sequence[HeldParagraph]] | None = None,
) -> list[Passage]:
    """The best k passages for ranked chunks; what says the same, or lies in a better one, is not told again.

    `places` are where the chunks stood when they were found; those removed since are left out. `allowed` are the papers that
    may be told of as further places; None for all. `covering` are the paragraphs of a chunk
    that its passage begins with, where they are known.
    """
    papers = reading.catalogue.papers_by_id()
    asked = set(stems_of(question))
    told: set[tuple[str, int]] = set()
    passages: list[Passage] = []
    for id_, score in ranked:
        at = places.get(id_)
        if len(passages) == k:
            break
        if at is None or at.paper not in papers or all((at.paper, n) in told for n in range(at.first, at.last + 1)):
            continue
        same = _same(reading.catalogue, at, papers, allowed)
        core = (covering or {}).get(id_) or _within(reading.paragraphs(at.paper, at.first, at.last), asked)
        offsets = [p.ordinal - at.first for p in core if (at.paper, p.ordinal) not in told]
        if same and offsets:
            first, last = (same[0].first + offset for offset in (offsets[0], offsets[-1]))
            spread = around(reading, list(reading.paragraphs(same[0].paper, first, last)), told)
            told.update((paragraph.paper.id, paragraph.ordinal) for paragraph in spread)
            told.update((other.paper, other.first + offset) for other in same for offset in offsets)
            passages.append(Passage(tuple(spread), score, _places(reading, same)))
    return passages


def _same(
    catalogue: Catalogue, at: ChunkAt, papers: dict[str, HeldPaper], allowed: Collection[str] | None
) -> list[ChunkAt]:
    """The chunks that say the same as this one, itself included, that of the earliest adopted paper first."""
    sql = "SELECT paper, first, last, length(text) - length(replace(text, ' ', '')) FROM chunks WHERE same = ?"
    mine = papers[at.paper]
    found: list[ChunkAt] = []
    for paper_id, first, last, spaces in catalogue.db.execute(sql, (at.same,)):
        paper = papers.get(paper_id)
        if paper is None or (allowed is not None and paper_id not in allowed):
            continue
        if paper.council and mine.council and paper.council != mine.council:
            continue  # two councils may resolve in the same words: each is its own
        if spaces >= TELLING or (paper.body, paper.days) == (mine.body, mine.days):
            found.append(ChunkAt(paper_id, int(first), int(last), at.same))

    def order(chunk: ChunkAt) -> tuple[bool, date, str, int, int]:
        paper = papers[chunk.paper]
        return paper.draft, paper.days.first if paper.days else date.max, paper.file, paper.part, chunk.first

    return sorted(found, key=order)


def _places(reading: Reading, same: Sequence[ChunkAt]) -> tuple[Place, ...]:
    """Where the words stand besides the first place."""
    places: list[Place] = []
    for n, chunk in enumerate(same):
        for first in reading.paragraphs(chunk.paper, chunk.first, chunk.first):
            here = [Place(first.paper.file, first.locator, first.page)] if n else []
            places += [*here, *reading.catalogue.places(first)]
    return tuple(dict.fromkeys(places))


def _within(paragraphs: Sequence[HeldParagraph], asked: set[str]) -> list[HeldParagraph]:
    """The run of whole paragraphs of at most MOST_WORDS that holds most of what was asked, the earliest of equals.

    A paragraph that is longer by itself is kept whole: whoever shows it cuts it, whoever quotes it needs its words.
    """
    lengths = [_length(paragraph) for paragraph in paragraphs]
    if sum(lengths) <= MOST_WORDS:
        return list(paragraphs)
    stems = [set(stems_of(paragraph.text)) & asked for paragraph in paragraphs]
    best: tuple[int, int, int, int] | None = None
    for start in range(len(paragraphs)):
        end, words = start + 1, lengths[start]
        while end < len(paragraphs) and words + lengths[end] <= MOST_WORDS:
            words += lengths[end]
            end += 1
        held = len(set().union(*stems[start:end]))
        if best is None or (held, words) > best[:2]:
            best = (held, words, start, end)
    return list(paragraphs[best[2] : best[3]]) if best else []


def around(
    reading: Reading, paragraphs: list[HeldParagraph], told: Collection[tuple[str, int]] = ()
) -> list[HeldParagraph]:
    """What was found with what follows it, and then what leads to it, under the same number, as far as there is room.

    `told` are the papers and ordinals that another passage has.

    Measured on 85 questions on real papers: the first five passages carry all of the answer for 87 % of them so, for 82 % without.
    """
    words = sum(_length(paragraph) for paragraph in paragraphs)
    first, last = paragraphs[0], paragraphs[-1]
    near = reading.paragraphs(first.paper.id, max(0, first.ordinal - REACH), last.ordinal + REACH)
    for paragraph in near:
        if paragraph.ordinal > last.ordinal:
            if (paragraph.paper.id, paragraph.ordinal) in told or not _together(last, paragraph):
                break
            if words + _length(paragraph) > MOST_WORDS:
                break
            paragraphs = [*paragraphs, paragraph]
            words += _length(paragraph)
    for paragraph in reversed(near):
        if paragraph.ordinal < first.ordinal:
            if (paragraph.paper.id, paragraph.ordinal) in told or not _together(paragraph, first):
                break
            if words + _length(paragraph) > MOST_WORDS:
                break
            paragraphs = [paragraph, *paragraphs]
            words += _length(paragraph)
    return paragraphs


def _together(one: HeldParagraph, other: HeldParagraph) -> bool:
    """Whether two paragraphs stand under the same outermost number, or, without numbers, under the same heading."""
    if one.item_number or other.item_number:
        return one.item_number == other.item_number
    return other.type != "heading" and other.heading in (one.heading, one.text)


def _length(paragraph: HeldParagraph) -> int:
    return len(paragraph.text.split())


def as_row(passage: Passage) -> dict[str, Any]:
    """A passage as JSON: where it stands, its words, the ids of its paragraphs."""
    paper, first = passage.paper, passage.paragraphs[0]
    return {
        "file": paper.file,
        "title": paper.title,
        "body": paper.body_alone,
        "date": paper.date.isoformat() if paper.date else None,
        "kind": paper.kind,
        "locator": first.locator,
        "label": list(first.label),
        "page": first.page,
        "printed_page": first.printed_page,
        "text": passage.text,
        "score": round(passage.score, 4),
        "paragraphs": [paragraph.id for paragraph in passage.paragraphs],
        "places": [asdict(place) for place in passage.places],
        "council": paper.council,
        "from_picture": any(paragraph.from_picture for paragraph in passage.paragraphs),
    }
