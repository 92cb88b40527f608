"""From ranked chunks to passages: whole paragraphs, at most 250 words, the same words shown once with all their places."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import date
from typing import Any

from index.catalogue import Catalogue
from index.rank import places_of
from index.types import HeldParagraph, Passage, Place
from index.words import stems_of

MOST_WORDS = 250
"""Words of a passage: the contract's."""


def passages_of(catalogue: Catalogue, ranked: Sequence[tuple[str, float]], question: str, k: int) -> list[Passage]:
    """The best k passages for ranked chunks; those that say the same become one, in the order of the first."""
    places = places_of(catalogue, [id_ for id_, _ in ranked])
    asked = set(stems_of(question))
    found: dict[str, list[Passage]] = {}
    for id_, score in ranked:
        at = places.get(id_)
        paragraphs = _within(catalogue.paragraphs(at.paper, at.first, at.last), asked) if at else []
        if not paragraphs:
            continue
        passage = Passage(tuple(paragraphs), score)
        same = " ".join(passage.text.split()).casefold()
        if same not in found and len(found) == k:
            break
        found.setdefault(same, []).append(passage)
    return [_joined(catalogue, group) for group in found.values()]


def _within(paragraphs: Sequence[HeldParagraph], asked: set[str]) -> list[HeldParagraph]:
    """The run of whole paragraphs of at most MOST_WORDS that holds most of what was asked, the earliest of equals.

    A paragraph that is longer by itself is kept whole: whoever shows it cuts it, whoever quotes it needs its words.
    """
    lengths = [len(paragraph.text.split()) for paragraph in paragraphs]
    if sum(lengths) <= MOST_WORDS:
        return list(paragraphs)
    stems = [set(stems_of(paragraph.text)) & asked for paragraph in paragraphs]
    best: tuple[int, int, int, int] | None = None
    for start in range(len(paragraphs)):
        end, words = start + 1, lengths[start]
        while end < len(paragraphs) and words + lengths[end] <= MOST_WORDS:
            words += lengths[end]
            end += 1
        held = len(set().union(*stems[start:end]))
        if best is None or (held, words) > best[:2]:
            best = (held, words, start, end)
    return list(paragraphs[best[2] : best[3]]) if best else []


def _joined(catalogue: Catalogue, group: Sequence[Passage]) -> Passage:
    """Passages that say the same as one: the earliest adopted paper is cited, the others are its places."""
    order = sorted(
        group, key=lambda p: (p.paper.draft, p.paper.date or date.max, p.paper.file, p.paragraphs[0].ordinal)
    )
    chosen = order[0]
    first = chosen.paragraphs[0]
    places = [*catalogue.places(first)]
    for other in order[1:]:
        start = other.paragraphs[0]
        places += [Place(start.paper.file, start.locator, start.page), *catalogue.places(start)]
    return replace(chosen, score=max(p.score for p in group), places=tuple(dict.fromkeys(places)))


def as_row(passage: Passage) -> dict[str, Any]:
    """A passage as JSON: where it stands, its words, the ids of its paragraphs."""
    paper, first = passage.paper, passage.paragraphs[0]
    return {
        "file": paper.file,
        "title": paper.title,
        "body": paper.body,
        "date": paper.date.isoformat() if paper.date else None,
        "kind": paper.kind,
        "locator": first.locator,
        "label": list(first.label),
        "page": first.page,
        "printed_page": first.printed_page,
        "text": passage.text,
        "score": round(passage.score, 4),
        "paragraphs": [paragraph.id for paragraph in passage.paragraphs],
        "places": [asdict(place) for place in passage.places],
    }
