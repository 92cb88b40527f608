"""PDF files. The only module that knows the PDF library."""

from __future__ import annotations

from io import BytesIO

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from corpus.errors import EncryptedPaper, UnreadablePaper
from corpus.readers.lines import LineWriter, Reading


def read_pdf(data: bytes, file: str) -> Reading:
    """Read a PDF page by page, a line a visual line."""
    try:
        reader = PdfReader(BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise EncryptedPaper(file, "the file wants a password; save it without one")
        pages = len(reader.pages)
    except PyPdfError as error:
        raise UnreadablePaper(file, "the PDF is damaged; download it again") from error
    writer = LineWriter()
    without: list[int] = []
    for number, page in enumerate(reader.pages, 1):
        text = page.extract_text()
        if not text.strip():
            without.append(number)
        blank = True
        for line in text.splitlines():
            writer.add(line, page=number, blank_before=blank)
            blank = not line.strip()
    return writer.reading(pages=pages, pages_without_text=tuple(without))
