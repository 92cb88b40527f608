"""What may hide words on a PDF page: shapes, pictures and notes laid over them, and the paper's own colour.

Read from the page's objects, with PDFium. Whether words are hidden is told by `hidden`, which looks at the picture.
"""

from __future__ import annotations

from ctypes import byref, c_float, c_int, c_uint
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np
import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from corpus.readers.pdf.geometry import IDENTITY, Box, Matrix, box_around, multiply

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from numpy.typing import NDArray

_DARK = 128  # of 255 shades: darker is ink, not paper
_PALE = 200  # of 255, in each of red, green and blue: letters so pale may be of the paper's own colour
_FAINTEST = 40  # of 255: letters less opaque are hardly seen
_THINNEST = 2.0  # points: what is thinner hides no word
_SCAN = 0.6  # of the page: a picture as large is the page itself, whose words text recognition has added
_MOST_OBJECTS = 2000  # of one kind: a page with more draws a map; then all its words are looked at
_DEEPEST_FORM = 8
_EVERY = 10**9  # of the texts on a page: dark shapes hide dark words over them too
_UNSEEN = pdfium_c.FPDF_ANNOT_FLAG_HIDDEN | pdfium_c.FPDF_ANNOT_FLAG_NOVIEW
_INVISIBLE = frozenset((pdfium_c.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium_c.FPDF_TEXTRENDERMODE_CLIP))
_UNPAINTED = -1  # our own kind: text that is there to be found or copied, not seen
_TEXT = frozenset((_UNPAINTED, pdfium_c.FPDF_PAGEOBJ_TEXT))
_OVER_WORDS = frozenset(
    (
        pdfium_c.FPDF_ANNOT_SQUARE,
        pdfium_c.FPDF_ANNOT_CIRCLE,
        pdfium_c.FPDF_ANNOT_POLYGON,
        pdfium_c.FPDF_ANNOT_LINE,
        pdfium_c.FPDF_ANNOT_POLYLINE,
        pdfium_c.FPDF_ANNOT_INK,
        pdfium_c.FPDF_ANNOT_HIGHLIGHT,
        pdfium_c.FPDF_ANNOT_STAMP,
        pdfium_c.FPDF_ANNOT_FREETEXT,
        pdfium_c.FPDF_ANNOT_STRIKEOUT,
        pdfium_c.FPDF_ANNOT_UNDERLINE,
    )
)
"""Notes that are drawn on a page, and may be so thick or so large that words are under them."""


@dataclass(slots=True)
class Suspects:
    """What may hide words on a page, as boxes in the page's own coordinates.

    `covers` are shapes and notes laid over words, and dark ones anywhere; `pictures` pictures that are not the whole
    page, `scans` those that are; `faint` is text that is not painted or nearly white, `redacted` what is marked to be
    taken out.
    """

    covers: list[Box] = field(default_factory=list)
    pictures: list[Box] = field(default_factory=list)
    scans: list[Box] = field(default_factory=list)
    faint: list[Box] = field(default_factory=list)
    redacted: list[Box] = field(default_factory=list)


def suspects_of(page: pdfium.PdfPage) -> Suspects | None:
    """What may hide words on a page, or None where nothing does."""
    found = Suspects()
    least_scan = _SCAN * float(np.prod(page.get_size()))
    texts: list[tuple[Any, Matrix]] = []
    faint: list[tuple[Any, Matrix]] = []
    shapes: list[tuple[Box, list[Box], int]] = []  # each with where it belongs, and how many texts it may hide
    for item, kind, place in _objects(page.raw, pdfium_c.FPDFPage_CountObjects, pdfium_c.FPDFPage_GetObject, IDENTITY):
        if kind in _TEXT:
            texts.append((item, place))
            if kind == _UNPAINTED or _is_pale(item):
                faint.append((item, place))
            continue
        box = _bounds(item, place)
        wide, high = box.right - box.left, box.bottom - box.top
        if min(wide, high) < _THINNEST:
            continue
        if kind == pdfium_c.FPDF_PAGEOBJ_IMAGE and wide * high >= least_scan:
            found.scans.append(box)
        elif kind == pdfium_c.FPDF_PAGEOBJ_IMAGE:
            shapes.append((box, found.pictures, len(texts)))
        elif kind != pdfium_c.FPDF_PAGEOBJ_PATH or _is_solid(item):
            shapes.append((box, found.covers, _EVERY if _is_dark(item) else len(texts)))
    if any(before for _, _, before in shapes):
        places = np.array([_bounds(*text) for text in texts]).reshape(-1, 4)
        for box, kept, before in shapes:
            if touching(places[:before], [box]).any():
                kept.append(box)
    _look_at_notes(page.raw, found)
    if not found.scans or found.covers or found.pictures or found.redacted:
        found.faint += [_bounds(*text) for text in faint]
    return found if found.covers or found.pictures or found.faint or found.redacted else None


def _objects(
    holder: Any, count: Callable[[Any], int], get: Callable[[Any, int], Any], place: Matrix, depth: int = 0
) -> Iterator[tuple[Any, int, Matrix]]:
    """The objects of a page as they are drawn, each with its kind and the matrix of the form that it is part of."""
    for i in range(count(holder)):
        item = get(holder, i)
        mode = pdfium_c.FPDFTextObj_GetTextRenderMode(item)
        if mode != pdfium_c.FPDF_TEXTRENDERMODE_UNKNOWN:
            yield item, _UNPAINTED if mode in _INVISIBLE else pdfium_c.FPDF_PAGEOBJ_TEXT, place
            continue
        kind = pdfium_c.FPDFPageObj_GetType(item)
        if kind != pdfium_c.FPDF_PAGEOBJ_FORM:
            yield item, kind, place
        elif depth < _DEEPEST_FORM:
            own = pdfium_c.FS_MATRIX()
            pdfium_c.FPDFPageObj_GetMatrix(item, byref(own))
            inner = multiply((own.a, own.b, own.c, own.d, own.e, own.f), place)
            yield from _objects(
                item, pdfium_c.FPDFFormObj_CountObjects, pdfium_c.FPDFFormObj_GetObject, inner, depth + 1
            )


_RED, _GREEN, _BLUE, _ALPHA = c_uint(), c_uint(), c_uint(), c_uint()
_COLOUR = (byref(_RED), byref(_GREEN), byref(_BLUE), byref(_ALPHA))


def _is_pale(text: Any) -> bool:
    """Whether text is nearly white, or hardly painted."""
    if not pdfium_c.FPDFPageObj_GetFillColor(text, *_COLOUR):
        return False
    return _ALPHA.value < _FAINTEST or min(_RED.value, _GREEN.value, _BLUE.value) >= _PALE


def _is_dark(shape: Any) -> bool:
    """Whether a shape is filled with a dark colour, in which dark letters would be lost."""
    known = pdfium_c.FPDFPageObj_GetFillColor(shape, *_COLOUR)
    return not known or max(_RED.value, _GREEN.value, _BLUE.value) < _DARK


def _is_solid(shape: Any) -> bool:
    """Whether a shape is more than thin lines around nothing."""
    fill, stroke, width = c_int(), c_int(), c_float()
    pdfium_c.FPDFPath_GetDrawMode(shape, byref(fill), byref(stroke))
    pdfium_c.FPDFPageObj_GetStrokeWidth(shape, byref(width))
    return bool(fill.value) or (bool(stroke.value) and width.value >= _THINNEST)


_LEFT, _BOTTOM, _RIGHT, _TOP = c_float(), c_float(), c_float(), c_float()
_EDGES = (byref(_LEFT), byref(_BOTTOM), byref(_RIGHT), byref(_TOP))


def _bounds(item: Any, place: Matrix) -> Box:
    pdfium_c.FPDFPageObj_GetBounds(item, *_EDGES)
    if place is IDENTITY:
        return Box(_LEFT.value, _BOTTOM.value, _RIGHT.value, _TOP.value)
    return _placed(_LEFT.value, _BOTTOM.value, _RIGHT.value, _TOP.value, place)


def _placed(left: float, low: float, right: float, high: float, place: Matrix) -> Box:
    box = box_around(((left, low), (right, low), (right, high), (left, high)), place)
    return box if box is not None else Box(0.0, 0.0, 0.0, 0.0)


def _look_at_notes(page: Any, found: Suspects) -> None:
    for i in range(pdfium_c.FPDFPage_GetAnnotCount(page)):
        note = pdfium_c.FPDFPage_GetAnnot(page, i)
        try:
            kind = pdfium_c.FPDFAnnot_GetSubtype(note)
            if pdfium_c.FPDFAnnot_GetFlags(note) & _UNSEEN:
                continue
            if kind == pdfium_c.FPDF_ANNOT_REDACT:
                found.redacted += _marked(note)
            elif kind in _OVER_WORDS:
                found.covers.append(_rectangle(note))
        finally:
            pdfium_c.FPDFPage_CloseAnnot(note)


def _rectangle(note: Any) -> Box:
    rect = pdfium_c.FS_RECTF()
    pdfium_c.FPDFAnnot_GetRect(note, byref(rect))
    return Box(rect.left, rect.bottom, rect.right, rect.top)


def _marked(note: Any) -> Iterator[Box]:
    """The rectangles that a note marks, one for each line of words; its own where it names none."""
    count = pdfium_c.FPDFAnnot_CountAttachmentPoints(note)
    if not count:
        yield _rectangle(note)
    for i in range(count):
        quad = pdfium_c.FS_QUADPOINTSF()
        pdfium_c.FPDFAnnot_GetAttachmentPoints(note, i, byref(quad))
        across, up = (quad.x1, quad.x2, quad.x3, quad.x4), (quad.y1, quad.y2, quad.y3, quad.y4)
        yield Box(min(across), min(up), max(across), max(up))


def touching(zones: NDArray[np.float64], boxes: Sequence[Box]) -> NDArray[np.bool_]:
    """Which zones have something of a box in them."""
    found = np.zeros(len(zones), dtype=bool)
    if len(boxes) > _MOST_OBJECTS:
        return ~found
    for left, top, right, bottom in boxes:
        found |= (zones[:, 0] < right) & (zones[:, 2] > left) & (zones[:, 1] < bottom) & (zones[:, 3] > top)
    return found


def centred_in(zones: NDArray[np.float64], boxes: Sequence[Box]) -> NDArray[np.bool_]:
    """Which zones have their middle in a box."""
    middles = (zones[:, :2] + zones[:, 2:]) / 2
    return touching(np.hstack((middles, middles)), boxes)


def seen_matrix(page: pdfium.PdfPage) -> Matrix:
    """From the page's own coordinates to points from the top left corner of the page as it is seen."""
    wide, high = page.get_size()
    fine, far = 100, 1000

    def seen(x: int, y: int) -> tuple[float, float]:
        across, down = c_int(), c_int()
        size = round(wide * fine), round(high * fine)
        pdfium_c.FPDF_PageToDevice(page.raw, 0, 0, *size, 0, x, y, byref(across), byref(down))
        return across.value / fine, down.value / fine

    (e, f), (a, b), (c, d) = seen(0, 0), seen(far, 0), seen(0, far)
    return (a - e) / far, (b - f) / far, (c - e) / far, (d - f) / far, e, f
