"""The body that met, chosen among the names in and around an opening."""

from __future__ import annotations

import pytest

from corpus.body_choice import Opening, candidates, choose_body, rows
from corpus.body_names import names_in
from corpus.parse import parse
from corpus.readers.text import read_text
from corpus.types import Source


def body(opening: str, file: str = "paper.txt") -> str | None:
    text = read_text(opening.replace("|", "\n").encode(), file)
    return parse(Source(file, "", text.text, text.lines))[0].body


@pytest.mark.parametrize(
    ("opening", "name"),
    [
        (
            "Town of North Orren|Monthly Meeting|March 15, 2031||CALL TO ORDER||Supervisor Hay opened it.",
            "Town of North Orren",
        ),
        (
            "April 10, 2031||Village of Orren Falls|Marl County, Illinois||The meeting was called to order.",
            "Village of Orren Falls",
        ),
        (
            "Orren Oaks Water District||Special Board Meeting||May 7, 2031||1. ROLL CALL||All were present.",
            "Orren Oaks Water District",
        ),
        (
            "Orren Selectboard Meeting||May 2, 2031||Town Office||Present: Ann Hay||Called to order at 7 pm.",
            "Orren Selectboard",
        ),
    ],
)
def test_american_towns_districts_and_boards_are_bodies(opening, name):
    assert body(opening) == name


def test_a_committee_that_stands_under_its_council_is_the_body_that_met():
    opening = "ORREN DISTRICT COUNCIL||Works Committee||Minutes, 4 June 2031||Present: Cllr Hay||1. Apologies||None."
    assert body(opening + " Orren District Council was told.") == "Works Committee"


def test_a_folder_bears_out_the_name_in_a_running_text():
    opening = "4 June 2031||Ann Hay (Chair)||Bob Reed||The Orren Library User Group thanked Marl.||1. Roads"
    assert body(opening, "papers/orren-library-user-group/june.txt") == "Orren Library User Group"


def test_a_folder_that_names_no_body_tells_none():
    opening = "Present:||Ann Hay (Chair)||Bob Reed||1. Minutes||The minutes of the last meeting were agreed."
    assert body(opening, "papers/scans/2031/june.txt") is None


def test_a_guest_s_name_is_no_body():
    assert body("Minutes of 4 June 2031||Present: Ann Hay||Guest: Bob Reed||1. Roads||None.") is None


def test_each_name_is_one_candidate_wherever_it_stands():
    opening = Opening(["Orren Parish Council", "Orren Parish Council meeting"], [], "Orren Parish Council", "x.txt", ())
    found = candidates(opening, "Orren Parish Council")
    assert [one.name for one in found] == ["Orren Parish Council"]
    assert {"segment", "before_meeting", "title"} <= found[0].sources
    assert found[0].line == 0


def test_a_row_counts_each_column_once_for_every_candidate():
    opening = Opening(["ORREN COUNCIL", "Works Committee", "4 June 2031"], ["Orren Council"], "", "x.txt", ())
    found = candidates(opening, None)
    made = rows(opening, found, None)
    assert len({tuple(row) for row in made}) == 1
    by_name = {one.name: row for one, row in zip(found, made, strict=True)}
    assert by_name["Works Committee"]["committee_beside_others"] == 1
    assert by_name["Orren Council"]["committee_beside_others"] == 0


def test_no_name_is_no_body():
    assert choose_body(Opening(["4 June 2031"], ["4 June 2031"], "", "x.txt", ()), None) is None


def test_names_in_lines_keep_the_line_that_they_stand_in():
    found = list(names_in(["Agenda", "Harbour Board - 4 June 2031"], title="", file="x.txt", furniture=()))
    assert ("Harbour Board", 1) in {(one.name, one.line) for one in found}
