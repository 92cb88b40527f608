"""The screens as the documentation shows them, drawn from the sample papers: `pytest -m browser` writes docs/screens."""

import shutil
from pathlib import Path

import pytest
from browser import SCREENS, ask, marks, settled
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
