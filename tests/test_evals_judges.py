"""Who judges a sentence's own words, where sentences are measured, and the command that measures honest ones."""

import json
from types import SimpleNamespace

import pytest
from held_papers import QUAY, held

from bot.grounding.support import fault
from bot.reading.trained import NoReader
from bot.types import Span
from evals import __main__ as command
from evals import judges
from evals.hostile import evidence_of
from evals.judges import JUDGES, judge_of


def evidence(*ordinals):
    paper = held(QUAY)
    return evidence_of([Span(paper[n], 0, len(paper[n].text)) for n in ordinals])


def test_nobody_judges_strictly_and_one_says_yes_to_everything():
    assert judge_of("strict") is None
    assert judge_of("yes")("The moon is made of slate.", [evidence(1)]) == 1.0


def test_a_judge_lets_words_of_the_writer_s_own_pass():
    told = "Marta Oake, Harbour Engineer, presented a report on the crumbling state of the quay wall."
    assert fault(told, [evidence(1)], judge_of("strict"))
    assert not fault(told, [evidence(1)], judge_of("yes"))


def test_the_trained_judge_reads_the_words_that_are_named(monkeypatch):
    asked = []
    scorer = SimpleNamespace(carries=lambda *given: asked.append(given) or 0.7)
    monkeypatch.setattr(judges.trained, "scorer", lambda: scorer)
    first, second = evidence(2, 3), evidence(5)
    assert judge_of("trained")("The motion was lost.", [first, second]) == 0.7
    paragraphs = [*first.paragraphs, *second.paragraphs]
    assert asked == [("The motion was lost.", paragraphs, [paragraph.text for paragraph in paragraphs])]


def test_the_built_in_reader_judges_where_nobody_else_is_named(tmp_path, monkeypatch, capsys):
    told = []
    monkeypatch.setattr(command, "judge_of", told.append)
    monkeypatch.setattr(command, "hostile", lambda *_: ({"shown": 0}, []))
    monkeypatch.setattr(command, "honest", lambda *_: ({"kept": 1.0}, []))
    (tmp_path / "replies.jsonl").write_text("")
    given = ["--replies", str(tmp_path / "replies.jsonl"), "--papers", str(tmp_path)]
    assert command.main(["hostile"]) == command.main(["honest", *given]) == 0
    assert command.main(["honest", *given, "--judge", "strict"]) == 0
    assert told == [JUDGES[0], JUDGES[0], "strict"] == ["trained", "trained", "strict"]
    assert json.loads(capsys.readouterr().out.splitlines()[-1]) == {"kept": 1.0}


def test_without_the_built_in_reader_its_judging_is_not_measured(monkeypatch):
    def lacking(_name):
        raise NoReader("the reader cannot be loaded")

    monkeypatch.setattr(command, "judge_of", lacking)
    with pytest.raises(SystemExit, match="the reader cannot be loaded"):
        command.main(["hostile"])


def test_without_the_replies_it_is_skipped(tmp_path, capsys):
    with pytest.raises(SystemExit) as ended:
        command.main(["honest", "--replies", str(tmp_path / "none.jsonl"), "--floor", "honest"])
    assert ended.value.code == 0
    assert "skipped" in capsys.readouterr().err
