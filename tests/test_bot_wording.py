from datetime import date

import pytest
from evidence_papers import minutes
from held_papers import query
from scoped_questions import asked

from bot.answerability.refusal import Refusal, quoted
from bot.answerability.wording import Where, tell
from bot.types import Citation
from index.types import Days

HARBOUR = minutes("text|1|1. Quay|The quay.", date(2031, 3, 4))
NEAR = Citation(
    1,
    "may-1",
    "may.txt",
    "Minutes",
    "Parks Panel",
    date(2031, 5, 6),
    "minutes",
    "Minute 3",
    ("3",),
    None,
    None,
    "That it be\n painted.",
)
WHERE = Where("4 papers of 2 bodies, 2031", (("Harbour Committee", Days.of(date(2031, 3, 4))),))


def told(reason, lacking="", near=(), text="What was agreed on swans wearing bells?"):
    return tell(query(text), Refusal(reason, lacking), near, WHERE)


def test_what_is_not_found_is_told_with_what_was_looked_for_and_where():
    assert told("nothing_found") == (
        "The papers held do not say. Searched 4 papers of 2 bodies, 2031, for: agreed, swans, wearing, bells."
    )


def test_a_name_that_nothing_mentions_is_told():
    assert told("nothing_found", "“Wexcombe”").endswith("\n\nNothing that was found mentions “Wexcombe”.")


@pytest.mark.parametrize(
    ("reason", "line"),
    [
        ("other_year", "Nothing was found for “2024”.\n\nFound for another time"),
        ("other_body", "Nothing was found for “2024”.\n\nFound in the papers of another body"),
        ("other_person", "Nothing that was found mentions “2024”.\n\nFound for somebody else"),
    ],
)
def test_what_was_found_instead_is_told_as_that(reason, line):
    text = told(reason, "“2024”", [NEAR])
    assert text.startswith("The papers held do not say.")
    assert text.endswith(f"\n\n{line} (Parks Panel, 6 May 2031): “That it be painted.” [1]")


def test_a_meeting_that_is_not_held_is_told_with_the_nearest():
    text = "What did the Harbour Committee decide in May 2029?"
    answer = tell(asked(text, HARBOUR), Refusal("not_held", "May 2029"), [NEAR], WHERE)
    assert answer.startswith(
        "No papers are held of a meeting of the Harbour Committee in May 2029. "
        "The nearest meetings whose papers are held: 4 March 2031."
    )
    assert "The nearest that was found (Parks Panel" in answer


def test_a_reader_that_says_not_held_need_not_know_the_day():
    assert told("not_held").startswith("No papers of that meeting are held.")


def test_an_exempt_item_is_told_with_its_paragraph():
    assert told("exempt", "3") == (
        "This was dealt with as an exempt item under paragraph 3 of Schedule 12A to the Local Government Act 1972, "
        "so the public papers do not give it."
    )
    assert told("exempt").startswith("This was dealt with as an exempt item, so")


def test_a_question_of_another_topic_is_told_what_is_held():
    assert told("off_topic", text="Thank you!") == (
        "That is not a question about the papers held (4 papers of 2 bodies, 2031). "
        "Ask what a meeting heard, discussed or decided."
    )


def test_what_the_question_takes_for_granted_is_denied():
    assert told("false_premise", "it was sold").startswith("The papers held do not say that it was sold.")
    assert told("false_premise").startswith("The papers held do not say what the question takes for granted.")


def test_what_is_lacking_is_listed_as_a_sentence_has_it():
    assert [quoted(names) for names in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == [
        "",
        "“a”",
        "“a” or “b”",
        "“a”, “b” or “c”",
    ]
