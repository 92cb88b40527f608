"""A run of answers: who reads, what is kept apart, and which rows are read."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
from test_evals_retrieval import MINUTES, QUESTION

from bot.types import Answer
from evals import __main__ as command
from evals import answers
from evals.answers import DAY, READERS, ReaderChoice, Run, generate, near_missed, read_rows
from evals.scoring import Verdict


@dataclass
class Bot:
    """Answers what a model says to the question, and keeps what it is asked, when, and how sure it was to be."""

    ask: Callable[[str], str] = lambda _: ""
    sure: float = 0.5
    today: Callable[[], date] = lambda: date(2031, 3, 4)
    asked: list[str] = field(default_factory=list)
    told: list[tuple[float, date]] = field(default_factory=list)

    def answer(self, turn):
        self.asked.append(turn.question)
        self.told.append((self.sure, self.today()))
        return Answer(self.ask(turn.question))


@pytest.fixture
def opened(monkeypatch):
    """What `open_bot` was given, and the bot that it gave."""
    given = {}

    def open_bot(home, **options):
        given.update(options, home=home, bot=Bot(*filter(None, [options.get("ask")])))
        return given["bot"]

    monkeypatch.setattr(answers, "open_bot", open_bot)
    return given


def run(tmp_path):
    return Run(tmp_path / "q.jsonl", tmp_path / "papers", tmp_path / "runs/answers-q")


def test_a_row_ends_at_a_newline_alone(tmp_path):
    path = tmp_path / "rows.jsonl"
    path.write_text('{"id": "a\u2028b\x85c"}\n\n{"id": "d"}\n', encoding="utf-8")
    assert [row["id"] for row in read_rows(path)] == ["a\u2028b\x85c", "d"]


def test_by_default_the_settings_say_who_reads(tmp_path, opened):
    generate(run(tmp_path), [QUESTION])
    assert set(opened) == {"home", "bot"}
    assert opened["bot"].asked == ["What was resolved?", QUESTION["question"]]


def test_a_reader_is_taken_by_name(tmp_path, opened):
    generate(run(tmp_path), [QUESTION], ReaderChoice("lexical"))
    assert opened["reader"] == "lexical"
    assert "ask" not in opened


def test_a_threshold_may_be_given(tmp_path, opened):
    generate(run(tmp_path), [QUESTION])
    generate(run(tmp_path), [QUESTION], sure=0.7)
    assert {sure for sure, _ in opened["bot"].told} == {0.7}


def test_a_model_s_stand_in_is_told_the_same_day_on_every_day(tmp_path, opened):
    generate(run(tmp_path), [QUESTION], ReaderChoice(prompts_to=tmp_path / "p.jsonl"))
    assert opened["bot"].told == [(0.5, DAY)]


def test_without_a_stand_in_it_is_today(tmp_path, opened):
    generate(run(tmp_path), [QUESTION])
    assert {day for _, day in opened["bot"].told} == {date(2031, 3, 4)}


def test_prompts_are_recorded_for_the_questions_alone(tmp_path, opened):
    generate(run(tmp_path), [QUESTION], ReaderChoice(prompts_to=tmp_path / "p.jsonl"))
    assert opened["bot"].asked == [QUESTION["question"]]
    assert [(row["id"], row["prompt"]) for row in read_rows(tmp_path / "p.jsonl")] == [("q1", QUESTION["question"])]


def test_replies_stand_in_for_a_model(tmp_path, opened):
    reply = {"hash": sha256(QUESTION["question"].encode()).hexdigest(), "reply": "Mend it."}
    (tmp_path / "r.jsonl").write_text(json.dumps(reply), encoding="utf-8")
    (row,) = generate(run(tmp_path), [QUESTION], ReaderChoice("lexical", replies_from=tmp_path / "r.jsonl"))
    assert (opened["reader"], row["answer"]) == ("lexical", "Mend it.")


def test_readers_are_the_built_in_one_and_the_one_by_words():
    assert READERS == ("trained", "lexical")


def test_runs_of_several_readers_are_kept_apart():
    choices = [ReaderChoice(), ReaderChoice("lexical"), ReaderChoice("lexical", replies_from=Path("a/strong.jsonl"))]
    choices.append(ReaderChoice(prompts_to=Path("p.jsonl")))
    assert [one.suffix for one in choices] == ["", "-lexical", "-strong", "-prompts"]
    assert choices[2].told() == {"reader": "lexical", "replies_from": "strong.jsonl"}


def test_near_misses_that_were_declined_are_counted():
    rows = [{"id": "a", "kind": "near_miss"}, {"id": "b", "kind": "near_miss"}, {"id": "c", "kind": "absent"}]
    verdicts = [Verdict(id_, {"correct": [right]}, ()) for id_, right in (("a", True), ("b", False), ("c", True))]
    assert near_missed(rows, verdicts) == {"near_missed": 0.5}
    assert near_missed(rows[2:], verdicts[2:]) == {}


def test_the_command_answers_scores_and_keeps_the_run(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("MATTERS_EMBEDDER", "words")
    Path("papers").mkdir()
    Path("papers/a.txt").write_text(MINUTES, encoding="utf-8")
    Path("q.jsonl").write_text(json.dumps(QUESTION) + "\n", encoding="utf-8")
    assert command.main(["answers", "q.jsonl", "--papers", "papers", "--reader", "lexical"]) == 0
    figures = json.loads(capsys.readouterr().out)
    assert (figures["questions"], figures["correct"]) == (1, 1.0)
    kept = tmp_path / ".matters-evals/answers-q-lexical"
    assert json.loads((kept / "figures.json").read_text())["correct"] == ["q1"]
    assert json.loads((kept / "config.json").read_text())["questions"] == "q.jsonl"


def test_prompts_and_replies_are_not_given_together(capsys):
    with pytest.raises(SystemExit) as ended:
        command.main(["answers", "q.jsonl", "--papers", "p", "--prompts-to", "a", "--replies-from", "b"])
    assert ended.value.code == 2
    assert "not allowed with" in capsys.readouterr().err
