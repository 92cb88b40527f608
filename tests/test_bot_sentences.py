from bot.reading.sentences import quotable, sentences


def cut(text):
    return [sentence.text for sentence in sentences(text)]


def test_full_stops_part_sentences():
    assert cut("The quay was mended. It cost £4,000.") == ["The quay was mended.", "It cost £4,000."]


def test_a_title_or_initial_ends_no_sentence():
    assert cut("Cllr. J. Marsh and Dr. Oake spoke. All agreed.") == [
        "Cllr. J. Marsh and Dr. Oake spoke.",
        "All agreed.",
    ]


def test_a_decimal_or_time_ends_no_sentence():
    assert cut("At 7.30 p.m. Members heard that 4.5 miles remained.") == [
        "At 7.30 p.m. Members heard that 4.5 miles remained."
    ]


def test_clauses_after_semicolons_part():
    assert cut("Agreed to: (a) mend the quay; (b) tell the harbour master") == [
        "Agreed to: (a) mend the quay;",
        "(b) tell the harbour master",
    ]


def test_every_sentence_is_its_place_in_the_text():
    text = "  One thing. Another thing!  A third? "
    assert all(text[s.start : s.end] == s.text for s in sentences(text))


def test_a_sentence_too_long_to_be_quoted_is_cut_and_nothing_is_lost():
    text = "One two three. " + " ".join(f"Word{n}" for n in range(25)) + "."
    pieces = quotable(text, 10)
    assert [len(piece.text.split()) for piece in pieces] == [3, 10, 10, 5]
    assert " ".join(piece.text for piece in pieces) == text
    assert all(text[piece.start : piece.end] == piece.text for piece in pieces)
