"""Which of the paragraphs that rank highest are quoted, and which words of them."""

from dataclasses import dataclass

import numpy as np
import pytest
from evidence_papers import minutes, texts

from bot.grounding.verify import MOST_WORDS
from bot.reading.features import Candidate
from bot.reading.ranker import Ranked
from bot.reading.selection import BESIDE_FIRST, MOST_FOUND, choose, words_of
from index.types import Passage

SPENDING = minutes(
    f"""
heading|3|3. Paths|3. Paths
text|3|3. Paths|Spent on towpaths in 2030:
text|3|3. Paths|£12,739
text|3|3. Paths|Noted.
text|3|3. Paths|The Clerk thanked the Treasurer for the table.
text|3|3. Paths|Resolved as follows:
heading|4|4. Grants|4. Grants
text|4|4. Grants|The grant was spoken of.
text|4|4. Grants|{"The grant is long. " * 40}
text|4|4. Grants|These were given:
text|4|4. Grants|{"gull " * MOST_WORDS}
"""
)
LONG = " ".join(f"Sentence {n} tells of {'gulls ' * 28}here." for n in range(4))
(SPEECH,) = minutes(f"text|1|1. Gulls|{LONG}", id_="speech")
STARTS = [LONG.index(f"Sentence {n}") for n in range(4)]
PLACES = list(zip(STARTS, [*(start - 1 for start in STARTS[1:]), len(LONG)], strict=True))


@dataclass(frozen=True)
class Words:
    """As much of the question's words as is asked: one of them, and whether a text has it."""

    word: str = ""

    def held(self, text):
        return {self.word: 1.0} if self.word in text else {}

    @staticmethod
    def share(held):
        return float(bool(held))


def found(*paragraphs):
    passage = Passage(tuple(paragraphs), 1.0)
    return [Candidate(one, passage, 0) for one in paragraphs]


def chosen(candidates, shares):
    return choose(candidates, Ranked(np.array(shares, dtype=np.float32), 1.0), {}, Words())


def quoted(ordinal):
    """The words that are quoted of a paragraph of the minutes, a piece for each paragraph."""
    return [span.text for span in words_of(SPENDING[ordinal], SPENDING, (), Words())]


def of_speech(*scores):
    """Which sentences of the speech are quoted where they are scored like this."""
    scored = [(*place, score) for place, score in zip(PLACES, scores, strict=True)]
    (span,) = words_of(SPEECH, [SPEECH], scored, Words())
    assert len(span.text.split()) <= MOST_WORDS
    return [n for n, (start, end) in enumerate(PLACES) if span.start <= start and end <= span.end]


def test_what_ranks_highest_comes_first_with_how_likely_it_is():
    evidence = chosen(found(SPENDING[2], SPENDING[4], SPENDING[7]), [0.1, 0.2, 0.6])
    assert [one.lead.ordinal for one in evidence] == [7, 4, 2]
    assert [round(one.score, 3) for one in evidence] == [0.6, 0.2, 0.1]


def test_the_first_is_given_whatever_it_is_and_beside_it_what_ranks_near_it():
    near = [0.02, 0.02 * BESIDE_FIRST + 0.001, 0.02 * BESIDE_FIRST - 0.0001]
    evidence = chosen(found(SPENDING[4], SPENDING[7], SPENDING[2]), near)
    assert [one.lead.ordinal for one in evidence] == [4, 7]


def test_a_heading_is_quoted_only_where_there_is_nothing_else():
    assert [one.lead.ordinal for one in chosen(found(SPENDING[0], SPENDING[4]), [0.9, 0.05])] == [4]
    assert [one.lead.ordinal for one in chosen(found(SPENDING[0]), [0.9])] == [0]


def test_no_words_are_given_twice_be_they_of_another_paper():
    (again,) = minutes(f"text|9|9. Minutes|{SPENDING[4].text}", id_="april")
    assert texts(chosen(found(SPENDING[4], again), [0.5, 0.4])) == [SPENDING[4].text]
    assert len(chosen(found(SPENDING[1], SPENDING[2]), [0.5, 0.4])) == 1


def test_no_more_is_given_than_so_much():
    many = minutes("\n".join(f"text|{n}|{n}. Gulls|The warden counted {n} gulls." for n in range(20)))
    assert len(chosen(found(*many), np.linspace(0.1, 0.01, 20))) == MOST_FOUND


def test_without_candidates_there_is_no_evidence():
    assert chosen([], []) == []


def test_a_line_that_announces_a_figure_is_quoted_with_the_figure():
    assert quoted(1) == ["Spent on towpaths in 2030:", "£12,739"]


def test_a_line_that_says_nothing_alone_is_quoted_with_the_next():
    assert quoted(3) == ["Noted.", "The Clerk thanked the Treasurer for the table."]


def test_a_sentence_is_quoted_alone():
    assert quoted(7) == ["The grant was spoken of."]


@pytest.mark.parametrize("ordinal", [5, 9])
def test_what_announces_stands_alone_before_another_item_or_more_than_may_be_quoted(ordinal):
    assert quoted(ordinal) == [SPENDING[ordinal].text]


def test_of_a_long_paragraph_the_best_sentence_is_quoted_with_those_beside_it_that_say_as_much():
    assert of_speech(-9.0, -9.0, 1.0, 0.5) == [2, 3]
    assert of_speech(0.5, 1.0, -9.0, 1.0) == [0, 1]
    assert of_speech(-9.0, -9.0, 1.0, -9.0) == [2]


def test_of_a_long_paragraph_no_more_is_quoted_than_may_be():
    assert of_speech(1.0, 2.0, 1.5, 1.0) == [0, 1, 2]


def test_a_long_paragraph_whose_sentences_nobody_scored_is_quoted_by_the_words_asked_for():
    (span,) = words_of(SPEECH, [SPEECH], (), Words("Sentence 2"))
    assert span.text.startswith("Sentence 2")


def test_a_paragraph_of_one_endless_sentence_is_quoted_in_part():
    (endless,) = minutes("text|3|3. Beacon|The lantern " + "and its glass " * 50 + "was cleaned", id_="beacon")
    (span,) = words_of(endless, [endless], (), Words("lantern"))
    assert len(span.text.split()) == MOST_WORDS
    assert span.text in endless.text
