"""The elements of a Word file's parts: their names, and what their `w:val` says."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
"""What a file saved as strict Office Open XML calls its elements by."""


def value(element: _Element | None, path: str = "") -> str | None:
    """What `w:val` says at a path under an element; None where either is missing."""
    found = element.find("/".join(W + step for step in path.split("/"))) if element is not None and path else element
    return found.get(W + "val") if found is not None else None


def switch(element: _Element | None, name: str) -> bool | None:
    """Whether a property is on, off, or not said: `<w:b/>` is on, `<w:b w:val="0"/>` off."""
    found = element.find(W + name) if element is not None else None
    if found is None:
        return None
    return found.get(W + "val", "true") not in {"0", "false", "off"}


def whole(text: str | None) -> int | None:
    """A whole number as Word writes it, or None."""
    try:
        return round(float(text)) if text is not None else None
    except ValueError:
        return None
