"""Where Chromium stands on this machine: the browser in which the screens are tested and timed."""

from __future__ import annotations

import os
import shutil

VARIABLE = "CHROMIUM"
"""The environment's variable that names the browser, where it has another name or stands off the path."""
NAMES = ("chromium", "chromium-browser", "google-chrome")
"""What it is called by Debian, by others, and as it comes from its maker."""


class NoChromium(Exception):  # noqa: N818 - it says what was found, as our other errors do
    """There is no Chromium to drive."""


def chromium() -> str:
    """The path of Chromium.

    Raises:
        NoChromium: there is none where it was looked for.
    """
    named = os.environ.get(VARIABLE)
    for name in (named,) if named else NAMES:
        if found := shutil.which(name):
            return found
    if named:
        raise NoChromium(f"{VARIABLE} is {named!r}, and no program stands there: set it to the path of Chromium")
    raise NoChromium(f"Chromium is not installed: install the package chromium, or set {VARIABLE} to its path")
