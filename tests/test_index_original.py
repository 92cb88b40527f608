import pytest
from fpdf import FPDF

from index import Index
from index.build import Build
from index.embedders.words import WordsEmbedder
from index.original import original_of, page_picture


@pytest.fixture
def index(tmp_path):
    made = FPDF()
    made.set_font("Helvetica", size=12)
    made.add_page()
    made.cell(0, 10, "HARBOUR COMMITTEE, 4th March 2031. That the quay wall be mended.")
    (tmp_path / "papers").mkdir()
    made.output(str(tmp_path / "papers" / "march.pdf"))
    (tmp_path / "papers" / "april.txt").write_text("HARBOUR COMMITTEE\n\n1. QUAY WALL\n\nThe wall was mended.\n")
    (tmp_path / "papers" / "papers.csv").write_text("file,url\nmarch.pdf,https://orrendale.example/march.pdf\n")
    Build(tmp_path / "home", WordsEmbedder()).add([tmp_path / "papers"])
    with Index.open(tmp_path / "home", "words") as index:
        yield index


def test_the_file_and_the_councils_own_address_for_it_are_found(index, tmp_path):
    original = original_of(index.catalogue, "march.pdf")
    assert original.path == tmp_path / "papers" / "march.pdf"
    assert original.url == "https://orrendale.example/march.pdf"
    assert original_of(index.catalogue, "april.txt").url == ""


def test_a_file_that_has_gone_or_changed_is_not_given(index, tmp_path):
    (tmp_path / "papers" / "april.txt").write_text("Something else.")
    (tmp_path / "papers" / "march.pdf").unlink()
    assert original_of(index.catalogue, "april.txt").path is None
    assert original_of(index.catalogue, "march.pdf").path is None
    assert original_of(index.catalogue, "never-held.txt").path is None


def test_an_address_that_is_no_web_address_is_not_given(index, tmp_path):
    (tmp_path / "papers" / "papers.csv").write_text("file,url\nmarch.pdf,javascript:alert(1)\n")
    assert original_of(index.catalogue, "march.pdf").url == ""


def test_a_page_of_a_pdf_is_drawn_and_of_nothing_else(index):
    picture = page_picture(index.catalogue, "march.pdf", 1, "That the quay wall be mended.")
    assert picture
    assert len(picture.boxes) == 1
    assert page_picture(index.catalogue, "march.pdf", 9) is None
    assert page_picture(index.catalogue, "april.txt", 1) is None


def test_a_page_of_a_pdf_is_drawn_whatever_its_suffix(index, tmp_path):
    (tmp_path / "papers" / "march.pdf").rename(tmp_path / "papers" / "download.ashx")
    Build(tmp_path / "home", WordsEmbedder()).add([tmp_path / "papers"])
    assert page_picture(index.catalogue, "download.ashx", 1)
