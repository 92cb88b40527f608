"""The reply to a question that is quoted: what was asked at a meeting says nothing of how things are.

Minutes give a member's question and the officer's reply in paragraphs of their own. Quoted alone, the question reads as
the answer, so the reply is quoted after it.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.followthrough.outcome import of_words
from bot.query.terms import count
from bot.reading.cues import REPLIED, asks
from bot.reading.items import PaperOf
from bot.reading.lexical import Window
from bot.reading.runs import FEWEST_WORDS
from bot.reading.sentences import opening_of
from bot.types import MOST_CITATIONS
from index.types import HeldParagraph, same_item

LOOKED_AT = 3  # paragraphs after a question: those who spoke to it may stand between
REPLY_WORDS = 80  # of a reply, in whole sentences


def with_replies(chosen: Sequence[Window], paper_of: PaperOf) -> list[Window]:
    """The chosen windows, each that only asks followed by the reply, where the same item has one that is not quoted yet."""
    told = list(chosen)
    quoted = {paragraph.id for window in chosen for paragraph in window.paragraphs}
    for window in chosen:
        last = window.paragraphs[-1]
        if len(told) >= MOST_CITATIONS or not (last.type == "question" or asks(window.text)):
            continue
        if REPLIED.search(window.text):
            continue
        reply = _reply(last, paper_of(window.paper_id))
        if reply is not None and reply.id not in quoted:
            quoted.add(reply.id)
            told.insert(told.index(window) + 1, of_words(window, reply, opening_of(reply.text, REPLY_WORDS)))
    return told


def _reply(asked: HeldParagraph, paper: Sequence[HeldParagraph]) -> HeldParagraph | None:
    """The paragraph that replies to one that asks; None where its item has none soon after."""
    for after in paper[asked.ordinal + 1 : asked.ordinal + 1 + LOOKED_AT]:
        if not same_item(after, asked) or after.type == "question":
            return None
        if count(after.text) < FEWEST_WORDS:  # "Answer", on a line of its own
            continue
        if after.type == "reply" or REPLIED.search(after.text):
            return after
    return None
