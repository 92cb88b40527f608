"""A page of a PDF as a picture, and where words stand on it: what a reader would see who held the paper in hand."""

from __future__ import annotations

import io
import re
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from ctypes import c_int
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c
from PIL.Image import Image

from corpus.errors import UnreadablePaper
from corpus.types import ReadLine

WIDTH = 1100
"""Pixels: small print is readable on a wide screen, and a page is drawn in a tenth of a second."""

QUALITY = 75
"""Of JPEG, which takes 12 ms where WebP took 100 for a fifth less: a page of text has some 200 kB."""

FEWEST_WORDS = 3
"""Of a quotation's part that are marked by themselves where the whole is not found: fewer may stand anywhere."""

_POINTS_AN_INCH = 72
_lock = threading.Lock()  # PDFium is not made for several threads
_GAP = re.compile(r"\s*\[…\]\s*|\n")


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page, in parts of its width and height from the upper left corner."""

    left: float
    top: float
    width: float
    height: float


_Sign = tuple[str, Callable[[], Box]]
"""A letter or digit (small), and what tells its box."""


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A page as JPEG, how many pages the file has, and the boxes around the words that were looked for."""

    jpeg: bytes
    width: int
    height: int
    pages: int
    boxes: tuple[Box, ...]


def picture_of(
    path: Path, page: int, words: str = "", width: int = WIDTH, read: Sequence[ReadLine] = ()
) -> PagePicture:
    """Page `page` (from 1) of a PDF, with boxes around the words: all of them, or those parts that stand on this page.

    `read` are the lines of a page that was read from its picture, which holds no words of its own.

    Raises:
        UnreadablePaper: The file cannot be opened as a PDF, or has no such page.
    """
    with _opened(path) as document:
        if not 1 <= page <= len(document):
            raise UnreadablePaper(path.name, f"it has no page {page}: it has {len(document)}")
        with _lock:
            return _drawn(document, page, words, width, read)


def image_of(data: bytes, page: int, dpi: int) -> Image:
    """Page `page` (from 1) of a PDF as it is seen, drawn with so many dots an inch.

    Raises:
        RuntimeError: PDFium cannot draw it.
    """
    with _lock:
        document = pdfium.PdfDocument(data)
        try:
            drawn: Image = document[page - 1].render(scale=dpi / _POINTS_AN_INCH).to_pil()
            return drawn.convert("RGB")  # a copy: the other shows the memory of PDFium's own
        finally:
            document.close()


def pages_without_text(path: Path) -> tuple[int, ...]:
    """The pages of a PDF (from 1) on which no letter stands: pictures of pages, mostly, whose words nobody can find.

    Raises:
        UnreadablePaper: The file cannot be opened as a PDF.
    """
    found = []
    with _opened(path) as document:
        for n in range(len(document)):
            with _lock:
                if not document[n].get_textpage().count_chars():
                    found.append(n + 1)
    return tuple(found)


@contextmanager
def _opened(path: Path) -> Iterator[pdfium.PdfDocument]:
    with _lock:
        try:
            document = pdfium.PdfDocument(path)
        except (pdfium.PdfiumError, FileNotFoundError) as error:
            raise UnreadablePaper(path.name, "it cannot be opened as a PDF: add it again") from error
    try:
        yield document
    finally:
        with _lock:
            document.close()


def _drawn(document: pdfium.PdfDocument, number: int, words: str, width: int, read: Sequence[ReadLine]) -> PagePicture:
    page = document[number - 1]
    bitmap = page.render(scale=width / page.get_width())
    held = io.BytesIO()
    bitmap.to_pil().convert("RGB").save(held, "JPEG", quality=QUALITY)
    boxes = tuple(_boxes(_signs_read(read) if read else _signs_on(page), words)) if words else ()
    return PagePicture(held.getvalue(), bitmap.width, bitmap.height, len(document), boxes)


def _signs_on(page: pdfium.PdfPage) -> list[_Sign]:
    """The letters and digits that a page holds as text."""
    text = page.get_textpage()
    letters = ((n, chr(pdfium_c.FPDFText_GetUnicode(text, n)).lower()) for n in range(text.count_chars()))
    return [(sign, partial(_box, page, text, n)) for n, sign in letters if sign.isalnum()]


def _signs_read(lines: Iterable[ReadLine]) -> list[_Sign]:
    """The letters and digits of lines read from a picture, each taken to be as wide as the others of its line."""
    return [
        (sign.lower(), partial(_part, line, n)) for line in lines for n, sign in enumerate(line.text) if sign.isalnum()
    ]


def _boxes(signs: Sequence[_Sign], words: str) -> Iterator[Box]:
    """A box for each line of the words found, in reading order."""
    printed = "".join(sign for sign, _ in signs)
    for begin, end in _found(printed, words):
        line: list[Box] = []
        for _, place in signs[begin:end]:
            box = place()
            if line and not _same_line(line[-1], box):
                yield _around(line)
                line = []
            line.append(box)
        if line:
            yield _around(line)


def _found(printed: str, words: str) -> Iterator[tuple[int, int]]:
    """Where the words stand among a page's letters and digits: white space, hyphens and signs may differ."""
    at = 0
    for part in filter(None, _GAP.split(words)):
        letters = _letters(part)
        place = printed.find(letters, at)
        place = printed.find(letters) if place < 0 else place
        if place >= 0 and letters:
            yield place, place + len(letters)
            at = place + len(letters)
        else:
            yield from _in_pieces(printed, part.split())


def _in_pieces(printed: str, words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The longest runs of the words that stand on the page: the rest is on another, or something printed parts them."""
    first = 0
    while first < len(words):
        last = _longest(printed, words, first)
        if last - first >= FEWEST_WORDS:
            letters = _letters(" ".join(words[first:last]))
            place = printed.find(letters)
            yield place, place + len(letters)
        first = max(last, first + 1)


def _longest(printed: str, words: Sequence[str], first: int) -> int:
    """How far a run of words from `first` stands on the page."""
    last = first
    while last < len(words) and _letters(" ".join(words[first : last + 1])) in printed:
        last += 1
    return last


def _letters(text: str) -> str:
    return "".join(sign for sign in text.lower() if sign.isalnum())


def _part(line: ReadLine, n: int) -> Box:
    """The box of a line's sign number `n`."""
    wide = line.width / len(line.text)
    return Box(line.left + n * wide, line.top, wide, line.height)


def _box(page: pdfium.PdfPage, text: pdfium.PdfTextPage, n: int) -> Box:
    """A letter's box as it is seen: the page may be turned, or cut."""
    left, bottom, right, top = text.get_charbox(n)
    fine = 10_000
    corners = []
    for x, y in ((left, top), (right, bottom)):
        across, down = c_int(), c_int()
        pdfium_c.FPDF_PageToDevice(page, 0, 0, fine, fine, 0, x, y, across, down)
        corners.append((across.value / fine, down.value / fine))
    (x1, y1), (x2, y2) = corners
    return Box(min(x1, x2), min(y1, y2), abs(x2 - x1), abs(y2 - y1))


def _same_line(one: Box, other: Box) -> bool:
    """Whether two letters stand on one line: they overlap in height, and the second does not go back."""
    overlap = min(one.top + one.height, other.top + other.height) - max(one.top, other.top)
    return overlap > 0 and other.left >= one.left


def _around(line: Sequence[Box]) -> Box:
    left, top = min(box.left for box in line), min(box.top for box in line)
    right = max(box.left + box.width for box in line)
    bottom = max(box.top + box.height for box in line)
    return Box(left, top, right - left, bottom - top)
