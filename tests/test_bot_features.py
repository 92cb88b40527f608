"""What is seen of paragraphs before they are read."""

from dataclasses import dataclass, replace
from datetime import date

import pytest
from evidence_papers import minutes, papers
from scoped_questions import asked

from bot.reading.features import KINDS, MEETING, NAMES, PLACES, SEARCH, SHAPE, TYPES, candidates, rows_of
from index.coverage import Wanted
from index.types import Passage

MARCH = minutes(
    """
heading|12|12. Quay wall|12. Quay wall
text|12|12. Quay wall|The Clerk spoke.
resolution|12|12. Quay wall|That the quay wall be mended for £4,200.
text|13|13. Swans|The swans were fed?
""",
    date(2031, 3, 4),
    "march",
)
PARKS = minutes("text|1|1. Swans|The swans were counted:", date(2032, 5, 6), "parks", body="Parks Panel", kind="report")
BOTH = (Passage(tuple(MARCH), 2.0), Passage(tuple(PARKS), 1.0))
BEFORE_TYPES = len((*PLACES, *MEETING, *SEARCH, *SHAPE))
COLUMNS = [*NAMES[:BEFORE_TYPES], *(f"type {name}" for name in TYPES), *NAMES[BEFORE_TYPES + len(TYPES) :]]


@dataclass(frozen=True)
class Counted:
    """As much of a catalogue as is asked: in how many paragraphs words stand."""

    texts: tuple[str, ...]

    def frequencies(self, words):
        return {word: sum(word.lower() in text.lower() for text in self.texts) for word in words}

    def size(self):
        return len(self.texts)


def seen(text, *passages):
    """The columns of each candidate, by name, in the order of the candidates."""
    query = asked(text, MARCH, PARKS)
    held = Counted(tuple(one.text for one in (*MARCH, *PARKS)))
    found = candidates(passages)
    rows = rows_of(query, Wanted(held, text, query.scope, {}), found, papers(MARCH, PARKS))
    assert rows.shape == (len(found), len(NAMES))
    return [dict(zip(COLUMNS, map(float, row), strict=True)) for row in rows]


def test_every_paragraph_is_a_candidate_once_with_the_first_passage_that_has_it():
    found = candidates([Passage(tuple(MARCH[2:]), 2.0), Passage(tuple(MARCH), 1.0)])
    assert [(one.paragraph.ordinal, one.place) for one in found] == [(2, 0), (3, 0), (0, 1), (1, 1)]


def test_no_passages_make_no_rows():
    assert seen("What was said of the quay wall?") == []


def test_every_column_is_from_0_to_1():
    for row in seen("What did the Harbour Committee resolve on the quay wall in March 2031?", *BOTH):
        assert all(0 <= number <= 1 for number in row.values()), row


def test_the_question_s_words_are_seen_in_beside_and_above_a_paragraph():
    _, clerk, mended, swans, _ = seen("Was the quay wall mended?", *BOTH)
    assert clerk["own"] == 0
    assert clerk["beside"] > 0
    assert clerk["above"] > 0
    assert mended["own"] == pytest.approx(1.0)
    assert mended["pairs"] == 0.5  # "quay wall", not "wall mended"
    assert swans["pairs"] == swans["above"] == 0


def test_the_meeting_is_seen_to_be_of_the_time_and_the_body_asked_about():
    *_, ours, theirs = seen("What did the Harbour Committee say of swans in March 2031?", *BOTH)
    assert (ours["in_period"], ours["of_body"], ours["other_body"]) == (1, 1, 0)
    assert theirs["in_period"] < 1
    assert (theirs["of_body"], theirs["other_body"], theirs["has_body"]) == (0, 1, 1)
    assert (ours["late"], theirs["late"]) == (0, 1)


def test_without_a_time_or_a_body_there_is_none_to_meet():
    for row in seen("What was said of swans?", *BOTH):
        assert (row["has_period"], row["has_body"], row["has_number"]) == (0, 0, 0)


def test_a_paragraph_is_of_one_type_and_its_paper_of_one_kind():
    rows = seen("What was said of swans?", *BOTH)
    types = [[name for name in TYPES if row[f"type {name}"]] for row in rows]
    assert types == [["heading"], ["text"], ["resolution"], ["text"], ["text"]]
    assert [[name for name in KINDS if row[name]] for row in rows] == [["minutes"]] * 4 + [["report"]]


def test_the_shape_of_a_paragraph_is_seen():
    heading, *_, fed, counted = seen("What was said of swans?", *BOTH)
    assert (heading["first"], fed["asks"], fed["leads_up"], counted["leads_up"]) == (1, 1, 0, 1)


def test_draft_minutes_are_seen_to_be_drafts():
    draft = [replace(one, paper=replace(one.paper, draft=True)) for one in MARCH]
    assert {row["draft"] for row in seen("What of swans?", Passage(tuple(draft), 1.0))} == {1}


def test_the_place_in_the_search_is_seen():
    first, *_, last = seen("What of swans?", *BOTH)
    assert (first["score"], first["rank"]) == (1, 1)
    assert (last["score"], last["rank"]) == (0.5, 0.5)
