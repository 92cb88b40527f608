"""Web pages: ModernGov's agendas and minutes, and any ordinary page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bs4 import BeautifulSoup

from corpus.readers.blocks import BlockWriter, class_names
from corpus.readers.lines import LineWriter, Reading
from corpus.readers.mending import squeeze
from corpus.readers.text import decode
from corpus.readers.unseen import drop_unseen

if TYPE_CHECKING:
    from bs4.element import Tag

_UNSEEN = re.compile(
    "^(?:script|style|head|noscript|template|svg|math|iframe|object|select|option|datalist|button|input|textarea)$"
)
_FRAMES = re.compile("^(?:nav|footer|header)$")
_FURNITURE = re.compile(
    r"(?:^|[\s_-])(?:cookies?|cookie-?(?:banner|consent|notice|message|bar)|breadcrumbs?|skip-?link|skiplinks?|sr-only"
    r"|visually-?hidden|screen-?reader(?:-text)?|mghide|mgfilesize|menu-list|social-?(?:share|links|media)|share-?this"
    r"|pagination)(?:$|[\s_-])",
    re.IGNORECASE,
)
"""Classes and ids of what is no part of the paper: cookie notices, menus, text for screen readers, sizes of files."""
_CHARSET = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)
_HEAD = 2048  # bytes in which a page says how it is encoded
_MOST_FURNITURE = 0.5  # of a page's words: what holds more is the page itself, whatever its class
_MAIN_SHARE = 0.3  # of a page's words: the least that a "main" part must hold to be taken for the page


def read_html(data: bytes, file: str) -> Reading:  # noqa: ARG001  (every reader is given the name)
    """Read a web page, a line a block. `title` is its main headings: on ModernGov body and date stand in the second."""
    soup = BeautifulSoup(_markup(data), "lxml")
    title, window = _title(soup), squeeze(" ".join(tag.get_text(" ") for tag in soup("title")[:1]))
    for tag in soup(_UNSEEN):
        tag.decompose()
    for tag in soup(_FRAMES):
        if tag.find_parent(["main", "article"]) is None or tag.name == "nav":
            tag.decompose()
    drop_unseen(soup)
    _drop_furniture(soup)
    writer = LineWriter()
    BlockWriter(writer).write(_main_part(soup))
    return writer.reading(title=title, window=window)


def _markup(data: bytes) -> str | bytes:
    """A page's markup: the bytes are looked at before what the page says of them, which is often wrong.

    What is no UTF-8 and says what else it is, is left to the library: it knows every encoding by name.
    """
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        said = _CHARSET.search(data[:_HEAD])
        if said is not None and not said[1].lower().startswith(b"utf"):
            return data
    return decode(data)


def _title(soup: BeautifulSoup) -> str:
    first = soup.find("h1")
    named = soup.find(class_="mgSubTitleTxt")
    headings = [tag for tag in (first, named) if tag is not None]
    texts = [squeeze(tag.get_text(" ")) for tag in headings or soup("title")[:1]]
    return ": ".join(text for text in texts if text)


def _drop_furniture(soup: BeautifulSoup) -> None:
    most = _MOST_FURNITURE * _words(soup)
    for tag in soup.find_all(_is_furniture):
        if not tag.decomposed and _words(tag) < most:
            tag.decompose()


def _is_furniture(tag: Tag) -> bool:
    return any(_FURNITURE.search(name) for name in (*class_names(tag), str(tag.get("id") or "")))


def _main_part(soup: BeautifulSoup) -> Tag:
    """The part that the page itself calls its main one, if it holds a good share of the words."""
    whole = soup.body or soup
    least = _MAIN_SHARE * _words(whole)
    parts = [*soup("main"), *soup.select('[role="main"]'), *soup.select("#modgov")]
    return next((part for part in parts if _words(part) >= least), whole)


def _words(tag: Tag) -> int:
    return len(tag.get_text(" ").split())
