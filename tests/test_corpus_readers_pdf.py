"""PDF pages into lines. Every page here is drawn by hand, so that each fault stands alone."""

from io import BytesIO

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DecodedStreamObject, DictionaryObject, FloatObject, NameObject

import corpus.readers.pdf as module
from corpus.errors import UnreadablePaper
from corpus.readers.pdf import read_pdf

HEIGHT, WIDTH = 842, 595
PROSE = "The committee considered the report of the clerk on the hedge in Mill Lane and the cost"


def at(x, y, text, *, size=11, bold=False, extra=""):
    """Text drawn at a place measured from the top left corner."""
    font = "F2" if bold else "F1"
    shown = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT {extra} /{font} {size} Tf 1 0 0 1 {x} {HEIGHT - y} Tm ({shown}) Tj ET\n"


def lines_at(x, y, *texts, step=14, **how):
    return "".join(at(x, y + i * step, text, **how) for i, text in enumerate(texts))


def rule(x0, y0, x1, y1):
    return f"{x0} {HEIGHT - y0} m {x1} {HEIGHT - y1} l S\n"


def grid(xs, ys):
    """The lines of a table with these edges."""
    across = "".join(rule(xs[0], y, xs[-1], y) for y in ys)
    return across + "".join(rule(x, ys[0], x, ys[-1]) for x in xs)


def pdf(*pages, rotate=0, crop=None, to_unicode=None):
    """A PDF of these content streams, with Helvetica as F1 and its bold as F2."""
    font = "<< /Type /Font /Subtype /Type1 /BaseFont /{} /Encoding /WinAnsiEncoding {} >>"
    mapped = "/ToUnicode 5 0 R" if to_unicode else ""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "", font.format("Helvetica", mapped)]
    objects.append(font.format("Helvetica-Bold", ""))
    cmap = to_unicode or ""
    objects.append(f"<< /Length {len(cmap)} >>\nstream\n{cmap}\nendstream")
    kids = []
    for content in pages:
        data = content if isinstance(content, str) else content.decode("latin-1")
        number = len(objects) + 1
        box = f"/CropBox [{' '.join(map(str, crop))}]" if crop else ""
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] {box} /Rotate {rotate} "
            f"/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> /Contents {number + 1} 0 R >>"
        )
        objects.append(f"<< /Length {len(data.encode('latin-1'))} >>\nstream\n{data}\nendstream")
        kids.append(f"{number} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    out = b"%PDF-1.4\n"
    places = []
    for i, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{i} 0 obj\n{body}\nendobj\n".encode("latin-1")
    start = len(out)
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}".encode()
    return out + f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n".encode()


def read(*pages, **how):
    return read_pdf(pdf(*pages, **how), "made.pdf")


def texts(*pages, **how):
    return [line.text for line in read(*pages, **how).lines]


def cells(*pages, **how):
    return [line.cells for line in read(*pages, **how).lines]


def test_a_printed_line_is_a_line_with_page_and_indent():
    (line,) = read(at(72, 100, "Resolved: to meet again.")).lines
    assert (line.text, line.page, line.indent) == ("Resolved: to meet again.", 1, 72.0)


def test_pages_without_text_are_listed():
    reading = read(at(72, 100, "Page one"), "", at(72, 100, "Page three"))
    assert reading.pages == 3
    assert reading.pages_without_text == (2,)
    assert [line.page for line in reading.lines] == [1, 3]


def test_pages_that_are_pictures_are_told_but_not_blank_ones():
    drawn = rule(10, 10, 20, 20) * 300
    reading = read(at(72, 100, "Page one"), "", drawn, drawn, at(72, 100, "Page five"), drawn)
    assert reading.pages_without_text == (2, 3, 4, 6)
    [told] = reading.warnings
    assert told.startswith("3 of 6 pages are pictures without text (3-4, 6)")


def test_bold_is_known_by_the_fonts_name():
    heading, text = read(at(72, 100, "Apologies", bold=True) + at(72, 114, "None were received.")).lines
    assert (heading.bold, text.bold) == (True, False)


def test_wide_gap_between_lines_is_blank_before():
    reading = read(lines_at(72, 100, "One", "two", "three", "four", "five", "six") + at(72, 200, "Seven"))
    assert [line.blank_before for line in reading.lines] == [True, False, False, False, False, False, True]


def test_words_placed_one_by_one_keep_their_spaces():
    assert texts(at(72, 100, "that") + at(92, 100, "the") + at(111, 100, "minutes")) == ["that the minutes"]


def test_pieces_of_a_word_are_joined():
    assert texts("BT /F1 11 Tf 72 700 Td [(Resol) 12 (v) -8 (ed)] TJ ET") == ["Resolved"]


def test_spaces_that_are_shifts_are_spaces():
    assert texts("BT /F1 11 Tf 72 700 Td [(that) -300 (the) -300 (minutes)] TJ ET") == ["that the minutes"]


def test_raised_letters_stay_in_their_line_and_word():
    raised = at(72, 100, "on the 11") + at(116.5, 96, "th", size=7) + at(124, 100, "of May")
    assert texts(raised) == ["on the 11th of May"]


def test_heading_set_letter_by_letter_is_one_word():
    places = {72: "M", 90: "I", 99: "N", 115: "U", 131: "T", 145: "E", 160: "S"}  # 5 points between letters
    spaced = "".join(at(x, 100, letter, size=16) for x, letter in places.items())
    assert texts(spaced) == ["MINUTES"]


def test_capitals_with_drawn_spaces_are_one_word_but_a_list_of_letters_is_not():
    assert texts(at(72, 100, "A G E N D A")) == ["AGENDA"]
    assert texts(at(72, 100, "Options A B C D")) == ["Options A B C D"]


def test_ligatures_are_parted():
    cmap = "1 begincodespacerange <00> <FF> endcodespacerange\n1 beginbfchar <40> <FB03> endbfchar"
    assert texts(at(72, 100, "o@cer"), to_unicode=cmap) == ["officer"]


def test_text_that_glyphs_stand_for_is_taken():
    assert texts("BT /F1 11 Tf 72 700 Td (o) Tj /Span << /ActualText (ffi) >> BDC (#) Tj EMC (cer) Tj ET") == [
        "officer"
    ]


def test_word_drawn_twice_for_boldness_is_one_word():
    assert texts(at(72, 100, "Apologies") + at(72.3, 100, "Apologies")) == ["Apologies"]


def test_clipped_text_is_left_out():
    clip = f"q 72 {HEIGHT - 110} 200 20 re W n " + at(300, 100, "unseen") + "Q\n"
    assert texts(clip + at(72, 130, "seen")) == ["seen"]


def test_line_cut_by_a_clip_at_the_foot_is_kept():
    clip = f"q 72 {HEIGHT - 100} 200 2000 re W n " + at(72, 103, "half seen") + "Q\n"
    assert texts(clip) == ["half seen"]


def test_text_beyond_the_pages_edge_is_left_out():
    assert texts(at(700, 100, "unseen") + at(72, 100, "seen")) == ["seen"]


def test_crop_box_moves_the_corner():
    (line,) = read(at(72, 100, "Apologies"), crop=(50, 0, WIDTH, HEIGHT)).lines
    assert line.indent == 22.0


@pytest.mark.parametrize("rotate", [90, 270])
def test_page_turned_to_be_read_is_read_in_order(rotate):
    # text drawn upwards or downwards, which the page's rotation sets upright
    turn = "0 1 -1 0" if rotate == 90 else "0 -1 1 0"
    first, second = ("100 100", "114 100") if rotate == 90 else ("400 700", "386 700")
    content = f"BT /F1 11 Tf {turn} {first} Tm (First line) Tj ET BT /F1 11 Tf {turn} {second} Tm (Second) Tj ET"
    assert texts(content, rotate=rotate) == ["First line", "Second"]


def test_text_on_its_side_is_read_as_a_line():
    assert texts("BT /F1 11 Tf 0 1 -1 0 300 300 Tm (Total cost of works) Tj ET") == ["Total cost of works"]


def test_number_before_a_gap_is_part_of_the_line():
    assert texts(at(72, 100, "4.") + at(108, 100, "Apologies for absence")) == ["4. Apologies for absence"]


def test_bullet_before_a_gap_is_part_of_the_line():
    assert texts(at(72, 100, "\x95") + at(90, 100, "Hedge in Mill Lane")) == ["• Hedge in Mill Lane"]


def test_tab_within_prose_is_a_space():
    content = at(72, 100, "Mill Lane") + at(150, 100, "The clerk had written") + at(72, 114, "to the owner again.")
    assert texts(content) == ["Mill Lane The clerk had written", "to the owner again."]


def test_names_under_each_other_are_rows_of_cells():
    content = "".join(
        at(72, y, name) + at(200, y, initials) for y, name, initials in ((100, "Ann Hay", "AH"), (114, "Bob Orr", "BO"))
    )
    assert cells(content) == [("Ann Hay", "AH"), ("Bob Orr", "BO")]


def test_cell_of_several_lines_is_one_cell():
    content = (
        lines_at(72, 100, "Clerk") + lines_at(150, 100, "Write to the owner of", "the hedge") + at(300, 100, "Done")
    )
    assert cells(content) == [("Clerk", "Write to the owner of the hedge", "Done")]


def test_columns_of_prose_are_read_one_by_one():
    left = [f"left column line {i} of the news" for i in range(9)]
    right = [f"right column line {i} of the news" for i in range(9)]
    assert texts(lines_at(60, 100, *left) + lines_at(320, 100, *right)) == left + right


def test_ruled_cells_are_rows_however_they_are_drawn():
    columns = at(75, 115, "Hedge") + at(75, 145, "Bench") + at(205, 115, "Clerk") + at(205, 145, "Chair")
    assert cells(grid((70, 200, 300), (100, 130, 160)) + columns) == [("Hedge", "Clerk"), ("Bench", "Chair")]


def test_ruled_cell_centred_beside_two_lines_is_of_their_row():
    table = grid((70, 250, 320), (100, 140))
    content = lines_at(75, 115, "Share of calls answered", "within a minute") + at(260, 122, "Green")
    assert cells(table + content) == [("Share of calls answered within a minute", "Green")]


def test_empty_ruled_cell_keeps_its_column():
    table = grid((70, 200, 260, 320), (100, 130, 160))
    content = at(75, 115, "Hedge") + at(205, 115, "1") + at(265, 115, "2") + at(75, 145, "Bench") + at(265, 145, "3")
    assert cells(table + content) == [("Hedge", "1", "2"), ("Bench", "", "3")]


def test_rule_between_words_parts_cells_that_stand_close():
    table = grid((70, 118, 200), (100, 130))
    assert cells(table + at(75, 115, "Directorate", size=8) + at(121, 115, "Risk", size=8)) == [("Directorate", "Risk")]


def test_underlined_heading_does_not_cut_its_cell():
    table = grid((70, 400, 500), (100, 180))
    content = at(75, 115, "Apologies:", bold=True) + rule(75, 117, 130, 117) + at(75, 129, "None were received today.")
    assert texts(table + content + at(405, 129, "Clerk")) == ["Apologies:", "None were received today.", "Clerk"]


def test_box_around_prose_is_no_table():
    box = grid((70, 500), (90, 150))
    assert cells(box + lines_at(80, 110, "The committee is asked", "to note the report.")) == [(), ()]


def test_accounts_ruled_by_columns_alone_are_read_row_by_row():
    table = grid((70, 200, 300), (90, 200))
    rows = (("Hedges", "1,200.0"), ("Benches", "310.5"), ("Lamps", "96.0"), ("Seats", "11.0"))
    content = "".join(at(75, 110 + 14 * i, a) + at(240, 110 + 14 * i, b) for i, (a, b) in enumerate(rows))
    assert cells(table + content) == list(rows)


def test_minutes_set_in_a_ruled_table_are_prose_with_notes():
    table = grid((60, 100, 480, 560), (90, 180))
    told = at(110, 105, "Hedges", bold=True) + lines_at(110, 119, PROSE[:60], "would be paid.")
    lines = read(table + at(70, 105, "3.", bold=True) + told + at(490, 133, "Clerk")).lines
    assert [line.text for line in lines] == ["3. Hedges", PROSE[:60], "would be paid.", "Clerk"]
    assert lines[-1].cells == ("", "Clerk")


def test_margin_column_does_not_cut_a_sentence():
    prose = lines_at(60, 100, f"1. {PROSE[:72]}", "of cutting it. It was agreed that AH should write.")
    after = lines_at(60, 142, "2. The bench by the pond would be painted green in the spring.")
    lines = read(prose + after + at(540, 100, "AH")).lines
    assert [line.text for line in lines][:4] == [
        f"1. {PROSE[:72]}",
        "of cutting it. It was agreed that AH should write.",
        "AH",
        "2. The bench by the pond would be painted green in the spring.",
    ]
    assert lines[2].cells == ("", "AH")


def test_initials_flush_right_on_a_last_line_are_a_note():
    content = lines_at(60, 100, PROSE, "would be met.") + at(500, 114, "BO") + at(60, 128, "The bench was painted.")
    assert texts(content) == [PROSE, "would be met.", "BO", "The bench was painted."]


def test_name_in_a_list_of_those_present_is_no_note():
    rows = "".join(
        at(60, y, a) + at(160, y, b) + at(300, y, c) + at(500, y, d)
        for y, a, b, c, d in ((100, "Ann Hay", "AH", "Cy Low", "CL"), (114, "Bob Orr", "BO", "Di Fay", "DF"))
    )
    assert cells(rows + at(60, 150, PROSE)) == [
        ("Ann Hay", "AH", "Cy Low", "CL"),
        ("Bob Orr", "BO", "Di Fay", "DF"),
        (),
    ]


def test_running_foot_drawn_first_comes_last():
    content = at(72, 800, "Netherby Parish Council 7") + lines_at(72, 100, "The hedge", "was cut.")
    assert texts(content) == ["The hedge", "was cut.", "Netherby Parish Council 7"]


def test_running_head_drawn_last_comes_first():
    content = lines_at(72, 100, "The hedge", "was cut.") + at(72, 40, "Netherby Parish Council")
    assert texts(content) == ["Netherby Parish Council", "The hedge", "was cut."]


def test_agenda_items_pages_are_no_cell():
    content = "".join(
        at(72, y, text) + at(450, y, pages)
        for y, text, pages in ((100, "1. Minutes", "(Pages 1 - 6)"), (120, "2. Hedges", "(Pages 7 - 9)"))
    )
    assert cells(content) == [(), ()]
    assert texts(content) == ["1. Minutes (Pages 1 - 6)", "2. Hedges (Pages 7 - 9)"]


def test_row_of_dashes_is_a_gap():
    reading = read(lines_at(72, 100, "One", "------", "Two"))
    assert [(line.text, line.blank_before) for line in reading.lines] == [("One", True), ("Two", True)]


def test_operator_without_its_numbers_is_passed_over():
    assert texts("BT /F1 11 Tf 72 700 Td Td (Apologies) Tj ET 1 w cm") == ["Apologies"]


def test_form_within_itself_ends():
    writer = PdfWriter(clone_from=BytesIO(pdf("/X Do " + at(72, 100, "Apologies"))))
    page = writer.pages[0]
    form = DecodedStreamObject()
    form.set_data(b"/X Do")
    form.update({NameObject("/Type"): NameObject("/XObject"), NameObject("/Subtype"): NameObject("/Form")})
    held = writer._add_object(form)
    forms = DictionaryObject({NameObject("/X"): held})
    page["/Resources"][NameObject("/XObject")] = forms
    form[NameObject("/Resources")] = DictionaryObject({NameObject("/XObject"): forms})
    out = BytesIO()
    writer.write(out)
    assert [line.text for line in read_pdf(out.getvalue(), "made.pdf").lines] == ["Apologies"]


def test_damaged_page_costs_that_page_alone(monkeypatch):
    def sheet_of(page, shelf, repeats):
        if page.page_number == 1:
            raise ValueError
        return real(page, shelf, repeats)

    real = module.sheet_of
    monkeypatch.setattr(module, "sheet_of", sheet_of)
    reading = read(at(72, 100, "One"), at(72, 100, "Two"), at(72, 100, "Three"))
    assert [line.text for line in reading.lines] == ["One", "Three"]
    assert reading.warnings == ("page 2 is damaged and was left out",)
    assert reading.pages_without_text == (2,)


def test_pdf_whose_every_page_is_damaged_is_refused(monkeypatch):
    def sheet_of(page, shelf, repeats):  # noqa: ARG001
        raise KeyError

    monkeypatch.setattr(module, "sheet_of", sheet_of)
    with pytest.raises(UnreadablePaper, match="no page"):
        read(at(72, 100, "One"))


def test_compressed_pages_are_read():
    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf(at(72, 100, "Apologies")))))
    for page in writer.pages:
        page.compress_content_streams()
    out = BytesIO()
    writer.write(out)
    assert [line.text for line in read_pdf(out.getvalue(), "made.pdf").lines] == ["Apologies"]


def test_private_bullet_of_a_picture_font_is_a_bullet():
    cmap = "1 begincodespacerange <00> <FF> endcodespacerange\n1 beginbfchar <40> <F0B7> endbfchar"
    assert texts(at(72, 100, "@") + at(90, 100, "Hedge"), to_unicode=cmap) == ["• Hedge"]


def test_words_in_a_font_without_letters_are_warned_of():
    content = "BT /F3 11 Tf 72 700 Td <00410042> Tj ET " + at(72, 100, "Apologies")
    font = "/F3 << /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [<< /Type /Font "
    font += "/Subtype /CIDFontType2 /BaseFont /X /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) >> >>] >>"
    data = pdf(content).replace(b"/F2 4 0 R >>", b"/F2 4 0 R " + font.encode() + b" >>")
    reading = read_pdf(data, "made.pdf")
    assert [line.text for line in reading.lines] == ["Apologies"]
    assert "page 1 has words whose font" in reading.warnings[0]


def test_filled_in_field_of_a_form_is_read():
    writer = PdfWriter(clone_from=BytesIO(pdf(at(72, 100, "Name of the officer:"))))
    page = writer.pages[0]
    look = DecodedStreamObject()
    look.set_data(b"BT /F1 11 Tf 2 2 Td (Ann Hay) Tj ET")
    look[NameObject("/BBox")] = ArrayObject(map(FloatObject, (0, 0, 100, 20)))
    look[NameObject("/Resources")] = page["/Resources"]
    field = DictionaryObject(
        {
            NameObject("/Rect"): ArrayObject(map(FloatObject, (72, 700, 172, 720))),
            NameObject("/AP"): DictionaryObject({NameObject("/N"): writer._add_object(look)}),
        }
    )
    page[NameObject("/Annots")] = ArrayObject([field])
    out = BytesIO()
    writer.write(out)
    reading = read_pdf(out.getvalue(), "made.pdf")
    assert [(line.text, line.indent) for line in reading.lines] == [("Name of the officer:", 72.0), ("Ann Hay", 74.0)]


def test_number_of_an_action_is_a_cell_of_its_row():
    table = grid((60, 100, 200, 400, 560), (90, 120, 150))
    row = "".join(
        at(x, 105, text) for x, text in ((65, "22."), (105, "Ann Hay"), (205, "Cut the hedge"), (405, "Done"))
    )
    assert cells(table + row + at(65, 135, "23.") + at(205, 135, "Paint the bench")) == [
        ("22.", "Ann Hay", "Cut the hedge", "Done"),
        ("23.", "", "Paint the bench", ""),
    ]


def test_column_of_numbers_gives_each_paragraph_its_number():
    table = grid((60, 100, 500), (90, 220))
    numbers = at(65, 105, "6.") + at(65, 131, "6.1") + at(65, 168, "6.2")
    told = at(110, 105, "Papers", bold=True) + at(110, 133, "Hedges") + at(110, 150, "Noted.") + at(110, 176, "Lamps")
    lines = read(table + numbers + told + at(110, 193, "Agreed.") + at(60, 240, "End")).lines
    assert [(line.number, line.text) for line in lines] == [
        ("6.", "Papers"),
        ("6.1", "Hedges"),
        ("", "Noted."),
        ("6.2", "Lamps"),
        ("", "Agreed."),
        ("", "End"),
    ]
