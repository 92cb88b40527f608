"""A conversation as a Word file: the same briefing note that `bot.rendering.export` writes as Markdown."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from typing import Any

from bot.rendering.export import Exchange, Note, Reference, Table, Words, notes

_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def to_word(turns: Sequence[Exchange]) -> bytes:
    """A conversation as the bytes of a .docx file, references numbered through the whole of it."""
    from docx import Document  # noqa: PLC0415 - wanted only where a Word file is

    told, references = notes(turns)
    document = Document()
    document.core_properties.author = ""
    document.core_properties.title = "Questions put to the papers"
    for note in told:
        _write_note(document, note)
    if references:
        document.add_heading("References", level=1)
    for reference in references:
        _write_reference(document, reference)
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def _write_note(document: Any, note: Note) -> None:
    document.add_heading(_clean(note.question), level=1)
    for paragraph in note.paragraphs:
        if isinstance(paragraph, Table):
            _write_table(document, paragraph)
        else:
            _write_words(document.add_paragraph(), paragraph)
    for remark in note.remarks:
        document.add_paragraph().add_run(_clean(remark)).italic = True


def _write_table(document: Any, table: Table) -> None:
    written = document.add_table(rows=0, cols=len(table.rows[0]), style="Table Grid")
    for row in table.rows:
        for cell, words in zip(written.add_row().cells, row, strict=True):
            _write_words(cell.paragraphs[0], words)
    document.add_paragraph()


def _write_words(paragraph: Any, words: Words) -> None:
    for run in words:
        paragraph.add_run(f" [{run.text}]" if run.kind == "reference" else _clean(run.text))


def _write_reference(document: Any, reference: Reference) -> None:
    document.add_paragraph(f"{reference.n}. {_clean(reference.where)}").paragraph_format.keep_with_next = True
    for line in reference.quote:
        document.add_paragraph(_clean(line), style="Quote")
    if reference.elsewhere:
        document.add_paragraph(f"The same words stand in: {_clean('; '.join(reference.elsewhere))}")


def _clean(text: str) -> str:
    """Words without the signs that no XML file can hold."""
    return _NOT_IN_XML.sub("", text)
