"""What a file is by its bytes, so that a wrong name is found before a reader chokes on it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.errors import EncryptedPaper, UnreadablePaper

if TYPE_CHECKING:
    from collections.abc import Sequence

_HEAD = 2048  # bytes looked at: a PDF's mark may follow some junk, a page's doctype a comment
_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "binary Office"),
    (b"PK\x03\x04", "zip"),
    (b"{\\rtf", "rich text"),
    (b"\x89PNG", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"GIF8", "picture"),
    (b"II*\x00", "picture"),
    (b"MM\x00*", "picture"),
    (b"\x1f\x8b", "compressed"),
)
_WORD_STREAM, _LOCKED_STREAM = "WordDocument".encode("utf-16-le"), "EncryptedPackage".encode("utf-16-le")
"""Names of what binary Office files hold: an old Word file's words, and whatever today's Office has locked with a password."""
_LOCKED = "locked"
_ODT = b"application/vnd.oasis.opendocument.text"
"""Stands uncompressed at the beginning of an OpenDocument text: its first entry says what it is."""
_WEB_PAGE = re.compile(rb"(?is)\A(?:\s|<\?xml[^>]*>|<!--.*?-->)*<(?:!doctype\s+html|html|head|body)\b")
_ADVICE = {
    "PDF": "it is a PDF; rename it to .pdf",
    "Word": "it is a Word file; rename it to .docx",
    "OpenDocument": "it is an OpenDocument text; rename it to .odt",
    "old Word": "it is an old Word file; rename it to .doc, or save it as .docx",
    "zip": "it is a zip archive; unpack it first",
    "other Office": "it is another kind of Office file, or cut short (no Word text in it); save it as .docx or PDF",
    "rich text": "it is rich text (RTF); rename it to .rtf",
    "picture": "it is a picture; run text recognition on it and save it as PDF",
    "compressed": "it is compressed; unpack it first",
    "web page": "it is a web page; rename it to .html",
    "text": "it is plain text; rename it to .txt",
    "data": "its bytes are no text; download it again",
}


def kind_of(data: bytes) -> str:
    """What the bytes are: a key of the advice given when that is not what the name says.

    A file's beginning tells as much, save which zip archives are Word files.
    """
    head = data[:_HEAD]
    start = data.lstrip(b"\xef\xbb\xbf \t\r\n")[:_HEAD]  # templates leave many empty lines above a page
    if b"%PDF-" in head[:1024] and not _WEB_PAGE.match(start):
        return "PDF"
    for signature, kind in _SIGNATURES:
        if start.startswith(signature):
            return _WITHIN[kind](data) if kind in _WITHIN else kind
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = start = head.decode("utf-16", "ignore").encode()
    if _WEB_PAGE.match(start):
        return "web page"
    return "data" if b"\x00" in head else "text"


def _kind_of_zip(data: bytes) -> str:
    if b"word/document.xml" in data:
        return "Word"
    if _ODT in data[:_HEAD]:
        return "OpenDocument"
    return "other Office" if b"[Content_Types].xml" in data or b"mimetype" in data[:60] else "zip"


def _kind_of_binary(data: bytes) -> str:
    if _WORD_STREAM in data:
        return "old Word"
    return _LOCKED if _LOCKED_STREAM in data else "other Office"


_WITHIN = {"zip": _kind_of_zip, "binary Office": _kind_of_binary}
"""What looks further into bytes whose beginning leaves it open."""


def check_kind(data: bytes, wanted: Sequence[str], suffix: str, file: str) -> None:
    """Refuse a file whose bytes are of none of the kinds wanted, saying what it is and what to do.

    Raises:
        UnreadablePaper: The name and the bytes disagree.
        EncryptedPaper: An Office file has been locked with a password, and does not show of what kind it is.
    """
    kind = kind_of(data)
    if kind in wanted:
        return
    if kind == _LOCKED:
        raise EncryptedPaper(file, "it wants a password; save it without one")
    if "PDF" in wanted and kind == "web page":
        advice = "it is a web page, perhaps the site's error page; download the paper again"
    elif "text" not in wanted and kind in {"text", "data"}:
        advice = "it is damaged or cut short; download it again"
    else:
        advice = _ADVICE[kind]
    raise UnreadablePaper(file, f"{suffix} says {wanted[0]}, but {advice}")
