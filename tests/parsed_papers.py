"""Parsed papers made of rows, for tests of what is made of them: no reader and no parser has a hand in them."""

from __future__ import annotations

from datetime import date

from corpus.types import Paper, PaperKind, Paragraph, ParagraphType

Row = tuple[str, str] | tuple[str, str, ParagraphType]


def paper(*rows: Row, kind: PaperKind = "minutes", body: str | None = "Orrendale Parish Council") -> Paper:
    """A paper of a row a paragraph: the numbers that it stands under, parted by spaces, its words, and its type ("text")."""
    paragraphs = tuple(
        Paragraph(n, text, rest[0] if rest else "text", tuple(label.split()), label, "", 0, 0)
        for n, (label, text, *rest) in enumerate(rows)
    )
    return Paper("orrendale/may.md", 1, "Minutes", body, date(2031, 5, 6), kind, paragraphs)
