from dataclasses import replace

import pytest
from index_papers import build, chunk, folder, parse

from corpus.types import Chunk
from index import Index
from index.build import Build
from index.embedders.words import WordsEmbedder
from index.passages import MOST_WORDS, as_row


def whole(paper):
    """A chunk a paper."""
    text = "\n".join(p.text for p in paper.paragraphs)
    return [Chunk(0, 0, len(paper.paragraphs) - 1, "", text)]


def opened(tmp_path, chunks=chunk, reading=parse, **texts):
    Build(tmp_path / "home", WordsEmbedder(), reading, chunks).add([folder(tmp_path / "papers", **texts)])
    return Index.open(tmp_path / "home", "words")


def test_a_long_chunk_gives_the_paragraphs_that_were_asked_for(tmp_path):
    filler = "\n".join(" ".join(["ballast"] * 100) for _ in range(4))
    with opened(tmp_path, whole, a=f"{filler}\nThe beacon was lit.\n{filler}") as index:
        passage = index.search("beacon")[0]
    assert "The beacon was lit." in passage.text
    assert len(passage.text.split()) <= MOST_WORDS


def test_a_paragraph_longer_than_a_passage_is_kept_whole(tmp_path):
    speech = " ".join(f"word{n}" for n in range(MOST_WORDS + 50))
    with opened(tmp_path, a=speech) as index:
        assert index.search("word7")[0].text == speech


def test_the_same_words_in_two_papers_are_one_passage_of_the_earliest_adopted(tmp_path):
    def drafted(path, file):
        return [replace(paper, draft=file == "draft.txt") for paper in parse(path, file)]

    texts = {
        "draft": "Harbour Committee;2031-03-04;minutes\nThe quay will be mended.",
        "later": "Harbour Committee;2031-04-08;minutes\nThe  quay will be mended.",
        "adopted": "Harbour Committee;2031-03-05;minutes\nThe quay will be mended.",
    }
    with opened(tmp_path, chunk, drafted, **texts) as index:
        passages = index.search("quay mended")
    assert [p.paper.file for p in passages] == ["adopted.txt"]
    assert {place.file for place in passages[0].places} == {"draft.txt", "later.txt"}


@pytest.mark.parametrize("k", [1, 2])
def test_places_are_told_however_few_passages_are_asked_for(tmp_path, k):
    first, second = "Cabinet;2031-03-04;minutes\nThe quay.", "Cabinet;2031-04-04;minutes\nThe quay.\nThe tide."
    with opened(tmp_path, a=first, b=second) as index:
        assert [place.file for place in index.search("quay", k=k)[0].places] == ["b.txt"]


def test_a_row_says_where_a_passage_stands(tmp_path):
    build(tmp_path / "home").add([folder(tmp_path / "papers", a="251|The quay.")])
    with Index.open(tmp_path / "home", "words") as index:
        row = as_row(index.search("quay")[0])
    assert (row["file"], row["locator"], row["label"], row["text"]) == ("a.txt", "Minute 251", ["251"], "The quay.")
