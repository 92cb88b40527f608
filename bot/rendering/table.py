"""A table in an answer: lines "| When | Figure |" that Markdown knows, and the same laid out for a terminal."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Sequence
from itertools import zip_longest

_ROW = re.compile(r"^\s*\|(.*)\|\s*$")
_RULE = re.compile(r"^[\s|:-]+$")
_BETWEEN = "  "
NARROW = 4  # a column but the last has at most this part of the width

Rows = Sequence[Sequence[str]]
"""The cells of a table by row, the head first."""


def rows_of(part: str) -> Rows:
    """The rows of a paragraph every line of which is one, as long as each other; none of any other paragraph."""
    lines = part.strip("\n").split("\n")
    found = [match[1] for line in lines if (match := _ROW.match(line))]
    if len(found) < len(lines) or len(lines) < 2:  # noqa: PLR2004 - one row is no table
        return []
    rows = [[cell.strip() for cell in row.split("|")] for row in found if not _RULE.match(row)]
    columns = max(map(len, rows), default=0)  # a model may leave a row's last cells out
    return [row + [""] * (columns - len(row)) for row in rows]


def as_markdown(rows: Rows) -> str:
    """Rows as Markdown has them. A "|" within a cell, a page's title say, is told as "/"; no cell may hold a line's end."""
    head, *body = (f"| {' | '.join(cell.replace('|', '/') for cell in row)} |" for row in rows)
    return "\n".join([head, f"|{'---|' * len(rows[0])}", *body])


def laid_out(text: str, width: int) -> str:
    """An answer with its tables in columns, none wider than this many letters."""
    parts = text.split("\n\n")
    return "\n\n".join(_in_columns(rows, width) if (rows := rows_of(part)) else part for part in parts)


def _in_columns(rows: Rows, width: int) -> str:
    widest = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)]
    first = [min(letters, width // NARROW) for letters in widest[:-1]]
    last = max(width - sum(first) - len(_BETWEEN) * len(first), width // 2)
    widths = [max(1, letters) for letters in (*first, min(widest[-1], last))]
    head, *body = (_row(row, widths) for row in rows)
    rule = _BETWEEN.join("-" * letters for letters in widths)
    return "\n".join([*head, rule, *(line for row in body for line in row)])


def _row(row: Sequence[str], widths: Sequence[int]) -> list[str]:
    """The lines of a row, each cell wrapped in its column."""
    cells = [textwrap.wrap(cell, letters) or [""] for cell, letters in zip(row, widths, strict=True)]
    lines = zip_longest(*cells, fillvalue="")
    return [
        _BETWEEN.join(piece.ljust(letters) for piece, letters in zip(line, widths, strict=True)).rstrip()
        for line in lines
    ]
