import pytest

from bot.query.question import read


@pytest.mark.parametrize(
    ("text", "wants"),
    [
        ("What was resolved on apprentices?", "resolved"),
        ("How did members vote on the quay wall?", "vote"),
        ("Why was the slipway shut?", "why"),
        ("How much did the quay wall cost?", "money"),
        ("What share of tolls was paid?", "share"),
        ("How many bollards were loose?", "quantity"),
        ("When does the committee next meet?", "when"),
        ("What did the Cabinet decide when it sat in June?", "resolved"),
        ("What is the number of berths at the quay?", "quantity"),
        ("Who chairs the Harbour Committee?", "who"),
        ("What did the report recommend?", "recommended"),
        ("What is the MCF for?", "meaning"),
        ("Has the quay wall been mended?", "outcome"),
        ("What are the objectives in the strategy?", "list"),
    ],
)
def test_what_a_question_wants_is_read(text, wants):
    assert read(text).wants == wants


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
    ("text", "wants"),
    [
        ("The ferry was to run a service for those who fish. Did it happen?", "outcome"),
        ("Did the panel send the ferry decision back?", "outcome"),
        ("What did planning members do with the kiosk scheme?", "resolved"),
        ("What lay behind the flood on the quay?", "why"),
        ("What answer did the Minister give about the quay?", "reply"),
        ("How many councillors went against the kiosk?", "vote"),
        ("And who seconded it?", "who"),
        ("How large was the lottery grant for the quay?", "money"),
        ("What yearly saving was the panel told of, and what was that later put right to?", "money"),
        ("How did the harbour panel divide on the kiosk?", "vote"),
        ("How narrow was the decision on the kiosk?", "vote"),
        ("How did the number of moorings change?", "quantity"),
        ("What were officers advising on the old slipway?", "recommended"),
        ("New to the harbour: what does MRP mean?", "meaning"),
        ("Old slipway - what did we pay?", "money"),
        ("What does the Forum think every port should publish?", "anything"),
        ("What do they mean by MCF?", "meaning"),
        ("What does MCF stand for?", "meaning"),
        ("What is the slipway fund for?", "meaning"),
        ("How much did the flood set the harbour back?", "money"),
        ("What rent does the boatyard owe?", "money"),
        ("By how much did the harbour dues rise?", "quantity"),
        ("How much longer is the quay than the slipway?", "quantity"),
        ("Old slipway purchase price council", "money"),
        ("What did the panel decide about what we pay?", "resolved"),
        ("Ferry moorings in use - number?", "quantity"),
        ("Minute number 12 on the quay", "anything"),
    ],
)
def test_the_kind_of_a_question_is_read_from_what_asks(text, wants):
    assert read(text).wants == wants


def test_how_a_reader_introduces_himself_is_no_matter_of_the_question():
    question = read("I have just joined the harbour side. Who can call in a decision?")
    assert {"join", "side"} <= question.aside
    assert read("I've just started and people ask about the bin waiver. Who gets it?").aside == {"start"}


def test_what_is_asked_besides_is_known():
    assert read("What will the trial cost, and out of which pot?").besides == {"pot"}
    assert not read("What was resolved on bread and butter?").besides


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
