from pathlib import Path

import pytest
from fpdf import FPDF

from corpus.errors import UnreadablePaper
from corpus.picture import pages_without_text, picture_of


@pytest.fixture
def pdf(tmp_path) -> Path:
    made = FPDF()
    made.set_font("Helvetica", size=12)
    for lines in (["HARBOUR COMMITTEE", "That the quay wall be mended at a", "cost of 40,000 pounds."], ["Page two."]):
        made.add_page()
        for line in lines:
            made.cell(0, 10, line, new_x="LMARGIN", new_y="NEXT")
    made.output(str(tmp_path / "march.pdf"))
    return tmp_path / "march.pdf"


def test_a_page_is_drawn_with_a_box_for_each_line_of_the_words(pdf):
    picture = picture_of(pdf, 1, "That the quay wall be mended at a cost of 40,000 pounds.")
    assert picture.jpeg[:2] == b"\xff\xd8"
    assert picture.pages == 2
    upper, lower = picture.boxes
    assert upper.top < lower.top
    assert upper.width > lower.width
    assert all(0 < box.left < 0.2 and 0 < box.top < 0.2 and box.height < 0.05 for box in picture.boxes)


def test_words_that_run_over_to_the_next_page_are_marked_as_far_as_they_stand_here(pdf):
    assert len(picture_of(pdf, 1, "cost of 40,000 pounds. Page two, and more.").boxes) == 1


def test_words_that_stand_elsewhere_are_not_marked(pdf):
    assert picture_of(pdf, 2, "That the quay wall be mended").boxes == ()


def test_a_page_that_is_not_there_and_a_file_that_is_no_pdf_are_refused(pdf, tmp_path):
    with pytest.raises(UnreadablePaper, match="no page 3"):
        picture_of(pdf, 3)
    (tmp_path / "odd.pdf").write_text("no PDF")
    with pytest.raises(UnreadablePaper, match="cannot be opened"):
        picture_of(tmp_path / "odd.pdf", 1)


def test_pages_without_a_letter_are_found(tmp_path):
    made = FPDF()
    made.set_font("Helvetica", size=12)
    made.add_page()
    made.cell(0, 10, "Words.")
    made.add_page()
    made.rect(10, 10, 50, 50)
    made.output(str(tmp_path / "scan.pdf"))
    assert pages_without_text(tmp_path / "scan.pdf") == (2,)
