"""A word processor's file as the zip of XML parts that it is: Word's, or one in the OpenDocument format."""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO
from typing import TYPE_CHECKING

from lxml import etree

from corpus.errors import EncryptedPaper, UnreadablePaper

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element

_LARGEST = 300_000_000  # bytes of one part unpacked: a long paper's text takes some ten millions, a zip bomb no end
_FAULTS = (zipfile.BadZipFile, zlib.error, etree.XMLSyntaxError, EOFError, OSError, RuntimeError, ValueError)
"""What a damaged zip or part raises; a runtime error where its header asks for what no zip program knows."""


class Package:
    """The parts of a file, read as they are asked for.

    `sort` is what the file is called in messages: "Word file". `same` names namespaces that are read as others.
    """

    def __init__(self, data: bytes, file: str, sort: str, same: Mapping[bytes, bytes] | None = None) -> None:
        self._file = file
        self._sort = sort
        self._same = same or {}
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except _FAULTS as error:
            raise self._damaged() from error

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
        if info.file_size > _LARGEST:
            raise UnreadablePaper(self._file, f"{name} in it unpacks to {info.file_size} bytes; no paper is that long")
        if info.flag_bits & 1:
            raise self.encrypted()
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, huge_tree=True, recover=True, remove_comments=True, remove_pis=True
        )
        try:
            data = self._zip.read(info)
            for other, usual in self._same.items():
                data = data.replace(other, usual)
            root = etree.fromstring(data, parser)
        except _FAULTS as error:
            raise self._damaged() from error
        if root is None:
            raise self._damaged()
        etree.strip_tags(root, etree.Entity)  # left unresolved: what is not an element would stand among the elements
        return root

    def encrypted(self) -> EncryptedPaper:
        """The error to raise where the file wants a password."""
        return EncryptedPaper(self._file, f"the {self._sort} wants a password; save it without one")

    def _damaged(self) -> UnreadablePaper:
        advice = "open it in the program that made it and save it again, or download it again"
        return UnreadablePaper(self._file, f"the {self._sort} is damaged; {advice}")
