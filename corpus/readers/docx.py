"""Word files."""

from __future__ import annotations

from io import BytesIO

import docx
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn

from corpus.errors import UnreadablePaper
from corpus.readers.lines import LineWriter, Reading


def read_docx(data: bytes, file: str) -> Reading:
    """Read a Word file, a line a paragraph or table row."""
    try:
        document = docx.Document(BytesIO(data))
    except (PackageNotFoundError, KeyError, ValueError) as error:
        raise UnreadablePaper(file, "the Word file is damaged; download it again") from error
    writer = LineWriter()
    for paragraph in document.element.body.iter(qn("w:p")):
        writer.add(" ".join("".join(paragraph.itertext(qn("w:t"), qn("w:tab"))).split()))
    return writer.reading()
