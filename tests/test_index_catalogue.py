import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from index_papers import build, folder, parse

from index.catalogue import Catalogue, meetings_of
from index.errors import DamagedIndex, EmptyIndex, OutdatedIndex
from index.rows import fold_number, where
from index.schema import open_to_write
from index.types import Days, Filter, HeldPaper


@pytest.fixture
def catalogue(tmp_path):
    papers = folder(
        tmp_path / "papers",
        a="Harbour Committee;2031-03-04;minutes\n251|The quay.\n251,(1)|RESOLVED: that it be mended.\n252|The tide.",
        b="Cabinet;2030-01-02;report\n7.1|The beacon.\n7.2|The quay.",
        c="Cabinet;;agenda\nItem 7|The lantern.",
    )
    build(tmp_path / "home").add([papers])
    with Catalogue(tmp_path / "home") as opened:
        yield opened


def files(catalogue, **chosen):
    return [paper.file for paper in catalogue.papers(Filter(**chosen))]


def test_papers_come_oldest_first_and_undated_ones_last(catalogue):
    assert [paper.file for paper in catalogue.papers()] == ["b.txt", "a.txt", "c.txt"]


def test_a_filter_keeps_to_bodies_kinds_dates_and_files(catalogue):
    assert files(catalogue, bodies=frozenset({"Cabinet"})) == ["b.txt", "c.txt"]
    assert files(catalogue, kinds=frozenset({"minutes"})) == ["a.txt"]
    assert files(catalogue, since=date(2031, 3, 4), until=date(2031, 3, 4)) == ["a.txt"]
    assert files(catalogue, files=frozenset({"c.txt"})) == ["c.txt"]
    assert files(catalogue, bodies=frozenset({"Cabinet"}), kinds=frozenset({"minutes"})) == []


def test_a_filter_on_dates_leaves_undated_papers_out(catalogue):
    assert files(catalogue, since=date(2000, 1, 1)) == ["b.txt", "a.txt"]


def test_bodies_and_meetings_are_those_of_the_papers_held(catalogue):
    assert catalogue.bodies() == ["Cabinet", "Harbour Committee"]
    assert catalogue.meetings() == [
        ("Cabinet", Days.of(date(2030, 1, 2))),
        ("Harbour Committee", Days.of(date(2031, 3, 4))),
    ]


def test_paragraphs_come_in_order_with_their_paper(catalogue):
    paper = catalogue.papers()[1]
    paragraphs = catalogue.paragraphs(paper.id)
    assert [p.ordinal for p in paragraphs] == [0, 1, 2]
    assert {p.paper for p in paragraphs} == {paper}
    assert paper.paragraphs == 3


def test_a_paragraph_is_had_by_its_id(catalogue):
    paragraph = catalogue.paragraphs(catalogue.papers()[0].id)[1]
    assert catalogue.paragraph(paragraph.id) == paragraph
    assert paragraph.id == f"{paragraph.paper.id}-1"
    assert catalogue.paragraph("nothing-1-1") is None


def test_neighbours_stop_at_the_paper_s_ends(catalogue):
    first = catalogue.paragraphs(catalogue.papers()[1].id)[0]
    assert [p.ordinal for p in catalogue.neighbours(first.id, 2, 1)] == [0, 1]
    assert catalogue.neighbours("nothing-1-1", 1, 1) == []


def test_a_number_is_found_however_it_is_printed_and_asked(catalogue):
    assert len(catalogue.with_label("minute 251")) == 2
    assert [p.text for p in catalogue.with_label("1")] == ["RESOLVED: that it be mended."]
    assert [p.text for p in catalogue.with_label("(1)")] == ["RESOLVED: that it be mended."]
    assert [p.text for p in catalogue.with_label("7")] == ["The lantern."]
    assert [p.text for p in catalogue.with_label("7.1.")] == ["The beacon."]


def test_a_number_is_found_only_where_the_filter_allows(catalogue):
    assert catalogue.with_label("251", Filter(bodies=frozenset({"Cabinet"}))) == []


@pytest.mark.parametrize(
    ("printed", "folded"),
    [
        ("(3)", "3"),
        ("3.", "3"),
        ("Item 5", "5"),
        ("Minute No. 251", "251"),
        ("A)", "a"),
        ("6.3.3", "6.3.3"),
        ("(iv)", "iv"),
    ],
)
def test_printed_numbers_are_folded(printed, folded):
    assert fold_number(printed) == folded


def test_frequencies_count_chunks_in_any_form_of_the_word(catalogue):
    assert catalogue.frequencies(["quays", "mending", "nowhere", "?"]) == {
        "quays": 2,
        "mending": 1,
        "nowhere": 0,
        "?": 0,
    }


def test_counts_tell_what_is_held(catalogue):
    counts = catalogue.counts()
    assert (counts["files"], counts["papers"], counts["paragraphs"]) == (3, 3, 6)


def test_a_home_without_a_catalogue_is_empty(tmp_path):
    with pytest.raises(EmptyIndex):
        Catalogue(tmp_path)


def test_a_file_that_is_no_catalogue_is_named(tmp_path):
    (tmp_path / "catalogue.sqlite").write_bytes(b"no database at all" * 100)
    with pytest.raises(DamagedIndex, match=r"catalogue\.sqlite"):
        Catalogue(tmp_path)
    with pytest.raises(DamagedIndex):
        open_to_write(tmp_path)


def test_a_catalogue_of_another_version_is_refused(tmp_path):
    db = open_to_write(tmp_path)
    db.execute("UPDATE meta SET value = '0' WHERE key = 'version'")
    db.close()
    with pytest.raises(OutdatedIndex):
        Catalogue(tmp_path)
    with pytest.raises(OutdatedIndex):
        open_to_write(tmp_path)


def test_a_file_of_several_papers_gives_each_an_id(tmp_path):
    pack = "Cabinet;2030-01-02;report\nThe beacon.\n====\nCabinet;2030-01-02;minutes\nThe tide."
    build(tmp_path / "home").add([folder(tmp_path / "papers", pack=pack)])
    with Catalogue(tmp_path / "home") as catalogue:
        papers = catalogue.papers()
    assert [paper.part for paper in papers] == [1, 2]
    assert papers[0].id.removesuffix("-1") == papers[1].id.removesuffix("-2")


def test_a_body_is_held_under_one_name_and_found_by_every_spelling(tmp_path):
    papers = folder(
        tmp_path / "papers",
        a="Dale Municipal District;2031-03-04;minutes\n1|The quay.",
        b="Dale Municipal District;2031-04-04;minutes\n1|The tide.",
        c="Municipal District of Dale;2031-05-04;minutes\n1|The lantern.",
    )
    build(tmp_path / "home").add([papers])
    with Catalogue(tmp_path / "home") as opened:
        assert opened.bodies() == ["Dale Municipal District"]
        assert len(files(opened, bodies=frozenset({"Municipal District of Dale"}))) == 3
        assert len(opened.with_label("1", Filter(bodies=frozenset({"Dale Municipal District"})))) == 3


def test_threads_that_ended_leave_no_connection_open(catalogue):
    def read(_):
        return len(catalogue.papers(Filter(kinds=frozenset(["minutes"]))))

    before = len(list(Path("/proc/self/fd").iterdir()))
    for _ in range(20):
        with ThreadPoolExecutor(2) as threads:
            list(threads.map(read, range(4)))
    assert len(list(Path("/proc/self/fd").iterdir())) <= before


@pytest.fixture
def of_months(tmp_path):
    def parse_months(path, file):
        papers = parse(path, file)
        return [replace(one, month=None if one.date else date(2031, 11, 1)) for one in papers]

    texts = {"a": "Harbour Committee;2031-10-07;minutes\nThe quay.", "b": "Harbour Committee;;minutes\nThe tide."}
    build(tmp_path / "home", parse_months).add([folder(tmp_path / "papers", **texts)])
    with Catalogue(tmp_path / "home") as opened:
        yield opened


def test_a_paper_of_a_month_has_no_date_and_comes_in_its_month(of_months):
    october, november = of_months.papers()
    assert (november.date, november.month) == (None, date(2031, 11, 1))
    assert november.days == Days(date(2031, 11, 1), date(2031, 11, 30))
    assert (october.month, october.days) == (None, Days.of(date(2031, 10, 7)))


def test_a_filter_on_dates_keeps_a_paper_of_a_month_that_it_holds_whole(of_months):
    assert files(of_months, since=date(2031, 11, 1), until=date(2031, 11, 30)) == ["b.txt"]
    assert files(of_months, since=date(2031, 1, 1), until=date(2031, 12, 31)) == ["a.txt", "b.txt"]
    assert files(of_months, since=date(2031, 11, 2)) == []
    assert files(of_months, until=date(2031, 11, 29)) == ["a.txt"]


def test_a_search_by_dates_keeps_the_same_papers_of_a_month(of_months):
    for since, until in (
        (date(2031, 11, 1), date(2031, 11, 30)),
        (date(2031, 11, 2), None),
        (None, date(2031, 11, 29)),
    ):
        chosen = Filter(since=since, until=until)
        condition, values = where(chosen)
        found = of_months.db.execute(f"SELECT held.file FROM held WHERE {condition}", values)
        assert sorted(row[0] for row in found) == files(of_months, since=since, until=until)


def test_a_meeting_of_a_month_is_held_as_of_that_month(of_months):
    assert of_months.meetings()[-1] == ("Harbour Committee", Days.of_month(date(2031, 11, 1)))


def test_a_paper_of_a_month_is_of_the_meeting_that_the_body_held_in_it():
    dated = HeldPaper("1-1", "a.txt", 1, "Minutes", "Cabinet", date(2031, 11, 4), "minutes", draft=False, paragraphs=1)
    undated = replace(dated, id="2-1", date=None, month=date(2031, 11, 1))
    assert meetings_of([dated, undated]) == [("Cabinet", Days.of(date(2031, 11, 4)))]


def test_a_catalogue_without_months_is_brought_up_when_it_is_opened(tmp_path):
    build(tmp_path / "home").add([folder(tmp_path / "papers", a="Cabinet;2031-10-07;minutes\nThe quay.")])
    with closing(sqlite3.connect(tmp_path / "home" / "catalogue.sqlite")) as db:
        db.executescript(
            "ALTER TABLE papers DROP COLUMN month; ALTER TABLE papers DROP COLUMN council; "
            "ALTER TABLE papers DROP COLUMN beside; ALTER TABLE paragraphs DROP COLUMN from_picture; DROP TABLE read_pages; "
            "UPDATE meta SET value = '2' WHERE key = 'version';"
        )
    with Catalogue(tmp_path / "home") as opened:
        assert [paper.days for paper in opened.papers()] == [Days.of(date(2031, 10, 7))]
    assert (
        not build(tmp_path / "home").add([folder(tmp_path / "more", b="Cabinet;2031-11-04;minutes\nThe tide.")]).refused
    )
