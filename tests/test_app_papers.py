import pytest
from app_home import PAPERS, drawn, fill, paper, screen, use


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
