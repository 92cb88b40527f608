"""Learning to choose one of several by what is seen of each."""

from __future__ import annotations

import numpy as np
import pytest

from training.choosing import Choice, is_right, learn, left_out

COLUMNS = ("telling", "idle", "any")


def choice(group: str, right: int | None, *, telling: int | None = None) -> Choice:
    """Three to choose from, of which the telling column points to one."""
    seen = np.zeros((3, 3), dtype=np.float32)
    seen[:, 2] = 1
    if (place := right if telling is None else telling) is not None:
        seen[place, 0] = 1
    return Choice(group, COLUMNS, seen, np.array([n == right for n in range(3)]))


CHOICES = [choice(f"body {n % 4}", n % 3) for n in range(12)]


def test_what_tells_is_weighed():
    weights = learn(CHOICES)
    assert weights["telling"] > abs(weights["idle"]) + 1


def test_a_choice_of_the_right_one_is_right():
    weights = learn(CHOICES)
    assert is_right(choice("other", 1), weights)
    assert not is_right(choice("other", 1, telling=2), weights)


def test_to_choose_none_is_right_where_none_is():
    assert is_right(choice("other", None), learn([*CHOICES, *[choice("none", None)] * 6]))


@pytest.mark.parametrize("seed", [0, 1])
def test_every_paper_is_judged_once_by_weights_that_did_not_see_its_group(seed):
    judged = list(left_out(CHOICES, seed))
    assert len(judged) == len(CHOICES)
    assert all(right for _, right in judged)
