"""A conversation as a briefing note: its answers with numbered references, and every reference with its quotation.

`to_markdown` writes it as Markdown, `bot.rendering.export_word.to_word` as a Word file, both from the same `notes`. References are
numbered through the whole conversation: words quoted twice are one reference.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from bot.rendering.days import written
from bot.rendering.table import as_markdown, rows_of
from bot.types import Answer, Citation
from corpus.scanned import FROM_PICTURE
from index.types import Place

COMPOSED = "Written by a language model from the quotations below; each sentence was checked against them."

_REFERENCE = re.compile(r"\s?\[(\d+)\]")
# Every sign by which Markdown, GitHub's too, would make something else of a paper's words.
_SIGNS = re.compile(r"([#\\`*_\[\]<>|~&$@!^{}])")
_LINE_SIGNS = re.compile(r"^(\s*)([+=:-]|\d+(?=[.)]))", re.MULTILINE)
_ADDRESS = re.compile(r"(?i)(https?|ftp|mailto|javascript|data)(?=:)|(www)(?=\.)")


@dataclass(frozen=True, slots=True)
class Exchange:
    """A turn that is done: what was asked, and what was answered."""

    question: str
    answer: Answer


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of an answer: its words, or the number of a reference."""

    kind: Literal["words", "reference"]
    text: str


Words = tuple[Run, ...]
"""A paragraph, or a cell of a table."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table of an answer: its cells by row, the head first."""

    rows: tuple[tuple[Words, ...], ...]


@dataclass(frozen=True, slots=True)
class Note:
    """An exchange as it is written down; remarks tell how the answer came about and what it lacks."""

    question: str
    paragraphs: tuple[Words | Table, ...]
    remarks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """A numbered reference: where the words stand, the words, and where they stand again."""

    n: int
    where: str
    quote: tuple[str, ...]
    elsewhere: tuple[str, ...]


def to_markdown(turns: Sequence[Exchange]) -> str:
    """A conversation as Markdown; whatever a paper or a reader wrote stands there as plain words."""
    told, references = notes(turns)
    lines: list[str] = []
    for note in told:
        lines += [f"## {_line(note.question)}", ""]
        for paragraph in note.paragraphs:
            lines += [_table(paragraph) if isinstance(paragraph, Table) else _words(paragraph), ""]
        for remark in note.remarks:
            lines += [f"*{_line(remark)}*", ""]
    if references:
        lines += ["## References", ""]
    for reference in references:
        lines += _listed(reference)
    return "\n".join(lines).rstrip() + "\n" if lines else ""


def notes(turns: Sequence[Exchange]) -> tuple[list[Note], list[Reference]]:
    """What is to be written of a conversation, its references numbered from 1 through all of it."""
    numbers: dict[tuple[str, str], int] = {}
    references: list[Reference] = []
    told = []
    for turn in turns:
        renumbered: dict[str, str] = {}
        for citation in turn.answer.citations:
            key = (citation.paragraph, citation.quote)
            if key not in numbers:
                numbers[key] = len(numbers) + 1
                references.append(_reference(numbers[key], citation))
            renumbered[str(citation.n)] = str(numbers[key])
        told.append(_note(turn, renumbered))
    return told, references


def where(citation: Citation) -> str:
    """Where a citation stands, in a line: body, date, kind, printed number, page, whether it is a picture, file."""
    when = written(citation.days)
    page = f"page {citation.page} of the file" if citation.page else ""
    printed = f"printed page {citation.printed_page}" if citation.printed_page else ""
    how = FROM_PICTURE if citation.from_picture else ""
    parts = [citation.body or citation.title, when, citation.kind, citation.locator, page, printed, how, citation.file]
    return ", ".join(filter(None, parts))


def _note(turn: Exchange, renumbered: dict[str, str]) -> Note:
    answer = turn.answer
    quotes = [" ".join(citation.quote.split()) for citation in answer.citations]
    pieces = [piece for piece in answer.text.split("\n\n") if piece.strip()]
    composed = COMPOSED if answer.mode == "composing" else ""
    lacking = _REFERENCE.sub(lambda match: f" [{renumbered.get(match[1], match[1])}]", answer.missing or "")
    remarks = [composed, *lacking.split("\n"), f"Searched {answer.searched}." if answer.searched else ""]
    paragraphs = tuple(_paragraph(piece, quotes, renumbered) for piece in pieces)
    return Note(" ".join(turn.question.split()), paragraphs, tuple(filter(None, remarks)))


def _paragraph(piece: str, quotes: Sequence[str], renumbered: dict[str, str]) -> Words | Table:
    def words(text: str) -> Words:
        return tuple(_runs(" ".join(text.split()), quotes, renumbered))

    rows = rows_of(piece)
    return Table(tuple(tuple(words(cell) for cell in row) for row in rows)) if rows else words(piece)


def _runs(text: str, quotes: Sequence[str], renumbered: dict[str, str]) -> Iterable[Run]:
    """The words and the references of a paragraph. What looks like a reference inside quoted words is the paper's own."""
    quoted = [match.span() for quote in quotes if quote for match in re.finditer(re.escape(quote), text)]
    at = 0
    for match in _REFERENCE.finditer(text):
        inside = any(start <= match.start() and match.end() <= end for start, end in quoted)
        if match[1] not in renumbered or inside:
            continue
        if at < match.start():
            yield Run("words", text[at : match.start()])
        yield Run("reference", renumbered[match[1]])
        at = match.end()
    if at < len(text):
        yield Run("words", text[at:])


def _reference(n: int, citation: Citation) -> Reference:
    lines = (" ".join(line.split()) for line in citation.quote.split("\n"))
    return Reference(n, where(citation), tuple(filter(None, lines)), tuple(map(_elsewhere, citation.places)))


def _elsewhere(place: Place) -> str:
    page = f"page {place.page} of the file" if place.page else ""
    return ", ".join(filter(None, (place.locator, page, place.file)))


def _table(table: Table) -> str:
    return as_markdown([[_words(cell) for cell in row] for row in table.rows])


def _words(words: Words) -> str:
    return "".join(f" [{run.text}]" if run.kind == "reference" else plain(run.text) for run in words)


def _listed(reference: Reference) -> list[str]:
    """A reference as an item of a list, its quotation as a block quote inside it."""
    indent = " " * (len(str(reference.n)) + 2)
    lines = [f"{reference.n}. {_line(reference.where)}", ""]
    for number, line in enumerate(reference.quote):
        lines += [f"{indent}>"] if number else []
        lines.append(f"{indent}> {_line(line)}")
    lines.append("")
    if reference.elsewhere:
        lines += [f"{indent}The same words stand in: {_line('; '.join(reference.elsewhere))}", ""]
    return lines


def _line(text: str) -> str:
    """Words on one line, as plain words."""
    return plain(" ".join(text.split()))


def plain(text: str) -> str:
    """Words with every sign escaped that Markdown would read as its own; no address becomes a link."""
    escaped = _SIGNS.sub(r"\\\1", text)
    escaped = _ADDRESS.sub(lambda match: f"{match[0]}\\", escaped)
    return _LINE_SIGNS.sub(lambda m: f"{m[1]}{m[2]}\\" if m[2].isdigit() else f"{m[1]}\\{m[2]}", escaped)
