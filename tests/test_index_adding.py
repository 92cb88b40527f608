import threading

import pytest

from index import Index
from index.adding import Adding, FileState, remove_paper
from index.build import Build
from index.embedders.words import WordsEmbedder
from index.errors import WrongPath
from index.uploads import HIDDEN, NO_READER, keep, keep_upload

MINUTES = "HARBOUR COMMITTEE\nTuesday, 4th March, 2031\n\n12. QUAY WALL\n\nResolved:- That the quay wall be mended.\n"


@pytest.fixture
def home(tmp_path):
    return tmp_path / "home"


def build_on(home):
    return lambda: Build(home, WordsEmbedder())


def test_each_file_is_told_with_what_became_of_it(home, tmp_path):
    folder = tmp_path / "given"
    folder.mkdir()
    (folder / "march.txt").write_text(MINUTES)
    (folder / "empty.txt").write_text("")
    done = threading.Event()
    adding = Adding(build_on(home), [folder / "march.txt", folder / "empty.txt"], folder, done.set)
    adding.join(30)
    progress = adding.progress
    states = {file.file: file.state for file in progress.files}
    assert states == {"march.txt": "added", "empty.txt": "refused"}
    assert next(file.reason for file in progress.files if file.file == "empty.txt")
    assert (progress.done, progress.fault, done.is_set()) == (True, "", True)
    again = Adding(build_on(home), [folder / "march.txt"], folder, done.set)
    again.join(30)
    assert again.progress.count("unchanged") == 1


def test_how_far_it_has_come_is_told_while_it_works(home, tmp_path):
    folder = tmp_path / "given"
    folder.mkdir()
    for n in (1, 2, 3):
        (folder / f"{n}.txt").write_text(MINUTES.replace("12", str(n)))
    seen, go_on = threading.Event(), threading.Event()

    def slow():
        build = build_on(home)()
        parse = build.parser.parse

        def waiting(path, file):
            if file == "2.txt":
                seen.set()
                go_on.wait(10)
            return parse(path, file)

        return Build(home, WordsEmbedder(), parse=waiting)

    adding = Adding(slow, [folder], None, lambda: None)
    assert seen.wait(20)
    assert [file.state for file in adding.progress.files] == ["read", "reading", "waiting"]
    go_on.set()
    adding.join(30)
    assert adding.progress.count("added") == 3


def test_a_fault_is_told_and_ends_it(home, tmp_path):
    adding = Adding(build_on(home), [tmp_path / "x.txt"], tmp_path / "elsewhere", lambda: None)
    adding.join(30)
    assert adding.progress.done
    assert "give a --root" in adding.progress.fault


@pytest.mark.parametrize("name", ["../x.txt", "/", "", "a/../../x.txt", ".hidden"])
def test_a_file_given_in_the_browser_stays_in_its_folder(home, name):
    with pytest.raises(WrongPath):
        keep_upload(home, name, b"x")


def test_a_file_given_in_the_browser_goes_from_the_disk_when_it_is_removed(home, tmp_path):
    path = keep_upload(home, "2031/march.txt", MINUTES.encode())
    (tmp_path / "april.txt").write_text(MINUTES.replace("March", "April"))
    build = build_on(home)()
    build.add([path], home / "papers")
    build.add([tmp_path / "april.txt"])
    assert remove_paper(build, "2031/march.txt").removed == ["2031/march.txt"]
    assert remove_paper(build_on(home)(), "april.txt").removed == ["april.txt"]
    assert not path.exists()
    assert (tmp_path / "april.txt").exists()
    assert remove_paper(build_on(home)(), "april.txt").refused
    with pytest.raises(Exception, match="no papers"):
        Index.open(home, "words")


def given(**files):
    return [(name, lambda content=content: content.encode()) for name, content in files.items()]


FOLDER = {
    "2031/harbour/march.txt": MINUTES,
    "2031/papers.csv": "file,title\nharbour/march.txt,Minutes of the quay\n",
    "2031/harbour/photo.jpg": "no words",
    "2031/.DS_Store": "no paper",
    "2031/~$march.docx": "a lock",
    "../elsewhere.txt": MINUTES,
}


def test_a_folder_given_in_the_browser_keeps_its_places_and_what_is_known_of_its_papers(home):
    kept = keep(home, given(**FOLDER))
    assert [path.relative_to(home / "papers").as_posix() for path in kept.papers] == ["2031/harbour/march.txt"]
    assert kept.tables == ("2031/papers.csv",)
    assert dict(kept.passed) == {
        "2031/harbour/photo.jpg": NO_READER,
        "2031/.DS_Store": HIDDEN,
        "2031/~$march.docx": HIDDEN,
        "../elsewhere.txt": "'../elsewhere.txt' is no name for a file: rename it",
    }
    assert not (home / "papers" / "2031" / ".DS_Store").exists()
    build_on(home)().add(kept.papers, home / "papers")
    with Index.open(home, "words") as index:
        assert [(one.file, one.title) for one in index.catalogue.papers()] == [
            ("2031/harbour/march.txt", "Minutes of the quay")
        ]


def test_a_page_is_kept_whatever_its_suffix_and_a_message_is_refused_with_what_to_do(home):
    kept = keep(home, given(**{"minutes.php": f"<html><body>{MINUTES}</body></html>", "minutes.eml": MINUTES}))
    assert [path.name for path in kept.papers] == ["minutes.php"]
    assert "save the paper that is attached" in dict(kept.passed)["minutes.eml"]
    assert not (home / "papers" / "minutes.eml").exists()


def test_a_folder_adds_pages_whatever_their_suffix_tells_of_messages_and_passes_over_the_rest(home, tmp_path):
    folder = tmp_path / "given"
    folder.mkdir()
    for name, words in (
        ("minutes.aspx", f"<html><body>{MINUTES}</body></html>"),
        ("a.eml", "Dear all"),
        ("a.js", "f()"),
    ):
        (folder / name).write_text(words)
    report = build_on(home)().add([folder])
    assert report.added == ["minutes.aspx"]
    assert [(one.file, "attached" in one.reason) for one in report.refused] == [("a.eml", True)]
    assert report.skipped == ["a.js"]


def test_a_table_given_again_leaves_what_was_corrected_since(home):
    table = home / "papers" / "2031" / "papers.csv"
    keep(home, given(**FOLDER))
    table.write_text("file,date,title\nharbour/march.txt,2031-03-11,Old\nother.txt,,Another\n")
    keep(home, given(**FOLDER))
    rows = table.read_text().splitlines()
    assert rows[1:] == ["harbour/march.txt,,2031-03-11,,Minutes of the quay,,", "other.txt,,,,Another,,"]


def test_a_table_that_cannot_be_used_is_told_and_changes_nothing(home):
    keep(home, given(**FOLDER))
    kept = keep(home, given(**{"2031/papers.csv": "file,colour\na.txt,red\n"}))
    assert "its columns must be among" in dict(kept.passed)["2031/papers.csv"]
    assert "Minutes of the quay" in (home / "papers" / "2031" / "papers.csv").read_text()


def test_what_is_no_paper_is_told_in_the_same_report(home, tmp_path):
    (tmp_path / "march.txt").write_text(MINUTES)
    besides = [FileState("photo.jpg", "passed over", NO_READER), FileState("papers.csv", "used")]
    adding = Adding(build_on(home), [tmp_path / "march.txt"], tmp_path, lambda: None, besides)
    adding.join(30)
    assert {one.file: one.state for one in adding.progress.files} == {
        "march.txt": "added",
        "photo.jpg": "passed over",
        "papers.csv": "used",
    }
