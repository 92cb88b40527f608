from dataclasses import replace
from datetime import date

from index_papers import build, chunk, folder, parse

from corpus.types import Chunk
from index import Index
from index.build import Build
from index.embedders.words import WordsEmbedder
from index.passages import MOST_WORDS, as_row
from index.types import Filter


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


LONG = " ".join(["The quay wall will be mended with stone from the old beacon"] * 3)


def drafted(path, file):
    return [replace(paper, draft=file == "draft.txt") for paper in parse(path, file)]


def test_the_same_words_in_several_papers_are_one_passage_of_the_earliest_adopted(tmp_path):
    texts = {
        "draft": f"Harbour Committee;2031-03-04;minutes\n{LONG}",
        "later": f"Harbour Committee;2031-04-08;minutes\n{LONG.replace('The quay', 'The  Quay')}",
        "adopted": f"Harbour Committee;2031-03-05;minutes\n{LONG}",
    }
    with opened(tmp_path, chunk, drafted, **texts) as index:
        passages = index.search("quay mended")
    assert [p.paper.file for p in passages] == ["adopted.txt"]
    assert {place.file for place in passages[0].places} == {"draft.txt", "later.txt"}


def test_few_words_of_another_meeting_are_another_text(tmp_path):
    texts = {month: f"Cabinet;2031-0{n}-04;minutes\nThat the quay be mended." for n, month in enumerate(("a", "b"), 3)}
    with opened(tmp_path, **texts) as index:
        assert len(index.search("quay mended")) == 2


def test_few_words_of_a_draft_and_its_adopted_minutes_are_one_text(tmp_path):
    texts = {name: f"Cabinet;2031-03-04;minutes\n{name}|That the quay be mended." for name in ("adopted", "draft")}
    with opened(tmp_path, chunk, drafted, **texts) as index:
        assert [p.paper.file for p in index.search("quay mended")] == ["adopted.txt"]


def test_places_are_told_however_deep_they_would_rank(tmp_path):
    first, second = f"Cabinet;2031-03-04;minutes\n{LONG}", f"Cabinet;2031-04-04;minutes\n{LONG}\nThe tide."
    with opened(tmp_path, a=first, b=second) as index:
        assert [place.file for place in index.search("quay", k=1)[0].places] == ["b.txt"]


def test_places_outside_the_filter_are_not_told(tmp_path):
    first, second = f"Cabinet;2031-03-04;minutes\n{LONG}", f"Cabinet;2031-04-04;minutes\n{LONG}"
    with opened(tmp_path, a=first, b=second) as index:
        passage = index.search("quay", Filter(since=date(2031, 4, 1)))[0]
    assert (passage.paper.file, passage.places) == ("b.txt", ())


def test_a_passage_takes_in_what_stands_around_it_under_the_same_number(tmp_path):
    with opened(
        tmp_path, a="8|The lantern.\n9|The quay wall.\n9|It leans.\n9,(1)|RESOLVED: mend it.\n10|The tide."
    ) as index:
        assert index.search("mend", k=1)[0].text == "The quay wall.\nIt leans.\nRESOLVED: mend it."


def test_what_lies_in_a_better_passage_is_not_told_again(tmp_path):
    with opened(tmp_path, a="9|The quay wall.\n9,(1)|RESOLVED: mend the quay wall.\n10|The tide at the quay.") as index:
        assert len(index.search("quay wall")) == 2


def test_a_row_says_where_a_passage_stands(tmp_path):
    build(tmp_path / "home").add([folder(tmp_path / "papers", a="251|The quay.")])
    with Index.open(tmp_path / "home", "words") as index:
        row = as_row(index.search("quay")[0])
    assert (row["file"], row["locator"], row["label"], row["text"]) == ("a.txt", "Minute 251", ["251"], "The quay.")
