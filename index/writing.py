"""What changes the catalogue: a text is put in whole or not at all, and what is taken out leaves nothing behind."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import astuple, dataclass
from pathlib import Path

import numpy as np

from corpus.types import Chunk, Paper, Paragraph
from index import schema
from index.errors import IndexBusy
from index.rows import fold_number
from index.types import Vector
from index.windows import digest_of, windows_of

LOCK = "lock.sqlite"
WAIT_S = 3  # a page that has just been opened mends what a writer left undone: mostly in less than a second
ID_LENGTH = 12
"""Hexadecimal digits of the SHA-256 in an id: 48 bits, one chance in some hundred thousand of a clash among 40,000 files."""


@dataclass(frozen=True, slots=True)
class ParsedText:
    """A file's content as the parser made it out: its papers, each with its chunks."""

    sha256: str
    fingerprint: str
    papers: tuple[tuple[Paper, tuple[Chunk, ...]], ...]

    @property
    def id(self) -> str:
        """The short name of the content, which every id in it begins with."""
        return self.sha256[:ID_LENGTH]

    def windows(self) -> dict[str, str]:
        """What is to be embedded, by digest."""
        every = (window for _, chunks in self.papers for chunk in chunks for window in windows_of(chunk))
        return {digest_of(window): window for window in every}


@contextmanager
def writing(home: Path, *, waits: bool = True) -> Iterator[Writer]:
    """The one writer of a home; a second one waits a little for this one to be done, or not, and is refused then.

    The lock is SQLite's own on a file beside the catalogue: it falls with the process, however that ends.

    Raises:
        IndexBusy: when another process is writing.
    """
    home.mkdir(parents=True, exist_ok=True)
    lock = sqlite3.connect(home / LOCK, timeout=WAIT_S if waits else 0, isolation_level=None)
    try:
        try:
            lock.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            raise IndexBusy(home) from error
        db = schema.open_to_write(home)
        try:
            yield Writer(db)
        finally:
            db.close()
    finally:
        lock.close()


class Writer:
    """Changes the catalogue, a transaction at a time; made by `writing`."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self.db = db

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All of it or nothing, Ctrl-C and crashes included; readers see it once it is whole."""
        self.db.execute("BEGIN IMMEDIATE")
        try:
            yield
            self._count_up()
        except BaseException:
            self.db.execute("ROLLBACK")
            raise
        self.db.execute("COMMIT")

    def _count_up(self) -> None:
        generation = int(self.meta("generation", "0")) + 1
        self.db.execute("INSERT OR REPLACE INTO meta VALUES ('generation', ?)", (str(generation),))

    def meta(self, key: str, default: str = "") -> str:
        """A remark kept with the catalogue."""
        row = self.db.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        return str(row[0]) if row else default

    def remark(self, key: str, value: str) -> None:
        """Keep a remark; an empty one is forgotten."""
        if value:
            self.db.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))
        else:
            self.db.execute("DELETE FROM meta WHERE key = ?", (key,))

    def embedder(self) -> str:
        """Whose vectors are held; "" while there are none, when any embedder may begin."""
        return self.meta("embedder") if self.db.execute("SELECT 1 FROM embeddings LIMIT 1").fetchone() else ""

    def unfinished(self) -> list[str]:
        """The paths of an add that was cut off."""
        return [str(path) for path in json.loads(self.meta(schema.UNFINISHED, "[]"))]

    # Files and texts

    def file(self, file: str) -> tuple[str, str] | None:
        """The root and the text of a file that is held, or None."""
        row = self.db.execute("SELECT root, text FROM files WHERE file = ?", (file,)).fetchone()
        return (str(row[0]), str(row[1])) if row else None

    def names(self) -> list[tuple[str, str]]:
        """Every file held, with its root."""
        return [(str(file), str(root)) for file, root in self.db.execute("SELECT file, root FROM files")]

    def files_of_root(self, root: str) -> list[str]:
        """The files that were added from this folder."""
        return [str(row[0]) for row in self.db.execute("SELECT file FROM files WHERE root = ? ORDER BY file", (root,))]

    def fingerprint(self, text: str) -> str | None:
        """The parser that made out a text, or None where it is not held."""
        row = self.db.execute("SELECT fingerprint FROM texts WHERE id = ?", (text,)).fetchone()
        return str(row[0]) if row else None

    def name(self, file: str, root: str, text: str) -> None:
        """Hold a text under this file's name, whatever was held under it before."""
        held = self.file(file)
        self.db.execute("INSERT OR REPLACE INTO files VALUES (?, ?, ?)", (file, root, text))
        if held and held[1] != text:
            self._drop_nameless([held[1]])

    def unname(self, files: Iterable[str]) -> None:
        """Hold these files no longer; a text without a name goes with its papers, words and vectors."""
        texts = []
        for file in files:
            held = self.file(file)
            if held:
                texts.append(held[1])
                self.db.execute("DELETE FROM files WHERE file = ?", (file,))
        self._drop_nameless(texts)

    def put(self, file: str, root: str, parsed: ParsedText) -> None:
        """Hold a text in place of whatever the file, and whatever an older parser, held before."""
        before = self._digests(parsed.id)
        self.db.execute("DELETE FROM papers WHERE text = ?", (parsed.id,))
        self.db.execute(
            "INSERT INTO texts VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET fingerprint = excluded.fingerprint",
            (parsed.id, parsed.sha256, parsed.fingerprint),
        )
        for paper, chunks in parsed.papers:
            self._put_paper(parsed.id, paper, chunks)
        self._drop_vectors(before)
        self.name(file, root, parsed.id)

    def _drop_nameless(self, texts: Iterable[str]) -> None:
        """Take out those of these texts that no file has any more."""
        for text in texts:
            digests = self._digests(text)
            sql = "DELETE FROM texts WHERE id = ? AND id NOT IN (SELECT text FROM files)"
            if self.db.execute(sql, (text,)).rowcount:
                self._drop_vectors(digests)

    def _digests(self, text: str) -> list[str]:
        """What of a text was embedded."""
        sql = (
            "SELECT DISTINCT digest FROM papers JOIN chunks ON chunks.paper = papers.id "
            "JOIN windows ON windows.chunk = chunks.id WHERE papers.text = ?"
        )
        return [str(row[0]) for row in self.db.execute(sql, (text,))]

    def _drop_vectors(self, digests: Sequence[str]) -> None:
        """Take out those of these vectors that no window has any more; what is left is to be scrubbed from the disk."""
        if digests:
            self.remark("scrub", "wanted")
            self.db.execute(
                "DELETE FROM embeddings WHERE digest IN (SELECT value FROM json_each(?)) "
                "AND digest NOT IN (SELECT digest FROM windows)",
                (json.dumps(digests),),
            )

    def _put_paper(self, text: str, paper: Paper, chunks: Sequence[Chunk]) -> None:
        id_ = f"{text}-{paper.part}"
        day = paper.date.isoformat() if paper.date else None
        month = paper.month.isoformat() if paper.month and not day else None
        held = (id_, text, paper.part, paper.title, paper.body, day, paper.kind, paper.draft, len(paper.paragraphs))
        self.db.execute(
            "INSERT INTO papers VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL)", (*held, month, paper.council)
        )
        pages = [(id_, page.page, json.dumps([astuple(line) for line in page.lines])) for page in paper.read_pages]
        self.db.executemany("INSERT INTO read_pages VALUES (?, ?, ?)", pages)
        for paragraph in paper.paragraphs:
            self._put_paragraph(id_, paragraph)
        headings = {paragraph.ordinal: paragraph.heading for paragraph in paper.paragraphs}
        for chunk in chunks:
            heading = " / ".join(
                dict.fromkeys(filter(None, (headings.get(n) for n in range(chunk.first, chunk.last + 1))))
            )
            self._put_chunk(id_, chunk, heading)

    def _put_paragraph(self, paper: str, paragraph: Paragraph) -> None:
        id_ = f"{paper}-{paragraph.ordinal}"
        self.db.execute(
            "INSERT INTO paragraphs VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                id_,
                paper,
                paragraph.ordinal,
                paragraph.text,
                paragraph.type,
                json.dumps(paragraph.label, ensure_ascii=False),
                paragraph.locator,
                paragraph.heading,
                paragraph.start,
                paragraph.end,
                paragraph.page,
                paragraph.printed_page,
                paragraph.from_picture,
            ),
        )
        numbers = {fold_number(part) for part in paragraph.label} - {""}
        self.db.executemany("INSERT INTO numbers VALUES (?, ?)", [(number, id_) for number in numbers])

    def _put_chunk(self, paper: str, chunk: Chunk, heading: str) -> None:
        id_ = f"{paper}-c{chunk.ordinal}"
        self.db.execute(
            "INSERT INTO chunks (id, paper, ordinal, first, last, text, heading, context, same) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (id_, paper, chunk.ordinal, chunk.first, chunk.last, chunk.text, heading, chunk.context, _same(chunk.text)),
        )
        windows = [(f"{id_}.{n}", id_, digest_of(window)) for n, window in enumerate(windows_of(chunk))]
        self.db.executemany("INSERT INTO windows VALUES (?, ?, ?)", windows)

    # Vectors

    def lacking(self, digests: Iterable[str], embedder: str) -> list[str]:
        """Which of these windows have no vector of this embedder yet."""
        sql = "SELECT value FROM json_each(?) WHERE value NOT IN (SELECT digest FROM embeddings WHERE embedder = ?)"
        return [str(row[0]) for row in self.db.execute(sql, (json.dumps(list(digests)), embedder))]

    def put_vectors(self, vectors: Mapping[str, Vector], embedder: str) -> None:
        """Keep vectors by the digest of what was embedded."""
        self.remark("embedder", embedder)
        self.db.executemany(
            "INSERT OR REPLACE INTO embeddings VALUES (?, ?, ?)",
            [(digest, embedder, np.asarray(vector, dtype="<f4").tobytes()) for digest, vector in vectors.items()],
        )

    def scrub(self) -> None:
        """Overwrite what removed papers left in the word lists, the free pages and the write-ahead log.

        Does nothing where nothing was removed. Cut off, it is done again by the next writer.
        """
        if self.meta("scrub"):
            self.db.execute("INSERT INTO chunk_words (chunk_words) VALUES ('optimize')")
            self.db.execute("VACUUM")
            self.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            self.remark("scrub", "")


def _same(text: str) -> str:
    """The hash of a text's words, however they are spaced and cased."""
    return hashlib.sha256(" ".join(text.split()).casefold().encode()).hexdigest()[:16]
