"""The screens in a real browser, on small made-up papers: `pytest -m browser` (wants Debian's Chromium)."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from urllib.error import URLError

import pytest
from app_home import APP, fill
from playwright.sync_api import expect, sync_playwright

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not shutil.which("chromium"), reason="Chromium is not installed"),
]

CHROMIUM = "/usr/bin/chromium"
ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
QUESTION = "What was resolved on the quay wall?"
START_SECONDS = 30
PATIENCE = 15_000


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    """The app on a free port of this machine, over a home of its own."""
    home = tmp_path_factory.mktemp("browser") / "home"
    fill(home)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = os.environ | {"MATTERS_HOME": str(home), "MATTERS_EMBEDDER": "words"}
    command = [sys.executable, "-m", "streamlit", "run", APP.name, "--server.port", str(port)]
    server = subprocess.Popen(command, cwd=APP.parent, env=environment)
    try:
        _wait_for(f"http://127.0.0.1:{port}/_stcore/health")
        yield f"http://127.0.0.1:{port}/"
    finally:
        server.terminate()
        server.wait(START_SECONDS)


@pytest.fixture(scope="module")
def chromium():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def open_page(chromium, address):
    """Opens a screen of the app; afterwards fails on what any screen wrongly sent, logged or raised."""
    faults, contexts = [], []

    def open_(query="", width=1280, height=900):
        context = chromium.new_context(viewport={"width": width, "height": height})
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        page.on("request", lambda request: faults.append(request.url) if _leaves(request.url, address) else None)
        page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.goto(address + query)
        return page

    yield open_
    for context in contexts:
        context.close()
    assert not faults


def test_a_question_is_answered_and_its_source_opened(open_page):
    page = open_page()
    _ask(page, QUESTION)
    source = page.locator(".ma-sources details").first
    expect(source).to_contain_text("Harbour Committee, 4 March 2031")
    expect(source.locator("mark").first).not_to_be_visible()
    source.locator("summary").click()
    expect(source.locator("mark").first).to_be_visible()
    assert "quay wall be mended" in " ".join(source.locator("mark").all_inner_texts())


def test_a_reference_in_the_answer_opens_its_source(open_page):
    page = open_page()
    _ask(page, QUESTION)
    page.locator(".ma-reference").first.click()
    expect(page.locator(".ma-sources mark").first).to_be_visible()


def test_an_open_source_stays_open_when_asking_on(open_page):
    page = open_page()
    _ask(page, QUESTION)
    page.locator(".ma-sources summary").first.click()
    _ask(page, "And on the ferry?")
    expect(page.locator(".ma-question")).to_have_count(2)
    expect(page.locator(".ma-sources mark").first).to_be_visible()


def test_everything_can_be_done_by_keyboard(open_page):
    page = open_page()
    page.get_by_test_id("stChatInputTextArea").focus()
    page.keyboard.type(QUESTION)
    page.keyboard.press("Enter")
    expect(page.locator(".ma-answer")).to_be_visible()
    summary = page.locator(".ma-sources summary").first
    _tab_to(page, summary)
    page.keyboard.press("Enter")
    expect(page.locator(".ma-sources mark").first).to_be_visible()


def test_a_shared_link_opens_its_answer(open_page):
    page = open_page("?q=What+was+resolved+on+the+quay+wall%3F")
    expect(page.locator(".ma-answer")).to_contain_text("quay wall be mended")
    link = page.get_by_role("link", name="Link to this question")
    assert link.get_attribute("href") == "?q=What+was+resolved+on+the+quay+wall%3F"


def test_a_starter_question_is_asked_at_a_click(open_page):
    page = open_page()
    page.get_by_role("button", name="What was resolved on Quay Wall Repairs?").click()
    expect(page.locator(".ma-answer")).to_contain_text("quay wall be mended")
    expect(page.locator(".st-key-starters button")).to_have_count(0)


def test_a_filter_holds(open_page):
    page = open_page()
    page.get_by_role("combobox", name="Body").fill("Libraries")
    page.get_by_role("option", name="Libraries Panel").click()
    expect(page.locator(".ma-only")).to_have_text("Searching only: Libraries Panel")
    _ask(page, QUESTION)
    expect(page.locator(".ma-searched").last).to_contain_text("Only: Libraries Panel")
    expect(page.locator(".ma-sources", has_text="Harbour Committee")).to_have_count(0)


@pytest.mark.parametrize("question", ["", "?q=What+was+resolved+on+the+quay+wall%3F"])
def test_nothing_runs_over_the_edge_of_a_telephone(open_page, question):
    page = open_page(question, width=375, height=740)
    expect(page.locator(".ma-answer" if question else ".st-key-starters")).to_be_visible()
    if question:
        page.locator(".ma-sources summary").first.click()
    assert page.evaluate("document.scrollingElement.scrollWidth") <= 375
    for box in page.locator("[class^='ma-'], .stButton button").all():
        place = box.bounding_box()
        assert place is None or place["x"] + place["width"] <= 375


def test_what_is_held_is_told(open_page):
    page = open_page()
    page.get_by_role("link", name="Papers").click()
    expect(page.locator(".ma-lead")).to_have_text("2 papers in 2 files, of 2 bodies.")
    page.locator("details.ma-body summary").first.click()
    expect(page.locator("details.ma-body").first).to_contain_text("4 March 2031")


def test_markup_in_a_paper_or_a_question_does_nothing(open_page):
    page = open_page("?q=<img src=x onerror=document.title='taken'> What must the Engineer report back in June?")
    expect(page.locator(".ma-question")).to_contain_text("<img src=x")
    expect(page.locator(".ma-answer, .ma-declined")).to_be_visible()
    assert page.locator(".ma-answer b, .ma-question img").count() == 0
    assert page.title() == "Matters Arising"


def _ask(page, question):
    before = page.locator(".ma-searched").count()
    box = page.get_by_test_id("stChatInputTextArea")
    box.fill(question)
    box.press("Enter")
    expect(page.locator(".ma-searched")).to_have_count(before + 1)


def _tab_to(page, wanted):
    for _ in range(60):
        if wanted.evaluate("element => element === document.activeElement"):
            return
        page.keyboard.press("Tab")
    pytest.fail("no tab leads there")


def _leaves(url, address):
    return not url.startswith((address, address.replace("http", "ws"), "data:", "blob:"))


def _wait_for(url):
    begin = time.monotonic()
    while time.monotonic() - begin < START_SECONDS:
        try:
            with urllib.request.urlopen(url, timeout=1):  # noqa: S310 - our own server
                return
        except URLError:
            time.sleep(0.1)
    pytest.fail(f"{url} does not answer")
