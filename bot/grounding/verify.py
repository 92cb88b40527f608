"""The last step before a reader sees an answer: every quotation stands verbatim in the paper it names.

Nothing is mended here: what fails is an error of ours, and the answer is not shown.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from bot.types import Citation

MOST_WORDS = 100
GAP = re.compile(r"\s*\[…\]\s*")
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


def verify(citations: Iterable[Citation], text_of: Callable[[Citation], str]) -> None:
    """Checks every citation against the stored text of its paper.

    Args:
        citations: what is about to be shown.
        text_of: the stored text of the paper that a citation names.

    Raises:
        UnverifiedQuotation: a quotation is not verbatim, or is longer than it may be.
    """
    for citation in citations:
        if len(citation.quote.split()) > MOST_WORDS:
            raise UnverifiedQuotation(f"{citation.file}, {citation.locator}: quotation of over {MOST_WORDS} words")
        if not stands(citation.quote, text_of(citation)):
            raise UnverifiedQuotation(f"{citation.file}, {citation.locator}: not verbatim: {citation.quote[:80]!r}")


def _plain(text: str) -> str:
    return _SPACE.sub(" ", text).strip()
