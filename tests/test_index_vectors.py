import json
import shutil

import numpy as np
import pytest
from index_papers import chunk, folder, parse

from index import Index
from index.build import Build
from index.derived import STAMP, DerivedVectors, chunk_of
from index.embedders.words import WordsEmbedder
from index.errors import VectorsUnavailable
from index.probe import Probe
from index.vectors import ChromaVectors
from index.writing import writing


def unit(*numbers):
    vector = np.array(numbers, dtype=np.float32)
    return vector / np.linalg.norm(vector)


def write(home):
    return Build(home, WordsEmbedder(), parse, chunk, DerivedVectors(home))


def chroma(home):
    """What a reader gets: Chroma, or None."""
    with Index.open(home, "words") as index:
        return index._nearest()


@pytest.fixture
def home(tmp_path):
    write(tmp_path / "home").add([folder(tmp_path / "papers", a="The zanzibar quay.", b="The slipway.")])
    return tmp_path / "home"


def files_of_vectors(home):
    return [path for path in (home / "vectors").rglob("*") if path.is_file()]


def test_the_nearest_come_first_with_their_cosine(tmp_path):
    vectors = ChromaVectors(tmp_path)
    assert vectors.nearest(unit(1, 0), 3) == []
    vectors.add({"a": unit(1, 0), "b": unit(1, 1)})
    assert [id_ for id_, _ in vectors.nearest(unit(1, 0.1), 5)] == ["a", "b"]
    assert vectors.nearest(unit(1, 0), 1)[0][1] == pytest.approx(1.0, abs=1e-5)
    vectors.remove(["a"])
    assert vectors.ids() == {"b"}
    vectors.close()


def test_what_a_paper_says_is_not_kept_by_chroma(home):
    assert files_of_vectors(home)
    assert not any(b"zanzibar" in path.read_bytes() for path in files_of_vectors(home))


def test_a_reader_uses_chroma_when_it_is_in_step(home):
    with Index.open(home, "words") as index:
        assert isinstance(index._nearest(), ChromaVectors)
        assert index.search("the slipway", k=1)[0].text == "The slipway."


def test_chroma_and_the_catalogue_agree(home):
    with Index.open(home, "words") as index:
        query = index.embedder.embed_query("the slipway")
        store = index._nearest()
        near = [(chunk_of(id_), round(cosine, 3)) for id_, cosine in store.nearest(query, 5)]
        assert near == [(id_, round(cosine, 3)) for id_, cosine in index._exact.nearest(query, 5)]


def test_adding_only_adds_and_removing_builds_anew(home, tmp_path):
    place = json.loads((home / STAMP).read_text())["place"]
    write(home).add([folder(tmp_path / "more", c="The beacon.")])
    assert json.loads((home / STAMP).read_text())["place"] == place
    write(home).remove(["a.txt"])
    stamp = json.loads((home / STAMP).read_text())
    assert (stamp["place"] != place, stamp["count"]) == (True, 2)
    assert [path.name for path in (home / "vectors").iterdir()] == [stamp["place"]]


def test_a_write_cut_off_is_found_and_finished_by_the_next(home, tmp_path):
    (home / STAMP).unlink()
    assert chroma(home) is None
    with Index.open(home, "words") as index:
        assert index.search("slipway", k=1)[0].text == "The slipway."
    write(home).add([tmp_path / "papers"])
    assert chroma(home) is not None


def test_an_open_index_can_finish_a_write_that_was_cut_off(home):
    (home / STAMP).unlink()
    with Index.open(home, "words") as index:
        assert index._nearest() is None
        assert index.mend()
        assert index._nearest() is not None


def test_mending_waits_for_no_writer(home):
    with Index.open(home, "words") as index, writing(home):
        assert not index.mend()


def test_vectors_of_an_earlier_state_are_not_used(home, tmp_path):
    Build(home, WordsEmbedder(), parse, chunk).add([folder(tmp_path / "more", c="The beacon.")])
    assert chroma(home) is None


@pytest.mark.parametrize("harm", ["cut", "scribble", "gone"])
def test_broken_vectors_are_found_by_the_probe_and_built_anew(home, tmp_path, harm):
    for path in files_of_vectors(home):
        if harm == "cut":
            path.write_bytes(path.read_bytes()[: path.stat().st_size // 3])
        elif harm == "scribble":
            path.write_bytes(b"\xff" * path.stat().st_size)
    if harm == "gone":
        shutil.rmtree(home / "vectors")
    assert chroma(home) is None
    write(home).add([tmp_path / "papers"])
    assert chroma(home) is not None


def test_a_probe_that_hangs_counts_as_damage(monkeypatch, tmp_path):
    monkeypatch.setattr("index.probe.SECONDS", 0)
    assert not Probe(tmp_path, 0, 2).sound()


def test_a_server_that_does_not_answer_is_named():
    with pytest.raises(VectorsUnavailable, match="MATTERS_CHROMA"):
        ChromaVectors("localhost:1").ids()


def test_papers_are_held_though_the_server_does_not_answer(tmp_path, caplog):
    home = tmp_path / "home"
    derived = DerivedVectors(home, "localhost:1")
    report = Build(home, WordsEmbedder(), parse, chunk, derived).add([folder(tmp_path / "papers", a="The quay.")])
    assert report.added == ["a.txt"]
    assert "MATTERS_CHROMA" in caplog.text
    assert derived.open(1, "words") is None
