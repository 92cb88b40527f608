import pytest

from prompts import WrongPrompt, render


def test_fields_are_filled_in():
    assert "What of it?" in render("compose", question="What of it?", quotations="[1] x", refusal="No.")


def test_a_missing_field_is_refused():
    with pytest.raises(WrongPrompt, match="wants"):
        render("compose", question="What of it?")


def test_an_unknown_field_is_refused():
    with pytest.raises(WrongPrompt, match="wants"):
        render("compose", question="", quotations="", refusal="", tone="kind")


def test_an_unknown_prompt_is_refused():
    with pytest.raises(WrongPrompt, match="no prompt"):
        render("sing")
