import pytest
from scanned_papers import reads, scanned, typed

from corpus import recognition
from corpus.readers.pdf import read_pdf, scans
from corpus.recognition import WATCH, RecognitionFault


def texts(reading):
    return [line.text for line in reading.lines]


def test_lines_read_from_a_picture_stand_on_their_page_among_the_others(monkeypatch):
    reads(monkeypatch, "1. Apologies", "There were none.")
    reading = read_pdf(scanned(("x",)), "scan.pdf")
    assert texts(reading) == ["1. Apologies", "There were none."]
    assert [line.page for line in reading.lines] == [1, 1]
    assert reading.pages_without_text == ()
    assert [page.page for page in reading.read_pages] == [1]


def test_a_page_that_holds_text_is_not_read_from_its_picture(monkeypatch):
    reads(monkeypatch, "Something else that the picture would say.")
    assert texts(read_pdf(typed(("Agreed to meet again.",)), "typed.pdf")) == ["Agreed to meet again."]


def test_a_scan_with_a_page_number_stamped_on_it_is_read(monkeypatch):
    reads(monkeypatch, "That the quay wall be mended at a cost of 40,000 pounds.", "Page 12")
    assert len(texts(read_pdf(scanned(("x",), stamp="Page 12"), "scan.pdf"))) == 2


def test_a_picture_with_a_letter_or_two_holds_no_words(monkeypatch):
    reads(monkeypatch, "l1")
    reading = read_pdf(scanned(("x",)), "scan.pdf")
    assert reading.lines == ()
    assert reading.warnings == ("pictures in which no words were found (1); see whether they hold any",)


def test_text_is_kept_where_the_picture_says_little_more(monkeypatch):
    reads(monkeypatch, "P4ge l2")
    assert texts(read_pdf(scanned(("x",), stamp="Page 12"), "scan.pdf")) == ["Page 12"]


def test_without_the_extra_the_pictures_are_told_with_how_to_install_it():
    [told] = read_pdf(scanned(("x",), ("y",)), "scan.pdf").warnings
    assert told.startswith("2 of 2 pages are pictures without text (1-2)")
    assert recognition.INSTALL in told


def test_reading_stops_at_the_most_pages_of_a_file_and_says_so(monkeypatch):
    reads(monkeypatch, "Agreed to meet again.")
    monkeypatch.setattr(scans, "MOST_PAGES", 1)
    reading = read_pdf(scanned(("x",), ("y",), ("z",)), "scan.pdf")
    assert len(reading.lines) == 1
    assert "stopped after 1 pages" in reading.warnings[0]
    assert "(2-3)" in reading.warnings[0]


def test_reading_stops_after_the_most_seconds_of_a_file_and_says_so(monkeypatch):
    reads(monkeypatch, "Agreed to meet again.")
    monkeypatch.setattr(scans, "MOST_SECONDS", 0.0)
    [told] = read_pdf(scanned(("x",)), "scan.pdf").warnings
    assert "stopped after 0 minutes" in told


def test_a_picture_that_recognition_fails_at_costs_that_page_alone(monkeypatch):
    def fail(_image):
        raise RecognitionFault

    reads(monkeypatch)
    monkeypatch.setattr(recognition, "read_lines", fail)
    reading = read_pdf(scanned(("x",)), "scan.pdf")
    assert reading.warnings == ("text recognition failed at pictures (1); scan these pages anew",)


def test_who_watches_is_told_of_each_page(monkeypatch):
    told = []
    reads(monkeypatch, "Agreed to meet again.")
    before = WATCH.set(lambda page, pages: told.append((page, pages)))
    try:
        read_pdf(scanned(("x",), ("y",)), "scan.pdf")
    finally:
        WATCH.reset(before)
    assert told == [(1, 2), (2, 2)]


@pytest.mark.parametrize(("numbers", "told"), [([3, 4, 5, 9], "3-5, 9"), ([2], "2"), ([], "")])
def test_page_numbers_are_told_in_ranges(numbers, told):
    assert scans.ranges(numbers) == told
