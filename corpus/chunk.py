"""Groups whole paragraphs into chunks for the index, each with the line that says where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from corpus.dates import written
from corpus.types import Chunk, Paper, Paragraph

WORDS_ENOUGH = 40  # below this a chunk takes the next paragraph in: a lone short line embeds badly
WORDS_GOOD = 150  # above this a chunk is closed
WORDS_MOST = 200  # never passed, but by a single paragraph that is longer

_DECIDING = frozenset({"resolution", "recommendation", "motion", "vote"})


def chunks(paper: Paper) -> list[Chunk]:
    """The paper's chunks: whole paragraphs under one heading; a resolution stays with its lead-in and clauses."""
    groups = [group for section in _merged(_sections(paper.paragraphs)) for group in _packed(section)]
    return [
        Chunk(
            ordinal,
            group[0].ordinal,
            group[-1].ordinal,
            context_line(paper, group[-1]),
            "\n".join(paragraph.text for paragraph in group),
        )
        for ordinal, group in enumerate(groups)
    ]


def context_line(paper: Paper, paragraph: Paragraph) -> str:
    """The line that says where a paragraph stands: body, date, kind or title, item heading."""
    day = written(paper.date, paper.month)
    kind = "minutes" if paper.kind == "minutes" else paper.title or paper.kind
    return ", ".join(part for part in (paper.body, day, kind, paragraph.heading or None) if part)


def _sections(paragraphs: Sequence[Paragraph]) -> Iterator[list[Paragraph]]:
    """Paragraphs under one heading, the heading first. Headings that follow each other directly stay together."""
    section: list[Paragraph] = []
    for paragraph in paragraphs:
        heading = paragraph.type == "heading"
        starts = heading and any(p.type != "heading" for p in section)
        if section and (starts or (heading and section[-1].label[:1] != paragraph.label[:1])):
            yield section
            section = []
        section.append(paragraph)
    if section:
        yield section


def _merged(sections: Iterator[list[Paragraph]]) -> Iterator[list[Paragraph]]:
    """Short sections of one item (or of none) joined until they are long enough; two items are never joined."""
    waiting: list[Paragraph] = []
    for section in sections:
        together = bool(waiting) and waiting[0].label[:1] == section[0].label[:1]
        if together and _size(waiting) < WORDS_ENOUGH and _size(waiting) + _size(section) <= WORDS_GOOD:
            waiting = waiting + section
            continue
        if waiting:
            yield waiting
        waiting = section
    if waiting:
        yield waiting


def _packed(section: list[Paragraph]) -> Iterator[list[Paragraph]]:
    group: list[Paragraph] = []
    for unit in _units(section):
        size, more = _size(group), _size(unit)
        if group and (size + more > WORDS_MOST or (size >= WORDS_ENOUGH and size + more > WORDS_GOOD)):
            yield group
            group = []
        group = group + unit
    if group:
        yield group


def _units(section: list[Paragraph]) -> Iterator[list[Paragraph]]:
    """Paragraphs that must not be parted: a lead-in with its clauses, as far as a chunk holds them."""
    unit: list[Paragraph] = []
    for paragraph in section:
        tied = bool(unit) and _tied(unit[-1], paragraph) and _size(unit) + _size([paragraph]) <= WORDS_MOST
        if unit and not tied:
            yield unit
            unit = []
        unit.append(paragraph)
    if unit:
        yield unit


def _tied(before: Paragraph, after: Paragraph) -> bool:
    """Whether two paragraphs are one decision: a lead-in and its clauses, or a motion and its vote."""
    return after.type in _DECIDING and (before.type == after.type or before.text.rstrip(" -–").endswith(":"))


def _size(paragraphs: Sequence[Paragraph]) -> int:
    return sum(len(paragraph.text.split()) for paragraph in paragraphs)
