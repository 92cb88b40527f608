from dataclasses import replace

import pytest
from bot.grounding.compose import ModelComposer

from bot.llm import WrongModel
from bot.types import Turn
from bot.wire import as_runnable, open_bot

pytestmark = pytest.mark.usefixtures("by_words")


def test_without_a_model_the_bot_quotes(home):
    assert open_bot(home).composer is None


def test_the_bot_is_a_runnable(home):
    answer = as_runnable(open_bot(home)).invoke(Turn("What was resolved on the quay wall?"))
    assert answer.citations[0].quote == "(1) That the quay wall be mended at a cost of £4,200."


def test_a_model_that_cannot_be_made_says_which_setting_to_change(home, monkeypatch):
    monkeypatch.setenv("MATTERS_MODEL", "nobody:nothing")
    with pytest.raises(WrongModel, match="MATTERS_MODEL"):
        open_bot(home)


def test_a_composed_answer_stands_on_the_same_citations(home):
    bot = open_bot(home)
    quoted = bot.answer(Turn("What was resolved on the quay wall?"))
    model = ModelComposer(lambda _: "The quay wall is to be mended at a cost of £4,200 [1]. It will cost £9,999 [1].")
    answer = replace(bot, composer=model).answer(Turn("What was resolved on the quay wall?"))
    assert (answer.mode, answer.citations) == ("composing", quoted.citations)
    assert answer.text == "The quay wall is to be mended at a cost of £4,200 [1]."
    assert answer.missing == "1 of 2 sentences that the model wrote was taken out: the quotations do not carry them."


def test_where_the_model_fails_the_quoting_answer_is_given_with_the_reason(home):
    bot = open_bot(home)
    quoted = bot.answer(Turn("What was resolved on the quay wall?"))
    answer = replace(bot, composer=ModelComposer(lambda _: "")).answer(Turn("What was resolved on the quay wall?"))
    assert (answer.mode, answer.text, answer.citations) == ("quoting", quoted.text, quoted.citations)
    assert answer.missing == "Answered in quotations alone: the model's reply was empty."


def test_what_is_declined_is_declined_without_the_model(home):
    def asked(_):
        raise AssertionError

    assert (
        replace(open_bot(home), composer=ModelComposer(asked)).answer(Turn("What was resolved on parking?")).abstained
    )
