"""What the ranker learns from: paragraphs of made-up papers as they are seen, and weights that put those that tell first."""

from __future__ import annotations

import numpy as np
import pytest
from bot_papers import bot_on

from bot.reading.features import NAMES
from bot.reading.ranker import READ, Ranker
from index.opening import Index
from index.types import HeldParagraph
from training.questions import Asked
from training.rankers import tells
from training.ranking import Found, Looking, Plan, Sighted, read_in, seen, train

QUICK = Plan(passes=60, rate=0.05, dropped=0.0)


def mended(paragraph: HeldParagraph) -> int:
    """Only the resolution on the quay wall tells."""
    return 0 if "be mended at a cost" in paragraph.text else -1


@pytest.fixture
def sighted(tmp_path) -> Sighted:
    bot_on(tmp_path)
    return Looking(Index.open(tmp_path / "home", "words")).sight("What was resolved about the quay wall?")


def made_up(answerable: int, not_answerable: int) -> list[Found]:
    """Questions with five candidates: where one tells, its first column alone is 1."""
    numbers = np.random.default_rng(3)
    examples = []
    for n in range(answerable + not_answerable):
        rows = numbers.random((5, len(NAMES)), dtype=np.float32)
        rows[:, 0] = 0.0
        told = np.full(5, -1)
        if n < answerable:
            rows[n % 5, 0], told[n % 5] = 1.0, 0
        examples.append(Found(rows, told, n < answerable))
    return examples


def test_every_candidate_found_has_a_row_and_what_it_tells(sighted):
    found = seen(sighted, mended, answerable=True)
    assert found.rows.shape == (len(sighted.found), len(NAMES))
    assert [one.paragraph.locator for one, told in zip(sighted.found, found.tells, strict=True) if told == 0] == [
        "Minute 12 (1)"
    ]


def test_a_question_that_nothing_was_found_for_has_no_rows_with_the_networks_columns(sighted):
    nothing = Sighted(sighted.query, (), (), np.zeros((0, len(NAMES)), dtype=np.float32))
    assert read_in(nothing, mended, None, None, answerable=False).rows.shape == (0, len(NAMES) + len(READ))


def test_a_paragraph_tells_the_part_of_the_evidence_that_it_stands_in_and_nothing_in_another_file(sighted):
    where = {one.paragraph.locator: one.paragraph for one in sighted.found}
    resolved, lost = where["Minute 12 (1)"], where["Minute 12"]
    at = (resolved.paper.part - 1, resolved.ordinal)
    file = resolved.paper.file
    of = tells(Asked("What?", "plain", "orrendale", f"more/{file}", (((0, 999),), (at,))))
    assert (of(resolved), of(lost)) == (1, -1)
    elsewhere = tells(Asked("What?", "plain", "orrendale", "more/other.txt", ((at,),)))
    assert elsewhere(resolved) == -1


def test_what_tells_comes_first_and_is_surer_than_where_nothing_tells(tmp_path):
    train(made_up(60, 30), QUICK, tmp_path / "ranker.npz")
    ranker = Ranker.load(tmp_path / "ranker.npz")
    asked = made_up(5, 5)
    firsts = [int(np.argmax(ranker(one.rows).shares)) == int(np.argmax(one.tells)) for one in asked[:5]]
    sure = [ranker(one.rows).sure for one in asked]
    assert all(firsts)
    assert min(sure[:5]) > 0.5 > max(sure[5:])


def test_the_same_seed_makes_the_same_weights(tmp_path):
    for name in ("one.npz", "other.npz"):
        train(made_up(10, 5), Plan(passes=2), tmp_path / name)
    one, other = (Ranker.load(tmp_path / name) for name in ("one.npz", "other.npz"))
    assert all(np.array_equal(getattr(one, name), getattr(other, name)) for name in Ranker.__slots__)


def test_questions_without_candidates_break_nothing(tmp_path):
    none = Found(np.zeros((0, len(NAMES)), dtype=np.float32), np.zeros(0, dtype=np.int64), answerable=True)
    train([*made_up(3, 0), none], Plan(passes=1), tmp_path / "ranker.npz")
    assert Ranker.load(tmp_path / "ranker.npz").weights.shape == (len(NAMES),)


def test_weights_say_that_the_networks_columns_are_among_theirs(tmp_path):
    rows = np.random.default_rng(3).random((4, len(NAMES) + len(READ)), dtype=np.float32)
    train([Found(rows, np.array([0, -1, -1, -1]), answerable=True)], Plan(passes=1), tmp_path / "ranker.npz")
    with np.load(tmp_path / "ranker.npz") as held:
        assert tuple(held["columns"]) == (*NAMES, *READ)


def test_what_is_found_elsewhere_makes_it_less_sure_and_ranks_nothing_otherwise(tmp_path):
    rows = np.random.default_rng(5).random((30, 5, len(NAMES) + len(READ)), dtype=np.float32)
    told = np.array([0, -1, -1, -1, -1])
    near = [Found(one, told if n % 3 else np.full(5, -1), answerable=bool(n % 3)) for n, one in enumerate(rows)]
    elsewhere = [Found(one, np.full(5, -1), answerable=False) for one in rows]
    train(near, Plan(passes=2), tmp_path / "alone.npz")
    train(near, Plan(passes=2), tmp_path / "both.npz", elsewhere)
    alone, both = (Ranker.load(tmp_path / name) for name in ("alone.npz", "both.npz"))
    assert np.array_equal(alone.weights, both.weights)
    assert both(rows[1]).sure < alone(rows[1]).sure
