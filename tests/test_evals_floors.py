from evals.floors import FLOORS, below


def floors(tmp_path, text):
    path = tmp_path / "floors.toml"
    path.write_text(text)
    return path


def test_a_figure_below_its_floor_is_told(tmp_path):
    assert below("s", {"correct": 0.5}, floors(tmp_path, "[s]\ncorrect = 0.6\n")) == [
        "s: correct is 0.5, the floor is 0.6"
    ]


def test_more_than_is_allowed_is_told(tmp_path):
    assert below("s", {"wrong": 0.3}, floors(tmp_path, "[s]\nwrong = 0.2\n"))


def test_a_figure_that_was_not_measured_is_told(tmp_path):
    assert below("s", {}, floors(tmp_path, "[s]\ncorrect = 0.6\n"))


def test_figures_at_their_floors_pass(tmp_path):
    assert below("s", {"correct": 0.6, "wrong": 0.2}, floors(tmp_path, "[s]\ncorrect = 0.6\nwrong = 0.2\n")) == []


def test_no_timing_is_a_floor():
    assert "_s " not in FLOORS.read_text(encoding="utf-8")
