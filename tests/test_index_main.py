import json

import pytest
from index_papers import chunk, folder, parse

from index.__main__ import main


@pytest.fixture
def home(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("MATTERS_EMBEDDER", "words")
    monkeypatch.setattr("index.build.parse_file", parse)
    monkeypatch.setattr("index.build.split", chunk)
    monkeypatch.setattr("index.build.DerivedVectors", lambda *_: None)  # test_index_vectors.py has Chroma
    return str(tmp_path / "home")


@pytest.fixture
def papers(tmp_path):
    return folder(tmp_path / "papers", a="251|The quay.", b="The slipway.")


def test_adding_listing_searching_and_removing(home, papers, capsys):
    assert main(["add", str(papers), "--home", home, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["added"] == ["a.txt", "b.txt"]

    assert main(["list", "--home", home, "--json"]) == 0
    assert [row["file"] for row in json.loads(capsys.readouterr().out)] == ["a.txt", "b.txt"]

    assert main(["search", "the quay", "-k", "1", "--home", home, "--json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert [(row["file"], row["locator"], row["text"]) for row in rows] == [("a.txt", "Minute 251", "The quay.")]

    assert main(["remove", "a.txt", "--home", home]) == 0
    assert main(["list", "--home", home]) == 0
    assert "a.txt" not in capsys.readouterr().out.splitlines()[-1]


def test_plain_output_is_for_readers(home, papers, capsys):
    main(["add", str(papers), "--home", home])
    assert main(["search", "the quay", "--home", home]) == 0
    assert "[1]" in capsys.readouterr().out


def test_a_list_gives_each_papers_date_and_not_the_width_of_its_column(home, papers, capsys):
    main(["add", str(papers), "--home", home])
    assert main(["list", "--home", home]) == 0
    days = {line.split("  ")[0].strip() for line in capsys.readouterr().out.splitlines()}
    assert days == {"2031-03-04"}


def test_a_bad_file_is_one_line_on_standard_error_and_exit_1(home, papers, capsys):
    folder(papers, c="")
    assert main(["add", str(papers), "--home", home, "--json"]) == 1
    printed = capsys.readouterr()
    assert "c.txt: it holds no text: check the file" in printed.err.splitlines()
    assert json.loads(printed.out)["added"] == ["a.txt", "b.txt"]


def test_a_vanished_file_is_told_with_what_to_do(home, papers, capsys):
    main(["add", str(papers), "--home", home])
    (papers / "b.txt").unlink()
    assert main(["add", str(papers), "--home", home]) == 0
    assert "b.txt: no longer in its folder" in capsys.readouterr().err
    assert main(["add", str(papers), "--home", home, "--prune"]) == 0
    assert "1 removed" in capsys.readouterr().err


@pytest.mark.parametrize("command", [["list"], ["search", "quay"], ["check"]])
def test_an_empty_home_is_told_with_what_to_do(home, capsys, command):
    assert main([*command, "--home", home]) == 1
    assert "index add" in capsys.readouterr().err


def test_another_embedder_is_told_with_what_to_do(home, papers, capsys, monkeypatch):
    main(["add", str(papers), "--home", home])
    monkeypatch.setenv("MATTERS_EMBEDDER", "some/model")
    assert main(["search", "quay", "--home", home]) == 1
    assert "check --repair" in capsys.readouterr().err


def test_a_damaged_catalogue_is_told_with_what_to_do(home, papers, capsys):
    main(["add", str(papers), "--home", home])
    with open(f"{home}/catalogue.sqlite", "r+b") as file:  # noqa: PTH123
        file.seek(8192)
        file.write(b"\xff" * 60000)
    assert main(["search", "quay", "--home", home]) == 1
    assert main(["check", "--home", home]) == 1
    assert "add the papers again" in capsys.readouterr().err


def test_checking_tells_what_is_held(home, papers, capsys):
    main(["add", str(papers), "--home", home])
    assert main(["check", "--home", home]) == 1
    assert "run `python -m index check --repair`" in capsys.readouterr().err
    assert main(["check", "--repair", "--home", home]) == 0
    capsys.readouterr()
    assert main(["check", "--home", home, "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["sound"], found["counts"]["papers"]) == (True, 2)


@pytest.mark.parametrize(
    "wrong", [[], ["nonsense"], ["add"], ["search", "x", "-k", "many"], ["search", "x", "-k", "0"]]
)
def test_wrong_use_exits_with_2(wrong):
    with pytest.raises(SystemExit) as stopped:
        main(wrong)
    assert stopped.value.code == 2


def test_ctrl_c_is_told(home, papers, capsys, monkeypatch):
    def stopped(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("index.build.parse_file", stopped)
    assert main(["add", str(papers), "--home", home]) == 1
    assert "run the same command again" in capsys.readouterr().err


def test_every_command_says_what_it_does(capsys):
    with pytest.raises(SystemExit):
        main(["--help"])
    shown = capsys.readouterr().out
    assert all(command in shown for command in ("add", "remove", "list", "check", "search"))


def test_a_home_that_is_a_file_is_told(papers, home, tmp_path, capsys):
    (tmp_path / "home").write_text("a file")
    assert main(["add", str(papers), "--home", home]) == 1
    assert "cannot be used" in capsys.readouterr().err


def test_no_passages_asked_for_is_told_in_words(capsys):
    with pytest.raises(SystemExit):
        main(["search", "quay", "-k", "0"])
    assert "give a whole number from 1" in capsys.readouterr().err


def test_an_empty_folder_is_told_with_what_to_put_there(home, tmp_path, capsys):
    (tmp_path / "empty").mkdir()
    assert main(["add", str(tmp_path / "empty"), "--home", home]) == 0
    assert "no papers are there" in capsys.readouterr().err
