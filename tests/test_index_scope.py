from datetime import date
from time import perf_counter

import pytest

from index.scope import Number, Scope, read
from index.types import Days

BODIES = ["Cabinet", "Skerry Parish Council"]
MEETINGS = [
    ("Cabinet", Days.of(date(2031, 3, 4))),
    ("Skerry Parish Council", Days.of(date(2031, 4, 8))),
    (None, Days.of(date(2031, 5, 6))),
]
TODAY = date(2033, 6, 15)


def scope(question):
    return read(question, BODIES, MEETINGS, TODAY)


def numbers(question):
    return [number.number for number in scope(question).numbers]


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("What does minute 251 record?", Number("minute", "251")),
        ("What does Minute No. 251 record?", Number("minute", "251")),
        ("Why was item 12 closed?", Number("item", "12")),
        ("What is agenda item 7?", Number("item", "7")),
        ("What does paragraph 6.3.3 say?", Number("paragraph", "6.3.3")),
        ("What does para 7.1 say?", Number("paragraph", "7.1")),
        ("What is action 4?", Number("action", "4")),
        ("What is in Appendix B?", Number("appendix", "b")),
        ("What of resolution (3)?", Number("resolution", "3")),
        ("What of clause (iv)?", Number("clause", "iv")),
        ("What of minute 8/16?", Number("minute", "8/16")),
        ("What of 6.3.3?", Number("", "6.3.3")),
        ("What of minute C204/21?", Number("minute", "c204/21")),
    ],
)
def test_printed_numbers_are_read(question, number):
    assert scope(question).numbers == (number,)


@pytest.mark.parametrize(
    "question",
    [
        "What of the section 106 agreement?",
        "Who is the section 151 officer?",
        "It took 20 minutes",
        "Is there an item a member may raise?",
        "What of 12 actions and £6.33?",
        "How many items were there?",
    ],
)
def test_other_numbers_are_left_alone(question):
    assert numbers(question) == []


def test_a_clause_in_brackets_after_a_minute_s_number_is_read_too():
    assert numbers("What does minute 255(b) record?") == ["255", "b"]


def test_two_numbers_are_read_in_order():
    assert numbers("What of resolution (3) in minute 251?") == ["3", "251"]


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("What was resolved on the quay?", "minutes"),
        ("What did the report recommend?", "report"),
        ("What is on the agenda?", "agenda"),
        ("Who owns it in the action log?", "actions"),
        ("What does the harbour strategy say?", "strategy"),
    ],
)
def test_a_kind_is_read(question, kind):
    assert kind in scope(question).kinds


def test_a_plain_question_has_no_scope():
    assert scope("How deep is the harbour?").is_empty
    assert Scope().is_empty


def test_the_last_meeting_is_that_of_the_body_named():
    assert scope("What did Skerry say at its last meeting?").periods[0].since == date(2031, 4, 8)
    assert scope("What was said at the last meeting?").periods[0].since == date(2031, 5, 6)


def test_words_that_name_meeting_and_body_are_left_out_of_what_is_looked_for():
    question = "What did the Cabinet agree on the quay in March 2031?"
    assert scope(question).without(question) == "What did the agree on the quay in"


def test_years_and_months_without_a_meeting_are_looked_for():
    question = "What did the quay cost in 2030/31, and in July 2031?"
    assert scope(question).without(question) == "What did the quay cost in 2030/31 and in July 2031"


def test_a_question_of_nothing_else_is_left_whole():
    question = "What about the Cabinet in March 2031?"
    assert scope(question).without(question) == question


@pytest.mark.parametrize("pasted", ["January ", "last a ", "from March to ", "minute 1 ", "Skerry of the ", "(a) "])
def test_a_pasted_page_is_read_at_once(pasted):
    started = perf_counter()
    scope(pasted * 5_000)
    assert perf_counter() - started < 1


@pytest.mark.parametrize(
    "odd", ["31 February", "29 February 2031", "1/1/1", "2099/00", "31/12/2099", "\0", "’", "minute ("]
)
def test_an_odd_date_or_number_names_nothing_worse_than_nothing(odd):
    assert scope(f"What of {odd}?").numbers == ()


def test_what_was_inferred_is_told_and_can_be_left_out():
    found = scope("What did the Cabinet resolve in minute 251 of March 2031?")
    assert [one.words for one in found.told()] == ["Cabinet", "March 2031", "minutes", "minute 251"]
    left = found.leaving_out({"period March 2031", "kind minutes", "body Nobody"})
    assert [one.words for one in left.told()] == ["Cabinet", "minute 251"]
    assert found.leaving_out(()) == found
