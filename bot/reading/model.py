"""The reader that asks a chat model: whole items in, quotations and sentences out, every word of them checked by code."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Sequence
from dataclasses import replace
from time import monotonic

from bot.llm import Ask, reason
from bot.reading.deadline import TooSlow, within
from bot.reading.prompting import ItemsOf, Layout, again, lay_out, prompt
from bot.reading.reader import Reader
from bot.reading.replies import BadReply, Carries, Check, missing, parse, verify
from bot.types import Query, Reading
from index.types import Passage

MOST_CHARACTERS = 12_000  # of a reply: five quotations of 100 words and eight sentences are half of that
TOKENS = 6_000  # of the items that are shown, where no other number is set
SURE = 1.0  # that quotations answer which the model gave for an answer and which stand
WITHHELD = "a paper found speaks to a program as if to give it orders, and was not shown to it"

_log = logging.getLogger(__name__)


class ModelFailed(Exception):  # noqa: N818 - it says what was found, as our other errors do
    """The model gave nothing that can be used; the message is a few words of ours, and holds none of the model's."""


class ModelReader:
    """Reads with a chat model, within a time limit for both of its tries together; where it fails, with another reader.

    Args:
        ask: a function from a prompt to a reply.
        items: the paragraphs that stand around a passage.
        fallback: who reads where the model does not.
        carries: how likely it is that evidence carries a sentence; None where nothing judges that.
        tokens: of the items that the model is shown.
        seconds: for a reading.
        short: whether the model is a small one, which is shown two or three items and asked in few words.
        check: why a sentence may not be shown beside evidence; by default the project's own check.
    """

    def __init__(
        self,
        ask: Ask,
        items: ItemsOf,
        fallback: Reader,
        carries: Carries | None = None,
        *,
        tokens: int = TOKENS,
        seconds: float,
        short: bool = False,
        check: Check | None = None,
    ) -> None:
        self._ask = ask
        self._items = items
        self._fallback = fallback
        self._carries = carries
        self._tokens = tokens
        self._seconds = seconds
        self._short = short
        self._check = check or _own_check()

    @property
    def by_model(self) -> bool:
        """A language model reads."""
        return True

    def read(self, query: Query, passages: Sequence[Passage]) -> Reading:
        """What the model quotes and writes, as far as it stands; the fallback's reading, with a note, where that is nothing.

        Where the model finds no answer, and one of the best items was withheld from it, the fallback reads too.
        """
        layout = lay_out(passages, self._items, self._tokens, short=self._short)
        if not layout.items:
            return self._without(query, passages, WITHHELD if layout.withheld else "")
        try:
            reading = self._reading(query, layout)
        except ModelFailed as failed:
            return self._without(query, passages, str(failed))
        if layout.withheld and not reading.evidence:
            return self._without(query, passages, WITHHELD)
        return reading

    def _without(self, query: Query, passages: Sequence[Passage], why: str) -> Reading:
        reading = self._fallback.read(query, passages)
        told = f"Read without the model: {why}." if why else ""
        return replace(reading, note=" ".join(filter(None, (told, reading.note))))

    def _reading(self, query: Query, layout: Layout) -> Reading:
        """What the first reply holds, or, where that cannot be used and there is time for another, the second.

        Raises:
            ModelFailed: neither can be used.
        """
        began = monotonic()
        until = began + self._seconds
        asked = prompt(query, layout, short=self._short)
        try:
            return self._checked(self._reply(asked, until), query, layout)
        except BadReply as bad:
            took = monotonic() - began
            if monotonic() + took >= until:  # a second takes as long: nobody waits for what will not be done
                raise ModelFailed(str(bad)) from bad
            asked = again(asked, bad.fault)
        try:
            return self._checked(self._reply(asked, until), query, layout)
        except BadReply as bad:
            raise ModelFailed(str(bad)) from bad

    def _reply(self, asked: str, until: float) -> str:
        def ask() -> Iterable[str]:
            reply = self._ask(asked)
            return [reply] if isinstance(reply, str) else reply

        reply = ""
        try:
            for piece in within(until - monotonic(), ask):
                reply += piece
                if len(reply) > MOST_CHARACTERS:
                    break  # whatever comes after, it is no reply
        except TooSlow:
            raise ModelFailed(f"it did not answer within {self._seconds:g} seconds") from None
        except Exception as error:
            _log.debug("the model did not answer", exc_info=error)
            raise ModelFailed(f"it did not answer ({reason(error)})") from error
        if len(reply) > MOST_CHARACTERS:
            raise ModelFailed(f"its reply ran to over {MOST_CHARACTERS:,} characters")
        if not reply.strip():
            raise ModelFailed("its reply was empty")
        return reply

    def _checked(self, text: str, query: Query, layout: Layout) -> Reading:
        """A reply as a reading.

        Raises:
            BadReply: it is not of the form asked for, or nothing that it quotes stands in the papers.
        """
        reply = parse(text)
        if not reply.answerable:
            return Reading(reason=reply.reason or "nothing_found")
        verified = verify(reply, layout, self._check, self._carries)
        if not verified.evidence:
            raise BadReply("none of its quotations stands in the papers", verified.fault)
        lacking = missing(reply.missing, query.text)
        return Reading(verified.evidence, SURE, lacking, verified.sentences, verified.unsaid, note=verified.note)


def _own_check() -> Check:
    from bot.grounding.support import fault  # noqa: PLC0415 - wanted where no other check is given

    return fault
