import json

import pytest

from bot.__main__ import main

pytestmark = pytest.mark.usefixtures("by_words")


def test_ask_prints_the_answer_with_where_it_stands(home, capsys):
    assert main(["ask", "What was resolved on the quay wall?", "--home", str(home)]) == 0
    told = capsys.readouterr().out
    assert "[1] Harbour Committee, 4 March 2031, minutes, Minute 12 (1), march.txt" in told
    assert "Searched 3 papers" in told


def test_ask_in_json_is_one_object_with_the_contract_s_keys(home, capsys):
    assert main(["ask", "What was resolved on the quay wall?", "--json", "--home", str(home)]) == 0
    row = json.loads(capsys.readouterr().out)
    assert {"answer", "abstained", "reason", "seconds", "citations", "passages", "mode", "missing"} <= row.keys()
    assert {
        "n",
        "file",
        "title",
        "body",
        "date",
        "kind",
        "locator",
        "label",
        "page",
        "printed_page",
        "quote",
        "places",
        "council",
        "from_picture",
    } == set(row["citations"][0])


def test_declining_is_an_answer(home, capsys):
    assert main(["ask", "What was resolved on parking charges?", "--json", "--home", str(home)]) == 0
    assert json.loads(capsys.readouterr().out)["abstained"] is True


def test_batch_answers_every_row_and_tells_of_those_it_cannot_read(home, tmp_path, capsys):
    rows = tmp_path / "questions.jsonl"
    rows.write_text(
        '{"id": "a", "question": "What was resolved on the quay wall?"}\nnot json\n{"id": "b", "question": ""}\n'
    )
    assert main(["batch", str(rows), "--home", str(home)]) == 1
    told = capsys.readouterr()
    assert [json.loads(line)["id"] for line in told.out.splitlines()] == ["a"]
    assert "line 2: not a JSON row" in told.err
    assert "b: the question is empty" in told.err


def test_a_file_of_questions_that_is_not_there_is_told(home, tmp_path, capsys):
    assert main(["batch", str(tmp_path / "none.jsonl"), "--home", str(home)]) == 1
    assert "cannot be read" in capsys.readouterr().err


def test_an_empty_home_says_how_to_add_papers(tmp_path, capsys):
    assert main(["ask", "What was resolved?", "--home", str(tmp_path)]) == 1
    assert "python -m index add" in capsys.readouterr().err


def test_chat_keeps_the_turns(home, capsys, monkeypatch):
    turns = iter(["What was resolved on the quay wall in March 2031?", "And how much did it cost?", ""])
    monkeypatch.setattr("builtins.input", lambda _: next(turns))
    assert main(["chat", "--home", str(home)]) == 0
    assert capsys.readouterr().out.count("£4,200") >= 2


def test_chat_tells_what_is_done_on_the_way(home, capsys, monkeypatch):
    chatted(home, monkeypatch, "What was resolved on the quay wall?")
    told = capsys.readouterr()
    assert told.err.startswith("Searching 3 papers of Harbour Committee")
    assert "Searching" not in told.out


def test_ask_in_markdown_has_numbered_references(home, capsys):
    assert main(["ask", "What was resolved on the quay wall?", "--markdown", "--home", str(home)]) == 0
    told = capsys.readouterr().out
    assert told.startswith("## What was resolved on the quay wall?\n\nOn 4 March 2031")
    assert (
        "1. Harbour Committee, 4 March 2031, minutes, Minute 12 (1), march.txt\n\n   > (1) That the quay wall" in told
    )


def chatted(home, monkeypatch, *typed):
    turns = iter([*typed, ""])
    monkeypatch.setattr("builtins.input", lambda _: next(turns))
    assert main(["chat", "--home", str(home)]) == 0


@pytest.mark.parametrize("name", ["note.md", "note.docx"])
def test_a_chat_is_exported_into_a_file(home, tmp_path, monkeypatch, capsys, name):
    chatted(home, monkeypatch, "What was resolved on the quay wall?", f"/export {tmp_path / name}")
    assert (tmp_path / name).read_bytes().startswith((b"## What was", b"PK"))
    assert "1 answered question" in capsys.readouterr().err


def test_an_export_never_writes_over_a_file(home, tmp_path, monkeypatch, capsys):
    there = tmp_path / "note.md"
    there.write_text("mine")
    chatted(home, monkeypatch, "What was resolved on the quay wall?", f"/export {there}")
    assert there.read_text() == "mine"
    assert "choose another name" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("/export", "FILE ends in .md"),
        ("/export note.pdf", "FILE ends in .md"),
        ("/export no/where.md", "cannot be written"),
    ],
)
def test_an_export_that_cannot_be_made_is_told(home, monkeypatch, capsys, typed, told):
    chatted(home, monkeypatch, "What was resolved on the quay wall?", typed)
    assert told in capsys.readouterr().err


def test_there_is_nothing_to_export_before_a_question(home, tmp_path, monkeypatch, capsys):
    chatted(home, monkeypatch, f"/export {tmp_path / 'note.md'}")
    assert "Nothing has been answered yet" in capsys.readouterr().err
