"""The styles of an OpenDocument file: what a paragraph or its words take from them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from corpus.readers.odt.elements import FO, OFFICE, STYLE, TEXT, points, whole

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

_HEADING = re.compile(r"heading(?: |_20_)(\d)", re.IGNORECASE)
_BOLD_WEIGHT = 600  # of 100 to 900: from here on letters look bold


@dataclass(frozen=True, slots=True)
class Look:
    """How words are set, as far as it matters here."""

    bold: bool = False
    hidden: bool = False


class Styles:
    """Looks properties up along a style's chain of ancestors.

    `content` is the part whose own ("automatic") styles count, `common` the one that holds the named ones.
    """

    def __init__(self, content: _Element, common: _Element | None) -> None:
        found = [content.find(OFFICE + "automatic-styles")]
        named = common.find(OFFICE + "styles") if common is not None else None
        sheets = [sheet for sheet in (named, *found) if sheet is not None]
        self._by_name = {
            (style.get(STYLE + "family", ""), style.get(STYLE + "name", "")): style
            for sheet in sheets
            for style in sheet.iterfind(STYLE + "style")
        }
        self._default = named.find(f"{STYLE}default-style[@{STYLE}family='paragraph']") if named is not None else None
        self.outline = named.find(TEXT + "outline-style") if named is not None else None
        self.lists = {
            style.get(STYLE + "name", ""): style for sheet in sheets for style in sheet.iterfind(TEXT + "list-style")
        }

    def chain(self, family: str, name: str | None) -> Iterator[_Element]:
        """A style and its ancestors, nearest first."""
        seen: set[str | None] = set()
        while name not in seen and (style := self._by_name.get((family, name or ""))) is not None:
            seen.add(name)
            yield style
            name = style.get(STYLE + "parent-style-name")

    def of(self, paragraph: _Element) -> Iterator[_Element]:
        """The style of a paragraph and its ancestors."""
        return self.chain("paragraph", paragraph.get(TEXT + "style-name"))

    def level(self, paragraph: _Element) -> int:
        """A heading's level from 1, or 0 for what is no heading."""
        if paragraph.tag == TEXT + "h":
            return whole(paragraph.get(TEXT + "outline-level")) or 1
        for style in self.of(paragraph):
            name = _name(style)
            if heading := _HEADING.fullmatch(name):
                return int(heading[1])
            if name.lower() == "title":
                return 1
            outline = style.get(STYLE + "default-outline-level")
            if outline is not None:
                return whole(outline) or 0
        return 0

    def is_title(self, paragraph: _Element) -> bool:
        """Whether a paragraph is styled as the paper's title."""
        return any(_name(style).lower() == "title" for style in self.of(paragraph))

    def paragraph_look(self, paragraph: _Element) -> Look:
        """How the words of a paragraph are set that no span sets otherwise."""
        default = _changed(Look(), [self._default] if self._default is not None else [])
        return _changed(default, list(self.of(paragraph)))

    def span_look(self, span: _Element, around: Look) -> Look:
        """How the words of a span are set, where those around it are set so."""
        return _changed(around, list(self.chain("text", span.get(TEXT + "style-name"))))

    def list_style(self, paragraph: _Element) -> str | None:
        """The list style that a paragraph's style names; "" where it says that there is none, None where it is silent."""
        names = (style.get(STYLE + "list-style-name") for style in self.of(paragraph))
        return next((name for name in names if name is not None), None)

    def indent(self, paragraph: _Element) -> tuple[float | None, bool]:
        """How far a paragraph is set in, in points, where it or its style says; and whether it says so itself."""
        for n, style in enumerate(self.of(paragraph)):
            properties = style.find(STYLE + "paragraph-properties")
            indent = points(properties.get(FO + "margin-left")) if properties is not None else None
            if indent is not None:
                return indent, not n
        return None, False


def _name(style: _Element) -> str:
    return style.get(STYLE + "display-name") or style.get(STYLE + "name") or ""


def _changed(look: Look, chain: list[_Element]) -> Look:
    """A look with what a chain of styles says of it; the farthest ancestor speaks first."""
    for style in reversed(chain):
        properties = style.find(STYLE + "text-properties")
        if properties is None:
            continue
        weight = properties.get(FO + "font-weight")
        if weight is not None:
            look = replace(look, bold=weight == "bold" or (whole(weight) or 0) >= _BOLD_WEIGHT)
        display = properties.get(TEXT + "display")
        if display is not None:
            look = replace(look, hidden=display == "none")
    return look
