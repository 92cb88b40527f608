"""A hostile model: how many of its inventions reach the reader (none may), and how many honest sentences are kept."""

from __future__ import annotations

import random
import tempfile
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from bot.grounding.support import Carries, fault
from bot.types import Evidence, Span
from evals.cases import Case, cases, honest
from evals.inventions import Invention, inventions
from index.build import Build
from index.embedders.words import WordsEmbedder
from index.opening import Index
from index.types import HeldParagraph, Passage

SEED = 20310304
MOST_PASSAGES = 60
FEWEST_WORDS, MOST_WORDS = 8, 60  # of a passage: fewer say too little to be turned round
_TYPES = frozenset({"text", "resolution", "recommendation", "motion", "vote", "action", "reply"})


def hostile(
    papers: Path, most: int = MOST_PASSAGES, carries: Carries | None = None
) -> tuple[dict[str, float], list[str]]:
    """Figures over the passages of a folder of papers, and a line for every fault.

    `inventions` were written, `shown` of them passed the checks; of `honest` sentences the share `kept` passed.

    Args:
        papers: the folder of papers to make things up about.
        most: how many passages of them.
        carries: the trained judge; None for the strict rule alone.
    """
    rng = random.Random(SEED)  # noqa: S311 - the same inventions every time, no secret
    found = quotable(paragraphs_of(papers))
    made = cases(rng.sample(found, min(most, len(found))), rng)
    figures, shown = told(rng, made, carries)
    said = [(sentence, case.evidence) for case in made for sentence in honest(case)]
    lost = [sentence for sentence, evidence in said if fault(sentence, evidence, carries)]
    figures |= {
        "passages": len(made),
        "honest": len(said),
        "kept": round(1 - len(lost) / len(said), 3) if said else 0.0,
    }
    return figures, shown + [f"honest, not kept: {sentence}" for sentence in lost]


def told(rng: random.Random, made: Iterable[Case], carries: Carries | None) -> tuple[dict[str, float], list[str]]:
    """How many inventions on these cases were made and shown, and a line for every one shown; by kind first."""
    lies = [(case, one) for case in made for one in inventions(rng, case)]
    shown = [(case, one) for case, one in lies if not fault(one.text, one.evidence, carries)]
    count, passed = Counter(one.kind for _, one in lies), Counter(one.kind for _, one in shown)
    figures: dict[str, float] = {"kinds": len(count), "inventions": len(lies), "shown": len(shown)}
    by_kind = [f"{kind}: {passed[kind]} of {count[kind]} shown" for kind in count if passed[kind]]
    return figures, by_kind + [_line(case, one) for case, one in shown]


def _line(case: Case, one: Invention) -> str:
    return f"{one.kind}: {one.text} | {case.type} {case.quote[:200]!r}"


def paragraphs_of(papers: Path) -> list[HeldParagraph]:
    """Every paragraph of a folder of papers, paper by paper in reading order."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        Build(Path(folder), WordsEmbedder()).add([papers])
        index = Index.open(Path(folder), WordsEmbedder().name)
        held = [one for paper in index.catalogue.papers() for one in index.catalogue.paragraphs(paper.id)]
        index.close()
    return held


def quotable(paragraphs: Iterable[HeldParagraph]) -> list[Evidence]:
    """Every paragraph that can be quoted, as the evidence that a model would be given."""
    return [
        evidence_of([Span(one, 0, len(one.text))])
        for one in paragraphs
        if one.type in _TYPES and FEWEST_WORDS <= len(one.text.split()) <= MOST_WORDS
    ]


def evidence_of(spans: Sequence[Span]) -> Evidence:
    """Spans of one paper as evidence."""
    return Evidence(tuple(spans), 1.0, Passage(tuple(span.paragraph for span in spans), 1.0))
