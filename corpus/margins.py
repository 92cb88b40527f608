"""Notes that stand beside or under a page's text: footnotes, who is to act, an action's number."""

from __future__ import annotations

import re

from corpus.types import Line

_FOOTNOTE = re.compile(r"[¹²³⁴⁵⁶⁷⁸⁹⁰]+\s*\S|\$?\^?\{?\^\{?\\?(?:rm\s*)?\d+|[¹²³⁴⁵⁶⁷⁸⁹⁰]+$|\$https?:")
_OWNER = re.compile(r"(?:(?:[A-Z]{2,4}|[A-Z][A-Za-z]{1,3}[A-Z]|All|ALL|Clerk)(?:\s*[/&,+]\s*|\s+and\s+|\s*$))+/?")
_NUMBER = re.compile(r"Action(?:\s+\d{1,3})?:?")
_WIDEST = 40  # characters: an owner or two; more in the margin is a column of its own
_OWNERS = 24  # characters


def interrupts(text: str, line: Line) -> bool:
    """Whether a line is a footnote, an owner's initials or an action's number, between the halves of a paragraph."""
    if line.cells and not line.cells[0]:
        return len(line.text) < _WIDEST
    if line.level or line.cells or line.number:
        return False
    return bool(_FOOTNOTE.match(text) or _NUMBER.fullmatch(text) or (len(text) < _OWNERS and _OWNER.fullmatch(text)))
