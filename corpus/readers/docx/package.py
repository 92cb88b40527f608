"""A Word file as the zip of XML parts that it is."""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO
from typing import TYPE_CHECKING

from lxml import etree

from corpus.errors import EncryptedPaper, UnreadablePaper

if TYPE_CHECKING:
    from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_USUAL = W.strip("{}").encode()
# Bytes of one part unpacked: a long paper's text takes some ten millions, a zip bomb no end. The tree takes ten times as many.
_LARGEST = 50_000_000
_PACKED_WELL = 100  # times smaller: text in Word's tags was seen to pack to a thirtieth, a bomb to a thousandth
_SMALL = 5_000_000  # bytes unpacked that harm nobody, however well they are packed
_FAULTS = (zipfile.BadZipFile, zlib.error, etree.XMLSyntaxError, EOFError, OSError, RuntimeError, ValueError)
"""What a damaged zip or part raises; a runtime error where its header asks for what no zip program knows."""
_DAMAGED = "the Word file is damaged; open it in Word and save it again, or download it again"


class Package:
    """The parts of a Word file, read as they are asked for."""

    def __init__(self, data: bytes, file: str) -> None:
        self._file = file
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except _FAULTS as error:
            raise UnreadablePaper(file, _DAMAGED) from error

    def names(self, start: str) -> list[str]:
        """The names of the parts that begin so, in order."""
        return sorted(name for name in self._zip.namelist() if name.startswith(start))

    def part(self, name: str) -> _Element | None:
        """The root of a part, or None where the file has no such part.

        Raises:
            UnreadablePaper: The part is damaged.
            EncryptedPaper: The part wants a password.
        """
        try:
            info = self._zip.getinfo(name)
        except KeyError:
            return None
        if info.file_size > min(_LARGEST, max(_SMALL, _PACKED_WELL * info.compress_size)):
            raise UnreadablePaper(self._file, f"{name} in it unpacks to {info.file_size} bytes; no paper is that long")
        if info.flag_bits & 1:
            raise EncryptedPaper(self._file, "the Word file wants a password; save it without one")
        parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True, recover=True)
        try:
            root = etree.fromstring(self._zip.read(info).replace(_STRICT, _USUAL), parser)
        except _FAULTS as error:
            raise UnreadablePaper(self._file, _DAMAGED) from error
        if any(fault.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for fault in parser.error_log):
            raise UnreadablePaper(self._file, "its parts are nested too deeply; save it as PDF")
        if root is None:
            raise UnreadablePaper(self._file, _DAMAGED)
        return root


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
    except (ValueError, OverflowError):
        return None
