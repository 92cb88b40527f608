"""Adds papers in the background, and says how far it has come: a file at a time, whether it was added, and if not, why."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Literal, TypeVar

from index.build import Build
from index.errors import IndexBusy, IndexFault, WrongPath
from index.report import Report

UPLOADED = "papers"
"""Folder in the home for files that were given in the browser: they have no place of their own on this machine."""

WAIT_TO_ADD = 600.0
"""Seconds that an add waits for another writer: it works in the background, and the reader is told that it waits."""
WAIT_TO_REMOVE = 10.0
"""Seconds that a reader waits for a removal or a correction: longer than the index takes to be mended at the start."""
TRY_AGAIN = 0.2

T = TypeVar("T")
State = Literal["waiting", "reading", "read", "added", "changed", "unchanged", "refused", "passed over"]

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class FileState:
    """How far a file has come; `reason` says why where it was refused."""

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
        self, build: Callable[[], Build], paths: Sequence[Path], root: Path | None, then: Callable[[], object]
    ) -> None:
        self._build, self._paths, self._root, self._then = build, list(paths), root, then
        self._names: list[str] = []
        self._begun = ""
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
            states[name] = FileState(name, state)
        for kind, files in (
            ("added", [*report.added, *report.renamed]),
            ("changed", report.replaced),
            ("unchanged", report.unchanged),
            ("passed over", report.skipped),
        ):
            states |= {file: FileState(file, kind) for file in list(files)}  # type: ignore[arg-type] # of the states above
        states |= {one.file: FileState(one.file, "refused", one.reason) for one in list(report.refused)}
        return Progress(tuple(states.values()), done, self._fault)

    def _work(self) -> None:
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
        self._names, self._begun, self._report = list(names), begun, report


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


def keep_upload(home: Path, name: str, content: bytes) -> Path:
    """Write a file that was given in the browser into the home, under its own name; the same content stays one file.

    Raises:
        WrongPath: its name leads elsewhere, or is none.
    """
    parts = [part for part in PurePosixPath(name.replace("\\", "/")).parts if part not in ("/", "")]
    if not parts or any(part.startswith(".") for part in parts):
        raise WrongPath(f"{name!r} is no name for a file: rename it")
    folder = home / UPLOADED
    path = folder.joinpath(*parts)
    if not path.resolve().is_relative_to(folder.resolve()):
        raise WrongPath(f"{name!r} is no name for a file: rename it")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def remove_paper(build: Build, file: str) -> Report:
    """Hold a file no longer; one that was given in the browser goes from the disk, others stay where they lie."""
    report = patiently(lambda: build.remove([file]), WAIT_TO_REMOVE)
    folder = (build.home / UPLOADED).resolve()
    path = (folder / file).resolve()
    if report.removed and path.is_relative_to(folder):
        path.unlink(missing_ok=True)
    return report
