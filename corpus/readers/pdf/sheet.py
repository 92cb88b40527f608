"""What a PDF page shows: its words, each with its place, in the order in which they are drawn, and its ruled lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pypdf.generic import DictionaryObject

from corpus.readers.pdf.appearances import appearances_of
from corpus.readers.pdf.geometry import Box, Matrix, Sheet
from corpus.readers.pdf.operators import Walk, operations_of

if TYPE_CHECKING:
    from pypdf import PageObject

    from corpus.readers.pdf.fonts import FontShelf

_DRAWN = 4000  # bytes of drawing: an empty page's are a few hundred at most


def sheet_of(page: PageObject, shelf: FontShelf) -> Sheet:
    """What a page shows. What lies beyond its edge or is cut away by a clip is not seen, and left out."""
    width, height = _seen_size(page)
    seen, edge = _seen_matrix(page), Box(0.0, 0.0, width, height)
    walk, over = Walk(shelf, seen, edge), Walk(shelf, seen, edge)
    contents = page.get("/Contents")
    if contents is not None:
        resources = page.get_inherited("/Resources", DictionaryObject()).get_object()
        walk.follow(operations_of(contents.get_object(), page.pdf), resources, 0)
    for form, place in appearances_of(page):
        over.draw(form, place)
    pictured = min(1.0, walk.pictured / (width * height)) if width and height else 0.0
    return Sheet(walk.runs + over.runs, walk.rules, width, height, walk.unread or over.unread, pictured)


def is_picture(page: PageObject) -> bool:
    """Whether a page without words shows something all the same: a scan, or letters drawn as shapes."""
    resources = page.get_inherited("/Resources", DictionaryObject()).get_object()
    if resources.get("/XObject", DictionaryObject()).get_object():
        return True
    contents = page.get_contents()
    return contents is not None and len(contents.get_data()) > _DRAWN


def _seen_size(page: PageObject) -> tuple[float, float]:
    """Width and height of the page as it is seen, in points."""
    width, height = float(page.cropbox.width), float(page.cropbox.height)
    return (height, width) if page.rotation % 180 else (width, height)


def _seen_matrix(page: PageObject) -> Matrix:
    """From the page's own coordinates to points from the top left corner of the page as it is seen."""
    left, bottom, right, top = (float(value) for value in page.cropbox)
    return {
        90: (0.0, 1.0, 1.0, 0.0, -bottom, -left),
        180: (-1.0, 0.0, 0.0, 1.0, right, -bottom),
        270: (0.0, -1.0, -1.0, 0.0, top, right),
    }.get(page.rotation % 360, (1.0, 0.0, 0.0, -1.0, -left, top))
