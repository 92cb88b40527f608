"""Makes papers of a council that does not exist, as many as are wanted: only their sizes and frequencies are like real ones.

Words fall off by Zipf's law, over a vocabulary of the size that 275 real papers have; bodies meet month after month; every
paragraph is as long as a chunk of real papers is (77 words), so that 100,000 of them weigh as much as 390,000 real ones.
Everything follows from a number, so the same number gives the same papers on every machine.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from corpus.types import Chunk, Paper, PaperKind, Paragraph
from index.types import Filter, Vector

PARAGRAPHS = 50
"""Of a paper: real minutes have 70, real agendas 29."""
VOCABULARY = 20_000
ZIPF = 1.05
"""Exponent of the fall of frequencies; the tenth word of real papers makes 0.9 % of all, the hundredth 0.12 %, as here."""
MEAN_WORDS = 77
TOPICS = 400
SPREAD = 1.5
"""Length of the noise on a topic's unit vector: chunks of one topic lie at a cosine of 0.3 to each other."""
DIMENSIONS = 384

_BODIES = tuple(
    f"{name} {sort}"
    for name in ("Planning", "Licensing", "Housing", "Audit", "Highways", "Health", "Children's", "Finance", "Harbour")
    for sort in ("Committee", "Select Commission", "Sub-Committee")
)
_KINDS: tuple[PaperKind, ...] = ("minutes", "minutes", "agenda", "report")
_FIRST = date(2005, 1, 10)
_COMMON = (
    "the of to and in a that for be on with is by as it was at from this are which an has have were not or their "
    "would will had been council committee members report service meeting resolved officer area work plan year budget "
    "development board support noted information local review people public community action agreed policy process"
).split()
_SYLLABLES = [a + b for a in "b d f g h l m n p r s t v w br st tr".split() for b in "a e i o u an el or".split()]


@cache
def vocabulary() -> tuple[str, ...]:
    """Every word, the commonest first: those of any committee, then made ones."""
    made = (
        _SYLLABLES[n % 136] + _SYLLABLES[n // 136 % 136] + ("" if n < 136**2 else _SYLLABLES[n // 136**2])
        for n in range(VOCABULARY)
    )
    return tuple(dict.fromkeys([*_COMMON, *made]))[:VOCABULARY]


@cache
def _bounds() -> NDArray[np.float64]:
    """Cumulated frequencies of the words."""
    weights = 1.0 / np.arange(2, VOCABULARY + 2) ** ZIPF
    return np.asarray(np.cumsum(weights / weights.sum()), dtype=np.float64)


def write_stubs(folder: Path, paragraphs: int) -> None:
    """Write a file for every paper, with nothing but its number in it: `parse` makes the paper of it."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(paragraphs // PARAGRAPHS):
        (folder / f"{number:06}.txt").write_text(f"{number}\n")


def parse(path: Path, file: str) -> list[Paper]:
    """The paper whose number stands in a file; meets the index's `Parse`."""
    return [paper(int(path.read_text()), file)]


def paper(number: int, file: str = "") -> Paper:
    """The paper of this number: the next body's, at its next meeting."""
    body, round_ = _BODIES[number % len(_BODIES)], number // len(_BODIES)
    kind = _KINDS[round_ % len(_KINDS)]
    # Sixty-one goes round all months of twenty years before it comes back to one, however few papers there are.
    day = _FIRST + timedelta(days=30 * (round_ // len(_KINDS) * 61 % 240) + number % 28)
    dice = np.random.default_rng(number)
    paragraphs = tuple(_paragraph(dice, number, ordinal) for ordinal in range(PARAGRAPHS))
    return Paper(file or f"{number:06}.txt", 1, f"{body} {kind}", body, day, kind, paragraphs)


def _paragraph(dice: np.random.Generator, number: int, ordinal: int) -> Paragraph:
    count = int(dice.integers(MEAN_WORDS // 2, MEAN_WORDS * 3 // 2))
    words = vocabulary()
    text = " ".join(words[n] for n in np.searchsorted(_bounds(), dice.random(count)).clip(max=VOCABULARY - 1))
    # A paper speaks of few things: every paragraph names its topic, and is made near it.
    topic = (number * 7 + ordinal // 10) % TOPICS
    item = str(ordinal // 5 + 1)
    label = (item, f"({ordinal % 5 + 1})")
    heading = f"{words[1000 + topic]} {words[2000 + topic]}"
    return Paragraph(
        ordinal, f"{text} topic{topic}.", "text", label, f"Item {item}, paragraph ({ordinal % 5 + 1})", heading, 0, 0
    )


def chunks(made: Paper) -> list[Chunk]:
    """A chunk a paragraph, with the context line that real ones have; meets the index's `Split`."""
    day = f"{made.date:%-d %B %Y}" if made.date else ""
    return [
        Chunk(p.ordinal, p.ordinal, p.ordinal, f"{made.body}, {day}, {made.title}, {p.heading}", p.text)
        for p in made.paragraphs
    ]


def questions(count: int, paragraphs: int) -> list[str]:
    """Questions on what stands in the papers: words of a paragraph, common ones and rarer ones; some name body or year."""
    dice = np.random.default_rng(2_000_000)
    asked = []
    for n in range(count):
        made = paper(int(dice.integers(paragraphs // PARAGRAPHS)))
        words = made.paragraphs[int(dice.integers(PARAGRAPHS))].text.split()
        chosen = " ".join(words[int(at)] for at in dice.integers(len(words) - 1, size=int(dice.integers(4, 11))))
        where = ("", f" at the {made.body}", f" in {made.date:%Y}" if made.date else "")[n % 3]
        asked.append(f"What was said of {chosen} and {words[-1].rstrip('.')}{where}?")
    return asked


def filters() -> Sequence[Filter]:
    """What readers set: a body, a year, a kind, and all of them; they allow from a 27th of the papers to a half."""
    since, until = date(2005, 1, 1), date(2006, 12, 31)
    return (
        Filter(frozenset(_BODIES[:1])),
        Filter(since=since, until=until),
        Filter(kinds=frozenset(["minutes"])),
        Filter(frozenset(_BODIES[:3]), since, until, frozenset(["minutes"])),
    )


class SyntheticEmbedder:
    """Meets `Embedder`: a unit vector near that of the topic a text names, so that nothing is embedded."""

    name = "synthetic"
    dimensions = DIMENSIONS

    def embed_passages(self, texts: Sequence[str]) -> Vector:
        """Vectors of passages, one row a text."""
        return np.stack([self.embed_query(text) for text in texts]) if texts else np.zeros((0, DIMENSIONS), np.float32)

    def embed_query(self, text: str) -> Vector:
        """The vector of a question."""
        seed = int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest())
        noise = np.random.default_rng(seed).standard_normal(DIMENSIONS, dtype=np.float32)
        vector = _topics()[_topic(text)] + SPREAD * noise / np.float32(np.linalg.norm(noise))
        return np.asarray(vector / np.linalg.norm(vector), dtype=np.float32)


def _topic(text: str) -> int:
    """The topic that a text names; any where it names none."""
    after = text.rpartition("topic")[2]
    digits = after[: next((n for n, sign in enumerate(after) if not sign.isdigit()), len(after))]
    return int(digits) % TOPICS if digits else 0


@cache
def _topics() -> Vector:
    centres = np.random.default_rng(1).standard_normal((TOPICS, DIMENSIONS), dtype=np.float32)
    return np.asarray(centres / np.linalg.norm(centres, axis=1, keepdims=True), dtype=np.float32)
