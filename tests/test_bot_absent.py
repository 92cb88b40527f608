import pytest

from bot.answerability.absent import unheard
from bot.query import question

HELD = frozenset("cost scheme group task quay wall old library boss charge harbour committee said".split())


def lacks(text):
    found = unheard(question.read(text), lambda word: word.lower() in HELD)
    return found and (found.words, found.person)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("What does the Wexcombe wall cost?", (("Wexcombe",), False)),
        ("What did Councillor Pemberton cost?", (("Pemberton",), True)),
        ("What did Basil Thornbury say of the wall?", (("Basil Thornbury",), True)),
        ("What does the theatre scheme cost?", (("theatre scheme",), False)),
        ("Who was put on the museum task group?", (("museum task",), False)),
        ("What are we owed on drinking fountains?", (("drinking fountains",), False)),
        ("What did 283 cost?", (("283",), False)),
    ],
)
def test_what_no_paper_speaks_of_is_named(text, expected):
    assert lacks(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "What will the boss cost?",
        "What did the library van cost?",  # the papers' word for the thing is another
        "What does the original scheme cost?",
        "What did the Harbour Committee's group cost?",
        "Who has the wall scheme?",
    ],
)
def test_a_word_that_papers_put_otherwise_is_no_reason(text):
    assert lacks(text) is None
