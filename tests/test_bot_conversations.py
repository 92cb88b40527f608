import sqlite3
from datetime import date

import pytest

from bot.sessions.conversations import FILE, Conversations, Opinion, Told, answered
from bot.types import Answer, Citation
from index.scope import Inferred
from index.types import Filter, Place

CITATION = Citation(
    1, "p-1-4", "quay.txt", "Minutes", "Harbour Committee", date(2031, 3, 4), "minutes", "Minute 12", ("12",), 3, "80",
    "That the quay wall be mended.", (Place("draft.txt", "Minute 12"),),
)  # fmt: skip
TURN = Told(
    "What of the quay?",
    Answer("On 4 March …", (CITATION,), inferred=(Inferred("kind minutes", "minutes"),)),
    allowed=Filter(bodies=frozenset(["Harbour Committee"]), since=date(2031, 1, 1)),
    without=frozenset(["period 2030"]),
)


@pytest.fixture
def kept(tmp_path):
    return Conversations(tmp_path / "home")


def test_a_conversation_is_kept_as_it_was(kept):
    one = kept.begin("What of the quay?")
    kept.add(one, TURN)
    kept.add(one, Told("x", fault="the question is empty"))
    assert kept.turns(one) == [TURN, Told("x", fault="the question is empty")]
    assert answered(kept.turns(one)) == ("What of the quay?",)


def test_conversations_are_listed_the_latest_first_and_only_where_something_was_asked(kept):
    first, second, _ = (kept.begin(name) for name in ("First", "Second", "Nothing asked"))
    kept.add(first, TURN)
    kept.add(second, TURN)
    kept.add(first, TURN)
    assert [(one.name, one.turns) for one in kept.every()] == [("First", 2), ("Second", 1)]


def test_a_conversation_is_renamed_and_deleted_with_what_was_thought_of_it(kept):
    one = kept.begin("What of the quay? " * 20)
    kept.add(one, TURN)
    assert len(kept.name(one)) <= 80
    kept.rename(one, "Quay")
    kept.rename(one, "  ")
    assert kept.name(one) == "Quay"
    kept.judge(one, 0, Opinion(good=False, comment="Not the latest."))
    assert kept.opinions(one) == {0: Opinion(good=False, comment="Not the latest.")}
    kept.judge(one, 0, None)
    assert kept.opinions(one) == {}
    kept.judge(one, 0, Opinion(good=True))
    kept.delete(one)
    assert (kept.every(), kept.turns(one), kept.opinions(one), kept.name(one)) == ([], [], {}, None)


def test_a_turn_kept_by_another_version_is_shown_by_its_question(kept, tmp_path):
    one = kept.begin("x")
    kept.add(one, TURN)
    with sqlite3.connect(tmp_path / "home" / FILE) as db:
        db.execute("""UPDATE turns SET told = '{"question": "What of it?", "answer": {"words": 3}}'""")
    (turn,) = kept.turns(one)
    assert turn.question == "What of it?"
    assert "ask again" in turn.fault


def test_a_turn_kept_with_a_day_in_another_form_is_shown_by_its_question(kept, tmp_path):
    one = kept.begin("x")
    kept.add(one, TURN)
    with sqlite3.connect(tmp_path / "home" / FILE) as db:
        db.execute("UPDATE turns SET told = replace(told, '2031-03-04', '4 March 2031')")
    (turn,) = kept.turns(one)
    assert turn.question == "What of the quay?"
    assert "ask again" in turn.fault


def test_a_turn_of_a_conversation_deleted_meanwhile_begins_it_again(kept):
    one = kept.begin("First")
    kept.add(one, TURN)
    kept.delete(one)
    assert kept.add(one, TURN) == 0
    assert [(c.id, c.name, c.turns) for c in kept.every()] == [(one, TURN.question, 1)]


def test_an_answer_that_quotes_what_is_kept_from_the_reader_is_kept_back(kept, tmp_path):
    one = kept.begin("What of the quay?")
    kept.add(one, TURN)
    told = Conversations(tmp_path / "home", lambda paragraph: paragraph == "p-1-4").turns(one)[0]
    assert (told.question, told.answer) == ("What of the quay?", None)
    assert "not for publication" in told.fault
    assert Conversations(tmp_path / "home", lambda _: False).turns(one)[0].answer
