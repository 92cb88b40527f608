import pytest

from bot.query.courtesy import plainly


@pytest.mark.parametrize(
    ("polite", "plain"),
    [
        (
            "Good morning, I would be most grateful if you could let me know what was resolved. Many thanks.",
            "What was resolved?",
        ),
        ("Would you be so good as to tell me how many gulls were counted?", "How many gulls were counted?"),
        ("May I ask who it was that spoke on the slipway?", "Who spoke on the slipway?"),
        ("Could you possibly say whether the kiosk was let?", "Whether the kiosk was let?"),
        ("Please would you list the members who voted against?", "The members who voted against?"),
        ("What sum, may I ask, was set aside for the quay?", "What sum was set aside for the quay?"),
        ("I wonder if you could tell me when the ferry runs, please.", "When the ferry runs?"),
        ("And would you please also say who seconded it?", "Who seconded it?"),
        (
            "The ferry was to run on Sundays; would you kindly tell me whether it did?",
            "The ferry was to run on Sundays; whether it did?",
        ),
    ],
)
def test_courtesies_are_no_part_of_a_question(polite, plain):
    assert plainly(polite) == plain


@pytest.mark.parametrize(
    "question",
    [
        "What was resolved on the kiosk?",
        "Why was that ruled out?",
        "Did the Clerk say whether members would be grateful for it?",
        "Please",
        "Thank you",
        "",
    ],
)
def test_a_question_without_courtesies_stays_as_it_is(question):
    assert plainly(question) == question
