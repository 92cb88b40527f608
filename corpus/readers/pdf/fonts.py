"""The fonts of a PDF as this project needs them: what each code shows, how wide it is, whether it is bold."""

from __future__ import annotations

import re
import struct
from typing import TYPE_CHECKING, Any

from pypdf.generic import DictionaryObject, IndirectObject, StreamObject
from pypdf.generic._font import Font

from corpus.readers.mending import LIGATURES

if TYPE_CHECKING:
    from collections.abc import Sequence

Glyph = tuple[str, float]
"""What a code shows ("" where nothing can be said), and its width in ems."""

_BOLD_NAME = re.compile(r"bold|black|heavy|demi", re.IGNORECASE)
_FORCE_BOLD = 1 << 18  # flag 19 of a font descriptor (ISO 32000, table 121)
_BOLD_WEIGHT = 600  # semi-bold and above, on the scale where 400 is regular and 700 bold
_NAMELESS = re.compile(r"CIDFont\+F\d+$")  # what Windows' own PDF printer calls every font
_PICTURE_FONT = re.compile(r"symbol|wingdings|webdings|dingbats", re.IGNORECASE)
_BULLET = "•"


class FontTable:
    """One font: turns the bytes of a shown string into glyphs. Built once for a document."""

    def __init__(self, resource: DictionaryObject) -> None:
        font = Font.from_font_resource(resource)
        self._font = font
        self._scale = _scale(resource, font)
        self._known: dict[int | str, Glyph] = {}
        self._picture = bool(_PICTURE_FONT.search(font.name))
        self.bold = _is_bold(font)
        self.space = font.space_width * self._scale
        self.readable = font.interpretable and not _wants_map(font)

    def glyphs(self, data: bytes) -> Sequence[tuple[Glyph, bool]]:
        """The glyphs of a shown string; the flag says that the code is the single byte 32, which word spacing widens."""
        if isinstance(self._font.encoding, dict):
            return [(self._known.get(code) or self._simple(code), code == 32) for code in data]  # noqa: PLR2004
        try:
            codes = data.decode(self._font.encoding, "surrogatepass")
        except UnicodeDecodeError:
            codes = data.decode(self._font.encoding, "replace")
        return [(self._known.get(code) or self._composite(code), False) for code in codes]

    def _simple(self, code: int) -> Glyph:
        encoding = self._font.encoding
        shown = encoding.get(code, chr(code)) if isinstance(encoding, dict) else chr(code)
        text = "".join(self._font.character_map.get(char, char) for char in shown)
        return self._keep(code, text, chr(code))

    def _composite(self, code: str) -> Glyph:
        return self._keep(code, self._font.character_map.get(code, code), code)

    def _keep(self, code: int | str, text: str, key: str) -> Glyph:
        widths = self._font.character_widths
        glyph = (self._clean(text), float(widths.get(key, widths["default"])) * self._scale)
        self._known[code] = glyph
        return glyph

    def _clean(self, text: str) -> str:
        if not self.readable:
            return ""
        if self._picture and len(text) == 1 and "\ue000" <= text <= "\uf8ff":
            return _BULLET
        return text.translate(LIGATURES)


class FontShelf:
    """The fonts of a document, each built when it is first used."""

    def __init__(self) -> None:
        self._tables: dict[object, FontTable | None] = {}
        self._held: list[DictionaryObject] = []  # so that an id() below is never given out twice

    def get(self, fonts: DictionaryObject, name: str) -> FontTable | None:
        """The font that a page's resources call `name`, or None where they do not know it."""
        raw = fonts.raw_get(name) if name in fonts else None
        resource = raw.get_object() if raw is not None else None
        if not isinstance(resource, DictionaryObject):
            return None
        key = (raw.idnum, raw.generation) if isinstance(raw, IndirectObject) else id(resource)
        if key not in self._tables:
            self._held.append(resource)
            self._tables[key] = FontTable(resource)
        return self._tables[key]


def _scale(resource: DictionaryObject, font: Font) -> float:
    """Ems for a unit of width: a thousandth, except where a font drawn by procedures says otherwise."""
    matrix: Any = resource.get("/FontMatrix") if font.sub_type == "Type3" else None
    return float(matrix[0]) if matrix else 0.001


def _wants_map(font: Font) -> bool:
    """Whether the codes are mere glyph numbers and nothing says what they show."""
    return font.sub_type == "Type0" and font.encoding == "utf-16-be" and not font.character_map


def _is_bold(font: Font) -> bool:
    descriptor = font.font_descriptor
    if _NAMELESS.search(font.name):
        return _weight_in_file(descriptor.font_file) >= _BOLD_WEIGHT
    weight = descriptor.weight
    return (
        bool(_BOLD_NAME.search(font.name))
        or bool(int(descriptor.flags) & _FORCE_BOLD)
        or (isinstance(weight, (int, float)) and weight >= _BOLD_WEIGHT)
    )


def _weight_in_file(stream: StreamObject | None) -> int:
    """The weight that an embedded TrueType font gives itself (table OS/2), or 0."""
    data = stream.get_data() if stream is not None else b""
    try:
        (tables,) = struct.unpack_from(">H", data, 4)
        for entry in range(tables):
            tag, _, offset, _ = struct.unpack_from(">4sIII", data, 12 + 16 * entry)
            if tag == b"OS/2":
                (weight,) = struct.unpack_from(">H", data, offset + 4)
                return int(weight)
    except struct.error:
        return 0
    return 0
