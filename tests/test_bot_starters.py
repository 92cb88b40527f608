from datetime import date

import pytest
from app_home import LIBRARY, PAPERS, QUAY, fill, paper

from bot.query.starters import starters, topic_of
from index.catalogue import Catalogue
from index.types import Filter


@pytest.mark.parametrize(
    ("heading", "topic"),
    [
        ("251. QUAY WALL AND CCTV REPAIRS", "Quay Wall and CCTV Repairs"),
        ("Item 5 Ferry timetable", "Ferry timetable"),
        ("9.2 Bus shelters PDF 212 KB", "Bus shelters"),
        ("(b) Council tax base", "Council tax base"),
        ("3. Apologies for absence", ""),
        ("4. Matters arising from the minutes", ""),
        ("12. Treasurer’s Report", ""),
        ("ORRENDALE BOROUGH COUNCIL", ""),
        ("Wednesday, 7th February, 2031", ""),
        ("5. Planning", ""),
        ("x" * 40 + " " + "y" * 40, ""),
    ],
)
def test_a_heading_is_a_topic_or_routine(heading, topic):
    assert topic_of(heading) == topic


def test_questions_are_made_of_each_bodys_newest_resolutions(tmp_path):
    fill(tmp_path / "home")
    with Catalogue(tmp_path / "home") as catalogue:
        assert starters(catalogue) == [
            "What was resolved on Mobile library stops?",
            "What was resolved on Quay Wall Repairs?",
        ]
        assert starters(catalogue, Filter(bodies=frozenset(["Harbour Committee"]))) == [
            "What was resolved on Quay Wall Repairs?"
        ]


def test_a_standing_item_makes_no_question(tmp_path):
    papers = {f"{n}.txt": paper(LIBRARY, date=date(2030, n, 1)) for n in (1, 2, 3)}
    fill(tmp_path / "home", papers | {"quay.txt": PAPERS["quay.txt"]})
    with Catalogue(tmp_path / "home") as catalogue:
        assert starters(catalogue) == ["What was resolved on Quay Wall Repairs?"]


def test_papers_that_resolve_nothing_make_no_question(tmp_path):
    fill(tmp_path / "home", {"report.txt": paper(QUAY, kind="report")})
    with Catalogue(tmp_path / "home") as catalogue:
        assert starters(catalogue) == []
