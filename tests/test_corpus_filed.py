"""What the names of files tell of papers that do not print it; all of councils that do not exist."""

from datetime import date

import pytest
from corpus_papers import made

UNNAMED = "DRAFT Minutes||Present:||Ann Reed, Bob Stone||1. Apologies||There were none.||2. Roads||The Parish Council asked for salt."


@pytest.mark.parametrize(
    "file",
    [
        "Orren Magna Parish Council Meeting - February.txt",
        "orren/minutes of orren-magna-parish-council-february.txt",
        "2020-02-04 Draft Minutes of Orren Magna Parish Council.txt",
    ],
)
def test_a_body_that_only_the_file_s_name_tells_is_taken(file):
    assert made(UNNAMED, file).body == "Orren Magna Parish Council"


def test_a_file_s_name_tells_no_council_of_a_sort_that_the_text_does_not_speak_of():
    assert made(UNNAMED.replace("Parish Council", "Board"), "Orren Parish Council.txt").body is None


def test_a_file_s_name_tells_no_council_where_the_text_spells_the_place_otherwise():
    assert (
        made(UNNAMED.replace("The Parish", "In Oren Magnus the Parish"), "Orren Magna Parish Council.txt").body is None
    )


def test_what_is_printed_goes_before_a_file_s_name():
    printed = f"Dale Parish Council||{UNNAMED}"
    assert made(printed, "Orren Parish Council.txt").body == "Dale Parish Council"


def test_a_name_whose_spaces_were_lost_is_told_by_the_file():
    text = UNNAMED.replace("DRAFT Minutes", "MINUTES OFORREN MAGNAPARISH COUNCIL MEETING")
    assert made(text, "Orren Magna Parish Council Minutes.txt").body == "Orren Magna Parish Council"


def test_an_iso_day_in_front_of_a_file_s_name_is_the_meeting_s_where_none_is_printed():
    paper = made(UNNAMED, "2020-02-04 minutes.txt")
    assert paper.date == date(2020, 2, 4)


@pytest.mark.parametrize(
    ("file", "more"),
    [
        ("2020-02 orren minutes.txt", ""),  # a month of publication
        ("2020-03-03 minutes.txt", "||9. Date of next meeting: Tuesday 3 March 2020"),  # filed by the meeting after
        ("2020-02-04 minutes.txt", "||9. The minutes of the meeting held on 5 March 2020 were signed."),
        ("2020-03-03 Minutes - February meeting.txt", ""),
        ("2020-03-03 Minutes - 4 March meeting.txt", ""),
    ],
)
def test_a_file_s_day_that_text_or_name_contradicts_is_not_taken(file, more):
    assert made(UNNAMED + more, file).date is None


def test_a_file_s_day_of_another_month_than_the_text_tells_is_not_taken():
    paper = made(UNNAMED.replace("DRAFT Minutes", "Minutes of the February 2020 Meeting"), "2020-03-03 minutes.txt")
    assert (paper.date, paper.month) == (None, date(2020, 2, 1))
