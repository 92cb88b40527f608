"""Readers of files: PDF, web pages, Word, OpenDocument, plain text and markdown.

A new format is added here and nowhere else: write `corpus/readers/<format>.py` with one function that meets the
`Reader` protocol (bytes in, `Reading` out, made with a `LineWriter`), and name it in `FORMATS` with its suffixes and
what its bytes must be, as `sniff.kind_of` calls it. Everything after the readers sees only `Source` and `Line`.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from corpus.errors import EmptyPaper, UnknownFormat, UnreadablePaper
from corpus.readers.converted import read_converted
from corpus.readers.docx import read_docx
from corpus.readers.html import read_html
from corpus.readers.markdown import read_markdown
from corpus.readers.odt import read_odt
from corpus.readers.pdf import read_pdf
from corpus.readers.sniff import check_kind, kind_of
from corpus.readers.text import read_text
from corpus.types import Source

if TYPE_CHECKING:
    from pathlib import Path

    from corpus.readers.lines import Reader, Reading


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its suffixes, the kinds of bytes that may stand under them (the usual one first), and its reader.

    `plain` says that the first bytes leave no doubt: then they are read under suffixes that no format has, too.
    """

    suffixes: tuple[str, ...]
    kinds: tuple[str, ...]
    read: Reader
    plain: bool = False


FORMATS = (
    Format((".pdf",), ("PDF",), read_pdf, plain=True),
    Format((".docx",), ("Word",), read_docx),
    Format((".odt",), ("OpenDocument",), read_odt, plain=True),
    Format((".doc", ".rtf"), ("old Word", "rich text"), read_converted),
    Format((".html", ".htm"), ("web page", "text"), read_html, plain=True),
    Format((".txt",), ("text",), read_text),
    Format((".md", ".markdown"), ("text",), read_markdown),
)
BY_SUFFIX: dict[str, Format] = {suffix: each for each in FORMATS for suffix in each.suffixes}
"""The format of each suffix (lower case)."""
_BY_BYTES = {each.kinds[0]: each for each in FORMATS if each.plain}
"""The format of what says itself what it is: a page called `minutes.php` is a web page."""
_NO_PAPERS = dict.fromkeys(
    (".eml", ".msg"), "it is a message, not a paper; save the paper that is attached to it, or the message as PDF"
)
"""What is refused under its suffix, and what to do."""

_LOOKED_AT = 65536  # bytes of a file that are read before it is known to be a paper: films lie in folders, too
_MOST_REASONS = 2  # pages named when nothing can be read: all of them would fill the screen


def read(path: Path, file: str | None = None) -> Source:
    """Read a paper. `file` is the name it goes by (the path relative to the folder that was added).

    Raises:
        UnknownFormat: No reader knows the suffix, nor what the file's first bytes show.
        UnreadablePaper: The file is missing, damaged, or not what its suffix says.
        EncryptedPaper: The file wants a password.
        EmptyPaper: The file holds no text.
    """
    name = file if file is not None else path.as_posix()
    known = format_of(name, _bytes_of(path, name, _LOOKED_AT))
    data = _bytes_of(path, name)
    if not data.strip():
        raise EmptyPaper(name, "the file is empty; download it again")
    if (suffix := _suffix_of(name)) in BY_SUFFIX:
        check_kind(data, known.kinds, suffix, name)
    reading = known.read(data, name)
    if not reading.lines:
        raise EmptyPaper(name, _why_empty(reading))
    return Source(
        file=name,
        sha256=hashlib.sha256(data).hexdigest(),
        text=reading.text,
        lines=reading.lines,
        pages=reading.pages,
        pages_without_text=reading.pages_without_text,
        title=reading.title,
        warnings=reading.warnings,
        window=reading.window,
        read_pages=reading.read_pages,
    )


def format_of(name: str, head: bytes) -> Format:
    """The format of a file, by the suffix of its name; where no format has that, by what its first bytes show.

    Raises:
        UnknownFormat: Neither tells.
        UnreadablePaper: Its suffix tells that it is no paper.
    """
    suffix = _suffix_of(name)
    if suffix in _NO_PAPERS:
        raise UnreadablePaper(name, _NO_PAPERS[suffix])
    known = BY_SUFFIX.get(suffix) or _BY_BYTES.get(kind_of(head))
    if known is None:
        suffixes = " ".join(BY_SUFFIX)
        raise UnknownFormat(name, f"no reader knows {suffix or 'files without a suffix'}; save it as one of {suffixes}")
    return known


def may_have_pages(name: str) -> bool:
    """Whether a file's name leaves it open that it is a PDF: its suffix says so, or says nothing that we know."""
    known = BY_SUFFIX.get(_suffix_of(name))
    return known is None or "PDF" in known.kinds


def _suffix_of(name: str) -> str:
    """The suffix of a file's name in small letters."""
    return PurePosixPath(name).suffix.lower()


def _bytes_of(path: Path, name: str, most: int = -1) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(most)
    except FileNotFoundError as error:
        raise UnreadablePaper(name, "there is no such file; check the path") from error
    except OSError as error:
        raise UnreadablePaper(
            name, f"the file cannot be opened ({error.strerror}); check that it may be read"
        ) from error


def _why_empty(reading: Reading) -> str:
    if reading.warnings:
        return f"nothing in it can be read: {'; '.join(reading.warnings[:_MOST_REASONS])}"
    if reading.pages:
        return f"none of its {reading.pages} pages holds text; check that it is the right one"
    return "the file holds no text; check that it is the right one"
