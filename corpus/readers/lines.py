"""What every reader gives back, and the writer that keeps each line's place in the text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from corpus.types import Line, ReadPage


@dataclass(frozen=True, slots=True)
class Reading:
    """A file's content as its reader gives it: a `Source` without the file's name and hash."""

    text: str
    lines: tuple[Line, ...]
    pages: int | None = None
    pages_without_text: tuple[int, ...] = ()
    title: str = ""
    warnings: tuple[str, ...] = ()
    window: str = ""
    read_pages: tuple[ReadPage, ...] = ()


class Reader(Protocol):
    """Reads one format. `file` is the name for error messages; what cannot be read raises a `PaperError`."""

    def __call__(self, data: bytes, file: str) -> Reading:
        """Read the bytes of a file."""
        ...


class LineWriter:
    """Collects lines into one text, so that every line is `text[start:end]` by construction.

    Lines stand under each other; an empty line is written where a gap was seen, so the text reads as the page does.
    """

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._lines: list[Line] = []
        self._gap = False

    def add(
        self,
        text: str,
        *,
        page: int | None = None,
        number: str = "",
        level: int = 0,
        cells: tuple[str, ...] = (),
        bold: bool = False,
        indent: float = 0.0,
        blank_before: bool = False,
    ) -> None:
        """Add a line, stripped. A line without a letter or digit (a row of dashes) is left out: it is a gap."""
        text = text.strip()
        blank_before = blank_before or self._gap
        if not any(char.isalnum() for char in text):
            self._gap = blank_before or bool(text)
            return
        self._gap = False
        if self._parts:
            self._write("\n\n" if blank_before else "\n")
        start = self._length
        self._write(text)
        self._lines.append(
            Line(text, start, self._length, page, number, level, cells, bold, round(indent, 1), blank_before)
        )

    def reading(
        self,
        *,
        title: str = "",
        pages: int | None = None,
        pages_without_text: tuple[int, ...] = (),
        warnings: tuple[str, ...] = (),
        window: str = "",
        read_pages: tuple[ReadPage, ...] = (),
    ) -> Reading:
        """Everything added so far."""
        text, lines = "".join(self._parts), tuple(self._lines)
        return Reading(text, lines, pages, pages_without_text, title, warnings, window, read_pages)

    def _write(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)
