import json
import time
from types import SimpleNamespace

import pytest
from held_papers import QUAY, held, items, passage, query
from model_server import says, scripted, sends, streams

from bot.llm import WrongModel, asker, reason
from bot.reading.model import ModelReader
from bot.reading.replies import FORM
from bot.types import Evidence, Reading, Span

MARCH = held(QUAY)
FOUND = [passage(MARCH, 4)]
BUILT_IN = Reading((Evidence((Span(MARCH[4], 0, 10),), 0.7, FOUND[0]),), 0.7)
WORDS = "the motion was lost by 3 votes to 4"
REPLY = json.dumps({"answerable": True, "quotations": [{"label": "1.4", "words": WORDS}]})
KEYS = ("OPENAI_API_KEY", "AZURE_OPENAI_API_KEY", "ANTHROPIC_API_KEY", "OPENAI_BASE_URL", "OPENAI_API_BASE")


@pytest.fixture(autouse=True)
def _no_keys(monkeypatch):
    for name in KEYS:
        monkeypatch.delenv(name, raising=False)


class BuiltIn:
    """A reader that needs no model."""

    def read(self, _query, _passages):
        return BUILT_IN


def read(respond, seconds=10.0):
    with scripted(respond) as url:
        reader = ModelReader(asker("openai:any", url, seconds, FORM), items(MARCH), BuiltIn(), seconds=seconds)
        return reader.read(query("Was the quay wall sold?"), FOUND)


def test_a_server_that_speaks_openai_s_api_is_read_with():
    reading = read(lambda handler, _: says(handler, REPLY))
    assert ([e.text for e in reading.evidence], reading.note) == ([MARCH[3].text], "")


def test_a_reply_that_comes_in_pieces_is_read():
    assert read(lambda handler, _: streams(handler, [REPLY[:30], REPLY[30:]])).note == ""


@pytest.mark.parametrize(
    ("respond", "told"),
    [
        (lambda handler, _: sends(handler, 401, b'{"error": {"message": "bad key sk-12345"}}'), "refused the key"),
        (lambda handler, _: sends(handler, 400, b"{}"), "refused the request"),
        (lambda handler, _: sends(handler, 404, b"{}"), "no such model"),
        (lambda handler, _: sends(handler, 429, b"{}"), "fewer requests"),
        (lambda handler, _: sends(handler, 500, b"oops"), "has a fault"),
        (lambda handler, _: sends(handler, 200, b"<html>garbage"), "could not be read"),
        (lambda handler, _: sends(handler, 200, b"{}"), "could not be read"),
        (lambda handler, _: handler.connection.close(), "cannot be reached"),
        (lambda handler, _: says(handler, ""), "empty"),
        (lambda handler, _: says(handler, "The quay. " * 5_000), "ran to"),
        (lambda handler, _: says(handler, REPLY.replace("lost", "won")), "none of its quotations"),
    ],
)
def test_whatever_the_server_does_the_other_reader_reads_and_one_line_says_why(respond, told):
    reading = read(respond)
    assert reading.evidence == BUILT_IN.evidence
    assert told in reading.note
    assert "\n" not in reading.note
    assert "sk-12345" not in reading.note


@pytest.mark.parametrize("pause", [0.2, 5.0])
def test_a_server_that_is_slow_or_drips_is_left_when_the_time_is_up(pause):
    began = time.monotonic()
    reading = read(lambda handler, _: says(handler, REPLY * 20, pause=pause), seconds=0.5)
    assert time.monotonic() - began < 4
    assert "0.5 seconds" in reading.note or "no reply in time" in reading.note


def test_a_server_that_is_not_there_is_told():
    with scripted(lambda handler, _: says(handler, "")) as url:
        pass
    reader = ModelReader(asker("openai:any", url, 5, FORM), items(MARCH), BuiltIn(), seconds=5)
    note = reader.read(query("Was the quay wall sold?"), FOUND).note
    assert note == "Read without the model: it did not answer (its server cannot be reached)."


def test_temperature_is_nought():
    chat = asker("openai:any", "http://127.0.0.1:9/v1", 5).chat
    assert chat.temperature == 0
    assert chat.max_retries == 0


def test_a_server_is_told_the_form_of_the_reply_where_one_is_wanted(monkeypatch):
    asked = bodies(monkeypatch)
    with scripted(lambda handler, _: streams(handler, ["{}"])) as url:
        assert "".join(asker("openai:any", url, 5, FORM)("What?")) == "{}"
        list(asker("openai:any", url, 5)("What?"))
    assert asked[0]["response_format"]["json_schema"]["schema"] == FORM
    assert "response_format" not in asked[1]


def test_a_server_that_takes_no_form_is_asked_without_from_then_on(monkeypatch):
    asked = bodies(monkeypatch)

    def respond(handler, _):
        if "response_format" in asked[-1]:
            sends(handler, 400, b'{"error": {"message": "response_format is not supported"}}')
        else:
            streams(handler, ["{}"])

    with scripted(respond) as url:
        ask = asker("openai:any", url, 5, FORM)
        assert ["".join(ask("What?")) for _ in range(2)] == ["{}", "{}"]
    assert ["response_format" in body for body in asked] == [True, False, False]


def bodies(monkeypatch):
    """Every request to a scripted server from now on."""
    seen = []
    monkeypatch.setattr(
        "model_server.json",
        SimpleNamespace(dumps=json.dumps, loads=lambda text: seen.append(json.loads(text)) or seen[-1]),
    )
    return seen


def test_why_a_model_did_not_answer_is_told_without_its_words():
    class RateLimitError(Exception):
        status_code = 418

    assert reason(RateLimitError("sk-12345")) == "its server refused, status 418"
    assert reason(ValueError("sk-12345")) == "its reply could not be read, ValueError"


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
