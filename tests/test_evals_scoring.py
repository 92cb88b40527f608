from evals.matching import PaperWords, carries
from evals.scoring import score

TEXT = "251. The quay\nRESOLVED: (1) That the quay be mended by May.\n(2) That £4,200 be spent on it.\n"
QUESTION = {
    "id": "q1", "abstain": False, "mode": "all", "facts": ["£4,200"], "locator": "251",
    "cites": [{"file": "a.txt", "quote": "That £4,200 be spent on it"}],
}  # fmt: skip


def scored(tmp_path, answer, question=QUESTION):
    (tmp_path / "a.txt").write_text(TEXT)
    return score([question], [{"id": "q1", "seconds": 0.1} | answer], PaperWords(tmp_path))[0]


def cites(quote, **more):
    return [{"file": "a.txt", "locator": "Minute 251", "quote": quote} | more]


def test_a_right_answer_is_correct(tmp_path):
    figures = scored(
        tmp_path, {"answer": "£4,200", "abstained": False, "citations": cites("That £4,200 be spent on it.")}
    )
    assert (figures["correct"], figures["wrong"], figures["verbatim"], figures["located"]) == (1, 0, 1, 1)


def test_a_wrong_citation_is_wrong(tmp_path):
    figures = scored(tmp_path, {"answer": "£4,200", "abstained": False, "citations": cites("That the quay be mended")})
    assert (figures["correct"], figures["wrong"]) == (0, 1)


def test_declining_an_answerable_question_is_neither_correct_nor_wrong(tmp_path):
    figures = scored(tmp_path, {"answer": "", "abstained": True, "citations": []})
    assert (figures["correct"], figures["wrong"], figures["overabstain"]) == (0, 0, 1)


def test_answering_an_unanswerable_question_is_wrong(tmp_path):
    question = {"id": "q1", "abstain": True, "cites": [], "facts": [], "mode": "all"}
    figures = scored(tmp_path, {"answer": "Yes", "abstained": False, "citations": []}, question)
    assert (figures["correct"], figures["wrong"], figures["abstained"]) == (0, 1, 0)


def test_a_missing_answer_is_not_correct(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    assert score([QUESTION], [], PaperWords(tmp_path))[0]["correct"] == 0


def test_words_that_are_not_in_the_paper_are_not_verbatim(tmp_path):
    figures = scored(tmp_path, {"answer": "", "abstained": False, "citations": cites("That £9,999 be spent on it.")})
    assert figures["verbatim"] == 0


def test_the_same_text_in_another_place_counts(tmp_path):
    elsewhere = cites("That £4,200 be spent on it.", file="b.txt", places=[{"file": "a.txt"}])
    (tmp_path / "b.txt").write_text(TEXT)
    assert scored(tmp_path, {"answer": "£4,200", "abstained": False, "citations": elsewhere})["correct"] == 1


def test_a_quotation_of_over_a_hundred_words_proves_nothing():
    assert not carries("spent " * 101 + "That £4,200 be spent on it.", "That £4,200 be spent on it.")


def test_a_lost_number_or_negation_is_never_forgiven():
    expected = "that the sum of 400 pounds be not spent on the quay wall in any year at all"
    assert carries(expected.replace("wall ", ""), expected)
    assert not carries(expected.replace("not ", ""), expected)
    assert not carries(expected.replace("400 ", ""), expected)
