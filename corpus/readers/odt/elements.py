"""The names that OpenDocument gives its elements, and the values that their attributes hold."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

_ODF = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
OFFICE, STYLE, TEXT, TABLE = (_ODF % name for name in ("office", "style", "text", "table"))
DRAW, MANIFEST = _ODF % "drawing", _ODF % "manifest"
FO = _ODF % "xsl-fo-compatible"

_LENGTH = re.compile(r"(-?\d+(?:\.\d+)?)(in|cm|mm|pt|pc)")
_POINTS = {"in": 72.0, "cm": 72 / 2.54, "mm": 7.2 / 2.54, "pt": 1.0, "pc": 12.0}


def points(length: str | None) -> float | None:
    """A length such as "1.27cm" in points; None where it is no such length."""
    match = _LENGTH.fullmatch(length or "")
    return float(match[1]) * _POINTS[match[2]] if match else None


def whole(text: str | None) -> int | None:
    """A whole number, or None."""
    return int(text) if text is not None and text.isascii() and text.isdigit() else None


def says(element: _Element, name: str) -> bool:
    """Whether an attribute says "true"."""
    return element.get(name) == "true"
