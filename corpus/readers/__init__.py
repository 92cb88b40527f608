"""Readers of files: PDF, web pages, Word, plain text and markdown.

A new format is added here and nowhere else: write `corpus/readers/<format>.py` with one function that meets the
`Reader` protocol (bytes in, `Reading` out, made with a `LineWriter`), and name it in `READERS` under its suffixes,
and in `sniff.KINDS` under what its first bytes show. Everything after the readers sees only `Source` and `Line`.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from corpus.errors import EmptyPaper, UnknownFormat, UnreadablePaper
from corpus.readers.docx import read_docx
from corpus.readers.html import read_html
from corpus.readers.markdown import read_markdown
from corpus.readers.pdf import read_pdf
from corpus.readers.sniff import check_kind
from corpus.readers.text import read_text
from corpus.types import Source

if TYPE_CHECKING:
    from pathlib import Path

    from corpus.readers.lines import Reader, Reading

READERS: dict[str, Reader] = {
    ".pdf": read_pdf,
    ".html": read_html,
    ".htm": read_html,
    ".docx": read_docx,
    ".txt": read_text,
    ".md": read_markdown,
    ".markdown": read_markdown,
}
"""The reader of each suffix (lower case)."""

_MOST_REASONS = 2  # pages named when nothing can be read: all of them would fill the screen


def read(path: Path, file: str | None = None) -> Source:
    """Read a paper. `file` is the name it goes by (the path relative to the folder that was added).

    Raises:
        UnknownFormat: No reader knows the suffix.
        UnreadablePaper: The file is missing, damaged, or not what its suffix says.
        EncryptedPaper: The file wants a password.
        EmptyPaper: The file holds no text.
    """
    name = file if file is not None else path.as_posix()
    suffix = path.suffix.lower()
    reader = READERS.get(suffix)
    if reader is None:
        known = " ".join(READERS)
        raise UnknownFormat(name, f"no reader knows {suffix or 'files without a suffix'}; save it as one of {known}")
    data = _bytes_of(path, name)
    check_kind(data, suffix, name)
    reading = reader(data, name)
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
    )


def _bytes_of(path: Path, name: str) -> bytes:
    try:
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise UnreadablePaper(name, "there is no such file; check the path") from error
    except OSError as error:
        raise UnreadablePaper(
            name, f"the file cannot be opened ({error.strerror}); check that it may be read"
        ) from error
    if not data.strip():
        raise EmptyPaper(name, "the file is empty; download it again")
    return data


def _why_empty(reading: Reading) -> str:
    if reading.warnings:
        return f"nothing in it can be read: {'; '.join(reading.warnings[:_MOST_REASONS])}"
    if reading.pages:
        return f"none of its {reading.pages} pages holds text (scanned, it seems); run text recognition on it first"
    return "the file holds no text; check that it is the right one"
