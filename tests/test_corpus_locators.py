import pytest

from corpus.locators import locate


@pytest.mark.parametrize(
    ("label", "kind", "type_", "own", "locator"),
    [
        (("251", "(1)"), "minutes", "resolution", True, "Minute 251, resolution (1)"),
        (("251",), "minutes", "text", False, "Minute 251"),
        (("252",), "minutes", "resolution", False, "Minute 252, resolution"),
        (("80", "2"), "minutes", "text", True, "Minute 80, paragraph 2"),
        (("32", "Question 1"), "minutes", "question", True, "Minute 32, Question 1"),
        (("7.4",), "report", "text", True, "Report paragraph 7.4"),
        (("6", "(i)"), "report", "recommendation", True, "Report paragraph 6, recommendation (i)"),
        (("(i)",), "report", "recommendation", True, "Recommendation (i)"),
        (("15",), "agenda", "heading", True, "Item 15"),
        (("Question 1",), "other", "reply", False, "Question 1, reply"),
    ],
)
def test_a_locator_says_what_a_person_would(label, kind, type_, own, locator):
    assert locate(label, kind=kind, type_=type_, heading="", title="", own=own) == locator


def test_an_action_names_its_appendix():
    assert locate(("4",), kind="actions", type_="action", heading="", title="Appendix One") == "Action 4, Appendix One"


def test_without_a_number_the_heading_says_where():
    assert locate((), kind="minutes", type_="text", heading="Members' questions:", title="") == "Members' questions"


def test_without_number_or_heading_it_is_the_opening():
    assert locate((), kind="minutes", type_="text", heading="", title="") == "Opening"
