"""Plain text."""

from __future__ import annotations

import re

from corpus.readers.html import read_html
from corpus.readers.lines import LineWriter, Reading
from corpus.readers.mending import LIGATURES, squeeze

_MARKS = (
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_MARKUP = re.compile(rb"<br\s*/?>|</p>", re.IGNORECASE)
_FEWEST_BREAKS = 2  # fewer may be spoken of
_SPACE = 5.0  # points: how wide a leading space is taken to be
_MOST_ZEROS = 0.2  # of the bytes: with more of them zero, text is UTF-16 without its mark


def read_text(data: bytes, file: str) -> Reading:
    """Read plain text, a line a line. Tabs part the cells of a table's row; a form feed ends a page.

    Text whose lines end with "<br />" rather than with line ends was copied out of a web page, and is read as one.
    """
    if len(_MARKUP.findall(data)) > max(_FEWEST_BREAKS, data.count(b"\n")):
        return read_html(data, file)
    writer = LineWriter()
    blank = True
    for raw in decode(data).replace("\f", "\n\n").split("\n"):
        cells = cells_of(raw)
        text = "\t".join(filter(None, cells)) if cells else squeeze(raw)
        writer.add(text, cells=cells, indent=indent_of(raw), blank_before=blank)
        blank = not text
    return writer.reading()


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

    Windows' own encoding takes what is not UTF-8: it knows every byte that papers hold, curly quotes and dashes included.
    """
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), "")
    if not encoding and data[:2000].count(0) > _MOST_ZEROS * len(data[:2000]):
        encoding = "utf-16-be" if data[:1] == b"\x00" else "utf-16-le"
    if encoding:
        text = data.decode(encoding, "replace")
    else:
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = data.decode("cp1252", "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\x0b", "\n").replace("\u2028", "\n")
