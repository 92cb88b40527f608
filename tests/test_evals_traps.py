"""What it is to tell as resolved what was not: the definitions that `python -m evals traps` counts by."""

import pytest

from evals.traps import told_wrongly

QUAY = "That the quay be sold."
LOST = "On being put to the vote the motion was lost."


def trap(**more):
    row = {"id": "t", "kind": "lost", "question": "Is the quay to be sold?", "must_not": ["quay be sold"]}
    row |= {"abstain": False, "may_decline": False, "cites": [{"file": "a.txt", "quote": LOST}], "mode": "all"}
    return row | {"facts": ["was lost"]} | more


def answer(text, *quotes):
    return {"id": "t", "abstained": False, "answer": text, "citations": [{"file": "a.txt", "quote": q} for q in quotes]}


def test_a_lost_motion_under_a_lead_that_says_resolved_is_told_as_resolved():
    told = answer(f"On 4 March 2031 the Harbour Committee resolved: “{QUAY}” [1]", QUAY)
    assert told_wrongly(trap(), told) == "told as resolved"


def test_it_is_no_excuse_that_another_statement_says_what_became_of_it():
    told = answer(f"The Committee resolved: “{QUAY}” [1]\n\nThe vote: “{LOST}” [2]", QUAY, LOST)
    assert told_wrongly(trap(), told) == "told as resolved"


def test_a_motion_without_its_vote_is_half_told():
    assert told_wrongly(trap(), answer(f"Moved at the Harbour Committee: “{QUAY}” [1]", QUAY)) == "half told"


def test_a_motion_with_its_vote_is_told_rightly():
    assert not told_wrongly(trap(), answer(f"Moved: “{QUAY}” [1]\n\nThe vote: “{LOST}” [2]", QUAY, LOST))


def test_a_quotation_that_says_what_became_of_it_is_told_rightly_under_any_lead():
    words = f"Moved by Councillor Thorn {QUAY} {LOST}"
    assert not told_wrongly(trap(), answer(f"The Committee resolved: “{words}” [1]", words))


def test_a_plain_yes_affirms_what_was_not_resolved():
    assert told_wrongly(trap(), answer(f"Yes. The vote: “{LOST}” [1]", LOST)) == "affirmed"


def test_declining_tells_nothing_wrongly():
    assert not told_wrongly(trap(), {"id": "t", "abstained": True, "answer": "The papers held do not say."})


@pytest.mark.parametrize(
    "lead", ["Moved and not carried", "The Committee resolved to recommend", "Recommended to Council"]
)
def test_a_lead_that_says_no_decision_was_taken_does_not_tell_of_one(lead):
    assert told_wrongly(trap(), answer(f"{lead}: “{QUAY}” [1]", QUAY)) == "half told"


def test_what_was_resolved_and_later_rescinded_is_told_wrongly_only_without_its_end():
    row = trap(was_resolved=True, facts=["rescinded"], cites=[])
    first = f"On 4 March 2031 the Committee resolved: “{QUAY}” [1]"
    assert told_wrongly(row, answer(first, QUAY)) == "half told"
    assert not told_wrongly(row, answer(f"{first}\n\nIn May it resolved: “That it be rescinded.” [2]", QUAY))


def test_another_bodys_decision_is_wrong_only_under_the_wrong_bodys_name():
    row = trap(facts=["Ports Board"], cites=[], not_by="Harbour Committee")
    assert told_wrongly(row, answer(f"The Harbour Committee resolved: “{QUAY}” [1]", QUAY)) == "told as resolved"
    assert not told_wrongly(row, answer(f"The Ports Board resolved: “{QUAY}” [1]", QUAY))


def test_a_quotation_that_recommends_is_not_told_as_resolved_but_may_be_half_told():
    words = "RESOLVED: To recommend to Council that the quay be sold."
    assert told_wrongly(trap(), answer(f"The Committee resolved: “{words}” [1]", words)) == "half told"
