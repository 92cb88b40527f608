import pytest
from evidence_papers import minutes, whole

from bot.grounding.verify import UnverifiedQuotation, stands, verify
from bot.types import Citation

PAPER = "That the quay be mended.\nThat the harbour master\n report in May."
HELD = minutes(f"text|3|3. Quay|That the quay be mended.\ntext|4|4. Words|{'word ' * 200}")
MENDED, LONG = whole(HELD, 0), whole(HELD, 1)
STORED = {one.id: one for one in HELD}.get


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


def test_a_quotation_that_is_not_verbatim_is_refused():
    with pytest.raises(UnverifiedQuotation, match=r"a\.txt, Minute 3: not verbatim"):
        verify([MENDED], [citation("That the quay be sold.")], STORED)


def test_a_quotation_of_over_a_hundred_words_is_refused():
    with pytest.raises(UnverifiedQuotation, match="over 100 words"):
        verify([LONG], [citation("word " * 101)], STORED)


def test_a_quotation_is_checked_against_the_papers_as_they_are_held_now():
    verify([MENDED], [citation("That the quay be mended.")], STORED)
    with pytest.raises(UnverifiedQuotation, match="not verbatim"):
        verify([MENDED], [citation("That the quay be mended.")], lambda _: None)
