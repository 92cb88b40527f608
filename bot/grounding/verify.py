"""The last step before a reader sees an answer: every quotation stands verbatim in the paper it names.

Nothing is mended here: what fails is an error of ours, and the answer is not shown.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from bot.types import Citation, Evidence
from index.types import HeldParagraph

MOST_WORDS = 100
GAP = re.compile(r"\s*\[…\]\s*")
Stored = Callable[[str], HeldParagraph | None]
"""Reads a paragraph by its id."""
_SPACE = re.compile(r"\s+")


class UnverifiedQuotation(Exception):  # noqa: N818 - it says what was found, as our other errors do
    """A quotation does not stand in its paper. This is a fault of the program: please report the question."""


def stands(quote: str, paper_text: str) -> bool:
    """Whether every part of a quotation (parts stand between "[…]", or on lines of their own) is in the text, in order."""
    text, at = _plain(paper_text), 0
    for part in (piece for gap in GAP.split(quote) for piece in gap.split("\n")):
        found = text.find(_plain(part), at)
        if not part.strip() or found < 0:
            return False
        at = found + len(_plain(part))
    return True


def verify(evidence: Sequence[Evidence], citations: Sequence[Citation], stored: Stored) -> None:
    """Checks the citation of each piece of evidence against the paragraphs as they are stored now.

    Args:
        evidence: what is quoted.
        citations: a citation for each, in the same order.
        stored: reads a paragraph by its id; None where it is not held, or no longer.

    Raises:
        UnverifiedQuotation: a quotation is not verbatim, or is longer than it may be.
    """
    for one, citation in zip(evidence, citations, strict=True):
        where = f"{citation.file}, {citation.locator}"
        if len(citation.quote.split()) > MOST_WORDS:
            raise UnverifiedQuotation(f"{where}: quotation of over {MOST_WORDS} words")
        held = [stored(paragraph.id) for paragraph in one.paragraphs]
        text = "\n".join(paragraph.text for paragraph in held if paragraph)
        if not stands(citation.quote, text):
            raise UnverifiedQuotation(f"{where}: not verbatim: {citation.quote[:80]!r}")


def _plain(text: str) -> str:
    return _SPACE.sub(" ", text).strip()
