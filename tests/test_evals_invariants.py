import json
from dataclasses import replace

import pytest

from evals.__main__ import main
from evals.invariants import Looked, figures_of, look, tables, worst, write
from evals.violations import Violation

SEEN = Looked("more/quayside/may.md", "more/quayside", papers=1, paragraphs=100)
HOLE = Violation("holes", "more/orrendale/may.md", 1, None, "Minute 3", "4. PIER", "4 after 3")
LOST = "Orrendale Parish Council\n\nMinutes of the meeting held on 6 May 2031\n\nPresent: A. Reed\n\n1. Apologies\n\nThere were none.\n"


def papers(folder):
    for body in ("orrendale", "quayside"):
        (folder / body).mkdir()
        (folder / body / "may.txt").write_text(LOST, encoding="utf-8")
    (folder / "quayside/june.txt").write_text("Lanes\n\nThere are many of them about.\n" * 3, encoding="utf-8")
    (folder / "quayside/empty.txt").write_text("", encoding="utf-8")
    (folder / "quayside/picture.odt").write_text("", encoding="utf-8")
    return folder


def test_every_readable_paper_of_a_folder_is_looked_at(tmp_path):
    seen = look([papers(tmp_path)])
    assert [(one.body.split("/")[1], one.papers) for one in seen] == [
        ("orrendale", 1),
        ("quayside", 0),
        ("quayside", 1),
        ("quayside", 1),
    ]
    figures = figures_of(seen)
    assert (figures["papers"], figures["unread"]) == (3, 1)


def test_tables_give_a_row_for_each_invariant_and_each_body():
    lost = replace(SEEN, file="more/orrendale/may.md", body="more/orrendale", violations=(HOLE, replace(HOLE, part=2)))
    lines = list(tables([lost, SEEN]))
    assert lines[1].split() == ["holes", "2", "2", "1.000", "10.000"]
    assert [line.split()[0] for line in lines[-2:]] == ["more/orrendale", "more/quayside"]


def test_papers_without_a_violation_are_clean():
    assert figures_of([SEEN, replace(SEEN, violations=(HOLE, HOLE))])["clean"] == 0.5


def test_the_worst_of_each_file_is_shown_first():
    small, large = replace(HOLE, weight=2, words="SMALL"), replace(HOLE, weight=9, words="LARGE")
    seen = [replace(SEEN, violations=(small, large)), replace(SEEN, violations=(replace(HOLE, words="LEAST"),))]
    assert [line[-5:] for line in worst(seen, 5)] == ["LARGE", "LEAST"]
    assert not list(worst(seen, 0))


def test_a_file_that_cannot_be_read_is_told():
    assert list(worst([replace(SEEN, unread="may.pdf: it wants a password")], 0)) == [
        "unread: may.pdf: it wants a password"
    ]


def test_every_violation_is_written_a_line(tmp_path):
    write([replace(SEEN, violations=(HOLE, HOLE))], tmp_path / "found.jsonl")
    rows = [json.loads(line) for line in (tmp_path / "found.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [(row["invariant"], row["locator"]) for row in rows] == [("holes", "Minute 3")] * 2


def test_the_command_tells_figures_on_standard_output_and_tables_beside(tmp_path, capsys):
    assert main(["invariants", "--papers", str(papers(tmp_path)), "--show", "1"]) == 0
    told = capsys.readouterr()
    assert json.loads(told.out)["papers"] == 3
    assert "per 1,000 paragraphs" in told.err


def test_a_folder_without_papers_is_no_perfect_score(tmp_path):
    with pytest.raises(SystemExit, match="no papers"):
        main(["invariants", "--papers", str(tmp_path)])
