import random

import pytest

from evals.__main__ import SAMPLES
from evals.cases import Case, statement
from evals.hostile import _shows, hostile, passages
from evals.inventions import MAKERS, inventions


@pytest.fixture(scope="module")
def found():
    return passages(SAMPLES)


def test_nothing_that_a_hostile_model_makes_up_is_shown():
    figures, faults = hostile(SAMPLES, most=10)
    assert figures["inventions"] > 200
    assert figures["shown"] == 0, faults
    assert figures["kept"] > 0.85


def test_a_lie_that_is_shown_would_be_counted(found):
    case = Case(found[0], found[1], statement(found[0]), statement(found[1]))
    assert _shows(case, f"{case.plain} [1].")
    assert not _shows(case, f"{case.plain} and all else [1].")


def test_every_kind_of_lie_is_told_of_some_passage(found):
    rng = random.Random(1)  # noqa: S311 - no secret
    told = {
        kind for first in found for kind, _ in inventions(rng, Case(first, found[0], statement(first), "It rained"))
    }
    assert told >= MAKERS.keys() - {"another body of the papers"}
