import random
from pathlib import Path

import pytest

from bot.grounding.support import fault
from evals.cases import cases
from evals.hostile import hostile, paragraphs_of, quotable
from evals.inventions import MAKERS, NO_EVIDENCE, inventions

SAMPLES = Path("corpus/samples/papers")
# Left to the judge: it is told of in words that the evidence has, or in one word that only its sense gives away.
JUDGED = {"word turned round", "two passages mixed", "tail made up", "adverb made up", "another passage's words"}


@pytest.fixture(scope="module")
def found():
    return quotable(paragraphs_of(SAMPLES))


def test_nothing_that_a_hostile_model_makes_up_is_shown_without_a_judge():
    figures, faults = hostile(SAMPLES, most=10)
    assert figures["inventions"] > 200
    assert figures["shown"] == 0, faults
    assert figures["kept"] > 0.85


def test_what_is_exact_is_caught_whatever_the_judge_says():
    figures, faults = hostile(SAMPLES, most=10, carries=lambda *_: 1.0)
    assert not [line for line in faults if line.split(":")[0] not in JUDGED]
    assert figures["shown"] < 0.05 * figures["inventions"]
    assert figures["kept"] > 0.95


def test_a_lie_that_is_shown_would_be_counted(found):
    (case,) = cases(found[:1], random.Random(1))  # noqa: S311 - no secret
    assert fault(f"{case.plain}.", case.evidence) == ""
    assert fault(f"{case.plain} and all else.", case.evidence)


def test_every_kind_of_lie_is_told_of_some_passage(found):
    rng = random.Random(1)  # noqa: S311 - no secret
    told = {one.kind for case in cases(found, rng) for one in inventions(rng, case)}
    assert told >= MAKERS.keys() - {"another body of the papers"}


def test_an_invention_without_evidence_names_none(found):
    rng = random.Random(1)  # noqa: S311 - no secret
    (case,) = cases(found[:1], rng)
    assert [one.evidence for one in inventions(rng, case) if one.kind == NO_EVIDENCE] == [()]
