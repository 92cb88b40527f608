"""How many honest sentences the checks keep: prose that a strong model wrote over our passages, against its own quotations."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.grounding.support import Carries, fault
from bot.reading.sentences import sentences
from bot.types import Evidence, Span
from evals.answers import read_rows
from evals.cases import case_of
from evals.hostile import SEED, evidence_of, paragraphs_of, quotable
from evals.hostile import told as told_of_lies
from index.types import HeldParagraph

REPLIES = Path("../shared/replies/dev.jsonl")
PAPERS = Path("../shared/papers")
_LABEL = re.compile(r"\s*\[(\d+)\]")
_WORD = re.compile(r"\w+")
_SIGNS = "()£€$%“”‘’.\"'"


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence of a reply, without its labels, and the evidence that it names."""

    id: str
    text: str
    evidence: tuple[Evidence, ...]


def honest(
    replies: Path = REPLIES, papers: Path = PAPERS, carries: Carries | None = None
) -> tuple[dict[str, float], list[str]]:
    """The share of the `sentences` that is `kept`, how many `inventions` made of them are `shown`, and a line for every fault.

    Args:
        replies: rows of `answer` (sentences with labels) and `cites` (passage and quotation of each label).
        papers: the folder of papers that the replies are on.
        carries: the trained judge; None for the strict rule alone.
    """
    rows = read_rows(replies)
    held = papers_of(papers)
    said = told(rows, held)
    lost = [(one, found) for one in said if (found := fault(one.text, one.evidence, carries))]
    others = quotable(paragraph for paragraphs in held.values() for paragraph in paragraphs)
    rng = random.Random(SEED)  # noqa: S311 - the same inventions every time, no secret
    made = [case_of(one.evidence, one.text.rstrip(".").removeprefix("Yes: "), others, rng) for one in said]
    figures, shown = told_of_lies(rng, made, carries)
    figures |= {"sentences": len(said), "kept": round(1 - len(lost) / len(said), 3) if said else 0.0}
    return figures, [f"{one.id}: {found}: {one.text}" for one, found in lost] + shown


def told(replies: Iterable[Mapping[str, Any]], papers: Mapping[str, Sequence[HeldParagraph]]) -> list[Told]:
    """Every sentence of the replies with its evidence. `papers` has the paragraphs of each file in reading order.

    Raises:
        ValueError: a quotation does not stand in its paper.
    """
    return [one for reply in replies if not reply["abstain"] for one in _of_reply(reply, papers)]


def papers_of(folder: Path) -> dict[str, list[HeldParagraph]]:
    """The paragraphs of every file of a folder of papers, in reading order."""
    held: dict[str, list[HeldParagraph]] = {}
    for paragraph in paragraphs_of(folder):
        held.setdefault(paragraph.paper.file, []).append(paragraph)
    return held


def _of_reply(reply: Mapping[str, Any], papers: Mapping[str, Sequence[HeldParagraph]]) -> Iterator[Told]:
    passages = reply["passages"]
    quoted = [quotation(papers[passages[cite["p"] - 1]["file"]], cite["quote"]) for cite in reply["cites"]]
    for sentence in sentences(reply["answer"]):
        labels = dict.fromkeys(int(match[1]) for match in _LABEL.finditer(sentence.text))
        yield Told(reply["id"], _LABEL.sub("", sentence.text), tuple(quoted[label - 1] for label in labels))


def quotation(paragraphs: Sequence[HeldParagraph], quote: str) -> Evidence:
    """A quotation as spans of the paragraphs that it stands in.

    Raises:
        ValueError: it stands in none.
    """
    wanted = [match[0].lower() for match in _WORD.finditer(quote)]
    places = [(number, match) for number, one in enumerate(paragraphs) for match in _WORD.finditer(one.text)]
    have = [match[0].lower() for _, match in places]
    for at in range(len(have) - len(wanted) + 1):
        if have[at] == wanted[0] and have[at : at + len(wanted)] == wanted:
            return _evidence(paragraphs, places[at : at + len(wanted)])
    raise ValueError(f"not in its paper: {quote}")


def _evidence(paragraphs: Sequence[HeldParagraph], places: Sequence[tuple[int, re.Match[str]]]) -> Evidence:
    found: dict[int, list[re.Match[str]]] = {}
    for number, match in places:
        found.setdefault(number, []).append(match)
    spans = [
        Span(paragraphs[number], *_with_signs(paragraphs[number].text, words[0].start(), words[-1].end()))
        for number, words in found.items()
    ]
    return evidence_of(spans)


def _with_signs(text: str, start: int, end: int) -> tuple[int, int]:
    """Where words begin and end with the signs beside them: "(1)", "£5", "5%"."""
    before, after = text[:start].rstrip(_SIGNS), text[end:].lstrip(_SIGNS)
    return len(before), len(text) - len(after)
