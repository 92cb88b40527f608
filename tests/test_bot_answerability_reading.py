import logging
from dataclasses import replace

import pytest
from bot_papers import bot_on

from bot.answerability.reading import READ_PASSAGES, NetworkJudge
from bot.reading.network import ReadPassage, ReadSentence
from bot.reading.trained import CARD, MODEL, NoReader, load
from bot.types import Turn

PASSAGE = ("a paragraph",)


class Network:
    """Gives every passage one sentence of this score, and keeps what it was shown."""

    def __init__(self, score):
        self.score = score
        self.shown = []

    def read(self, question, passages):
        self.shown.append((question, len(passages)))
        return [ReadPassage((ReadSentence(_Paragraph(str(n)), 0, 1, self.score),), 0.0) for n, _ in enumerate(passages)]


class _Paragraph:
    def __init__(self, id_):
        self.id = id_


def judge(score):
    network = Network(score)
    return NetworkJudge(lambda: network), network


def test_one_paragraph_as_likely_as_none_makes_it_half_sure():
    assert judge(0.0)[0].sure("Who mended the quay?", [PASSAGE]) == pytest.approx(0.5)


def test_the_better_a_paragraph_answers_the_surer_it_is():
    assert judge(-6.0)[0].sure("Who?", [PASSAGE]) < 0.01
    assert judge(6.0)[0].sure("Who?", [PASSAGE]) > 0.99


def test_no_more_passages_are_read_than_it_takes():
    made, network = judge(0.0)
    made.sure("Who?", [PASSAGE] * (READ_PASSAGES + 5))
    assert network.shown == [("Who?", READ_PASSAGES)]


def test_nothing_to_read_vetoes_nothing():
    assert judge(-9.0)[0].sure("Who?", []) == 1.0


def test_a_network_that_cannot_be_loaded_vetoes_nothing_and_is_told_of_once(caplog):
    tried = []

    def fails():
        tried.append(1)
        raise NoReader("its file is damaged")

    made = NetworkJudge(fails)
    with caplog.at_level(logging.WARNING):
        assert [made.sure("Who?", [PASSAGE]), made.sure("When?", [PASSAGE])] == [1.0, 1.0]
    assert len(tried) == 1
    assert [record.getMessage() for record in caplog.records] == [
        "its file is damaged: answers are judged by words alone"
    ]


def test_weights_other_than_the_card_names_are_refused(tmp_path):
    (tmp_path / CARD).write_text('{"sha256": "0"}')
    (tmp_path / MODEL).write_bytes(b"other")
    with pytest.raises(NoReader, match="not the file that its card names"):
        load(tmp_path)


def test_an_answer_that_the_network_is_not_sure_of_is_declined(tmp_path):
    bot = bot_on(tmp_path)
    asked = Turn("What was resolved on the quay wall?")
    assert not bot.answer(asked).abstained
    assert not replace(bot, judge=judge(3.0)[0]).answer(asked).abstained
    vetoed = replace(bot, judge=judge(-9.0)[0]).answer(asked)
    assert (vetoed.abstained, vetoed.reason) == (True, "nothing_found")
