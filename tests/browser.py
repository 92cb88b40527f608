"""What the browser tests drive: the app on a free port over a home of its own, and Chromium."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError

import pytest
from app_home import APP
from playwright.sync_api import expect, sync_playwright

from evals.chromium import NoChromium, chromium

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
START_SECONDS = 30
PATIENCE = 15_000
expect.set_options(timeout=PATIENCE)  # a busy machine draws late: what is waited for is the same
SCREENS = Path(__file__).parent.parent / "docs" / "screens"


def lacking():
    """Why there is no browser to drive; "" where there is one."""
    try:
        chromium()
    except NoChromium as fault:
        return str(fault)
    return ""


marks = [pytest.mark.browser, pytest.mark.skipif(bool(lacking()), reason=lacking() or "Chromium is here")]


@contextmanager
def serving(home, *options):
    """The app on a free port of this machine, over this home."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = os.environ | {"MATTERS_HOME": str(home), "MATTERS_EMBEDDER": "words"}
    command = [sys.executable, "-m", "streamlit", "run", APP.name, "--server.port", str(port), *options]
    server = subprocess.Popen(command, cwd=APP.parent, env=environment)
    try:
        wait_for(f"http://127.0.0.1:{port}/_stcore/health")
        yield f"http://127.0.0.1:{port}/", server
    finally:
        server.terminate()
        server.wait(START_SECONDS)


@contextmanager
def browsing():
    """Chromium."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
        yield browser
        browser.close()


class Opener:
    """Opens screens; `faults` are what any of them wrongly sent, logged or raised."""

    def __init__(self, browser, address):
        self.browser, self.address = browser, address
        self.faults, self.contexts = [], []

    def __call__(self, query="", width=1280, height=900, **given):
        context = self.browser.new_context(viewport={"width": width, "height": height}, **given)
        context.grant_permissions(["clipboard-read", "clipboard-write"])
        self.contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        page.on("request", lambda request: self.faults.append(request.url) if self._leaves(request.url) else None)
        page.on("console", lambda said: self.faults.append(said.text) if _is_fault(said) else None)
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.goto(self.address + query)
        return page

    def close(self):
        for context in self.contexts:
            context.close()

    def _leaves(self, url):
        return not url.startswith((self.address, self.address.replace("http", "ws"), "data:", "blob:"))


def _is_fault(said):
    """Whether the console tells a fault of ours: Streamlit looks for its own server under each screen's address first."""
    return said.type == "error" and "_stcore" not in str(said.location.get("url"))


def ask(page, question):
    """Ask, and wait for the answer."""
    before = page.locator(".ma-searched").count()
    box = page.get_by_test_id("stChatInputTextArea")
    box.fill(question)
    box.press("Enter")
    expect(page.locator(".ma-searched")).to_have_count(before + 1)


def settled(page):
    """Wait until Streamlit has drawn all it will, and our script follows links."""
    page.wait_for_function("window.mattersArising?.listening")
    expect(page.get_by_test_id("stStatusWidget")).to_have_count(0)
    page.wait_for_timeout(300)


def tab_to(page, wanted, most=80):
    """Go to an element by the Tab key alone."""
    for _ in range(most):
        if wanted.evaluate("element => element === document.activeElement"):
            return
        page.keyboard.press("Tab")
    pytest.fail("no tab leads there")


def within_width(page, width):
    """That nothing of ours runs over the edge."""
    assert page.evaluate("document.scrollingElement.scrollWidth") <= width
    for box in page.locator("[class^='ma-'], .stButton button").all():
        place = box.bounding_box()
        scrolls = box.evaluate("element => !!element.closest('.ma-scroll, .ma-years')")
        assert place is None or scrolls or place["x"] + place["width"] <= width + 0.5


def wait_for(url):
    """Wait until the server answers."""
    begin = time.monotonic()
    while time.monotonic() - begin < START_SECONDS:
        try:
            with urllib.request.urlopen(url, timeout=1):  # noqa: S310 - our own server
                return
        except URLError:
            time.sleep(0.1)
    pytest.fail(f"{url} does not answer")
