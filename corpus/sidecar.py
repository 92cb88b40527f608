"""`papers.csv` beside the papers: what someone knows better than the papers' own openings.

Columns: `file` (relative to the folder that the table lies in), `body`, `date` (2024-05-14), `kind`, `title`, `url`, `council`. An empty
cell overrides nothing. Where several tables apply, the one nearest to the paper wins.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import get_args

from corpus.errors import PaperError
from corpus.identity import Identity
from corpus.types import PaperKind

NAME = "papers.csv"
_ORDER = ("file", "body", "date", "kind", "title", "url", "council")
_COLUMNS = frozenset(_ORDER)
_KINDS: tuple[PaperKind, ...] = get_args(PaperKind)


class BadSidecar(PaperError):  # noqa: N818 (it says what the file is)
    """A row of `papers.csv` cannot be used: a column, a date or a kind is not what it should be."""


@dataclass(frozen=True, slots=True)
class Known:
    """What a row of the table says of a paper; None where it says nothing."""

    body: str | None = None
    date: date | None = None
    kind: PaperKind | None = None
    title: str | None = None
    url: str | None = None
    council: str | None = None


def known_of(path: Path, file: str | None = None) -> Known | None:
    """What the tables beside a paper, and above it within the folder that was added, say of it.

    `file` is the paper's path relative to that folder; without it only the paper's own folder is looked at.

    Raises:
        BadSidecar: The table that names the paper cannot be used.
    """
    table = table_of(path, file)
    return rows_of(table)[path.resolve().relative_to(table.parent).as_posix()] if table else None


def table_of(path: Path, file: str | None = None) -> Path | None:
    """The table whose row on a paper counts: the nearest that names it. `file` as for `known_of`.

    Raises:
        BadSidecar: A table on the way cannot be used.
    """
    depth = len(Path(file).parts) if file else 1
    for folder in list(path.resolve().parents)[:depth]:
        table = folder / NAME
        if table.is_file() and path.resolve().relative_to(folder).as_posix() in rows_of(table):
            return table
    return None


def rows_of(table: Path) -> dict[str, Known]:
    """What a table says, by file.

    Raises:
        BadSidecar: It cannot be used.
    """
    return _read(table, table.stat().st_mtime_ns)


def corrected(identity: Identity, first: Identity | None, known: Known) -> Identity:
    """The identity with what is known put in.

    `first` is the identity that the first paper of the file had: parts of a pack that share its body or date are
    corrected with it; title and kind are the first paper's alone.
    """
    if first is None:
        return replace(
            identity,
            body=known.body or identity.body,
            date=known.date or identity.date,
            month=None if known.date else identity.month,
            kind=known.kind or identity.kind,
            title=known.title or identity.title,
            council=known.council or identity.council,
        )
    dated = known.date and (identity.date, identity.month) == (first.date, first.month)
    return replace(
        identity,
        body=known.body if known.body and identity.body == first.body else identity.body,
        date=known.date if dated else identity.date,
        month=None if dated else identity.month,
        council=known.council if known.council and identity.council == first.council else identity.council,
    )


def correct(folder: Path, file: str, known: Known) -> None:
    """Write what is known of a file into the folder's table; other rows, and what it is silent on, stay as they are.

    Raises:
        BadSidecar: The table that stands there cannot be used.
    """
    table = folder / NAME
    rows = dict(rows_of(table)) if table.is_file() else {}
    before = rows.get(file, Known())
    rows[file] = Known(
        body=known.body or before.body,
        date=known.date or before.date,
        kind=known.kind or before.kind,
        title=known.title or before.title,
        url=known.url or before.url,
        council=known.council or before.council,
    )
    with table.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.writer(handle)
        writer.writerow(_ORDER)
        for name, row in sorted(rows.items()):
            day = row.date.isoformat() if row.date else ""
            told = (name, row.body, day, row.kind, row.title, row.url, row.council)
            writer.writerow([cell or "" for cell in told])


@lru_cache(maxsize=64)
def _read(table: Path, _changed: int) -> dict[str, Known]:
    with table.open(encoding="utf-8-sig", newline="") as handle:
        rows = csv.DictReader(handle)
        unknown = set(rows.fieldnames or ()) - _COLUMNS
        if unknown or "file" not in (rows.fieldnames or ()):
            wanted = ", ".join(sorted(_COLUMNS))
            raise BadSidecar(str(table), f"its columns must be among {wanted}, and file one of them")
        return {
            row["file"].strip().replace("\\", "/"): known_from(row, f"{table}, line {n}")
            for n, row in enumerate(rows, 2)
        }


def known_from(row: Mapping[str, str | None], where: str) -> Known:
    """What a row of cells says of a paper; `where` it stands is told where it cannot be used.

    Raises:
        BadSidecar: Its date or its kind is none.
    """
    cells = {column: (value or "").strip() or None for column, value in row.items() if column}
    kind = next((kind for kind in _KINDS if kind == cells.get("kind")), None)
    if cells.get("kind") and kind is None:
        raise BadSidecar(where, f"{cells['kind']!r} is no kind; write one of {', '.join(_KINDS)}")
    day = cells.get("date")
    try:
        when = date.fromisoformat(day) if day else None
    except ValueError as error:
        raise BadSidecar(where, f"{day!r} is no date; write it as 2024-05-14") from error
    return Known(cells.get("body"), when, kind, cells.get("title"), cells.get("url"), cells.get("council"))
