"""Plain text into lines."""

import pytest

from corpus.readers.text import decode, read_text

WORDS = "Cllr O’Dea – a cost of £5\nNext"


def read(text):
    return read_text(text.encode(), "made.txt")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_encoding_is_found_out(encoding):
    assert decode(WORDS.encode(encoding)).lstrip("\ufeff") == WORDS


def test_stray_byte_costs_no_more_than_itself():
    assert decode(b"cost \x81 of \xa35") == "cost \ufffd of £5"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_line_end_ends_a_line(end):
    assert [line.text for line in read(f"One{end}two{end}").lines] == ["One", "two"]


def test_empty_line_is_a_gap():
    assert [line.blank_before for line in read("One\ntwo\n\n\nthree").lines] == [True, False, True]


def test_form_feed_is_a_gap_and_no_page():
    reading = read("One\ftwo")
    assert [(line.text, line.page, line.blank_before) for line in reading.lines] == [
        ("One", None, True),
        ("two", None, True),
    ]


def test_tabs_part_cells():
    reading = read("22.\tAnn Hay\tCut the hedge\tDone\n\t23\nplain\twords")
    assert [line.cells for line in reading.lines] == [
        ("22.", "Ann Hay", "Cut the hedge", "Done"),
        (),
        ("plain", "words"),
    ]


def test_leading_spaces_are_an_indent():
    assert [line.indent for line in read("- Hedges\n  - Mill Lane\n\tBenches").lines] == [0.0, 10.0, 20.0]


def test_odd_spaces_are_spaces():
    assert [line.text for line in read("14 th\u00a0May  2024\u200b").lines] == ["14 th May 2024"]


def test_row_of_dashes_is_a_gap():
    assert [(line.text, line.blank_before) for line in read("One\n-----\nTwo").lines] == [("One", True), ("Two", True)]


def test_bytes_of_windows_among_utf8_are_read_by_themselves():
    assert decode("The café ".encode() + "– £5".encode("cp1252")) == "The café – £5"


def test_numbers_before_every_line_are_no_words():
    words = [
        "FELLGATE COUNCIL",
        "",
        "COAST COMMITTEE",
        "",
        "3. Huts",
        "RESOLVED: That 12",
        "huts be let.",
        "",
        "4. Seals",
    ]
    numbered = "\n".join(f"{n:3} {line}".rstrip() for n, line in enumerate([*words, "Noted."], 1))
    assert [line.text for line in read(numbered).lines] == [*filter(None, words), "Noted."]


def test_a_numbered_list_keeps_its_numbers():
    listed = "\n".join(["Seats", *(f"{n} Councillor Ash" for n in range(1, 20))])
    assert [line.text for line in read(listed).lines][1] == "1 Councillor Ash"
