"""The words of a Word paragraph as they are printed: tracked deletions and hidden words left out."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING

from corpus.readers.docx.package import W
from corpus.readers.mending import squeeze

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lxml.etree import _Element

    from corpus.readers.docx.styles import Styles

_MARKUP = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
BOX = W + "txbxContent"
"""What a text box holds."""
_LEFT_OUT = frozenset(
    W + name
    for name in ("del", "moveFrom", "pPr", "rPr", "instrText", "delText", "delInstrText", "sdtPr", "txbxContent")
) | {_MARKUP + "AlternateContent"}
_SHOWN = {W + "tab": " ", W + "noBreakHyphen": "-", W + "br": "\n", W + "cr": "\n", W + "ptab": " "}
_PICTURE_FONTS = ("symbol", "wingdings", "webdings")


@dataclass(frozen=True, slots=True)
class Block:
    """A printed paragraph: its lines, parted by line breaks in it, each with whether it is bold."""

    lines: tuple[tuple[str, bool], ...] = ()
    number: str = ""
    level: int = 0
    indent: float = 0.0

    @property
    def text(self) -> str:
        """All its words on one line."""
        return " ".join(text for text, _ in self.lines)


@dataclass(slots=True)
class Words:
    """Words gathered from a paragraph, or from several whose ends a tracked change has deleted."""

    parts: list[tuple[str, bool]] = field(default_factory=list)

    def add(self, paragraph: _Element, styles: Styles) -> None:
        """Gather a paragraph's words."""
        style = styles.of(paragraph)
        for run, shown in groupby(_shown(paragraph), key=lambda one: one[0]):
            if not styles.on("vanish", run, style):
                bold = styles.on("b", run, style)
                self.parts += [(text, bold) for _, text in shown if text]

    def lines(self) -> tuple[tuple[str, bool], ...]:
        """The lines gathered, without the empty ones."""
        lines: list[list[tuple[str, bool]]] = [[]]
        for text, bold in self.parts:
            first, *rest = text.split("\n")
            lines[-1].append((first, bold))
            lines += [[(part, bold)] for part in rest]
        return tuple(
            (shown, all(bold for text, bold in line if text.strip()))
            for line in lines
            if (shown := squeeze("".join(text for text, _ in line)))
        )


def runs_on(paragraph: _Element) -> bool:
    """Whether a tracked change has deleted the end of a paragraph, so that the next one goes on with it."""
    marks = paragraph.find(f"{W}pPr/{W}rPr")
    return marks is not None and (marks.find(W + "del") is not None or marks.find(W + "moveFrom") is not None)


def boxes(paragraph: _Element) -> Iterator[_Element]:
    """The text boxes anchored in a paragraph, each once: Word keeps them twice, for itself and for older programs.

    A box within a box is no box of its own: its words come with the outer one's.
    """
    return under(paragraph, lambda tag: tag == BOX, lambda tag: tag != _MARKUP + "Fallback")


def under(top: _Element, wanted: Callable[[str], bool], entered: Callable[[str], bool]) -> Iterator[_Element]:
    """The elements of wanted tags under another, in order; nothing in them is looked at, nor in tags that are not entered."""
    waiting = list(top)[::-1]
    while waiting:
        element = waiting.pop()
        if not isinstance(element.tag, str):
            continue  # a comment
        if wanted(element.tag):
            yield element
        elif entered(element.tag):
            waiting += list(element)[::-1]


def _shown(paragraph: _Element) -> Iterator[tuple[_Element, str]]:
    """The words of a paragraph that are printed, each with the run they stand in."""
    for element in under(paragraph, _is_shown, lambda tag: tag not in _LEFT_OUT):
        run = element.getparent()
        if run is None:
            continue
        if element.tag == W + "t":
            yield run, element.text or ""
        else:
            yield run, _symbol(element) if element.tag == W + "sym" else _SHOWN[str(element.tag)]


def _is_shown(tag: str) -> bool:
    return tag in {W + "t", W + "sym"} or tag in _SHOWN


def _symbol(element: _Element) -> str:
    """A character given by its place in a font: of a font of pictures, a bullet."""
    font, char = (element.get(W + "font") or "").lower(), element.get(W + "char") or ""
    if any(name in font for name in _PICTURE_FONTS):
        return "•"
    try:
        code = int(char, 16)
    except ValueError:
        return ""
    return "•" if 0xE000 <= code <= 0xF8FF else chr(code)  # noqa: PLR2004  (private use: a picture)
