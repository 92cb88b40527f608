"""Words that a PDF page holds but does not show: blacked out, under a box or a picture, or in the paper's own colour.

What may hide words is read from the page's objects (`suspects`); whether it does is told by the picture of the page.
A word is hidden only where the finished page is of one flat colour in the word's place, so nothing that can be read
is lost, in whatever way the box was made. The one exception is a box that says by its kind that it takes words out
(a redaction not yet carried out): its words are hidden, whatever is seen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import pypdfium2 as pdfium

from corpus.pdfium import LOCK
from corpus.readers.pdf.geometry import Box, Matrix
from corpus.readers.pdf.pieces import WORD_GAP
from corpus.readers.pdf.suspects import centred_in, seen_matrix, suspects_of, touching

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from corpus.readers.pdf.geometry import Run, Sheet
    from corpus.readers.pdf.suspects import Suspects

_SCALE = 2.0  # pixels to the point: the middle of a letter of 6 points is five pixels high
_MOST_PIXELS = 6e6  # of a page's picture: a plan on A0 is drawn smaller
_FLAT = 12  # of 255 shades: what differs less is of one colour; light grey on white differs by 30
_DARK = 128  # of 255 shades: darker is ink, not paper
_MIDDLE = (0.45, 0.05)  # ems above the baseline between which every letter and digit has ink
_STRETCH = 0.9  # ems, and of a shorter word's width: as wide a flat place is between no letters of a word
_SIZE_DIFFERS = 1.0  # points by which the two libraries may find a page's size to differ

_Picture = Any  # an array of shades, a row a line of pixels


class _Word(NamedTuple):
    """Runs (from `first` up to `last`) that follow each other without a gap. `zone` is where its letters have ink."""

    first: int
    last: int
    zone: Box
    size: float


def hidden_runs(document: pdfium.PdfDocument, number: int, sheet: Sheet) -> set[int]:
    """Which runs of a page (from 1), by their place in `sheet.runs`, are not shown. Turned words are not looked at."""
    with LOCK:
        page = document[number - 1]
        try:
            wide, high = page.get_size()
            if abs(wide - sheet.width) > _SIZE_DIFFERS or abs(high - sheet.height) > _SIZE_DIFFERS:
                return set()
            suspects = suspects_of(page)
            if suspects is None:
                return set()
            words = _words(sheet.runs)
            return {i for word in _hidden(page, words, suspects) for i in range(word.first, word.last)}
        finally:
            page.close()


def _words(runs: Sequence[Run]) -> list[_Word]:
    """The upright words of a page that hold a letter or digit: of signs alone, none is missed."""
    words: list[_Word] = []
    first = 0
    for last in range(1, len(runs) + 1):
        if last < len(runs) and _goes_on(runs[last - 1], runs[last]):
            continue
        run = runs[first]
        if not run.angle and any(char.isalnum() for run in runs[first:last] for char in run.text):
            above, below = (run.y - ems * run.size for ems in _MIDDLE)
            words.append(_Word(first, last, Box(run.x0, above, runs[last - 1].x1, below), run.size))
        first = last
    return words


def _goes_on(before: Run, run: Run) -> bool:
    gap = abs(run.x0 - before.x1)
    return not run.spaced and run.y == before.y and run.angle == before.angle and gap < WORD_GAP * run.size


def _hidden(page: pdfium.PdfPage, words: Sequence[_Word], suspects: Suspects) -> Iterator[_Word]:
    if not words:
        return
    zones = np.array([word.zone for word in words])
    places = _on_page(zones, seen_matrix(page))
    redacted, faint = centred_in(places, suspects.redacted), centred_in(places, suspects.faint)
    scanned = faint & touching(places, suspects.scans)
    covered = touching(places, suspects.covers)
    looked_at = (covered | faint | touching(places, suspects.pictures)) & ~redacted
    yield from (word for word, out in zip(words, redacted, strict=True) if out)
    if not looked_at.any():
        return
    wide, high = page.get_size()
    scale = min(_SCALE, (_MOST_PIXELS / (wide * high)) ** 0.5)
    picture = page.render(scale=scale, grayscale=True).to_numpy()
    for i in np.flatnonzero(looked_at).tolist():
        shown = _pixels(picture, zones[i] * scale)
        width = words[i].zone.right - words[i].zone.left
        in_part = covered[i] and not faint[i]
        widest = _STRETCH * scale * (min(width, words[i].size) if in_part else width)
        beside_scan = scanned[i] and not covered[i] and shown.mean() > _DARK  # recognised words stand a little beside
        if _has_flat(shown, round(widest)) and not beside_scan:
            yield words[i]


def _pixels(picture: _Picture, zone: NDArray[np.float64]) -> _Picture:
    """The part of a picture in a zone, at least one pixel high and wide; nothing beyond the picture's edges."""
    left, top, right, bottom = (max(0, round(float(edge))) for edge in zone)
    return picture[top : max(bottom, top + 1), left : max(right, left + 1)]


def _has_flat(place: _Picture, widest: int) -> bool:
    """Whether a stretch of so many columns of pixels is of one colour."""
    if not place.size or widest < 1:
        return False
    dark, light = place.min(axis=0).astype(int), place.max(axis=0).astype(int)
    width = min(widest, len(dark))
    windows = np.lib.stride_tricks.sliding_window_view
    return bool((windows(light, width).max(axis=1) - windows(dark, width).min(axis=1) <= _FLAT).any())


def _on_page(zones: NDArray[np.float64], seen: Matrix) -> NDArray[np.float64]:
    """Zones on the page as it is seen, in the page's own coordinates."""
    a, b, c, d, e, f = seen
    corners = zones.reshape(-1, 2, 2) - (e, f)
    own = np.sort(corners @ np.linalg.inv(((a, b), (c, d))), axis=1)
    return own.reshape(-1, 4)
