"""Corrects what is held of a file: into `papers.csv` beside the papers, and from there into the catalogue."""

from __future__ import annotations

from collections.abc import Mapping

from corpus.sidecar import BadSidecar, correct, known_from, table_of
from index.build import Build
from index.catalogue import Catalogue
from index.errors import WrongPath
from index.report import Report
from index.types import Embedder

__all__ = ["BadSidecar", "correct_paper"]


def correct_paper(catalogue: Catalogue, embedder: Embedder, file: str, cells: Mapping[str, str]) -> Report:
    """Write what is known of a file (body, date as 2024-05-14, kind, title, url) beside it, and take it in again.

    It goes into the table that speaks of the file already: one nearer to the paper would win over another above it.

    Raises:
        BadSidecar: a cell, or the table that stands there, cannot be used.
        WrongPath: the file is not held, or its folder has gone.
        IndexBusy: another process is writing.
    """
    root = catalogue.root_of(file)
    if root is None or not (root / file).is_file():
        raise WrongPath(f"{file}: no such file is there any more: add its folder again")
    table = table_of(root / file, file)
    folder = table.parent if table else root.resolve()
    correct(folder, (root / file).resolve().relative_to(folder).as_posix(), known_from(cells, file))
    return Build(catalogue.home, embedder).add([root / file], root)
