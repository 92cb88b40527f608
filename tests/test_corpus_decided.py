"""What a body decided in plain words, the body as subject."""

import pytest
from test_corpus_parse import find, minutes

from corpus.parsers.decided import decided_by_body


@pytest.mark.parametrize(
    "text",
    [
        "The Committee agreed:-",
        "The Committee agreed unanimously that the limit be made permanent.",
        "The Committee noted the report.",
        "The Sub-Committee agreed to continue consideration.",
        "Having heard the engineer, the Roads Committee agreed:-",
        "The Board agreed these proposals.",
        "Members agreed to write to the Minister.",
        "The Trustees approved the accounts.",
        "Agreed, with the addition of the quay.",
        "Agreed as recommended.",
    ],
)
def test_the_body_itself_decided(text):
    assert decided_by_body(text)


@pytest.mark.parametrize(
    "text",
    [
        "The Committee had agreed to this in May.",
        "The Committee agreed at its last meeting that the limit be kept.",
        "The Senior Engineer agreed to look into it.",
        "Members noted that the road floods.",
        "Members agreed with Councillor Reed.",
        "The Harbour Committee endorsed the plan on 21 November 2024.",
        "Councillor Reed agreed to help.",
    ],
)
def test_what_was_told_or_done_by_others_is_no_decision(text):
    assert not decided_by_body(text)


def test_the_clauses_of_what_a_committee_agreed_are_resolutions():
    one = minutes(
        "3. WINTER\n\nThe Committee agreed:-\n\n(i) to note the outturn; and\n\n(ii) that grit bins be bought.\n\nThe Convener thanked the squads."
    )
    clause = find(one, "grit bins")
    assert (clause.type, clause.locator) == ("resolution", "Minute 3, resolution (ii)")
    assert find(one, "The Convener").type == "text"


def test_recommendations_lettered_and_numbered_are_clauses_of_the_decision():
    one = minutes(
        "23. CALL-IN\n\nRESOLVED that it be referred back with the recommendations that the Cabinet:\n\n"
        "R1\tput off the closure;\n\nR2\thold a consultation; and\n\nR3\thave the figures made right."
    )
    clause = find(one, "hold a consultation")
    assert (clause.type, clause.label) == ("resolution", ("23", "R2"))


def test_clauses_with_decimals_under_a_resolution():
    one = minutes("22. BUSES\n\nRESOLVED:\n\n22.1 To note it;\n\n22.2 To publish it.")
    assert find(one, "To publish").type == "resolution"


def test_votes_on_a_division_are_votes():
    one = minutes(
        "4. WASTE\n\nOn a division being taken by calling the roll, the votes were as follows:-\n\n"
        "For the Motion (2)\tFor the Amendment (1)\n\nCouncillors Reed and Stone\tCouncillor Wood"
    )
    assert [paragraph.type for paragraph in one.paragraphs[-3:]] == ["vote"] * 3


def test_how_a_recommendation_fell_is_a_vote():
    one = minutes("4. YARD\n\nThe recommendation to grant was put to the vote: 3 in favour, 5 against, 1 abstention.")
    assert find(one, "in favour").type == "vote"


def test_what_follows_the_last_clause_of_a_list_stands_under_the_item():
    one = minutes(
        "23. CALL-IN\n\nThe reasons given were:\n\n(a) there was no consultation; and\n\n(b) the figures were wrong.\n\nCouncillor Reed spoke."
    )
    assert find(one, "Councillor Reed spoke").locator == "Minute 23"


def test_a_call_in_deadline_under_those_present_is_no_attendance():
    one = minutes("")
    assert one.paragraphs[-1].type == "attendance"
    one = minutes("Published: Thursday 5 March 2020. Last date for call-in: 12 March 2020.\n\n1. ROADS\n\nNone.")
    assert find(one, "Published").type == "text"


def test_a_short_item_that_ends_with_agreed_is_a_resolution():
    one = minutes(
        "25. MINUTES OF COMMITTEES\n\n(b) LE89/21, Splash pad. Agreed as recommended.\n\n(c) Glass. It was told."
    )
    assert find(one, "Splash pad").type == "resolution"
