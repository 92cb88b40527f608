"""Lines that look like headings and are none; all of a council that does not exist."""

import pytest
from corpus_papers import made


def paragraphs(text):
    return made(text).paragraphs


def type_of(line):
    paper = paragraphs(
        "Minutes of Orren Parish Council held on 4 May 2020||Present: Cllr Reed, Cllr Stone.||1. Roads||The road to the mill was mended in April, as it was asked."
        f"||{line}||The clerk wrote to the county once more about the road to the mill, and it will be mended in autumn."
    )
    return next(p.type for p in paper if line in p.text)


@pytest.mark.parametrize(
    "line",
    [
        "Proposed: Councillor Reed",
        "Seconded: Cllr. Ann Reed",
        "Proposed - Cllr Mrs Reed Seconded - Cllr Stone",
        "And Resolved:",
        "All in favour",
        "For Councillor Reed",
        "Against the Proposal",
        "Abstentions",
        "GRANTED",
        "DEFERRED - to hear the neighbours",
        "Continued to next available hearing date",
    ],
)
def test_who_proposed_and_how_it_went_is_no_heading(line):
    assert type_of(line) != "heading"


@pytest.mark.parametrize(
    "line",
    [
        "NO OBJECTIONS",
        "NO FURTHER OBSERVATIONS TO ADD TO THOSE MADE BEFORE",
        "AB12 3CD",
        "P and B Reed",
        "A12 B3C4",
    ],
)
def test_a_verdict_an_applicant_and_a_postcode_are_no_headings(line):
    assert type_of(line) != "heading"


@pytest.mark.parametrize(
    "line",
    [
        "CHAIRPERSON",
        "Cllr. A. Reed/Clerk",
        "Ann Reed (ARE) Councillor/Chairman",
        "Ann Reed, Police Community Support Officer",
        "Borough Councillor Ann Reed",
        "PCSO Ann Reed",
        "Ann Reed representing the county",
        "Ann Reed; Bob Stone (Parish Clerk); Carl Moss",
        "Members of the public 6",
        "Minute Secretary: Ann Reed",
    ],
)
def test_a_person_with_an_office_is_no_heading(line):
    assert type_of(line) != "heading"


@pytest.mark.parametrize(
    "line",
    ["Deposit Account £395.82", "4. £144.12 VAT refund", "Total 617.02 5.26 622.28", "Page 019 (2020)"],
)
def test_a_sum_and_a_running_page_number_are_no_headings(line):
    assert type_of(line) != "heading"


@pytest.mark.parametrize(
    "line",
    [
        "Noted",
        "No complaints",
        "No declarations of interest given",
        "As per noise complaint",
        "All actions completed",
        "Closure of Mill Lane. Noted",
        "Tuesday 18th May 2021 at 3.30 pm",
        "In 2019 - 31 loans approved",
        "After advice from the county, the Council agreed that the Playground",
    ],
)
def test_a_short_answer_a_day_and_half_a_sentence_are_no_headings(line):
    assert type_of(line) != "heading"


@pytest.mark.parametrize(
    "line",
    [
        "PCSO Report",
        "District Councillor Reports",
        "Chairman’s Report – Ann Reed",
        "Complaints Procedure",
        "County Councillor’s Report",
        "District Councillor Elections",
        "Proposed Playground",
        "Against Litter",
        "Playground",
        "2. Transport.",
        "e) £1 million fund",
    ],
)
def test_a_title_stays_a_heading(line):
    assert type_of(line) == "heading"


def test_a_verdict_is_not_where_the_next_application_stands():
    paper = paragraphs(
        "Minutes of Orren Parish Council held on 4 May 2020||Present: Cllr Reed.||7. PLANNING||NO OBJECTIONS||E/1234 An extension at the mill, with parking."
    )
    assert paper[-1].locator == "Minute 7"
