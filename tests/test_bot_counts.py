"""What a question asks the number of."""

import pytest

from bot.answerability.counts import things


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("How many cameras in the harbour were broken?", ("cameras",)),
        ("How many of the loose bollards were there?", ("loose", "bollards")),
        ("How many people came to the regatta?", ()),
        ("And how many has he taken on?", ()),
        ("Who counted the swarms?", ()),
    ],
)
def test_the_things_counted_are_the_words_after_how_many(question, named):
    assert things(question) == named
