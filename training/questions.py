"""Questions with the paragraphs that answer them, brought to one form from the sets that they come in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from corpus.types import Paper, Paragraph
from training.papers import Chunked, paragraphs

Ref = tuple[int, int]
"""A paragraph of a file: the paper's place among the file's papers, and the paragraph's ordinal."""

ENOUGH = 0.8
"""Share of a quotation's runs of three words that a paragraph must hold to be the one quoted, or the other way round."""
SHORTEST = 4
"""Words of a paragraph that may stand for a part of a longer quotation."""
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Asked:
    """A question on one file. `evidence` has a group for each thing that an answer needs: any paragraph of a group tells it.

    `near` are paragraphs on the matter that do not answer; without evidence nothing that was read answers the question.
    """

    text: str
    style: str
    body: str
    file: str
    evidence: tuple[tuple[Ref, ...], ...]
    near: tuple[Ref, ...] = ()


def quoted(rows: Iterable[Mapping[str, Any]], papers: Mapping[str, Sequence[Chunked]]) -> Iterator[Asked]:
    """Questions whose evidence is told by its words (`cites`); those whose words are not found are left out."""
    found: dict[str, _Finder] = {}
    for row in rows:
        file = row["file"]
        if file not in papers:
            continue
        finder = found.setdefault(file, _Finder(papers[file]))
        groups = tuple(filter(None, (finder.find(cite["quote"]) for cite in row["cites"])))
        if bool(groups) != bool(row["answerable"]):
            continue
        near = tuple(dict.fromkeys(ref for text in row["near"] for ref in finder.find(text)))
        yield Asked(row["question"], row["style"], file.split("/")[-2], file, groups, near)


def placed(rows: Iterable[Mapping[str, Any]], papers: Mapping[str, Sequence[Chunked]]) -> Iterator[Asked]:
    """Questions whose evidence is told by where it stands in its file: `spans`, and the `stretch` that was read, in characters."""
    for row in rows:
        file = row["file"]
        if file not in papers:
            continue
        refs = [(ref, paragraph.start, paragraph.end) for ref, _, paragraph in _refs(papers[file])]
        groups = tuple(filter(None, (_overlapping(refs, *span) for span in row["spans"])))
        evidence = {ref for group in groups for ref in group}
        near = tuple(ref for ref in _overlapping(refs, *row["stretch"]) if ref not in evidence)
        if len(groups) == len(row["spans"]):
            yield Asked(row["question"], row["style"], file.split("/")[-2], file, groups, near)


def found_at(papers: Sequence[Chunked], spans: Iterable[tuple[int, int]]) -> Iterator[tuple[Paper, Paragraph]]:
    """The paragraphs of a file that stand at some stretches of its characters, in reading order."""
    held = list(_refs(papers))
    refs = [(ref, paragraph.start, paragraph.end) for ref, _, paragraph in held]
    wanted = {ref for span in spans for ref in _overlapping(refs, *span)}
    yield from ((paper, paragraph) for ref, paper, paragraph in held if ref in wanted)


def _overlapping(refs: Sequence[tuple[Ref, int, int]], start: int, end: int) -> tuple[Ref, ...]:
    """The paragraphs of which at least half lies in a stretch of characters, or that hold at least half of it."""
    shared = ((ref, min(end, last) - max(start, first), last - first) for ref, first, last in refs)
    return tuple(ref for ref, common, length in shared if common > 0 and common >= min(length, end - start) / 2)


def _refs(papers: Sequence[Chunked]) -> Iterator[tuple[Ref, Paper, Paragraph]]:
    places = {id(one.paper): place for place, one in enumerate(papers)}
    for paper, paragraph in paragraphs(papers):
        yield (places[id(paper)], paragraph.ordinal), paper, paragraph


class _Finder:
    """Finds the paragraphs of one file that a quotation's words stand in."""

    def __init__(self, papers: Sequence[Chunked]) -> None:
        self._runs = [(ref, _runs(p.text), len(_WORD.findall(p.text))) for ref, _, p in _refs(papers)]

    def find(self, quote: str) -> tuple[Ref, ...]:
        wanted = _runs(quote)
        if not wanted:
            return ()
        found = []
        for ref, held, words in self._runs:
            shared = len(wanted & held)
            if shared >= ENOUGH * len(wanted) or (words >= SHORTEST and shared >= ENOUGH * len(held)):
                found.append(ref)
        return tuple(found)


def _runs(text: str) -> frozenset[tuple[str, ...]]:
    words = _WORD.findall(text.lower())
    most = min(3, len(words))
    return frozenset(tuple(words[at : at + most]) for at in range(len(words) - most + 1)) if words else frozenset()
