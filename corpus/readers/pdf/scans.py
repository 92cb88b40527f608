"""Pages that are pictures: which these are, and their words by text recognition, as if they had been drawn as text."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator, Sequence
from statistics import median
from typing import TYPE_CHECKING, Never

from tqdm import tqdm

from corpus import recognition
from corpus.picture import image_of
from corpus.readers.pdf.geometry import Run, Sheet
from corpus.types import ReadPage

if TYPE_CHECKING:
    from corpus.types import ReadLine

DPI = 200
"""Dots an inch at which a page is drawn to be read. At 150 a letter in 150 was wrong, at 200 one in 160."""

MOST_PAGES = 150
"""Pages read of one file. At four to six seconds a page that is some ten minutes; who scanned more parts the file."""

MOST_SECONDS = 1800.0
"""Spent on one file, on a machine that is slower than that."""

STAMPED = 30
"""Letters that may be stamped on a page that is a picture: "Agenda Item 10a", "Page 123". A cover's title has more."""

COVERED = 0.5
"""Share of a page with a few letters at most that pictures cover where it is a scan; a crest or a photograph takes less."""

WORTH = 2
"""Times as many letters must be read from a page's picture as its text holds: else the text is kept as it is."""

FEWEST = 10
"""Letters on a picture that holds words: a rule, a crest or a signature is now and then taken for one or two."""

# Of the lines that RapidOCR finds on drawn pages, beside where the pages' own text puts them (168 lines of four papers).
_HEIGHT = 1.13  # ems from the top of what is drawn around a line to its foot (5 to 95 %: 0.87 to 1.27)
_BELOW = 0.245  # of that height that lies below the baseline (0.14 to 0.29)
_BEFORE = 0.13  # of that height that lies before the first letter, and behind the last
_ALIKE = 0.25  # of the usual size: sizes nearer to it are taken for it, as the height varies with a line's letters


def wants_reading(sheet: Sheet) -> bool:
    """Whether a page that shows words shows more of them as a picture, or in a font that does not tell its letters."""
    return sheet.unread or (bool(sheet.runs) and _letters(sheet) <= STAMPED and sheet.pictured >= COVERED)


def _letters(sheet: Sheet) -> int:
    return sum(len(run.text) for run in sheet.runs)


class Scans:
    """Reads the pages of one PDF that are pictures, within the limits of a file."""

    def __init__(self, data: bytes, pages: int) -> None:
        self.read: list[ReadPage] = []
        self._untried: list[int] = []
        self._beyond: list[int] = []
        self._failed: list[int] = []
        self._wordless: list[int] = []
        self._data, self._pages = data, pages
        self._seconds = 0.0
        self._bar: tqdm[Never] | None = None

    def sheet(self, number: int, drawn: Sheet) -> Sheet:
        """What page `number` shows by its picture; `drawn` where that has little more, or cannot be read."""
        if not recognition.installed():
            if not drawn.unread:
                self._untried.append(number)
            return drawn
        if len(self.read) >= MOST_PAGES or self._seconds >= MOST_SECONDS:
            self._beyond.append(number)
            return drawn
        self._tell(number)
        begun = time.monotonic()
        try:
            lines = recognition.read_lines(image_of(self._data, number, DPI))
        except RuntimeError:  # of the recognition, and of PDFium
            self._failed.append(number)
            return drawn
        finally:
            self._seconds += time.monotonic() - begun
        letters = sum(len(line.text) for line in lines)
        if letters < FEWEST and not drawn.runs:
            self._wordless.append(number)
        if letters < max(FEWEST, WORTH * _letters(drawn)):
            return drawn
        self.read.append(ReadPage(number, lines))
        return drawn._replace(runs=_runs(lines, drawn.width, drawn.height), rules=[], unread=False)

    def warnings(self) -> Iterator[str]:
        """What to tell of the pages that were not read."""
        if untried := len(self._untried):
            told = (
                "page is a picture"
                if self._pages == 1
                else "pages are pictures"
                if untried > 1
                else "pages is a picture"
            )
            yield (
                f"{untried} of {self._pages} {told} without text ({ranges(self._untried)}); "
                f"to have them read, run `{recognition.INSTALL}` and add the file again"
            )
        if self._beyond:
            reached = f"{len(self.read)} pages" if len(self.read) >= MOST_PAGES else f"{MOST_SECONDS / 60:.0f} minutes"
            yield (
                f"text recognition stopped after {reached}, the most for one file: pictures from page {self._beyond[0]} on "
                f"were left out ({ranges(self._beyond)}); part the file and add its parts"
            )
        if self._failed:
            yield f"text recognition failed at pictures ({ranges(self._failed)}); scan these pages anew"
        if self._wordless:
            yield f"pictures in which no words were found ({ranges(self._wordless)}); see whether they hold any"

    def close(self) -> None:
        """Take the progress bar away."""
        if self._bar is not None:
            self._bar.close()

    def _tell(self, number: int) -> None:
        if self._bar is None:
            self._bar = tqdm(
                total=self._pages, desc="reading pictures", unit="page", leave=False, disable=None, file=sys.stderr
            )
        self._bar.update(number - 1 - self._bar.n)
        if watch := recognition.WATCH.get():
            watch(number, self._pages)


def _runs(lines: tuple[ReadLine, ...], width: float, height: float) -> list[Run]:
    """Lines as words with their places in points on a page of that size."""
    usual = median(line.height for line in lines) * height / _HEIGHT
    runs = []
    for line in lines:
        high = line.height * height
        size = high / _HEIGHT
        size = usual if abs(size - usual) <= _ALIKE * usual else size
        left, right = line.left * width + _BEFORE * high, (line.left + line.width) * width - _BEFORE * high
        baseline = line.top * height + (1 - _BELOW) * high
        runs.append(Run(line.text, left, max(left, right), baseline, size, bold=False, angle=0, spaced=True))
    return runs


def ranges(numbers: Sequence[int]) -> str:
    """Page numbers for a reader: "3-5, 9"."""
    told: list[tuple[int, int]] = []
    for number in numbers:
        if told and number == told[-1][1] + 1:
            told[-1] = (told[-1][0], number)
        else:
            told.append((number, number))
    return ", ".join(str(first) if first == last else f"{first}-{last}" for first, last in told)
