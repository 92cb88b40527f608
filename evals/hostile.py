"""A hostile model: how many of its inventions reach the reader (none may), and how many honest sentences are kept."""

from __future__ import annotations

import random
import tempfile
from collections import Counter
from dataclasses import replace
from pathlib import Path

from bot.grounding.compose import CompositionFailed, ModelComposer
from bot.grounding.quoted import Quoted
from bot.reading.selection import citation_of
from evals.cases import Case, cases, honest
from evals.inventions import inventions
from evals.matching import words
from index.build import Build
from index.embedders.words import WordsEmbedder
from index.opening import Index

SEED = 20310304
MOST_PASSAGES = 60
FEWEST_WORDS, MOST_WORDS = 8, 60  # of a passage: fewer say too little to be turned round
_TYPES = frozenset({"text", "resolution", "recommendation", "motion", "vote", "action", "reply"})


def hostile(papers: Path, most: int = MOST_PASSAGES) -> tuple[dict[str, float], list[str]]:
    """Figures over the passages of a folder of papers, and a line for every fault.

    `inventions` were written, `shown` of them stood in an answer or in what is told beside it; of `honest` sentences the
    share `kept` was shown.
    """
    rng = random.Random(SEED)  # noqa: S311 - the same inventions every time, no secret
    found = passages(papers)
    made = cases(rng.sample(found, min(most, len(found))), rng)
    shown, count, kinds = [], 0, Counter[str]()
    kept, told, lost = 0, 0, []
    for case in made:
        for kind, invention in inventions(rng, case):
            count += 1
            kinds[kind] += 1
            if _shows(case, invention):
                shown.append(f"{kind}: {invention} | {case.first.citation.quote[:200]!r}")
        for sentence in honest(case):
            told += 1
            if _shows(case, sentence):
                kept += 1
            else:
                lost.append(f"honest, not kept: {sentence} | {case.first.type} {case.first.citation.quote[:160]!r}")
    figures = {"passages": len(made), "kinds": len(kinds), "inventions": count, "shown": len(shown)}
    return figures | {"honest": told, "kept": round(kept / told, 3) if told else 0.0}, shown + lost


def passages(papers: Path) -> list[Quoted]:
    """Every paragraph of the papers that can be quoted, as what a model would be given."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        Build(Path(folder), WordsEmbedder()).add([papers])
        index = Index.open(Path(folder), WordsEmbedder().name)
        held = [one for paper in index.catalogue.papers() for one in index.catalogue.paragraphs(paper.id)]
        index.close()
    quotable = [one for one in held if one.type in _TYPES and FEWEST_WORDS <= len(one.text.split()) <= MOST_WORDS]
    return [Quoted(citation_of(one, one.text), one.type, one.heading) for one in quotable]


def _shows(case: Case, sentence: str) -> bool:
    """Whether the words of a sentence come through, told beside an honest one, in the answer or in its notes."""
    quoted = [case.first, replace(case.second, citation=replace(case.second.citation, n=2))]
    try:
        written = ModelComposer(lambda _: f"{sentence} {case.other} [2].")("What was decided?", quoted)
    except CompositionFailed as fault:
        return _holds(str(fault), sentence)
    return _holds(f"{written.text}\n{written.note}", sentence)


def _holds(told: str, sentence: str) -> bool:
    """Whether a text holds the words of a sentence, its labels among them."""
    wanted, have = words(sentence), words(told)
    return any(have[at : at + len(wanted)] == wanted for at in range(len(have) - len(wanted) + 1))
