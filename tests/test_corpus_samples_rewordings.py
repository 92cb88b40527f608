"""Every answerable sample question is asked again in other words, by different people, and is to be answered the same."""

import json
from collections import Counter

from corpus.samples.make_samples import HERE


def rows(name):
    return [json.loads(line) for line in (HERE / name).read_text(encoding="utf-8").splitlines()]


ORIGINALS = {row["id"]: row for row in rows("questions.jsonl") if not row["abstain"]}
REWORDED = rows("rewordings.jsonl")


def test_each_answerable_question_is_reworded_three_times():
    asked = Counter(row["id"].split("~")[0] for row in REWORDED)
    assert asked == dict.fromkeys(ORIGINALS, 3)
    assert len({row["question"] for row in REWORDED} | {row["question"] for row in ORIGINALS.values()}) == 4 * len(
        asked
    )


def test_a_rewording_expects_what_its_original_expects():
    for row in REWORDED:
        original = ORIGINALS[row["id"].split("~")[0]]
        assert row | {"id": "", "question": ""} == original | {"id": "", "question": ""}
