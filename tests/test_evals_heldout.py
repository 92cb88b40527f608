"""Held-out questions: their quotations are read from the papers, and none stands in the project."""

import json
from pathlib import Path

import pytest
from test_evals_retrieval import MINUTES

from evals import __main__ as command
from evals import heldout
from evals.answers import read_rows
from evals.heldout import PAPERS, QUESTIONS, SETS, NoPapers, OtherWords, digest, with_quotes
from training.bodies import HELD_OUT, LOOKED_AT, NEVER_LOOKED_AT

QUOTE = "That the quay be mended before the winter"
BODIES = {"look": LOOKED_AT, "never": NEVER_LOOKED_AT}


@pytest.fixture
def papers(tmp_path):
    (tmp_path / "papers/harbour").mkdir(parents=True)
    (tmp_path / "papers/harbour/a.txt").write_text(MINUTES.replace("quay be", "quay\nbe"), encoding="utf-8")
    return tmp_path / "papers"


def row(start, quote=QUOTE, **more):
    cite = {"file": "harbour/a.txt", "start": start, "end": start + len(quote), "digest": digest(quote)}
    whole = {"id": "h1", "kind": "resolution", "question": "What was resolved on the quay?", "abstain": False}
    return whole | {"cites": [cite], "mode": "all", "facts": []} | more


def place(papers):
    return heldout.read(papers / "harbour/a.txt").text.index("That the quay")


def kept(name):
    return read_rows(QUESTIONS / f"heldout_{name}.jsonl")


def test_quotations_are_read_from_the_papers(papers):
    (filled,) = with_quotes([row(place(papers))], papers)
    assert filled["cites"] == [{"file": "harbour/a.txt", "quote": QUOTE}]
    assert filled["question"] == "What was resolved on the quay?"


def test_a_paper_is_read_once(papers, monkeypatch):
    asked, read, rows = [], heldout.read, [row(place(papers)), row(place(papers))]
    monkeypatch.setattr(heldout, "read", lambda path, file: asked.append(file) or read(path, file))
    with_quotes(rows, papers)
    assert asked == ["harbour/a.txt"]


def test_other_words_than_were_marked_are_told(papers):
    with pytest.raises(OtherWords, match=r"h1: harbour/a\.txt, characters 3 to 44"):
        with_quotes([row(3)], papers)


def test_white_space_case_and_quote_marks_make_no_other_words():
    assert digest("The  Quay’s\nwall") == digest("the quay's wall")
    assert digest("the quay") != digest("the quays")


def test_a_set_is_answered_and_scored(papers, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("MATTERS_EMBEDDER", "words")
    monkeypatch.setattr(heldout, "QUESTIONS", tmp_path)
    near = row(0, id="h2", kind="near_miss", question="Who rang the bell?", abstain=True, cites=[])
    (tmp_path / "heldout_look.jsonl").write_text(json.dumps(row(place(papers))) + "\n" + json.dumps(near) + "\n")
    assert command.main(["heldout", "--set", "look", "--papers", "papers"]) == 0
    figures = json.loads(capsys.readouterr().out)
    assert (figures["questions"], figures["cited"], figures["near_missed"]) == (2, 1.0, 1.0)
    assert (tmp_path / ".matters-evals/answers-heldout_look/answers.jsonl").is_file()


def test_without_the_papers_it_is_skipped(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit) as ended:
        command.main(["heldout", "--set", "never", "--papers", "nowhere", "--floor", "heldout"])
    assert ended.value.code == 0
    assert "skipped" in capsys.readouterr().err
    with pytest.raises(NoPapers):
        heldout.heldout("never", Path("nowhere"), tmp_path)


@pytest.mark.parametrize("name", SETS)
def test_a_set_is_on_bodies_held_out_of_training(name):
    assert {one["body"] for one in kept(name)} == BODIES[name]
    assert {cite["file"].split("/")[0] for one in kept(name) for cite in one["cites"]} <= HELD_OUT


@pytest.mark.parametrize("name", SETS)
def test_a_set_holds_places_and_no_quotation(name):
    rows = kept(name)
    assert (len(rows), len({one["id"] for one in rows})) == (110, 110)
    assert all(set(cite) == {"file", "start", "end", "digest"} for one in rows for cite in one["cites"])
    assert all(bool(one["cites"]) is not one["abstain"] for one in rows)
    assert sum(one["kind"] == "near_miss" for one in rows) == 15


@pytest.mark.papers
@pytest.mark.skipif(not PAPERS.is_dir(), reason="the real papers are not beside the project")
@pytest.mark.parametrize("name", SETS)
def test_the_words_stand_where_a_set_says(name):
    assert all(cite["quote"] for one in with_quotes(kept(name), PAPERS) for cite in one["cites"])
