"""The second look: the best chunks read paragraph by paragraph, for how much of the question they cover and where.

Full text and vectors judge a chunk as a bag of words. What answers a question about a meeting is often one line whose
topic stands in the heading above it, whose date and body stand on the first page, and whose outcome stands below it:
so each word of the question counts by the nearest place where it stands. docs/retrieval.md has what this earns.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from index.catalogue import Catalogue
from index.fuse import Ranking
from index.rank import ChunkAt, favour
from index.reading import Reading
from index.scope import Scope
from index.types import HeldParagraph
from index.words import content_words, stem_sets, stems, stems_of, words_of_file

LOOKED_AT = 50
"""Chunks that are looked at again; 100 found no more, and took twice as long."""
SEARCH_WEIGHT = 0.6
"""What the first look counts beside the second."""
NEIGHBOUR, HEADING, PAPER = 0.7, 0.7, 0.5
"""What a word counts where it stands beside the paragraph; in its heading; in its paper's title, body or file name."""
IDLE_PRICE = 0.05
"""Of the whole question, for each further paragraph that says nothing of it."""
TOGETHER = 110
"""Words of the paragraphs looked at together."""
DATE_WEIGHT, BODY_WEIGHT, UNHEARD_WEIGHT = 0.5, 0.4, 0.4
"""What the words of dates and of bodies' names count, by which papers are ranked up anyway; and words that no paper holds."""
OTHER_FORM = 0.95
"""What an abbreviation counts for its expansion, and the other way round."""

_DATE = re.compile(
    r"(?:19|20)\d\d|january|february|march|april|may|june|july|august|september|october|november|december",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Covering:
    """Paragraphs in a row that cover a question, and how much of it (0 to 1)."""

    paragraphs: tuple[HeldParagraph, ...]
    share: float


class Wanted:
    """A question's stems with what each weighs, the rarer in the papers the more; `others` are abbreviations and expansions."""

    def __init__(self, catalogue: Catalogue, question: str, scope: Scope, others: Mapping[str, str]) -> None:
        self._held: dict[str, Mapping[str, float]] = {}  # chunks that stand side by side share paragraphs
        words = content_words(question)
        counts, size = catalogue.frequencies(words), catalogue.size()
        bodies = {stem for body in scope.called for stem in stems_of(body)}
        self.weights: dict[str, float] = {}
        for word in words:
            rarity = math.log(1 + (size + 1) / (counts[word] + 1))
            found = stems(word.lower())
            for stem in found:
                weight = rarity / len(found) * _discount(word, counts[word], of_a_body=stem in bodies)
                self.weights[stem] = max(weight, self.weights.get(stem, 0.0))
        self._whole = sum(self.weights.values()) or 1.0
        answers = ((stems_of(other), self.weights.keys() & stems_of(asked)) for asked, other in others.items())
        self._forms = [(frozenset(form), stood_for) for form, stood_for in answers if form and stood_for]

    def held(self, text: str) -> Mapping[str, float]:
        """The question's stems that a text's words answer for, with how well."""
        if text not in self._held:
            self.read([text])
        return self._held[text]

    def read(self, texts: Iterable[str]) -> None:
        """Read texts together, which is quicker than one after the other."""
        new = [text for text in dict.fromkeys(texts) if text not in self._held]
        self._held.update((text, self._answered(found)) for text, found in zip(new, stem_sets(new), strict=True))

    def _answered(self, found: frozenset[str]) -> dict[str, float]:
        held = dict.fromkeys(self.weights.keys() & found, 1.0)
        for form, stood_for in self._forms:
            if form <= found:
                held = dict.fromkeys(stood_for, OTHER_FORM) | held
        return held

    def share(self, placed: Mapping[str, float]) -> float:
        """The share of the question's weight that stands at these places."""
        # fsum: a set's order differs from run to run, and so would the last digit of a plain sum.
        return math.fsum(self.weights[stem] * nearness for stem, nearness in placed.items()) / self._whole


def _discount(word: str, count: int, *, of_a_body: bool) -> float:
    if _DATE.fullmatch(word):
        return DATE_WEIGHT
    if of_a_body:
        return BODY_WEIGHT
    return 1.0 if count else UNHEARD_WEIGHT


def look_again(
    reading: Reading, wanted: Wanted, ranked: Ranking, places: Mapping[str, ChunkAt], scope: Scope
) -> tuple[Ranking, dict[str, tuple[HeldParagraph, ...]]]:
    """The ranking with its best chunks in a new order, and the paragraphs of each that cover most of the question.

    `places` are where the chunks stood when they were found; what was removed since keeps the score that it had.
    A paper of a single paragraph (a page of prose, say) has no structure to read: it keeps the score that it had.
    """
    top = ranked[:LOOKED_AT]
    papers = reading.catalogue.papers_by_id()
    best = max((score for _, score in top), default=0.0) or 1.0
    covering: dict[str, tuple[HeldParagraph, ...]] = {}
    again: list[tuple[str, float]] = []
    around = {
        chunk: reading.paragraphs(at.paper, at.first - 1, at.last + 1)
        for chunk, _ in top
        if (at := places.get(chunk)) and (paper := papers.get(at.paper)) and paper.paragraphs > 1
    }
    wanted.read(paragraph.text for paragraphs in around.values() for paragraph in paragraphs)
    for chunk, score in top:
        total = score / best
        if chunk in around:
            at, paper = places[chunk], papers[places[chunk].paper]
            found = best_covering(wanted, around[chunk], at.first, at.last)
            covering[chunk] = found.paragraphs
            seen = found.share * (1 + favour(paper, scope))
            total = (seen + SEARCH_WEIGHT * total) / (1 + SEARCH_WEIGHT)
        again.append((chunk, total))
    again.sort(key=lambda pair: (-pair[1], pair[0]))
    lowest = again[-1][1] if again else 0.0
    return [*again, *((chunk, lowest * score / best) for chunk, score in ranked[LOOKED_AT:])], covering


def best_covering(wanted: Wanted, around: Sequence[HeldParagraph], first: int, last: int) -> Covering:
    """The paragraphs of ordinals `first` to `last` that cover most of a question, given what stands around them."""
    held = {paragraph.ordinal: wanted.held(paragraph.text) for paragraph in around}
    within = [paragraph for paragraph in around if first <= paragraph.ordinal <= last]
    lengths = [len(paragraph.text.split()) for paragraph in within]
    paper = within[0].paper
    of_paper: dict[str, float] = {}
    place_stems(of_paper, wanted.held(f"{paper.title} {paper.body or ''} {words_of_file(paper.file)}"), PAPER)
    best = Covering((), -1.0)
    for start, lead in enumerate(within):
        placed = dict(of_paper)
        place_stems(placed, held.get(lead.ordinal - 1, {}), NEIGHBOUR)
        place_stems(placed, wanted.held(f"{' '.join(lead.label)} {lead.heading}"), HEADING)
        idle = 0
        for end in _ends(lengths, start):
            ordinal = within[end].ordinal
            place_stems(placed, held[ordinal], 1.0)
            idle += not held[ordinal]
            with_next = dict(placed)
            place_stems(with_next, held.get(ordinal + 1, {}), NEIGHBOUR)
            share = wanted.share(with_next) - IDLE_PRICE * idle
            if share > best.share:
                best = Covering(tuple(within[start : end + 1]), share)
    return best


def _ends(lengths: Sequence[int], start: int) -> Iterable[int]:
    """Where runs of paragraphs of these lengths may end that begin at one of them: those short enough, and it alone."""
    words = 0
    for end in range(start, len(lengths)):
        words += lengths[end]
        if end > start and words > TOGETHER:
            break
        yield end


def place_stems(placed: dict[str, float], held: Mapping[str, float], nearness: float) -> None:
    """Adds the stems held at one place to those placed; each counts by the nearest place where it stands."""
    for stem, strength in held.items():
        weight = nearness * strength
        if weight > placed.get(stem, 0.0):
            placed[stem] = weight
