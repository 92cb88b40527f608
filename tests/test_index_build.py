from index_papers import build, folder

from index import Index


def held(home):
    with Index.open(home, "words") as index:
        return [paper.file for paper in index.catalogue.papers()]


def test_added_papers_are_held_and_found(tmp_path):
    papers = folder(
        tmp_path / "papers", a="251|The quay wall was discussed.\n251,(1)|RESOLVED: that the quay wall be mended."
    )
    report = build(tmp_path / "home").add([papers])
    assert report.added == ["a.txt"]
    with Index.open(tmp_path / "home", "words") as index:
        found = index.search("what was resolved on the quay wall?", k=1)
        assert found[0].paragraphs[0].label == ("251", "(1)")
        assert [p.text for p in index.catalogue.with_label("1")] == ["RESOLVED: that the quay wall be mended."]
        assert len(index.catalogue.with_label("Minute 251.")) == 2


def test_adding_twice_changes_nothing(tmp_path):
    papers = folder(tmp_path / "papers", a="The quay.", b="The slipway.")
    build(tmp_path / "home").add([papers])
    before = (tmp_path / "home" / "catalogue.sqlite").read_bytes()
    report = build(tmp_path / "home").add([papers])
    assert report.unchanged == ["a.txt", "b.txt"]
    assert not report.added + report.replaced
    assert (tmp_path / "home" / "catalogue.sqlite").read_bytes() == before


def test_a_changed_file_replaces_its_earlier_self(tmp_path):
    papers = folder(tmp_path / "papers", a="The old quay.")
    build(tmp_path / "home").add([papers])
    folder(papers, a="The new slipway.")
    assert build(tmp_path / "home").add([papers]).replaced == ["a.txt"]
    with Index.open(tmp_path / "home", "words") as index:
        assert [p.text for p in index.search("quay slipway")] == ["The new slipway."]


def test_a_bad_file_keeps_no_other_out(tmp_path):
    papers = folder(tmp_path / "papers", a="The quay.", b="", c="FAULT", d="The slipway.")
    report = build(tmp_path / "home").add([papers])
    assert report.added == ["a.txt", "d.txt"]
    assert [refusal.file for refusal in report.refused] == ["b.txt", "c.txt"]
    assert held(tmp_path / "home") == ["a.txt", "d.txt"]


def test_removing_leaves_nothing_on_the_disk(tmp_path):
    papers = folder(tmp_path / "papers", a="The zanzibar quay.", b="The slipway at mombasa.")
    build(tmp_path / "home").add([papers])
    assert build(tmp_path / "home").remove(["a.txt"]).removed == ["a.txt"]
    kept = b"".join(path.read_bytes() for path in (tmp_path / "home").rglob("*") if path.is_file())
    assert b"zanzibar" not in kept
    assert b"mombasa" in kept


def test_the_same_content_under_two_names_is_one_text_with_two_places(tmp_path):
    papers = folder(tmp_path / "papers", a="The quay.", b="The quay.")
    build(tmp_path / "home").add([papers])
    with Index.open(tmp_path / "home", "words") as index:
        found = index.search("quay")
    assert [p.paper.file for p in found] == ["a.txt"]
    assert [place.file for place in found[0].places] == ["b.txt"]


def test_a_vanished_file_is_reported_and_removed_only_when_pruning(tmp_path):
    papers = folder(tmp_path / "papers", a="The quay.", b="The slipway.")
    build(tmp_path / "home").add([papers])
    (papers / "b.txt").unlink()
    assert build(tmp_path / "home").add([papers]).vanished == ["b.txt"]
    assert held(tmp_path / "home") == ["a.txt", "b.txt"]
    assert build(tmp_path / "home").add([papers], prune=True).removed == ["b.txt"]
    assert held(tmp_path / "home") == ["a.txt"]
