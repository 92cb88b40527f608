"""Composing mode: a configured model writes prose over this turn's quotations, and every sentence is checked.

Only this turn's labels can be cited. A sentence that fails the check (`support`) is taken out and counted, never mended;
the model gets one more try with the faults named. Where nothing is left, or no reply comes, the quoting answer stands.
While the first reply is written its sentences are told one by one, each once it has passed (`unfolding`).
"""

from __future__ import annotations

import html
import logging
import re
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass
from time import monotonic
from typing import Protocol, TypeVar, cast

from bot.grounding.claims import Claim, claims
from bot.grounding.deadline import TooSlow, within
from bot.grounding.quoted import Quoted
from bot.grounding.support import Fault, fault
from bot.grounding.unfolding import Unfolding
from bot.rendering.days import written
from prompts import render

REFUSAL = "The quotations do not say."
MOST_CHARACTERS = 8_000  # of a reply to four short sentences: what is longer is no answer
MOST_SHOWN = 8  # sentences of a composed answer
SECONDS = 30.0  # for both tries together, where no other limit is set

# A paper that speaks to a program instead of to its readers: no model is shown it.
_TO_A_MACHINE = re.compile(
    r"\b(?:ignore|disregard|forget|override)\b.{0,40}\b(?:instructions?|prompts?|rules|above|previous)\b|"
    r"\b(?:system prompt|language model|AI (?:model|assistant)|chat ?bot|jailbreak)\b|\byou are (?:now )?(?:an? )?(?:AI|assistant)\b|"
    r"<\s*/?\s*(?:system|assistant|user|quotation|question|script)\b|\[/?INST\]|<\|",
    re.IGNORECASE | re.DOTALL,
)
T = TypeVar("T")
_log = logging.getLogger(__name__)


class CompositionFailed(Exception):  # noqa: N818 - it says what was found, as our other errors do
    """The model gave nothing that can be shown; its message is one line for the reader, and holds none of the model's words."""


@dataclass(frozen=True, slots=True)
class Composition:
    """What the model wrote, less what failed the check; `note` tells the reader what was taken out, "" where nothing was."""

    text: str
    note: str = ""


Ask = Callable[[str], str | Iterable[str]]
"""A model: from a prompt to its reply, whole or piece by piece."""

Writing = Generator[str, None, Composition]
"""Sentences that are carried, told as they come; at the end the composition, which stands in their place."""


class Composer(Protocol):
    """Writes an answer over quotations. Part of the seam: the quoting mode needs none."""

    def writing(self, question: str, quoted: Sequence[Quoted]) -> Writing:
        """The answer to a question over the turn's quotations.

        Raises:
            CompositionFailed: there is nothing to show; the quoting answer stands.
        """
        ...


@dataclass(frozen=True, slots=True)
class Checked:
    """A reply after its check: the sentences kept, and those that failed with their faults."""

    kept: tuple[Claim, ...]
    failed: tuple[tuple[Claim, Fault], ...]

    @property
    def note(self) -> str:
        """What the reader is told of the sentences that were taken out: how many, and labels that were made up."""
        if not self.failed:
            return ""
        total = len(self.kept) + len(self.failed)
        were = "was" if len(self.failed) == 1 else "were"
        told = f"{len(self.failed)} of {total} sentences that the model wrote {were} taken out: the quotations do not carry them."
        unknown = list(dict.fromkeys(label for _, one in self.failed for label in one.labels))
        safe = [label for label in unknown if re.fullmatch(r"\d{1,4}", label)]
        if not unknown:
            return told
        named = f" ({', '.join(f'[{label}]' for label in safe)})" if safe else ""
        return f"{told} It named sources that this answer does not have{named}."


class ModelComposer:
    """A composer over any function from a prompt to a reply, within a time limit for both tries together."""

    def __init__(self, ask: Ask, seconds: float = SECONDS) -> None:
        self._ask = ask
        self._seconds = seconds

    def __call__(self, question: str, quoted: Sequence[Quoted]) -> Composition:
        """What `writing` ends in.

        Raises:
            CompositionFailed: as there.
        """
        return _end(self.writing(question, quoted))

    def writing(self, question: str, quoted: Sequence[Quoted]) -> Writing:
        """The model's answer, checked sentence by sentence; asked once more, with the faults named, where one fails.

        Of the first reply the sentences up to the first that fails are told as they come. The second is weighed whole.

        Raises:
            CompositionFailed: it did not answer in time, or nothing that it wrote is carried by its quotations.
        """
        if any(_TO_A_MACHINE.search(one.citation.quote) for one in quoted):
            raise CompositionFailed(
                "a paper found speaks to a program as if to give it orders; it is quoted, and no model was asked"
            )
        began = monotonic()
        until = began + self._seconds
        prompt = render("compose", question=_escaped(question), quotations=listed(quoted), refusal=REFUSAL)
        first = yield from self._checked(prompt, quoted, until)
        best = first
        took = monotonic() - began
        if (
            first.failed and monotonic() + took < until
        ):  # the second takes as long: nobody waits for what will not be done
            again = render("compose_again", prompt=prompt, faults=_faults(first))
            try:
                second = _end(self._checked(again, quoted, until))
            except CompositionFailed:
                second = first  # what the first try left still stands
            best = max(first, second, key=lambda one: (len(one.kept), -len(one.failed)))
        if not best.kept:
            raise CompositionFailed("the quotations carry none of the sentences that the model wrote")
        return Composition(" ".join(claim.text for claim in best.kept), best.note)

    def _checked(self, prompt: str, quoted: Sequence[Quoted], until: float) -> Generator[str, None, Checked]:
        """A reply after its check; what is carried of it is told while it comes."""
        reply, unfolding = "", Unfolding({one.label: one for one in quoted}, MOST_SHOWN)
        for piece in self._pieces(prompt, until):
            reply += piece
            if len(reply) > MOST_CHARACTERS:
                break  # it is refused, however it goes on
            yield from unfolding.more(reply)
        return check(reply, quoted)

    def _pieces(self, prompt: str, until: float) -> Iterator[str]:
        def ask() -> Iterable[str]:
            reply = self._ask(prompt)
            return [reply] if isinstance(reply, str) else reply

        try:
            yield from within(until - monotonic(), ask)
        except TooSlow:
            raise CompositionFailed(f"the model did not answer within {self._seconds:g} seconds") from None
        except Exception as error:
            _log.debug("the model did not answer", exc_info=error)
            raise CompositionFailed(f"the model did not answer ({reason(error)})") from error


def _end(steps: Generator[str, None, T]) -> T:
    """What a generator ends in; what it gives on the way is passed over."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return cast("T", end.value)


def check(reply: str, quoted: Sequence[Quoted]) -> Checked:
    """What of a reply its labels carry, and what not.

    Raises:
        CompositionFailed: it holds no sentence, is far too long, or says that the quotations hold no answer.
    """
    if len(reply) > MOST_CHARACTERS:
        raise CompositionFailed(f"the model's reply ran to {len(reply):,} characters")
    said = claims(reply)
    if not said:
        raise CompositionFailed("the model's reply was empty")
    if len(said) == 1 and said[0].text.strip("“”\"'. ") == REFUSAL.rstrip("."):
        raise CompositionFailed("the model found no answer in these quotations")
    sources = {one.label: one for one in quoted}
    kept: list[Claim] = []
    failed: list[tuple[Claim, Fault]] = []
    for claim in said:
        if found := fault(claim, sources):
            failed.append((claim, found))
        elif claim.text not in {other.text for other in kept} and len(kept) < MOST_SHOWN:
            kept.append(claim)
    return Checked(tuple(kept), tuple(failed))


def listed(quoted: Sequence[Quoted]) -> str:
    """The quotations as a model is given them: as data, each under our label, and none able to close its own delimiters."""
    return "\n".join(_listed(one) for one in quoted)


def _listed(one: Quoted) -> str:
    citation = one.citation
    facts = {
        "label": f"[{one.label}]",
        "type": one.type,
        "paper": citation.kind,
        "body": citation.body or "",
        "date": written(citation.days),
        "heading": one.heading,
    }
    attributes = "".join(f' {name}="{_escaped(value)}"' for name, value in facts.items() if value)
    return f"<quotation{attributes}>{_escaped(citation.quote)}</quotation>"


def _escaped(text: str) -> str:
    """A text on one line with its "<", ">", "&" and quotation marks written so that they close nothing."""
    return html.escape(" ".join(text.split()), quote=False).replace('"', "&quot;")


def _faults(checked: Checked) -> str:
    return "\n".join(
        f"- <sentence>{_escaped(claim.text)}</sentence> {one.told}" for claim, one in checked.failed[:MOST_SHOWN]
    )


_STATUS = {
    400: "its server refused the request",
    401: "its server refused the key",
    403: "its server refused the key",
    404: "its server knows no such model or address",
    413: "the request was too long for it",
    429: "its server wants fewer requests, or the account is used up",
}


def reason(error: Exception) -> str:
    """Why a model did not answer, in a few words of ours: a provider's own message may hold anything, keys too."""
    status = getattr(error, "status_code", None) or getattr(getattr(error, "response", None), "status_code", None)
    if isinstance(status, int) and status >= 400:  # noqa: PLR2004 - from here on HTTP calls it an error
        told = _STATUS.get(status, "its server has a fault" if status >= 500 else "its server refused")  # noqa: PLR2004
        return f"{told}, status {status}"
    names = " ".join(one.__name__ for one in type(error).__mro__)
    if "Timeout" in names:
        return "no reply in time"
    if "Connect" in names:
        return "its server cannot be reached"
    return f"its reply could not be read, {type(error).__name__}"
