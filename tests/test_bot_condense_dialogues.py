"""Small dialogues: what was asked before, the turn, what the question must hold then, and what it must not."""

import pytest

from bot.query.rewriting import condense, leans
from bot.types import Turn

WALL = "What did the Harbour Committee resolve on the quay wall in March 2031?"
TOLLS = "How much did slipway tolls bring in during 2030/31?"
ASH = "What did Councillor Ash say about dredging?"

DIALOGUES = [
    # pronouns
    ((WALL,), "How much will it cost?", ["quay wall"], []),
    ((WALL,), "Did they vote on it?", ["quay wall"], []),
    ((ASH,), "Did he ask for a report?", ["Ash", "dredging"], []),
    ((ASH,), "What was she told?", ["Ash"], []),
    ((WALL,), "Who moved that?", ["quay wall"], []),
    ((WALL,), "Who asked that?", ["quay wall"], []),
    ((WALL,), "What happened to those bollards?", ["quay wall", "bollards"], []),
    ((WALL,), "And was the vote on that one close?", ["quay wall"], []),
    # what is left out
    ((WALL,), "Why?", ["quay wall"], []),
    ((WALL,), "Who seconded?", ["quay wall"], []),
    ((WALL,), "And the slipway?", ["slipway", "resolve"], []),
    ((WALL,), "What about the ice house?", ["ice house", "resolve"], []),
    # another time
    ((WALL,), "And in November 2030?", ["quay wall", "November 2030"], ["March 2031"]),
    ((WALL,), "And the year before?", ["quay wall", "2030"], ["2031"]),
    ((WALL,), "What about the following year?", ["quay wall", "2032"], ["2031"]),
    ((TOLLS,), "And the year before?", ["slipway tolls", "2029/30"], ["2030/31"]),
    ((TOLLS,), "And the previous year?", ["2029/30"], ["2030/31"]),
    ((TOLLS, "And the year before?"), "Who collected them?", ["slipway tolls"], []),
    # yes
    ((WALL,), "Yes", ["Harbour Committee", "quay wall", "March 2031"], []),
    ((WALL,), "Yes, please.", ["quay wall"], []),
    ((WALL,), "Go on", ["quay wall"], []),
    ((WALL,), "Tell me more", ["quay wall"], []),
    # corrections
    ((WALL,), "No, I meant 2030", ["quay wall", "2030"], ["2031"]),
    ((WALL,), "Sorry, I meant July 2031.", ["quay wall", "July 2031"], ["March 2031"]),
    ((WALL,), "No, I meant the Parks and Gardens Panel", ["Parks and Gardens Panel", "quay wall"], ["Harbour"]),
    ((ASH,), "No, I meant Councillor Birch", ["Councillor Birch", "dredging"], ["Ash"]),
    ((WALL,), "I meant to ask about slipway tolls", ["slipway tolls"], []),
    (
        ("What was resolved on the kiosk in 2031?", "What will it cost?"),
        "No, I meant the lido",
        ["on the lido in 2031"],
        ["kiosk", "cost"],
    ),
    # another topic
    ((WALL,), "What did the Parks Panel resolve on the band stand?", ["band stand"], ["quay wall"]),
    ((WALL,), "What was agreed about opening public toilets at weekends?", ["toilets"], ["quay wall"]),
    ((WALL,), "Is there a policy on dogs running along beaches?", ["dogs"], ["quay wall"]),
    ((WALL,), "When did the Parks Panel say that it would drain the boating lake?", ["boating lake"], ["quay wall"]),
    ((WALL, "What did the Parks Panel resolve on the band stand?"), "Who seconded it?", ["band stand"], ["quay wall"]),
]


@pytest.mark.parametrize(("history", "turn", "holds", "lacks"), DIALOGUES)
def test_a_turn_is_read_with_what_it_leans_on_and_nothing_else(history, turn, holds, lacks):
    text = condense(Turn(turn, history)).text
    assert [words for words in holds if words not in text] == []
    assert [words for words in lacks if words in text] == []


def test_yes_asks_the_earlier_question_again_in_its_own_right():
    question = condense(Turn("Yes please", (WALL,)))
    assert (question.text, question.carried, question.wants) == (WALL, frozenset(), "resolved")


@pytest.mark.parametrize(
    "text", ["Is there a policy on dogs running along beaches?", "Has one of the four pumps at Marl failed?"]
)
def test_words_that_only_seem_to_stand_for_something_do_not_lean(text):
    assert not leans(text)
