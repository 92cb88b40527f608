import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
CONFIG = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text())
MARK = ("#1d2523", "#ffe48a")
ENOUGH = 4.5


def luminance(colour):
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_text_and_links_are_readable_on_both_backgrounds(mode):
    theme = CONFIG["theme"][mode]
    for text in ("textColor", "linkColor"):
        for background in ("backgroundColor", "secondaryBackgroundColor"):
            assert contrast(theme[text], theme[background]) >= ENOUGH
    assert contrast("#ffffff", theme["primaryColor"]) >= ENOUGH


def test_a_marked_quotation_is_readable():
    assert contrast(*MARK) >= ENOUGH
    assert f"background: {MARK[1]}; color: {MARK[0]}" in (ROOT / "screens" / "drawing" / "look.css").read_text()


def test_the_server_listens_on_this_machine_alone_and_tells_nobody():
    assert CONFIG["server"]["address"] == "127.0.0.1"
    assert CONFIG["browser"]["gatherUsageStats"] is False
