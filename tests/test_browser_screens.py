"""The screens as the documentation shows them, drawn from the sample papers: `pytest -m browser` writes docs/screens."""

import shutil
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from browser import SCREENS, ask, marks, settled, tab_to, within_width
from playwright.sync_api import expect

from index.build import Build
from index.embedders.words import WordsEmbedder

pytestmark = marks

SAMPLES = Path(__file__).parent.parent / "corpus" / "samples" / "papers"
QUESTION = "What did the Commission recommend on mobile cameras?"


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    folder = tmp_path_factory.mktemp("samples")
    shutil.copytree(SAMPLES, folder / "papers")
    assert not Build(folder / "home", WordsEmbedder()).add([folder / "papers"]).refused
    return folder / "home"


def keep(page, name):
    """Write a picture of what is seen; kept where `docs/screens` is, and only looked at elsewhere."""
    settled(page)
    page.screenshot(path=SCREENS / f"{name}.png")


@pytest.mark.parametrize(("name", "width", "height"), [("ask", 1280, 860), ("ask-phone", 375, 740)])
def test_a_source_beside_its_answer(open_page, name, width, height):
    page = open_page(width=width, height=height)
    ask(page, QUESTION)
    if width < 640:
        keep(page, "answer-phone")
    page.locator(".ma-mark").first.click()
    expect(page.locator("#source-title")).to_be_focused()
    expect(page.locator(".st-key-followups button").first).to_be_visible()
    keep(page, name)


@pytest.mark.parametrize(
    ("name", "query", "seen"),
    [
        ("start", "", ".st-key-starters button"),
        ("papers", "papers", "details.ma-body"),
        ("meetings", "meetings", ".ma-months"),
        ("topic", "meetings?topic=waste", ".ma-mentions"),
        ("people", "people", ".ma-people"),
    ],
)
def test_a_screen(open_page, name, query, seen):
    page = open_page(query, height=860)
    expect(page.locator(seen).first).to_be_visible()
    keep(page, name)


def test_a_paper_and_a_meeting(open_page):
    page = open_page("papers", height=860)
    page.get_by_label("Find a paper").fill("places communities minutes october 2024")
    page.keyboard.press("Enter")
    page.locator(".ma-papers a").first.click()
    expect(page.locator(".ma-para").first).to_be_visible()
    keep(page, "paper")
    page.locator(".ma-where a").first.click()
    expect(page.locator("#meeting-title")).to_be_visible()
    keep(page, "meeting")


def open_paper(page):
    page.get_by_label("Find a paper").fill("places communities minutes october 2024")
    page.keyboard.press("Enter")
    page.locator(".ma-papers a").first.click()
    expect(page.locator(".ma-para").first).to_be_visible()
    page.get_by_text("Outline:").click()


def open_meeting(page):
    open_paper(page)
    page.locator(".ma-where a").first.click()
    expect(page.locator("#meeting-title")).to_be_visible()


def open_source(page):
    page.locator(".ma-mark").first.click()
    expect(page.locator("#source-title")).to_be_focused()


def open_ways_to_add(page):
    page.get_by_text("Add papers").click()
    page.get_by_role("tab", name="A folder", exact=True).click()
    page.locator("details.ma-body summary").first.click()
    expect(page.locator(".ma-papers a").first).to_be_visible()


def open_person(page):
    page.locator(".ma-people summary").first.click()
    expect(page.locator(".ma-people details[open] a").first).to_be_visible()


OPENED = {
    "paper": ("papers", open_paper),
    "meeting": ("papers", open_meeting),
    "source": (f"?q={QUESTION}", open_source),
    "ways-to-add": ("papers", open_ways_to_add),
    "person": ("people", open_person),
}


@pytest.mark.parametrize("width", [1280, 375])
@pytest.mark.parametrize("opened", OPENED)
def test_what_is_opened_has_no_serious_barrier_and_runs_over_no_edge(open_page, opened, width):
    query, step = OPENED[opened]
    page = open_page(query, width=width)
    settled(page)
    step(page)
    settled(page)
    found = Axe().run(page, context=".stHtml", options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]})
    assert found.response["passes"]
    assert not [
        f"{one['id']}: {one['nodes'][0]['html'][:160]}"
        for one in found.response["violations"]
        if one["impact"] in ("serious", "critical")
    ]
    within_width(page, width)


def test_a_paper_and_its_meeting_are_reached_by_keyboard_alone(open_page):
    page = open_page("papers")
    settled(page)
    tab_to(page, page.locator("details.ma-body summary").first)
    page.keyboard.press("Enter")
    tab_to(page, page.locator("details[open] .ma-papers a").first)
    page.keyboard.press("Enter")
    expect(page.locator("#paper-title")).to_be_focused()
    settled(page)
    tab_to(page, page.locator(".ma-body summary").first)
    page.keyboard.press("Enter")
    heading = page.locator(".ma-outline a").nth(2)
    tab_to(page, heading)
    page.keyboard.press("Enter")
    expect(page.locator(heading.get_attribute("href"))).to_be_in_viewport()
    for _ in range(80):
        if page.evaluate("document.activeElement?.closest('.ma-where') !== null"):
            break
        page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#meeting-title")).to_be_focused()
    tab_to(page, page.locator(".ma-agenda a").first)
    page.keyboard.press("Enter")
    expect(page.locator(".ma-here")).to_be_focused()


def test_a_topic_and_a_person_are_reached_by_keyboard_alone(open_page):
    page = open_page("meetings")
    settled(page)
    tab_to(page, page.get_by_label("A topic over time"))
    page.keyboard.type("waste")
    page.keyboard.press("Enter")
    expect(page.locator(".ma-mentions")).to_be_visible()
    settled(page)
    tab_to(page, page.locator(".ma-years a").first)
    page.keyboard.press("Enter")
    expect(page.locator(".ma-here")).to_be_focused()
    page = open_page("people")
    settled(page)
    tab_to(page, page.get_by_role("tab").first)
    for name in ("Abbreviations", "Bodies", "People"):
        page.keyboard.press("ArrowRight")
        expect(page.get_by_role("tab", name=name)).to_have_attribute("aria-selected", "true")
    tab_to(page, page.locator(".ma-people summary").first)
    page.keyboard.press("Enter")
    tab_to(page, page.locator(".ma-people details[open] a").first)
    page.keyboard.press("Enter")
    expect(page.locator(".ma-here")).to_be_visible()
