"""Asking in a real browser, on small made-up papers: `pytest -m browser` (wants Debian's Chromium)."""

import json
import re
import threading
import time

import pytest
from app_home import PAPERS, fill
from axe_playwright_python.sync_playwright import Axe
from browser import PATIENCE, Opener, ask, marks, serving, settled, tab_to, within_width
from docx import Document
from fpdf import FPDF
from model_server import says, scripted
from playwright.sync_api import expect

from index.build import Build
from index.embedders.words import WordsEmbedder
from screens.drawing.shown import COMPOSED

pytestmark = marks

QUESTION = "What was resolved on the quay wall?"
CARRIED = "It was resolved that the quay wall be mended at a cost of £40,000."
MADE_UP = "The harbour was sold for £9,999."
REPLY = {"answerable": True, "missing": "", "reason": None}
LINK = "?q=What+was+resolved+on+the+quay+wall%3F"


def bells(at):
    """A PDF of minutes."""
    made = FPDF()
    made.set_font("Helvetica", size=12)
    made.add_page()
    for line in (
        "BELFRY COMMITTEE",
        "Minutes of the meeting held on Tuesday, 9th May, 2034",
        "Present: Councillors Ash (Chair) and Birch.",
        "14. CHURCH BELLS",
        "The Sexton reported that two bells were cracked.",
        "RESOLVED: That the church bells be recast at a cost of 900 pounds.",
    ):
        made.cell(0, 10, line, new_x="LMARGIN", new_y="NEXT")
    made.output(str(at))
    return at


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    home = tmp_path_factory.mktemp("browser") / "home"
    fill(home)
    pdf = bells(tmp_path_factory.mktemp("bells") / "bells.pdf")
    assert not Build(home, WordsEmbedder()).add([pdf]).refused
    return home


def test_a_question_is_answered_and_its_source_opened_beside_it(open_page):
    page = open_page()
    ask(page, QUESTION)
    expect(page.locator("mark")).to_have_count(0)
    page.locator(".ma-mark").first.click()
    panel = page.locator(".st-key-panel")
    expect(panel.locator("h3")).to_have_text("Harbour Committee, 4 March 2031")
    expect(panel.locator("mark").first).to_be_visible()
    assert "quay wall be mended" in " ".join(panel.locator("mark").all_inner_texts())
    answer, beside = page.locator(".ma-answer").bounding_box(), panel.bounding_box()
    assert beside["x"] >= answer["x"] + answer["width"]
    expect(page.locator("#source-title")).to_be_focused()


def test_a_source_is_closed_with_escape_and_the_focus_goes_back_to_its_mark(open_page):
    page = open_page()
    ask(page, QUESTION)
    page.locator(".ma-mark").first.click()
    expect(page.locator("#source-title")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(".st-key-panel")).to_have_count(0)
    expect(page.locator("#mark-1-1")).to_be_focused()


def test_a_pdf_shows_its_page_with_the_words_marked(open_page):
    page = open_page()
    ask(page, "What was resolved on the church bells?")
    page.locator(".ma-mark").first.click()
    sheet = page.locator(".ma-sheet")
    expect(sheet.locator("img")).to_have_attribute("alt", re.compile("Page 1 of 1, the words quoted marked"))
    picture, box = sheet.locator("img").bounding_box(), sheet.locator(".ma-box").first.bounding_box()
    assert picture["x"] < box["x"] < picture["x"] + picture["width"]
    with page.expect_download() as download:
        page.get_by_role("button", name="Download the file").click()
    assert download.value.suggested_filename == "bells.pdf"


def test_an_open_source_stays_open_on_reload_and_when_sent_as_a_link(open_page):
    page = open_page()
    ask(page, QUESTION)
    page.locator(".ma-mark").first.click()
    expect(page.locator("#source-title")).to_be_visible()
    other = open_page(page.url.removeprefix(open_page.address))
    expect(other.locator(".st-key-panel mark").first).to_be_visible()
    expect(other.locator(".ma-question")).to_have_text(QUESTION)


def test_everything_can_be_done_by_keyboard(open_page):
    page = open_page()
    tab_to(page, page.get_by_test_id("stChatInputTextArea"))
    page.keyboard.type(QUESTION)
    page.keyboard.press("Enter")
    expect(page.locator(".ma-answer")).to_be_visible()
    settled(page)
    for _ in range(60):
        page.keyboard.press("Shift+Tab")
        if page.evaluate("document.activeElement.classList.contains('ma-mark')"):
            break
    page.keyboard.press("Enter")
    expect(page.locator("#source-title")).to_be_focused()
    tab_to(page, page.get_by_role("link", name="Read the whole paper"), most=12)
    page.keyboard.press("Enter")
    expect(page.locator(".ma-here mark").first).to_be_visible()


def test_a_shared_link_opens_its_answer_with_the_filter(open_page):
    page = open_page(f"{LINK}&body=Harbour+Committee")
    expect(page.locator(".ma-answer")).to_contain_text("quay wall be mended")
    expect(page.locator(".ma-only")).to_have_text("Searching only: Harbour Committee")
    settled(page)
    page.get_by_role("button", name="Copy link to this question").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == f"{open_page.address}{LINK}&body=Harbour+Committee"


def test_a_link_to_a_citation_opens_the_paper_at_its_words(open_page):
    page = open_page(LINK)
    expect(page.locator(".ma-answer")).to_be_visible()
    settled(page)
    page.locator(".ma-mark").first.click()
    expect(page.locator("#source-title")).to_be_focused()
    page.get_by_role("button", name="Copy link to this citation").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    shared = page.evaluate("navigator.clipboard.readText()")
    other = open_page(shared.removeprefix(open_page.address))
    expect(other.locator("mark", has_text="quay wall be mended").first).to_be_visible()


def test_what_was_inferred_is_taken_away_at_a_click(open_page):
    page = open_page()
    ask(page, "What did the Harbour Committee resolve on the quay wall?")
    page.get_by_role("link", name="Ask again without: Harbour Committee").click()
    expect(page.locator(".ma-left-out")).to_contain_text("Left out: Harbour Committee")
    expect(page.locator(".ma-question")).to_have_count(2)


def test_a_starter_and_a_question_that_goes_on_are_asked_at_a_click(open_page):
    page = open_page()
    page.get_by_role("button", name="What was resolved on Quay Wall Repairs?").click()
    expect(page.locator(".ma-answer")).to_contain_text("quay wall be mended")
    expect(page.locator(".st-key-starters button")).to_have_count(0)
    page.get_by_role("button", name="What was resolved on Ferry timetable?").click()
    expect(page.locator(".ma-answer").last).to_contain_text("ferry run hourly")


def test_a_follow_up_is_answered_under_the_first(open_page):
    page = open_page()
    ask(page, QUESTION)
    ask(page, "And on the ferry?")
    expect(page.locator(".ma-question")).to_have_count(2)


def test_the_question_asked_last_is_in_sight(open_page):
    page = open_page(height=600)
    for question in (QUESTION, "What was resolved on the mobile library stops?", QUESTION, "And on the ferry?"):
        ask(page, question)
    expect(page.locator(".ma-question").last).to_be_in_viewport()
    expect(page.locator(".ma-question").first).not_to_be_in_viewport()


def test_an_answer_that_comes_below_the_window_is_brought_into_sight(open_page):
    page = open_page(width=375, height=620)
    for question in (QUESTION, "What was resolved on the mobile library stops?", QUESTION):
        ask(page, question)
    expect(page.locator(".ma-answer").last).to_be_in_viewport(ratio=1)
    expect(page.locator(".ma-how").last).to_be_in_viewport()


def test_a_quotation_far_below_its_heading_is_brought_into_sight_on_a_telephone(open_page):
    page = open_page(LINK, width=375, height=300)
    settled(page)
    page.locator(".ma-mark").first.click()
    expect(page.locator("#source-title")).to_be_focused()
    expect(page.locator(".st-key-panel mark").first).to_be_in_viewport()


def test_a_filter_holds(open_page):
    page = open_page()
    page.get_by_role("combobox", name="Body").fill("Libraries")
    page.get_by_role("option", name="Libraries Panel").click()
    expect(page.locator(".ma-only")).to_have_text("Searching only: Libraries Panel")
    ask(page, QUESTION)
    expect(page.locator(".ma-searched").last).to_contain_text("Only: Libraries Panel")
    expect(page.locator(".ma-sources", has_text="Harbour Committee")).to_have_count(0)


def test_a_conversation_is_saved_as_word_and_markdown(open_page, tmp_path):
    page = open_page()
    ask(page, QUESTION)
    page.get_by_test_id("stPopoverButton").get_by_text("Conversation").click()
    for name in ("Word", "Markdown"):
        with page.expect_download() as download:
            page.get_by_role("button", name=f"Save as {name}").click()
        download.value.save_as(tmp_path / name)
        assert download.value.suggested_filename.startswith("What was resolved on the quay wall")
    assert "quay wall be mended" in (tmp_path / "Markdown").read_text()
    assert any("quay wall be mended" in line.text for line in Document(str(tmp_path / "Word")).paragraphs)


def test_conversations_are_listed_opened_and_kept_on_the_way_to_another_screen(open_page):
    page = open_page()
    ask(page, "What was resolved on the mobile library stops?")
    listed = page.get_by_role("navigation", name="Conversations")
    expect(listed.locator("[aria-current]")).to_have_text("What was resolved on the mobile library stops?")
    page.get_by_role("link", name="Papers").click()
    expect(page.locator("h1")).to_have_text("Papers held")
    page.get_by_role("link", name="Ask", exact=True).click()
    expect(page.locator(".ma-answer")).to_contain_text("Nether Wickering")
    page.get_by_role("button", name="New conversation").click()
    expect(page.locator(".ma-question")).to_have_count(0)
    listed.get_by_role("link", name="What was resolved on the mobile library stops?").first.click()
    expect(page.locator(".ma-answer")).to_contain_text("Nether Wickering")


@pytest.mark.parametrize("query", ["", LINK, "papers", "meetings", "meetings?topic=quay", "people"])
def test_nothing_runs_over_the_edge_of_a_telephone(open_page, query):
    page = open_page(query, width=375, height=740)
    expect(page.locator("h1")).to_have_count(1)
    settled(page)
    if query == LINK:
        page.locator(".ma-mark").first.click()
        expect(page.locator("#source-title")).to_be_focused()
        answer, source = page.locator(".ma-answer").bounding_box(), page.locator(".st-key-panel").bounding_box()
        assert source["y"] > answer["y"]
        expect(page.locator("#source-title")).to_be_in_viewport()
        settled(page)
    within_width(page, 375)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("query", ["", LINK, "papers", "meetings", "meetings?topic=quay", "people"])
def test_no_serious_barrier_stands_in_our_own_elements(open_page, query, scheme):
    page = open_page(query, color_scheme=scheme)
    expect(page.locator("h1")).to_have_count(1)
    settled(page)
    if query == LINK:
        page.locator(".ma-mark").first.click()
        expect(page.locator("#source-title")).to_be_focused()
        settled(page)
    found = Axe().run(page, context=".stHtml", options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]})
    serious = [
        f"{one['id']}: {node['html'][:160]} {node['failureSummary'][:300]}"
        for one in found.response["violations"]
        if one["impact"] in ("serious", "critical")
        for node in one["nodes"]
    ]
    assert not serious


@pytest.fixture
def model():
    """A model that waits until it is let go, and then writes a sentence, and one that no paper carries; and its address."""
    let_go = threading.Event()

    def respond(handler, prompt):
        let_go.wait(PATIENCE / 1000)
        label, words = re.search(r"\[([\d.]+)\] [a-z ]+: (.*quay wall be mended.*)", prompt).groups()
        told = [{"text": text, "quotations": [0]} for text in (CARRIED, MADE_UP)]
        says(handler, json.dumps(REPLY | {"quotations": [{"label": label, "words": words}], "sentences": told}))

    with scripted(respond) as url:
        yield let_go, url
        let_go.set()


def test_with_a_model_an_answer_comes_whole_once_it_is_checked(chromium, home, model, monkeypatch):
    let_go, url = model
    monkeypatch.setenv("MATTERS_MODEL", "openai:any")
    monkeypatch.setenv("MATTERS_MODEL_URL", url)
    with serving(home) as (address, _):
        opener = Opener(chromium, address)
        page = opener(LINK)
        expect(page.get_by_role("status")).to_contain_text("language model")
        expect(page.locator(".ma-answer")).to_have_count(0)
        let_go.set()
        expect(page.locator(".ma-how")).to_have_text(COMPOSED)
        expect(page.get_by_text("1 of 2 sentences that the model wrote was left out")).to_be_visible()
        assert "harbour was sold" not in page.content()
        expect(page.locator(".ma-coming")).to_have_count(0)
        opener.close()
        assert not opener.faults


def test_markup_in_a_question_does_nothing(open_page):
    page = open_page("?q=<img src=x onerror=document.title='taken'> What of the quay?")
    expect(page.locator(".ma-question")).to_contain_text("<img src=x")
    expect(page.locator(".ma-answer, .ma-declined")).to_be_visible()
    assert page.locator(".ma-question img, .stHtml [onerror]").count() == 0
    assert page.title() != "taken"


def test_markup_in_a_paper_does_nothing(open_page):
    page = open_page("?q=What must the Engineer report back on the quay wall in June?")
    page.locator(".ma-mark").first.click()
    expect(page.locator(".st-key-panel mark").first).to_be_visible()
    expect(page.locator(".st-key-panel")).to_contain_text("<b>report back</b>")
    assert page.locator(".ma-answer b, .ma-source b").count() == 0


def test_a_first_visit_to_another_screen_runs_the_app_and_not_that_screen_alone(chromium, tmp_path):
    fill(tmp_path / "home", {"quay.txt": PAPERS["quay.txt"]})
    with serving(tmp_path / "home") as (address, _):
        opener = Opener(chromium, address)
        page = opener("papers")
        expect(page.locator("h1")).to_have_text("Papers held")
        expect(page.get_by_test_id("stSidebarNavLink")).to_contain_text(
            ["Ask", "Papers", "Meetings", "People and words"]
        )
        opener.close()
        assert not opener.faults


def test_a_server_that_others_could_reach_shows_nothing_and_stops(chromium, tmp_path):
    fill(tmp_path / "home", {"quay.txt": PAPERS["quay.txt"]})
    with serving(tmp_path / "home", "--server.address", "0.0.0.0") as (address, server):  # noqa: S104
        opener = Opener(chromium, address)
        page = opener("papers")
        expect(page.get_by_role("alert")).to_contain_text("listens at 0.0.0.0, where others can reach it")
        assert page.locator(".ma-body").count() == 0
        opener.close()
        for _ in range(100):
            if server.poll() is not None:
                break
            time.sleep(0.1)
        assert server.poll() is not None
