from bot_papers import JULY, PAPERS, bot_on

from index import Index
from index.build import Build
from index.embedders.words import WordsEmbedder
from index.reading import Reading


def paper_of(index: Index, file: str) -> str:
    return next(paper.id for paper in index.catalogue.papers() if paper.file == file)


def test_a_paper_is_read_once_and_given_whole_or_in_part(tmp_path, monkeypatch):
    index = bot_on(tmp_path).index
    reading, july = Reading(index.catalogue), paper_of(index, "july.txt")
    whole = reading.paper(july)
    assert [paragraph.text for paragraph in whole] == [line.split("|")[3] for line in JULY.strip().splitlines()]
    monkeypatch.setattr(index.catalogue, "paragraphs", None)
    assert reading.paragraphs(july, -1, 0) == whole[:1]
    assert reading.paragraphs(july, 1, 9) == whole[1:]


def test_a_paper_that_was_removed_is_kept_no_longer(tmp_path):
    index = bot_on(tmp_path).index
    reading, july = Reading(index.catalogue), paper_of(index, "july.txt")
    assert reading.paper(july)
    Build(tmp_path / "home", WordsEmbedder(), lambda _, file: [PAPERS[file]], lambda _: []).remove(["july.txt"])
    assert not reading.paper(july)
    assert not reading.paragraphs(july, 0, 5)
