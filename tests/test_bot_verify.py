import pytest
from evidence_papers import minutes

from bot.grounding.verify import UnverifiedQuotation, stands, verify
from bot.types import Citation, Evidence, Span
from index.types import Passage

PAPER = "That the quay be mended.\nThat the harbour master\n report in May."


def citation(quote):
    return Citation(1, "x-1-0", "a.txt", "Minutes", None, None, "minutes", "Minute 3", ("3",), None, None, quote)


def test_words_in_a_row_stand():
    assert stands("the harbour master report in May", PAPER)


def test_a_changed_word_does_not_stand():
    assert not stands("the harbour master report in June", PAPER)


def test_parts_around_an_omission_stand_in_their_order_only():
    assert stands("That the quay […] report in May.", PAPER)
    assert not stands("report in May. […] That the quay", PAPER)


def test_an_empty_quotation_does_not_stand():
    assert not stands("", PAPER)
    assert not stands("That the quay […] ", PAPER)


def checked(quote, stored):
    (paragraph,) = minutes(f"text|3|3. Quay|{stored}")
    evidence = Evidence((Span(paragraph, 0, len(stored)),), 1.0, Passage((paragraph,), 1.0))
    verify([evidence], [citation(quote)], lambda _: paragraph)


def test_a_quotation_that_is_verbatim_is_let_through():
    checked("That the quay be mended.", "That the quay be mended.")


def test_a_quotation_that_is_not_verbatim_is_refused():
    with pytest.raises(UnverifiedQuotation, match=r"a\.txt, Minute 3: not verbatim"):
        checked("That the quay be sold.", "That the quay be mended.")


def test_a_quotation_of_over_a_hundred_words_is_refused():
    with pytest.raises(UnverifiedQuotation, match="over 100 words"):
        checked("word " * 101, "word " * 200)
