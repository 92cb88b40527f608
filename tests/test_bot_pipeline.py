from datetime import date

import pytest
from bot.reading.lexical import Window
from bot_papers import bot_on, paper

from bot.pipeline import WrongQuestion
from bot.types import Turn
from index.types import Filter, Passage


@pytest.fixture(scope="module")
def bot(tmp_path_factory):
    return bot_on(tmp_path_factory.mktemp("bot"))


def ask(bot, question, *history, **allowed):
    return bot.answer(Turn(question, history), Filter(**allowed))


def quotes(answer):
    return [citation.quote for citation in answer.citations]


def test_a_resolution_is_quoted_clause_by_clause_with_its_number(bot):
    answer = ask(bot, "What was resolved on the quay wall?")
    assert quotes(answer)[:2] == [
        "(1) That the quay wall be mended at a cost of £4,200.",
        "(2) That the Harbour Engineer report to the July meeting.",
    ]
    assert [citation.label for citation in answer.citations][:2] == [("12", "(1)"), ("12", "(2)")]
    assert answer.text.startswith("On 4 March 2031 the Harbour Committee resolved: “")


def test_a_lost_motion_is_never_told_as_resolved(bot):
    answer = ask(bot, "What became of the motion to sell the quay wall?")
    told = answer.text.split("\n\n")
    assert any("sold" in line for line in told)
    assert not any("resolved" in line.partition("“")[0] for line in told if "sold" in line)


def test_a_recommendation_is_told_as_one(bot):
    answer = ask(bot, "What did the report recommend on dredging the channel?")
    assert answer.text.startswith(
        "Recommended to the Harbour Committee, 2 September 2031 (not in itself a decision): “(i)"
    )


def test_two_quotations_that_begin_in_one_paragraph_are_each_checked_against_their_own(bot):
    index = bot.index
    first, second = index.catalogue.paragraphs(index.catalogue.papers()[0].id)[:2]
    long = Window((first, second), (first.text, second.text), Passage((first,), 1.0), 1.0, {}, {}, {})
    short = Window((first,), (first.text,), Passage((first,), 1.0), 1.0, {}, {}, {})
    answer = bot._quoted([long, short])
    assert quotes(answer) == [long.text, short.text]


def test_a_report_is_no_decision(bot):
    answer = ask(bot, "What was resolved on dredging the channel?")
    assert answer.abstained
    assert answer.reason == "nothing_found"


def test_an_outcome_that_does_not_name_its_matter_is_found_by_its_item(bot):
    assert "RESOLVED: That the update be noted." in quotes(ask(bot, "What was resolved on the slipway tolls?"))


def test_a_question_put_at_the_meeting_runs_into_its_answer(bot):
    assert "replied that 14 were" in quotes(ask(bot, "How many bollards on the quay wall were loose?"))[0]


def test_each_month_that_is_named_is_answered(bot):
    answer = ask(bot, "What was the cost of mending the quay wall in March 2031, and in July 2031?")
    assert [citation.file for citation in answer.citations] == ["march.txt", "july.txt"]
    assert "£4,200" in answer.text
    assert "£4,650" in answer.text


def test_a_number_is_looked_up(bot):
    assert ask(bot, "What does minute 13 say?").citations[0].label == ("13",)


def test_an_abbreviation_is_explained(bot):
    assert "Maritime and Coastal Forum (MCF)" in quotes(ask(bot, "What is the MCF?"))[0]


def test_a_follow_up_leans_on_the_question_before(bot):
    answer = ask(bot, "And how much did it cost?", "What was resolved on the quay wall in March 2031?")
    assert "£4,200" in answer.text


def test_another_year_is_declined(bot):
    answer = ask(bot, "What was resolved on the quay wall in 2019?")
    assert (answer.abstained, answer.reason) == (True, "other_year")


def test_a_name_that_nothing_speaks_of_is_declined(bot):
    assert ask(bot, "What did Councillor Zander say of the quay wall?").abstained


def test_a_matter_that_nothing_speaks_of_is_declined(bot):
    answer = ask(bot, "What was resolved on parking charges?")
    assert (answer.abstained, answer.citations) == (True, ())
    assert "parking, charges" in answer.text


def test_a_sum_that_is_not_given_is_declined(bot):
    assert ask(bot, "How much did the slipway cost?").abstained


def test_the_content_of_an_exempt_item_is_declined_with_its_paragraph(bot):
    answer = ask(bot, "What did the lease of the ice house come to?")
    assert (answer.abstained, answer.reason) == (True, "exempt")
    assert "paragraph 3 of Schedule 12A" in answer.text


def test_a_filter_is_never_loosened(bot):
    assert ask(bot, "What was resolved on the quay wall?", kinds=frozenset({"report"})).abstained


def test_what_was_searched_is_said(bot):
    assert ask(bot, "What was resolved?").searched == "3 papers of Harbour Committee, March 2031 to September 2031"


@pytest.mark.parametrize("question", ["", "   ", "a" * 2001])
def test_a_question_that_cannot_be_taken_is_refused_with_a_sentence(bot, question):
    with pytest.raises(WrongQuestion, match="question"):
        ask(bot, question)


def test_every_quotation_stands_in_its_paragraphs(bot):
    for question in ("What was resolved on the quay wall?", "Why is the channel dredged?", "Who presented the report?"):
        for citation in ask(bot, question).citations:
            held = bot.index.catalogue.neighbours(citation.paragraph, 0, 5)
            text = "\n".join(paragraph.text for paragraph in held)
            assert all(piece in text for piece in citation.quote.split("\n"))


def test_a_paragraph_of_one_endless_sentence_is_quoted_in_part(tmp_path):
    endless = "The lantern of the beacon " + "and its glass " * 50 + "was cleaned"
    minutes = paper("beacon.txt", "minutes", date(2031, 5, 6), f"text|3|3. Beacon|{endless}")
    answer = ask(bot_on(tmp_path, {"beacon.txt": minutes}), "What was said of the lantern of the beacon?")
    assert len(answer.citations[0].quote.split()) <= 100
    assert answer.citations[0].quote in endless


def test_what_was_inferred_from_a_question_can_be_left_out(bot):
    question = "What did the Harbour Committee resolve on the quay wall in March 2031?"
    keys = {one.key for one in bot.answer(Turn(question)).inferred}
    assert {"body Harbour Committee", "period March 2031"} <= keys
    assert bot.answer(Turn(question, without=frozenset(keys))).inferred == ()


DEFINED = """
text|1|1. Standards|A floor standard was missed in two services, and floor standards in two more remained at risk of being missed.
text|2|2. Notes|Floor standards are the least that is expected of a service.
text|3|3. Downloads|Floor standards agenda.pdf (120 KB)
"""


def test_what_says_what_a_thing_is_comes_before_what_speaks_of_it(tmp_path):
    made = bot_on(tmp_path, {"q.txt": paper("q.txt", "report", date(2031, 9, 2), DEFINED)})
    assert quotes(ask(made, "I am new here. What is a floor standard?"))[0].startswith("Floor standards are the least")


def test_a_line_that_offers_a_file_is_no_evidence(tmp_path):
    made = bot_on(tmp_path, {"q.txt": paper("q.txt", "report", date(2031, 9, 2), DEFINED)})
    assert not any(".pdf" in quote for quote in quotes(ask(made, "What of the agenda for floor standards?")))


ALIKE = "\n".join(
    f"text|{n}|{n}. Notes|The warden of the {name} pier spoke of the weather and of the boats that he had seen."
    for n, name in enumerate("north south east west upper lower inner outer".split(), 1)
)


def test_a_question_that_many_places_answer_alike_is_declined(tmp_path):
    made = bot_on(tmp_path, {"q.txt": paper("q.txt", "minutes", date(2031, 9, 2), ALIKE)})
    answer = ask(made, "What did the warden say of the weather at the harbour bar?")
    assert (answer.abstained, answer.reason) == (True, "nothing_found")


CLAUSES = "\n".join(
    f"resolution|7,({n})|7. Weather station|({n}) That the weather station on the {name} pier be kept."
    for n, name in enumerate("north south east west upper lower".split(), 1)
)


def test_the_clauses_of_one_resolution_are_no_rivals(tmp_path):
    made = bot_on(tmp_path, {"q.txt": paper("q.txt", "minutes", date(2031, 9, 2), CLAUSES)})
    assert not ask(made, "What was resolved on the weather station?").abstained


@pytest.mark.parametrize(
    ("history", "question", "read"),
    [
        ((), " What was resolved on the quay wall? ", 1),
        ((), "How many bolllards were loose?", 2),
        (("What was resolved on the quay wall?",), "And the cost?", 2),
    ],
)
def test_where_to_look_is_read_once_from_the_same_words(bot, monkeypatch, history, question, read):
    texts = []
    scope = type(bot.index).scope
    monkeypatch.setattr(type(bot.index), "scope", lambda *given: texts.append(given[1]) or scope(*given))
    ask(bot, question, *history)
    assert len(texts) == read


def test_who_chairs_is_found_where_the_paper_has_another_name_for_the_office(tmp_path):
    present = "attendance|||Present: Councillor Odo Quill (Convener), Councillor Hazel Marrow"
    chairs = "\n".join(f"text|{n}|{n}. Notes|The Harbour Committee and the harbour: note {n}." for n in range(1, 60))
    held = {
        "june.txt": paper("june.txt", "minutes", date(2031, 6, 3), present),
        "july.txt": paper("july.txt", "minutes", date(2031, 7, 1), chairs),
    }
    answer = bot_on(tmp_path, held).answer(Turn("Who chairs the Harbour Committee?"))
    assert "Odo Quill (Convener)" in answer.text
