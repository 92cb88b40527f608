"""A model's reply: taken apart strictly, and each quotation and sentence of it checked against the papers by code."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, get_args

from bot.query.terms import BUSINESS_STEMS, MONEY_STEMS, content, count, stems
from bot.reading.prompting import Layout, escaped, visible
from bot.reading.quotations import locate
from bot.reading.sentences import sentences
from bot.types import MOST_CITATIONS, Evidence, Reason, Sentence

MOST_SENTENCES = 8
MOST_TOLD = 200  # characters of a quotation that the model is told to be wrong
STEP = 0.01  # of a quotation's score: how much less the next one has
PART = "all that is asked"
"""What is missing, where a model says it in words that are not the question's."""

Carries = Callable[[str, Sequence[Evidence]], float]
"""How likely it is, from 0 to 1, that evidence carries a sentence."""
Check = Callable[[str, Sequence[Evidence], Carries | None], str]
"""Why a sentence may not be shown beside evidence; "" where it may."""

_REASONS = tuple(reason for reason in get_args(Reason) if reason != "refused")
_STRING, _TRUTH = {"type": "string"}, {"type": "boolean"}
_LABEL = re.compile(r"\s*\[\d+(?:\.\d+)?\]")


def _record(**fields: Any) -> dict[str, Any]:
    """A JSON Schema of an object with these fields, all of them required."""
    return {"type": "object", "properties": fields, "required": list(fields), "additionalProperties": False}


def _list(of: Mapping[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": of}


SHORT_FORM: Mapping[str, Any] = _record(
    answerable=_TRUTH, quotations=_list(_record(label=_STRING, words=_STRING)), sentence=_STRING
)
"""The JSON Schema of the replies that the short prompt asks for."""
FORM: Mapping[str, Any] = _record(
    answerable=_TRUTH,
    quotations=_list(_record(label=_STRING, words=_STRING)),
    sentences=_list(_record(text=_STRING, quotations=_list({"type": "integer"}))),
    missing=_STRING,
    reason={"type": ["string", "null"], "enum": [*_REASONS, None]},
)
"""The JSON Schema of the replies that the full prompt asks for."""


class BadReply(Exception):  # noqa: N818 - it says what was found, as our other errors do
    """A reply cannot be used. The message is one line for the person who asked; `fault` tells the model what is wrong."""

    def __init__(self, told: str, fault: str) -> None:
        super().__init__(told)
        self.fault = fault


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words that a model says stand in the paragraph under a label."""

    label: str
    words: str


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence of a model, and the places in `Reply.quotations` of what it is to rest on."""

    text: str
    quotations: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Reply:
    """A reply as the model wrote it, taken apart; nothing in it is checked yet."""

    answerable: bool
    quotations: tuple[Quotation, ...] = ()
    claims: tuple[Claim, ...] = ()
    missing: str = ""
    reason: Reason | None = None


def parse(text: str) -> Reply:
    """The one JSON object of a reply, whatever stands around it (thoughts, a fence, a greeting).

    Raises:
        BadReply: there is none or more than one, or it is not of the form that was asked for.
    """
    found = [one for one in _objects(text.rpartition("</think>")[2]) if "answerable" in one]
    if len(found) != 1:
        told = "its reply holds no JSON object" if not found else "its reply holds more than one JSON object"
        raise BadReply(told, f'- {told.replace("its", "The", 1)} with "answerable".')
    try:
        return _reply(found[0])
    except (KeyError, TypeError, ValueError, AttributeError, OverflowError) as error:
        told = "its reply is not of the form asked for"
        raise BadReply(told, "- The reply's fields are not of the form asked for.") from error


def _objects(text: str) -> Iterator[dict[str, Any]]:
    """The JSON objects in a text that stand in no other."""
    decoder, at = json.JSONDecoder(strict=False), text.find("{")
    while at >= 0:
        try:
            found, end = decoder.raw_decode(text, at)
            yield found
        except (ValueError, RecursionError):
            end = at + 1
        at = text.find("{", end)


def _reply(given: Mapping[str, Any]) -> Reply:
    if not isinstance(given["answerable"], bool):
        raise TypeError
    quoted = tuple(
        Quotation(str(one["label"]).strip("[] "), _text(one["words"])) for one in given.get("quotations") or ()
    )
    every = tuple(range(len(quoted)))
    claims = [Claim(_text(one["text"]), _places(one["quotations"], quoted)) for one in given.get("sentences") or ()]
    if single := _text(given.get("sentence") or ""):
        claims.append(Claim(single, every))
    reason = given.get("reason")
    return Reply(
        given["answerable"],
        quoted[:MOST_CITATIONS],
        tuple(claims),
        _text(given.get("missing") or ""),
        reason if reason in _REASONS else None,
    )


def _text(given: Any) -> str:
    if not isinstance(given, str):
        raise TypeError
    return visible(given).strip()


def _places(given: Any, quoted: Sequence[Quotation]) -> tuple[int, ...]:
    """The places of quotations that a sentence names, by place or by label; others are passed over."""
    labels = {f"{one.label}": place for place, one in enumerate(quoted)}
    places = (labels.get(one.strip("[] "), -1) if isinstance(one, str) else int(one) for one in given)
    return tuple(dict.fromkeys(place for place in places if 0 <= place < len(quoted)))


@dataclass(frozen=True, slots=True)
class Verified:
    """What of a reply stands: evidence, the most telling first, and the sentences that it carries.

    `unsaid` are the places of evidence that was to carry a sentence and does not. `wrote` counts the sentences that the model
    wrote, `dropped` holds its quotations that stand nowhere.
    """

    evidence: tuple[Evidence, ...]
    sentences: tuple[Sentence, ...]
    unsaid: tuple[int, ...]
    wrote: int
    dropped: tuple[Quotation, ...]

    @property
    def note(self) -> str:
        """What the person who asked is told of sentences that were left out; "" where none was."""
        left = self.wrote - len(self.sentences)
        if not left:
            return ""
        were = "was" if left == 1 else "were"
        return (
            f"{left} of {self.wrote} sentences that the model wrote {were} left out: the quotations do not carry them."
        )

    @property
    def fault(self) -> str:
        """What the model is told of the quotations that stand nowhere."""
        told = (
            f"- <words>{escaped(one.words[:MOST_TOLD])}</words> does not stand in [{escaped(one.label[:MOST_TOLD])}]"
            for one in self.dropped
        )
        return "\n".join(told) or "- There is no quotation."


def verify(reply: Reply, layout: Layout, check: Check, carries: Carries | None) -> Verified:
    """What of a reply the papers that were shown hold, word for word, and what of its sentences these words carry."""
    found: list[Evidence] = []
    at: dict[int, int] = {}
    dropped: list[Quotation] = []
    for place, quotation in enumerate(reply.quotations):
        located = locate(quotation.label, quotation.words, layout)
        if located is None:
            dropped.append(quotation)
            continue
        item, spans = located
        evidence = Evidence(spans, 1.0, item.passage_of(spans[0].paragraph))
        overlapping = (n for n, other in enumerate(found) if evidence.holds(other) or other.holds(evidence))
        same = next(overlapping, len(found))
        if same == len(found) or not found[same].holds(evidence):
            found[same : same + 1] = [replace(evidence, score=1.0 - STEP * same)]
        at[place] = same
    written = [(text, claim) for claim in reply.claims for text in _sentences(claim.text)]
    kept: dict[str, Sentence] = {}
    unsaid: set[int] = set()
    for text, claim in written[:MOST_SENTENCES]:
        places = tuple(dict.fromkeys(at[place] for place in claim.quotations if place in at))
        if places and not check(text, [found[place] for place in places], carries):
            kept.setdefault(text, Sentence(text, places))
        else:
            unsaid.update(places)
    wrote = len(dict.fromkeys(text for text, _ in written))
    return Verified(tuple(found), tuple(kept.values()), tuple(sorted(unsaid)), wrote, tuple(dropped))


def missing(told: str, question: str) -> str:
    """What a model says is missing, if it says so in the question's words; else that something is.

    Nothing that it says here is carried by a quotation, so that it may say nothing of its own.
    """
    words = told.rstrip(". ")
    if not words:
        return ""
    of_question = stems(question) | BUSINESS_STEMS | MONEY_STEMS
    own = [word for word in content(words) if word.stem not in of_question]
    return PART if own or count(words) > count(question) else words


def _sentences(text: str) -> list[str]:
    """The sentences of a text, without labels that a model wrote into them."""
    return [" ".join(one.text.split()) for one in sentences(_LABEL.sub("", text))]
