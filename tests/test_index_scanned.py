import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest
from scanned_papers import MINUTES, reads, scanned

from bot.rendering.answer_rows import answer_row
from bot.rendering.export import where
from bot.rendering.quotations import citation_of
from bot.types import Answer
from corpus import recognition
from corpus.scanned import FROM_PICTURE
from index import Index
from index.adding import Adding
from index.build import Build
from index.catalogue import Catalogue
from index.embedders.words import WordsEmbedder
from index.holdings import textless_pages
from index.original import page_picture
from index.passages import as_row

QUOTE = "Resolved: That the quay wall be mended at a cost of 40,000 pounds."


def build(tmp_path):
    return Build(tmp_path / "home", WordsEmbedder())


def minutes(tmp_path, lines=MINUTES):
    (tmp_path / "papers").mkdir(exist_ok=True)
    (tmp_path / "papers" / "march.pdf").write_bytes(scanned(lines))
    return tmp_path / "papers"


@pytest.fixture
def index(tmp_path, monkeypatch):
    reads(monkeypatch, *MINUTES)
    build(tmp_path).add([minutes(tmp_path)])
    with Index.open(tmp_path / "home", "words") as index:
        yield index


def quoted(index):
    return next(one for one in index.catalogue.paragraphs(index.catalogue.papers()[0].id) if "quay wall be" in one.text)


def test_what_is_held_of_a_picture_is_known_as_read_from_it(index):
    assert quoted(index).from_picture
    assert all(as_row(passage)["from_picture"] for passage in index.search("quay wall"))


def test_the_words_are_marked_on_the_picture_of_the_page(index):
    [box] = page_picture(index.catalogue, "march.pdf", 1, QUOTE).boxes
    assert (round(box.left, 2), round(box.top, 2)) == (0.1, 0.3)


def test_a_page_that_was_read_is_not_told_as_one_without_text(index):
    assert textless_pages(index.catalogue, "march.pdf") == ()


def test_a_citation_says_that_it_was_read_from_a_picture(index):
    citation = citation_of(quoted(index), QUOTE)
    assert FROM_PICTURE in where(citation)
    assert answer_row(Answer("x", (citation,)))["citations"][0]["from_picture"]
    assert FROM_PICTURE not in where(replace(citation, from_picture=False))


def test_what_was_read_goes_with_its_paper(index, tmp_path):
    build(tmp_path).remove(["march.pdf"])
    assert index.catalogue.db.execute("SELECT count(*) FROM read_pages").fetchone() == (0,)


def test_pictures_are_read_once_the_extra_is_installed(tmp_path, monkeypatch):
    papers = minutes(tmp_path)
    assert build(tmp_path).add([papers]).refused
    reads(monkeypatch, *MINUTES)
    assert build(tmp_path).add([papers]).added == ["march.pdf"]
    assert build(tmp_path).add([papers]).unchanged == ["march.pdf"]


def test_a_picture_of_a_paper_not_for_publication_is_kept_from_the_reader(tmp_path, monkeypatch):
    reads(monkeypatch, "NOT FOR PUBLICATION by virtue of paragraph 3 of Schedule 12A", *MINUTES)
    build(tmp_path).add([minutes(tmp_path)])
    with Catalogue(tmp_path / "home") as catalogue:
        assert catalogue.closed
        assert catalogue.db.execute("SELECT count(*) FROM read_pages").fetchone() == (0,)
        assert page_picture(catalogue, "march.pdf", 1, QUOTE) is None


def test_a_catalogue_without_pictures_is_brought_up_when_it_is_opened(index, tmp_path):
    index.close()
    with closing(sqlite3.connect(tmp_path / "home" / "catalogue.sqlite")) as db:
        db.executescript(
            "ALTER TABLE paragraphs DROP COLUMN from_picture; DROP TABLE read_pages; "
            "UPDATE meta SET value = '4' WHERE key = 'version';"
        )
    with Catalogue(tmp_path / "home") as catalogue:
        assert not any(one.from_picture for one in catalogue.paragraphs(catalogue.papers()[0].id))


def test_who_adds_on_a_screen_is_told_which_page_is_being_read(tmp_path, monkeypatch):
    told, adding = [], []
    reads(monkeypatch, *MINUTES)
    found = recognition.read_lines

    def watched(image):
        told.extend(one.reason for one in adding[0].progress.files)
        return found(image)

    monkeypatch.setattr(recognition, "read_lines", watched)
    adding.append(Adding(lambda: build(tmp_path), [minutes(tmp_path)], None, lambda: None))
    adding[0].join(60)
    assert told == ["page 1 of 1 is a picture, which takes some seconds"]
