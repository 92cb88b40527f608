"""Files given in the browser: kept in the home, each by its place in the folder that was given, with its tables."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from corpus.errors import PaperError, UnknownFormat
from corpus.readers import format_of
from corpus.sidecar import NAME, BadSidecar, correct, rows_of
from index.errors import WrongPath

UPLOADED = "papers"
"""Folder in the home for files that were given in the browser: they have no place of their own on this machine."""
NO_READER = "no reader knows such files (save it as PDF or .docx)"
HIDDEN = "a hidden file, or one that a program keeps for itself"


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of files that were given: papers to add, tables that speak of them, and what is no paper, and why."""

    papers: tuple[Path, ...]
    tables: tuple[str, ...]
    passed: tuple[tuple[str, str], ...]


def keep(home: Path, given: Iterable[tuple[str, Callable[[], bytes]]]) -> Kept:
    """Keep files, each given as its path in its folder and what reads it; those that cannot be papers are not kept."""
    papers: list[Path] = []
    tables: list[str] = []
    passed: list[tuple[str, str]] = []
    for name, content in given:
        path = PurePosixPath(name.replace("\\", "/"))
        try:
            if any(part.startswith((".", "~$")) and part != ".." for part in path.parts):
                passed.append((name, HIDDEN))
            elif path.name == NAME:
                _keep_table(home, name, content())
                tables.append(name)
            else:
                data = content()
                format_of(name, data)
                papers.append(keep_upload(home, name, data))
        except WrongPath as fault:
            passed.append((name, str(fault)))
        except UnknownFormat:
            passed.append((name, NO_READER))
        except PaperError as fault:
            passed.append((name, fault.reason))
    return Kept(tuple(papers), tuple(tables), tuple(passed))


def keep_upload(home: Path, name: str, content: bytes) -> Path:
    """Write a file that was given in the browser into the home, under its own name; the same content stays one file.

    Raises:
        WrongPath: its name leads elsewhere, or is none.
    """
    path = _place(home, name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def _place(home: Path, name: str) -> Path:
    """Where a file of this name is kept.

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
    return path


def _keep_table(home: Path, name: str, content: bytes) -> None:
    """Keep what a table says of papers. What the one kept earlier says besides, corrections foremost, stays.

    Raises:
        WrongPath: its name leads elsewhere.
        BadSidecar: it cannot be used; the one kept earlier stays as it was.
    """
    path = _place(home, name)
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_name(f".{NAME}.new")
    new.write_bytes(content)
    try:
        for file, known in rows_of(new).items():
            correct(path.parent, file, known)
    except UnicodeDecodeError:
        raise BadSidecar(name, "it is not written in UTF-8: save it as CSV UTF-8") from None
    finally:
        new.unlink()
