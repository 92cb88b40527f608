"""The list that quoted words are of."""

import time

import pytest
from evidence_papers import minutes
from held_papers import query

from bot.rendering.lists import asks_for_list, list_of

CLAUSES = """
resolution|12|12. Lamps|RESOLVED:
resolution|12,(1)|12. Lamps|(1) That a lamp be lit.
resolution|12,(2)|12. Lamps|(2) That two buoys be painted:
resolution|12,(2),(a)|12. Lamps|(a) one red.
resolution|12,(2),(b)|12. Lamps|(b) one green.
resolution|12,(3)|12. Lamps|(3) That a bill be sent.
"""
COLOURS = """
text|14|14. Buoys|The surveyor listed the colours of the buoys:
text|14|14. Buoys|red on the port hand;
text|14|14. Buoys|green on the starboard hand; and
text|14|14. Buoys|yellow at the moorings.
text|14|14. Buoys|Councillor Pell thanked the surveyor for the buoys.
"""
TALK = """
text|15|15. Gulls|The Clerk said the following:
text|15|15. Gulls|The gulls were loud.
text|15|15. Gulls|The bins were full.
"""
PRESENT = """
heading|1|1. Present|Present
attendance|1|1. Present|Councillor Ash
attendance|1|1. Present|Councillor Bell
"""


def members(text, at):
    paper = minutes(text)
    return [thing.text for thing in list_of(paper[at], 0, paper)]


@pytest.mark.parametrize("at", [0, 1, 5])
def test_numbered_clauses_are_a_list_from_their_lead_in_on(at):
    assert members(CLAUSES, at) == ["(1) That a lamp be lit.", "(a) one red.", "(3) That a bill be sent."]


def test_a_list_within_a_clause_is_one_of_its_own():
    assert members(CLAUSES, 4) == ["(a) one red.", "(b) one green."]


def test_lines_parted_by_semicolons_end_with_the_last_of_them():
    assert members(COLOURS, 1) == [one.text for one in minutes(COLOURS)[1:4]]
    assert members(COLOURS, 0) == members(COLOURS, 1)


def test_talk_under_a_lead_in_is_no_list_unless_its_number_is_told():
    assert members(TALK, 1) == []
    assert len(members(TALK.replace("said the following", "made two points"), 1)) == 2


def test_those_present_are_a_list():
    assert members(PRESENT, 2) == ["Councillor Ash", "Councillor Bell"]


def test_things_marked_inside_a_paragraph_are_a_list():
    assert members("text|2|2. Nets|These are forbidden: (a) nets; (b) pots; and (c) lines.", 0) == [
        "(a) nets;",
        "(b) pots; and",
        "(c) lines.",
    ]
    assert members("text|2|2. Nets|Forbidden: • nets • pots • lines", 0) == ["nets", "pots", "lines"]


def test_the_numbered_business_of_a_meeting_is_no_list():
    assert members("text|1|Business|1. The Clerk spoke.\ntext|2|Business|2. The Chair spoke.", 0) == []


@pytest.mark.parametrize(
    ("text", "several"),
    [
        ("What points did the ferry master raise?", True),
        ("Which tolls were raised?", True),
        ("Who attended the meeting in May?", True),
        ("List the buoys.", True),
        ("What was resolved on the quay?", False),
        ("What progress was made on the quay?", False),
        ("How much did the slipway cost?", False),
    ],
)
def test_what_asks_for_several_things(text, several):
    assert asks_for_list(query(text).question) is several


def test_a_footnotes_sign_for_a_clauses_number_counts_nothing():
    assert members("resolution|4,²|4. Quay|² The quay be mended.\nresolution|4,³|4. Quay|³ The slip be swept.", 0) == []


def test_clauses_of_long_lines_of_signs_are_soon_read():
    signs = "." * 20_000
    began = time.process_time()
    assert members(f"resolution|4|4. Quay|{signs}\nresolution|4|4. Quay|{signs}", 0) == []
    assert time.process_time() - began < 1  # 0.02 s; 10 s where the signs could be parted in two at each of them
