import pytest

from corpus.marks import find_series, read_mark


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("246. MINUTES OF THE PREVIOUS MEETING", "246"),
        ("3112. ROADS", "3112"),
        ("(1) That the report be noted", "(1)"),
        ("(1)That the report be noted", "(1)"),
        ("a) the Mayor", "a)"),
        ("(iv) the Clerk", "(iv)"),
        ("7.4 What we are concerned about", "7.4"),
        ("6.3.3. Restructuring", "6.3.3"),
        ("10.1Sheila asked for help", "10.1"),
        ("18.11.7 Footpaths", "18.11.7"),
        ("A.12 Budget", "A.12"),
        ("1(d) any other matter", "1(d)"),
        ("Question 1", "Question 1"),
        ("Question 2 from Mr Oakes to the Leader", "Question 2"),
        ("Q3. Will the pool reopen?", "Q3"),
        ("Action 4", "Action 4"),
        ("3: Roads", "3"),
        ("4 - Parks", "4"),
        ("Appendix One", "Appendix One"),
    ],
)
def test_a_number_is_kept_as_printed(line, label):
    assert read_mark(line).label == label


@pytest.mark.parametrize(
    "line",
    [
        "12 of the actions were green",
        "8 children were placed over 100 miles away",
        "1st and 2nd monitoring reports",
        "2/3s of the borough",
        "919 children out of 978",
        "5 December 2017",
        "14/01/2015",
        "7.30pm in the Village Hall",
        "2.00 p.m. start",
        "24/00093 - Future of the library",
        "281.45 2040 301.92",
        "0.3 FTE posts",
        "A. Smith (Chair)",
        "Item 3 – The fourth bullet should refer to roads",
        "Part 8 Procedure",
        "Appendix 2 Consultation report",
        "A1 North Junction",
    ],
)
def test_what_is_no_number_of_an_item_is_left_alone(line):
    assert read_mark(line) is None


def test_a_count_with_a_capital_after_it_is_unsure():
    assert not read_mark("12 Councillors attended").sure


def test_a_mark_ends_where_the_words_begin():
    assert "251.  TITLE"[read_mark("251.  TITLE").end :] == "TITLE"


def test_one_letter_is_read_as_letter_and_as_roman():
    shapes = [shape for shape, _ in read_mark("(i) the Clerk").shapes]
    assert shapes == ["(i)", "(a)"]


@pytest.mark.parametrize(
    "lines",
    [
        ["24/001 Apologies", "24/002 Interests", "24/003 Minutes"],
        ["1/16 Public comments", "2/16 Notice", "3/16 Apologies"],
        ["PC45 MINUTES", "PC46 INTERESTS", "PC47 ROADS"],
        ["ESC01/21 Notice", "ESC02/21 Apologies", "ESC03/21 Streets"],
        ["45/11.20 Minutes", "46/11.20 Land", "47/11.20 Motion"],
        ["23/24-101 Roads", "23/24-102 Parks", "23/24-103 Trees"],
    ],
)
def test_a_form_of_number_that_runs_on_is_the_papers_own(lines):
    series = find_series(lines)
    assert [read_mark(line, series).label for line in lines] == [line.split(" ")[0] for line in lines]


def test_items_numbered_in_words():
    series = find_series(["ITEM 1 - APOLOGIES", "ITEM 2 - MINUTES", "ITEM 3 - ROADS"])
    assert read_mark("ITEM 2 - MINUTES", series).label == "ITEM 2"


def test_minutes_of_the_last_meeting_spoken_of_are_no_items():
    lines = [
        "1. Apologies",
        "2. Interests",
        "3. Matters arising",
        "Minute 45 - Roads",
        "Minute 46 - Parks",
        "Minute 47 - Trees",
    ]
    assert read_mark("Minute 46 - Parks", find_series(lines)).shapes[0][0] == "minute"


def test_planning_references_are_no_series():
    series = find_series(["23/01877 Extension", "23/00412 Garage", "23/02001 Barn"])
    assert read_mark("23/01877 Extension", series) is None


def test_a_misprinted_half_is_kept():
    series = find_series(["24/16 Roads", "25/16 Trees", "26/6 Audit", "27/16 Staff", "28/16 Dates"])
    assert read_mark("26/6 Audit", series).label == "26/6"


def test_lone_numbers_that_run_on_are_sure():
    series = find_series(["31 Minutes", "32 Libraries", "33 Roads"])
    assert read_mark("32 Libraries", series).sure
