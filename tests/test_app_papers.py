import threading
from dataclasses import replace
from datetime import date

import pytest
from app_home import PAPERS, ask, drawn, fill, paper, screen, use

from bot.rendering.quotations import citation_of
from index import Index
from index.build import Build, parse_file
from index.embedders.words import WordsEmbedder
from screens.drawing.adder import adder
from screens.drawing.source import source


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    use(monkeypatch, tmp_path / "home")
    return tmp_path / "home"


def test_papers_are_told_by_body_and_meeting(home):
    fill(home)
    at = screen().switch_page("screens/papers.py").run()
    assert not at.exception
    assert "2 papers in 2 files, of 2 bodies." in drawn(at)
    assert "Harbour Committee" in drawn(at)
    assert "1 meeting, 1 paper, March 2031" in drawn(at)
    assert "4 March 2031" in drawn(at)
    assert "Minutes · 9 paragraphs" in drawn(at)


def test_a_paper_without_body_or_date_is_told_too(home):
    fill(home, PAPERS | {"odd.txt": paper("Odd <i>words</i>", body=None, date=None, title="<i>Odd</i>", kind="other")})
    shown = drawn(screen().switch_page("screens/papers.py").run())
    assert "No body named" in shown
    assert "Undated" in shown
    assert "&lt;i&gt;Odd&lt;/i&gt;" in shown


def test_an_empty_index_says_how_to_add_papers_here_too():
    assert "No papers are held yet" in drawn(screen().switch_page("screens/papers.py").run())


def test_papers_are_found_by_the_words_of_their_title_body_file_kind_or_date(home):
    fill(home)
    at = screen().switch_page("screens/papers.py").run()
    at = _find(at, "libraries may 2032")
    assert "1 paper in 1 file, of 1 body." in drawn(at)
    assert "Harbour Committee</span>" not in drawn(at)
    assert "No paper is called that." in drawn(_find(at, "airport"))


def _find(at, words):
    return next(one for one in at.text_input if one.label == "Find a paper").set_value(words).run()


def _paper_of(home, file="quay.txt"):
    with Index.open(home, "words") as index:
        return next(paper.id for paper in index.catalogue.papers() if paper.file == file)


def _read(home, file="quay.txt", **query):
    at = screen().switch_page("screens/papers.py")
    at.query_params["paper"] = _paper_of(home, file)
    for name, value in query.items():
        at.query_params[name] = value
    return at.run()


def test_a_paper_is_read_as_it_was_parsed(home):
    fill(home)
    at = _read(home)
    assert not at.exception
    shown = drawn(at)
    assert "Outline: 3 headings" in shown
    assert "Resolved · Minute 251, resolution (1) · page 3, printed 80" in shown
    assert "&lt;b&gt;report back&lt;/b&gt;" in shown
    assert "<b>report" not in shown


def test_a_link_to_a_citation_opens_the_paper_at_its_words(home):
    fill(home)
    paragraph = f"{_paper_of(home)}-5"
    shown = drawn(_read(home, at=paragraph, quote="(1) That the quay wall be mended"))
    assert "<mark>(1) That the quay wall be mended</mark> at a cost" in shown
    assert 'class="ma-para ma-here" tabindex="-1" id="p-5"' in shown


def test_a_paper_no_longer_held_says_so(home):
    fill(home)
    at = screen().switch_page("screens/papers.py")
    at.query_params["paper"] = "gone-1"
    assert "no longer held" in drawn(at.run())


def test_a_long_paper_is_shown_in_parts_and_a_deep_place_is_reached(home):
    lines = "\n".join(f"Paragraph {n} of the harbour." for n in range(600))
    fill(home, {"long.txt": paper(lines)})
    shown = drawn(_read(home, "long.txt"))
    assert "Paragraph 249 of" in shown
    assert "Paragraph 250 of" not in shown
    assert "Later paragraphs" in shown
    deep = drawn(_read(home, "long.txt", at=f"{_paper_of(home, 'long.txt')}-500"))
    assert "<mark>Paragraph 500 of the harbour.</mark>" in deep
    assert "Earlier paragraphs" in deep


def test_the_text_of_a_restricted_paper_is_kept_from_a_reader_who_is_not_cleared(home, monkeypatch):
    closed = "NOT FOR PUBLICATION by virtue of paragraph 3 of Schedule 12A\nThe harbour is to be sold for a shilling."
    made = paper(closed, kind="report")
    fill(home, {"sale.txt": replace(made, paragraphs=tuple(replace(one, label=()) for one in made.paragraphs))})
    shown = drawn(_read(home, "sale.txt"))
    assert "not for publication (Local Government Act 1972" in shown
    assert "shilling" not in shown
    assert _paper_of(home, "sale.txt") not in drawn(screen(q="What is the harbour to be sold for?"))
    monkeypatch.setenv("MATTERS_CLEARED", "true")
    use(monkeypatch, home)
    assert "shilling" in drawn(_read(home, "sale.txt"))


MINUTES = "HARBOUR COMMITTEE\nTuesday, 4th March, 2031\n\n12. QUAY WALL\n\nResolved:- That the quay wall be mended.\n"


def _two_files(home, tmp_path):
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "march.txt").write_text(MINUTES)
    (tmp_path / "papers" / "april.txt").write_text(MINUTES.replace("March", "April"))
    Build(home, WordsEmbedder()).add([tmp_path / "papers"])


def test_a_date_is_corrected_and_held(home, tmp_path):
    _two_files(home, tmp_path)
    at = _read(home, "march.txt")
    next(one for one in at.text_input if one.label.startswith("Date")).set_value("2031-03-11")
    next(button for button in at.button if button.label == "Save").click()
    at = at.run()
    assert not at.exception
    with Index.open(home, "words") as index:
        assert date(2031, 3, 11) in [paper.date for paper in index.catalogue.papers()]


def test_a_date_that_is_none_is_told_and_nothing_breaks(home, tmp_path):
    _two_files(home, tmp_path)
    at = _read(home, "march.txt")
    next(one for one in at.text_input if one.label.startswith("Date")).set_value("11/03/2031")
    next(button for button in at.button if button.label == "Save").click()
    at = at.run()
    assert not at.exception
    assert "is no date; write it as" in drawn(at)


def test_a_paper_is_removed_and_added_again(home, tmp_path):
    _two_files(home, tmp_path)
    at = _read(home, "march.txt")
    at = next(button for button in at.button if button.label == "Yes, remove it").click().run()
    assert not at.exception
    assert "Removed: march.txt" in drawn(at)
    with Index.open(home, "words") as index:
        assert [paper.file for paper in index.catalogue.papers()] == ["april.txt"]
    next(button for button in at.button if button.label == "Undo: add it again").click().run()
    adder().latest.join(30)
    with Index.open(home, "words") as index:
        assert [paper.file for paper in index.catalogue.papers()] == ["march.txt", "april.txt"]


def test_a_folder_is_added_with_an_honest_report(home, tmp_path):
    fill(home)
    (tmp_path / "given").mkdir()
    (tmp_path / "given" / "march.txt").write_text(MINUTES)
    (tmp_path / "given" / "empty.txt").write_text("")
    at = screen().switch_page("screens/papers.py").run()
    next(one for one in at.text_input if one.label == "Folder").set_value(str(tmp_path / "given"))
    at = next(button for button in at.button if button.label == "Add the folder").click().run()
    adder().latest.join(30)
    shown = drawn(at.run())
    assert "Papers added: 1 added, 0 changed, 0 unchanged, 1 refused" in shown
    assert "empty.txt</td><td>refused: " in shown
    assert "3 papers in 3 files" in shown


def test_questions_are_answered_while_papers_are_added(home, tmp_path, monkeypatch):
    fill(home)
    go_on = threading.Event()
    (tmp_path / "given").mkdir()
    (tmp_path / "given" / "march.txt").write_text(MINUTES)
    at = screen().switch_page("screens/papers.py").run()
    slow = Build(home, WordsEmbedder(), parse=lambda path, file: go_on.wait(30) and parse_file(path, file))
    monkeypatch.setattr(adder(), "build", lambda: slow)
    next(one for one in at.text_input if one.label == "Folder").set_value(str(tmp_path / "given"))
    at = next(button for button in at.button if button.label == "Add the folder").click().run()
    assert "You can go on asking meanwhile." in [caption.value for caption in at.caption]
    at = at.switch_page("screens/ask.py").run()
    assert "quay wall be mended" in drawn(ask(at, "What was resolved on the quay wall?"))
    go_on.set()
    adder().latest.join(30)
    assert adder().latest.progress.count("added") == 1


def test_a_folder_that_is_not_there_is_told(home):
    fill(home)
    at = screen().switch_page("screens/papers.py").run()
    next(one for one in at.text_input if one.label == "Folder").set_value("/no/such")
    at = next(button for button in at.button if button.label == "Add the folder").click().run()
    assert "There is no folder /no/such" in drawn(at)


def test_the_words_around_a_notice_in_a_closed_paper_are_not_shown(home):
    closed = "NOT FOR PUBLICATION by virtue of paragraph 3 of Schedule 12A\nThe harbour is to be sold for a shilling."
    made = paper(closed, kind="report")
    fill(home, {"sale.txt": replace(made, paragraphs=tuple(replace(one, label=()) for one in made.paragraphs))})
    for cleared in (True, False):
        with Index.open(home, "words", cleared=cleared) as index:
            notice = index.catalogue.paragraph(f"{_paper_of(home, 'sale.txt')}-0")
            assert notice
            citation = citation_of(notice, notice.text)
            assert ("shilling" in source(index.catalogue, citation)) is cleared


def test_a_link_into_a_closed_paper_and_a_citation_kept_of_it_say_why_nothing_is_shown(home):
    closed = "NOT FOR PUBLICATION by virtue of paragraph 3 of Schedule 12A\nThe harbour is to be sold for a shilling."
    made = paper(closed, kind="report")
    fill(home, {"sale.txt": replace(made, paragraphs=tuple(replace(one, label=()) for one in made.paragraphs))})
    with Index.open(home, "words", cleared=True) as index:
        kept = index.catalogue.paragraph(f"{_paper_of(home, 'sale.txt')}-1")
        assert kept
        citation = citation_of(kept, kept.text)
    with Index.open(home, "words") as index:
        assert "not for publication" in source(index.catalogue, citation)
    shown = drawn(_read(home, "sale.txt", at=citation.paragraph, quote=citation.quote))
    assert "shilling" not in shown
    assert "not for publication (Local Government Act 1972" in shown


def test_an_answer_given_to_a_cleared_reader_is_not_shown_to_one_who_is_not(home, monkeypatch):
    closed = "NOT FOR PUBLICATION by virtue of paragraph 3 of Schedule 12A\nThe harbour is to be sold for a shilling."
    made = paper(closed, kind="report")
    fill(home, {"sale.txt": replace(made, paragraphs=tuple(replace(one, label=()) for one in made.paragraphs))})
    monkeypatch.setenv("MATTERS_CLEARED", "true")
    use(monkeypatch, home)
    at = screen(q="What is the harbour to be sold for?")
    assert "shilling" in drawn(at)
    conversation = at.query_params["c"]
    monkeypatch.delenv("MATTERS_CLEARED")
    use(monkeypatch, home)
    shown = drawn(screen(c=conversation))
    assert "What is the harbour to be sold for?" in shown
    assert "shilling" not in shown
    assert "not for publication" in shown


def test_a_paper_of_a_month_is_told_by_it_and_its_form_gives_no_date(home):
    fill(
        home, PAPERS | {"undated.txt": paper("The quay moved.", body="Parks Panel", date=None, month=date(2031, 11, 1))}
    )
    assert "Parks Panel, November 2031 (day not printed)" in drawn(_read(home, "undated.txt"))
    assert "November 2031 (day not printed)" in drawn(
        _find(screen().switch_page("screens/papers.py").run(), "november 2031")
    )
