from datetime import date

import pytest
from evidence_papers import minutes, whole
from scoped_questions import asked

from bot.answerability.missing import missing

PARKS = {"body": "Parks Panel", "title": "Minutes of the Parks Panel"}
FIRST = minutes("resolution|3|3. Band stand|That it be painted green.", date(2030, 5, 6), "first", **PARKS)
SECOND = minutes("resolution|6|6. Band stand|That it be painted red.", date(2032, 5, 6), "second", **PARKS)
OTHER = minutes("text|1|1. Tolls|The tolls were spoken of.", date(2032, 6, 1), "other")


def told(text, *papers):
    return missing(asked(text, FIRST, SECOND, OTHER), [whole(paper, 0) for paper in papers])


def test_a_period_of_which_nothing_is_quoted_is_said():
    text = "What was resolved on the band stand in May 2030 and in October 2031?"
    assert told(text, FIRST) == "Nothing was found for October 2031."


def test_a_body_of_which_nothing_is_quoted_is_said():
    text = "What did the Parks Panel and the Harbour Committee resolve on the band stand?"
    assert told(text, FIRST) == "Nothing was found for the Harbour Committee."


@pytest.mark.parametrize(
    ("text", "papers"),
    [
        ("What was resolved on the band stand in May 2030 and in May 2032?", (FIRST, SECOND)),
        ("What was resolved on the band stand, and for what price?", (FIRST,)),
        ("What was resolved on the band stand in May?", (FIRST,)),  # of whichever year
        ("What was resolved in October 2031 and in November 2031?", (OTHER,)),
    ],
)
def test_a_whole_answer_says_of_nothing_that_it_is_missing(text, papers):
    assert told(text, *papers) is None
