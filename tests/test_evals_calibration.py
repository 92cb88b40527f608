"""Declining is measured by halves, for the right reason, and against what it costs."""

from evals.calibration import Told, draw, faults_of, figures_of, half_of


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


def test_the_curve_is_drawn(tmp_path):
    point = {f"{half}_{name}": 0.2 for half in ("tune", "kept") for name in ("overdeclined", "declined", "wrong")}
    draw([point | {"factor": 1.0}], tmp_path / "curve.svg")
    assert "<svg" in (tmp_path / "curve.svg").read_text(encoding="utf-8")
