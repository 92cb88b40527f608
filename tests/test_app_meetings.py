import re
from dataclasses import replace
from datetime import date

import pytest
from app_home import PAPERS, QUAY, drawn, fill, paper, screen, use

LATER = paper(QUAY.replace("250", "270").replace("251", "271"), date=date(2032, 6, 1))


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    use(monkeypatch, tmp_path / "home")
    return tmp_path / "home"


def meetings(**query):
    at = screen().switch_page("screens/meetings.py")
    for name, value in query.items():
        at.query_params[name] = value
    at = at.run()
    assert not at.exception
    return at


def test_meetings_are_told_by_year_and_month(home):
    fill(home, PAPERS | {"later.txt": LATER})
    shown = drawn(meetings())
    assert "2032: 2 meetings" in shown
    assert "Thu 6 · Libraries Panel" in shown
    assert 'aria-label="2031: 1 meeting"' in shown
    assert "Tue 4 · Harbour Committee" in drawn(meetings(year="2031"))
    assert "Libraries Panel</a>" not in drawn(meetings(body="Harbour Committee"))


def test_a_topic_over_time_leads_to_the_minutes(home):
    fill(home, PAPERS | {"later.txt": LATER})
    shown = drawn(meetings(topic="ferry"))
    assert "Spoken of at 2 meetings" in shown
    assert shown.count('aria-label="4 March 2031, Harbour Committee: 2 passages"') == 2
    assert 'href="papers?paper=' in shown
    assert "No dated paper speaks of it" in drawn(meetings(topic="airport"))


def test_a_meetings_page_tells_its_items_and_what_was_resolved(home):
    fill(home)
    shown = drawn(meetings(of="Harbour Committee", on="2031-03-04"))
    assert "251. QUAY WALL REPAIRS" in shown
    assert "What was resolved (4)" in shown
    assert "&lt;b&gt;report back&lt;/b&gt;" in shown
    assert "Nothing of it was found in the minutes" in shown
    assert "No papers of such a meeting are held" in drawn(meetings(of="Harbour Committee", on="2031-03-05"))


def test_papers_without_meetings_say_so(home):
    fill(home, {"odd.txt": paper("Odd words", date=None)})
    assert "No meeting with a date is held" in drawn(meetings())


def test_people_abbreviations_and_bodies_are_found(home):
    text = "# 1. Chair\nCouncillor Rowan Ash in the Chair\nThe Looked After Boats (LAB) were spoken of."
    fill(home, {"a.txt": paper(text)})
    at = screen().switch_page("screens/people.py").run()
    assert not at.exception
    shown = drawn(at)
    assert '<th scope="row">Rowan Ash</th><td>Chair</td>' in shown
    assert '<th scope="row">LAB</th><td>Looked After Boats</td>' in shown
    assert '<th scope="row">Harbour Committee</th>' in shown
    at = at.text_input[0].set_value("looked boats").run()
    assert [tab.label for tab in at.tabs] == ["People (0)", "Abbreviations (1)", "Bodies (0)"]


def test_papers_not_for_publication_are_marked_so_and_their_words_are_on_no_screen(home):
    closed = "NOT FOR PUBLICATION by virtue of paragraph 3 of Schedule 12A\nCouncillor Zephyr Quill in the Chair\nGlacier bid."
    made = paper(closed, title="Private minutes")
    made = replace(made, paragraphs=tuple(replace(one, label=()) for one in made.paragraphs))
    fill(home, PAPERS | {"a-private.txt": made})
    people = screen().switch_page("screens/people.py").run()
    papers = screen().switch_page("screens/papers.py").run()
    shown = [meetings(of="Harbour Committee", on="2031-03-04"), meetings(topic="glacier"), people, papers, screen()]
    told = [drawn(at) for at in shown]
    assert not any(word in one for one in told for word in ("Zephyr", "Quill", "Glacier bid"))
    assert "Minutes · not for publication" in told[0]
    assert "What was resolved (4)" in told[0]
    assert "No dated paper speaks of it" in told[1]
    assert "1 paper not for publication." in told[3]


def test_a_body_of_one_month_and_a_name_printed_in_two_ways_are_told_once(home):
    text = "# 1. Boats\nRESOLVED: That boats be painted."
    names = {"a.txt": "Boat Panel of Owner's", "b.txt": "Boat Panel of Owner’s"}
    fill(home, {file: paper(text + file, body=name) for file, name in names.items()})
    shown = drawn(screen().switch_page("screens/people.py").run())
    assert "2 papers, 1 meeting, March 2031<" in shown
    assert re.findall(r"<td>(.*?)</td><td><a", shown) == [""]  # no other name


def test_minutes_of_a_month_stand_in_the_calendar_without_a_made_up_day_and_lead_to_the_paper(home):
    undated = paper(QUAY, body="Parks Panel", date=None, month=date(2031, 3, 1))
    fill(home, PAPERS | {"undated.txt": undated})
    shown = drawn(meetings(year="2031"))
    assert "2031: 2 meetings" in shown
    assert re.search(
        r'href="[^"]*paper=[^"]*"[^>]*>Parks Panel</a><span class="ma-details">minutes · day not printed', shown
    )
    assert "March 2031 (day not printed)" in drawn(meetings(topic="ferry"))
