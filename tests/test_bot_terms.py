import pytest

from bot.query.terms import plain, stem, without_possessive
from corpus.lexicon_questions import phrases


def test_a_sum_with_a_bare_fraction_is_the_sum():
    assert stem("356.0") == stem("356")


@pytest.mark.parametrize(
    ("written", "number"),
    [("six", "6"), ("6th", "6"), ("third", "3"), ("2030/31", "203031"), ("2030/2031", "203031"), ("1.50", "150")],
)
def test_a_number_has_one_stem_however_it_is_written(written, number):
    assert stem(written) == number


@pytest.mark.parametrize("written", ["one", "second"])
def test_number_words_with_another_sense_are_words(written):
    assert not stem(written).isdecimal()


@pytest.mark.parametrize(
    ("written", "bare"), [("Ash's", "Ash"), ("Ash’s", "Ash"), ("members'", "members"), ("ash", "ash")]
)
def test_a_possessive_is_taken_off(written, bare):
    assert without_possessive(written) == bare


def test_phrases_are_looked_for_by_whole_words():
    said = plain("What WAS resolved, on the Clerk’s desk?")
    assert said == " what was resolved on the clerk's desk "
    assert phrases("resolved on").search(said)
    assert not phrases("on the clerk").search(said)
    assert phrases("^ what was").search(said)
    assert not phrases("^ was resolved").search(said)
    assert phrases("the clerk's desk $").search(said)
    assert not phrases("the clerk's $").search(said)


def test_a_phrase_stands_for_each_of_its_alternatives_and_a_gap_for_some_words():
    found = phrases("a|the fee, what … cost")
    assert [
        bool(found.search(plain(text))) for text in ("A fee", "the fee", "fee", "what did it cost", "cost what")
    ] == [
        True,
        True,
        False,
        True,
        False,
    ]
