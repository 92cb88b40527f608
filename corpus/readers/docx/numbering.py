"""Word's automatic numbers, counted as Word counts them.

A paragraph belongs to a list (`num`) at a level; the list follows a definition (`abstractNum`), which lists may share,
and then count on together. A level restarts when a level above it is used, unless its definition says otherwise.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from corpus.readers.docx.elements import W, switch, value, whole
from corpus.readers.docx.styles import left_indent
from corpus.readers.numerals import letters, ordinal, roman

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element

    from corpus.readers.docx.styles import Styles

_LEVELS = 9
_SILENT = frozenset(("bullet", "none"))
_FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda count: f"{count:02d}",
    "lowerLetter": letters,
    "upperLetter": lambda count: letters(count).upper(),
    "lowerRoman": roman,
    "upperRoman": lambda count: roman(count).upper(),
    "ordinal": ordinal,
}
"""How a count is printed. Formats not named here (counting words, other scripts) are printed as figures."""


@dataclass(frozen=True, slots=True)
class _Level:
    """A level of a list's definition. `restart`: the level above which using one starts this anew; 0 never."""

    start: int = 1
    format: str = "decimal"
    text: str = ""
    legal: bool = False
    restart: int | None = None
    style: str = ""
    indent: float | None = None


@dataclass(slots=True)
class _List:
    """A list as paragraphs name it."""

    definition: str
    levels: dict[int, _Level]
    starts: dict[int, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Printed:
    """What stands before a numbered paragraph: its number ("" for a bullet), and how far its list sets it in."""

    number: str
    indent: float | None


class Numbering:
    """Gives each numbered paragraph its number; paragraphs must come in the order of the paper."""

    def __init__(self, root: _Element | None, styles: Styles) -> None:
        self._styles = styles
        self._definitions = {e.get(W + "abstractNumId", ""): e for e in _children(root, "abstractNum")}
        self._nums = {e.get(W + "numId", ""): e for e in _children(root, "num")}
        self._lists: dict[str, _List | None] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()

    def printed(self, paragraph: _Element) -> Printed | None:
        """The number of the next paragraph, or None where it has none."""
        named = self._styles.numbering(paragraph)
        if named is None:
            return None
        number, at, style = named
        known = self._list(number)
        if known is None:
            return None
        if at is None:
            at = next((n for n, level in known.levels.items() if level.style == style), 0)
        level = known.levels.get(at)
        if level is None:
            return None
        counts = self._count(number, known, at)
        text = "" if level.format in _SILENT else _text(level, known, counts)
        return Printed(text.strip(), level.indent)

    def _count(self, number: str, known: _List, at: int) -> list[int | None]:
        counts = self._counts.setdefault(known.definition, [None] * _LEVELS)
        if at in known.starts and (number, at) not in self._begun:
            counts[at] = known.starts[at]
        else:
            count = counts[at]
            counts[at] = known.levels[at].start if count is None else count + 1
        self._begun.add((number, at))
        for above in range(at):
            if counts[above] is None:
                counts[above] = known.starts.get(above, known.levels.get(above, _Level()).start)
        for below in range(at + 1, _LEVELS):
            restart = known.levels.get(below, _Level()).restart
            if restart is None or at < restart:
                counts[below] = None
        return counts

    def _list(self, number: str) -> _List | None:
        if number not in self._lists:
            self._lists[number] = self._read_list(number)
        return self._lists[number]

    def _read_list(self, number: str) -> _List | None:
        num = self._nums.get(number)
        definition = value(num, "abstractNumId") if num is not None else None
        if num is None or definition is None:
            return None
        seen: set[str] = set()
        while (link := value(self._definitions.get(definition), "numStyleLink")) and definition not in seen:
            seen.add(definition)
            linked = self._nums.get(self._styles.list_of(link) or "")
            definition = value(linked, "abstractNumId") or definition
        levels = _levels(self._definitions.get(definition))
        starts: dict[int, int] = {}
        for override in _children(num, "lvlOverride"):
            at = whole(override.get(W + "ilvl")) or 0
            levels |= _levels(override)
            start = whole(value(override, "startOverride"))
            if start is not None:
                starts[at] = start
        return _List(definition, levels, starts)


def _children(element: _Element | None, name: str) -> list[_Element]:
    return element.findall(W + name) if element is not None else []


def _levels(element: _Element | None) -> dict[int, _Level]:
    return {
        whole(level.get(W + "ilvl")) or 0: _Level(
            start=_or_one(whole(value(level, "start"))),
            format=value(level, "numFmt") or "decimal",
            text=value(level, "lvlText") or "",
            legal=bool(switch(level, "isLgl")),
            restart=whole(value(level, "lvlRestart")),
            style=value(level, "pStyle") or "",
            indent=left_indent(level.find(W + "pPr")),
        )
        for level in _children(element, "lvl")
    }


def _or_one(start: int | None) -> int:
    return 1 if start is None else start


def _text(level: _Level, known: _List, counts: list[int | None]) -> str:
    """A level's text with the counts put in: "%1.%2" is "3.2"."""
    text = level.text
    for at in range(_LEVELS):
        if f"%{at + 1}" not in text:
            continue
        printed = known.levels.get(at, _Level())
        form = "decimal" if level.legal else printed.format
        count = counts[at]
        shown = "" if form in _SILENT else _FORMATS.get(form, str)(printed.start if count is None else count)
        text = text.replace(f"%{at + 1}", shown)
    return text
