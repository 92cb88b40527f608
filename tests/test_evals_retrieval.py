import json

import numpy as np
import pytest
from test_evals_beir import DOCUMENTS, beir, rows

from bot.types import Turn
from evals import __main__ as command
from evals.baselines import Bm25, reciprocal
from evals.beir import QuerySet
from evals.retrieval import beir_material, figures_of, question_material, record, retrieval
from evals.retrieval_ablations import ablated
from evals.retrieval_measures import measure_queries, measure_questions, within_words
from evals.retrieval_systems import OURS, SEARCH_ALONE, Found, as_read, of_legs
from evals.retrieval_table import tables
from evals.retrieval_vectors import KeptVectors
from index.embedders.words import WordsEmbedder
from index.fuse import Weights
from index.scope import Scope
from index.types import Place

MINUTES = """ORRENDALE HARBOUR COMMITTEE

Minutes of the meeting held on 4 March 2031

Present: Councillors Reed and Wood

1. The quay
RESOLVED: That the quay be mended before the winter at a cost of £4,200.

2. The ferry
RESOLVED: That the ferry run each hour in the summer months.
"""
QUESTION = {
    "id": "q1", "question": "What was resolved on the quay?", "abstain": False, "mode": "all", "facts": [],
    "cites": [{"file": "a.txt", "quote": "That the quay be mended before the winter"}],
}  # fmt: skip


@pytest.fixture(autouse=True)
def _quick(monkeypatch):
    monkeypatch.setenv("MATTERS_EMBEDDER", "words")


@pytest.fixture
def papers(tmp_path):
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers/a.txt").write_text(MINUTES)
    rows(tmp_path / "questions.jsonl", [QUESTION, {**QUESTION, "id": "q2", "abstain": True, "cites": []}])
    return question_material(tmp_path / "questions.jsonl", tmp_path / "papers", tmp_path / "runs")


def passage(text, file="a.txt"):
    return Found((Place(file, ""),), text)


def measured(*found, **given):
    return measure_questions([QUESTION | given], lambda _query, k: found[:k]).figures


QUAY = passage("That the quay be mended before the winter.")
OTHER = passage("That the ferry run each hour.")


def test_a_quotation_in_the_first_passages_is_found():
    figures = measured(OTHER, QUAY)
    assert (figures["found@1"], figures["found@3"], figures["mrr"]) == (0.0, 1.0, 0.5)


def test_a_quotation_in_another_file_is_not_found():
    assert measured(passage(QUAY.text, "b.txt"))["found@10"] == 0.0


def test_the_same_words_in_another_place_are_found():
    assert measured(Found((Place("b.txt", ""), Place("a.txt", "")), QUAY.text))["found@1"] == 1.0


def test_all_quotations_are_wanted_or_any_as_the_row_says():
    both = [*QUESTION["cites"], {"file": "a.txt", "quote": "That the ferry run each hour"}]
    assert measured(QUAY, cites=both)["found@5"] == 0.0
    assert measured(QUAY, OTHER, cites=both)["found@5"] == 1.0
    assert measured(QUAY, cites=both, mode="any")["found@5"] == 1.0


def test_a_question_of_which_nothing_is_found_counts():
    assert measured() == {"questions": 1, "found@1": 0, "found@3": 0, "found@5": 0, "found@10": 0, "mrr": 0}


def test_long_passages_win_nothing():
    long = passage("word " * 300)
    assert [len(one.text.split()) for one in within_words([long] * 5, 650)] == [250, 250, 150]
    assert measured(long, long, long, QUAY)["found@5"] == 0.0
    assert measured(long, long, long, QUAY)["found@10"] == 1.0


def test_a_follow_up_is_asked_as_the_product_reads_it():
    asked = []
    measure_questions(
        [QUESTION | {"question": "And in May?", "history": ["What was resolved on the quay?"]}],
        lambda turn, _k: asked.append(as_read(turn)) or [],
    )
    assert asked == ["What was resolved on the quay? And in May?"]


def test_queries_are_measured_by_the_gold():
    gold = {"q1": {"d1": 1}, "q2": {"d2": 1}, "q3": {"d3": 1}}
    ranked = {"one": ["d1", "d2"], "two": ["d3", "d2"]}
    found = measure_queries(
        QuerySet("test", {"q1": Turn("one"), "q2": Turn("two")}, gold),
        lambda turn, k: [Found((Place("corpus.jsonl", id_),), "") for id_ in ranked[turn.question]][:k],
    )
    assert found.figures == {"questions": 3, "nDCG@10": 0.544, "R@5": 0.667, "R@10": 0.667, "RR@10": 0.5}
    assert found.missed == ("q3",)


def test_bm25_stems_and_leaves_out_what_shares_no_word():
    rank = Bm25(list(DOCUMENTS), list(DOCUMENTS.values()))
    assert [id_ for id_, _ in rank("mending the harbour walls", 10)] == ["d1"]
    assert rank("what of the zebra?", 10) == []


def test_equal_weight_joins_by_rank_alone():
    assert [id_ for id_, _ in reciprocal([[("a", 9.0), ("b", 1.0)], [("b", 0.2), ("c", 0.1)]])] == ["b", "a", "c"]


def test_a_text_is_embedded_once(tmp_path):
    class Counting(WordsEmbedder):
        made = 0

        def embed_passages(self, texts):
            self.made += len(texts)
            return super().embed_passages(texts)

    inner = Counting()
    KeptVectors(inner, tmp_path / "v.sqlite").embed_passages(["the quay", "the ferry", "the quay"])
    again = KeptVectors(inner, tmp_path / "v.sqlite").embed_passages(["the ferry"])
    assert inner.made == 2
    assert np.allclose(again[0], inner.embed_query("the ferry"))


def test_every_system_is_measured_on_the_same_questions(papers, tmp_path):
    results = retrieval([papers], tmp_path / "runs")
    assert list(results["questions"]) == [
        OURS,
        SEARCH_ALONE,
        "BM25",
        "vectors alone",
        "reciprocal ranks",
        "LangChain and Chroma",
    ]
    for system, one in results["questions"].items():
        assert (one.figures["questions"], one.figures["found@5"]) == (1, 1.0), system
    kept = tmp_path / "runs/retrieval-questions"
    assert json.loads((kept / "figures.json").read_text())[OURS]["found@5"] == 1.0
    assert json.loads((kept / "bm25.jsonl").read_text())["id"] == "q1"


def test_a_beir_set_is_searched_as_papers_are(tmp_path):
    results = retrieval([beir_material(beir(tmp_path / "made"), tmp_path / "runs")], tmp_path / "runs")
    for system, one in results["made-test"].items():
        assert (one.figures["questions"], one.figures["nDCG@10"]) == (2, 1.0), system


def test_documents_that_say_the_same_are_all_told(tmp_path):
    folder = beir(tmp_path / "made", gold={"q1": "d4"})
    with (folder / "corpus.jsonl").open("a") as corpus:
        corpus.write(json.dumps({"_id": "d4", "title": "A page", "text": DOCUMENTS["d1"]}) + "\n")
    results = retrieval([beir_material(folder, tmp_path / "runs")], tmp_path / "runs", only_ours=True)
    assert results["made-test"][OURS].figures["R@5"] == 1.0


def test_what_is_recorded_keeps_the_systems_left_out_and_makes_the_table(papers, tmp_path):
    runs, folder = tmp_path / "runs", tmp_path / "results"
    record(retrieval([papers], runs), "words", folder)
    record(retrieval([papers], runs, only_ours=True, as_indexed=True), "words", folder)
    told = json.loads((folder / "retrieval-questions.json").read_text())
    assert (list(told["systems"])[-1], told["systems"][OURS]["missed"]) == ("LangChain and Chroma", [])
    made = tables(folder)
    assert made.startswith(
        "| | questions (found@5) |\n|---|---|\n| ours | **1.000** |\n| ours, search alone | **1.000** |\n| BM25 | **1.000** |"
    )
    assert "(`questions`, 1 questions):\n\n| | found@1 |" in made


def test_leaving_a_leg_of_search_out_is_told_beside_the_figures(papers, tmp_path):
    retrieval([papers], tmp_path / "runs", only_ours=True)
    results, table = ablated([papers], tmp_path / "runs")
    assert table.splitlines() == [
        "| | questions found@5 | questions mrr |",
        "|---|---|---|",
        "| **ours, search alone** | 1.000 | 1.000 |",
        "| without: vectors | +0.000 | +0.000 |",
        "| without: words | +0.000 | +0.000 |",
    ]
    assert figures_of(results, SEARCH_ALONE)["found@5"] == 1.0


def test_each_leg_is_left_out_once():
    class Searched:
        def __init__(self):
            self.weights = []

        def scope(self, _question):
            return Scope()

        def search(self, *_asked, weights, **_given):
            self.weights.append(weights)
            return []

    index = Searched()
    for find in of_legs(index).values():
        find(Turn("What of the quay?"), 3)
    assert index.weights == [None, Weights(1.0, 0.0), Weights(0.0, 1.0)]


@pytest.mark.usefixtures("papers")
def test_the_command_gives_ours_and_fails_below_a_floor(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    asked = ["retrieval", "--questions", "questions.jsonl", "--papers", "papers", "--ours"]
    assert command.main(asked) == 0
    assert json.loads(capsys.readouterr().out)["found@5"] == 1.0
    monkeypatch.setattr(command, "below", lambda *_: ["retrieval_dev: found@5 is too low"])
    assert command.main([*asked, "--as-indexed", "--floor", "retrieval_dev"]) == 1


def test_questions_without_their_papers_are_wrong_use(capsys):
    with pytest.raises(SystemExit) as ended:
        command.main(["retrieval", "--questions", "questions.jsonl"])
    assert ended.value.code == 2
    assert "--papers" in capsys.readouterr().err
