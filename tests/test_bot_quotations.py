import pytest
from held_papers import QUAY, held, items, passage

from bot.reading.prompting import lay_out
from bot.reading.quotations import MOST_WORDS, locate

MARCH = held(QUAY)


def quoted(label, words, paper=MARCH, at=4):
    """The words found, a string a paragraph; None where nothing is."""
    found = locate(label, words, lay_out([passage(paper, at)], items(paper), 6_000))
    return found and [span.text for span in found[1]]


def of(text, words):
    found = quoted("1.1", words, held(f"text|1|1. Quay|{text}"), 0)
    return found and found[0]


MENDED = "(1) That the “quay wall” be mended at a cost of £4,200; and that the ladder - a new one - be painted."


@pytest.mark.parametrize(
    "words",
    [
        MENDED,
        "That the “quay wall” be mended at a cost of £4,200",
        'that the "quay wall" be mended at a  cost of\n£4,200;',
        "That the 'quay wall' be mended at a cost of £4,200.",
        "and that the ladder – a new one – be painted",
        "- That the “quay wall” be mended at a cost of £4,200",
        "(2) That the “quay wall” be mended at a cost of £4,200",
        "[1.5] resolution: (1) That the “quay wall” be mended at a cost of £4,200",
        "“That the ‘quay wall’ be mended at a cost of £4,200”",
        "That the &quot;quay wall&quot; be mended at a cost of £4,200",
        "That the “quay\u200b wall” be mended",
        "That the “quay wall” be mended … be painted.",
        "That the “quay wall” be mended [...] that the ladder - a new one",
    ],
)
def test_words_that_stand_there_are_mended_to_the_paper_s_own(words):
    assert quoted("1.5", words) == [MENDED]


@pytest.mark.parametrize(
    "words",
    [
        "That the “quay wall” be mended at a cost of £4,300",
        "That the “quay wall” be sold",
        "That the “quay wall” not be mended",
        "the quay-wall be mended at a cost of £4,200",
        "hat the “quay wall” be mended",
        "mended at a cost of £4,20",
        "That the “quay wall” be mended … be sold",
        "be painted … That the “quay wall” be mended",
        "",
        "…",
    ],
)
def test_words_that_do_not_stand_there_are_not_found(words):
    assert quoted("1.5", words) is None


def test_words_of_another_paragraph_of_the_item_are_found_there():
    assert quoted("1.5", "the motion was lost by 3 votes to 4") == [MARCH[3].text]
    assert quoted("1", "the motion was lost by 3 votes to 4") == [MARCH[3].text]
    assert quoted("1.99", "the motion was lost by 3 votes to 4") == [MARCH[3].text]


def test_words_of_another_item_are_not():
    assert quoted("1.5", "Members were content with the tolls.") is None
    assert quoted("7.1", MENDED) is None
    assert quoted("one", MENDED) is None


def test_words_that_stand_in_several_other_paragraphs_are_not_guessed_at():
    twice = held("\n".join(f"resolution|1|1. Quay|{text}" for text in ("Noted well.", "That it be noted.") * 2))
    assert quoted("1.1", "That it be noted.", twice, 0) is None
    assert quoted("1.2", "That it be noted.", twice, 0) == ["That it be noted."]


def test_words_over_two_paragraphs_are_a_span_in_each():
    words = "the motion was lost by 3 votes to 4.\n(1) That the “quay wall” be mended"
    assert quoted("1.4", words) == [MARCH[3].text, MENDED]


def test_a_quotation_is_grown_to_its_sentence_so_that_no_negation_is_cut_off():
    assert quoted("1.2", "agreed that the tolls be raised", at=7) == ["It was not agreed that the tolls be raised."]


def test_a_few_words_that_stand_twice_are_not_guessed_at():
    assert of("The quay is old. The quay is wet.", "The quay") is None
    assert of("The quay is old. It is wet.", "the quay") == "The quay is old."


def test_letters_with_accents_are_found_however_they_are_put_together():
    assert of("The café on the quay was shut.", "the cafe\u0301 on the quay") == "The café on the quay was shut."
    assert of("The cafe\u0301 on the quay was shut.", "the café on the quay") == "The cafe\u0301 on the quay was shut."


LONG = " ".join(f"gull{n}" for n in range(90))


def test_what_would_grow_too_long_keeps_the_beginning_of_its_sentence():
    text = f"It was not agreed that {LONG} be fed and {LONG} be sold."
    assert of(text, "gull3 gull4 gull5").startswith("It was not agreed that gull0")
    assert len(of(text, "gull3 gull4 gull5").split()) <= MOST_WORDS


def test_a_quotation_that_is_too_long_ends_with_its_last_whole_sentence():
    text = f"Gulls: {LONG} ate. The clerk said that {LONG} ate."
    assert of(text, text) == f"Gulls: {LONG} ate."


def test_of_two_parts_far_apart_the_longer_is_taken():
    text = f"It was said that gulls ate. Then {LONG} ate. It was resolved that the gulls of the quay be fed."
    assert of(text, "It was said … resolved that the gulls of the quay be fed") == (
        "It was resolved that the gulls of the quay be fed."
    )
