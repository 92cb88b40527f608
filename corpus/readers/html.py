"""Web pages: ModernGov's agendas and minutes, and any ordinary page."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from bs4 import BeautifulSoup
from bs4.element import CData, NavigableString, Tag

from corpus.readers.blocks import BlockWriter, class_names
from corpus.readers.lines import LineWriter, Reading
from corpus.readers.mending import squeeze

if TYPE_CHECKING:
    from collections.abc import Callable

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
_WORDS = frozenset((NavigableString, CData))  # no comment, no declaration
_PARTS = frozenset(("main", "article"))
_MOST_FURNITURE = 0.5  # of a page's words: what holds more is the page itself, whatever its class
_MAIN_SHARE = 0.3  # of a page's words: the least that a "main" part must hold to be taken for the page


def read_html(data: bytes, file: str) -> Reading:  # noqa: ARG001  (every reader is given the name)
    """Read a web page, a line a block. `title` is its main headings: on ModernGov body and date stand in the second."""
    soup = BeautifulSoup(data, "lxml")
    title, window = _title(soup), squeeze(" ".join(tag.get_text(" ") for tag in soup("title")[:1]))
    _drop(soup, lambda tag: bool(_UNSEEN.match(tag.name)))
    _drop_frames(soup)
    _drop_furniture(soup)
    writer = LineWriter()
    BlockWriter(writer).write(_main_part(soup))
    return writer.reading(title=title, window=window)


def _title(soup: BeautifulSoup) -> str:
    first = soup.find("h1")
    named = soup.find(class_="mgSubTitleTxt")
    headings = [tag for tag in (first, named) if tag is not None]
    texts = [squeeze(tag.get_text(" ")) for tag in headings or soup("title")[:1]]
    return ": ".join(text for text in texts if text)


def _drop_frames(soup: BeautifulSoup) -> None:
    """Drop menus, and what heads and ends the page itself; a part of the paper may have a head of its own."""
    inside: set[int] = set()  # tags in the paper's parts, by their ids
    for tag in soup.find_all():
        parent = tag.parent
        if parent is not None and (id(parent) in inside or parent.name in _PARTS):
            inside.add(id(tag))
    _drop(soup, lambda tag: bool(_FRAMES.match(tag.name)) and (tag.name == "nav" or id(tag) not in inside))


def _drop_furniture(soup: BeautifulSoup) -> None:
    words = _words(soup)
    most = _MOST_FURNITURE * words[id(soup)]
    _drop(soup, lambda tag: _is_furniture(tag) and words[id(tag)] < most)


def _drop(soup: BeautifulSoup, unwanted: Callable[[Tag], bool]) -> None:
    """Drop the tags that are unwanted, with all that is in them."""
    waiting: list[Tag] = [soup]
    while waiting:
        tag = waiting.pop()
        for n in range(len(tag.contents) - 1, -1, -1):
            child = tag.contents[n]
            if isinstance(child, Tag) and unwanted(child):
                child.extract(_self_index=n)  # without its place the library would look for it from the first on
            elif isinstance(child, Tag):
                waiting.append(child)


def _is_furniture(tag: Tag) -> bool:
    return any(_FURNITURE.search(name) for name in (*class_names(tag), str(tag.get("id") or "")))


def _main_part(soup: BeautifulSoup) -> Tag:
    """The part that the page itself calls its main one, if it holds a good share of the words."""
    whole = soup.body or soup
    words = _words(whole)
    least = _MAIN_SHARE * words[id(whole)]
    parts = [*soup("main"), *soup.select('[role="main"]'), *soup.select("#modgov")]
    return next((part for part in parts if words[id(part)] >= least), whole)


def _words(root: Tag) -> Counter[int]:
    """How many words stand in a tag and in each within it, by the tags' ids."""
    counted: Counter[int] = Counter()
    for node in [root, *root.descendants][::-1]:  # what is in a tag comes before the tag
        words = counted[id(node)]
        if isinstance(node, NavigableString) and type(node) in _WORDS:
            words = len(node.split())
        if node is not root and node.parent is not None:
            counted[id(node.parent)] += words
    return counted
