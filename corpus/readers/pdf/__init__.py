"""PDF files. Only this package knows the PDF library (pypdf), and no module of it past `sheet`.

The library's own text extraction gives neither cells nor margins nor what a clip hides, and builds every font anew
for every page; following the operators here gives all that in the same time.

A page goes through `sheet` (operators into words with their places, and ruled lines), `pieces` (words into stretches
of a line), `margin` (the "Action" column), `rows` (prose and cells) and `page` (lines in reading order).
"""

from __future__ import annotations

import logging
import struct
import zlib
from contextlib import closing
from io import BytesIO

from pypdf import PageObject, PdfReader
from pypdf.errors import DependencyError, PyPdfError

from corpus import recognition
from corpus.errors import EncryptedPaper, UnreadablePaper
from corpus.readers.lines import LineWriter, Reading
from corpus.readers.pdf.fonts import FontShelf
from corpus.readers.pdf.page import write_page
from corpus.readers.pdf.scans import Scans, wants_reading
from corpus.readers.pdf.sheet import is_picture, sheet_of

# What the library mends by itself it tells its log, for every odd object: no news to whoever adds a paper. What is
# lost is told by this module, as warnings of the paper.
logging.getLogger("pypdf").setLevel(logging.CRITICAL)

FAULTS = (
    PyPdfError,
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    LookupError,
    OSError,
    RuntimeError,  # recursion without end, and what the library has not learnt yet
    TypeError,
    ValueError,
    struct.error,
    zlib.error,
)
"""What the library and this package raise on damaged objects: a damaged file can put any value anywhere."""


def read_pdf(data: bytes, file: str) -> Reading:
    """Read a PDF. A page that cannot be read costs that page, with a warning that names it.

    Raises:
        EncryptedPaper: The file wants a password, or is protected in a way that cannot be undone here.
        UnreadablePaper: The file is damaged throughout.
    """
    pdf, pages = _open(data, file)
    shelf = FontShelf()
    writer = LineWriter()
    without: list[int] = []
    faulty: list[int] = []
    unread: list[int] = []
    with closing(Scans(data, pages)) as scans:
        for number in range(1, pages + 1):
            try:
                page = pdf.pages[number - 1]
                sheet = sheet_of(page, shelf)
                if wants_reading(sheet) or (not sheet.runs and _is_picture(page)):
                    sheet = scans.sheet(number, sheet)
                written = write_page(writer, sheet, number)
            except FAULTS:
                faulty.append(number)
                written = 0
            else:
                unread += [number] * sheet.unread
            if not written:
                without.append(number)
    if len(faulty) == pages:
        raise UnreadablePaper(file, "no page of the PDF can be read; download it again")
    return writer.reading(
        pages=pages,
        pages_without_text=tuple(without),
        warnings=(*_warnings(faulty, unread), *scans.warnings()),
        read_pages=tuple(scans.read),
    )


def _warnings(faulty: list[int], unread: list[int]) -> tuple[str, ...]:
    damaged = [f"page {number} is damaged and was left out" for number in faulty]
    helps = "" if recognition.installed() else f"; {recognition.INSTALL} helps"
    shapes = [
        f"page {number} has words whose font does not tell its letters; they were left out{helps}" for number in unread
    ]
    return (*damaged, *shapes)


def _is_picture(page: PageObject) -> bool:
    try:
        return is_picture(page)
    except FAULTS:
        return True  # something is there


def _open(data: bytes, file: str) -> tuple[PdfReader, int]:
    try:
        pdf = PdfReader(BytesIO(data))
        if pdf.is_encrypted and not pdf.decrypt(""):
            raise EncryptedPaper(file, "the PDF wants a password; save it without one and add that")
        return pdf, len(pdf.pages)
    except DependencyError as error:
        raise EncryptedPaper(
            file, "the PDF is protected (AES); install the package `cryptography`, or print it to a new PDF"
        ) from error
    except FAULTS as error:
        raise UnreadablePaper(file, "the PDF is damaged; download it again") from error
