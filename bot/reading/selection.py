"""Which of the paragraphs that rank highest are quoted, and which words of them: whole sentences, none too long."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from bot.grounding.verify import MOST_WORDS
from bot.reading.features import Candidate
from bot.reading.ranker import Ranked
from bot.reading.sentences import quotable
from bot.types import Evidence, Span
from index.coverage import Wanted
from index.types import HeldParagraph, same_item

MOST_FOUND = 12
"""Evidence that is given for a question; what is not quoted is counted."""
BESIDE_FIRST = 0.05
"""Of the first one's share: what a further paragraph must have to be quoted with it. All the evidence of a
question is then in at most five quotations for .79 of look and .64 of dev_real; at 0.1 for .79 and .60, in all of the first five for .81 and
.68, in the first alone for .64 and .40."""
FEWEST_WORDS = 4
"""Of a quotation: "Resolved:" alone says nothing."""
BESIDE_BEST = 4.0
"""How far, in logits, a sentence beside the best one may lie under it and still be quoted with it."""

Scores = Mapping[str, Sequence[tuple[int, int, float]]]
"""Where the sentences of a paragraph stand, by its id, and how well each answers."""


def choose(found: Sequence[Candidate], ranked: Ranked, sentences: Scores, wanted: Wanted) -> list[Evidence]:
    """What answers among the candidates, the most telling first; empty where there is none.

    The first is always given. More of it may belong into the answer than is quoted in the end.
    """
    order = [int(place) for place in np.argsort(-ranked.shares, kind="stable")]
    order = [place for place in order if found[place].paragraph.type != "heading"] or order
    chosen: list[Evidence] = []
    for place in order:
        if len(chosen) == MOST_FOUND or ranked.shares[place] < BESIDE_FIRST * ranked.shares[order[0]]:
            break
        one = found[place]
        spans = words_of(one.paragraph, one.passage.paragraphs, sentences.get(one.paragraph.id, ()), wanted)
        if spans and not _told(spans, chosen):
            chosen.append(Evidence(spans, float(ranked.shares[place]), one.passage))
    return chosen


def words_of(
    paragraph: HeldParagraph, around: Sequence[HeldParagraph], scores: Sequence[tuple[int, int, float]], wanted: Wanted
) -> tuple[Span, ...]:
    """The words of a paragraph to quote: all, or the best of its sentences; a lead-in with what it leads up to."""
    if _length(paragraph.text) > MOST_WORDS:
        return (_best_sentences(paragraph, scores, wanted),)
    whole = Span(paragraph, 0, len(paragraph.text))
    after = next((one for one in around if one.ordinal == paragraph.ordinal + 1 and same_item(one, paragraph)), None)
    leads_up = paragraph.text.rstrip().endswith((":", "-", "–", "—")) or _length(paragraph.text) < FEWEST_WORDS
    if leads_up and after and after.type != "heading" and _length(paragraph.text) + _length(after.text) <= MOST_WORDS:
        return (whole, Span(after, 0, len(after.text)))
    return (whole,)


def _best_sentences(paragraph: HeldParagraph, scores: Sequence[tuple[int, int, float]], wanted: Wanted) -> Span:
    """The best sentence of a long paragraph with those beside it that say about as much, as far as they may be quoted."""
    if not scores:
        held = wanted.held
        scores = [
            (one.start, one.end, 5.0 * wanted.share(held(one.text))) for one in quotable(paragraph.text, MOST_WORDS)
        ]
    best = max(range(len(scores)), key=lambda place: scores[place][2])
    first = last = best
    while True:
        beside = [place for place in (first - 1, last + 1) if 0 <= place < len(scores)]
        beside = [place for place in beside if scores[place][2] >= scores[best][2] - BESIDE_BEST]
        beside.sort(key=lambda place: -scores[place][2])
        for place in beside:
            start, end = scores[min(first, place)][0], scores[max(last, place)][1]
            if _length(paragraph.text[start:end]) <= MOST_WORDS:
                first, last = min(first, place), max(last, place)
                break
        else:
            return Span(paragraph, scores[first][0], scores[last][1])


def _told(spans: Sequence[Span], chosen: Sequence[Evidence]) -> bool:
    """Whether words are quoted already, here or in another paper."""
    return any(
        span.paragraph.id == other.paragraph.id or span.text == other.text
        for span in spans
        for evidence in chosen
        for other in evidence.spans
    )


def _length(text: str) -> int:
    return len(text.split())
