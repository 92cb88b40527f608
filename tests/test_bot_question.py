import pytest

from bot.query.question import read


def test_capitals_inside_a_sentence_are_names():
    assert read("What did Marta Oake say?").names == {"marta", "oak"}


def test_a_body_is_known_by_its_noun():
    phrases = read("What did the Harbour Committee decide on the Marl Channel?").phrases
    assert [(phrase.text, phrase.is_body) for phrase in phrases] == [
        ("Harbour Committee", True),
        ("Marl Channel", False),
    ]


def test_a_possessive_ends_a_name():
    assert [phrase.text for phrase in read("What did Orrendale's Harbour Committee say?").phrases] == [
        "Harbour Committee"
    ]


def test_days_and_years_are_no_figures():
    question = read("What was resolved on 4 March 2031 about the 14 bollards?")
    assert question.numbers == {"14"}
    assert question.years == {"2031"}


def test_a_question_over_several_years_runs_across_meetings():
    assert read("How did tolls differ between 2030 and 2031?").across
    assert not read("What were the tolls in 2031?").across


def test_a_question_of_how_things_stand_wants_the_latest_word():
    assert read("Is the slipway still shut?").latest
    assert not read("What was resolved on the slipway?").latest


def test_a_verb_before_a_name_is_no_part_of_it():
    assert [phrase.text for phrase in read("Follow the Marl Channel charge through 2031").phrases] == ["Marl Channel"]


def test_the_word_that_opens_a_question_is_no_part_of_a_name():
    assert "which" not in read("Which Marl community councillor spoke?").phrases[0].run


@pytest.mark.parametrize(
    ("question", "broad"),
    [
        ("What has been said about the slipway?", True),
        ("What did the Harbour Committee say about the slipway?", True),
        ("About the slipway?", True),
        ("Any news on the slipway?", True),
        ("What was said about the slipway in March 2031?", False),
        ("What was resolved on the slipway?", False),
        ("What are we owed on the slipway?", False),
    ],
)
def test_a_question_is_broad_where_it_asks_what_was_ever_said_of_a_matter(question, broad):
    assert read(question).broad is broad


def test_what_asks_for_news_is_no_word_of_the_matter():
    assert [word.text for word in read("Any news on the slipway?").terms] == ["slipway"]


def test_initials_are_told_where_they_are_enough_to_know_a_name_by():
    phrases = read("What did the Marl Harbour Users Forum say to the Marl Board?").phrases
    assert [phrase.initials for phrase in phrases] == ["MHUF", ""]


@pytest.mark.parametrize(
    ("question", "across"),
    [
        ("How often did the Panel meet?", True),
        ("How has the ferry fare moved?", True),
        ("What was resolved each year?", True),
        ("Where are the memorials to the fallen?", False),
        ("Who moved the motion?", False),
    ],
)
def test_a_question_of_how_a_matter_went_runs_across_meetings(question, across):
    assert read(question).across is across


@pytest.mark.parametrize(
    ("question", "latest"),
    [
        ("Has the quay been mended?", True),
        ("When is the next meeting?", True),
        ("When was the quay mended?", False),
    ],
)
def test_what_asks_how_things_stand_wants_the_latest_word(question, latest):
    assert read(question).latest is latest
