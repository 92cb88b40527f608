"""Takes files in, one after another: hashed, parsed, embedded together, and held each in a transaction of its own."""

from __future__ import annotations

import hashlib
import json
import logging
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from corpus import recognition
from corpus.errors import PaperError, UnknownFormat
from corpus.sidecar import known_of
from corpus.types import Chunk, Paper
from index.paths import FoundFile
from index.report import Report
from index.schema import UNFINISHED
from index.types import Embedder
from index.writing import ID_LENGTH, ParsedText, Writer

Parse = Callable[[Path, str], list[Paper]]
Split = Callable[[Paper], list[Chunk]]

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Parser:
    """How a file becomes papers and chunks, and the fingerprint of whatever does it."""

    parse: Parse
    split: Split
    fingerprint: str


@dataclass(frozen=True, slots=True)
class _Waiting:
    """A file that is parsed and waits for its vectors; `named` is what the same file on disk was called before."""

    found: FoundFile
    parsed: ParsedText
    named: str | None


class Intake:
    """Takes files into a catalogue. `at_once` windows are embedded together: file by file took 1.7 times as long."""

    def __init__(self, writer: Writer, parser: Parser, embedder: Embedder, report: Report, at_once: int) -> None:
        self._writer = writer
        self._parser = parser
        self._embedder = embedder
        self._report = report
        self._at_once = at_once
        self._paths = {Path(root) / file: file for file, root in writer.names()}
        self._waiting: list[_Waiting] = []
        self._windows: dict[str, str] = {}
        self.under_way: list[str] = []

    def take(self, found: FoundFile) -> None:
        """Take one file in; whatever keeps it out is told in the report."""
        try:
            sha256 = sha256_of(found.path)
            os.fsencode(found.file).decode()
        except OSError as error:
            self._report.refuse(found.file, f"cannot be read ({error.strerror}): check its permissions")
            return
        except UnicodeDecodeError:
            self._report.refuse(found.file.encode(errors="replace").decode(), "its name is not UTF-8: rename it")
            return
        if any(sha256 == other.parsed.sha256 or found.file == other.found.file for other in self._waiting):
            self.flush()
        text, held = sha256[:ID_LENGTH], self._writer.file(found.file)
        named = self._paths.get(found.path)
        if held and _clashes(found, held, text):
            self._report.refuse(
                found.file, f"another file of this name is held from {held[0]}: add both with a --root above both"
            )
        elif self._writer.fingerprint(text) == self._fingerprint(found):
            self._name(found, text, named)
        else:
            self._parse(found, sha256, named)

    def flush(self) -> None:
        """Embed and hold what is parsed so far."""
        lacking = self._writer.lacking(self._windows, self._embedder.name)
        made = self._embedder.embed_passages([self._windows[digest] for digest in lacking]) if lacking else ()
        vectors = dict(zip(lacking, made, strict=True))
        for waiting in self._waiting:
            windows = waiting.parsed.windows()
            known = self._writer.file(waiting.found.file) or waiting.named
            with self._writer.transaction():
                self._remark_begun()
                self._writer.put(waiting.found.file, str(waiting.found.root), waiting.parsed)
                mine = {digest: vector for digest, vector in vectors.items() if digest in windows}
                self._writer.put_vectors(mine, self._embedder.name)
                self._rename(waiting.found, waiting.named)
            (self._report.replaced if known else self._report.added).append(waiting.found.file)
        self._waiting.clear()
        self._windows.clear()

    def _name(self, found: FoundFile, text: str, named: str | None) -> None:
        """The text is held: see to it that it is held under this name."""
        held = self._writer.file(found.file)
        if held == (str(found.root), text):
            self._report.unchanged.append(found.file)
            return
        with self._writer.transaction():
            self._remark_begun()
            self._writer.name(found.file, str(found.root), text)
            self._rename(found, named)
        done = (
            self._report.unchanged
            if held and held[1] == text
            else self._report.replaced
            if held
            else self._report.added
        )
        (self._report.renamed if named and named != found.file else done).append(found.file)

    def _parse(self, found: FoundFile, sha256: str, named: str | None) -> None:
        """Parse a file and let it wait for its vectors."""
        try:
            parsed = self._parsed(found, sha256)
        except PaperError as error:
            if isinstance(error, UnknownFormat) and not found.asked:
                self._report.skipped.append(found.file)
            else:
                still = "; its earlier text is still held" if self._writer.file(found.file) else ""
                self._report.refuse(found.file, error.reason + still)
            return
        self._waiting.append(_Waiting(found, parsed, named))
        self._windows |= parsed.windows()
        if len(self._windows) >= self._at_once:
            self.flush()

    def _parsed(self, found: FoundFile, sha256: str) -> ParsedText:
        """A file's papers and chunks.

        Raises:
            PaperError: when it cannot be taken in; a fault of the parser's own is told as one, file by file, so that
                one paper's odd form does not keep the others out.
        """
        try:
            papers = self._parser.parse(found.path, found.file)
            chunked = tuple((paper, tuple(self._parser.split(paper))) for paper in papers)
        except PaperError:
            raise
        except Exception as error:
            _log.debug("parsing %s", found.path, exc_info=True)
            fault = f"{type(error).__name__}: {error}"
            raise PaperError(found.file, f"the parser failed ({fault}): please report it with the paper") from error
        if sha256_of(found.path) != sha256:
            raise PaperError(found.file, "it changed while it was being read: add it again")
        return ParsedText(sha256, self._fingerprint(found), chunked)

    def _fingerprint(self, found: FoundFile) -> str:
        """The parser's fingerprint, with what `papers.csv` says of the file: a corrected date is a reason to parse again.

        So is it, of a PDF, that pictures of pages can be read now.
        Where the table cannot be used it is the parser that says so, when it comes to the file: nothing held matches.
        """
        try:
            known = known_of(found.path, found.file)
        except PaperError:
            return ""
        from corpus.readers import may_have_pages  # noqa: PLC0415 - brings in every reader's library

        reads = may_have_pages(found.file) and recognition.installed()
        parser = f"{self._parser.fingerprint}{'+pictures' if reads else ''}"
        if known is None:
            return parser
        return f"{parser}+{hashlib.sha256(repr(known).encode()).hexdigest()[:8]}"

    def _rename(self, found: FoundFile, named: str | None) -> None:
        """A file on disk is held once, under the name that the latest add gives it."""
        if named and named != found.file:
            self._writer.unname([named])

    def _remark_begun(self) -> None:
        """Remark, with the first change, what is being added: were it cut off, the next command can say so."""
        under_way = set(self._writer.unfinished()) | set(self.under_way)
        self._writer.remark(UNFINISHED, json.dumps(sorted(under_way)))


def sha256_of(path: Path) -> str:
    """The hash of a file's content."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _clashes(found: FoundFile, held: tuple[str, str], text: str) -> bool:
    """Whether the name stands for another file that is still there and says something else."""
    root, held_text = held
    return root != str(found.root) and held_text != text and (Path(root) / found.file).exists()
