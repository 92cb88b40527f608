from datetime import date

import pytest
from app_home import PAPERS, drawn, fill, paper, screen, use

from index import Index
from index.build import Build
from index.embedders.words import WordsEmbedder


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    use(monkeypatch, tmp_path / "home")
    return tmp_path / "home"


def test_papers_are_told_by_body_and_meeting(home):
    fill(home)
    at = screen().switch_page("pages/papers.py").run()
    assert not at.exception
    assert "2 papers in 2 files, of 2 bodies." in drawn(at)
    assert "Harbour Committee" in drawn(at)
    assert "1 meeting, 1 paper, March 2031" in drawn(at)
    assert "4 March 2031" in drawn(at)
    assert "Minutes · 9 paragraphs" in drawn(at)


def test_a_paper_without_body_or_date_is_told_too(home):
    fill(home, PAPERS | {"odd.txt": paper("Odd <i>words</i>", body=None, date=None, title="<i>Odd</i>", kind="other")})
    shown = drawn(screen().switch_page("pages/papers.py").run())
    assert "No body named" in shown
    assert "Undated" in shown
    assert "&lt;i&gt;Odd&lt;/i&gt;" in shown


def test_an_empty_index_says_how_to_add_papers_here_too():
    assert "No papers are held yet" in drawn(screen().switch_page("pages/papers.py").run())


MINUTES = "HARBOUR COMMITTEE\nTuesday, 4th March, 2031\n\n12. QUAY WALL\n\nResolved:- That the quay wall be mended.\n"


def test_a_date_is_corrected_and_held(home, tmp_path):
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "march.txt").write_text(MINUTES)
    Build(home, WordsEmbedder()).add([tmp_path / "papers"])
    at = screen().switch_page("pages/papers.py").run()
    field = next(one for one in at.text_input if one.label.startswith("Date"))
    field.set_value("2031-03-11")
    at.button[0].click().run()
    assert not at.exception
    with Index.open(home, "words") as index:
        assert [paper.date for paper in index.catalogue.papers()] == [date(2031, 3, 11)]
