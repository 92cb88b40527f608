"""The write side: adds papers to a home and removes them, a file at a time, whole or not at all."""

from __future__ import annotations

import json
import logging
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Self

from tqdm import tqdm

from corpus.types import Chunk, Paper
from index import settings
from index.beside import tell_beside
from index.derived import DerivedVectors
from index.embedders import embedder
from index.errors import EmbedderMismatch, VectorsUnavailable
from index.fingerprint import parser_fingerprint
from index.intake import Intake, Parse, Parser, Split
from index.paths import FoundFile, FoundFolder, find
from index.report import Refusal, Report
from index.schema import UNFINISHED
from index.types import Embedder
from index.writing import Writer, writing

EMBED_AT_ONCE = 256
"""Windows embedded together, whatever files they are of: some seconds' work, which is what a crash can cost."""

Watch = Callable[[Sequence[str], str, Report], None]

_log = logging.getLogger(__name__)


def _nobody(_files: Sequence[str], _begun: str, _report: Report) -> None:
    """Watches nothing."""


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
        self.embedder = model
        self.derived = derived
        self.parser = Parser(parse or parse_file, chunk or split, parser_fingerprint())
        self.at_once = EMBED_AT_ONCE

    @classmethod
    def open(cls, home: Path | None = None) -> Self:
        """What writes to a home, as the settings say.

        Raises:
            WrongSetting: when a MATTERS_ setting is wrong.
        """
        given = settings.load(home=home)
        return cls(given.home, embedder(given.embedder), derived=DerivedVectors(given.home, given.chroma_url))

    def add(
        self, paths: Sequence[Path], root: Path | None = None, *, prune: bool = False, watch: Watch = _nobody
    ) -> Report:
        """Add files, and what lies in folders; what is held already and unchanged costs only its hash.

        `watch` is told all the files' names, the one that is begun and the report so far. Ctrl-C ends the work; files that were held by then are whole, and the report says that it was interrupted.

        Raises:
            EmbedderMismatch: when the home's vectors were made by another embedder.
            IndexBusy: when another process is writing.
            WrongPath: when a path does not lie under the root.
        """
        files, folders, missing = find(paths, root, self.home)
        report = Report(refused=[Refusal(path, reason) for path, reason in missing])
        with writing(self.home) as writer:
            self._claim(writer)
            try:
                _vanished(writer, files, folders, report, prune=prune)
                intake = Intake(writer, self.parser, self.embedder, report, self.at_once)
                intake.under_way = [str(path.absolute()) for path in paths]
                names = [found.file for found in files]
                for found in tqdm(files, desc="adding", unit="file", disable=None, file=sys.stderr):
                    watch(names, found.file, report)
                    intake.take(found)
                intake.flush()
                _whole(writer, intake.under_way)
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
                    report.refuse(file, "no file of this name is held: see `python -m index list`")
            with writer.transaction():
                writer.unname(report.removed)
            self._finish(writer)
        return report

    def _claim(self, writer: Writer) -> None:
        """Refuse to mix two embedders' vectors."""
        held = writer.embedder()
        if held and held != self.embedder.name:
            raise EmbedderMismatch(held, self.embedder.name)

    def _finish(self, writer: Writer) -> None:
        """Tell councils by the papers beside, scrub what was removed, and bring Chroma into step; the next writer does so where this one is cut off."""
        tell_beside(writer)
        writer.scrub()
        if self.derived:
            try:
                self.derived.sync(writer.db, int(writer.meta("generation", "0")), writer.meta("embedder"))
            except VectorsUnavailable as fault:
                _log.warning(
                    "%s. The papers are held and found all the same; their vectors are finished by the next add, or by "
                    "`python -m index check --repair`, once it is back.",
                    fault,
                )


def _vanished(
    writer: Writer, files: Sequence[FoundFile], folders: Sequence[FoundFolder], report: Report, *, prune: bool
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


def _whole(writer: Writer, under_way: Sequence[str]) -> None:
    """Everything that was to be added is: forget that it was under way."""
    before = set(writer.unfinished())
    if before:
        left = sorted(before - set(under_way))
        writer.remark(UNFINISHED, json.dumps(left) if left else "")
