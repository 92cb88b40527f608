"""Packs merged from papers of a made-up council: on which pages another paper begins."""

import pytest

from corpus.openings import find_openings
from corpus.parse import parse
from corpus.readers.lines import LineWriter
from corpus.types import Source

PROSE = ["The officers told members of the work done on the lanes since spring, and of what is left to do."] * 12
REPORT = ["To:\tHarbour Committee - 4 May 2023", "From:\tDirector of Lanes", "Subject:\tPotholes in Quay Street"]
AGENDA = ["Orrendale Borough Council", "AGENDA", "HARBOUR COMMITTEE", "Thursday, 4th May, 2023 at 6.00 pm", *PROSE[:3]]
MINUTES = [
    "Orrendale Borough Council",
    "Minutes of a meeting of the Harbour Committee held on Thursday 6 April 2023",
    "Present: Councillors Reed (Chair) and Wood",
    "1. Apologies",
    "None.",
]


def source(*pages):
    writer = LineWriter()
    for number, lines in enumerate(pages, 1):
        for n, line in enumerate(lines):
            cells = tuple(line.split("\t")) if "\t" in line else ()
            writer.add(line, page=number, cells=cells, blank_before=not n)
    reading = writer.reading()
    return Source("pack.pdf", "0", reading.text, reading.lines, pages=len(pages))


def openings(*pages):
    return sorted(find_openings(source(*pages).lines))


def test_a_head_of_labels_begins_a_report():
    assert openings(AGENDA, [*REPORT, *PROSE], PROSE, [*REPORT[:2], "Subject:\tDredging", *PROSE]) == [2, 4]


def test_named_and_dated_minutes_with_those_present_begin_a_paper():
    assert openings(AGENDA, [*MINUTES, *PROSE], PROSE) == [2]


def test_a_body_a_day_and_an_author_begin_a_report():
    report = [
        "Harbour Committee",
        "4 May 2023",
        "Dredging of the inner harbour",
        "Report by Ann Reed, Director of Lanes",
    ]
    assert openings(AGENDA, PROSE, [*report, *PROSE]) == [3]


def test_the_same_head_on_every_page_is_a_running_head():
    assert openings([*REPORT, *PROSE], [*REPORT, *PROSE], [*REPORT, *PROSE]) == []


def test_an_appendix_begins_a_paper_in_a_pack():
    assert openings(AGENDA, [*REPORT, *PROSE], ["Appendix 1", "Plan of the quay", *PROSE], ["Appendix 1", *PROSE]) == [
        2,
        3,
    ]


def test_an_appendix_within_a_single_report_begins_none():
    assert openings([*REPORT, *PROSE], ["Appendix 1", "Plan of the quay", *PROSE]) == []


def test_page_numbers_that_begin_again_begin_a_paper():
    assert openings(AGENDA, [*REPORT, *PROSE, "1"], [*PROSE, "2"], ["Plan of the quay", *PROSE, "1"]) == [2, 4]


def test_a_cover_begins_a_paper():
    assert openings(AGENDA, [*REPORT, *PROSE], ["Orrendale", "Harbour Strategy"], PROSE) == [2, 3]


def test_a_page_of_contacts_is_no_cover():
    contacts = ["Ann Reed", "Director of Strategy, Policy and Lanes", "Telephone: 01632 960 001"]
    assert openings(AGENDA, [*REPORT, *PROSE], contacts) == [2]


@pytest.mark.parametrize("title", ["Equality Impact Assessment", "GLOSSARY", "EqIA Submission Form"])
def test_what_is_put_beside_reports_begins_a_paper(title):
    assert openings(AGENDA, [*REPORT, *PROSE], [title, *PROSE]) == [2, 3]


def test_question_two_of_a_sheet_begins_no_paper():
    assert openings(AGENDA, ["Question 1", *PROSE], ["Question 2", *PROSE]) == [2]


def test_the_same_title_of_several_papers_is_no_running_head():
    other = [line.replace("6 April", "2 March") for line in MINUTES]
    third = [line.replace("6 April", "2 February") for line in MINUTES]
    papers = parse(source(MINUTES + PROSE, other + PROSE, third + PROSE))
    assert [paper.paragraphs[0].text for paper in papers] == ["Orrendale Borough Council"] * 3
    assert [paper.date.month for paper in papers] == [4, 3, 2]


def test_a_sentence_never_runs_on_into_the_next_paper():
    papers = parse(
        source(AGENDA, [*REPORT, *PROSE, "and so the lane was shut"], ["Appendix 1", "notes on the lane", *PROSE])
    )
    assert papers[-1].paragraphs[0].text.startswith("Appendix 1")


def test_a_paper_of_a_pack_that_names_no_meeting_takes_the_packs():
    papers = parse(source(AGENDA, [*REPORT, *PROSE], ["Appendix 1", "Plan of the quay", *PROSE]))
    assert {(paper.body.casefold(), paper.date.isoformat()) for paper in papers} == {
        ("harbour committee", "2023-05-04")
    }


def test_undated_minutes_of_a_pack_do_not_take_its_date():
    told = [f"{word} was talked of, and nobody said what should become of it." for word in ("Roofs", "Ropes", "Rats")]
    undated = ["Harbour Committee", "Minutes of the last meeting", "Present: Councillor Reed", *told, *told]
    papers = parse(source(AGENDA, [*REPORT, *PROSE, "1"], [*undated, "1"]))
    assert [paper.date is None for paper in papers] == [False, False, True]
