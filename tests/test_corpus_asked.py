"""Questions in minutes, their answers, and what comes after them."""

import pytest
from test_corpus_parse import find, minutes

ASKED = "5. QUESTIONS\n\nQuestions submitted by Councillor Reed:\n\n(i) “I will ask at the next meeting for lamps at Mill Close.”\n\n"


@pytest.mark.parametrize(
    "text",
    [
        "It was stated that funding was limited.",
        "The Director of Services stated that lamps had been ordered.",
        "P. Hale advised that he had been to see the place.",
        "Discussion took place on the lamps and it was noted that there is no money.",
    ],
)
def test_what_was_stated_after_a_question_is_its_reply(text):
    assert find(minutes(ASKED + text), text[:20]).type == "reply"


def test_a_notice_of_motion_after_a_question_opens_a_motion():
    one = minutes(
        ASKED
        + "Notice of Motion submitted by Councillor T. Lowe:\n\n(i) “I will move that the railing be mended.”\n\nIt was noted that it will be."
    )
    assert find(one, "Notice of Motion").type == find(one, "railing").type == "motion"


@pytest.mark.parametrize("eye", ["|", "1", "!", "I"])
def test_the_i_of_i_will_ask_misread_from_a_picture(eye):
    one = minutes(
        f"6. QUESTIONS\n\n{eye} will ask at the next meeting when Mill Road will be mended.\n\n{eye} will move that it be mended."
    )
    assert [p.type for p in one.paragraphs[-2:]] == ["question", "motion"]


def test_the_next_item_ends_a_reply():
    one = minutes(
        ASKED.replace("(i) ", "") + "REPLY: They are on order.\n\n7. uestion submitt by C Lowe\n\nSome words."
    )
    assert find(one, "uestion submitt").type != "reply"


def test_what_is_of_the_meeting_ends_a_reply():
    one = minutes(ASKED + "REPLY: They are on order.\n\nAt this point, Councillor Lowe left the meeting.")
    assert find(one, "At this point").type == "text"
