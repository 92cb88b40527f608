import pytest

from bot.query.off_topic import is_off_topic


@pytest.mark.parametrize(
    "question",
    [
        "Thank you very much!",
        "Hi, hi",
        "That’s all, thanks.",
        "Who are you?",
        "What is the weather like today?",
        "Do you have a recipe for lasagne?",
        "Who won the cup final?",
        "What should I wear to a wedding in July?",
        "Write me a poem about the quay wall.",
        "What is the capital of France?",
        "Who is the president of the United States?",
        "What is 17 times 4?",
        "Translate the minutes into Latin",
    ],
)
def test_what_no_committee_s_papers_answer_is_off_topic(question):
    assert is_off_topic(question)


@pytest.mark.parametrize(
    "question",
    [
        "What did the winter weather cost us?",
        "Did the weather delay the works?",
        "What was said on the capital of the scheme?",
        "Who won the contract for the cup?",
        "What did officers write to the bus company?",
        "How much?",
        "Is the playing field used for cricket matches?",
    ],
)
def test_what_a_committee_may_speak_of_is_no_other_topic(question):
    assert not is_off_topic(question)
