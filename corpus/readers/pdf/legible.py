"""Takes the words out of a PDF's pages that nobody who holds the paper would read: hidden, or struck out.

Their places are kept, empty, so that the words around them stay on one line.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

from corpus import pdfium
from corpus.errors import UnreadablePaper
from corpus.readers.pdf.hidden import hidden_runs
from corpus.readers.pdf.struck import struck_runs

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

    from corpus.readers.pdf.geometry import Sheet

_HIDDEN = "page {} has words that are blacked out or otherwise not shown; they were left out"
_STRUCK = "page {} has words that are struck out; they were left out"
_UNSEEN = "its pages cannot be drawn, so words under black boxes may have been read; print it to a new PDF and add that"


class Legible:
    """The words that can be read of each page. `warnings` says of which pages words were left out."""

    def __init__(self, document: PdfDocument | None) -> None:
        self._document = document
        self.warnings: list[str] = [] if document is not None else [_UNSEEN]

    def sheet(self, number: int, sheet: Sheet) -> Sheet:
        """A page (from 1) with what cannot be read on it left empty."""
        struck = struck_runs(sheet.runs, sheet.rules)
        hidden = hidden_runs(self._document, number, sheet) if self._document is not None else set()
        self.warnings += [_HIDDEN.format(number)] * bool(hidden) + [_STRUCK.format(number)] * bool(struck - hidden)
        if not struck | hidden:
            return sheet
        runs = [run._replace(text="") if i in struck | hidden else run for i, run in enumerate(sheet.runs)]
        return sheet._replace(runs=runs)


@contextmanager
def legible(data: bytes, file: str) -> Iterator[Legible]:
    """What tells the words of a PDF that can be read from those that cannot."""
    with ExitStack() as stack:
        try:
            document = stack.enter_context(pdfium.opened(data, file))
        except UnreadablePaper:
            document = None
        yield Legible(document)
