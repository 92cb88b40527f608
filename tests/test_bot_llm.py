import time
from dataclasses import replace

import pytest
from bot_papers import bot_on
from model_server import says, scripted, sends

from bot.grounding.compose import ModelComposer
from bot.llm import WrongModel, asker
from bot.types import Turn

QUESTION = "What was resolved on the quay wall?"
KEYS = ("OPENAI_API_KEY", "AZURE_OPENAI_API_KEY", "ANTHROPIC_API_KEY", "OPENAI_BASE_URL", "OPENAI_API_BASE")


@pytest.fixture(autouse=True)
def _no_keys(monkeypatch):
    for name in KEYS:
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(scope="module")
def quoting(tmp_path_factory):
    return bot_on(tmp_path_factory.mktemp("llm"))


def answered(quoting, respond, seconds=10.0):
    with scripted(respond) as url:
        composer = ModelComposer(asker("openai:any", url, seconds), seconds)
        return replace(quoting, composer=composer).answer(Turn(QUESTION))


def test_a_server_that_speaks_openai_s_api_composes_the_answer(quoting):
    reply = "It was resolved that the quay wall be mended at a cost of £4,200 [1]."
    answer = answered(quoting, lambda handler, _: says(handler, reply))
    assert (answer.mode, answer.text, answer.missing) == ("composing", reply, None)


@pytest.mark.parametrize(
    ("respond", "told"),
    [
        (lambda handler, _: sends(handler, 401, b'{"error": {"message": "bad key sk-12345"}}'), "refused the key"),
        (lambda handler, _: sends(handler, 404, b"{}"), "no such model"),
        (lambda handler, _: sends(handler, 429, b"{}"), "fewer requests"),
        (lambda handler, _: sends(handler, 500, b"oops"), "has a fault"),
        (lambda handler, _: sends(handler, 200, b"<html>garbage"), "could not be read"),
        (lambda handler, _: sends(handler, 200, b"{}"), "could not be read"),
        (lambda handler, _: handler.connection.close(), "cannot be reached"),
        (lambda handler, _: says(handler, ""), "empty"),
        (lambda handler, _: says(handler, "The quay. " * 5_000), "ran to"),
        (lambda handler, _: says(handler, "The quay was sold for £9 [1]."), "none of the sentences"),
    ],
)
def test_whatever_the_server_does_the_quoting_answer_is_given_with_one_line_on_why(quoting, respond, told):
    answer = answered(quoting, respond)
    assert (answer.mode, answer.text) == ("quoting", quoting.answer(Turn(QUESTION)).text)
    assert told in answer.missing
    assert "\n" not in answer.missing
    assert "sk-12345" not in answer.missing


@pytest.mark.parametrize("pause", [0.2, 5.0])
def test_a_server_that_is_slow_or_drips_is_left_when_the_time_is_up(quoting, pause):
    began = time.monotonic()
    answer = answered(quoting, lambda handler, _: says(handler, "It was resolved [1]." * 20, pause=pause), seconds=0.5)
    assert time.monotonic() - began < 4
    assert "0.5 seconds" in answer.missing or "no reply in time" in answer.missing


def test_a_server_that_is_not_there_is_told(quoting):
    with scripted(lambda handler, _: says(handler, "")) as url:
        pass
    answer = replace(quoting, composer=ModelComposer(asker("openai:any", url, 5), 5)).answer(Turn(QUESTION))
    assert answer.missing == "Answered in quotations alone: the model did not answer (its server cannot be reached)."


def test_temperature_is_nought(quoting):
    seen = []

    def respond(handler, prompt):
        seen.append(prompt)
        says(handler, "")

    answered(quoting, respond)
    with scripted(respond) as url:
        chat = asker("openai:any", url, 5).__closure__[0].cell_contents
    assert chat.temperature == 0
    assert chat.max_retries == 0
    assert "<quotation" in seen[0]


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("anything", "no provider:model"),
        ("openai:", "no provider:model"),
        ("openai:gpt-5-mini", "set OPENAI_API_KEY"),
        ("azure_openai:mine", "set AZURE_OPENAI_API_KEY"),
        ("nobody:nothing", "known are openai:"),
    ],
)
def test_a_model_that_cannot_be_made_says_what_to_do_in_one_line(name, told):
    with pytest.raises(WrongModel, match=told) as fault:
        asker(name, "", 5)
    assert "\n" not in str(fault.value)


@pytest.mark.parametrize("provider", ["anthropic", "ollama", "mistralai"])
def test_an_integration_that_is_not_installed_says_what_to_install(provider, monkeypatch):
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    with pytest.raises(WrongModel, match=f"pip install langchain-{provider}"):
        asker(f"{provider}:any", "", 5)
