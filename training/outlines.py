"""Learns how plausible each step through a paper's outline is, from papers of which some lines' numbers are known.

A structured perceptron over the search itself: where the likeliest outline has a known line wrong, the weights of its
steps go down, and those of the likeliest outline that has the line right go up. The mean of the weights over all updates,
and over several orders of the papers, is kept. (Collins 2002, averaged; Sun et al. 2009 for the lines that are not known.)
"""

from __future__ import annotations

import math
import random
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from corpus.errors import PaperError
from corpus.outline.levels import NumberedLine, Step
from corpus.outline.readings import numbered_lines
from corpus.outline.search import WEIGHTS, find_outline
from corpus.parse import blocks_of, identified
from corpus.readers import READERS, read
from corpus.readers.text import read_text
from corpus.types import Source
from evals.answers import read_rows
from training.identities import group_of, scorer_of

EPOCHS = 8
"""Times that each paper is learned from. Of 230 rows on papers that were looked at: 201 right after 2, 204 after 6 and 8, 197 after 16."""
ORDERS = 3
"""Orders of the papers that are learned from, each by itself: one alone is right of 4 rows in 100 more or fewer by chance."""
KEPT = 0.2
"""What a line costs that is read otherwise than by the weights that stand, in papers of which nothing is known."""
PAPERS_KEPT = 80
_RATE = 0.5
_MOST = 5  # of a feature in one update: a fault early in a paper repeats in every line after it
_WRONG = 30.0  # what a wrong line costs an outline that is to be right
_LEAST = 0.01  # a lower weight is left out
_LARGE = 300_000  # bytes
MADE_UP = Path(__file__).parent / "data" / "outlines.jsonl"


@dataclass(frozen=True, slots=True, eq=False)
class KnownPaper:
    """A paper's lines; `rows` are those of the structure gold by line, `labels` what each line is read as at present, where that is to be kept."""

    group: str
    lines: Sequence[NumberedLine]
    rows: Mapping[int, Sequence[Mapping[str, Any]]] = field(default_factory=dict)
    labels: Sequence[tuple[str, ...]] = ()


class Outlines:
    """Papers to learn outlines from, and the weights learned from them. `gold` is the folder of the structure gold with its scorer."""

    def __init__(self, gold: Path) -> None:
        self._gold = gold
        self._scorer = scorer_of(gold)

    def known(self) -> Iterator[KnownPaper]:
        """The papers of every file of the gold that has rows, with the lines that these tell of."""
        for kept in sorted(self._gold.glob("*_papers.jsonl")):
            rows = defaultdict(list)
            for row in read_rows(kept.with_name(kept.name.replace("_papers", ""))):
                rows[row["file"]].append(row)
            for file, told in rows.items():
                yield from self._rows_of(read(self._gold.parent / file, file), told)

    def _rows_of(self, source: Source, rows: Sequence[Mapping[str, Any]]) -> Iterator[KnownPaper]:
        papers = [(lines, texts) for lines, texts in _papers(source)]
        keys = [self._scorer.key(text) for _, texts in papers for text in texts]
        found = defaultdict(list)
        for row in rows:
            place = self._scorer.find(row, keys)
            if place is not None:
                found[place].append(row)
        start = 0
        for lines, _ in papers:
            inside = {n - start: told for n, told in found.items() if start <= n < start + len(lines)}
            yield KnownPaper(group_of(source.file), lines, inside)
            start += len(lines)

    def made_up(self) -> Iterator[KnownPaper]:
        """Made-up papers, all lines of which are known."""
        for number, told in enumerate(read_rows(MADE_UP)):
            text = read_text("\n\n".join(told["lines"]).encode(), "outline.txt")
            for lines, _ in _papers(Source("outline.txt", "", text.text, text.lines)):
                rows = {n: [{"label": label}] for n, label in enumerate(told["labels"])}
                yield KnownPaper(f"made up {number}", lines, rows)

    def is_right(self, row: Mapping[str, Any], label: Sequence[str]) -> bool:
        """Whether a line's numbers are those of a row, as the gold's scorer compares them."""
        return bool(self._scorer.label_ok(row, self._scorer.label_of({"label": list(label)})))

    def wrong(self, paper: KnownPaper, n: int, step: Step) -> float:
        """What a step at a line costs: 1 for each row that it has wrong, `KEPT` where it departs from what is to be kept."""
        if n in paper.rows:
            return float(sum(not self.is_right(row, step.label) for row in paper.rows[n]))
        return KEPT if paper.labels and paper.labels[n] != step.label else 0.0

    def learn(self, papers: Sequence[KnownPaper], epochs: int = EPOCHS, orders: int = ORDERS) -> dict[str, float]:
        """The weights under which the papers' known lines come out right, rounded, the smallest left out."""
        total: Counter[str] = Counter()
        for seed in range(orders):
            for name, weight in self._learned(papers, epochs, random.Random(seed)).items():  # noqa: S311 - no secret
                total[name] += weight  # type: ignore[assignment]
        means = {name: round(weight / orders, 3) for name, weight in sorted(total.items())}
        return {name: weight for name, weight in means.items() if abs(weight) >= _LEAST}

    def _learned(self, papers: Sequence[KnownPaper], epochs: int, rng: random.Random) -> dict[str, float]:
        weights: dict[str, float] = defaultdict(float)
        squares: dict[str, float] = defaultdict(float)
        sums: dict[str, float] = defaultdict(float)  # over updates, each weight times the update that brought it
        count = 1
        order = list(papers)
        for _ in range(epochs):
            rng.shuffle(order)
            for paper in order:
                for name, times in self._update(paper, weights).items():
                    change = max(-_MOST, min(_MOST, times))
                    squares[name] += change * change
                    step = _RATE * change / math.sqrt(1 + squares[name])
                    weights[name] += step
                    sums[name] += step * count
                count += 1
        return {name: weight - sums[name] / count for name, weight in weights.items()}

    def _update(self, paper: KnownPaper, weights: Mapping[str, float]) -> Counter[str]:
        """How often each feature stands in the likeliest right outline more than in the likeliest one."""
        likeliest = find_outline(paper.lines, weights, bonus=lambda n, step: self.wrong(paper, n, step))
        cost = self._cost(paper, likeliest)
        if not cost:
            return Counter()
        right = find_outline(paper.lines, weights, beam=16, bonus=lambda n, step: -_WRONG * self.wrong(paper, n, step))
        if self._cost(paper, right) >= cost:
            return Counter()
        change = Counter(name for step in right for name in step.features)
        change.subtract(name for step in likeliest for name in step.features)
        return change

    def _cost(self, paper: KnownPaper, outline: Sequence[Step]) -> float:
        return sum(self.wrong(paper, n, step) for n, step in enumerate(outline))

    def score(self, papers: Sequence[KnownPaper], weights: Mapping[str, float]) -> tuple[int, int]:
        """How many rows the weights have right, and of how many."""
        told = [(row, step.label) for paper in papers for row, step in self._told(paper, weights)]
        return sum(self.is_right(row, label) for row, label in told), len(told)

    def _told(self, paper: KnownPaper, weights: Mapping[str, float]) -> Iterator[tuple[Mapping[str, Any], Step]]:
        for n, step in enumerate(find_outline(paper.lines, weights)):
            yield from ((row, step) for row in paper.rows.get(n, ()))


def kept(real: Path, known: Sequence[KnownPaper]) -> Iterator[KnownPaper]:
    """Some papers of real/ of which nothing is known, as the weights that stand read them: what they read well is kept so."""
    every = [path for path in sorted(real.rglob("*")) if path.suffix in READERS and path.stat().st_size < _LARGE]
    random.Random(1).shuffle(every)  # noqa: S311 - no secret
    for path in every[:PAPERS_KEPT]:
        try:
            source = read(path, path.relative_to(real.parent).as_posix())
        except PaperError:
            continue
        for lines, _ in _papers(source):
            labels = [step.label for step in find_outline(lines, WEIGHTS)]
            yield KnownPaper(group_of(source.file), lines, labels=labels)


def _papers(source: Source) -> Iterator[tuple[list[NumberedLine], list[str]]]:
    """The lines of each paper in a source, and their texts."""
    for part, identity in identified(source)[1]:
        blocks = blocks_of(part, identity.kind)
        yield numbered_lines(blocks, identity.kind), [block.text for block in blocks]
