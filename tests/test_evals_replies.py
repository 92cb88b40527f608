import json
from hashlib import sha256

import pytest

from evals.replies import NoReply, recording, replaying

PROMPT = "What of the quay?\u2028\nIt was mended for £4,200."
HASH = sha256(PROMPT.encode()).hexdigest()


def rows(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]


def test_every_prompt_is_written_with_its_hash_and_nothing_is_said(tmp_path):
    ask = recording(tmp_path / "prompts.jsonl")
    assert [ask(PROMPT), ask("And the slipway?")] == ["", ""]
    assert rows(tmp_path / "prompts.jsonl")[0] == {"hash": HASH, "id": "", "prompt": PROMPT}
    assert len(rows(tmp_path / "prompts.jsonl")) == 2


def test_a_prompt_is_written_once_for_each_question(tmp_path):
    ask = recording(tmp_path / "prompts.jsonl")
    for ask.id in ("q1", "q1", "q2"):
        ask(PROMPT)
    assert [row["id"] for row in rows(tmp_path / "prompts.jsonl")] == ["q1", "q2"]


def test_a_new_recording_takes_the_place_of_an_old_one(tmp_path):
    recording(tmp_path / "prompts.jsonl")(PROMPT)
    recording(tmp_path / "prompts.jsonl")
    assert rows(tmp_path / "prompts.jsonl") == []


def test_replies_are_given_by_the_prompt_s_hash(tmp_path):
    given = [{"hash": HASH, "reply": "a\u2028b"}, {"hash": "other", "reply": {"answerable": False}}]
    file = tmp_path / "replies.jsonl"
    file.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in given) + "\n\n", encoding="utf-8")
    assert replaying(file)(PROMPT) == "a\u2028b"


def test_a_reply_may_be_the_json_object_itself(tmp_path):
    file = tmp_path / "replies.jsonl"
    file.write_text(json.dumps({"hash": HASH, "reply": {"answerable": False}}), encoding="utf-8")
    assert json.loads(replaying(file)(PROMPT)) == {"answerable": False}


def test_a_prompt_without_a_reply_counts_as_not_answered(tmp_path):
    (tmp_path / "replies.jsonl").write_text("")
    with pytest.raises(NoReply):
        replaying(tmp_path / "replies.jsonl")(PROMPT)


@pytest.mark.parametrize("line", ["{", "[]", '{"hash": "x"}', '{"hash": "x", "reply": 4}', '{"hash": 4, "reply": "x"}'])
def test_a_line_that_is_no_row_is_told_by_its_number(tmp_path, line):
    (tmp_path / "replies.jsonl").write_text('{"hash": "a", "reply": "b"}\n' + line)
    with pytest.raises(ValueError, match=r"replies\.jsonl, line 2"):
        replaying(tmp_path / "replies.jsonl")
