"""The readers that quote: ranked by what is seen of paragraphs, and by what a network reads in them where it is at hand."""

from dataclasses import dataclass, replace

import numpy as np
import pytest
from evidence_papers import minutes, papers, texts
from held_papers import query

from bot.reading.features import NAMES
from bot.reading.network import ReadPassage, ReadSentence
from bot.reading.ranked import READ_PASSAGES, RankedReader
from bot.reading.ranker import READ, Ranker
from bot.reading.trained import NoReader
from bot.types import Evidence, Span
from index.coverage import Wanted
from index.scope import Number, Scope
from index.types import Passage

QUESTION = query("What was said of gulls?")
MANY = minutes(
    "\n".join(f"text|{n}|{n}. Piers|The warden of pier {n} spoke{' of gulls' * (n == 3)}." for n in range(15))
)
PASSAGES = [Passage((one,), 1.0) for one in MANY]


@dataclass(frozen=True)
class Counted:
    """As much of a catalogue as is asked: words are in every paragraph."""

    @staticmethod
    def frequencies(words):
        return dict.fromkeys(words, 1)

    @staticmethod
    def size():
        return len(MANY)


def by(column, columns=NAMES):
    """A ranker by one column alone."""
    weights = np.zeros(len(columns), dtype=np.float32)
    weights[columns.index(column)] = 9.0
    zeros, ones = np.zeros(len(columns), dtype=np.float32), np.ones(len(columns), dtype=np.float32)
    certainty = np.array([1.0, 0.0, 0.0], dtype=np.float32)
    return Ranker(zeros, ones, weights, np.array([-5.0], dtype=np.float32), certainty)


class Network:
    """Reads a passage as answering if it has these words, and keeps which it was given."""

    def __init__(self, words):
        self.words, self.given = words, []

    def read(self, _question, passages):
        self.given += passages
        return [self._read(paragraphs[0]) for paragraphs in passages]

    def _read(self, one):
        score = 3.0 if self.words in one.text else -3.0
        return ReadPassage((ReadSentence(Span(one, 0, len(one.text)), score),), score)

    def carries(self, sentence, paragraphs, words):
        return 0.9 if (sentence, paragraphs, words) == ("So it was.", [MANY[3]], ["The warden"]) else 0.1


def reader(trained=None):
    return RankedReader(lambda asked: Wanted(Counted(), asked.text, asked.scope, {}), papers(MANY), by("own"), trained)


def reading_with(words):
    network = Network(words)
    made = reader(lambda: (network, by("logit", (*NAMES, *READ))))
    return network, made.read(QUESTION, PASSAGES)


def test_what_has_the_words_of_the_question_is_found_and_its_passage_comes_first():
    reading = reader().read(QUESTION, PASSAGES)
    assert reading.evidence[0].text == MANY[3].text
    assert reading.passages[0] == PASSAGES[3]
    assert len(reading.passages) == len(PASSAGES)
    assert 0.5 < reading.sure < 1.0


def test_what_a_network_reads_is_found_whatever_words_it_has():
    _, reading = reading_with("pier 7")
    assert texts(reading.evidence) == [MANY[7].text]
    assert reading.passages[0] == PASSAGES[7]


def test_a_network_reads_the_passages_that_rank_highest_and_no_more():
    network, _ = reading_with("pier 7")
    assert len(network.given) == READ_PASSAGES
    assert network.given[0] == (MANY[3],)


def test_nothing_is_found_in_no_passages():
    network = Network("gulls")
    reading = reader(lambda: (network, by("logit", (*NAMES, *READ)))).read(QUESTION, [])
    assert (reading.evidence, reading.sure, network.given) == ((), 0.0, [])


def test_a_network_is_loaded_once_at_the_first_question():
    loaded = []
    made = reader(lambda: loaded.append(1) or (Network("gulls"), by("logit", (*NAMES, *READ))))
    assert not loaded
    for _ in range(2):
        made.read(QUESTION, PASSAGES)
    assert len(loaded) == 1


def test_where_it_cannot_be_loaded_the_words_serve_and_each_reading_says_so():
    def missing():
        raise NoReader("it is not there")

    made = reader(missing)
    for _ in range(2):
        reading = made.read(QUESTION, PASSAGES)
        assert reading.evidence[0].text == MANY[3].text
        assert reading.note == "Read by words alone: it is not there."


def test_a_network_judges_whether_quoted_words_carry_a_sentence():
    made = reader(lambda: (Network(""), by("logit", (*NAMES, *READ))))
    quoted = Evidence((Span(MANY[3], 0, len("The warden")),), 1.0, PASSAGES[3])
    assert made.carries("So it was.", [quoted]) == 0.9
    assert made.carries("So it was.", []) == 0.0


def test_without_a_network_no_sentence_is_judged_to_be_carried():
    quoted = Evidence((Span(MANY[3], 0, 10),), 1.0, PASSAGES[3])
    assert reader().carries("So it was.", [quoted]) == 0.0


def test_weights_for_other_columns_are_refused(tmp_path):
    ranker = by("own")
    weights = {name: getattr(ranker, name) for name in Ranker.__slots__}
    np.savez(tmp_path / "ranker.npz", columns=np.array(NAMES[1:]), **weights)
    with pytest.raises(ValueError, match="train it again"):
        Ranker.load(tmp_path / "ranker.npz")


def test_it_is_as_sure_as_all_scores_together_make_it():
    rows = np.zeros((2, len(NAMES)), dtype=np.float32)
    ranker = replace(by("own"), certainty=np.array([2.0, 0.0, 11.0], dtype=np.float32))
    assert ranker(rows).sure == pytest.approx(1 / (1 + np.exp(-(2 * (np.log(2) - 5) + 11))))


@pytest.mark.parametrize(
    ("question", "numbers"),
    [("What does minute 7 record?", {("7",)}), ("What was said of gulls under minute 7?", {("3",), ("7",)})],
)
def test_a_printed_number_is_looked_up_where_nothing_else_is_asked(question, numbers):
    asked = query(question, scope=Scope(numbers=(Number("minute", "7"),)))
    reading = reader().read(asked, PASSAGES)
    assert {one.lead.label for one in reading.evidence} <= numbers
    assert (reading.sure == 1.0) is (len(numbers) == 1)
