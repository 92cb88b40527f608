"""Word files into lines, with the numbers that Word counts."""

import zipfile
from io import BytesIO

import pytest

from corpus.errors import UnreadablePaper
from corpus.readers.docx import read_docx

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)


def part(name, inner):
    return f"<w:{name} {NAMESPACES}>{inner}</w:{name}>"


def word(body, *, numbering="", styles="", header=""):
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("word/document.xml", part("document", f"<w:body>{body}</w:body>"))
        if numbering:
            package.writestr("word/numbering.xml", part("numbering", numbering))
        if styles:
            package.writestr("word/styles.xml", part("styles", styles))
        if header:
            package.writestr("word/header1.xml", part("hdr", header))
    return buffer.getvalue()


def read(body, **parts):
    return read_docx(word(body, **parts), "made.docx")


def p(text="", *, num=None, style=None, props="", run=""):
    numbered = f'<w:numPr><w:ilvl w:val="{num[1]}"/><w:numId w:val="{num[0]}"/></w:numPr>' if num else ""
    styled = f'<w:pStyle w:val="{style}"/>' if style else ""
    words = f"<w:r><w:rPr>{run}</w:rPr><w:t>{text}</w:t></w:r>" if text else ""
    return f"<w:p><w:pPr>{styled}{numbered}{props}</w:pPr>{words}</w:p>"


def lvl(at, text, fmt="decimal", *, start=1, extra=""):
    return f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{fmt}"/>{extra}<w:lvlText w:val="{text}"/></w:lvl>'


def abstract(number, *levels, link=""):
    return f'<w:abstractNum w:abstractNumId="{number}">{link}{"".join(levels)}</w:abstractNum>'


def num(number, definition, inner=""):
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{definition}"/>{inner}</w:num>'


def style(name, inner, *, kind="paragraph", based=""):
    on = f'<w:basedOn w:val="{based}"/>' if based else ""
    return f'<w:style w:type="{kind}" w:styleId="{name}"><w:name w:val="{name}"/>{on}{inner}</w:style>'


def cell(*paragraphs):
    return f"<w:tc>{''.join(paragraphs)}</w:tc>"


def table(*rows):
    return "<w:tbl>" + "".join("<w:tr>" + "".join(row) + "</w:tr>" for row in rows) + "</w:tbl>"


def numbers(body, **parts):
    return [line.number for line in read(body, **parts).lines]


def texts(body, **parts):
    return [line.text for line in read(body, **parts).lines]


CLAUSES = abstract(0, lvl(0, "%1."), lvl(1, "%1.%2"), lvl(2, "(%3)", "lowerLetter")) + num(1, 0)


def test_numbers_are_counted_by_level_and_restart_below():
    levels = [0, 1, 1, 2, 2, 0, 1, 2]
    body = "".join(p("x", num=(1, at)) for at in levels)
    assert numbers(body, numbering=CLAUSES) == ["1.", "1.1", "1.2", "(a)", "(b)", "2.", "2.1", "(a)"]


@pytest.mark.parametrize(
    ("fmt", "shown"),
    [
        ("lowerLetter", ["y", "z", "aa"]),
        ("upperLetter", ["Y", "Z", "AA"]),
        ("lowerRoman", ["xxv", "xxvi", "xxvii"]),
        ("upperRoman", ["XXV", "XXVI", "XXVII"]),
        ("ordinal", ["25th", "26th", "27th"]),
        ("decimalZero", ["25", "26", "27"]),
        ("bullet", ["", "", ""]),
        ("none", ["", "", ""]),
        ("chineseCounting", ["25", "26", "27"]),
    ],
)
def test_numbers_are_printed_in_their_format(fmt, shown):
    numbering = abstract(0, lvl(0, "%1", fmt, start=25)) + num(1, 0)
    assert numbers(p("x", num=(1, 0)) * 3, numbering=numbering) == shown


def test_lists_of_one_definition_count_on_together():
    body = p("x", num=(1, 0)) + p("x", num=(2, 0)) + p("x", num=(1, 0))
    assert numbers(body, numbering=CLAUSES + num(2, 0)) == ["1.", "2.", "3."]


def test_list_with_its_own_start_begins_anew_once():
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    body = p("x", num=(1, 0)) * 2 + p("x", num=(2, 0)) * 2
    assert numbers(body, numbering=CLAUSES + num(2, 0, override)) == ["1.", "2.", "1.", "2."]


def test_level_used_without_the_one_above_takes_its_start():
    assert numbers(p("x", num=(1, 1)), numbering=CLAUSES) == ["1.1"]


def test_level_that_never_restarts_counts_on():
    numbering = abstract(0, lvl(0, "%1."), lvl(1, "%2", extra='<w:lvlRestart w:val="0"/>')) + num(1, 0)
    body = "".join(p("x", num=(1, at)) for at in (0, 1, 0, 1))
    assert numbers(body, numbering=numbering) == ["1.", "1", "2.", "2"]


def test_legal_level_prints_figures_for_the_levels_above():
    numbering = abstract(0, lvl(0, "%1.", "upperRoman"), lvl(1, "%1.%2", extra="<w:isLgl/>")) + num(1, 0)
    assert numbers(p("x", num=(1, 0)) + p("x", num=(1, 1)), numbering=numbering) == ["I.", "1.1"]


def test_numbers_come_from_styles_too():
    styles = style("Clause", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>') + style(
        "Sub", "", based="Clause"
    )
    numbering = abstract(0, lvl(0, "%1.", extra='<w:pStyle w:val="Clause"/>'), lvl(1, "%1.%2")) + num(1, 0)
    assert numbers(p("x", style="Clause") + p("x", style="Sub"), numbering=numbering, styles=styles) == ["1.", "2."]


def test_style_is_tied_to_its_level_by_the_list():
    styles = style("One", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>')
    styles += style("Two", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>')
    tied = [
        lvl(at, "%1" if not at else "%1.%2", extra=f'<w:pStyle w:val="{s}"/>') for at, s in enumerate(("One", "Two"))
    ]
    body = p("x", style="One") + p("x", style="Two") + p("x", style="Two")
    assert numbers(body, numbering=abstract(0, *tied) + num(1, 0), styles=styles) == ["1", "1.1", "1.2"]


def test_list_follows_a_numbering_style():
    styles = style("Legal", '<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr>', kind="numbering")
    numbering = (
        abstract(0, link='<w:numStyleLink w:val="Legal"/>') + abstract(1, lvl(0, "(%1)")) + num(1, 0) + num(2, 1)
    )
    assert numbers(p("x", num=(1, 0)), numbering=numbering, styles=styles) == ["(1)"]


def test_paragraph_taken_out_of_its_styles_list_has_no_number():
    styles = style("Clause", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>')
    assert numbers(p("x", style="Clause", num=(0, 0)), numbering=CLAUSES, styles=styles) == [""]


def test_empty_numbered_paragraph_counts():
    body = p("x", num=(1, 0)) + p("", num=(1, 0)) + p("x", num=(1, 0))
    assert numbers(body, numbering=CLAUSES) == ["1.", "3."]


def test_number_is_no_part_of_the_text():
    assert texts(p("Apologies", num=(1, 0)), numbering=CLAUSES) == ["Apologies"]


def test_headings_have_levels():
    styles = style("heading 2", "") + style("Mine", "", based="heading 2") + style("Title", "")
    body = (
        p("Netherby", style="Title")
        + p("Hedges", style="Mine")
        + p("Lamps", props='<w:outlineLvl w:val="2"/>')
        + p("Text")
    )
    reading = read(body, styles=styles)
    assert [line.level for line in reading.lines] == [1, 2, 3, 0]
    assert reading.title == "Netherby"


def test_header_is_the_title_where_no_paragraph_is():
    reading = read(p("Present: Ann Hay"), header=p("Netherby Council, 4 March 2024"))
    assert reading.title == "Netherby Council, 4 March 2024"
    assert [line.text for line in reading.lines] == ["Present: Ann Hay"]


def test_bold_comes_from_words_or_their_style():
    styles = style("Loud", "<w:rPr><w:b/></w:rPr>")
    body = p("a", run="<w:b/>") + p("b", style="Loud") + p("c", style="Loud", run='<w:b w:val="0"/>') + p("d")
    assert [line.bold for line in read(body, styles=styles).lines] == [True, True, False, False]


def test_indent_is_in_points():
    assert [line.indent for line in read(p("x", props='<w:ind w:left="720"/>')).lines] == [36.0]


def test_tracked_deletions_are_left_out_and_insertions_kept():
    body = "<w:p><w:r><w:t>cut </w:t></w:r><w:del><w:r><w:delText>down </w:delText></w:r></w:del>"
    body += "<w:ins><w:r><w:t>the hedge</w:t></w:r></w:ins></w:p>"
    assert texts(body) == ["cut the hedge"]


def test_deleted_paragraph_end_joins_paragraphs():
    body = p("The hedge ", props="<w:rPr><w:del/></w:rPr>") + p("was cut.")
    assert texts(body) == ["The hedge was cut."]


def test_hidden_words_and_field_codes_are_left_out():
    body = "<w:p><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r>"
    assert texts(body + "<w:r><w:t>shown</w:t></w:r></w:p>") == ["shown"]


def test_tabs_breaks_and_hyphens_are_shown():
    body = "<w:p><w:r><w:t>Ann</w:t><w:tab/><w:t>Hay</w:t><w:br/><w:t>co</w:t><w:noBreakHyphen/><w:t>opted</w:t></w:r></w:p>"
    reading = read(body)
    assert [(line.text, line.blank_before) for line in reading.lines] == [("Ann Hay", True), ("co-opted", False)]


def test_links_and_content_controls_are_read():
    body = f"<w:sdt><w:sdtContent>{p('Present')}</w:sdtContent></w:sdt>"
    body += "<w:p><w:hyperlink><w:r><w:t>the report</w:t></w:r></w:hyperlink></w:p>"
    assert texts(body) == ["Present", "the report"]


def test_text_box_is_read_once():
    box = f"<w:txbxContent>{p('Boxed words')}</w:txbxContent>"
    twice = f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    assert texts(f"<w:p><w:r><w:t>Anchor</w:t></w:r><w:r>{twice}</w:r></w:p>") == ["Anchor", "Boxed words"]


def test_table_rows_have_cells():
    body = table([cell(p("Action")), cell(p("Owner"))], [cell(p("Cut"), p("it")), cell(p()), cell(p("AH"))])
    assert [line.cells for line in read(body).lines] == [("Action", "Owner"), ("Cut it", "", "AH")]


def test_counted_number_of_a_row_is_the_lines():
    rows = [[cell(p("", num=(1, 0))), cell(p("Cut it")), cell(p("AH"))]] * 2
    reading = read(table(*rows), numbering=CLAUSES)
    assert [(line.number, line.cells) for line in reading.lines] == [
        ("1.", ("", "Cut it", "AH")),
        ("2.", ("", "Cut it", "AH")),
    ]


def test_cell_merged_downwards_is_not_repeated():
    merged = f'<w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>{p("Hedges")}</w:tc>'
    below = f"<w:tc><w:tcPr><w:vMerge/></w:tcPr>{p('Hedges')}</w:tc>"
    body = table([merged, cell(p("cut")), cell(p("AH"))], [below, cell(p("paid")), cell(p("BO"))])
    assert [line.cells for line in read(body).lines] == [("Hedges", "cut", "AH"), ("", "paid", "BO")]


def test_minutes_laid_out_in_a_table_are_prose_with_notes():
    told = cell(p("Hedges"), p("It was cut."), p("Thanks were given."), p("Noted."))
    body = table(
        [cell(p("", num=(1, 0))), told, cell(p("Clerk"))], [cell(p("", num=(1, 0))), cell(p("Benches")), cell(p())]
    )
    assert [(line.number, line.text, line.cells) for line in read(body, numbering=CLAUSES).lines] == [
        ("1.", "Hedges", ()),
        ("", "It was cut.", ()),
        ("", "Thanks were given.", ()),
        ("", "Noted.", ()),
        ("", "Clerk", ("", "Clerk")),
        ("2.", "Benches", ()),
    ]


def test_file_without_its_document_is_refused():
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr("[Content_Types].xml", "<Types/>")
    with pytest.raises(UnreadablePaper, match="no Word text"):
        read_docx(buffer.getvalue(), "made.docx")


def test_damaged_zip_is_refused():
    with pytest.raises(UnreadablePaper, match="damaged"):
        read_docx(b"PK\x03\x04 cut short", "made.docx")


def test_entities_of_a_hostile_file_are_not_followed():
    evil = word(p("Present"))
    buffer = BytesIO()
    with zipfile.ZipFile(BytesIO(evil)) as old, zipfile.ZipFile(buffer, "w") as new:
        text = old.read("word/document.xml").decode().replace("Present", "Present&e;")
        new.writestr("word/document.xml", '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>' + text)
    assert [line.text for line in read_docx(buffer.getvalue(), "made.docx").lines] == ["Present"]


@pytest.mark.parametrize(
    "run",
    [
        "<w:vanish/>",
        "<w:webHidden/>",
        "<w:strike/>",
        "<w:dstrike/>",
        '<w:highlight w:val="black"/>',
        '<w:color w:val="000000"/><w:shd w:val="clear" w:fill="000000"/>',
    ],
)
def test_words_hidden_struck_out_or_blacked_out_are_left_out(run):
    reading = read(p("RESOLVED: That the clock be sold.", run=run) + p("RESOLVED: That the clock be mended."))
    assert [line.text for line in reading.lines] == ["RESOLVED: That the clock be mended."]


@pytest.mark.parametrize(
    "run",
    [
        '<w:strike w:val="0"/>',
        '<w:highlight w:val="yellow"/>',
        '<w:color w:val="FFFFFF"/><w:highlight w:val="black"/>',
        '<w:shd w:val="clear" w:fill="000000"/>',
    ],
)
def test_words_that_are_printed_whatever_is_behind_them_are_read(run):
    assert [line.text for line in read(p("That the clock be sold.", run=run)).lines] == ["That the clock be sold."]
