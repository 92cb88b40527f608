from dataclasses import replace

import pytest
from bot_papers import bot_on

from bot.compose import check
from bot.llm import WrongModel
from bot.types import Turn
from bot.wire import as_runnable, open_bot


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wire")
    bot_on(folder).index.close()
    return folder / "home"


@pytest.fixture(autouse=True)
def _words(monkeypatch):
    monkeypatch.setenv("MATTERS_EMBEDDER", "words")


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

    def composer(_question, citations, kinds):
        return check("The quay wall is to be mended for £4,200 [1]. It will cost £9,999 [1].", citations, kinds)

    answer = replace(bot, composer=composer).answer(Turn("What was resolved on the quay wall?"))
    assert (answer.mode, answer.citations) == ("composing", quoted.citations)
    assert answer.text == "The quay wall is to be mended for £4,200 [1]."
    assert "£9,999" in answer.missing
