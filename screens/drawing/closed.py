"""What a screen says of papers that are closed to its reader; `index.closed` says which, and keeps their words."""

from __future__ import annotations

from bot.pipeline import Bot

TOLD = (
    "This paper says that it is not for publication (Local Government Act 1972, Schedule 12A). Its title and that "
    "notice are shown; its text is kept from readers who are not cleared for it."
)
MARK = "not for publication"
"""What stands beside such a paper in a list."""


def is_closed(bot: Bot, paper_id: str) -> bool:
    """Whether the text of a paper is to be kept from this reader."""
    return paper_id in bot.index.catalogue.closed
