import pytest
from scanned_papers import MINUTES, scanned

from corpus import recognition
from corpus.picture import image_of, picture_of
from corpus.readers.pdf import read_pdf
from corpus.recognition import RecognitionFault, read_lines

pytestmark = pytest.mark.skipif(not recognition.installed(), reason=f"run {recognition.INSTALL} to test it")


@pytest.fixture(autouse=True)
def no_recognition():
    """Pictures of pages are read here."""


def test_a_scanned_page_is_read_with_its_spaces_and_in_order():
    assert [line.text for line in read_pdf(scanned(MINUTES), "scan.pdf").lines] == list(MINUTES)


def test_a_number_that_stands_apart_is_not_run_into_its_words():
    page = ("3             Apologies for absence", "4             Minutes of the last meeting", "Agreed.")
    found = [line.text for line in read_lines(image_of(scanned(page), 1, 200))]
    assert found == ["3", "Apologies for absence", "4", "Minutes of the last meeting", "Agreed."]


def test_the_words_quoted_are_marked_on_the_picture_where_they_stand(tmp_path):
    path = tmp_path / "scan.pdf"
    path.write_bytes(scanned(MINUTES))
    [page] = read_pdf(path.read_bytes(), "scan.pdf").read_pages
    [box] = picture_of(path, 1, "the quay wall be mended", read=page.lines).boxes
    assert 0.24 < box.top < 0.29
    assert box.height < 0.03
    assert 0.18 < box.left < 0.26


def test_a_picture_without_words_is_told():
    reading = read_pdf(scanned((), MINUTES), "scan.pdf")
    assert reading.warnings == ("pictures in which no words were found (1); see whether they hold any",)


def test_what_the_library_raises_is_told_as_a_fault_of_recognition(monkeypatch):
    def engine():
        raise MemoryError

    monkeypatch.setattr(recognition, "_engine", engine)
    with pytest.raises(RecognitionFault, match="MemoryError"):
        read_lines(image_of(scanned(("Agreed.",)), 1, 72))


def test_nothing_is_fetched_to_read(monkeypatch):
    def refuse(*_):
        raise AssertionError

    monkeypatch.setattr("socket.socket.connect", refuse)
    recognition._engine.cache_clear()
    assert read_lines(image_of(scanned(MINUTES), 1, 150))
