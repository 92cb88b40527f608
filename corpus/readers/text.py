"""Plain text and markdown."""

from __future__ import annotations

import html
import re

from corpus.readers.lines import LineWriter, Reading


def read_text(data: bytes, file: str) -> Reading:  # noqa: ARG001
    """Read plain text, a line a line."""
    return _lines(decode(data))


def read_markdown(data: bytes, file: str) -> Reading:  # noqa: ARG001
    """Read markdown, its marks taken out."""
    text = decode(data)
    title = ""
    if front := re.match(r"\A---\n(.*?)\n---\n", text, re.DOTALL):
        text = text[front.end() :]
        if named := re.search(r'(?m)^title:\s*"?(.*?)"?\s*$', front[1]):
            title = named[1]
    text = re.sub(r"(?i)<br\s*/?>|</?(?:div|p|tr|td|table)\b[^>]*>", "\n", text)
    text = html.unescape(re.sub(r"<[^>]+>", "", text))
    text = re.sub(r"\\([\\_.*#()\[\]+-])", r"\1", re.sub(r"[*`]", "", text))
    return _lines(text, title)


def decode(data: bytes) -> str:
    """The text of bytes in whatever encoding they are, every line end a line feed."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = data.decode("utf-16", "replace")
    else:
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = data.decode("cp1252", "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _lines(text: str, title: str = "") -> Reading:
    writer = LineWriter()
    blank = True
    for raw in text.replace("\f", "\n\n").split("\n"):
        line = raw.strip()
        if not line or re.fullmatch(r"-{3,}", line):
            blank = True
            continue
        cells = tuple(cell.strip() for cell in raw.split("\t")) if "\t" in line else ()
        writer.add(line, cells=cells, blank_before=blank)
        blank = False
    return writer.reading(title=title)
