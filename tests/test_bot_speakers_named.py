import pytest
from evidence_papers import evidence_of, minutes

from bot.grounding.ground import ground_of
from bot.grounding.speakers_named import fault

SAID = (
    "Cllr Jo Thorn, on behalf of the Friends of the Quay, thanked the crew. The Harbour Engineer explained that the OCL was full. "
    "Cllr Pell, seconded by Cllr O’ Hare, proposed a fee. The Harbour Committee deferred the matter."
)


def told(sentence, **facts):
    paper = minutes(f"text|1|1. Quay|{SAID}", body="Harbour Committee", **facts)
    return fault(sentence, ground_of([evidence_of(paper, SAID)]))


@pytest.mark.parametrize(
    "sentence",
    [
        "Cllr Thorn thanked the crew.",
        "Councillor Jo Thorn then thanked the crew.",
        "The crew was thanked by Cllr Thorn.",
        "The Engineer explained that the OCL was full.",
        "Cllr Pell proposed a fee, and it was seconded by Cllr O'Hare.",
        "The Committee deferred it.",
        "The matter was deferred.",
        "Members deferred it.",
    ],
)
def test_a_deed_is_given_to_whom_the_evidence_gives_it(sentence):
    assert told(sentence) == ""


@pytest.mark.parametrize(
    "sentence",
    [
        "Cllr Pell thanked the crew.",
        "Cllr Thorn and Cllr Pell thanked the crew.",
        "The crew was thanked by Cllr Pell.",
        "Cllr O'Hare, seconded by Cllr Pell, proposed a fee.",
        "Cllr O'Hare proposed a fee.",
        "Full Council deferred it.",
        "Cllr Thorn agreed to it.",
    ],
)
def test_a_deed_is_given_to_nobody_else(sentence):
    assert "somebody" in told(sentence)


def test_a_body_may_be_named_by_its_letters():
    assert told("The HC agreed to it.") == ""
