import pytest

from bot.grounding.polarity import fault


def told(sentence, quoted, *, decided=False, wished=False):
    return fault(sentence, quoted, decided=decided, wished=wished)


@pytest.mark.parametrize(
    ("sentence", "quoted"),
    [
        ("The pool is not to close.", "It was said that the pool would not close."),
        ("The quay is not meant to replace the pier.", "NOT to replace the pier, but to relieve it."),
        ("He could not attend.", "He was unable to attend."),
        ("Nothing had come from the owner.", "The owner has not replied so far."),
        ("It neither leaks nor rusts.", "It does not leak or rust."),
        ("It was asked whether it leaks.", "It was asked whether or not it leaks."),
        ("Bids may be made under No. 12.", "Bids may be made under No. 12."),
        ("The slipway is used, but the pier is not yet used.", "The slipway is used, but the pier is not yet used."),
    ],
)
def test_a_not_that_the_evidence_bears_out_may_be_said(sentence, quoted):
    assert told(sentence, quoted) == ""


@pytest.mark.parametrize(
    ("sentence", "quoted"),
    [
        ("The pool is not to close.", "The pool is to close."),
        ("The library is not to close.", "The pool is not to close; the library is to close."),
        ("He was not asked to attend, and could not.", "He was asked to attend, and could not."),
        ("It was not recommended.", "Against the pier stood a crane."),
    ],
)
def test_a_not_of_the_writers_own_is_found(sentence, quoted):
    assert told(sentence, quoted) == "says no where the evidence does not"


@pytest.mark.parametrize(
    ("sentence", "quoted"),
    [
        ("The pool is to close.", "The pool is not to close."),
        ("She had seen it and could not say when.", "She had not seen it and could not say when."),
    ],
)
def test_a_not_that_is_left_out_is_found(sentence, quoted):
    assert told(sentence, quoted) == "leaves out a “not” of the evidence"


def test_what_is_to_be_done_is_not_told_as_done():
    assert "tells as done" in told("The quay was mended.", "That the quay be mended.", decided=True, wished=True)
    assert told("The quay is to be mended.", "That the quay be mended.", decided=True, wished=True) == ""


def test_what_is_done_by_deciding_it_is_told_as_done():
    assert told("The report was noted.", "That the report be noted.", decided=True, wished=True) == ""
    assert told("The report was noted.", "That the report be noted.", wished=True) != ""


def test_what_may_be_is_not_told_as_certain():
    assert "as certain" in told("The roof will be sold.", "The roof may accordingly be sold.")
