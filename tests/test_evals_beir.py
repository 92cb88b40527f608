import json

import pytest

from bot.types import Turn
from evals.beir import WrongSet, documents, query_sets
from evals.beir_home import papers

DOCUMENTS = {
    "d1": "The harbour wall is to be mended before the winter.",
    "d2": "The ferry to the island runs each hour in the summer.",
    "d3": "The library opens on Sundays from the spring.",
}


def rows(path, made):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(json.dumps(row) + "\n" for row in made), encoding="utf-8")


def beir(folder, queries=None, gold=None, names=("queries.jsonl", "qrels/test.tsv")):
    """A set of three documents in BEIR's own layout, or with other names of files."""
    queries = queries or {"q1": "When is the harbour wall mended?", "q2": "Does the library open on Sundays?"}
    gold = gold or {"q1": "d1", "q2": "d3"}
    rows(folder / "corpus.jsonl", ({"_id": id_, "title": "A page", "text": text} for id_, text in DOCUMENTS.items()))
    rows(folder / names[0], ({"_id": id_, "text": text} for id_, text in queries.items()))
    (folder / names[1]).parent.mkdir(exist_ok=True)
    judged = "".join(f"{query}\t{document}\t1\n" for query, document in gold.items())
    (folder / names[1]).write_text(f"query-id\tcorpus-id\tscore\n{judged}", encoding="utf-8")
    return folder


def test_beirs_own_layout_is_read(tmp_path):
    (one,) = query_sets(beir(tmp_path))
    assert (one.name, list(one.queries), one.gold["q1"]) == ("test", ["q1", "q2"], {"d1": 1})


def test_a_query_that_the_gold_does_not_judge_is_not_asked(tmp_path):
    (one,) = query_sets(beir(tmp_path, gold={"q2": "d3"}))
    assert list(one.queries) == ["q2"]


def test_each_form_of_the_queries_goes_with_its_own_gold(tmp_path):
    for form in ("lastturn", "rewrite"):
        beir(tmp_path, queries={"q1": form}, names=(f"queries_{form}.jsonl", f"qrels_{form}.tsv"))
    assert {one.name: one.queries["q1"].question for one in query_sets(tmp_path)} == {
        "lastturn": "lastturn",
        "rewrite": "rewrite",
    }
    assert [one.name for one in query_sets(tmp_path, "rewrite")] == ["rewrite"]


def test_a_conversation_is_joined_in_every_way(tmp_path):
    turns = [
        "Who keeps the harbour wall in Orrendale?",
        "What of the library in Wharfe Street?",
        "And what did it cost?",
    ]
    beir(tmp_path, queries={"q1": turns[-1]}, names=("queries_lastturn.jsonl", "qrels_lastturn.tsv"))
    beir(tmp_path, queries={"q1": "\n".join(turns)}, names=("queries_questions.jsonl", "qrels_questions.tsv"))
    made = {one.name: one.queries["q1"] for one in query_sets(tmp_path)}
    assert made["two"] == Turn("\n".join(turns[1:]))
    assert made["questions"] == Turn("\n".join(turns))
    assert made["history"] == Turn(turns[-1], tuple(turns[:-1]))


def test_queries_that_are_not_there_are_named(tmp_path):
    with pytest.raises(WrongSet, match="known are test"):
        query_sets(beir(tmp_path), "dev")


def test_a_folder_without_queries_is_refused(tmp_path):
    with pytest.raises(WrongSet, match="no queries"):
        query_sets(tmp_path)


def test_fields_beyond_those_of_beir_are_not_read(tmp_path):
    rows(
        tmp_path / "corpus.jsonl",
        [{"_id": "d1", "title": "", "text": "Words.", "meeting": "m1"}, {"_id": "d2", "text": " "}],
    )
    assert [(one.id, one.title, one.text) for one in documents(tmp_path / "corpus.jsonl")] == [("d1", "", "Words.")]


def test_a_document_is_a_paper_of_one_paragraph(tmp_path):
    made = papers(beir(tmp_path) / "corpus.jsonl", "corpus.jsonl")
    assert [(paper.part, paper.paragraphs[0].locator) for paper in made] == [(1, "d1"), (2, "d2"), (3, "d3")]
    assert made[1].paragraphs[0].text == DOCUMENTS["d2"]
