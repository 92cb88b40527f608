"""The words of an OpenDocument paragraph as they are printed: notes, comments and hidden words left out.

What a tracked change has deleted is kept in a list of its own at the text's beginning, which nothing here reads.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.readers.document import lines_of
from corpus.readers.odt.elements import DRAW, OFFICE, TABLE, TEXT, says

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from corpus.readers.odt.styles import Look, Styles

PARAGRAPHS = frozenset((TEXT + "p", TEXT + "h"))
_LEFT_OUT = frozenset(
    (
        TEXT + "note",
        TEXT + "hidden-text",
        TEXT + "ruby-text",
        TEXT + "script",
        OFFICE + "annotation",
        OFFICE + "annotation-end",
    )
)
_SHOWN = {TEXT + "s": " ", TEXT + "tab": " ", TEXT + "line-break": "\n"}
_BOXED = PARAGRAPHS | {TEXT + "list", TEXT + "section", TABLE + "table"}
_SPACE = re.compile(r"\s+")


def words_of(paragraph: _Element, styles: Styles) -> tuple[tuple[str, bool], ...]:
    """The lines of a paragraph, each with whether it is bold."""
    if any(says(field, TEXT + "is-hidden") for field in paragraph.iter(TEXT + "hidden-paragraph")):
        return ()
    return lines_of(_shown(paragraph, styles, styles.paragraph_look(paragraph)))


def boxes(element: _Element) -> Iterator[_Element]:
    """The text boxes and shapes with words anchored in an element, the outermost ones."""
    for child in element:
        if child.tag in _LEFT_OUT:
            continue
        if child.tag.startswith(DRAW) and any(inner.tag in _BOXED for inner in child):
            yield child
        else:
            yield from boxes(child)


def _shown(element: _Element, styles: Styles, look: Look) -> Iterator[tuple[str, bool]]:
    if not look.hidden and element.text:
        yield _SPACE.sub(" ", element.text), look.bold
    for child in element:
        if child.tag in _SHOWN:
            if not look.hidden:
                yield _SHOWN[child.tag], look.bold
        elif child.tag not in _LEFT_OUT and not child.tag.startswith(DRAW):
            spanned = styles.span_look(child, look) if child.tag in {TEXT + "span", TEXT + "a"} else look
            yield from _shown(child, styles, spanned)
        if not look.hidden and child.tail:
            yield _SPACE.sub(" ", child.tail), look.bold
