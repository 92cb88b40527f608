import json

import pytest
from evidence_papers import minutes

from evals.honest import honest, quotation, told

PAPER = minutes(
    """
heading|1|1. Quay|1. Quay
resolution|1,(1)|1. Quay|(1) That the quay wall be mended at a cost of £4,200.
resolution|1,(2)|1. Quay|(2) That 5% be kept back.
"""
)
REPLY = {
    "id": "q1",
    "abstain": False,
    "answer": "It was resolved to mend the quay wall [1]. Of the cost, 5% is to be kept back [1][2].",
    "cites": [{"p": 1, "quote": "(1) That the quay wall be mended"}, {"p": 1, "quote": "That 5% be kept back."}],
    "passages": [{"file": "a.txt"}],
}


def test_a_reply_is_cut_into_sentences_with_the_evidence_that_each_names():
    first, second = told([REPLY], {"a.txt": PAPER})
    assert first.text == "It was resolved to mend the quay wall."
    assert [one.text for one in first.evidence] == ["(1) That the quay wall be mended"]
    assert [one.text for one in second.evidence] == ["(1) That the quay wall be mended", "That 5% be kept back."]


def test_a_reply_that_declines_tells_nothing():
    assert told([{**REPLY, "abstain": True}], {"a.txt": PAPER}) == []


def test_a_quotation_over_paragraphs_is_a_span_of_each():
    found = quotation(PAPER, "at a cost of £4,200. (2) That 5% be kept")
    assert [span.text for span in found.spans] == ["at a cost of £4,200.", "(2) That 5% be kept"]


def test_a_quotation_that_stands_nowhere_is_an_error():
    with pytest.raises(ValueError, match="not in its paper"):
        quotation(PAPER, "That the pier be mended")


def test_what_is_kept_of_a_file_of_replies_is_measured(tmp_path):
    (tmp_path / "papers").mkdir()
    text = (
        "QUAY COMMITTEE\n4 March 2031\nMINUTES\n1. Quay\nThe quay wall was mended for £4,200 and the ladder painted.\n"
    )
    (tmp_path / "papers" / "a.txt").write_text(text * 2)
    said = "The quay wall was mended for £4,200 [1]. The quay wall was mended for £9,999 [1]."
    cites = [{"p": 1, "quote": "The quay wall was mended for £4,200 and the ladder painted."}]
    (tmp_path / "r.jsonl").write_text(json.dumps({**REPLY, "answer": said, "cites": cites}))
    figures, faults = honest(tmp_path / "r.jsonl", tmp_path / "papers", carries=lambda *_: 1.0)
    assert figures["sentences"] == 2
    assert figures["kept"] == 0.5
    assert figures["shown"] < 0.1 * figures["inventions"]
    assert any(line.startswith("q1: a figure") for line in faults)
