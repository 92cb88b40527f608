"""Corrects what is held of a file: into `papers.csv` beside the papers, and from there into the catalogue."""

from __future__ import annotations

from corpus.sidecar import BadSidecar, Known, correct
from index.build import Build
from index.catalogue import Catalogue
from index.errors import WrongPath
from index.report import Report
from index.types import Embedder

__all__ = ["BadSidecar", "Known", "correct_paper"]


def correct_paper(catalogue: Catalogue, embedder: Embedder, file: str, known: Known) -> Report:
    """Write what is known of a file beside it, and take the file in again.

    Raises:
        BadSidecar: the table that stands there cannot be used.
        WrongPath: the file is not held, or its folder has gone.
        IndexBusy: another process is writing.
    """
    root = catalogue.root_of(file)
    if root is None or not (root / file).is_file():
        raise WrongPath(f"{file}: no such file is there any more: add its folder again")
    correct(root, file, known)
    return Build(catalogue.home, embedder).add([root / file], root)
