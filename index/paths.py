"""Which files a path stands for, and what each is called: the path relative to the folder that was added, or to a root."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from index.errors import WrongPath


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file to add. `file` is its name in the index; `asked` says that it was named itself, not found in a folder."""

    file: str
    path: Path
    root: Path
    asked: bool


@dataclass(frozen=True, slots=True)
class FoundFolder:
    """A folder that was added: files held from `root` whose names begin with `prefix` are expected in it."""

    root: Path
    prefix: str


def find(
    paths: Sequence[Path], root: Path | None, leave: Path
) -> tuple[list[FoundFile], list[FoundFolder], list[tuple[str, str]]]:
    """The files that paths stand for, the folders among them, and what cannot be added, each with the reason.

    `leave` (the index's home) is passed over, and so are hidden files and Word's lock files.

    Raises:
        WrongPath: when a path does not lie under the root that was given.
    """
    files: dict[Path, FoundFile] = {}
    folders: list[FoundFolder] = []
    missing: list[tuple[str, str]] = []
    leave = leave.absolute()
    for given in paths:
        path = Path(os.path.normpath(given.absolute()))
        top = _root_of(path, root)
        if path.is_dir():
            prefix = path.relative_to(top).as_posix()
            folders.append(FoundFolder(top, "" if prefix == "." else prefix + "/"))
            for file in _walk(path, leave):
                files.setdefault(file, FoundFile(file.relative_to(top).as_posix(), file, top, asked=False))
        elif path.is_file():
            files[path] = FoundFile(path.relative_to(top).as_posix(), path, top, asked=True)
        else:
            missing.append((str(given), "there is no such file or folder: check the path"))
    return list(files.values()), folders, missing


def _root_of(path: Path, root: Path | None) -> Path:
    """The folder that names are relative to."""
    if root is None:
        return path if path.is_dir() else path.parent
    top = Path(os.path.normpath(root.absolute()))
    if not path.is_relative_to(top):
        raise WrongPath(f"{path} does not lie under the root {top}: give a --root above every path")
    return top


def _walk(folder: Path, leave: Path) -> Iterator[Path]:
    """Every file under a folder, in the order of the alphabet."""
    for at, folders, files in os.walk(folder):
        here = Path(at)
        folders[:] = sorted(name for name in folders if not name.startswith(".") and here / name != leave)
        for name in sorted(files):
            path = here / name
            if not name.startswith((".", "~$")) and path.is_file():
                yield path
