from test_evals_packs import minutes

from evals.speed import speed


def test_speed_tells_seconds_pages_and_memory(tmp_path):
    minutes(tmp_path, "4 May 2023")
    figures = speed(tmp_path, rounds=1, pages=1)
    assert (figures["files"], figures["pages"], figures["long_pages"]) == (1, 2, 1)
    assert min(figures["extract"], figures["read"], figures["parse"]) >= 0
    assert 10 < figures["peak_mb"] < 400
