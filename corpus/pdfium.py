"""PDFium, the library that draws the pages of a PDF: one thread at a time, and with errors of our own."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pypdfium2 as pdfium

from corpus.errors import UnreadablePaper

LOCK = threading.Lock()
"""Held around every call of PDFium, which is not made for several threads."""


@contextmanager
def opened(file: Path | bytes, name: str) -> Iterator[pdfium.PdfDocument]:
    """A PDF (its path or its bytes), closed again behind the block. `name` is what it is called in an error.

    Raises:
        UnreadablePaper: It cannot be opened as a PDF.
    """
    with LOCK:
        try:
            document = pdfium.PdfDocument(file)
            if document.get_formtype():
                document.init_forms()  # else what was filled in is not drawn
        except (pdfium.PdfiumError, FileNotFoundError) as error:
            raise UnreadablePaper(name, "it cannot be opened as a PDF: add it again") from error
    try:
        yield document
    finally:
        with LOCK:
            document.close()
