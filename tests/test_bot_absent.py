from dataclasses import replace

import pytest
from evidence_papers import minutes, whole
from scoped_questions import asked

from bot.answerability.absent import absent

HELD = frozenset("cost scheme group task quay wall old library boss charge harbour committee said item".split())
WALL = minutes("text|3|3. Quay wall|The quay wall was old.")


def lacks(text, evidence=()):
    refusal = absent(asked(text), lambda word: word.lower() in HELD, evidence)
    return refusal and (refusal.reason, refusal.lacking)


@pytest.mark.parametrize(
    ("text", "lacking"),
    [
        ("What does the Wexcombe wall cost?", "“Wexcombe”"),
        ("What did Councillor Pemberton cost?", "“Pemberton”"),
        ("What did Basil Thornbury say of the wall?", "“Basil Thornbury”"),
        ("What did 283 cost?", "“283”"),
        ("What did the wall of £4,200 cost?", "“4,200”"),
    ],
)
def test_a_name_or_a_figure_that_stands_in_no_paper_is_a_reason_to_decline(text, lacking):
    assert lacks(text) == ("nothing_found", lacking)


@pytest.mark.parametrize(
    "text",
    [
        "What will the theatre cost?",
        "What are we owed on drinking fountains?",
        "What did the Harbour Committee's group cost?",
        "What does the MCF cost?",  # papers may have what the letters stand for
        "What did item 283 cost?",  # a printed number is looked for as one
        "What did a wall of £1.2m cost?",  # papers may print it otherwise
        "What did the Licensing Committee cost?",  # bodies are another matter
    ],
)
def test_a_word_that_papers_may_put_otherwise_is_no_reason(text):
    assert lacks(text) is None


def test_what_an_earlier_turn_lent_is_no_reason():
    question = asked("What does the Wexcombe wall cost?")
    lent = frozenset(word.stem for word in question.question.terms)
    carried = replace(question, question=replace(question.question, carried=lent))
    assert absent(carried, lambda _: False) is None


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("What did Councillor Pemberton say of the quay wall?", "other_person"),
        ("What did Basil Thornbury say of the quay wall?", "other_person"),
        ("What was said of the quay wall at Wexcombe?", "nothing_found"),
    ],
)
def test_what_was_found_for_the_rest_is_somebody_else_s_where_the_name_is_a_person_s(text, reason):
    found = whole(WALL, 0)
    refusal = absent(asked(text), lambda word: word.lower() in HELD, [found])
    assert (refusal.reason, refusal.near) == (reason, found)


@pytest.mark.parametrize(
    ("text", "lacking"),
    [
        ("What was resolved on the airport?", "“airport”"),
        ("What was resolved on the quay?", None),
        ("What was resolved on the airport wall?", None),  # one word of the matter is enough
        ("Who sits on the Harbour Committee?", None),  # nothing of its matter
    ],
)
def test_what_was_decided_of_a_matter_that_no_paper_has_a_word_of_is_nothing(text, lacking):
    assert (told := lacks(text)) == (lacking and ("nothing_found", lacking)), told
