import pytest

from evals import speed_report
from evals.__main__ import main


@pytest.fixture
def parts(monkeypatch):
    made = {"reading": lambda _: {"seconds": 1.0}, "scale": lambda _: [{"paragraphs": 10, "all_p50_ms": 2.0}]}
    monkeypatch.setattr(speed_report, "PARTS", made)


@pytest.mark.usefixtures("parts")
def test_all_parts_are_reported_under_their_names(tmp_path):
    assert speed_report.report(tmp_path, []) == {"reading.seconds": 1.0, "scale.10.all_p50_ms": 2.0}


@pytest.mark.usefixtures("parts")
def test_one_part_may_be_asked_for(tmp_path):
    assert speed_report.report(tmp_path, ["reading"]) == {"reading.seconds": 1.0}


def test_a_part_that_there_is_not_is_refused(tmp_path):
    with pytest.raises(SystemExit):
        main(["speed", "--papers", str(tmp_path), "--part", "flying"])
