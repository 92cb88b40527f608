"""How a question and a passage are shown to the network: with a tokenizer of whole words, made here."""

import pytest
from tokenizers import Tokenizer
from tokenizers.models import WordLevel
from tokenizers.pre_tokenizers import Whitespace

from bot.reading.encoding import MOST_HEADER, MOST_QUESTION, Encoder

QUESTION = "Who is mending the quay walls?"
HEADER = "Harbour Committee | minutes"
FIRST, SECOND = "The wall is old .", "Oake mends it ."
PASSAGE = [("text", f"{FIRST} {SECOND}"), ("resolution", "That the quay be shut .")]


@pytest.fixture(scope="module")
def tokenizer():
    told = " ".join([QUESTION, HEADER, *(text for _, text in PASSAGE), "resolution : ? Then word"]).replace("?", " ?")
    words = dict.fromkeys(["[UNK]", "[CLS]", "[SEP]", *told.split()])
    made = Tokenizer(WordLevel({word: number for number, word in enumerate(words)}, "[UNK]"))
    made.pre_tokenizer = Whitespace()
    return made


def words_of(tokenizer, ids):
    return " ".join(tokenizer.id_to_token(one) for one in ids)


def test_question_header_and_passage_stand_in_this_order_with_a_type_named_that_is_not_plain(tokenizer):
    encoded = Encoder(tokenizer).encode(QUESTION, HEADER, PASSAGE)
    assert words_of(tokenizer, encoded.ids) == (
        f"[CLS] Who is mending the quay walls ? [SEP] {HEADER} [SEP] {FIRST} {SECOND}"
        " resolution : That the quay be shut . [SEP]"
    )


def test_every_sentence_is_found_in_the_pieces_and_in_its_paragraph(tokenizer):
    encoded = Encoder(tokenizer).encode(QUESTION, HEADER, PASSAGE)
    found = [(one.paragraph, words_of(tokenizer, encoded.ids[one.first : one.last])) for one in encoded.sentences]
    assert found == [(0, FIRST), (0, SECOND), (1, PASSAGE[1][1])]
    for (_, words), one in zip(found, encoded.sentences, strict=True):
        assert PASSAGE[one.paragraph][1][one.start : one.end] == words


def test_the_question_is_of_the_one_type_and_the_passage_of_the_other(tokenizer):
    encoded = Encoder(tokenizer).encode(QUESTION, HEADER, PASSAGE)
    asked = words_of(tokenizer, [id_ for id_, type_ in zip(encoded.ids, encoded.types, strict=True) if not type_])
    assert asked == "[CLS] Who is mending the quay walls ? [SEP]"


def test_telling_words_of_both_are_marked_in_any_form_and_others_are_not(tokenizer):
    encoded = Encoder(tokenizer).encode(QUESTION, HEADER, PASSAGE)
    marked = words_of(tokenizer, [id_ for id_, shared in zip(encoded.ids, encoded.shared, strict=True) if shared])
    assert marked == "mending quay walls wall mends quay"


def test_what_is_too_long_is_cut_and_its_sentences_end_before_the_cut(tokenizer):
    long = [("text", f"{FIRST} Then {'word ' * 60}."), ("text", SECOND)]
    encoded = Encoder(tokenizer, most=40).encode(QUESTION, HEADER, long)
    assert len(encoded.ids) == len(encoded.types) == len(encoded.shared) == 40
    assert words_of(tokenizer, encoded.ids[-2:]) == "word [SEP]"
    assert [one.paragraph for one in encoded.sentences] == [0, 0]
    assert encoded.sentences[-1].last == 39


def test_a_long_question_and_a_long_header_leave_room_for_the_passage(tokenizer):
    encoded = Encoder(tokenizer).encode("word " * 500, "word " * 500, PASSAGE)
    assert encoded.types.index(1) == MOST_QUESTION + 2
    assert encoded.sentences[0].first == MOST_QUESTION + MOST_HEADER + 3
    assert len(encoded.sentences) == 3
