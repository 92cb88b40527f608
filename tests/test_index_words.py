import sqlite3

import pytest

from index import words
from index.schema import TOKENIZER
from index.words import content_words, match_query, phrases_of, quoted, stems, stems_of, words_of


def test_words_keep_what_stands_inside_them():
    assert words_of("The Council’s 2016/17 year-end: £21,500 (6.3.3), O'Brien") == [
        *("The", "Council", "2016/17", "year-end", "21,500", "6.3.3", "O'Brien"),
    ]


def test_what_says_nothing_is_left_out():
    assert content_words("What did the members say about the quay?") == ["members", "quay"]


def test_a_question_of_nothing_but_small_words_keeps_them():
    assert content_words("And what of it?") == ["And", "what", "of", "it"]


def test_phrases_are_telling_words_side_by_side():
    assert phrases_of("Who sits on the early help panel of the harbour?") == ["early help", "help panel"]


@pytest.mark.parametrize(
    "text",
    [
        '"',
        '" OR 1',
        "quay*",
        "NEAR(quay",
        "text:quay",
        "-quay",
        "quay AND",
        "(((",
        "^quay",
        "a\0b",
        "{x}",
        "''",
        "—",
        "",
    ],
)
def test_whatever_is_typed_becomes_a_safe_query(text):
    db = sqlite3.connect(":memory:")
    db.execute(f"CREATE VIRTUAL TABLE t USING fts5 (text, tokenize = '{TOKENIZER}')")
    match = match_query(content_words(text), phrases_of(text)) or quoted(text)
    if match:
        db.execute("SELECT * FROM t WHERE t MATCH ?", (match,)).fetchall()


def test_a_pasted_page_makes_a_short_query():
    assert match_query([f"word{n}" for n in range(5000)]).count(" OR ") < 100


def test_stems_are_those_of_the_full_text():
    assert stems("Resolutions") == stems("resolution") == ("resolut",)
    assert stems("2016/17") == ("2016", "17")
    assert stems_of("Seán’s quays") == ["sean", "quai"]


def test_words_learnt_together_have_the_stems_that_each_has_alone():
    every = "Slipways silted; the Harbour-Master’s 2031/32 tolls — naïve, bollarded, slipways".split()
    assert stems_of(" ".join(every)) == [stem for word in every for stem in stems_of(word)]


def test_stems_are_the_same_after_more_words_than_are_kept(monkeypatch):
    monkeypatch.setattr(words, "MOST_KNOWN", 3)
    before = stems_of("dredging channels yearly ferries")
    stems_of("moorings buoys lanterns tides")
    assert stems_of("dredging channels yearly ferries") == before == ["dredg", "channel", "yearli", "ferri"]
