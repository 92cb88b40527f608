import json
import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest
from index_papers import chunk, folder, parse

from index import Index, standby
from index.build import Build
from index.check import check
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
        return index._standby.open_now()


@pytest.fixture
def home(tmp_path):
    write(tmp_path / "home").add([folder(tmp_path / "papers", a="The zanzibar quay.", b="The slipway.")])
    return tmp_path / "home"


def files_of_vectors(home):
    return [path for path in (home / "vectors").rglob("*") if path.is_file()]


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """The URL of a real Chroma server on this machine, for as long as this file's tests take."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    at = tmp_path_factory.mktemp("server")
    with (at / "log").open("w") as log:
        run = ["run", "--path", str(at / "data"), "--host", "127.0.0.1", "--port", str(port)]
        process = subprocess.Popen([Path(sys.executable).with_name("chroma"), *run], stdout=log, stderr=log)
    url = f"http://127.0.0.1:{port}"
    try:
        for _ in range(150):
            try:
                ChromaVectors(url, "waiting").count()
                break
            except VectorsUnavailable:
                time.sleep(0.2)
        yield url
    finally:
        process.terminate()
        process.wait(20)


@pytest.fixture(params=["folder", pytest.param("server", marks=pytest.mark.server)])
def place(request):
    """Where Chroma is: in the home, or on a server."""
    return "" if request.param == "folder" else request.getfixturevalue("server")


@pytest.fixture
def vectors(place, tmp_path):
    made = ChromaVectors(place or tmp_path / "vectors", f"test-{tmp_path.name}"[:60])
    yield made
    made.close()


@pytest.fixture
def kept(place, tmp_path):
    """A home with two papers, whose vectors are in that place."""
    home = tmp_path / "home"
    papers = folder(tmp_path / "papers", a="The zanzibar quay.", b="The slipway.")
    Build(home, WordsEmbedder(), parse, chunk, DerivedVectors(home, place)).add([papers])
    with Index(home, "words", place) as index:
        yield index


# What holds of Chroma in a folder and on a server


def test_the_nearest_come_first_with_their_cosine(vectors):
    assert vectors.nearest(unit(1, 0), 3) == []
    vectors.add({"a": unit(1, 0), "b": unit(1, 1)})
    assert [id_ for id_, _ in vectors.nearest(unit(1, 0.1), 5)] == ["a", "b"]
    assert vectors.nearest(unit(1, 0), 1)[0][1] == pytest.approx(1.0, abs=1e-5)


def test_what_is_removed_is_found_no_more(vectors):
    vectors.add({"a": unit(1, 0), "b": unit(1, 1)})
    vectors.remove(["a"])
    assert vectors.ids() == {"b"}
    assert [id_ for id_, _ in vectors.nearest(unit(1, 0), 5)] == ["b"]


def test_what_is_added_again_takes_the_place_of_what_was_there(vectors):
    vectors.add({"a": unit(1, 0)})
    vectors.add({"a": unit(0, 1)})
    assert vectors.count() == 1
    assert vectors.nearest(unit(0, 1), 1)[0][1] == pytest.approx(1.0, abs=1e-5)


def test_what_is_cleared_holds_nothing(vectors):
    vectors.add({"a": unit(1, 0)})
    vectors.clear()
    assert vectors.count() == 0


def test_chroma_and_the_catalogue_agree(kept):
    query = kept.embedder.embed_query("the slipway")
    near = [(chunk_of(id_), round(cosine, 3)) for id_, cosine in kept._standby.open_now().nearest(query, 5)]
    assert near == [(id_, round(cosine, 3)) for id_, cosine in kept._exact.nearest(query, 5)]


def test_vectors_follow_what_is_added_and_removed(kept, place, tmp_path):
    kept._standby.open_now()
    more = Build(kept.home, WordsEmbedder(), parse, chunk, DerivedVectors(kept.home, place))
    more.add([folder(tmp_path / "more", c="The beacon.")])
    assert kept._standby.open_now().count() == 3
    more.remove(["a.txt"])
    assert kept._standby.open_now().count() == 2
    assert kept.search("the slipway", k=1)[0].text == "The slipway."


# Chroma in the home


def test_what_a_paper_says_is_not_kept_by_chroma(home):
    assert files_of_vectors(home)
    assert not any(b"zanzibar" in path.read_bytes() for path in files_of_vectors(home))


def test_a_reader_uses_chroma_when_it_is_in_step(home):
    with Index.open(home, "words") as index:
        assert isinstance(index._standby.open_now(), ChromaVectors)
        assert index.search("the slipway", k=1)[0].text == "The slipway."


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
        assert index._standby.open_now() is None
        assert index.mend()
        assert index._standby.open_now() is not None


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


# A server that is away

AWAY = "http://127.0.0.1:1"


def test_a_server_that_does_not_answer_is_named():
    with pytest.raises(VectorsUnavailable, match="MATTERS_CHROMA_URL"):
        ChromaVectors(AWAY).ids()


def test_papers_are_held_though_the_server_does_not_answer(tmp_path, caplog):
    home = tmp_path / "home"
    derived = DerivedVectors(home, AWAY)
    report = Build(home, WordsEmbedder(), parse, chunk, derived).add([folder(tmp_path / "papers", a="The quay.")])
    assert report.added == ["a.txt"]
    assert "finished by the next add" in caplog.text
    assert derived.open(1, "words") is None
    findings = check(home, WordsEmbedder(), derived, repair=True)
    assert "MATTERS_CHROMA_URL" in " ".join(findings.faults)


def test_a_server_that_goes_away_is_told_of_once_and_search_goes_on(home, caplog, monkeypatch):
    class Away(ChromaVectors):
        def nearest(self, *_):
            raise VectorsUnavailable(AWAY, "connection refused")

    monkeypatch.setattr(standby, "AGAIN_SECONDS", 0.0)
    with Index.open(home, "words") as index:
        monkeypatch.setattr(index._standby, "store", lambda: Away(AWAY))
        for _ in range(3):
            assert index.search("slipway", k=1)[0].text == "The slipway."
    assert caplog.text.count("connection refused") == 1


@pytest.mark.server
def test_vectors_wait_for_a_server_that_was_away(tmp_path, server):
    home = tmp_path / "home"
    papers = folder(tmp_path / "papers", a="The quay.")
    Build(home, WordsEmbedder(), parse, chunk, DerivedVectors(home, AWAY)).add([papers])
    with Index(home, "words", server) as index:
        assert index._standby.open_now() is None
        assert index.mend()
        assert index._standby.open_now().count() == 1


# Opening beside the questions


def test_the_first_question_opens_nothing_and_a_later_one_finds_chroma_open(home):
    with Index.open(home, "words") as index:
        assert index._standby.store() is None
        assert index._standby._opening is None
        assert index._standby.store() is None
        index._standby._opening.join()
        assert isinstance(index._standby.store(), ChromaVectors)


def test_what_could_not_be_opened_is_left_alone_for_a_while(home):
    (home / STAMP).unlink()
    with Index.open(home, "words") as index:
        assert index._standby.open_now() is None
        index._standby.store()
        index._standby.store()
        assert index._standby._opening is None
        index._standby.forget()
        index._standby.store()
        assert index._standby._opening is not None


def test_an_index_may_be_closed_while_chroma_is_being_opened(home):
    index = Index.open(home, "words")
    index._standby.store()
    index._standby.store()
    index.close()
    assert not index._standby._opening.is_alive()
