import subprocess
import sys

import pytest
from index_papers import build, folder

from index import Index, fulltext
from index.fulltext import FullText

COLUMNS = "1.0, 1.0, 0.5"
TEXTS = {
    "a": "The harbour dues rose.\nThe quay was mended, and the harbour dredged.",
    "b": "The harbour fair.\nThe harbour wall.\nThe harbour lights and the slipway.",
    "c": "The slipway of the harbour was closed.",
}


@pytest.fixture
def index(tmp_path):
    build(tmp_path / "home").add([folder(tmp_path / "papers", **TEXTS)])
    with Index.open(tmp_path / "home", "words") as index:
        yield index


@pytest.fixture
def words(index):
    return FullText(index.catalogue, COLUMNS)


def paper_of(index, file):
    return next(paper.id for paper in index.catalogue.papers() if paper.file == file)


def test_where_few_chunks_are_held_all_are_scored(words):
    assert len(words.ranked(["harbour", "slipway"], [], None, 10)) == 6


def test_where_many_are_held_those_without_a_rare_word_are_left_out_and_the_scores_stay(words, monkeypatch):
    every = dict(words.ranked(["harbour", "slipway"], ["harbour wall"], None, 10))
    monkeypatch.setattr(fulltext, "SCORED", 2)
    rare = words.ranked(["harbour", "slipway"], ["harbour wall"], None, 2)
    assert len(rare) == 2
    assert all(score == pytest.approx(every[id_]) for id_, score in rare)


def test_a_common_word_counts_where_the_rare_ones_bring_too_little(words, monkeypatch):
    monkeypatch.setattr(fulltext, "SCORED", 2)
    assert len(words.ranked(["harbour", "slipway"], [], None, 5)) == 5


def test_a_word_that_no_paper_holds_does_not_count_as_rare(words, monkeypatch):
    monkeypatch.setattr(fulltext, "SCORED", 2)
    assert len(words.ranked(["harbour", "zeppelin"], [], None, 2)) == 2


@pytest.mark.parametrize("limit", [2, 10_000])
def test_only_the_papers_allowed_are_ranked(index, words, monkeypatch, limit):
    monkeypatch.setattr(fulltext, "SCORED", limit)
    allowed = {paper_of(index, "b.txt"), paper_of(index, "c.txt")}
    found = words.ranked(["harbour", "slipway"], [], allowed, 2)
    assert {id_.rpartition("-")[0] for id_, _ in found} <= allowed
    assert len(found) == 2
    assert words.ranked(["harbour"], [], set(), 2) == []


def test_equals_come_in_the_order_of_their_ids(words):
    found = words.ranked(["fair", "wall"], [], None, 2)
    assert [id_ for id_, _ in found] == sorted(id_ for id_, _ in found)


def test_chunks_written_since_the_papers_allowed_were_marked_are_left_out(words):
    words._allowed[7] = bytearray(b"\1\1")
    assert words._is_allowed(7, 1)
    assert not words._is_allowed(7, 2)


def test_filtered_questions_in_several_threads_do_not_wait_for_each_other_for_ever(tmp_path):
    papers = folder(
        tmp_path / "papers", **{f"p{n}": "\n".join(f"{m}|The quay {m} moved." for m in range(40)) for n in range(20)}
    )
    build(tmp_path / "home").add([papers])
    asking = """
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from index.catalogue import Catalogue
from index.fulltext import FullText
catalogue = Catalogue(Path(sys.argv[1]))
text = FullText(catalogue, "1.0, 1.0, 0.5")
ids = [paper.id for paper in catalogue.papers()]
def ask(n):
    if n % 2:
        return text.ranked(["quay", "moved"], [], ids[:15], 50)
    return [catalogue.paragraphs(id_) for id_ in ids]
with ThreadPoolExecutor(6) as pool:
    list(pool.map(ask, range(300)))
"""
    subprocess.run([sys.executable, "-c", asking, str(tmp_path / "home")], check=True, timeout=60)
