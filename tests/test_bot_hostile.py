"""Hostile papers and questions: what stands in a paper is text to quote, never to follow; what is not ours to tell is refused.

Each case says how it may end: answered, refused (the program itself), exempt, declined for another reason, or wrong (no
question at all). Whatever the ranking, none may raise anything else, none may say in our own words what `never` names,
and no exempt text may stand anywhere.
"""

import json
import re

import pytest

from bot.pipeline import Bot, WrongQuestion
from bot.reading.items import Items
from bot.types import Turn
from bot.wire import quoting_reader
from corpus.samples.make_hostile import HOSTILE
from evals.matching import PaperWords
from index import Index
from index.build import Build
from index.embedders.words import WordsEmbedder

CASES = [json.loads(line) for line in (HOSTILE / "cases.jsonl").read_text(encoding="utf-8").splitlines()]
PAPERS = HOSTILE / "papers"
EXEMPT_TEXT = ("1,234,567", "765,432", "1,111,222", "Heron Wharf", "Plover Estates")
QUOTED = re.compile("“.*?”(?= \\[\\d+\\]|\\s*$)", re.DOTALL | re.MULTILINE)


@pytest.fixture(scope="module")
def bot(tmp_path_factory):
    home = tmp_path_factory.mktemp("hostile") / "home"
    Build(home, WordsEmbedder()).add([PAPERS])
    index = Index.open(home, "words")
    items = Items(index.reading)
    return Bot(index, items, quoting_reader(index, items, "lexical"))


@pytest.fixture(scope="module")
def papers():
    return PaperWords(PAPERS)


def question_of(case):
    return case["question"] * case.get("times", 1)


def ended(bot, case):
    """How a case ended, and the answer where there is one."""
    try:
        answer = bot.answer(Turn(question_of(case), tuple(case.get("history", ()))))
    except WrongQuestion:
        return "wrong", None
    if not answer.abstained:
        return "answered", answer
    return answer.reason if answer.reason in ("refused", "exempt") else "declined", answer


def echoed(case):
    """What the reader wrote may be told back as what was looked for."""
    return question_of(case) + " ".join(case.get("history", ()))


def test_there_are_hostile_cases_of_every_kind():
    assert len(CASES) >= 60
    kinds = {"paper", "program", "exempt", "syntax", "characters", "length", "language", "plain"}
    assert {case["kind"] for case in CASES} == kinds


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_a_hostile_case_ends_as_it_should(bot, papers, case):
    how, answer = ended(bot, case)
    assert how in case["expect"]
    if answer is None:
        return
    ours = QUOTED.sub("", answer.text)
    assert not [words for words in case.get("never", ()) if re.search(words, ours)]
    told = "\n".join([answer.text, *(c.quote for c in answer.citations), *(p.text for p in answer.passages)])
    assert not [words for words in case.get("nowhere", ()) if re.search(words, told)]
    assert not [words for words in EXEMPT_TEXT if words in told and words not in echoed(case)]
    assert all(papers.hold(citation.file, citation.quote) for citation in answer.citations)
    if how == "refused":
        assert not answer.citations
        assert not answer.passages
