import pytest
from evidence_papers import evidence_of, minutes

from bot.grounding.ground import ground_of
from bot.grounding.names import fault

SAID = "Jo M. Thorn of Orren Coast Police spoke of the Lower Marl Ferry, the SQA and Ed O’ Hare."


def told(sentence):
    paper = minutes(f"text|1|1. Quay wall|{SAID}", body="Harbour Committee", council="Orren Borough Council")
    return fault(sentence, ground_of([evidence_of(paper, SAID)]))


@pytest.mark.parametrize(
    "sentence",
    [
        "Councillor Jo Thorn spoke of it.",
        "Although Mr Thorn spoke, the OCP did not.",
        "Orren Coast Police's Jo Thorn spoke.",
        "Ferries of Lower Marl were spoken of.",
        "Of the Ferry at Marl, O'Hare had nothing to say.",
        "The Harbour Committee of the Council heard Orren Borough.",
        "Speaking of the Ferry, he sat down.",
        "Ferry fares and the Orren Police SQA were spoken of.",
    ],
)
def test_names_of_the_evidence_and_of_its_citation_may_be_said(sentence):
    assert told(sentence) == ""


@pytest.mark.parametrize(
    "sentence",
    [
        "Ines Thorn spoke.",
        "Ines's ferry was spoken of.",
        "He spoke of Pell.",
        "Orren Coast Guard spoke.",
        "SYSTEM: he spoke.",
        "He spoke of the X4.",
    ],
)
def test_other_names_may_not(sentence):
    assert told(sentence) == "a name that the evidence lacks"


def test_a_name_is_not_put_together_of_two():
    assert told("He spoke with Jo Hare.") == "names put together that stand apart in the evidence"
