"""The automatic numbers of an OpenDocument file, counted as its list styles say (OpenDocument 1.2, part 1, 5.3 and 16.30).

A list may go on with an earlier one, by name or because it has the same style; the levels of one list are counted together,
and a level starts again when one above it is used.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from corpus.readers.numerals import letters, ordinal, roman
from corpus.readers.odt.elements import FO, STYLE, TEXT, points, says, whole

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element

    from corpus.readers.odt.styles import Styles

_LEVELS = 10
_ID = "{http://www.w3.org/XML/1998/namespace}id"
_LIBREOFFICE = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}"
_SLOT = re.compile(r"%(\d{1,2})%")
_FORMATS: dict[str, Callable[[int], str]] = {
    "a": letters,
    "A": lambda count: letters(count).upper(),
    "i": roman,
    "I": lambda count: roman(count).upper(),
    "1st": ordinal,
}
"""How a count is printed. Formats not named here (figures, other scripts) are printed as figures."""


@dataclass(frozen=True, slots=True)
class _Level:
    """A level of a list style. `format` "": no number; `shown`: levels in it; `pattern`: "%1%.%2%", where given."""

    format: str = ""
    by_place: bool = False
    start: int = 1
    prefix: str = ""
    suffix: str = ""
    shown: int = 1
    pattern: str = ""
    indent: float | None = None
    added: bool = False


@dataclass(slots=True)
class _Counts:
    """How far a list has counted, level by level; None where a level is not in use."""

    at: list[int | None] = field(default_factory=lambda: [None] * _LEVELS)


@dataclass(frozen=True, slots=True)
class OpenList:
    """A list that is being read: its style ("" where its paragraphs name it), its level from 0, and its counts.

    `goes_on`: it continues an earlier one; a list within it does so too unless it says otherwise, as LibreOffice has it.
    """

    style: str
    level: int
    counts: _Counts
    goes_on: bool = False


@dataclass(slots=True)
class Item:
    """An item of a list. Its first paragraph bears the number: `waits` until then."""

    of: OpenList
    start: int | None
    waits: bool


@dataclass(frozen=True, slots=True)
class Printed:
    """What stands before a paragraph of a list: its number ("" for a bullet), and how far its list sets it in.

    `added` says that the paragraph is set in by that much more than it says itself, not instead of it.
    """

    number: str
    indent: float | None
    added: bool


class Numbering:
    """Gives each numbered paragraph its number; lists and paragraphs must come in the order of the paper."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._outline = styles.outline.get(STYLE + "name", "Outline") if styles.outline is not None else ""
        self._levels: dict[str, dict[int, _Level]] = {}
        self._by_id: dict[str, _Counts] = {}
        self._latest: dict[str, _Counts] = {}

    def opened(self, element: _Element, within: OpenList | None) -> OpenList:
        """A list that begins, within another or by itself."""
        style = element.get(TEXT + "style-name") or (within.style if within else "")
        told = element.get(TEXT + "continue-numbering")
        goes_on = told == "true" if told or within is None else within.goes_on
        if within is not None:
            level = min(within.level + 1, _LEVELS - 1)
            if not goes_on:
                within.counts.at[level] = None
            return OpenList(style, level, within.counts, goes_on)
        counts = self._by_id.get(element.get(TEXT + "continue-list", ""))
        if counts is None and goes_on:
            counts = self._latest.get(style)
        return OpenList(style, 0, self._remember(element, style, counts or _Counts()), goes_on)

    def item(self, element: _Element, of: OpenList) -> Item:
        """An item of a list that begins."""
        of = replace(of, style=element.get(TEXT + "style-override") or of.style)
        return Item(of, whole(element.get(TEXT + "start-value")), waits=element.tag == TEXT + "list-item")

    def lone_item(self, element: _Element) -> Item:
        """A paragraph that says itself of which list it is, and at which level."""
        style = element.get(TEXT + "style-name", "")
        level = min(whole(element.get(TEXT + "level")) or 1, _LEVELS) - 1
        counts = self._by_id.get(element.get(TEXT + "list-id", "")) or self._latest.get(style) or _Counts()
        self._latest[style] = self._by_id[element.get(TEXT + "list-id", "")] = counts
        return Item(OpenList(style, level, counts), whole(element.get(TEXT + "start-value")), waits=True)

    def printed(self, paragraph: _Element, item: Item | None) -> Printed | None:
        """What stands before the next paragraph; None where it is in no list and bears no number."""
        if item is None:
            item = self._heading(paragraph)
            if item is None:
                return None
        levels = self._of(item.of.style or self._styles.list_style(paragraph) or "")
        level = levels.get(item.of.level, _Level())
        if not item.waits:
            return Printed("", level.indent, level.added)
        item.waits = False
        counts = _count(item, levels)
        number = _text(levels, item.of.level, counts).strip() if level.format else ""
        return Printed(number, level.indent, level.added)

    def _heading(self, paragraph: _Element) -> Item | None:
        """A heading outside lists is counted by the outline, unless it or its style says that it is not."""
        if paragraph.tag != TEXT + "h" or not self._outline or says(paragraph, TEXT + "is-list-header"):
            return None
        if self._styles.list_style(paragraph) not in {None, self._outline}:
            return None
        at = min(self._styles.level(paragraph), _LEVELS) - 1
        start = whole(paragraph.get(TEXT + "start-value")) if says(paragraph, TEXT + "restart-numbering") else None
        counts = self._latest.setdefault(self._outline, _Counts())
        return Item(OpenList(self._outline, at, counts), start, waits=True)

    def _remember(self, element: _Element, style: str, counts: _Counts) -> _Counts:
        self._latest[style] = counts
        if name := element.get(_ID) or element.get(TEXT + "id"):
            self._by_id[name] = counts
        return counts

    def _of(self, style: str) -> dict[int, _Level]:
        if style not in self._levels:
            element = self._styles.outline if style and style == self._outline else self._styles.lists.get(style)
            self._levels[style] = _levels(element) if element is not None else {}
        return self._levels[style]


def _levels(style: _Element) -> dict[int, _Level]:
    return {
        at - 1: _Level(
            format=level.get(STYLE + "num-format", ""),
            by_place=not says(level, STYLE + "num-letter-sync"),
            start=_or_one(whole(level.get(TEXT + "start-value"))),
            prefix=level.get(STYLE + "num-prefix", ""),
            suffix=level.get(STYLE + "num-suffix", ""),
            shown=whole(level.get(TEXT + "display-levels")) or 1,
            pattern=level.get(_LIBREOFFICE + "num-list-format", ""),
            indent=_indent(level)[0],
            added=_indent(level)[1],
        )
        for level in style
        if (at := whole(level.get(TEXT + "level"))) and at <= _LEVELS
    }


def _or_one(start: int | None) -> int:
    return 1 if start is None else start


def _indent(level: _Element) -> tuple[float | None, bool]:
    """How far a level sets its paragraphs in, in points; and whether that is added to their own indent (16.32)."""
    properties = level.find(STYLE + "list-level-properties")
    if properties is None:
        return None, False
    alignment = properties.find(STYLE + "list-level-label-alignment")
    if alignment is not None:
        return points(alignment.get(FO + "margin-left")), False
    before, label = points(properties.get(TEXT + "space-before")), points(properties.get(TEXT + "min-label-width"))
    return None if before is None and label is None else (before or 0.0) + (label or 0.0), True


def _count(item: Item, levels: dict[int, _Level]) -> list[int | None]:
    """Count an item: its level by one or from where it starts, those above from their start, those below anew."""
    counts, at = item.of.counts.at, item.of.level
    before = counts[at]
    if item.start is not None:
        counts[at] = item.start
    else:
        counts[at] = levels.get(at, _Level()).start if before is None else before + 1
    for above in range(at):
        if counts[above] is None:
            counts[above] = levels.get(above, _Level()).start
    counts[at + 1 :] = [None] * (_LEVELS - at - 1)
    return counts


def _text(levels: dict[int, _Level], at: int, counts: list[int | None]) -> str:
    """A number as it is printed: "(a)", "3.2."."""
    level = levels[at]
    if level.pattern:
        return _SLOT.sub(lambda slot: _numeral(levels, int(slot[1]) - 1, counts), level.pattern)
    shown = (_numeral(levels, n, counts) for n in range(max(0, at + 1 - level.shown), at + 1))
    return level.prefix + ".".join(filter(None, shown)) + level.suffix


def _numeral(levels: dict[int, _Level], at: int, counts: list[int | None]) -> str:
    level, count = levels.get(at, _Level()), counts[at] if 0 <= at < _LEVELS else None
    if not level.format or count is None:
        return ""
    if level.by_place and level.format in {"a", "A"}:
        shown = letters(count, by_place=True)
        return shown if level.format == "a" else shown.upper()
    return _FORMATS.get(level.format, str)(count)
