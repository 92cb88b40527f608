import json

import pytest
from test_corpus_readers_pdf import at, pdf, rule

from corpus.__main__ import _coloured, main
from corpus.parse import parse_file

PAPER = """Orrendale Borough Council

HOUSING PANEL

Minutes of a meeting of the Housing Panel held on Tuesday 3 March 2020

Present: Councillor A Reed

1. ROADS

RESOLVED: That the report be noted.
"""

KEYS = [
    "file",
    "title",
    "body",
    "date",
    "kind",
    "part",
    "locator",
    "label",
    "type",
    "page",
    "printed_page",
    "text",
    "start",
    "end",
    "council",
    "from_picture",
]


def write(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(PAPER)
    return str(path)


def test_show_gives_one_object_a_paragraph(tmp_path, capsys):
    assert main(["show", write(tmp_path), "--json"]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert list(rows[0]) == KEYS
    assert (rows[-1]["type"], rows[-1]["label"], rows[-1]["date"]) == ("resolution", ["1"], "2020-03-03")


def test_show_is_readable_without_json(tmp_path, capsys):
    assert main(["show", write(tmp_path)]) == 0
    out = capsys.readouterr().out
    assert "Housing Panel of Orrendale Borough Council, 2020-03-03, minutes" in out
    assert "[Minute 1, resolution] <resolution> RESOLVED: That the report be noted." in out


def test_stats_count_paragraphs_by_type(tmp_path, capsys):
    assert main(["show", write(tmp_path), "--stats"]) == 0
    assert "1 resolution" in capsys.readouterr().out


def test_a_file_that_cannot_be_read_fails_with_a_message(tmp_path, capsys):
    assert main(["show", str(tmp_path / "gone.txt")]) == 1
    assert "gone.txt" in capsys.readouterr().err


def test_wrong_use_exits_with_2(capsys):
    with pytest.raises(SystemExit) as stop:
        main(["show"])
    assert stop.value.code == 2
    assert "usage" in capsys.readouterr().err


def scanned(tmp_path):
    drawn = rule(10, 10, 20, 20) * 300
    path = tmp_path / "scan.pdf"
    path.write_bytes(pdf(at(72, 100, "Harbour Committee"), drawn))
    return path


def test_stats_tell_pages_without_text(tmp_path, capsys):
    assert main(["show", str(scanned(tmp_path)), "--stats"]) == 0
    assert "1 of 2 pages hold no text" in capsys.readouterr().out


def test_show_tells_pages_that_are_pictures_beside_the_paragraphs(tmp_path, capsys):
    assert main(["show", str(scanned(tmp_path)), "--json"]) == 0
    told = capsys.readouterr()
    assert "1 of 2 pages is a picture" in told.err
    assert "is a picture" not in told.out


def test_whoever_parses_a_file_is_warned_of_pictures(tmp_path, caplog):
    parse_file(scanned(tmp_path), "scan.pdf")
    assert caplog.messages[0].startswith("scan.pdf: 1 of 2 pages is a picture")


def test_colours_are_for_terminals_alone(monkeypatch):
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    assert _coloured("<resolution>", "32") == "\033[32m<resolution>\033[0m"
    monkeypatch.setenv("NO_COLOR", "1")
    assert _coloured("<resolution>", "32") == "<resolution>"
