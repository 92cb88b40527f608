"""Makes the sample papers that are not plain text: two PDFs and two Word files, from the text in `sources/`.

    python -m corpus.samples.make_samples

The same sources always give the same files: every date and id that the libraries would take from the clock is pinned.
A line of a source is a block, and says by how it begins what it is:

    %part HEAD   a new paper, on a new page, under the running head HEAD (none: no head, no page number)
    %page        a new page
    # ##         a title; a heading
    |            a row of a ruled table, its first row the headings
    :|           a row of an unruled table
    -            a bullet
    >            a line at the right-hand margin
    1# 2# i#     a paragraph that Word numbers by itself: 1. 2. 3.; 1.1 1.2; (i) (ii)
    N<tab>       a paragraph with its number printed: 30., 8.1, (ii)

Anything else is a paragraph.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from docx import Document
from docx.document import Document as WordFile
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from fpdf import FPDF, XPos, YPos

HERE = Path(__file__).parent
MADE = datetime(2025, 1, 6, 9, 0, tzinfo=UTC)
"""When every made file says that it was made."""

PDFS = {
    "scrutiny pack 12 March 2024.txt": (
        "scrutiny/Public reports pack 12032024 1800 Places and Communities Scrutiny Commission.pdf"
    ),
    "cabinet minutes 19 June 2024.txt": "cabinet/Printed minutes 19062024 1000 Cabinet.pdf",
}
WORD_FILES = {
    "affordable homes report 19 June 2024.txt": "cabinet/24-031 Affordable Homes Annual Delivery Report.docx",
    "partnership minutes 21 November 2023.txt": "partnership/CYPP Minutes 21 November 2023.docx",
}

BROKEN_BEFORE = re.compile(r"(?<=[A-Za-z][aeiou][lmnprst])(?=[bcdmnpst][aeiou][a-z]{2})|(?<=[a-z]{3})(?=(?:tion|ment))")
"""Where a word may be broken at a line's end: between two consonants with a vowel on either side, and before an ending.
Not all of English hyphenation, but enough for many lines of a paper to end in a hyphen, as typists' lines do."""

PRINTED_NUMBER = re.compile(r"(\S+)\t(.*)")
SOFT_HYPHEN = "\u00ad"
MARGIN, LINE, SIZE = 25.0, 5.8, 11.5


@dataclass(frozen=True, slots=True)
class Block:
    """A line of a source: what it is, its words, and the rows of a table."""

    kind: str
    text: str = ""
    number: str = ""
    rows: tuple[tuple[str, ...], ...] = ()


def read_blocks(source: str) -> list[Block]:
    """The blocks of a source, the rows of a table gathered into one."""
    blocks: list[Block] = []
    table: list[tuple[str, ...]] = []
    ruled = ""
    for line in [*source.splitlines(), ""]:
        mark, bar, rest = line.partition("|")
        if bar and mark in ("", ":"):
            ruled = "unruled" if mark else "table"
            table.append(tuple(cell.strip() for cell in rest.rstrip().removesuffix("|").split("|")))
            continue
        if table:
            blocks.append(Block(ruled, rows=tuple(table)))
            table = []
        if line.strip():
            blocks.append(_block(line))
    return blocks


def _block(line: str) -> Block:
    mark, _, rest = line.partition(" ")
    kinds = {"%part": "part", "%page": "page", "#": "title", "##": "heading", "-": "bullet", ">": "margin"}
    kinds |= {"1#": "level 0", "2#": "level 1", "i#": "roman"}
    if mark in kinds:
        return Block(kinds[mark], rest)
    if printed := PRINTED_NUMBER.fullmatch(line):
        return Block("numbered", printed[2], printed[1])
    return Block("text", line)


class Printed(FPDF):
    """A paper as a council's office prints it: a running head, a footer with the page's number in the whole pack."""

    def __init__(self) -> None:
        super().__init__()
        self.core_fonts_encoding = "cp1252"
        self.head = ""
        self._foot = ""
        self.set_creation_date(MADE)
        self.set_margins(MARGIN, 24.0)
        self.set_auto_page_break(auto=True, margin=24.0)
        self.set_font("Helvetica", size=SIZE)

    def header(self) -> None:
        """Draw the running head, on every page of a paper that has one."""
        self._foot = self.head
        if self.head:
            self.set_font("Helvetica", size=8)
            self.set_y(12.0)
            self.cell(0, 5, self.head, align="R", new_x=XPos.LMARGIN, new_y=YPos.NEXT)
            self.set_y(24.0)

    def footer(self) -> None:
        """Draw the footer; `_foot` is what the page began with, the next paper's head being set by now."""
        if self._foot:
            self.set_y(-16.0)
            self.set_font("Helvetica", size=8)
            self.cell(0, 5, f"Page {self.page_no()}", align="C")

    def say(self, text: str, indent: float = 0.0, style: str = "", align: str = "L", size: float = SIZE) -> None:
        """Write a paragraph at an indent, broken over lines and pages as it falls."""
        self.set_font("Helvetica", style, size)
        self.set_x(MARGIN + indent)
        text = BROKEN_BEFORE.sub(SOFT_HYPHEN, text)
        self.multi_cell(0, LINE, text, align=align, new_x=XPos.LMARGIN, new_y=YPos.NEXT)
        self.ln(2.2)

    def rule(self, block: Block) -> None:
        """Draw a table."""
        self.set_font("Helvetica", size=9)
        ruled = block.kind == "table"
        layout = "ALL" if ruled else "NONE"
        longest = (max(map(len, column)) for column in zip(*block.rows, strict=True))
        widths = tuple(min(max(length, 6), 30) for length in longest)
        with self.table(
            first_row_as_headings=ruled, borders_layout=layout, line_height=LINE, col_widths=widths, text_align="L"
        ) as table:
            for cells in block.rows:
                table.row(cells)
        self.ln(3.0)


def draw(pdf: Printed, block: Block) -> None:
    """Put a block of a source on the page."""
    match block.kind:
        case "part":
            pdf.head = block.text
            pdf.add_page()
        case "page":
            pdf.add_page()
        case "title":
            pdf.say(block.text, style="B", align="C", size=12.0)
        case "heading":
            pdf.say(block.text, style="B")
        case "table" | "unruled":
            pdf.rule(block)
        case "bullet":
            pdf.say("\u2022  " + block.text, indent=18.0)
        case "margin":
            pdf.say(block.text, style="B", align="R")
        case "numbered":
            pdf.set_font("Helvetica", size=SIZE)
            pdf.cell(12.0, LINE, block.number)
            pdf.say(block.text, indent=12.0, style="B" if block.text.isupper() else "")
        case _:
            pdf.say(block.text, indent=12.0 if pdf.head and block.text.startswith("(") else 0.0)


def make_pdf(source: str) -> bytes:
    """The PDF of a source."""
    pdf = Printed()
    for block in read_blocks(source):
        draw(pdf, block)
    return bytes(pdf.output())


def _numbering(abstract: int, levels: tuple[tuple[str, str], ...]) -> Iterator[str]:
    """The two pieces of Word's numbering: the scheme, and the list that follows it."""
    inner = "".join(
        f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="720" w:hanging="720"/></w:pPr></w:lvl>'
        for i, (form, text) in enumerate(levels)
    )
    names = nsdecls("w")
    yield f'<w:abstractNum {names} w:abstractNumId="{abstract}"><w:multiLevelType w:val="multilevel"/>{inner}</w:abstractNum>'
    yield f'<w:num {names} w:numId="{abstract}"><w:abstractNumId w:val="{abstract}"/></w:num>'


SECTIONS, CLAUSES = 90, 91
"""Ids of our two numbering schemes, above those that Word's blank file comes with."""


def _add_numbering(document: WordFile) -> None:
    root = document.part.numbering_part.element
    first = root.num_lst[0]
    for abstract, levels in (
        (SECTIONS, (("decimal", "%1."), ("decimal", "%1.%2"))),
        (CLAUSES, (("lowerRoman", "(%1)"),)),
    ):
        scheme, instance = _numbering(abstract, levels)
        first.addprevious(parse_xml(scheme))
        root.append(parse_xml(instance))


def _add_numbered(document: WordFile, text: str, scheme: int, level: int, *, bold: bool) -> None:
    paragraph = document.add_paragraph()
    paragraph.add_run(text).bold = bold
    numbering = f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{scheme}"/></w:numPr>'
    paragraph._p.get_or_add_pPr().append(parse_xml(numbering))  # noqa: SLF001  # python-docx has no public way


def _add_table(document: WordFile, rows: tuple[tuple[str, ...], ...]) -> None:
    table = document.add_table(rows=0, cols=max(map(len, rows)))
    table.style = "Table Grid"
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=False):
            cell.text = text


def _pinned(packed: bytes) -> bytes:
    """The same zip with every member's time set to `MADE`."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(packed)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            member = zipfile.ZipInfo(name, MADE.timetuple()[:6])
            member.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(member, old.read(name))
    return made.getvalue()


def make_word(source: str) -> bytes:
    """The Word file of a source, its paragraphs numbered by Word and not in their text."""
    document = Document()
    _add_numbering(document)
    properties = document.core_properties
    properties.created = properties.modified = MADE
    properties.author = properties.last_modified_by = "Democratic Services"
    for block in read_blocks(source):
        match block.kind:
            case "title":
                document.add_heading(block.text, level=0)
            case "heading":
                document.add_heading(block.text, level=2)
            case "table" | "unruled":
                _add_table(document, block.rows)
            case "level 0":
                _add_numbered(document, block.text, SECTIONS, 0, bold=True)
            case "level 1":
                _add_numbered(document, block.text, SECTIONS, 1, bold=False)
            case "roman":
                _add_numbered(document, block.text, CLAUSES, 0, bold=False)
            case _:
                document.add_paragraph(block.text)
    packed = io.BytesIO()
    document.save(packed)
    return _pinned(packed.getvalue())


def main() -> None:
    """Write every made paper into `papers/`."""
    for makers, make in ((PDFS, make_pdf), (WORD_FILES, make_word)):
        for source, paper in makers.items():
            path = HERE / "papers" / paper
            path.write_bytes(make((HERE / "sources" / source).read_text(encoding="utf-8")))
            print(f"{path.relative_to(HERE)}: {path.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
