"""Groups whole paragraphs into chunks for the index, each with the line that says where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from corpus.types import Chunk, Paper, Paragraph

WORDS_ENOUGH = 40  # below this a chunk takes the next paragraph in: a lone short line embeds badly
WORDS_GOOD = 150  # above this a chunk is closed
WORDS_MOST = 200  # never passed, but by a single paragraph that is longer

_DECIDING = frozenset({"resolution", "recommendation", "motion", "vote"})


def chunks(paper: Paper) -> list[Chunk]:
    """The paper's chunks: whole paragraphs under one heading; a resolution stays with its lead-in and clauses."""
    groups = [group for section in _sections(paper.paragraphs) for group in _grouped(section)]
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
    day = f"{paper.date.day} {paper.date:%B %Y}" if paper.date else None
    kind = "minutes" if paper.kind == "minutes" else paper.title or paper.kind
    return ", ".join(part for part in (paper.body, day, kind, paragraph.heading or None) if part)


def _sections(paragraphs: Sequence[Paragraph]) -> Iterator[list[Paragraph]]:
    """Paragraphs under one heading, the heading first. Headings that follow each other directly stay together."""
    section: list[Paragraph] = []
    for paragraph in paragraphs:
        starts = paragraph.type == "heading" and any(p.type != "heading" for p in section)
        changes = bool(section) and section[-1].label[:1] != paragraph.label[:1] and paragraph.type == "heading"
        if starts or changes:
            yield section
            section = []
        section.append(paragraph)
    if section:
        yield section


def _grouped(section: list[Paragraph]) -> Iterator[list[Paragraph]]:
    group: list[Paragraph] = []
    size = 0
    for paragraph in section:
        words = len(paragraph.text.split())
        tied = bool(group) and _tied(group[-1], paragraph)
        full = size + words > WORDS_MOST or (size >= WORDS_ENOUGH and size + words > WORDS_GOOD)
        if group and full and not (tied and size + words <= WORDS_MOST):
            yield group
            group, size = [], 0
        group.append(paragraph)
        size += words
    if group:
        yield group


def _tied(before: Paragraph, after: Paragraph) -> bool:
    """Whether two paragraphs are one decision: a lead-in and its clauses, or a motion and its vote."""
    return after.type in _DECIDING and (before.type == after.type or before.text.rstrip(" -–").endswith(":"))
