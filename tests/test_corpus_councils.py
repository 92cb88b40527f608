"""Heads as councils of these islands print them, all of councils that do not exist."""

import pytest
from corpus_papers import made

from corpus.councils import place_of, same_council
from corpus.parse import parse, parse_file
from corpus.readers import read


@pytest.mark.parametrize(
    ("opening", "council", "body"),
    [
        ("ORREN TOWN COUNCIL||PLANNING COMMITTEE||Tuesday 12 March 2030", "Orren Town Council", "Planning Committee"),
        (
            "Marl Council, Environment and Roads Committee||Minute of Meeting held on 9 May 2030",
            "Marl Council",
            "Environment and Roads Committee",
        ),
        (
            "LONDON BOROUGH OF ORREN||Minutes of the Planning Committee, Tuesday 16 July 2030",
            "London Borough of Orren",
            "Planning Committee",
        ),
        (
            "MINUTES OF A MEETING OF THE PLANNING COMMITTEE OF ORREN BOROUGH COUNCIL HELD ON 12 MARCH 2030",
            "Orren Borough Council",
            "Planning Committee",
        ),
        (
            "Cyngor Sir Orren / Orren County Council||CABINET||Minutes of the meeting of 8 May 2030",
            "Orren County Council",
            "Cabinet",
        ),
        (
            "Orren County Council||Audit Committee||Minutes of 8 May 2030",
            "Orren County Council",
            "Audit Committee",
        ),
        ("Lower Marl Parish Council – Minutes 12.9.30", "Lower Marl Parish Council", "Lower Marl Parish Council"),
    ],
)
def test_the_council_is_read_beside_the_body(opening, council, body):
    paper = made(f"{opening}||Present: Councillors Ash and Birch||1. Apologies||None.")
    assert (paper.council, paper.body) == (council, body)


@pytest.mark.parametrize(
    "opening",
    [
        "PLANNING COMMITTEE||Minutes of the meeting held at Orren Town Council Offices on 12 March 2030",
        "PLANNING COMMITTEE||12 March 2030||Venue: Orren Borough Council",
        "Report to Council||12 March 2030",
        "PLANNING COMMITTEE||12 March 2030||Minutes of the Budget Council Meeting",
        "PLANNING COMMITTEE||12 March 2030||Councillor Ash, Orren County Council",
    ],
)
def test_a_council_that_is_only_spoken_of_is_not_the_papers_own(opening):
    assert made(f"{opening}||Present: Councillors Ash and Birch||1. Apologies||None.").council is None


def test_two_letterheads_leave_the_council_open():
    opening = "Orren Borough Council||Marl District Council||JOINT COMMITTEE||12 March 2030"
    assert made(f"{opening}||Present: Councillors Ash and Birch||1. Apologies||None.").council is None


def test_a_council_further_down_is_not_taken_for_the_letterheads():
    opening = "Orren Borough Council||Planning Committee||12 March 2030||Application 7/30||Applicant||Marl Council"
    assert made(f"{opening}||1. Apologies||None.").council == "Orren Borough Council"


def test_a_web_pages_title_tells_its_council(tmp_path):
    page = (
        "<html><head><title>Agenda item - Quay repairs - Orren Council</title></head><body>"
        "<h1>Harbour Committee</h1><p>Minutes of 4 March 2031</p><p>RESOLVED: that the quay be repaired.</p></body></html>"
    )
    path = tmp_path / "a.html"
    path.write_text(page)
    (paper,) = parse(read(path))
    assert (paper.council, paper.body) == ("Orren Council", "Harbour Committee")


def test_papers_csv_overrides_the_council(tmp_path):
    (tmp_path / "a.txt").write_text("PLANNING COMMITTEE\n\n12 March 2030\n\nPresent: Councillor Ash\n\n1. Apologies\n")
    (tmp_path / "papers.csv").write_text("file,council\na.txt,Orren Borough Council\n")
    assert parse_file(tmp_path / "a.txt")[0].council == "Orren Borough Council"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("London Borough of Orren", "Orren Council", True),
        ("London Borough of Orren", "Orren Borough Council", True),
        ("Orren County Borough Council", "ORREN COUNTY BOROUGH COUNCIL", True),
        ("Orren City Council", "Orren County Council", False),
        ("Orren Town Council", "Marl Town Council", False),
    ],
)
def test_one_council_printed_in_two_ways_is_one(one, other, same):
    assert same_council(one, other) is same


def test_a_councils_place_is_what_tells_it():
    assert place_of("Royal Borough of Orren upon Marl") == ("orren", "upon", "marl")
