from datetime import date

import pytest
from evidence_papers import minutes, whole
from scoped_questions import asked

from bot.answerability.elsewhere import away

MARCH = minutes("resolution|12|12. Quay wall|That the quay wall be mended.", date(2031, 3, 4), "march")
LATER = minutes(
    "text|1|1. Quay wall|On 6 May 2029 the Harbour Committee decided to paint it white.", date(2031, 9, 2), "later"
)


def judged(text, *evidence):
    refusal = away(asked(text, MARCH, LATER), evidence)
    return refusal and (refusal.reason, refusal.lacking, refusal.near)


def test_a_meeting_of_a_body_that_is_not_held_is_said():
    found = whole(MARCH, 0)
    text = "What did the Harbour Committee decide on the quay wall in May 2029?"
    assert judged(text, found) == ("not_held", "May 2029", found)
    assert judged(text) == ("not_held", "May 2029", None)


def test_a_day_on_which_no_meeting_is_held_is_said_whatever_the_body_is_called():
    text = "What was resolved on the quay wall at the meeting of 11 May 2030?"
    assert judged(text, whole(MARCH, 0))[:2] == ("not_held", "11 May 2030")


def test_what_a_later_paper_tells_of_the_meeting_answers():
    text = "What did the Harbour Committee decide on the quay wall on 6 May 2029?"
    assert judged(text, whole(LATER, 0)) is None


@pytest.mark.parametrize(
    "text",
    [
        "What did the Harbour Committee decide on the quay wall in March 2031?",
        "What did the Harbour Committee decide on the quay wall in 2029?",  # a year is no meeting
        "What did the quay wall cost in May 2029?",
        "When did the Harbour Committee decide on the wall of May 2029?",
    ],
)
def test_a_meeting_that_is_held_or_none_that_is_meant_is_no_reason(text):
    assert judged(text, whole(MARCH, 0)) is None
