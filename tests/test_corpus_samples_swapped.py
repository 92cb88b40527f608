"""The swapped questions: each made from an answerable one, and asking for what no sample paper holds."""

import json
import re
from collections import Counter

import pytest
from test_corpus_samples import PAPERS, folded, words_of

from corpus.samples.make_samples import HERE
from evals.calibration import half_of

ROWS = [json.loads(line) for line in (HERE / "swapped.jsonl").read_text(encoding="utf-8").splitlines()]
ORIGINALS = {
    row["id"]: row for row in map(json.loads, (HERE / "questions.jsonl").read_text(encoding="utf-8").splitlines())
}
HELD_YEARS = range(2023, 2026)  # of which the papers are, or to which they look forward


@pytest.fixture(scope="module")
def held():
    return " ".join(f" {words_of(path)} " for path in PAPERS.rglob("*") if path.is_file())


def test_there_are_a_hundred_swaps_of_every_kind_in_two_halves():
    assert len(ROWS) >= 100
    assert len({row["id"] for row in ROWS}) == len(ROWS)
    assert {row["swap"] for row in ROWS} == {"year", "body", "name", "person", "figure"}
    halves = Counter(row["half"] for row in ROWS)
    assert min(halves.values()) >= 0.4 * len(ROWS)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["id"])
def test_a_swap_is_of_an_answerable_question_and_goes_with_its_half(row):
    assert not ORIGINALS[row["of"]]["abstain"]
    assert row["half"] == half_of(row["of"])
    assert row["reasons"]
    assert row["question"] != ORIGINALS[row["of"]]["question"]


@pytest.mark.parametrize(
    "row", [row for row in ROWS if row["swap"] in ("name", "person", "figure")], ids=lambda r: r["id"]
)
def test_what_was_swapped_in_stands_in_no_paper(row, held):
    assert folded(row["new"]) in folded(row["question"])
    assert f" {folded(row['new'])} " not in held


@pytest.mark.parametrize("row", [row for row in ROWS if row["swap"] == "year"], ids=lambda r: r["id"])
def test_the_year_swapped_in_is_of_no_meeting_held(row):
    years = {int(year) for year in re.findall(r"\b20\d\d\b", row["question"])}
    assert int(row["new"]) in years
    assert not years & set(HELD_YEARS)
