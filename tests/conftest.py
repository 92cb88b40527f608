"""What several files of tests stand on. Each is imported where it is wanted, so that quick tests need no browser."""

import pytest

from corpus import recognition


@pytest.fixture(autouse=True)
def no_recognition(monkeypatch):
    """Pictures of pages are not read, whatever is installed: a file that tests it overrides this."""
    monkeypatch.setattr(recognition, "installed", lambda: False)


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    """A home of Orrendale's Harbour Committee, indexed by words; a file with other papers has a home of its own."""
    from bot_papers import bot_on  # noqa: PLC0415 - for those tests alone that want it

    folder = tmp_path_factory.mktemp("bot")
    bot_on(folder).index.close()
    return folder / "home"


@pytest.fixture
def by_words(monkeypatch):
    """Searching by words alone, and reading for them: with no model to load."""
    from scripted_reader import PlainReader  # noqa: PLC0415 - for those tests alone that want it

    monkeypatch.setenv("MATTERS_EMBEDDER", "words")
    monkeypatch.setattr("bot.wire.quoting_reader", lambda *_: PlainReader())


@pytest.fixture(scope="module")
def address(home):
    """Where the screens are served, over the file's home."""
    from browser import serving  # noqa: PLC0415 - it brings the browser in

    with serving(home) as (address, _):
        yield address


@pytest.fixture(scope="module")
def chromium():
    """A browser."""
    from browser import browsing  # noqa: PLC0415 - it brings the browser in

    with browsing() as browser:
        yield browser


@pytest.fixture
def open_page(chromium, address):
    """Opens screens; nothing may be sent elsewhere, logged as an error or raised in any of them."""
    from browser import Opener  # noqa: PLC0415 - it brings the browser in

    opener = Opener(chromium, address)
    yield opener
    opener.close()
    assert not opener.faults
