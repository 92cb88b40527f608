"""What a text does, by the plain words in it."""

import pytest
from evidence_papers import minutes

from bot.reading.signs import announces, asks, decides, plain, replies, says


def test_plain_words_are_small_and_have_spaces_around_them():
    assert plain("The “Quay’s” toll: £4,200 (moved, seconded)") == " the quay's toll £4 200 moved seconded "


@pytest.mark.parametrize(
    ("text", "phrase", "found"),
    [
        ("The motion was LOST.", "lost", True),
        ("The lost-property office", "lost", True),
        ("The glossary", "loss", False),
        ("It was called-in by members", "called in by", True),
        ("The decision of 4 March was withdrawn", "decision … withdrawn", True),
        (
            "The decision stood. " + "Members spoke of it. " * 5 + "Councillor Ash was withdrawn.",
            "decision … withdrawn",
            False,
        ),
        ("A decision, and then a decision that was withdrawn", "decision … withdrawn", True),
    ],
)
def test_phrases_are_found_as_whole_words_with_short_gaps(text, phrase, found):
    assert says(text, {phrase}) is found


@pytest.mark.parametrize(
    ("text", "announced"),
    [
        ("The Clerk said:", True),
        ("Councillor Pell raised four points", True),
        ("The Clerk gave the following updates", True),
        ("The Clerk gave updates", False),
        ("There were four points.", False),
        ("s", False),
        ("", False),
    ],
)
def test_what_announces_a_list(text, announced):
    assert announces(text) is announced


def test_what_asks_and_what_replies():
    assert asks("Councillor Pell asked for a lamp.")
    assert asks("When will it open?")
    assert not asks("The Clerk opened the gate.")
    assert replies("The Clerk advised that it would.")
    assert not replies("Councillor Pell asked for a lamp.")


def test_running_text_decides_and_a_motion_does_not():
    text, motion = minutes("text|1|1. Lamp|It was agreed to light it.\nmotion|1|1. Lamp|That it be agreed to light it.")
    assert decides(text, text.text)
    assert not decides(motion, motion.text)
