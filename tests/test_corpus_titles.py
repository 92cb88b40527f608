"""Titles broken over lines, as councils of these islands print them; all of councils that do not exist."""

import pytest
from corpus_papers import made


@pytest.mark.parametrize(
    ("opening", "title"),
    [
        (
            "MINUTES OF PROCEEDINGS AT MEETING OF THE MUNICIPAL||DISTRICT OF ORREN-DALE HELD IN THE COURT HOUSE,||MILL STREET, ORREN,||ON MONDAY, 4TH MAY, 2020",
            "MINUTES OF PROCEEDINGS AT MEETING OF THE MUNICIPAL DISTRICT OF ORREN-DALE HELD IN THE COURT HOUSE, MILL STREET, ORREN, ON MONDAY, 4TH MAY, 2020",
        ),
        (
            "MINUTES OF ORREN PARISH COUNCIL MEETING||HELD AT THE CHURCH||MONDAY MAY 4TH 2020",
            "MINUTES OF ORREN PARISH COUNCIL MEETING HELD AT THE CHURCH MONDAY MAY 4TH 2020",
        ),
        (
            "MINUTES OF MEETING OF ORREN COUNTY COUNCIL HELD ON MONDAY, 4TH MAY, 2020, AT||9.45 A.M.",
            "MINUTES OF MEETING OF ORREN COUNTY COUNCIL HELD ON MONDAY, 4TH MAY, 2020, AT 9.45 A.M.",
        ),
    ],
)
def test_a_title_broken_over_lines_is_one(opening, title):
    paper = made(f"{opening}||Present: Cllr Reed, Cllr Stone.||1. Roads||The road was mended.")
    assert paper.title == paper.paragraphs[0].text == title
    assert paper.paragraphs[0].type == "heading"
    assert paper.paragraphs[1].type == "attendance"


def test_a_title_takes_in_no_heading_that_tells_no_day():
    paper = made(
        "MINUTES OF ORREN PARISH COUNCIL MEETING||PUBLIC QUESTIONS||None were put.||ROADS||The road was mended."
    )
    assert paper.paragraphs[0].text == "MINUTES OF ORREN PARISH COUNCIL MEETING"


def test_a_title_takes_in_no_second_title():
    paper = made(
        "Minutes of the meeting held at||MINUTES OF ORREN PARISH COUNCIL HELD ON MONDAY, 4TH MAY, 2020||Present: Cllr Reed.||1. Roads"
    )
    assert paper.paragraphs[0].text == "Minutes of the meeting held at"
