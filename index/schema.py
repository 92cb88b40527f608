"""The catalogue's tables, and how its file is opened for reading and for writing."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

from index.errors import DamagedIndex, EmptyIndex, OutdatedIndex

VERSION = "5"
"""Layout of the tables below. A catalogue of another layout is refused: the papers are still on disk, to be added again."""
_READ_PAGES = """
CREATE TABLE read_pages (
  paper TEXT NOT NULL REFERENCES papers ON DELETE CASCADE, page INTEGER NOT NULL, lines TEXT NOT NULL,
  PRIMARY KEY (paper, page)
) WITHOUT ROWID
"""
UPGRADES = {
    "2": ("ALTER TABLE papers ADD COLUMN month TEXT",),
    "3": ("ALTER TABLE papers ADD COLUMN council TEXT", "ALTER TABLE papers ADD COLUMN beside TEXT"),
    "4": ("ALTER TABLE paragraphs ADD COLUMN from_picture INTEGER NOT NULL DEFAULT 0", _READ_PAGES),
}
"""The layouts before, each with what brings it to the next one: it is brought up when it is opened.

What is new is empty then: months, councils and the places of words on pictures come with the next add.
"""

CATALOGUE = "catalogue.sqlite"
UNFINISHED = "unfinished"
"""Key of the remark of what is being added, or was when the work was cut off."""
BUSY_SECONDS = 30.0
CACHE_KB = 65_536
"""Pages kept by a reader, in kB: with the 2 MB that SQLite keeps unasked, the word lists were read again for every question."""

TOKENIZER = "porter unicode61 remove_diacritics 2"
"""Stems English and folds accents: "resolved" finds "resolution"'s stem, "Sean" finds "Seán"."""

TABLES = f"""
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

-- A text is a file's content; the same content under several names is one text.
CREATE TABLE texts (
  id TEXT PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE, fingerprint TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE files (
  file TEXT PRIMARY KEY, root TEXT NOT NULL, text TEXT NOT NULL REFERENCES texts ON DELETE CASCADE
) WITHOUT ROWID;
CREATE INDEX files_by_text ON files (text);

-- `month` is the first day of the month of the meeting, where no date is known; `council` is what the paper prints, `beside`
-- the council that the papers beside it tell, where it prints none, or prints another spelling.
CREATE TABLE papers (
  id TEXT PRIMARY KEY, text TEXT NOT NULL REFERENCES texts ON DELETE CASCADE, part INTEGER NOT NULL,
  title TEXT NOT NULL, body TEXT, date TEXT, kind TEXT NOT NULL, draft INTEGER NOT NULL, paragraphs INTEGER NOT NULL,
  month TEXT, council TEXT, beside TEXT
) WITHOUT ROWID;
CREATE INDEX papers_by_text ON papers (text);
CREATE INDEX papers_by_body ON papers (body, date);

CREATE TABLE paragraphs (
  id TEXT PRIMARY KEY, paper TEXT NOT NULL REFERENCES papers ON DELETE CASCADE, ordinal INTEGER NOT NULL,
  text TEXT NOT NULL, type TEXT NOT NULL, label TEXT NOT NULL, locator TEXT NOT NULL, heading TEXT NOT NULL,
  start INTEGER NOT NULL, "end" INTEGER NOT NULL, page INTEGER, printed_page TEXT,
  from_picture INTEGER NOT NULL DEFAULT 0,
  UNIQUE (paper, ordinal)
);

-- The pages of a paper that were read from their pictures: each line, and where it stands on the page, as JSON.
{_READ_PAGES};

-- Each printed number of a paragraph's label, folded: "(3)" is "3", "Item 5" is "5".
CREATE TABLE numbers (
  number TEXT NOT NULL, paragraph TEXT NOT NULL REFERENCES paragraphs ON DELETE CASCADE,
  PRIMARY KEY (number, paragraph)
) WITHOUT ROWID;
CREATE INDEX numbers_by_paragraph ON numbers (paragraph);

CREATE TABLE chunks (
  rowid INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, paper TEXT NOT NULL REFERENCES papers ON DELETE CASCADE,
  ordinal INTEGER NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL,
  text TEXT NOT NULL, heading TEXT NOT NULL, context TEXT NOT NULL,
  same TEXT NOT NULL -- the hash of its words: chunks with the same hash say the same
);
CREATE INDEX chunks_by_paper ON chunks (paper, ordinal);
CREATE INDEX chunks_by_words ON chunks (same);

-- The windows of a chunk that are embedded, by the SHA-256 of their text: an unchanged window is never embedded again.
CREATE TABLE windows (
  id TEXT PRIMARY KEY, chunk TEXT NOT NULL REFERENCES chunks (id) ON DELETE CASCADE, digest TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX windows_by_chunk ON windows (chunk);
CREATE INDEX windows_by_digest ON windows (digest);

-- With row ids, unlike the tables above: without, a vector of 1.5 kB is put into a page of 4 kB by itself.
CREATE TABLE embeddings (
  digest TEXT NOT NULL, embedder TEXT NOT NULL, vector BLOB NOT NULL, PRIMARY KEY (digest, embedder)
);

CREATE VIRTUAL TABLE chunk_words USING fts5 (
  text, heading, context, content = 'chunks', content_rowid = 'rowid', tokenize = '{TOKENIZER}'
);
CREATE VIRTUAL TABLE vocabulary USING fts5vocab (chunk_words, row);

CREATE TRIGGER chunk_added AFTER INSERT ON chunks BEGIN
  INSERT INTO chunk_words (rowid, text, heading, context) VALUES (new.rowid, new.text, new.heading, new.context);
END;
CREATE TRIGGER chunk_removed AFTER DELETE ON chunks BEGIN
  INSERT INTO chunk_words (chunk_words, rowid, text, heading, context)
  VALUES ('delete', old.rowid, old.text, old.heading, old.context);
END;

-- A paper with the file it is cited by: the first of its names.
CREATE VIEW held AS
  SELECT papers.*, (SELECT min(file) FROM files WHERE files.text = papers.text) AS file FROM papers;
"""


def open_to_write(home: Path) -> sqlite3.Connection:
    """A connection that may write, the tables made where there are none yet.

    Raises:
        DamagedIndex: when the file is no catalogue or is damaged.
        OutdatedIndex: when it was laid out by another version.
    """
    home.mkdir(parents=True, exist_ok=True)
    path = home / CATALOGUE
    db = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)
    try:
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA foreign_keys = ON")
        # What is deleted is overwritten with zeros: a removed paper must not be found in the file's free pages.
        db.execute("PRAGMA secure_delete = ON")
        if not db.execute("SELECT 1 FROM sqlite_master WHERE name = 'meta'").fetchone():
            db.executescript(f"BEGIN IMMEDIATE; {TABLES} INSERT INTO meta VALUES ('version', '{VERSION}'); COMMIT;")
        _bring_up(db)
        _check_version(db, path)
    except sqlite3.DatabaseError as error:
        db.close()
        raise DamagedIndex(path, str(error)) from error
    except OutdatedIndex:
        db.close()
        raise
    return db


def open_to_read(home: Path) -> sqlite3.Connection:
    """A connection that only reads; it may be open while another process writes.

    Raises:
        EmptyIndex: when there is no catalogue here.
        DamagedIndex: when the file is no catalogue or is damaged.
        OutdatedIndex: when it was laid out by another version.
    """
    path = home / CATALOGUE
    if not path.is_file():
        raise EmptyIndex(home)
    db = _connect_to_read(path)
    try:
        if not db.execute("SELECT 1 FROM sqlite_master WHERE name = 'meta'").fetchone():
            raise EmptyIndex(home)  # noqa: TRY301 - the connection is closed below
        if _version(db) in UPGRADES and os.access(path, os.W_OK):
            db.close()
            open_to_write(home).close()
            db = _connect_to_read(path)
        _check_version(db, path)
        db.execute("PRAGMA temp_store = MEMORY")
        db.execute(f"PRAGMA cache_size = -{CACHE_KB}")
    except sqlite3.DatabaseError as error:
        db.close()
        raise DamagedIndex(path, str(error)) from error
    except (EmptyIndex, OutdatedIndex):
        db.close()
        raise
    return db


def _connect_to_read(path: Path) -> sqlite3.Connection:
    # Read-only by its mode: what a reader may see is remarked in tables of the connection's own (see `index.closed`).
    return sqlite3.connect(
        f"{path.absolute().as_uri()}?mode=ro",
        uri=True,
        timeout=BUSY_SECONDS,
        isolation_level=None,
        check_same_thread=False,
    )


def _bring_up(db: sqlite3.Connection) -> None:
    """Bring an earlier layout up to this one, unless another process has just done so."""
    while _version(db) in UPGRADES:
        db.execute("BEGIN IMMEDIATE")
        version = _version(db)
        for change in UPGRADES.get(version, ()):
            db.execute(change)
        if version in UPGRADES:
            db.execute("UPDATE meta SET value = ? WHERE key = 'version'", (str(int(version) + 1),))
        db.execute("COMMIT")


def _version(db: sqlite3.Connection) -> str:
    found = db.execute("SELECT value FROM meta WHERE key = 'version'").fetchone()
    return str(found[0]) if found else "unknown"


def _check_version(db: sqlite3.Connection, path: Path) -> None:
    """Refuse a catalogue that another version laid out."""
    found = _version(db)
    if found != VERSION:
        raise OutdatedIndex(path, found)
