"""The write side: adds papers to a home and removes them, a file at a time, whole or not at all."""

from __future__ import annotations

import hashlib
import json
import logging
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from tqdm import tqdm

from corpus.errors import PaperError, UnknownFormat
from corpus.types import Chunk, Paper
from index import settings
from index.derived import DerivedVectors
from index.embedders import embedder
from index.errors import EmbedderMismatch, VectorsUnavailable
from index.fingerprint import parser_fingerprint
from index.paths import FoundFile, FoundFolder, find
from index.schema import UNFINISHED
from index.types import Embedder, Vector
from index.writing import ID_LENGTH, ParsedText, Writer, writing

Parse = Callable[[Path, str], list[Paper]]
Split = Callable[[Paper], list[Chunk]]

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Refusal:
    """A file that was not taken in, and what to do about it."""

    file: str
    reason: str


@dataclass(slots=True)
class Report:
    """What adding or removing did, by file. Not frozen: it is written as the work goes on, and given when it stops."""

    added: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    replaced: list[str] = field(default_factory=list)
    renamed: list[str] = field(default_factory=list)
    refused: list[Refusal] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)
    vanished: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    interrupted: bool = False


def parse_file(path: Path, file: str) -> list[Paper]:
    """The project's own parser, imported when first needed."""
    from corpus.parse import parse_file as parse  # noqa: PLC0415 - brings in every reader's library

    return parse(path, file)


def split(paper: Paper) -> list[Chunk]:
    """The project's own chunks, imported when first needed."""
    from corpus.chunk import chunks  # noqa: PLC0415 - see above

    return chunks(paper)


class Build:
    """Adds to and removes from one home with one embedder. `parse` and `chunk` may be replaced in tests.

    Use `Build.open()`. Without `derived` no Chroma is kept, and search goes through the catalogue's own vectors.
    """

    def __init__(
        self,
        home: Path,
        model: Embedder,
        parse: Parse | None = None,
        chunk: Split | None = None,
        derived: DerivedVectors | None = None,
    ) -> None:
        self.home = home
        self.derived = derived
        self.embedder = model
        self.parse = parse or parse_file
        self.chunk = chunk or split
        self.fingerprint = parser_fingerprint()
        self._under_way: list[str] = []

    @classmethod
    def open(cls, home: Path | None = None) -> Self:
        """What writes to a home, as the settings say.

        Raises:
            WrongSetting: when a MATTERS_ setting is wrong.
        """
        given = settings.load(home=home)
        return cls(given.home, embedder(given.embedder), derived=DerivedVectors(given.home, given.chroma))

    def add(self, paths: Sequence[Path], root: Path | None = None, *, prune: bool = False) -> Report:
        """Add files, and what lies in folders; what is held already and unchanged costs only its hash.

        Ctrl-C ends the work after the last whole file, and is told in the report.

        Raises:
            EmbedderMismatch: when the home's vectors were made by another embedder.
            IndexBusy: when another process is writing.
            WrongPath: when a path does not lie under the root.
        """
        files, folders, missing = find(paths, root, self.home)
        report = Report(refused=[Refusal(path, reason) for path, reason in missing])
        self._under_way = [str(path.absolute()) for path in paths]
        with writing(self.home) as writer:
            self._claim(writer)
            try:
                self._vanished(writer, files, folders, report, prune=prune)
                held = {Path(root) / file: file for file, root in writer.names()}
                for found in tqdm(files, desc="adding", unit="file", disable=None, file=sys.stderr):
                    self._add_file(writer, found, held.get(found.path), report)
                self._whole(writer)
            except KeyboardInterrupt:
                report.interrupted = True
            self._finish(writer)
        return report

    def remove(self, files: Iterable[str]) -> Report:
        """Remove files by their names in the index, and their text and vectors from the disk.

        Raises:
            IndexBusy: when another process is writing.
        """
        report = Report()
        with writing(self.home) as writer:
            for file in files:
                if writer.file(file):
                    report.removed.append(file)
                else:
                    report.refused.append(Refusal(file, "no file of this name is held: see `python -m index list`"))
            with writer.transaction():
                writer.unname(report.removed)
            self._finish(writer)
        return report

    def _begun(self, writer: Writer) -> None:
        """Remark, with the first change, what is being added: were it cut off, the next command can say so."""
        under_way = set(writer.unfinished()) | set(self._under_way)
        writer.remark(UNFINISHED, json.dumps(sorted(under_way)))

    def _whole(self, writer: Writer) -> None:
        """Everything that was to be added is."""
        before = set(writer.unfinished())
        left = sorted(before - set(self._under_way))
        if before:
            writer.remark(UNFINISHED, json.dumps(left) if left else "")

    def _finish(self, writer: Writer) -> None:
        """Scrub what was removed, and bring Chroma into step; both are done by the next writer where this one is cut off."""
        writer.scrub()
        if self.derived:
            try:
                self.derived.sync(writer.db, int(writer.meta("generation", "0")), writer.meta("embedder"))
            except VectorsUnavailable as fault:
                _log.warning("%s. The papers are held all the same.", fault)

    def _claim(self, writer: Writer) -> None:
        """Refuse to mix two embedders' vectors; a home without any takes this one's."""
        held = writer.meta("embedder")
        if held and held != self.embedder.name:
            raise EmbedderMismatch(held, self.embedder.name)
        if not held:
            writer.remark("embedder", self.embedder.name)

    def _vanished(
        self, writer: Writer, files: Sequence[FoundFile], folders: Sequence[FoundFolder], report: Report, *, prune: bool
    ) -> None:
        """Find what was added from these folders and is no longer there; remove it when pruning."""
        here = {found.path for found in files}
        for folder in folders:
            for file in writer.files_of_root(str(folder.root)):
                path = folder.root / file
                if file.startswith(folder.prefix) and path not in here and not path.exists():
                    report.vanished.append(file)
        if prune and report.vanished:
            with writer.transaction():
                writer.unname(report.vanished)
            report.removed.extend(report.vanished)

    def _add_file(self, writer: Writer, found: FoundFile, named: str | None, report: Report) -> None:
        """Add one file; whatever keeps it out is told in the report."""
        try:
            sha256 = _sha256(found.path)
            os.fsencode(found.file).decode()
        except OSError as error:
            report.refused.append(Refusal(found.file, f"cannot be read ({error.strerror}): check its permissions"))
            return
        except UnicodeDecodeError:
            name = found.file.encode(errors="replace").decode()
            report.refused.append(Refusal(name, "its name is not UTF-8: rename it"))
            return
        text, held = sha256[:ID_LENGTH], writer.file(found.file)
        if held and self._clashes(found, held, text):
            reason = f"another file of this name is held from {held[0]}: add both with a --root above both"
            report.refused.append(Refusal(found.file, reason))
        elif writer.fingerprint(text) == self.fingerprint:
            self._name(writer, found, text, named, report)
        else:
            self._take_in(writer, found, sha256, named, report)

    @staticmethod
    def _clashes(found: FoundFile, held: tuple[str, str], text: str) -> bool:
        """Whether the name stands for another file that is still there and says something else."""
        root, held_text = held
        return root != str(found.root) and held_text != text and (Path(root) / found.file).exists()

    def _name(self, writer: Writer, found: FoundFile, text: str, named: str | None, report: Report) -> None:
        """The text is held: see to it that it is held under this name."""
        held = writer.file(found.file)
        if held == (str(found.root), text):
            report.unchanged.append(found.file)
            return
        with writer.transaction():
            self._begun(writer)
            writer.name(found.file, str(found.root), text)
            self._rename(writer, found, named)
        done = report.unchanged if held and held[1] == text else report.replaced if held else report.added
        (report.renamed if named and named != found.file else done).append(found.file)

    def _take_in(self, writer: Writer, found: FoundFile, sha256: str, named: str | None, report: Report) -> None:
        """Parse, embed and hold one file in one transaction."""
        try:
            parsed = self._parsed(found, sha256)
        except PaperError as error:
            if isinstance(error, UnknownFormat) and not found.asked:
                report.skipped.append(found.file)
            else:
                still = "; its earlier text is still held" if writer.file(found.file) else ""
                report.refused.append(Refusal(found.file, error.reason + still))
            return
        windows = parsed.windows()
        lacking = writer.lacking(windows, self.embedder.name)
        vectors: Iterable[Vector] = (
            self.embedder.embed_passages([windows[digest] for digest in lacking]) if lacking else ()
        )
        known = writer.file(found.file)
        with writer.transaction():
            self._begun(writer)
            writer.put(found.file, str(found.root), parsed)
            writer.put_vectors(dict(zip(lacking, vectors, strict=True)), self.embedder.name)
            self._rename(writer, found, named)
        (report.replaced if known or named else report.added).append(found.file)

    @staticmethod
    def _rename(writer: Writer, found: FoundFile, named: str | None) -> None:
        """A file on disk is held once, under the name that the latest add gives it."""
        if named and named != found.file:
            writer.unname([named])

    def _parsed(self, found: FoundFile, sha256: str) -> ParsedText:
        """A file's papers and chunks.

        Raises:
            PaperError: when it cannot be taken in; a fault of the parser's own is told as one, file by file, so that
                one paper's odd form does not keep the others out.
        """
        try:
            papers = self.parse(found.path, found.file)
            chunked = tuple((paper, tuple(self.chunk(paper))) for paper in papers)
        except PaperError:
            raise
        except Exception as error:
            _log.debug("parsing %s", found.path, exc_info=True)
            fault = f"{type(error).__name__}: {error}"
            raise PaperError(found.file, f"the parser failed ({fault}): please report it with the paper") from error
        if _sha256(found.path) != sha256:
            raise PaperError(found.file, "it changed while it was being read: add it again")
        return ParsedText(sha256, self.fingerprint, chunked)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
