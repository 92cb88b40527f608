"""Composing mode: a configured model writes prose over this turn's quotations, and every sentence is checked.

A sentence is shown only when it carries labels of this turn, and each figure and each name in it stands in what
those labels quote. Unknown labels are reported, never silently dropped; when nothing passes, the quoting answer stands.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from bot.sentences import sentences
from bot.terms import fold_words
from bot.types import Citation
from prompts import render

REFUSAL = "The quotations do not say."
_LABEL = re.compile(r"\[(\d+)\]")
_FIGURE = re.compile(r"\d[\d,.]*")
_NAME = re.compile(r"(?<![.!?]\s)(?<!^)\b[A-Z][\w’'-]+")
_DECIDED = re.compile(r"\b(?:resolved|decided|agreed|approved|adopted)\b", re.IGNORECASE)
_UNDECIDED = frozenset({"recommendation", "motion", "vote"})


class CompositionFailed(Exception):  # noqa: N818 - it says what was found, as our other errors do
    """The model gave nothing that its quotations carry; the quoting answer is given instead."""


@dataclass(frozen=True, slots=True)
class Composition:
    """What the model wrote, less what failed the check; `removed` says what was taken out and why."""

    text: str
    removed: tuple[str, ...] = ()


class Composer(Protocol):
    """Writes an answer over quotations. Part of the seam: the quoting mode needs none."""

    def __call__(self, question: str, citations: Sequence[Citation], kinds: Sequence[str]) -> Composition:
        """The answer to a question over numbered citations; `kinds` are the types of the paragraphs cited."""
        ...


class ModelComposer:
    """A composer over any function from a prompt to a reply."""

    def __init__(self, ask: Callable[[str], str]) -> None:
        self._ask = ask

    def __call__(self, question: str, citations: Sequence[Citation], kinds: Sequence[str]) -> Composition:
        """The model's answer, checked sentence by sentence.

        Raises:
            CompositionFailed: it did not answer, or nothing that it wrote is carried by its quotations.
        """
        listed = "\n".join(f"[{c.n}] ({kind}) “{c.quote}”" for c, kind in zip(citations, kinds, strict=True))
        prompt = render("compose", question=question, quotations=listed, refusal=REFUSAL)
        try:
            reply = self._ask(prompt)
        except Exception as fault:
            raise CompositionFailed(f"the model did not answer ({type(fault).__name__}: {fault})") from fault
        return check(reply, citations, kinds)


def check(reply: str, citations: Sequence[Citation], kinds: Sequence[str]) -> Composition:
    """What of a reply its labels carry, and what was removed.

    Raises:
        CompositionFailed: nothing is left.
    """
    by_label = {str(c.n): (c, kind) for c, kind in zip(citations, kinds, strict=True)}
    kept, removed = [], []
    for sentence in sentences(reply):
        fault = _fault(sentence.text, by_label)
        if fault:
            removed.append(f"{fault}: {sentence.text}")
        else:
            kept.append(sentence.text)
    if not kept:
        raise CompositionFailed("; ".join(removed) or "the model wrote nothing")
    return Composition(" ".join(kept), tuple(removed))


def _fault(sentence: str, by_label: dict[str, tuple[Citation, str]]) -> str:
    labels = _LABEL.findall(sentence)
    if not labels:
        return "no quotation named"
    if unknown := [label for label in labels if label not in by_label]:
        return f"unknown label {', '.join(unknown)}"
    quoted = " ".join(by_label[label][0].quote for label in labels)
    bare = _LABEL.sub("", sentence)
    figures = {figure.strip(".,").replace(",", "") for figure in _FIGURE.findall(bare)}
    if figures - {figure.strip(".,").replace(",", "") for figure in _FIGURE.findall(quoted)}:
        return "a figure that the quotation lacks"
    if fold_words(_NAME.findall(bare)) - fold_words(re.findall(r"[\w’'-]+", quoted)):
        return "a name that the quotation lacks"
    if _DECIDED.search(bare) and {by_label[label][1] for label in labels} <= _UNDECIDED:
        return "told as decided, which it is not"
    return ""
