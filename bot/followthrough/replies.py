"""The reply to a question that is quoted: what was asked at a meeting says nothing of how things are.

Minutes give a member's question and the officer's reply in paragraphs of their own. Quoted alone, the question reads as
the answer, so the reply is quoted after it.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.followthrough.outcome import of_words
from bot.query.terms import count
from bot.reading.items import PaperOf
from bot.reading.sentences import opening_of
from bot.reading.signs import asks, replies
from bot.types import MOST_CITATIONS, Evidence
from index.types import HeldParagraph, same_item

LOOKED_AT = 3  # paragraphs after a question: those who spoke to it may stand between
REPLY_WORDS = 80  # of a reply, in whole sentences
FEWEST_WORDS = 4  # of a reply: "Answer", on a line of its own, is none


def with_replies(evidence: Sequence[Evidence], paper_of: PaperOf) -> list[Evidence]:
    """The evidence, each piece that only asks followed by the reply, where the same item has one that is not quoted yet."""
    told = list(evidence)
    quoted = {paragraph.id for one in evidence for paragraph in one.paragraphs}
    for one in evidence:
        last = one.paragraphs[-1]
        only_asks = (last.type == "question" or asks(one.text)) and not replies(one.text)
        if not only_asks or len(told) >= MOST_CITATIONS:
            continue
        reply = _reply(last, paper_of(one.paper_id))
        if reply is not None and reply.id not in quoted:
            quoted.add(reply.id)
            opening = opening_of(reply.text, REPLY_WORDS)
            start = reply.text.index(opening)
            told.insert(told.index(one) + 1, of_words(one, reply, start, start + len(opening)))
    return told


def _reply(asked: HeldParagraph, paper: Sequence[HeldParagraph]) -> HeldParagraph | None:
    """The paragraph that replies to one that asks; None where its item has none soon after."""
    for after in paper[asked.ordinal + 1 : asked.ordinal + 1 + LOOKED_AT]:
        if not same_item(after, asked) or after.type == "question":
            return None
        if count(after.text) >= FEWEST_WORDS and (after.type == "reply" or replies(after.text)):
            return after
    return None
