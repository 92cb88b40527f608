import os
import signal
import subprocess
import sys
import textwrap
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from index_papers import build, folder, parse

from index import Index, writing
from index.embedders.words import WordsEmbedder
from index.errors import EmbedderMismatch, EmbedderUnavailable, EmptyIndex, IndexBusy, WrongPath

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def home(tmp_path):
    return tmp_path / "home"


@pytest.fixture
def papers(tmp_path):
    return tmp_path / "papers"


def held(home):
    with Index.open(home, "words") as index:
        return [paper.file for paper in index.catalogue.papers()]


def found(home, question):
    with Index.open(home, "words") as index:
        return [passage.text for passage in index.search(question)]


def on_disk(home):
    return b"".join(path.read_bytes() for path in home.rglob("*") if path.is_file())


class OtherEmbedder(WordsEmbedder):
    name = "other"


class CountingEmbedder(WordsEmbedder):
    def __init__(self):
        self.texts = []

    def embed_passages(self, texts):
        self.texts += texts
        return super().embed_passages(texts)


def test_added_papers_are_held_and_found(home, papers):
    folder(papers, a="251|The quay wall was discussed.\n251,(1)|RESOLVED: that the quay wall be mended.")
    assert build(home).add([papers]).added == ["a.txt"]
    with Index.open(home, "words") as index:
        best = index.search("what was resolved on mending the quay wall?", k=1)[0]
    assert [p.label for p in best.paragraphs] == [("251",), ("251", "(1)")]


def test_adding_twice_changes_nothing(home, papers):
    folder(papers, a="The quay.", b="The slipway.")
    build(home).add([papers])
    before = (home / "catalogue.sqlite").read_bytes()
    report = build(home).add([papers])
    assert report.unchanged == ["a.txt", "b.txt"]
    assert (home / "catalogue.sqlite").read_bytes() == before


def test_a_changed_file_replaces_its_earlier_self(home, papers):
    build(home).add([folder(papers, a="The old quay.")])
    assert build(home).add([folder(papers, a="The new slipway.")]).replaced == ["a.txt"]
    assert found(home, "quay slipway") == ["The new slipway."]


def test_a_changed_file_leaves_no_trace_of_its_earlier_self(home, papers):
    build(home).add([folder(papers, a="The zanzibar quay.")])
    build(home).add([folder(papers, a="The new slipway.")])
    assert b"zanzibar" not in on_disk(home)


def test_a_bad_file_keeps_no_other_out(home, papers):
    report = build(home).add([folder(papers, a="The quay.", b="", c="FAULT", d="The slipway.")])
    assert report.added == ["a.txt", "d.txt"]
    assert [refusal.file for refusal in report.refused] == ["b.txt", "c.txt"]
    assert held(home) == ["a.txt", "d.txt"]


def test_a_refusal_says_what_to_do(home, papers):
    refused = build(home).add([folder(papers, b="", c="FAULT")]).refused
    assert refused[0].reason == "it holds no text: check the file"
    assert "please report it" in refused[1].reason


def test_a_file_gone_bad_keeps_its_earlier_text_and_says_so(home, papers):
    build(home).add([folder(papers, a="The quay.")])
    refused = build(home).add([folder(papers, a="")]).refused
    assert refused[0].reason.endswith("its earlier text is still held")
    assert found(home, "quay") == ["The quay."]


def test_a_file_that_no_reader_knows_is_passed_over_in_a_folder_and_refused_by_name(home, papers):
    folder(papers, a="The quay.")
    (papers / "photo.png").write_bytes(b"\x89PNG")
    assert build(home).add([papers]).skipped == ["photo.png"]
    assert [refusal.file for refusal in build(home).add([papers / "photo.png"]).refused] == ["photo.png"]


def test_a_missing_path_is_refused_and_the_others_added(home, papers):
    report = build(home).add([papers / "nothing.txt", folder(papers, a="The quay.")])
    assert report.added == ["a.txt"]
    assert "no such file" in report.refused[0].reason


def test_removing_leaves_nothing_on_the_disk(home, papers):
    build(home).add([folder(papers, a="The zanzibar quay.", b="The slipway at mombasa.")])
    assert build(home).remove(["a.txt"]).removed == ["a.txt"]
    assert b"zanzibar" not in on_disk(home)
    assert b"mombasa" in on_disk(home)


def test_removing_what_is_not_held_is_refused(home, papers):
    build(home).add([folder(papers, a="The quay.")])
    assert [refusal.file for refusal in build(home).remove(["z.txt"]).refused] == ["z.txt"]


def test_the_same_content_under_two_names_is_one_text_with_two_places(home, papers):
    build(home).add([folder(papers, a="The quay.", b="The quay.")])
    with Index.open(home, "words") as index:
        passages = index.search("quay")
    assert [p.paper.file for p in passages] == ["a.txt"]
    assert [place.file for place in passages[0].places] == ["b.txt"]


def test_removing_one_of_two_names_keeps_the_text(home, papers):
    build(home).add([folder(papers, a="The quay.", b="The quay.")])
    build(home).remove(["a.txt"])
    assert held(home) == ["b.txt"]
    assert found(home, "quay") == ["The quay."]


def test_a_vanished_file_is_reported_and_removed_only_when_pruning(home, papers):
    build(home).add([folder(papers, a="The quay.", b="The slipway.")])
    (papers / "b.txt").unlink()
    assert build(home).add([papers]).vanished == ["b.txt"]
    assert held(home) == ["a.txt", "b.txt"]
    assert build(home).add([papers], prune=True).removed == ["b.txt"]
    assert held(home) == ["a.txt"]


def test_a_file_vanished_from_another_folder_is_not_reported(home, papers):
    folder(papers / "one", a="The quay.")
    folder(papers / "two", b="The slipway.")
    build(home).add([papers / "one"], papers)
    (papers / "one" / "a.txt").unlink()
    assert build(home).add([papers / "two"], papers).vanished == []


def test_files_are_named_relative_to_the_root(home, papers):
    folder(papers / "harbour", a="The quay.")
    assert build(home).add([papers / "harbour"], papers).added == ["harbour/a.txt"]


def test_a_path_outside_the_root_is_refused(home, papers, tmp_path):
    with pytest.raises(WrongPath):
        build(home).add([folder(papers, a="The quay.")], tmp_path / "elsewhere")


def test_two_files_of_one_name_from_two_folders_do_not_overwrite_each_other(home, papers):
    folder(papers / "one", a="The quay.")
    folder(papers / "two", a="The slipway.")
    report = build(home).add([papers / "one", papers / "two"])
    assert report.added == ["a.txt"]
    assert "--root" in report.refused[0].reason
    assert found(home, "quay slipway") == ["The quay."]


def test_a_file_added_again_from_a_folder_above_is_held_once_under_its_new_name(home, papers):
    folder(papers / "harbour", a="The quay.")
    build(home).add([papers / "harbour"])
    assert build(home).add([papers]).renamed == ["harbour/a.txt"]
    assert held(home) == ["harbour/a.txt"]


def test_the_home_inside_the_folder_added_is_passed_over(papers):
    folder(papers, a="The quay.")
    build(papers / "index").add([papers])
    assert build(papers / "index").add([papers]).skipped == []


def test_another_embedder_is_refused_with_the_command_that_rebuilds(home, papers):
    build(home).add([folder(papers, a="The quay.")])
    with pytest.raises(EmbedderMismatch, match=r"check --repair"):
        build(home, embedder=OtherEmbedder()).add([papers])
    with pytest.raises(EmbedderMismatch):
        Index.open(home, "other")


def test_a_home_without_papers_says_how_to_add_some(home):
    with pytest.raises(EmptyIndex, match="index add"):
        Index.open(home, "words")
    build(home).add([])
    with pytest.raises(EmptyIndex):
        Index.open(home, "words")


def test_files_parsed_by_an_older_parser_are_parsed_again(home, papers):
    folder(papers, a="The quay.")
    older = build(home)
    older.parser = replace(older.parser, fingerprint="older")
    older.add([papers])
    assert build(home).add([papers]).replaced == ["a.txt"]
    assert build(home).add([papers]).unchanged == ["a.txt"]


def test_a_correction_in_the_table_beside_a_paper_is_a_reason_to_parse_it_again(home, papers):
    folder(papers, a="The quay.", b="The slipway.")
    build(home).add([papers])
    (papers / "papers.csv").write_text("file,date\na.txt,2031-05-06\n")
    assert build(home).add([papers]).replaced == ["a.txt"]
    assert build(home).add([papers]).unchanged == ["a.txt", "b.txt"]


def test_parsing_again_embeds_only_what_changed(home, papers):
    folder(papers, a="The quay.\nThe slipway.")
    older = build(home)
    older.parser = replace(older.parser, fingerprint="older")
    older.add([papers])
    counting = CountingEmbedder()
    build(home, embedder=counting).add([papers])
    assert counting.texts == []
    folder(papers, a="The quay.\nThe new slipway.")
    build(home, embedder=counting).add([papers])
    assert [text.splitlines()[-1] for text in counting.texts] == ["The new slipway."]


def test_ids_are_the_same_wherever_and_whenever_a_paper_is_added(papers, tmp_path):
    folder(papers, a="The quay.", b="The slipway.")
    ids = []
    for name, order in (("one", ["a.txt", "b.txt"]), ("two", ["b.txt", "a.txt"])):
        for file in order:
            build(tmp_path / name).add([papers / file])
        with Index.open(tmp_path / name, "words") as index:
            ids.append(sorted(p.id for paper in index.catalogue.papers() for p in index.catalogue.paragraphs(paper.id)))
    assert ids[0] == ids[1]


def test_a_reader_reads_while_papers_are_added(home, papers):
    folder(papers, a="The quay.", b="The slipway.")
    seen = []

    def slow(path, file):
        if file == "b.txt":
            seen.extend(found(home, "quay"))
        return parse(path, file)

    build(home, slow).add([papers])
    assert seen == ["The quay."]


def test_a_second_writer_waits_for_one_that_is_soon_done(home, papers):
    folder(papers, a="The quay.")
    with ThreadPoolExecutor(1) as other:
        with writing.writing(home):
            second = other.submit(build(home).add, [papers])
            time.sleep(0.2)
            assert not second.done()
        assert second.result().added == ["a.txt"]


def test_a_second_writer_is_told_to_wait(home, papers, monkeypatch):
    monkeypatch.setattr(writing, "WAIT_S", 0)
    folder(papers, a="The quay.")

    def meddling(path, file):
        with pytest.raises(IndexBusy):
            build(home).remove(["a.txt"])
        return parse(path, file)

    assert build(home, meddling).add([papers]).added == ["a.txt"]


def test_ctrl_c_leaves_the_files_added_so_far_and_nothing_half_done(home, papers):
    folder(papers, a="The quay.", b="The slipway.", c="The beacon.")

    def stopped(path, file):
        if file == "b.txt":
            raise KeyboardInterrupt
        return parse(path, file)

    assert build(home, stopped).add([papers]).interrupted
    assert held(home) == ["a.txt"]
    with Index.open(home, "words") as index:
        assert index.catalogue.unfinished() == [str(papers)]
    build(home).add([papers])
    with Index.open(home, "words") as index:
        assert index.catalogue.unfinished() == []


def test_a_killed_add_leaves_whole_papers_and_is_finished_by_the_next(home, papers, tmp_path):
    folder(papers, a="The quay.", b="The zanzibar slipway.")
    marker = tmp_path / "under way"
    script = f"""
        import pathlib, sys, time
        sys.path[:0] = [{str(ROOT)!r}, {str(ROOT / "tests")!r}]
        from index.writing import Writer
        from index_papers import build
        put = Writer.put_vectors
        def slow(self, vectors, embedder):
            put(self, vectors, embedder)
            if self.db.execute("SELECT count(*) FROM texts").fetchone()[0] == 2:
                pathlib.Path({str(marker)!r}).touch()
                time.sleep(60)
        Writer.put_vectors = slow
        build(pathlib.Path({str(home)!r})).add([pathlib.Path({str(papers)!r})])
    """
    process = subprocess.Popen([sys.executable, "-c", textwrap.dedent(script)])
    for _ in range(500):
        if marker.exists():
            break
        time.sleep(0.02)
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    assert held(home) == ["a.txt"]
    assert found(home, "zanzibar quay") == ["The quay."]
    assert build(home).add([papers]).added == ["b.txt"]
    assert held(home) == ["a.txt", "b.txt"]


def test_files_embedded_together_are_each_held(home, papers):
    folder(papers, a="The quay.", b="The slipway.", c="The quay.", d="The beacon.\nThe quay.")
    together = build(home)
    together.at_once = 1000
    assert together.add([papers]).added == ["a.txt", "b.txt", "c.txt", "d.txt"]
    assert together.add([papers]).unchanged == ["a.txt", "b.txt", "c.txt", "d.txt"]
    assert len(found(home, "quay slipway beacon")) == 4 - 1


def test_two_files_of_one_name_do_not_overwrite_each_other_though_embedded_together(home, papers):
    folder(papers / "one", a="The quay.")
    folder(papers / "two", a="The slipway.")
    together = build(home)
    together.at_once = 1000
    assert "--root" in together.add([papers / "one", papers / "two"]).refused[0].reason
    assert found(home, "quay slipway") == ["The quay."]


class NoEmbedder(WordsEmbedder):
    name = "misspelt"

    def embed_passages(self, texts):
        raise EmbedderUnavailable(f"{len(texts)} texts, and no model")


def test_an_embedder_that_cannot_be_loaded_claims_no_home(home, papers):
    folder(papers, a="The quay.")
    with pytest.raises(EmbedderUnavailable):
        build(home, embedder=NoEmbedder()).add([papers])
    assert build(home).add([papers]).added == ["a.txt"]


def test_an_emptied_home_takes_any_embedder(home, papers):
    build(home).add([folder(papers, a="The quay.")])
    build(home).remove(["a.txt"])
    assert build(home, embedder=OtherEmbedder()).add([papers]).added == ["a.txt"]
