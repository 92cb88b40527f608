import pytest
from index_papers import build, folder

from evals.embedding_speed import cold, embedding_speed


def test_a_cold_question_is_timed_by_the_clock_and_by_work(tmp_path, monkeypatch):
    monkeypatch.setenv("MATTERS_EMBEDDER", "words")
    build(tmp_path / "home").add([folder(tmp_path / "papers", a="The annual report was resolved upon.")])
    figures = cold(tmp_path / "home", rounds=1)
    assert set(figures) == {f"cold_{name}_{what}" for name in ("ask", "search") for what in ("seconds", "work")}
    assert min(figures.values()) > 0


@pytest.mark.embedder
def test_embedders_are_timed_over_the_same_texts():
    figures = embedding_speed(["The quay wall was mended.", "Apologies were received."] * 6, rounds=1)
    assert min(figures[f"{name}_chunks_a_second"] for name in ("torch", "onnx", "int8")) > 0
    assert 0.9 < figures["int8_cosine"] < 1
