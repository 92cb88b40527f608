"""`python -m evals screens`: how long a reader waits for the screens, alone in a browser, and among many at once.

The browser is Chromium. The many readers speak the server's own protocol over loopback: a browser for each
would measure twenty browsers on two cores, and not the program. Each asks, pauses, and asks again; nobody asks more
than so many questions, so the whole is bounded.
"""

from __future__ import annotations

import asyncio
import os
import random
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.error import URLError

from streamlit.proto.AutoRerun_pb2 import AutoRerun
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

from evals.answers import read_rows
from evals.chromium import chromium

if TYPE_CHECKING:
    from playwright.sync_api import Page

START_SECONDS = 60
ANSWER_SECONDS = 60
ANSWERED, FAULT = "ma-searched", "ma-fault"
FIRST_QUESTION = "What was resolved on the budget?"
STARTER = ".st-key-starters button"


@dataclass(frozen=True, slots=True)
class Load:
    """Readers at once, the questions that each asks, and the seconds between two of them."""

    readers: int = 20
    questions: int = 10
    pause: float = 15.0


def screens(questions: Path, indexed: Path, load: Load) -> dict[str, float]:
    """First paint, answers on screen in a browser, and answers for many readers at once, over the papers of a home.

    Raises:
        NoChromium: there is no browser; nothing was started.
    """
    program = chromium()
    asked = [str(row["question"]) for row in read_rows(questions)]
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        shutil.copytree(indexed, home)  # conversations are kept in the home, and these are nobody's
        with _serving(home) as port:
            figures = _in_browser(program, f"http://127.0.0.1:{port}/", asked)
            return figures | asyncio.run(_at_once(port, asked, load))


@contextmanager
def _serving(home: Path) -> Iterator[int]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)]
    server = subprocess.Popen(
        command, env=os.environ | {"MATTERS_HOME": str(home)}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        _wait_for(f"http://127.0.0.1:{port}/_stcore/health")
        yield port
    finally:
        server.terminate()
        server.wait(START_SECONDS)


def _in_browser(program: str, address: str, asked: Sequence[str]) -> dict[str, float]:
    """Seconds to the first paint after a warm start, and from Enter to the answer on the screen, a conversation each."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - a tool of the tests

    paints, answers = [], []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=program, args=["--headless", "--no-sandbox", "--disable-gpu"]
        )
        for question in [FIRST_QUESTION, *asked]:
            page = browser.new_page()
            began = time.perf_counter()
            page.goto(address)
            _seen(page, STARTER)
            paints.append(time.perf_counter() - began)
            box = page.get_by_test_id("stChatInputTextArea")
            box.fill(question)
            began = time.perf_counter()
            box.press("Enter")
            _seen(page, f".{ANSWERED}, .{FAULT}")
            answers.append(time.perf_counter() - began)
            page.close()
        browser.close()
    return {
        "first_paint_median": _share(paints[1:], 0.5),  # the first of each loads the model
        "first_paint_p95": _share(paints[1:], 0.95),
        "on_screen_median": _share(answers[1:], 0.5),
        "on_screen_p95": _share(answers[1:], 0.95),
    }


def _seen(page: Page, selector: str) -> None:
    """Wait until this is on the screen, looking at every frame: Playwright's own waiting looks every half second at last."""
    page.wait_for_function(
        "selector => document.querySelector(selector)?.offsetParent", arg=selector, timeout=ANSWER_SECONDS * 1000
    )


async def _at_once(port: int, asked: Sequence[str], load: Load) -> dict[str, float]:
    """Seconds from question to answer for many readers at once, and how many of them got none."""
    chosen = random.Random(1)  # noqa: S311 - the same order each time, nothing secret
    lists = [[chosen.choice(asked) for _ in range(load.questions)] for _ in range(load.readers)]
    delays = [load.pause * n / load.readers for n in range(load.readers)]
    readers = (_reader(port, mine, load.pause, delay) for mine, delay in zip(lists, delays, strict=True))
    results = [result for of in await asyncio.gather(*readers) for result in of]
    seconds = [one for one in results if one is not None]
    return {
        "readers": load.readers,
        "asked": len(results),
        "errors": sum(one is None for one in results),
        "at_once_median": _share(seconds, 0.5),
        "at_once_p95": _share(seconds, 0.95),
        "at_once_max": max(seconds, default=0.0),
    }


async def _reader(port: int, questions: Sequence[str], pause: float, delay: float) -> list[float | None]:
    """One reader: begins after a delay, asks, pauses, asks again. None stands for a question that got no answer."""
    await asyncio.sleep(delay)
    taken: list[float | None] = []
    async with connect(
        f"ws://127.0.0.1:{port}/_stcore/stream",
        subprotocols=["streamlit"],  # type: ignore[list-item] # a NewType of str
        origin=f"http://127.0.0.1:{port}",  # type: ignore[arg-type] # the same
        max_size=None,
    ) as server:
        box = await _opened(server)
        for n, question in enumerate(questions):
            began = time.perf_counter()
            try:
                async with asyncio.timeout(ANSWER_SECONDS):
                    await _asked(server, box, question, n)
                taken.append(time.perf_counter() - began)
            except (TimeoutError, OSError, ValueError):
                taken.append(None)
            left = pause - (time.perf_counter() - began)
            await _idle(server, max(0.0, left))
    return taken


async def _opened(server: ClientConnection) -> str:
    """Open the screen; the id of the box to ask in."""
    first = BackMsg()
    first.rerun_script.query_string = ""
    await server.send(first.SerializeToString())
    box = ""
    async for message in _messages(server):
        element = message.delta.new_element
        if element.WhichOneof("type") == "chat_input":
            box = element.chat_input.id
        if message.WhichOneof("type") == "script_finished" and box:
            return box
    raise ValueError("the screen did not open")


async def _asked(server: ClientConnection, box: str, question: str, n: int) -> None:
    """Ask, and wait for the answer to be sent: what says where was searched comes with it.

    Raises:
        ValueError: the screen told a fault.
    """
    again = BackMsg()
    state = again.rerun_script.widget_states.widgets.add()
    state.id = box
    state.chat_input_value.data = question
    await server.send(again.SerializeToString())
    begun = False
    async for message in _messages(server):
        body = message.delta.new_element.html.body
        if "<style" in body:
            continue
        if FAULT in body or message.delta.new_element.WhichOneof("type") == "exception":
            raise ValueError(body)
        begun = begun or f'id="turn-{n + 1}"' in body
        if begun and ANSWERED in body:
            return
    raise ValueError("the server closed the connection")


async def _idle(server: ClientConnection, seconds: float) -> None:
    """Take in what is still sent, for so long, and look for what is looked for meanwhile, as a browser does."""
    watch: AutoRerun | None = None
    until = time.perf_counter() + seconds
    while (left := until - time.perf_counter()) > 0:
        try:
            async with asyncio.timeout(min(left, watch.interval) if watch else left):
                async for message in _messages(server):
                    match message.WhichOneof("type"):
                        case "navigation":  # the whole screen is drawn anew, and says itself what to look for
                            watch = None
                        case "auto_rerun":
                            watch = message.auto_rerun
                            break
        except TimeoutError:
            if watch:
                again = BackMsg()
                again.rerun_script.fragment_id = watch.fragment_id
                again.rerun_script.is_auto_rerun = True
                await server.send(again.SerializeToString())


async def _messages(server: ClientConnection) -> AsyncIterator[ForwardMsg]:
    async for data in server:
        message = ForwardMsg()
        message.ParseFromString(data if isinstance(data, bytes) else data.encode())
        yield message


def _share(seconds: Sequence[float], share: float) -> float:
    ordered = sorted(seconds)
    return round(ordered[min(len(ordered) - 1, int(share * len(ordered)))], 3) if ordered else 0.0


def _wait_for(url: str) -> None:
    began = time.monotonic()
    while time.monotonic() - began < START_SECONDS:
        try:
            with urllib.request.urlopen(url, timeout=1):  # noqa: S310 - our own server
                return
        except URLError:
            time.sleep(0.1)
    raise TimeoutError(url)
