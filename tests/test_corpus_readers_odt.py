"""OpenDocument texts into lines, with the numbers that their lists count."""

import zipfile
from io import BytesIO

import pytest

from corpus.errors import EncryptedPaper, UnreadablePaper
from corpus.readers.odt import read_odt

NAMES = {
    "office": "office",
    "style": "style",
    "text": "text",
    "table": "table",
    "draw": "drawing",
    "fo": "xsl-fo-compatible",
    "manifest": "manifest",
}
NAMESPACES = " ".join(
    [f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for short, name in NAMES.items()]
    + ['xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"']
)


def part(name, inner):
    return f"<office:{name} {NAMESPACES}>{inner}</office:{name}>"


def opendocument(body, *, own="", common="", masters="", manifest=""):
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        styles = f"<office:automatic-styles>{own}</office:automatic-styles>"
        text = f"<office:body><office:text>{body}</office:text></office:body>"
        package.writestr("content.xml", part("document-content", styles + text))
        named = f"<office:styles>{common}</office:styles><office:master-styles>{masters}</office:master-styles>"
        package.writestr("styles.xml", part("document-styles", named))
        if manifest:
            package.writestr("META-INF/manifest.xml", f"<manifest:manifest {NAMESPACES}>{manifest}</manifest:manifest>")
    return buffer.getvalue()


def read(body, **parts):
    return read_odt(opendocument(body, **parts), "made.odt")


def p(text="", style="", *, rest=""):
    return f'<text:p text:style-name="{style}" {rest}>{text}</text:p>'


def h(text, level, style="", *, rest=""):
    return f'<text:h text:outline-level="{level}" text:style-name="{style}" {rest}>{text}</text:h>'


def item(*inner, rest=""):
    return f"<text:list-item {rest}>{''.join(inner)}</text:list-item>"


def listed(style, *items, rest=""):
    named = f'text:style-name="{style}"' if style else ""
    return f"<text:list {named} {rest}>{''.join(items)}</text:list>"


def level(at, fmt="1", *, prefix="", suffix=".", rest="", inner=""):
    return (
        f'<text:list-level-style-number text:level="{at}" style:num-format="{fmt}" style:num-prefix="{prefix}" '
        f'style:num-suffix="{suffix}" {rest}>{inner}</text:list-level-style-number>'
    )


def list_style(name, *levels):
    return f'<text:list-style style:name="{name}">{"".join(levels)}</text:list-style>'


def style(name, inner="", *, family="paragraph", rest=""):
    return f'<style:style style:name="{name}" style:family="{family}" {rest}>{inner}</style:style>'


def words(**properties):
    told = " ".join(f'{name.replace("_", ":", 1).replace("_", "-")}="{value}"' for name, value in properties.items())
    return f"<style:text-properties {told}/>"


def cell(*inner, rest=""):
    return f"<table:table-cell {rest}>{''.join(inner)}</table:table-cell>"


def table(*rows):
    return (
        "<table:table>"
        + "".join(f"<table:table-row>{''.join(row)}</table:table-row>" for row in rows)
        + "</table:table>"
    )


COVERED = "<table:covered-table-cell/>"
CLAUSES = list_style(
    "Clauses",
    level(1),
    level(2, suffix="", rest='text:display-levels="2"'),
    level(3, "a", prefix="(", suffix=")"),
) + list_style("Others", level(1, "A", suffix=")", rest='text:start-value="3"'), level(2, "i"))
GOES_ON = 'text:continue-numbering="true"'


def numbers(body, own=CLAUSES, **parts):
    return [line.number for line in read(body, own=own, **parts).lines]


def texts(body, **parts):
    return [line.text for line in read(body, **parts).lines]


def test_numbers_are_counted_by_level_and_restart_below():
    deep = listed("", item(p("x")), item(p("x"), listed("", item(p("x")), item(p("x")))))
    body = listed("Clauses", item(p("x"), deep), item(p("x"), listed("", item(p("x")))))
    assert numbers(body) == ["1.", "1.1", "1.2", "(a)", "(b)", "2.", "2.1"]


@pytest.mark.parametrize(
    ("fmt", "rest", "shown"),
    [
        ("a", "", ["z", "aa", "ab"]),
        ("a", 'style:num-letter-sync="true"', ["z", "aa", "bb"]),
        ("A", "", ["Z", "AA", "AB"]),
        ("i", "", ["xxvi", "xxvii", "xxviii"]),
        ("I", "", ["XXVI", "XXVII", "XXVIII"]),
        ("1st", "", ["26th", "27th", "28th"]),
        ("一, 二, 三, ...", "", ["26", "27", "28"]),
        ("", "", ["", "", ""]),
    ],
)
def test_numbers_are_printed_in_their_format(fmt, rest, shown):
    own = list_style("L", level(1, fmt, suffix="", rest=f'text:start-value="26" {rest}'))
    assert numbers(listed("L", *[item(p("x"))] * 3), own) == shown


def test_bullets_have_no_number():
    own = list_style("L", '<text:list-level-style-bullet text:level="1" text:bullet-char="•"/>')
    assert numbers(listed("L", item(p("x"))), own) == [""]


def test_a_level_without_format_is_left_out_of_those_shown():
    own = list_style("L", level(1, "", prefix="Item "), level(2, rest='text:display-levels="2"'))
    assert numbers(listed("L", item(p("x"), listed("", item(p("x"))))), own) == ["", "1."]


def test_the_pattern_of_a_level_goes_before_its_prefix_and_suffix():
    pattern = 'loext:num-list-format="[%1%-%2%]" text:display-levels="2"'
    own = list_style("L", level(1), level(2, "a", rest=pattern))
    assert numbers(listed("L", item(p("x"), listed("", item(p("x"))))), own) == ["1.", "[1-a]"]


def test_a_list_begins_anew_unless_it_goes_on():
    one = listed("Clauses", item(p("x")))
    assert numbers(one + p("x") + one) == ["1.", "", "1."]
    assert numbers(one + p("x") + listed("Clauses", item(p("x")), rest=GOES_ON)) == ["1.", "", "2."]


def test_a_list_goes_on_with_the_latest_of_its_style_though_another_stands_between():
    body = listed("Clauses", item(p("x"))) + listed("Others", item(p("x")))
    assert numbers(body + listed("Clauses", item(p("x")), rest=GOES_ON)) == ["1.", "C)", "2."]


def test_a_list_goes_on_with_the_one_that_it_names():
    body = listed("Clauses", item(p("x")), rest='xml:id="one"') + listed("Clauses", item(p("x")), rest='xml:id="two"')
    assert numbers(body + listed("Clauses", item(p("x")), rest='text:continue-list="one"')) == ["1.", "1.", "2."]


def test_a_second_list_in_an_item_begins_anew_unless_it_goes_on():
    first = listed("", item(p("x")), item(p("x")))
    for rest, number in (("", "1.1"), (GOES_ON, "1.3")):
        body = listed("Clauses", item(p("x"), first, p("between"), listed("", item(p("x")), rest=rest)))
        assert numbers(body) == ["1.", "1.1", "1.2", "", number]


def test_a_list_within_one_that_goes_on_goes_on_too():
    deep = listed("Clauses", item(listed("", item(p("x")))), rest=GOES_ON)
    assert numbers(listed("Clauses", item(p("x"))) + deep + deep) == ["1.", "1.1", "1.2"]


def test_an_item_may_start_at_a_number_of_its_own():
    body = listed("Clauses", item(p("x"), rest='text:start-value="5"'), item(p("x")))
    assert numbers(body) == ["5.", "6."]


def test_only_the_first_paragraph_of_an_item_bears_its_number():
    assert numbers(listed("Clauses", item(p("x"), p("more of it")), item(p("x")))) == ["1.", "", "2."]


def test_a_lists_header_is_not_counted():
    body = listed("Clauses", f"<text:list-header>{p('x')}</text:list-header>", item(p("x")))
    assert numbers(body) == ["", "1."]


def test_an_empty_numbered_paragraph_counts():
    assert numbers(listed("Clauses", item(p("x")), item(p("")), item(p("x")))) == ["1.", "3."]


def test_level_used_without_the_one_above_takes_its_start():
    deep = listed("Clauses", item(listed("", item(p("x")))))
    assert numbers(deep) == ["1.1"]


def test_an_item_may_have_a_style_of_its_own():
    body = listed("Clauses", item(p("x")), item(p("x"), rest='text:style-override="Others"'))
    assert numbers(body) == ["1.", "B)"]


def test_a_list_without_a_style_takes_that_of_its_paragraphs():
    own = CLAUSES + style("Clause", rest='style:list-style-name="Clauses"')
    assert numbers(listed("", item(p("x", "Clause"))), own) == ["1."]


def test_a_paragraph_may_name_its_list_and_level_itself():
    lone = '<text:numbered-paragraph text:list-id="one" text:style-name="Clauses" text:level="{}">{}</text:numbered-paragraph>'
    body = lone.format(1, p("x")) + p("x") + lone.format(1, p("x")) + lone.format(2, p("x"))
    assert numbers(body) == ["1.", "", "2.", "2.1"]


OUTLINE = (
    '<text:outline-style style:name="Outline">'
    '<text:outline-level-style text:level="1" style:num-format="1" style:num-suffix="."/>'
    '<text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/>'
    '<text:outline-level-style text:level="3" style:num-format=""/></text:outline-style>'
)


def test_headings_are_counted_by_the_outline():
    body = h("x", 1) + h("x", 2) + p("x") + h("x", 2) + h("x", 3) + h("x", 1)
    assert numbers(body, common=OUTLINE) == ["1.", "1.1", "", "1.2", "", "2."]


def test_headings_that_say_so_are_not_counted():
    plain = style("Plain", rest='style:list-style-name=""')
    body = h("x", 1, rest='text:is-list-header="true"') + h("x", 1, "Plain") + h("x", 1)
    assert numbers(body, plain, common=OUTLINE) == ["", "", "1."]


def test_a_heading_may_restart_the_outline():
    body = h("x", 1) + h("x", 1, rest='text:restart-numbering="true" text:start-value="7"') + h("x", 1)
    assert numbers(body, common=OUTLINE) == ["1.", "7.", "8."]


def test_headings_have_levels():
    common = style("Title") + style("Heading_20_2", rest='style:display-name="Heading 2"')
    own = style("Mine", rest='style:parent-style-name="Heading_20_2"')
    own += style("Body", rest='style:parent-style-name="Heading_20_2" style:default-outline-level=""')
    reading = read(
        p("Netherby", "Title") + h("Hedges", 3) + p("Lamps", "Mine") + p("Text", "Body") + p("Text"),
        own=own,
        common=common,
    )
    assert [line.level for line in reading.lines] == [1, 3, 2, 0, 0]
    assert reading.title == "Netherby"


def test_header_is_the_title_where_no_paragraph_is():
    masters = "<style:master-page><style:header>{}</style:header></style:master-page>"
    header = masters.format(p("Draft")) + masters.format(p("Netherby Council,<text:s/>4 March 2024"))
    reading = read(p("Present: Ann Hay"), masters=header)
    assert reading.title == "Netherby Council, 4 March 2024"
    assert [line.text for line in reading.lines] == ["Present: Ann Hay"]


def test_bold_comes_from_words_or_their_style():
    own = style("Loud", words(fo_font_weight="bold")) + style("Heavy", words(fo_font_weight="700"), family="text")
    own += style("Plain", words(fo_font_weight="normal"), family="text")
    span = '<text:span text:style-name="{}">{}</text:span>'
    body = p(span.format("Heavy", "a")) + p("b", "Loud") + p(span.format("Plain", "c"), "Loud") + p("d")
    body += p(span.format("Heavy", "e") + " f")
    assert [line.bold for line in read(body, own=own).lines] == [True, True, False, False, False]


def test_indent_is_in_points():
    own = style("In", '<style:paragraph-properties fo:margin-left="1.27cm"/>')
    assert [line.indent for line in read(p("x", "In") + p("y"), own=own).lines] == [36.0, 0.0]


def test_a_lists_indent_is_added_to_the_paragraphs_or_gives_way_to_it():
    margin = '<style:paragraph-properties fo:margin-left="1in"/>'
    added = '<style:list-level-properties text:space-before="0.25in" text:min-label-width="0.25in"/>'
    instead = (
        '<style:list-level-properties><style:list-level-label-alignment fo:margin-left="0.5in"/>'
        "</style:list-level-properties>"
    )
    for told, indents in ((added, [36.0, 108.0]), (instead, [36.0, 72.0])):
        own = list_style("L", level(1, inner=told)) + style("In", margin)
        body = listed("L", item(p("x")), item(p("x", "In")))
        assert [line.indent for line in read(body, own=own).lines] == indents


def test_tracked_deletions_are_left_out_and_insertions_kept():
    deleted = f"<text:changed-region><text:deletion>{p('down')}</text:deletion></text:changed-region>"
    body = f"<text:tracked-changes>{deleted}</text:tracked-changes>"
    body += p('cut <text:change text:change-id="1"/><text:change-start/>the<text:change-end/> hedge')
    assert texts(body) == ["cut the hedge"]


def test_notes_and_comments_are_left_out():
    note = f"<text:note><text:note-citation>1</text:note-citation><text:note-body>{p('a note')}</text:note-body></text:note>"
    body = p(f"The hedge{note} was<office:annotation>{p('by whom?')}</office:annotation> cut.")
    assert texts(body) == ["The hedge was cut."]


def test_hidden_words_paragraphs_and_sections_are_left_out():
    own = style("Hid", words(text_display="none"), family="text") + style("Gone", words(text_display="none"))
    body = p('<text:span text:style-name="Hid">secret</text:span>shown<text:hidden-text>never</text:hidden-text>')
    body += p("gone", "Gone") + p('<text:hidden-paragraph text:is-hidden="true"/>gone too')
    body += f'<text:section text:display="none">{p("closed")}</text:section><text:section>{p("open")}</text:section>'
    assert texts(body, own=own) == ["shown", "open"]


def test_tabs_breaks_and_spaces_are_shown_and_soft_page_breaks_are_not():
    body = p("Ann<text:tab/>Hay\n   was<text:line-break/>co-<text:soft-page-break/>opted<text:s text:c='3'/>then")
    reading = read(body)
    assert [(line.text, line.blank_before) for line in reading.lines] == [
        ("Ann Hay was", True),
        ("co-opted then", False),
    ]


def test_spaces_without_end_cost_nothing():
    assert texts(p('a<text:s text:c="999999999"/>b')) == ["a b"]


def test_links_and_tables_of_contents_are_read():
    entries = f"<text:index-title>{p('Contents')}</text:index-title>{p('Hedges 2')}"
    source = "<text:table-of-content-source><text:index-title-template>Not shown</text:index-title-template></text:table-of-content-source>"
    body = f"<text:table-of-content>{source}<text:index-body>{entries}</text:index-body></text:table-of-content>"
    assert texts(body + p("<text:a>the report</text:a>")) == ["Contents", "Hedges 2", "the report"]


def test_text_box_is_read_after_its_anchor():
    box = f"<draw:frame><draw:text-box>{p('Boxed words')}</draw:text-box></draw:frame>"
    assert texts(p(f"Anchor{box} goes on")) == ["Anchor goes on", "Boxed words"]
    assert texts(f"<draw:custom-shape>{p('Drawn')}</draw:custom-shape>" + p("Text")) == ["Drawn", "Text"]


def test_table_rows_have_cells():
    rows = [[cell(p("Action")), cell(p("Owner"))], [cell(p("Cut"), p("it")), cell(p()), cell(p("AH"))]]
    body = table(rows[0]).replace("<table:table>", "<table:table><table:table-header-rows>")
    body = body.replace("</table:table>", "</table:table-header-rows></table:table>") + table(rows[1])
    assert [line.cells for line in read(body).lines] == [("Action", "Owner"), ("Cut it", "", "AH")]


def test_counted_number_of_a_row_is_the_lines():
    rows = [[cell(listed("Clauses", item(p("")), rest=GOES_ON)), cell(p("Cut it")), cell(p("AH"))]] * 2
    reading = read(table(*rows), own=CLAUSES)
    assert [(line.number, line.cells) for line in reading.lines] == [
        ("1.", ("", "Cut it", "AH")),
        ("2.", ("", "Cut it", "AH")),
    ]


def test_a_cell_over_several_columns_is_one_and_over_several_rows_is_not_repeated():
    wide = cell(p("Hedges and lamps"), rest='table:number-columns-spanned="2"')
    high = cell(p("Hedges"), rest='table:number-rows-spanned="2"')
    body = table(
        [wide, COVERED, cell(p("AH"))],
        [high, cell(p("cut")), cell(p("AH"))],
        [f"<table:covered-table-cell>{p('unseen')}</table:covered-table-cell>", cell(p("paid")), cell(p("BO"))],
    )
    assert [line.cells for line in read(body).lines] == [
        ("Hedges and lamps", "AH"),
        ("Hedges", "cut", "AH"),
        ("", "paid", "BO"),
    ]


def test_cells_repeated_without_end_are_cut_off():
    many = cell(rest='table:number-columns-repeated="999999999"')
    [line] = read(table([cell(p("Cut")), many, cell(p("AH"))])).lines
    assert len(line.cells) < 100


def test_minutes_laid_out_in_a_table_are_prose_with_notes():
    told = cell(p("Hedges"), p("It was cut."), p("Thanks were given."), p("Noted."))
    counted = cell(listed("Clauses", item(p("")), rest=GOES_ON))
    body = table([counted, told, cell(p("Clerk"))], [counted, cell(p("Benches")), cell(p())])
    assert [(line.number, line.text, line.cells) for line in read(body, own=CLAUSES).lines] == [
        ("1.", "Hedges", ()),
        ("", "It was cut.", ()),
        ("", "Thanks were given.", ()),
        ("", "Noted.", ()),
        ("", "Clerk", ("", "Clerk")),
        ("2.", "Benches", ()),
    ]


def test_a_table_in_a_cell_is_read_in_its_place():
    body = table([cell(p("Before"), table([cell(p("Cut")), cell(p("AH"))]), p("after"))])
    assert texts(body) == ["Before", "Cut", "AH", "after"]


def test_file_with_a_password_is_refused():
    locked = "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>"
    with pytest.raises(EncryptedPaper, match="wants a password"):
        read(p("x"), manifest=locked)


def test_file_without_text_is_refused():
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.text")
    with pytest.raises(UnreadablePaper, match="holds no text"):
        read_odt(buffer.getvalue(), "made.odt")


def test_damaged_zip_is_refused():
    with pytest.raises(UnreadablePaper, match="OpenDocument file is damaged"):
        read_odt(b"PK\x03\x04 cut short", "made.odt")


def test_text_nested_without_end_is_refused():
    with pytest.raises(UnreadablePaper, match="nested too deeply"):
        read(p("<text:span>" * 5000 + "x" + "</text:span>" * 5000))


def test_entities_of_a_hostile_file_are_not_followed():
    buffer = BytesIO()
    with zipfile.ZipFile(BytesIO(opendocument(p("Present")))) as old, zipfile.ZipFile(buffer, "w") as new:
        text = old.read("content.xml").decode().replace("Present", "Pre&e;sent")
        new.writestr("content.xml", '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>' + text)
    assert [line.text for line in read_odt(buffer.getvalue(), "made.odt").lines] == ["Present"]
