"""What HTML holds but a browser does not show as said: words struck out, hidden, or black on black."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bs4.element import Tag

STRUCK = ("del", "s", "strike")
"""The tags of words that are struck out."""

_UNSEEN_STYLE = re.compile(
    r"text-decoration(?:-line)?\s*:[^;]*\bline-through\b|display\s*:\s*none\b|visibility\s*:\s*(?:hidden|collapse)\b",
    re.IGNORECASE,
)
_COLOURS = re.compile(r"(?:^|;)\s*(color|background(?:-color)?)\s*:\s*([^;]+)", re.IGNORECASE)
_SAME_COLOUR = {"black": "#000", "#000000": "#000", "rgb(0,0,0)": "#000", "white": "#fff", "#ffffff": "#fff"}


def drop_unseen(root: Tag) -> None:
    """Take out of a tree what is struck out or not shown. `aria-hidden` stays: it hides from ears, not from eyes."""
    for tag in root.find_all(_is_unseen):
        if not tag.decomposed:
            tag.decompose()


def _is_unseen(tag: Tag) -> bool:
    if tag.name in STRUCK or tag.has_attr("hidden"):
        return True
    style = str(tag.get("style") or "")
    return bool(style) and (_UNSEEN_STYLE.search(style) is not None or _in_its_own_colour(style))


def _in_its_own_colour(style: str) -> bool:
    """Whether letters are of the colour that they stand on: blacked out."""
    said = {name.lower().split("-")[0]: _colour(value) for name, value in _COLOURS.findall(style)}
    on = said.get("background")
    return on is not None and (said.get("color") == on or (on == "#000" and "color" not in said))


def _colour(value: str) -> str:
    plain = re.sub(r"\s|!important", "", value.lower())
    return _SAME_COLOUR.get(plain, plain)
