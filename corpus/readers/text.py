"""Plain text."""

from __future__ import annotations

import codecs
import re
from itertools import pairwise

from corpus.readers.lines import LineWriter, Reading
from corpus.readers.mending import LIGATURES, squeeze

_MARKS = (
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_SPACE = 5.0  # points: how wide a leading space is taken to be
_MOST_ZEROS = 0.2  # of the bytes: with more of them zero, text is UTF-16 without its mark


_LINE_NUMBER = re.compile(r"^[ \t]*(\d{1,4})(?=[ \t]|$)")  # with a stop behind it, it numbers an item
_FEWEST_NUMBERED = 10  # lines: fewer are a list
_SHARE_NUMBERED = 0.95  # of the lines that hold anything: a list has lines before, between and behind its numbers
_AS_WINDOWS = "as-windows"


def _as_windows(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


codecs.register_error(_AS_WINDOWS, _as_windows)


def read_text(data: bytes, file: str) -> Reading:  # noqa: ARG001  (every reader is given the name)
    """Read plain text, a line a line. Tabs part the cells of a table's row; a form feed ends a page."""
    writer = LineWriter()
    blank = True
    for raw in _without_line_numbers(decode(data).replace("\f", "\n\n").split("\n")):
        cells = cells_of(raw)
        text = "\t".join(filter(None, cells)) if cells else squeeze(raw)
        writer.add(text, cells=cells, indent=indent_of(raw), blank_before=blank)
        blank = not text
    return writer.reading()


def _without_line_numbers(lines: list[str]) -> list[str]:
    """Lines without the numbers that some papers print before each, blank ones too."""
    numbered = [match for line in lines if line.strip() and (match := _LINE_NUMBER.match(line))]
    values = [int(match[1]) for match in numbered]
    counts = all(b in {a + 1, 1} for a, b in pairwise(values))
    blank = any(match.end() == len(match.string.rstrip()) for match in numbered)
    written = sum(bool(line.strip()) for line in lines)
    if len(numbered) < max(_FEWEST_NUMBERED, _SHARE_NUMBERED * written) or not counts or not blank:
        return lines
    return [_LINE_NUMBER.sub("", line) for line in lines]


def cells_of(line: str) -> tuple[str, ...]:
    """The cells of a line that tabs part, or none where all words stand in one."""
    cells = tuple(squeeze(cell) for cell in line.strip().split("\t"))
    return cells if sum(bool(cell) for cell in cells) > 1 else ()


def indent_of(line: str) -> float:
    """How far a line is set in, in points."""
    shown = line.translate(LIGATURES).expandtabs(4)
    return _SPACE * (len(shown) - len(shown.lstrip(" ")))


def decode(data: bytes) -> str:
    """The text of bytes in whatever encoding they are, every line end a line feed.

    Windows' own encoding takes what is not UTF-8, byte by byte: a paper pasted together from several may hold both.
    """
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), "")
    if not encoding and data[:2000].count(0) > _MOST_ZEROS * len(data[:2000]):
        encoding = "utf-16-be" if data[:1] == b"\x00" else "utf-16-le"
    text = data.decode(encoding, "replace") if encoding else data.decode("utf-8-sig", _AS_WINDOWS)
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\x0b", "\n").replace("\u2028", "\n")
