"""What is laid over a PDF page: the fields of a form as they were filled in, and text boxes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pypdf.generic import ArrayObject, DictionaryObject, StreamObject

from corpus.readers.pdf.geometry import IDENTITY, Matrix, box_around

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pypdf import PageObject

_UNSEEN = 2 | 32  # flags "hidden" and "no view" (ISO 32000, table 167)


def appearances_of(page: PageObject) -> Iterator[tuple[StreamObject, Matrix]]:
    """The forms laid over a page, each with the matrix that puts it in its place."""
    annotations = page.get("/Annots", ArrayObject()).get_object()
    for reference in annotations if isinstance(annotations, ArrayObject) else ():
        annotation = reference.get_object()
        if not isinstance(annotation, DictionaryObject) or int(annotation.get("/F", 0)) & _UNSEEN:
            continue
        form = _shown(annotation)
        place = _place(form, annotation.get("/Rect")) if form is not None else None
        if form is not None and place is not None:
            yield form, place


def _shown(annotation: DictionaryObject) -> StreamObject | None:
    """The appearance that is shown; a box to tick has one for each state."""
    looks = annotation.get("/AP", DictionaryObject()).get_object()
    form = looks["/N"].get_object() if isinstance(looks, DictionaryObject) and "/N" in looks else None
    if isinstance(form, StreamObject):
        return form
    state = annotation.get("/AS")
    ticked = form[state].get_object() if isinstance(form, DictionaryObject) and state in form else None
    return ticked if isinstance(ticked, StreamObject) else None


def _place(form: StreamObject, rect: Any) -> Matrix | None:
    """The matrix that fits the form's box into the annotation's rectangle (ISO 32000, 12.5.5)."""
    bounds: Any = form.get("/BBox")
    if rect is None or bounds is None:
        return None
    left, bottom, right, top = (float(value) for value in bounds)
    a, b, c, d, e, f = (float(value) for value in form.get("/Matrix", IDENTITY))
    box = box_around(((left, bottom), (right, top), (left, top), (right, bottom)), (a, b, c, d, e, f))
    x0, y0, x1, y1 = (float(value) for value in rect)
    if box is None or box.right <= box.left or box.bottom <= box.top:
        return None
    wide, high = abs(x1 - x0) / (box.right - box.left), abs(y1 - y0) / (box.bottom - box.top)
    return (wide, 0.0, 0.0, high, min(x0, x1) - box.left * wide, min(y0, y1) - box.top * high)
