import pytest
from index_papers import build, folder

from index import Index
from index.coverage import Wanted, best_covering, look_again
from index.passages import passages_of
from index.rank import ChunkAt, places_of
from index.scope import Scope
from index.search import BACKGROUND, _drawn


@pytest.fixture
def index(tmp_path):
    texts = {
        "quay": "Harbour Committee;2031-03-04;minutes\n12|The quay wall.\n12|It was noted that 14 bollards were loose.\n13|Any other business.",
        "page": "Harbour Committee;2031-05-04;minutes\nThe quay wall and its bollards.",
    }
    build(tmp_path / "home").add([folder(tmp_path / "papers", **texts)])
    with Index.open(tmp_path / "home", "words") as held:
        yield held


def wanted(index, question, **others):
    return Wanted(index.catalogue, question, Scope(), others)


def paragraphs(index, file):
    paper = next(paper for paper in index.catalogue.papers() if paper.file == file)
    return index.catalogue.paragraphs(paper.id)


def test_a_word_in_the_line_above_counts_for_less_than_in_the_line_itself(index):
    around = paragraphs(index, "quay.txt")
    both, one = (best_covering(wanted(index, q), around, 1, 1) for q in ("loose bollards", "bollards quay"))
    assert 0 < one.share < both.share


def test_paragraphs_that_say_nothing_of_the_question_are_left_out(index):
    found = best_covering(wanted(index, "loose bollards quay"), paragraphs(index, "quay.txt"), 0, 2)
    assert [paragraph.ordinal for paragraph in found.paragraphs] == [0, 1]


def test_an_abbreviation_answers_for_its_words(index):
    found = wanted(index, "what of the QW?", QW="quay wall").held("The quay wall.")
    assert found.keys() == {"qw"}


def test_a_page_of_one_paragraph_keeps_its_score(index):
    chunk = f"{next(p.id for p in index.catalogue.papers() if p.file == 'page.txt')}-0"
    places = places_of(index.catalogue, [chunk])
    again, covering = look_again(index.reading, wanted(index, "zebra"), [(chunk, 0.5)], places, Scope())
    assert (list(again), covering) == ([(chunk, 1.0)], {})


def test_a_chunk_whose_paper_was_removed_since_it_was_found_is_passed_over(index):
    gone, place = "gone-0", ChunkAt("gone", 0, 0, "same")
    again, covering = look_again(index.reading, wanted(index, "quay"), [(gone, 0.5)], {gone: place}, Scope())
    assert (list(again), covering) == ([(gone, 1.0)], {})
    assert passages_of(index.reading, again, {gone: place}, "quay", 1) == []


def test_a_chunk_that_was_cut_anew_since_it_was_found_is_passed_over(index):
    paper = next(p.id for p in index.catalogue.papers() if p.file == "page.txt")
    gone, place = f"{paper}-9", ChunkAt(paper, 0, 0, "another")
    assert passages_of(index.reading, [(gone, 0.5)], {gone: place}, "quay", 1) == []


def test_what_was_asked_before_draws_and_need_not_be_met():
    assert _drawn({"a": 1.0}, {"b": 1.0}) == {"a": 1.0, "b": BACKGROUND}


def test_a_follow_up_is_drawn_to_what_was_asked_before(index):
    found = index.search("And how many were loose?", background="What of the quay wall? And how many were loose?")
    assert "bollards" in found[0].text
