"""The words of a Word paragraph as they are printed: words deleted, struck out, hidden or blacked out are left out."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from corpus.readers.document import lines_of
from corpus.readers.docx.elements import W, value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from corpus.readers.docx.styles import Styles

_MARKUP = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_LEFT_OUT = frozenset(
    W + name
    for name in ("del", "moveFrom", "pPr", "rPr", "instrText", "delText", "delInstrText", "sdtPr", "txbxContent")
)
_SHOWN = {W + "tab": " ", W + "noBreakHyphen": "-", W + "br": "\n", W + "cr": "\n", W + "ptab": " "}
_UNREAD = ("vanish", "webHidden", "strike", "dstrike")
_BLACK = "000000"
_PICTURE_FONTS = ("symbol", "wingdings", "webdings")


@dataclass(slots=True)
class Words:
    """Words gathered from a paragraph, or from several whose ends a tracked change has deleted."""

    parts: list[tuple[str, bool]] = field(default_factory=list)

    def add(self, paragraph: _Element, styles: Styles) -> None:
        """Gather a paragraph's words."""
        for run, text in _shown(paragraph):
            if text and not _is_unread(run, paragraph, styles):
                self.parts.append((text, styles.on("b", run, paragraph)))

    def lines(self) -> tuple[tuple[str, bool], ...]:
        """The lines gathered, without the empty ones."""
        return lines_of(self.parts)


def _is_unread(run: _Element, paragraph: _Element, styles: Styles) -> bool:
    """Whether words are hidden, struck out, or black on black."""
    return any(styles.on(name, run, paragraph) for name in _UNREAD) or _is_blacked_out(run.find(W + "rPr"))


def _is_blacked_out(properties: _Element | None) -> bool:
    """Whether words are marked in black. On a black shading Word prints them white unless their colour is set."""
    colour = value(properties, "color") or "auto"
    shading = properties.find(W + "shd") if properties is not None else None
    shaded = shading is not None and shading.get(W + "fill") == _BLACK and colour == _BLACK
    return shaded or (value(properties, "highlight") == "black" and colour in {"auto", _BLACK})


def runs_on(paragraph: _Element) -> bool:
    """Whether a tracked change has deleted the end of a paragraph, so that the next one goes on with it."""
    marks = paragraph.find(f"{W}pPr/{W}rPr")
    return marks is not None and (marks.find(W + "del") is not None or marks.find(W + "moveFrom") is not None)


def boxes(paragraph: _Element) -> Iterator[_Element]:
    """The text boxes anchored in a paragraph, each once: Word keeps them twice, for itself and for older programs."""
    for content in paragraph.iter(W + "txbxContent"):
        parents = list(content.iterancestors())
        inner = any(parent.tag == W + "txbxContent" for parent in parents)
        if not inner and not any(parent.tag == _MARKUP + "Fallback" for parent in parents):
            yield content


def _shown(element: _Element) -> Iterator[tuple[_Element, str]]:
    """The words under an element that are printed, each with the run they stand in."""
    for child in element:
        if child.tag in _LEFT_OUT or child.tag == _MARKUP + "AlternateContent":
            continue
        if child.tag == W + "t":
            yield element, child.text or ""
        elif child.tag == W + "sym":
            yield element, _symbol(child)
        elif child.tag in _SHOWN:
            yield element, _SHOWN[child.tag]
        elif len(child):
            yield from _shown(child)


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
