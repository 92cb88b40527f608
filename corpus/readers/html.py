"""Web pages: ModernGov's agendas and minutes, and any ordinary page."""

from __future__ import annotations

import re

from bs4 import BeautifulSoup
from bs4.element import NavigableString, Tag

from corpus.readers.lines import LineWriter, Reading

_FURNITURE = ("script", "style", "head", "nav", "header", "footer", "noscript", "template", "svg", "form", "button")
_BLOCKS = frozenset(
    [
        "p",
        "div",
        "tr",
        "li",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "td",
        "th",
        "ul",
        "ol",
        "table",
        "section",
        "article",
        "main",
        "dl",
        "dt",
        "dd",
        "blockquote",
        "pre",
        "caption",
        "br",
        "hr",
    ]
)


def read_html(data: bytes, file: str) -> Reading:  # noqa: ARG001
    """Read a web page, a line a block."""
    soup = BeautifulSoup(data, "lxml")
    for tag in soup(_FURNITURE):
        tag.decompose()
    writer = LineWriter()
    heading = soup.find(["h1", "h2"])
    _walk(soup.body or soup, writer)
    return writer.reading(title=_clean(heading.get_text(" ")) if heading else "")


def _clean(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def _walk(root: Tag, writer: LineWriter) -> None:
    run: list[str] = []
    level = 0

    def flush() -> None:
        writer.add(_clean("".join(run)), level=level)
        run.clear()

    def visit(node: Tag) -> None:
        nonlocal level
        for child in node.children:
            if isinstance(child, Tag):
                block = child.name in _BLOCKS
                if block:
                    flush()
                    level = int(child.name[1]) if re.fullmatch(r"h[1-6]", child.name) else 0
                visit(child)
                if block:
                    flush()
                    level = 0
            elif type(child) is NavigableString:
                run.append(str(child))

    visit(root)
    flush()
