"""Looks whether what is held is whole and in step, and mends what can be mended from the catalogue itself."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from corpus.types import Chunk
from index.derived import DerivedVectors, wanted_ids
from index.errors import DamagedIndex, EmptyIndex, VectorsUnavailable
from index.fingerprint import parser_fingerprint
from index.schema import CATALOGUE
from index.types import Embedder
from index.windows import digest_of, windows_of
from index.writing import Writer, writing

EMBED_AT_ONCE = 256
"""Windows embedded and kept in one transaction while repairing: a repair that is cut off loses no more than these."""


@dataclass(slots=True)
class Findings:
    """What was found amiss, what was mended, and what only the user can do. Not frozen: it grows while looking."""

    faults: list[str] = field(default_factory=list)
    repaired: list[str] = field(default_factory=list)
    advice: list[str] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)

    @property
    def sound(self) -> bool:
        """Whether nothing is amiss, or nothing any more."""
        return len(self.faults) == len(self.repaired)


def check(home: Path, embedder: Embedder, derived: DerivedVectors, *, repair: bool = False) -> Findings:
    """Look at a home; with `repair` mend words, vectors and Chroma from what the catalogue holds.

    Raises:
        EmptyIndex: when there is nothing to look at.
        DamagedIndex: when the catalogue itself cannot be read.
        IndexBusy: when another process is writing.
    """
    if not (home / CATALOGUE).is_file():
        raise EmptyIndex(home)
    try:
        return _look(home, embedder, derived, repair=repair)
    except sqlite3.DatabaseError as error:
        raise DamagedIndex(home / CATALOGUE, str(error)) from error


def _look(home: Path, embedder: Embedder, derived: DerivedVectors, *, repair: bool) -> Findings:
    """Everything in turn, from what all rests on to what is derived from it."""
    findings = Findings()
    with writing(home) as writer:
        _check_tables(writer, findings, repair=repair)
        _check_words(writer, findings, repair=repair)
        _check_vectors(writer, embedder, findings, repair=repair)
        _check_scrub(writer, findings, repair=repair)
        _check_chroma(writer, derived, findings, repair=repair)
        _advise(writer, findings)
        for table in ("files", "texts", "papers", "paragraphs", "chunks", "windows"):
            findings.counts[table] = _count(writer.db, f"SELECT count(*) FROM {table}")
    return findings


def _check_tables(writer: Writer, findings: Findings, *, repair: bool) -> None:
    """Whether SQLite finds its file sound, and every row belongs somewhere.

    Raises:
        sqlite3.DatabaseError: when it does not: nothing in such a file can be relied on.
    """
    verdict = str(writer.db.execute("PRAGMA quick_check(1)").fetchone()[0])
    if verdict != "ok":
        raise sqlite3.DatabaseError(verdict)
    astray = len(writer.db.execute("PRAGMA foreign_key_check").fetchall())
    if astray:
        findings.faults.append(f"{astray} rows belong to nothing that is held: move the catalogue away and add again")
    nameless = "FROM texts WHERE id NOT IN (SELECT text FROM files)"
    if _count(writer.db, f"SELECT count(*) {nameless}"):
        findings.faults.append("there are texts that no file has")
        if repair:
            with writer.transaction():
                writer.db.execute(f"DELETE {nameless}")
                writer.remark("scrub", "wanted")
            findings.repaired.append("texts that no file has were taken out")


def _check_words(writer: Writer, findings: Findings, *, repair: bool) -> None:
    """Whether the full text agrees with the chunks."""
    try:
        writer.db.execute("INSERT INTO chunk_words (chunk_words, rank) VALUES ('integrity-check', 1)")
    except sqlite3.DatabaseError:
        findings.faults.append("the full text is out of step with the papers")
        if repair:
            writer.db.execute("INSERT INTO chunk_words (chunk_words) VALUES ('rebuild')")
            findings.repaired.append("the full text was built anew")


def _check_vectors(writer: Writer, embedder: Embedder, findings: Findings, *, repair: bool) -> None:
    """Whether every window has a vector, all of the embedder that is set, and no vector is left over."""
    held = writer.embedder()
    if held and held != embedder.name:
        findings.faults.append(f"the vectors are of the embedder {held!r}, not of {embedder.name!r}")
        if repair:
            _embed(writer, embedder)
            findings.repaired.append(f"every window was embedded anew with {embedder.name!r}")
    lacking = len(list(_lacking(writer.db, embedder.name))) if not held or held == embedder.name else 0
    if lacking:
        findings.faults.append(f"{lacking} chunks lack vectors")
        if repair:
            _embed(writer, embedder)
            findings.repaired.append(f"{lacking} chunks were embedded")
    over = "FROM embeddings WHERE embedder <> ? OR digest NOT IN (SELECT digest FROM windows)"
    if _count(writer.db, f"SELECT count(*) {over}", writer.meta("embedder")):
        findings.faults.append("there are vectors that nothing held has use for")
        if repair:
            with writer.transaction():
                writer.db.execute(f"DELETE {over}", (embedder.name,))
                writer.remark("scrub", "wanted")
            findings.repaired.append("vectors that nothing held has use for were taken out")


def _check_scrub(writer: Writer, findings: Findings, *, repair: bool) -> None:
    """Whether traces of removed papers are left, where the removing was cut off."""
    if writer.meta("scrub"):
        findings.faults.append("traces of removed papers are left in the file")
        if repair:
            writer.scrub()
            findings.repaired.append("traces of removed papers were overwritten")


def _check_chroma(writer: Writer, derived: DerivedVectors, findings: Findings, *, repair: bool) -> None:
    """Whether Chroma is sound and in step."""
    generation, embedder = int(writer.meta("generation", "0")), writer.meta("embedder")
    stamp = derived.stamp()
    in_step = stamp is not None and (stamp.generation, stamp.embedder) == (generation, embedder)
    try:
        if in_step and stamp and stamp.count == len(wanted_ids(writer.db, embedder)) and derived.is_sound(stamp):
            return
        findings.faults.append("Chroma's vectors are broken" if in_step else "Chroma's vectors are out of step")
        if repair:
            derived.sync(writer.db, generation, embedder)
            findings.repaired.append("Chroma's vectors were brought into step")
    except VectorsUnavailable as fault:
        findings.faults.append(str(fault))


def _advise(writer: Writer, findings: Findings) -> None:
    """What is no fault, but for the user to see to."""
    old = _count(writer.db, "SELECT count(*) FROM texts WHERE fingerprint NOT LIKE ?", f"{parser_fingerprint()}%")
    if old:
        findings.advice.append(f"{old} files were parsed by another version of the parser: add their folders again")
    cut_off = writer.unfinished()
    if cut_off:
        findings.advice.append(f"adding was cut off: run `python -m index add {' '.join(cut_off)}` again")


def _lacking(db: sqlite3.Connection, embedder: str) -> Iterator[Chunk]:
    """The chunks with a window that has no vector of this embedder."""
    sql = (
        "SELECT ordinal, first, last, context, text FROM chunks WHERE id IN (SELECT chunk FROM windows "
        "WHERE digest NOT IN (SELECT digest FROM embeddings WHERE embedder = ?))"
    )
    for ordinal, first, last, context, text in db.execute(sql, (embedder,)).fetchall():
        yield Chunk(int(ordinal), int(first), int(last), str(context), str(text))


def _embed(writer: Writer, embedder: Embedder) -> None:
    """Embed what lacks a vector of this embedder."""
    windows = {
        digest_of(window): window for chunk in _lacking(writer.db, embedder.name) for window in windows_of(chunk)
    }
    digests = writer.lacking(windows, embedder.name)
    for start in range(0, len(digests), EMBED_AT_ONCE):
        batch = digests[start : start + EMBED_AT_ONCE]
        vectors = embedder.embed_passages([windows[digest] for digest in batch])
        with writer.transaction():
            writer.put_vectors(dict(zip(batch, vectors, strict=True)), embedder.name)


def _count(db: sqlite3.Connection, sql: str, *values: str) -> int:
    return int(db.execute(sql, values).fetchone()[0])
