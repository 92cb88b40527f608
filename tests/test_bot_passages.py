import pytest
from bot_papers import bot_on

from bot.types import Turn


@pytest.fixture(scope="module")
def bot(tmp_path_factory):
    return bot_on(tmp_path_factory.mktemp("bot"))


def test_the_place_of_the_best_evidence_comes_first(bot):
    assert "£4,650" in bot.passages(Turn("What did mending the quay wall cost in July 2031?"))[0].text


def test_no_paragraph_is_given_twice(bot):
    given = [
        p.id for passage in bot.passages(Turn("What was resolved on the quay wall?"), 8) for p in passage.paragraphs
    ]
    assert len(given) == len(set(given))


def test_as_many_are_given_as_asked_for(bot):
    assert len(bot.passages(Turn("the quay wall"), 2)) == 2
