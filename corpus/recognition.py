"""Text recognition: the words on a picture of a page. The only file that knows the library for it (RapidOCR).

It is an extra: without it everything else works, and pages that are pictures are told as such. Its models lie inside
its package, and their paths are given, so that it never looks for them elsewhere.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from contextvars import ContextVar
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from corpus.types import ReadLine

if TYPE_CHECKING:
    from PIL.Image import Image

LIBRARY = "rapidocr"

INSTALL = "python -m pip install -r requirements-ocr.txt"
"""What to run where it is not installed."""

Watch = Callable[[int, int], None]
WATCH: ContextVar[Watch | None] = ContextVar("WATCH", default=None)
"""Told of the page that is being read from its picture, and of how many the file has; set by who shows progress."""

_MODELS = {"Det": "*_det_*.onnx", "Rec": "*_rec_*.onnx", "Cls": "*_cls_*.onnx"}
"""Which model finds lines, reads them, and tells which way up they are."""

_PARAMETERS: dict[str, Any] = {
    "Global.log_level": "error",
    "Global.use_cls": False,  # every line is upright: the page is drawn as it is seen
    "Global.return_word_box": True,
    # Lower than the library's own (0.3, 0.5), by which a number that stands alone before its item is passed over.
    "Det.thresh": 0.2,
    "Det.box_thresh": 0.3,
    "Rec.rec_batch_num": 1,  # six lines at once, padded to the longest, took a seventh longer
}

_GAP = 1.1  # of a line's height, between two of its words: a tab or the edge of a column; justified spaces take less

_Edges = tuple[float, float, float, float]
"""Left, top, right, bottom, in pixels."""


class RecognitionFault(RuntimeError):  # noqa: N818 (the field's word)
    """A picture could not be read."""


def installed() -> bool:
    """Whether pictures of pages can be read here."""
    return find_spec(LIBRARY) is not None


def read_lines(image: Image) -> tuple[ReadLine, ...]:
    """The lines on a picture, from its top to its foot, those side by side from left to right. Takes some seconds.

    Raises:
        RecognitionFault: The library fails at the picture.
    """
    pixels = np.asarray(image.convert("RGB"))[:, :, ::-1]  # it wants blue first
    try:
        found = _engine()(pixels)
    except Exception as error:  # the library and its runtime raise whatever they come upon
        raise RecognitionFault(f"{type(error).__name__}: {error}") from error
    if found.boxes is None or found.txts is None:
        return ()
    words = found.word_results if len(found.word_results) == len(found.txts) else [()] * len(found.txts)
    read = (
        part
        for corners, text, placed in zip(found.boxes, found.txts, words, strict=True)
        for part in _parts(_edges(corners), text, placed)
    )
    return tuple(_in_order([_line(edges, text, image) for edges, text in read if text.strip()]))


@cache
def _engine() -> Any:
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"  # before onnxruntime is imported: nothing is reported to anybody
    import rapidocr  # noqa: PLC0415 - an extra, and a second to import

    models = Path(rapidocr.__file__).parent / "models"
    paths = {f"{part}.model_path": str(next(models.glob(pattern))) for part, pattern in _MODELS.items()}
    return rapidocr.RapidOCR(params=paths | _PARAMETERS)


def _edges(corners: Any) -> _Edges:
    (left, top), (right, bottom) = np.min(corners, axis=0), np.max(corners, axis=0)
    return float(left), float(top), float(right), float(bottom)


def _parts(line: _Edges, text: str, words: Iterable[tuple[str, float, Any]]) -> Iterator[tuple[_Edges, str]]:
    """A line cut where a wide gap parts two of its words: the library puts "3" and "Apologies" together, less their gap."""
    left, top, right, bottom = line
    begin = at = 0
    end: float | None = None
    for word, _, corners in words:
        place = text.find(word, at)
        if place < 0:
            continue
        x0, _, x1, _ = _edges(corners)
        if end is not None and x0 - end > _GAP * (bottom - top):
            yield (left, top, end, bottom), text[begin:place]
            begin, left = place, x0
        at, end = place + len(word), x1
    yield (left, top, right, bottom), text[begin:]


def _line(edges: _Edges, text: str, image: Image) -> ReadLine:
    left, top, right, bottom = edges
    wide, high = image.size
    return ReadLine(" ".join(text.split()), left / wide, top / high, (right - left) / wide, (bottom - top) / high)


def _in_order(lines: list[ReadLine]) -> list[ReadLine]:
    """Lines by rows: what stands at the height of the row's first line belongs to the row, read from left to right."""
    rows: list[list[ReadLine]] = []
    for line in sorted(lines, key=lambda line: line.top + line.height / 2):
        middle = line.top + line.height / 2
        first = rows[-1][0] if rows else None
        if first and abs(first.top + first.height / 2 - middle) < min(first.height, line.height) / 2:
            rows[-1].append(line)
        else:
            rows.append([line])
    return [line for row in rows for line in sorted(row, key=lambda line: line.left)]
