"""The styles of a Word file: what a paragraph or its words take from them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.readers.docx.package import W, switch, value, whole

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

_HEADING = re.compile(r"heading (\d)", re.IGNORECASE)
_BODY_LEVEL = 9  # an outline level of 9 says that the paragraph is no heading
_LONGEST_CHAIN = 30  # styles, each based on the next: papers were seen to have four at most
_TWIPS = 20.0  # to the point


class Styles:
    """Looks properties up along a style's chain of ancestors."""

    def __init__(self, root: _Element | None) -> None:
        styles = root.findall(W + "style") if root is not None else []
        self._by_id = {style.get(W + "styleId", ""): style for style in styles}
        self._default = next(
            (s.get(W + "styleId", "") for s in styles if s.get(W + "type") == "paragraph" and s.get(W + "default")), ""
        )

    def of(self, paragraph: _Element) -> str:
        """The style that a paragraph has."""
        return value(paragraph.find(W + "pPr"), "pStyle") or self._default

    def chain(self, style: str) -> Iterator[_Element]:
        """A style and its ancestors, nearest first."""
        seen: set[str] = set()
        while style in self._by_id and style not in seen and len(seen) < _LONGEST_CHAIN:
            seen.add(style)
            element = self._by_id[style]
            yield element
            style = value(element, "basedOn") or ""

    def level(self, paragraph: _Element) -> int:
        """A heading's level from 1, or 0 for what is no heading."""
        outline = whole(value(paragraph.find(W + "pPr"), "outlineLvl"))
        if outline is not None:
            return outline + 1 if outline < _BODY_LEVEL else 0
        for style in self.chain(self.of(paragraph)):
            name = value(style, "name") or ""
            if heading := _HEADING.fullmatch(name.strip()):
                return int(heading[1])
            if name.lower() == "title":
                return 1
            outline = whole(value(style, "pPr/outlineLvl"))
            if outline is not None:
                return outline + 1 if outline < _BODY_LEVEL else 0
        return 0

    def is_title(self, paragraph: _Element) -> bool:
        """Whether a paragraph is styled as the paper's title."""
        return any((value(style, "name") or "").lower() == "title" for style in self.chain(self.of(paragraph)))

    def on(self, name: str, run: _Element, style: str) -> bool:
        """Whether a property of words (`b`, `vanish`) is on for a run in a paragraph of that style."""
        own = run.find(W + "rPr")
        said = switch(own, name)
        for named in (value(own, "rStyle") or "", style):
            if said is None:
                said = next((s for e in self.chain(named) if (s := switch(e.find(W + "rPr"), name)) is not None), None)
        return bool(said)

    def numbering(self, paragraph: _Element) -> tuple[str, int | None, str] | None:
        """The list of a paragraph: its id, the level (None: as the list ties it to the style), the style that says so."""
        own = paragraph.find(f"{W}pPr/{W}numPr")
        if own is not None and (number := value(own, "numId")) is not None:
            return number, whole(value(own, "ilvl")) or 0, ""
        for style in self.chain(self.of(paragraph)):
            found = style.find(f"{W}pPr/{W}numPr")
            if found is not None and (number := value(found, "numId")) is not None:
                level = whole(value(own, "ilvl")) if own is not None else None
                if level is None:
                    level = whole(value(found, "ilvl"))
                return number, level, style.get(W + "styleId", "")
        return None

    def list_of(self, style: str) -> str | None:
        """The id of the list that a numbering style names."""
        return next((n for e in self.chain(style) if (n := value(e, "pPr/numPr/numId")) is not None), None)

    def indent(self, paragraph: _Element) -> float | None:
        """How far a paragraph is set in, in points, where it or its style says."""
        own = left_indent(paragraph.find(W + "pPr"))
        if own is not None:
            return own
        styled = (left_indent(style.find(W + "pPr")) for style in self.chain(self.of(paragraph)))
        return next((indent for indent in styled if indent is not None), None)


def left_indent(properties: _Element | None) -> float | None:
    """The left indent that paragraph properties give, in points, or None."""
    indent = properties.find(W + "ind") if properties is not None else None
    if indent is None:
        return None
    twips = whole(indent.get(W + "left") or indent.get(W + "start"))
    return twips / _TWIPS if twips is not None else None
