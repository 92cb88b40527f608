from datetime import date
from pathlib import Path

import pytest
from fpdf import FPDF

from evals.packs import Expected, Pack, Single, packs

PROSE = "The officers told members of the work done on the lanes since spring, and of what is left to do. " * 10
REAL = Path("../shared/real")


def pdf(path, *pages):
    made = FPDF()
    made.set_font("Helvetica", size=11)
    for lines in pages:
        made.add_page()
        for line in lines:
            made.multi_cell(0, 6, line, new_x="LMARGIN", new_y="NEXT")
    path.write_bytes(bytes(made.output()))
    return path


def minutes(folder, day):
    head = ["Orrendale Harbour Committee", f"Minutes of a meeting held on {day}", "Present: Councillors Reed and Wood"]
    return pdf(folder / f"{day}.pdf", [*head, "1. Apologies", PROSE], ["2. Lanes", PROSE])


def expected(file, body, day, kind="report"):
    return Expected(file, 1, body, frozenset([day]), frozenset([kind]))


def test_packs_of_made_minutes_are_parted_again(tmp_path):
    for day in ("4 May 2023", "1 June 2023", "6 July 2023", "3 August 2023", "7 September 2023"):
        minutes(tmp_path, day)
    figures, faults = packs(tmp_path, tmp_path, many=3)
    assert (figures["packs"], figures["found"], figures["too_many"], faults) == (3, 1.0, 0.0, [])


def test_a_paper_that_names_no_meeting_is_expected_to_take_the_packs(tmp_path):
    day = date(2023, 5, 4)
    lead = Single(tmp_path, 2, (expected("agenda", "Harbour Committee", day, "agenda"),))
    plan = Single(tmp_path, 3, (expected("plan", None, None),))
    old = Single(tmp_path, 1, (expected("minutes", "Harbour Committee", None, "minutes"),))
    found = Pack((lead, plan, old)).expected()
    assert [(one.page, one.body, set(one.dates)) for one in found] == [
        (1, "Harbour Committee", {day}),
        (3, "Harbour Committee", {day}),
        (6, "Harbour Committee", {None}),
    ]


@pytest.mark.papers
@pytest.mark.skipif(not REAL.is_dir(), reason="the real papers are not beside the project")
def test_merged_packs_of_real_papers_are_parted_again():
    figures, faults = packs(REAL, REAL.parent / "structure")
    assert figures["packs"] >= 30
    assert figures["found"] >= 0.95, faults
