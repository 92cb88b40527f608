"""Adds papers in the background, and says how far it has come: a file at a time, whether it was added, and if not, why."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeVar

from corpus.recognition import WATCH
from index.build import Build
from index.errors import IndexBusy, IndexFault
from index.report import Report
from index.uploads import NO_READER, UPLOADED

WAIT_TO_ADD = 600.0
"""Seconds that an add waits for another writer: it works in the background, and the reader is told that it waits."""
WAIT_TO_REMOVE = 10.0
"""Seconds that a reader waits for a removal or a correction: longer than the index takes to be mended at the start."""
TRY_AGAIN = 0.2

T = TypeVar("T")
State = Literal["waiting", "reading", "read", "added", "changed", "unchanged", "refused", "passed over", "used"]

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class FileState:
    """How far a file has come; `reason` says why where it was refused or passed over, or which page takes its time.

    A table of known things is "used".
    """

    file: str
    state: State
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an add has come. `fault` is what stopped it, or ""."""

    files: tuple[FileState, ...]
    done: bool
    fault: str = ""

    def count(self, *states: State) -> int:
        """How many files are in one of these states."""
        return sum(file.state in states for file in self.files)


class Adding:
    """One add in a thread of its own. Ask `progress` as often as you like."""

    def __init__(
        self,
        build: Callable[[], Build],
        paths: Sequence[Path],
        root: Path | None,
        then: Callable[[], object],
        besides: Sequence[FileState] = (),
    ) -> None:
        """Begin. `besides` are files that were given too and are no papers, to be told in the same report."""
        self._build, self._paths, self._root, self._then = build, list(paths), root, then
        self._besides = tuple(besides)
        self._names: list[str] = []
        self._begun = ""
        self._page = ""
        self._report = Report()
        self._done = False
        self._fault = ""
        self._thread = threading.Thread(target=self._work, name="adding", daemon=True)
        self._thread.start()

    def join(self, seconds: float | None = None) -> None:
        """Wait until it is done."""
        self._thread.join(seconds)

    @property
    def progress(self) -> Progress:
        """How far it has come."""
        report, begun, done = self._report, self._begun, self._done
        states: dict[str, FileState] = {}
        reached = not begun
        for name in self._names:
            reached = reached or name == begun
            state: State = "reading" if name == begun and not done else "waiting" if reached else "read"
            states[name] = FileState(name, state, self._page if state == "reading" else "")
        for kind, files in (
            ("added", [*report.added, *report.renamed]),
            ("changed", report.replaced),
            ("unchanged", report.unchanged),
        ):
            states |= {file: FileState(file, kind) for file in list(files)}  # type: ignore[arg-type] # of the states above
        states |= {file: FileState(file, "passed over", NO_READER) for file in list(report.skipped)}
        states |= {one.file: FileState(one.file, "refused", one.reason) for one in list(report.refused)}
        return Progress((*states.values(), *self._besides), done, self._fault)

    def _work(self) -> None:
        WATCH.set(self._watch_pages)
        try:
            build = self._build()
            self._report = patiently(lambda: build.add(self._paths, self._root, watch=self._watch), WAIT_TO_ADD)
            self._then()
        except IndexFault as fault:
            self._fault = str(fault)
        except Exception as fault:  # noqa: BLE001 - the thread would end in silence
            _log.exception("adding papers failed")
            self._fault = f"adding failed ({type(fault).__name__}: {fault}): add the same again, what is held is whole"
        finally:
            self._done = True

    def _watch(self, names: Sequence[str], begun: str, report: Report) -> None:
        self._names, self._begun, self._report, self._page = list(names), begun, report, ""

    def _watch_pages(self, page: int, pages: int) -> None:
        self._page = f"page {page} of {pages} is a picture, which takes some seconds"


def patiently(work: Callable[[], T], seconds: float) -> T:
    """Do what writes to a home; while something else writes there, try again for so many seconds.

    Raises:
        IndexBusy: something else was still writing then.
    """
    begun = time.monotonic()
    while True:
        try:
            return work()
        except IndexBusy:
            if time.monotonic() - begun > seconds:
                raise
            time.sleep(TRY_AGAIN)


def remove_paper(build: Build, file: str) -> Report:
    """Hold a file no longer; one that was given in the browser goes from the disk, others stay where they lie."""
    report = patiently(lambda: build.remove([file]), WAIT_TO_REMOVE)
    folder = (build.home / UPLOADED).resolve()
    path = (folder / file).resolve()
    if report.removed and path.is_relative_to(folder):
        path.unlink(missing_ok=True)
    return report
