"""Words that a page holds but does not show: hidden ones are left out, shown ones never."""

from io import BytesIO

import pytest
from pdf_pages import HEIGHT, WIDTH, at, grid, pdf, rule
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DecodedStreamObject, DictionaryObject, FloatObject, NameObject

from corpus.readers.pdf import read_pdf

NAME = at(60, 100, "The panel heard Ms Ivy Lovelock of Ham.")
BEHIND = at(60, 140, "RESOLVED: That it be noted.")
OVER_NAME = (141, 88, 224, 104)


def box(x0, y0, x1, y1, colour="0 g"):
    return f"q {colour} {x0} {HEIGHT - y1} {x1 - x0} {y1 - y0} re f Q\n"


def read(*pages, **how):
    return read_pdf(pdf(*pages, **how), "made.pdf")


def texts(*pages, **how):
    return [line.text for line in read(*pages, **how).lines]


def annotated(content, kind, edges, *, colour=(0, 0, 0), drawn="", flags=4):
    """The lines of a page with a note over it, drawn by `drawn` in its own box."""
    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf(content))))
    left, top, right, bottom = edges
    rect = [left, HEIGHT - bottom, right, HEIGHT - top]
    corners = [rect[0], rect[3], rect[2], rect[3], rect[0], rect[1], rect[2], rect[1]]
    note = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Annot"),
            NameObject("/Subtype"): NameObject(kind),
            NameObject("/Rect"): ArrayObject(map(FloatObject, rect)),
            NameObject("/QuadPoints"): ArrayObject(map(FloatObject, corners)),
            NameObject("/C"): ArrayObject(map(FloatObject, colour)),
            NameObject("/IC"): ArrayObject(map(FloatObject, colour)),
            NameObject("/F"): FloatObject(flags),
        }
    )
    if drawn:
        form = DecodedStreamObject()
        form.set_data(drawn.encode())
        form[NameObject("/Type")] = NameObject("/XObject")
        form[NameObject("/Subtype")] = NameObject("/Form")
        form[NameObject("/BBox")] = ArrayObject(map(FloatObject, (0, 0, right - left, bottom - top)))
        note[NameObject("/AP")] = DictionaryObject({NameObject("/N"): writer._add_object(form)})
    writer.pages[0][NameObject("/Annots")] = ArrayObject([writer._add_object(note)])
    out = BytesIO()
    writer.write(out)
    return [line.text for line in read_pdf(out.getvalue(), "made.pdf").lines]


@pytest.mark.parametrize("colour", ["0 g", "1 g", "0.3 0 0.5 rg", "0 0 0 1 k"])
def test_words_under_a_filled_box_are_left_out(colour):
    assert texts(NAME + box(*OVER_NAME, colour) + BEHIND) == ["The panel heard of Ham.", "RESOLVED: That it be noted."]


def test_a_page_with_words_under_a_box_is_told():
    reading = read(NAME + BEHIND, NAME + box(*OVER_NAME))
    assert reading.warnings == ("page 2 has words that are blacked out or otherwise not shown; they were left out",)


def test_words_under_a_thick_line_are_left_out():
    line = f"q 14 w 141 {HEIGHT - 96} m 224 {HEIGHT - 96} l S Q\n"
    assert texts(NAME + line)[0] == "The panel heard of Ham."


def test_dark_words_on_a_dark_box_are_left_out():
    assert texts(box(*OVER_NAME) + NAME)[0] == "The panel heard of Ham."


def test_a_box_over_a_part_of_a_line_drawn_glyph_by_glyph_hides_that_part():
    glyphs = "".join(at(60 + 9 * i, 100, char) for i, char in enumerate("LOVELOCK"))
    assert texts(glyphs + box(58, 88, 140, 104) + BEHIND) == ["RESOLVED: That it be noted."]


def test_words_on_a_shaded_row_of_a_table_are_read():
    head = box(60, 80, 400, 104, "0.2 g") + at(64, 98, "Ward", extra="1 g") + at(204, 98, "Sum", extra="1 g") + "0 g "
    rows = box(60, 104, 400, 124, "0.9 g") + at(64, 118, "Gull Street") + at(204, 118, "£40")
    assert [*texts(head + rows + grid((60, 200, 400), (80, 104, 124)))] == ["Ward\tSum", "Gull Street\t£40"]


def test_words_in_a_frame_are_read():
    assert texts(at(60, 100, "Ivy Lovelock") + f"q 55 {HEIGHT - 104} 145 19 re S Q\n") == ["Ivy Lovelock"]


def test_words_in_a_page_s_own_colour_are_left_out():
    assert texts(at(60, 100, "Seen by all") + at(60, 140, "Seen by none", extra="1 g")) == ["Seen by all"]


def test_words_that_are_not_painted_are_left_out_on_a_page_of_text():
    assert texts(at(60, 100, "Seen by all") + at(60, 140, "Seen by none", extra="3 Tr")) == ["Seen by all"]


def test_words_that_recognition_put_over_a_scan_are_read_but_not_those_blacked_out():
    scan = f"q {WIDTH} 0 0 {HEIGHT} 0 0 cm BI /W 2 /H 2 /CS /G /BPC 8 ID \xf0\x90\xd0\xb0 EI Q\n"
    words = at(60, 100, "Ivy Lovelock", extra="3 Tr") + at(60, 140, "was heard", extra="3 Tr")
    assert texts(scan + words) == ["Ivy Lovelock", "was heard"]
    assert texts(scan + words + box(50, 85, 200, 110)) == ["was heard"]


def test_words_marked_to_be_taken_out_are_left_out_though_they_are_still_seen():
    assert annotated(NAME, "/Redact", OVER_NAME) == ["The panel heard of Ham."]


def test_words_under_a_note_are_left_out():
    drawn = "0 g 0 0 83 16 re f"
    assert annotated(NAME, "/Square", OVER_NAME, drawn=drawn) == ["The panel heard of Ham."]
    assert annotated(NAME, "/Highlight", OVER_NAME) == ["The panel heard of Ham."]


def test_words_under_a_note_that_is_not_shown_or_can_be_seen_through_are_read():
    assert annotated(NAME, "/Square", OVER_NAME, drawn="0 g 0 0 83 16 re f", flags=2)[0].startswith(
        "The panel heard Ms"
    )
    assert annotated(NAME, "/Highlight", OVER_NAME, colour=(1, 1, 0))[0].startswith("The panel heard Ms")


def test_struck_words_are_left_out_and_underlined_ones_read():
    page = at(60, 100, "That the fee be 40 50 a day") + rule(140, 96.5, 153, 96.5) + rule(155, 101.5, 168, 101.5)
    reading = read(page)
    assert [line.text for line in reading.lines] == ["That the fee be 50 a day"]
    assert reading.warnings == ("page 1 has words that are struck out; they were left out",)


def test_a_table_s_line_strikes_nothing_out():
    assert texts(at(60, 100, "Ivy Lovelock") + rule(20, 96.5, 500, 96.5)) == ["Ivy Lovelock"]


def test_words_on_a_turned_page_are_hidden_where_their_box_is():
    up = "BT /F1 11 Tf 0 1 -1 0 300 200 Tm (Ivy Lovelock) Tj ET BT /F1 11 Tf 0 1 -1 0 330 200 Tm (was heard) Tj ET\n"
    assert texts(up + "q 0 g 285 190 22 100 re f Q\n", rotate=90) == ["was heard"]
