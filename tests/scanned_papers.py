"""Pages that are pictures, as a scanner makes them, and a recognition that reads them without the library."""

from __future__ import annotations

from io import BytesIO

from fpdf import FPDF
from PIL import Image

from corpus import recognition
from corpus.picture import image_of
from corpus.types import ReadLine

MINUTES = (
    "ORRENDALE HARBOUR COMMITTEE",
    "Minutes of the meeting held on 4 March 2031",
    "1. Apologies",
    "There were none.",
    "2. Quay wall",
    "Resolved: That the quay wall be mended at a cost of 40,000 pounds.",
)


def typed(*pages: tuple[str, ...]) -> bytes:
    """A PDF that holds its words as text, a line each."""
    made = FPDF()
    made.set_font("Helvetica", size=12)
    for lines in pages:
        made.add_page()
        for line in lines:
            made.cell(0, 12, line, new_x="LMARGIN", new_y="NEXT")
    return bytes(made.output())


def scanned(*pages: tuple[str, ...], stamp: str = "") -> bytes:
    """A PDF whose pages are pictures of such pages; `stamp` is printed on each as text."""
    made = FPDF()
    made.set_font("Helvetica", size=8)
    for number in range(1, len(pages) + 1):
        made.add_page()
        made.image(_grey(image_of(typed(*pages), number, 150)), 0, 0, made.w, made.h)
        if stamp:
            made.text(150, 10, stamp)
    return bytes(made.output())


def _grey(drawn: Image.Image) -> BytesIO:
    held = BytesIO()
    drawn.convert("L").point(lambda shade: 20 + shade * 220 // 255).save(held, "JPEG", quality=60)
    held.seek(0)
    return held


def reads(monkeypatch, *lines: str) -> None:
    """Have every picture read as these lines, one under the other."""
    monkeypatch.setattr(recognition, "installed", lambda: True)
    found = tuple(ReadLine(text, 0.1, 0.1 + 0.04 * n, 0.01 * len(text), 0.016) for n, text in enumerate(lines))
    monkeypatch.setattr(recognition, "read_lines", lambda _image: found)
