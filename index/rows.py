"""Between the catalogue's rows and the types: what a row holds, and what a filter means in SQL."""

from __future__ import annotations

import json
import re
import sqlite3
from datetime import date

from index.types import Filter, HeldPaper, HeldParagraph

PAPER_COLUMNS = (
    "held.id, held.file, held.part, held.title, held.body, held.date, held.kind, held.draft, held.paragraphs, "
    "held.month, held.council, held.beside"
)
FIRST_DAY = "coalesce(held.date, held.month)"
_LAST_DAY = "coalesce(held.date, date(held.month, '+1 month', '-1 day'))"
PARAGRAPH_COLUMNS = (
    "p.id, p.paper, p.ordinal, p.text, p.type, p.label, p.locator, p.heading, p.page, p.printed_page, p.from_picture"
)

_NUMBER_WORDS = re.compile(
    r"^(?:minutes?|min|items?|agenda item|clauses?|paragraphs?|paras?|resolutions?|recommendations?|actions?|appendix|"
    r"appendices|questions?|sections?|parts?|annex|no|number|ref)\b\.?\s*(?=\S)",
)
_EDGES = "()[]{}.,:;-–—#* \t"


def fold_number(printed: str) -> str:
    """A printed number as it is compared: "(3)" and "3." are "3", "Item 5" is "5", "Minute No. 251" is "251"."""
    folded = printed.strip().lower()
    while True:
        shorter = _NUMBER_WORDS.sub("", folded.strip(_EDGES), count=1)
        if shorter == folded:
            return folded
        folded = shorter


def paper_of(row: sqlite3.Row | tuple[object, ...]) -> HeldPaper:
    """A paper from a row of PAPER_COLUMNS."""
    id_, file, part, title, body, day, kind, draft, paragraphs, month, council, beside = row
    return HeldPaper(
        id=str(id_),
        file=str(file),
        part=int(str(part)),
        title=str(title),
        body=None if body is None else str(body),
        date=None if day is None else date.fromisoformat(str(day)),
        kind=kind,  # type: ignore[arg-type] # written from a Paper, so one of its kinds
        draft=bool(draft),
        paragraphs=int(str(paragraphs)),
        month=None if month is None else date.fromisoformat(str(month)),
        council=None if beside is None and council is None else str(beside or council),
        beside=beside is not None,
    )


def paragraph_of(row: sqlite3.Row | tuple[object, ...], paper: HeldPaper) -> HeldParagraph:
    """A paragraph from a row of PARAGRAPH_COLUMNS and its paper."""
    id_, _, ordinal, text, type_, label, locator, heading, page, printed, from_picture = row
    return HeldParagraph(
        id=str(id_),
        paper=paper,
        ordinal=int(str(ordinal)),
        text=str(text),
        type=type_,  # type: ignore[arg-type] # written from a Paragraph, so one of its types
        label=tuple(json.loads(str(label))),
        locator=str(locator),
        heading=str(heading),
        page=None if page is None else int(str(page)),
        printed_page=None if printed is None else str(printed),
        from_picture=bool(from_picture),
    )


def where(chosen: Filter | None) -> tuple[str, list[object]]:
    """The condition on `held` that a filter stands for, and its values ("1" where all is allowed)."""
    conditions: list[str] = []
    values: list[object] = []
    if chosen is None or chosen.is_empty:
        return "1", values
    for column, wanted in (("held.body", chosen.bodies), ("held.kind", chosen.kinds)):
        if wanted:
            conditions.append(f"{column} IN (SELECT value FROM json_each(?))")
            values.append(json.dumps(sorted(wanted)))
    if chosen.files:
        # By any of the text's names: a reader may know a paper by its second place.
        conditions.append("held.text IN (SELECT text FROM files WHERE file IN (SELECT value FROM json_each(?)))")
        values.append(json.dumps(sorted(chosen.files)))
    # A paper of a month counts where the whole month is allowed.
    for held, sign, day in ((FIRST_DAY, ">=", chosen.since), (_LAST_DAY, "<=", chosen.until)):
        if day:
            conditions.append(f"{held} {sign} ?")
            values.append(day.isoformat())
    return " AND ".join(conditions), values
