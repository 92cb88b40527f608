"""Papers in a real browser: given, asked about, corrected, removed; meetings and people."""

import re

import pytest
from app_home import fill
from browser import ask, marks, settled
from playwright.sync_api import expect
from test_browser_ask import bells

pytestmark = marks


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    home = tmp_path_factory.mktemp("browser") / "home"
    fill(home)
    return home


def test_a_pdf_is_given_asked_about_corrected_and_removed(open_page, tmp_path):
    bells(tmp_path / "bells.pdf")
    (tmp_path / "odd.pdf").write_text("no PDF at all")
    page = open_page("papers")
    page.get_by_text("Add papers").click()
    page.locator("input[type=file]:not([webkitdirectory])").set_input_files(
        [tmp_path / "bells.pdf", tmp_path / "odd.pdf"]
    )
    expect(page.get_by_role("button", name="Remove odd.pdf")).to_be_visible()
    settled(page)
    page.get_by_role("button", name="Add the files").click()
    report = page.locator(".st-key-report")
    expect(report).to_contain_text("1 added, 0 changed, 0 unchanged, 1 refused")
    expect(report.locator(".ma-refused")).to_contain_text("odd.pdf")
    expect(page.locator(".ma-lead")).to_contain_text("3 papers in 3 files")

    page.get_by_role("link", name="Ask", exact=True).click()
    expect(page.get_by_test_id("stChatInputTextArea")).to_be_visible()
    expect(report).to_have_count(0)  # of the screen that was left
    settled(page)
    ask(page, "What was resolved on the church bells?")
    expect(page.locator(".ma-answer")).to_contain_text("church bells be recast")
    page.locator(".ma-mark").first.click()
    page.get_by_role("link", name="Read the whole paper").click()
    expect(page.locator(".ma-here mark").first).to_contain_text("church bells be recast")
    expect(page.locator(".ma-box").first).to_be_visible()

    page.get_by_role("button", name="Correct").click()
    page.get_by_label("Date, as 2024-05-14").fill("2034-05-16")
    page.get_by_role("button", name="Save").click()
    expect(page.locator(".ma-where").first).to_contain_text("16 May 2034")

    page.keyboard.press("Escape")
    settled(page)
    page.get_by_role("button", name="Remove").click()
    page.get_by_role("button", name="Yes, remove it").click()
    expect(page.locator(".st-key-removed")).to_contain_text("Removed: bells.pdf")
    expect(page.locator(".ma-lead")).to_contain_text("2 papers in 2 files")


def test_a_folder_is_given_with_its_places_and_its_table(open_page, tmp_path):
    parish = tmp_path / "parish"
    (parish / "2034").mkdir(parents=True)
    bells(parish / "2034" / "bells.pdf")
    (parish / "papers.csv").write_text("file,title\n2034/bells.pdf,Minutes of the bells\n")
    (parish / "2034" / "empty.txt").write_text("")
    (parish / "2034" / "photo.jpg").write_bytes(b"no words")
    page = open_page("papers")
    page.get_by_text("Add papers").click()
    page.get_by_role("tab", name="A folder", exact=True).click()
    for outcome in ("1 added, 0 changed, 0 unchanged", "0 added, 0 changed, 1 unchanged"):
        page.locator("input[webkitdirectory]").set_input_files(parish)
        expect(page.get_by_role("button", name=re.compile("^Remove .*photo.jpg"))).to_be_visible()
        settled(page)
        page.get_by_role("button", name="Add this folder").click()
        report = page.locator(".st-key-report")
        expect(report).to_contain_text(f"{outcome}, 1 refused, 1 passed over")
        rows = dict(zip(*[iter(report.locator("td").all_inner_texts())] * 2, strict=True))
        assert rows.keys() == {
            f"parish/{name}" for name in ("2034/bells.pdf", "2034/empty.txt", "2034/photo.jpg", "papers.csv")
        }
        assert rows["parish/2034/photo.jpg"].startswith("passed over: no reader knows such files")
        assert rows["parish/papers.csv"].startswith("used")
        page.get_by_role("button", name="Close this report").click()
        settled(page)
    page.get_by_label("Find a paper").fill("parish/2034/bells.pdf")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Minutes of the bells").click()
    expect(page.locator("#paper-title")).to_have_text("Minutes of the bells")
    settled(page)
    page.get_by_role("button", name="Remove").click()
    page.get_by_role("button", name="Yes, remove it").click()
    expect(page.locator(".ma-lead")).to_contain_text("2 papers in 2 files")


def test_what_is_held_is_told_found_and_read(open_page):
    page = open_page("papers")
    expect(page.locator(".ma-lead")).to_contain_text("2 papers in 2 files, of 2 bodies.")
    page.get_by_label("Find a paper").fill("libraries")
    page.keyboard.press("Enter")
    expect(page.locator("details.ma-body").first).to_contain_text("6 May 2032")
    page.locator(".ma-papers a").first.click()
    expect(page.locator(".ma-para").first).to_contain_text("Mobile library stops")


def test_a_bar_of_a_topic_leads_to_the_minutes(open_page):
    page = open_page("meetings?topic=quay")
    page.locator(".ma-years a").first.click()
    expect(page.locator(".ma-here mark").first).to_contain_text("QUAY")


def test_a_meetings_page_is_reached_from_the_calendar(open_page):
    page = open_page("meetings")
    page.get_by_role("link", name="Thu 6 · Libraries Panel").click()
    expect(page.locator("h1")).to_have_text("Libraries Panel, 6 May 2032")
    expect(page.locator("body")).to_contain_text("mobile library stop at Nether Wickering")
