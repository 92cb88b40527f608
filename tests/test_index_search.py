from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
from index_papers import build, folder

from index import Index
from index.fuse import Weights
from index.types import Days, Filter


@pytest.fixture
def index(tmp_path):
    papers = folder(
        tmp_path / "papers",
        march="Harbour Committee;2031-03-04;minutes\n251|The quay wall was discussed.\n251,(1)|RESOLVED: that the quay wall be mended.",
        april="Harbour Committee;2031-04-08;minutes\n251|The quay wall was discussed again.\n260|The tide tables were noted.",
        cabinet="Cabinet;2031-03-11;report\n7.1|The quay wall costs 21,500 crowns.\n7.2|The beacon costs less.",
    )
    build(tmp_path / "home").add([papers])
    with Index.open(tmp_path / "home", "words") as opened:
        yield opened


def files(index, question, **given):
    return [passage.paper.file for passage in index.search(question, **given)]


def test_the_words_asked_for_are_found(index):
    assert index.search("What do the tide tables say?", k=1)[0].text == "The tide tables were noted."


def test_other_forms_of_a_word_are_found(index):
    assert "RESOLVED: that the quay wall be mended." in index.search("resolution on mending walls", k=1)[0].text


def test_a_figure_is_found_as_it_is_printed(index):
    assert files(index, "21,500", k=1, weights=Weights(1, 0)) == ["cabinet.txt"]


def test_a_filter_is_never_loosened(index):
    cabinet = Filter(bodies=frozenset({"Cabinet"}))
    assert set(files(index, "quay wall and tide tables of the harbour committee", chosen=cabinet)) == {"cabinet.txt"}
    nowhere = Filter(bodies=frozenset({"No Such Body"}))
    question = "quay wall in March 2031, minute 251"
    assert index.search(question, nowhere, index.scope(question)) == []


def test_a_scope_ranks_the_meeting_named_first(index):
    question = "What was said on the quay wall in April 2031?"
    assert files(index, question, scope=index.scope(question), k=1) == ["april.txt"]


def test_a_scope_cuts_nothing_off(index):
    question = "What do the tide tables say in March 2031?"
    assert "april.txt" in files(index, question, scope=index.scope(question))


def test_a_printed_number_is_found_though_no_word_is_shared(index):
    question = "What does minute 260 record?"
    assert index.search(question, scope=index.scope(question), k=1)[0].text == "The tide tables were noted."


def test_number_and_meeting_together_name_one_minute(index):
    question = "What does minute 251 of the meeting of 8 April 2031 record?"
    assert index.search(question, scope=index.scope(question), k=1)[0].text == "The quay wall was discussed again."


def test_each_leg_can_be_switched_off(index):
    by_words = index.search("quay", weights=Weights(1, 0))
    by_vectors = index.search("quay", weights=Weights(0, 1))
    assert len(by_words) < len(by_vectors)


def test_no_more_than_k_passages_come(index):
    assert len(index.search("quay wall", k=2)) == 2


@pytest.mark.parametrize("question", ["", "?", '"', "of the", "\0", "quay " * 2000, "NEAR(a b)", "🦭"])
def test_any_text_may_be_asked(index, question):
    assert isinstance(index.search(question, scope=index.scope(question)), list)


def test_the_same_question_gives_the_same_passages(index):
    assert index.search("quay wall") == index.search("quay wall")


def test_papers_added_while_an_index_is_open_are_found(index, tmp_path):
    index.search("lantern")
    build(index.home).add([folder(tmp_path / "more", more="Cabinet;2031-05-01;report\nThe lantern was lit.")])
    assert index.search("lantern", k=1)[0].text == "The lantern was lit."


def test_papers_removed_while_an_index_is_open_are_gone(index):
    index.search("tide")
    build(index.home).remove(["april.txt"])
    assert "april.txt" not in files(index, "tide tables")


def test_a_scope_knows_the_meetings_held(index):
    march = index.scope("in March 2031", date(2033, 1, 1)).periods[0]
    assert march.meetings == (Days.of(date(2031, 3, 4)), Days.of(date(2031, 3, 11)))


def test_many_threads_may_ask_at_once(index):
    questions = ["quay wall", "tide tables", "beacon costs"] * 20
    with ThreadPoolExecutor(8) as threads:
        answers = list(threads.map(lambda question: files(index, question), questions))
    assert answers == [files(index, question) for question in questions]
