"""Declining is measured by halves, for the right reason, and against what it costs."""

import json
from dataclasses import dataclass

from held_papers import query

from bot.pipeline import SURE
from bot.types import Answer, Reading
from evals import calibration
from evals.answers import Run
from evals.calibration import Remembering, Told, asked, draw, faults_of, figures_of, half_of, labels


def told(id_, half, swap, *, declined, right):
    return Told(id_, half, swap, declined, "other_year" if declined else None, right, "…")


RUN = [
    told("s01-year", "tune", "year", declined=True, right=True),
    told("s03-year", "tune", "year", declined=True, right=False),
    told("s05-name", "tune", "name", declined=False, right=False),
    told("s02-year", "kept", "year", declined=False, right=False),
    told("s01", "tune", "", declined=False, right=True),
    told("s03", "tune", "", declined=True, right=False),
]


def test_shares_are_of_one_half_each():
    figures = figures_of(RUN)
    assert (figures["tune_swapped"], figures["tune_declined"], figures["tune_right_reason"]) == (3, 0.667, 0.333)
    assert (figures["tune_originals_answered"], figures["kept_declined"]) == (0.5, 0.0)


def test_the_faults_of_the_kept_half_are_counted_and_not_shown():
    lines = faults_of(RUN)
    assert not [line for line in lines if line.startswith("s02")]
    assert lines[-1] == "kept: year answered 1"


def test_all_that_is_made_from_a_question_is_in_its_half():
    assert (half_of("s01"), half_of("s12")) == ("tune", "kept")


class Reader:
    """Is half sure of everything, and keeps what it is asked."""

    by_model = False

    def __init__(self):
        self.asked = []

    def read(self, asked, _passages):
        self.asked.append(asked.text)
        return Reading(sure=0.5)


@dataclass
class Bot:
    """Declines what its reader is not sure enough of."""

    reader: Reader
    sure: float = SURE

    def answer(self, turn):
        told = self.reader.read(query(turn.question), ()).sure >= self.sure
        return Answer("It was mended.", abstained=not told, reason=None if told else "nothing_found")


def test_what_was_read_is_not_read_again():
    reader = Reader()
    remembering = Remembering(reader)
    readings = [remembering.read(query(text), ()) for text in ("The quay?", "The ferry?", "The quay?")]
    assert reader.asked == ["The quay?", "The ferry?"]
    assert readings[0] is readings[2]


def test_the_same_question_of_other_papers_is_read_anew():
    reader = Reader()
    remembering = Remembering(reader)
    remembering.read(query("The quay?"), ())
    remembering.read(query("The quay?", background="The ferry?"), ())
    assert reader.asked == ["The quay?", "The quay?"]


def test_declining_is_told_for_each_threshold_and_read_once(tmp_path, monkeypatch):
    swapped = {
        "id": "s01-year",
        "half": "tune",
        "swap": "year",
        "question": "The quay in 1999?",
        "reasons": ["other_year"],
    }
    original = {"id": "s01", "question": "The quay?", "abstain": False, "cites": [], "mode": "all", "facts": []}
    (tmp_path / "swapped.jsonl").write_text(json.dumps(swapped))
    (tmp_path / "questions.jsonl").write_text(f"{json.dumps(original)}\n{json.dumps(original | {'abstain': True})}")
    reader = Reader()
    monkeypatch.setattr(calibration, "SAMPLES", tmp_path)
    monkeypatch.setattr(calibration, "open_bot", lambda _home: Bot(reader))
    told_at = asked(Run(tmp_path / "questions.jsonl", tmp_path, tmp_path / "run"), (0.2, 0.8))
    assert {sure: [one.declined for one in told] for sure, told in told_at.items()} == {
        0.2: [False, False],
        0.8: [True, True],
    }
    assert reader.asked == ["The quay in 1999?", "The quay?"]


def point(sure, along, up):
    shares = {f"{half}_{name}": 0.2 for half in ("tune", "kept") for name in ("overdeclined", "declined", "wrong")}
    return shares | {"sure": sure, "tune_overdeclined": along, "tune_wrong": up}


def test_the_curve_is_drawn(tmp_path):
    draw([point(SURE, 0.2, 0.2), point(0.9, 0.6, 0.1)], tmp_path / "curve.svg")
    drawn = (tmp_path / "curve.svg").read_text(encoding="utf-8")
    assert all(label in drawn for label in ("<svg", f"{SURE:g} (as set)", ">0.9<"))


def test_the_point_that_is_set_has_its_label_and_those_beside_it_none():
    told = labels([point(0.0, 0.1, 0.3), point(0.1, 0.201, 0.2), point(SURE, 0.2, 0.2)])
    assert told == {(0.2, 0.2): f"{SURE:g} (as set)", (0.1, 0.3): "0"}
