from datetime import date

import pytest

from index import Index
from index.build import Build
from index.correct import BadSidecar, correct_paper
from index.embedders.words import WordsEmbedder
from index.errors import WrongPath

MINUTES = """HARBOUR COMMITTEE
Tuesday, 4th March, 2031

Present: Councillor Thorn (Chair) and Councillor Pell.

12. QUAY WALL

Resolved:- That the quay wall be mended.
"""


@pytest.fixture
def home(tmp_path):
    (tmp_path / "papers" / "harbour").mkdir(parents=True)
    (tmp_path / "papers" / "harbour" / "march.txt").write_text(MINUTES)
    Build(tmp_path / "home", WordsEmbedder()).add([tmp_path / "papers"])
    return tmp_path / "home"


def test_a_correction_is_written_beside_the_papers_and_held(home):
    with Index.open(home, "words") as index:
        report = correct_paper(index.catalogue, index.embedder, "harbour/march.txt", {"date": "2031-03-11"})
        assert report.replaced == ["harbour/march.txt"]
        assert [paper.date for paper in index.catalogue.papers()] == [date(2031, 3, 11)]
    table = home.parent / "papers" / "papers.csv"
    assert table.read_text().splitlines() == [
        "file,body,date,kind,title,url,council",
        "harbour/march.txt,,2031-03-11,,,,",
    ]


def test_an_earlier_correction_of_another_file_stays(home):
    table = home.parent / "papers" / "papers.csv"
    table.write_text("file,title\nother.txt,Another paper\n")
    with Index.open(home, "words") as index:
        correct_paper(index.catalogue, index.embedder, "harbour/march.txt", {"title": "Minutes of the quay"})
    assert "other.txt,,,,Another paper,," in table.read_text().splitlines()


def test_a_correction_goes_into_the_table_that_speaks_of_the_file_already(home):
    table = home.parent / "papers" / "harbour" / "papers.csv"
    table.write_text("file,date\nmarch.txt,2031-03-05\n")
    with Index.open(home, "words") as index:
        correct_paper(index.catalogue, index.embedder, "harbour/march.txt", {"date": "2031-03-11"})
        assert [paper.date for paper in index.catalogue.papers()] == [date(2031, 3, 11)]
    assert not (home.parent / "papers" / "papers.csv").exists()


def test_a_file_that_is_not_held_is_refused(home):
    with Index.open(home, "words") as index, pytest.raises(WrongPath, match="no such file"):
        correct_paper(index.catalogue, index.embedder, "none.txt", {"title": "x"})


def test_a_second_correction_keeps_the_first(home):
    with Index.open(home, "words") as index:
        correct_paper(index.catalogue, index.embedder, "harbour/march.txt", {"date": "2031-03-11"})
        correct_paper(index.catalogue, index.embedder, "harbour/march.txt", {"title": "Quay minutes"})
        held = index.catalogue.papers()[0]
        assert (held.date, held.title) == (date(2031, 3, 11), "Quay minutes")


def test_a_date_that_is_none_is_refused_and_nothing_is_written(home):
    with Index.open(home, "words") as index, pytest.raises(BadSidecar, match="write it as 2024-05-14"):
        correct_paper(index.catalogue, index.embedder, "harbour/march.txt", {"date": "11 March"})
    assert not (home.parent / "papers" / "papers.csv").exists()
