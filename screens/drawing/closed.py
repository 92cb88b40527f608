"""Which papers a reader may not read: those that say at their head that they are not for publication, unless he is cleared."""

from __future__ import annotations

from bot.answer import Bot
from bot.restricted import HEAD, is_restricted

SHOWN = ("heading", "exempt")
"""Types of paragraph that are shown of such a paper: what it is about, and the notice itself."""

TOLD = (
    "This paper says that it is not for publication (Local Government Act 1972, Schedule 12A). Its headings and that "
    "notice are shown; its text is kept from readers who are not cleared for it."
)


def is_closed(bot: Bot, paper_id: str) -> bool:
    """Whether the text of a paper is to be kept from this reader."""
    paper = None if bot.cleared else bot.index.catalogue.paper(paper_id)
    return paper is not None and is_restricted(paper, bot.index.catalogue.paragraphs(paper_id, 0, HEAD))
