"""The file behind a paper: where it lies, the council's own address for it, and its pages as pictures."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from corpus.errors import PaperError
from corpus.picture import PagePicture, picture_of
from corpus.readers import may_have_pages
from corpus.sidecar import known_of
from corpus.types import ReadLine
from index.catalogue import Catalogue
from index.closed import ClosedPaper
from index.intake import sha256_of
from index.writing import ID_LENGTH


@dataclass(frozen=True, slots=True)
class Original:
    """The file of a paper as it lies on the disk.

    `path` is None where it has gone or changed since it was added, and where the reader may not read all of it: a pack may
    hold a paper that is not for publication.
    `url` is where the council publishes it, as `papers.csv` beside it says; "" where it says nothing.
    """

    path: Path | None
    url: str = ""


def original_of(catalogue: Catalogue, file: str) -> Original:
    """The original of a file held, by its name in the index."""
    root = catalogue.root_of(file)
    if root is None:
        return Original(None)
    try:
        known = known_of(root / file, file)
    except PaperError:  # the table is told of where papers are added; here it only gives an address
        known = None
    url = known.url if known and known.url and known.url.startswith(("https://", "http://")) else ""
    return Original(None if _closed_in(catalogue, file) else _path_of(catalogue, file), url)


def _path_of(catalogue: Catalogue, file: str) -> Path | None:
    """Where a file held lies; None where it has gone or changed."""
    root = catalogue.root_of(file)
    try:
        path = root / file if root else None
        unchanged = path and sha256_of(path)[:ID_LENGTH] in {text for name, text in catalogue.files() if name == file}
    except OSError:
        return None
    return path if unchanged else None


def _closed_in(catalogue: Catalogue, file: str) -> list[ClosedPaper]:
    """The papers of a file that are closed to the reader."""
    texts = {text for name, text in catalogue.files() if name == file}
    return [closed for paper, closed in catalogue.closed.items() if paper.rpartition("-")[0] in texts]


def page_picture(catalogue: Catalogue, file: str, page: int | None, words: str = "") -> PagePicture | None:
    """A page of a file held as a picture, with the words marked.

    None where it is no PDF, or is not there any more, or where a paper stands on it that is closed to the reader.
    """
    if page is None or not may_have_pages(file):
        return None
    if any(page in closed.pages for closed in _closed_in(catalogue, file)):
        return None
    path = _path_of(catalogue, file)
    try:
        return picture_of(path, page, words, read=_lines_read(catalogue, file, page)) if path else None
    except PaperError:
        return None


def _lines_read(catalogue: Catalogue, file: str, page: int) -> tuple[ReadLine, ...]:
    """The lines of a page that was read from its picture; none where the page holds its words as text."""
    sql = (
        "SELECT lines FROM read_pages JOIN papers ON papers.id = read_pages.paper JOIN files USING (text) "
        "WHERE file = ? AND page = ?"
    )
    row = catalogue.db.execute(sql, (file, page)).fetchone()
    return tuple(ReadLine(*line) for line in json.loads(row[0])) if row else ()
