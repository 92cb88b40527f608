"""The words of the field as types: what a reader gives, and what a parser makes of it.

Data flows one way: a reader gives a `Source` (lines with their places), `clean` drops page furniture, `split`
and the parsers make `Paper`s of `Paragraph`s, `chunk` groups whole paragraphs into `Chunk`s for the index.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

Month: TypeAlias = date
"""A month, by its first day."""
Day: TypeAlias = date
"""A day. By this name where a dataclass has a field called `date`, which would hide the type from what reads its fields."""

PaperKind = Literal["minutes", "agenda", "report", "actions", "presentation", "strategy", "other"]
"""What a paper is. Conventions: a web page "Agenda and minutes" is minutes; slides are a presentation."""

ParagraphType = Literal[
    "heading",
    "text",
    "resolution",
    "recommendation",
    "motion",
    "vote",
    "action",
    "attendance",
    "table",
    "exempt",
    "question",
    "reply",
]
"""What a paragraph is. `resolution` is what was decided; `recommendation` only what was asked for."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line (PDF, text) or block (HTML, Word) as the reader found it.

    `text` is `Source.text[start:end]`, stripped. `number` is a number that the file shows beside the text but
    does not hold in it (Word's automatic numbering): "1.", "(a)". `level` is a heading's level where the format
    says so (HTML, Word, markdown), else 0. `cells` are a table row's cells, in order, where the format knows tables.
    """

    text: str
    start: int
    end: int
    page: int | None = None
    number: str = ""
    level: int = 0
    cells: tuple[str, ...] = ()
    bold: bool = False
    indent: float = 0.0
    blank_before: bool = False


@dataclass(frozen=True, slots=True)
class ReadLine:
    """A line of a page that is a picture, as text recognition read it, and where it stands on the page.

    `left`, `top`, `width` and `height` are parts of the page's width and height, from its upper left corner.
    """

    text: str
    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class ReadPage:
    """A page that is a picture (counted from 1), and its lines from top to foot."""

    page: int
    lines: tuple[ReadLine, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """A file as its reader gives it. `file` is the path relative to the folder that was added, with "/".

    `title` is the main headings' words; `window` what a browser shows above a web page, mostly with whose site it is.
    `read_pages` are the pages whose lines were read from their pictures.
    """

    file: str
    sha256: str
    text: str
    lines: tuple[Line, ...]
    pages: int | None = None
    pages_without_text: tuple[int, ...] = ()
    title: str = ""
    warnings: tuple[str, ...] = ()
    window: str = ""
    read_pages: tuple[ReadPage, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph, list item, table row or heading of a paper, its words verbatim.

    `ordinal` counts from 0 within the paper. `label` holds the printed numbers that lead here, outermost first:
    ("251", "(1)"). `locator` is the same for a reader: "Minute 251, resolution (1)". `heading` is the text of the
    nearest heading above ("" where none). `start` and `end` count characters of `Source.text`; `page` is the file's page on
    which it begins, `printed_page` the page number printed there ("80"), where known. `from_picture` says that some of
    its words were read from a picture of the page, where a letter may be misread.
    """

    ordinal: int
    text: str
    type: ParagraphType
    label: tuple[str, ...]
    locator: str
    heading: str
    start: int
    end: int
    page: int | None = None
    printed_page: str | None = None
    from_picture: bool = False


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper of a meeting. A file holds one, or, when it is a pack, several (`part` counts from 1).

    `month` is that in which the meeting was held, where the paper leaves no doubt of that and prints
    no day; else None. `council` is the one that the paper prints at its head; a parish council is body and council.
    `read_pages` are those of its pages that were read from their pictures.
    """

    file: str
    part: int
    title: str
    body: str | None
    date: date | None
    kind: PaperKind
    paragraphs: tuple[Paragraph, ...]
    draft: bool = False
    month: Month | None = None
    council: str | None = None
    read_pages: tuple[ReadPage, ...] = ()


@dataclass(frozen=True, slots=True)
class Chunk:
    """Whole paragraphs of one paper under one heading, with the line that says where they stand.

    `context` names body, date and item and is embedded with the text; it is never quoted.
    """

    ordinal: int
    first: int
    last: int
    context: str
    text: str
