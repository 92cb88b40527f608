"""What comes before and after reading, with a reader that finds what it is told to."""

from dataclasses import replace
from datetime import date

import pytest
from bot_papers import PAPERS, bot_on, paper
from scripted_reader import ScriptedReader, finding, writing

from bot.grounding.verify import UnverifiedQuotation
from bot.pipeline import SURE, WrongQuestion
from bot.types import MOST_CITATIONS, Evidence, Reading, Span, Turn
from index.types import Filter

MENDED = "(1) That the quay wall be mended at a cost of £4,200."
TO_REPORT = "(2) That the Harbour Engineer report to the July meeting."
SOLD, LOST = "the quay wall be sold", "On being put to the vote the motion was lost by 3 votes to 4."
IN_JULY, DREDGED = "mended for £4,650", "(i) That the channel be dredged in 2032 at £80,000."
QUESTION = "What was resolved on the quay wall?"
IN_MARCH = "What did the Harbour Committee resolve on the quay wall in March 2031?"


@pytest.fixture(scope="module")
def bot(tmp_path_factory):
    return bot_on(tmp_path_factory.mktemp("bot"))


def ask(bot, question, *history, **allowed):
    return bot.answer(Turn(question, history), Filter(**allowed))


def asked_of(bot, question, *history, **allowed):
    """What the reader is asked, and the passages that it is given."""
    made = finding(bot)
    ask(made, question, *history, **allowed)
    return made.reader.asked[0]


def quotes(answer):
    return [citation.quote for citation in answer.citations]


def test_a_resolution_is_quoted_clause_by_clause_with_its_number(bot):
    answer = ask(finding(bot, MENDED, TO_REPORT), QUESTION)
    assert quotes(answer) == [MENDED, TO_REPORT]
    assert [citation.label for citation in answer.citations] == [("12", "(1)"), ("12", "(2)")]
    assert answer.text == f"On 4 March 2031 the Harbour Committee resolved: “{MENDED}” [1] “{TO_REPORT}” [2]"
    assert (answer.mode, answer.abstained, answer.reason, answer.missing) == ("quoting", False, None, None)


def test_a_lost_motion_is_told_as_moved_with_what_became_of_it(bot):
    answer = ask(finding(bot, SOLD), "What became of the motion to sell the quay wall?")
    moved, vote = answer.text.split("\n\n")
    assert moved.startswith("Moved at the Harbour Committee, 4 March 2031: “It was moved by Councillor Thorn")
    assert vote == f"The vote at the Harbour Committee, 4 March 2031: “{LOST}” [2]"


def test_a_recommendation_is_told_as_one(bot):
    answer = ask(finding(bot, DREDGED), "What did the report recommend on dredging the channel?")
    assert answer.text.startswith(
        "Recommended to the Harbour Committee, 2 September 2031 (not in itself a decision): “(i)"
    )


def test_two_quotations_that_begin_in_one_paragraph_are_each_checked_against_their_own(bot):
    presented, asked = "Marta Oake, Harbour Engineer, presented", "how many bollards were loose"
    answer = ask(finding(bot, (presented, asked), presented), "Who spoke of the quay wall?")
    both, alone = quotes(answer)
    assert both.startswith(f"{alone}\nCouncillor Thorn asked")


ALTERED = "(1) That the quay wall be mended at a cost of £9,200."


@pytest.mark.parametrize("words", [ALTERED, "word " * 101])
def test_words_that_do_not_stand_in_their_paragraph_or_are_too_many_are_never_shown(bot, words):
    class Inventing(ScriptedReader):
        def read(self, query, passages):
            (one,) = super().read(query, passages).evidence
            invented = replace(one.lead, text=words)
            return Reading((Evidence((Span(invented, 0, len(words)),), 1.0, one.passage),), 1.0)

    with pytest.raises(UnverifiedQuotation):
        ask(replace(bot, reader=Inventing((MENDED,))), QUESTION)


def test_a_question_that_is_quoted_is_followed_by_the_reply(tmp_path):
    text = """
question|5|5. Questions|Councillor Pell asked why the ferry was late.
reply|5|5. Questions|The Ferry Manager replied that the tide had been low.
"""
    made = bot_on(tmp_path, {"may.txt": paper("may.txt", "minutes", date(2031, 5, 6), text)})
    answer = ask(finding(made, "why the ferry was late"), "Why was the ferry late?")
    assert quotes(answer)[1] == "The Ferry Manager replied that the tide had been low."


CRANE = "resolution|4|4. Crane|RESOLVED: That the crane be hired for £600 a week."
RESCINDED = "resolution|9|9. Crane|RESOLVED: That the decision of 1 April 2031 to hire the crane be rescinded."


def test_what_a_later_meeting_undid_is_told_after_what_undid_it(tmp_path):
    held = {
        "april.txt": paper("april.txt", "minutes", date(2031, 4, 1), CRANE),
        "may.txt": paper("may.txt", "minutes", date(2031, 5, 6), RESCINDED),
    }
    answer = ask(finding(bot_on(tmp_path, held), "hired for £600"), "What was resolved on the crane?")
    assert [citation.file for citation in answer.citations] == ["may.txt", "april.txt"]
    assert answer.text.split("\n\n")[1].startswith("Earlier, on 1 April 2031 the Harbour Committee resolved: ")


def test_each_period_that_is_named_is_read_for_alone_and_told_in_the_order_named(bot):
    asked = "What was the cost of mending the quay wall in March 2031, and in July 2031?"
    made = finding(bot, IN_JULY, MENDED)
    answer = ask(made, asked)
    assert [citation.file for citation in answer.citations] == ["march.txt", "july.txt"]
    of_parts = [{passage.paper.file for passage in passages} for _, passages in made.reader.asked[1:]]
    assert of_parts == [{"march.txt"}, {"july.txt"}]


def test_a_model_is_asked_once_with_what_is_found_for_every_period(bot):
    made = finding(bot, IN_JULY, MENDED, by_model=True)
    answer = ask(made, "What was the cost of mending the quay wall in March 2031, and in July 2031?")
    assert {citation.file for citation in answer.citations} == {"march.txt", "july.txt"}
    [(_, passages)] = made.reader.asked
    assert {passage.paper.file for passage in passages[:2]} == {"march.txt", "july.txt"}
    assert len({passage.paragraphs[0].id for passage in passages}) == len(passages)


def test_a_period_that_nothing_is_found_for_is_told_as_missing(bot):
    asked = "What was the cost of mending the quay wall in March 2031, and in July 2031?"
    answer = ask(finding(bot, MENDED), asked)
    assert quotes(answer) == [MENDED]
    assert answer.missing == "Nothing was found for July 2031."


def test_costs_of_two_meetings_that_are_compared_are_set_side_by_side(bot):
    answer = ask(
        finding(bot, MENDED, IN_JULY), "How did the cost of mending the quay wall change from March 2031 to July 2031?"
    )
    assert [line.split(" | ")[:2] for line in answer.text.splitlines()[2:]] == [
        ["| 4 March 2031, resolved", "£4,200"],
        ["| 1 July 2031", "£4,650"],
    ]


RIVALS = PAPERS | {
    "ferry.txt": replace(
        paper("ferry.txt", "minutes", date(2031, 5, 6), "resolution|4|4. Dogs|That dogs be kept on leads on the quay."),
        body="Ferry Scrutiny Committee",
    ),
    "parks.txt": replace(
        paper(
            "parks.txt", "minutes", date(2031, 6, 3), "resolution|7|7. Dogs|That dogs be kept off the bowling green."
        ),
        body="Parks Scrutiny Committee",
    ),
}


@pytest.fixture(scope="module")
def rivals(tmp_path_factory):
    return bot_on(tmp_path_factory.mktemp("rivals"), RIVALS)


def test_each_body_that_a_name_fits_is_quoted_and_offered_alone(rivals):
    answer = ask(
        finding(rivals, "off the bowling green", "on leads on the quay"),
        "What did the scrutiny committee resolve on dogs?",
    )
    assert {citation.file for citation in answer.citations} == {"ferry.txt", "parks.txt"}
    assert answer.text.startswith("“The scrutiny committee” fits 2 bodies: Ferry Scrutiny Committee and Parks ")
    assert [choice.bodies for choice in answer.choices] == [
        ("Ferry Scrutiny Committee",),
        ("Parks Scrutiny Committee",),
    ]


def test_no_other_body_is_quoted_beside_the_one_that_is_named(rivals):
    answer = ask(
        finding(rivals, "on leads on the quay", "off the bowling green"),
        "What did the Parks Scrutiny Committee resolve on dogs?",
    )
    assert [citation.file for citation in answer.citations] == ["parks.txt"]


def test_what_another_body_did_is_declined_and_cited(rivals):
    answer = ask(
        finding(rivals, "on leads on the quay"), "What did the Parks Scrutiny Committee resolve on dogs on leads?"
    )
    assert (answer.abstained, answer.reason) == (True, "other_body")
    assert quotes(answer) == ["That dogs be kept on leads on the quay."]
    assert "Nothing was found for “Parks Scrutiny Committee”." in answer.text


def test_another_year_is_declined_with_what_was_found(bot):
    answer = ask(finding(bot, MENDED), "What was resolved on the quay wall in 2019?")
    assert (answer.abstained, answer.reason, quotes(answer)) == (True, "other_year", [MENDED])
    assert "Found for another time (Harbour Committee, 4 March 2031)" in answer.text


def test_a_name_that_no_paper_holds_is_somebody_else_s(bot):
    answer = ask(finding(bot, "Councillor Thorn asked"), "What did Councillor Zander ask of the quay wall?")
    assert (answer.abstained, answer.reason) == (True, "other_person")
    assert "Nothing that was found mentions “Zander”." in answer.text


def test_a_figure_that_stands_nowhere_near_is_declined(bot):
    answer = ask(finding(bot, "tolls on the slipway"), "Were the tolls on the slipway £4,200?")
    assert (answer.abstained, answer.reason) == (True, "nothing_found")
    assert not ask(finding(bot, MENDED), "Is the quay wall to be mended for £4,200?").abstained


def test_a_meeting_that_is_not_held_is_declined_with_the_nearest(bot):
    answer = ask(finding(bot, MENDED), "What did the Harbour Committee decide on the quay wall in May 2029?")
    assert (answer.abstained, answer.reason) == (True, "not_held")
    assert "The nearest meetings whose papers are held: 4 March 2031 and 1 July 2031." in answer.text


def test_where_nothing_is_found_what_was_looked_for_is_said(bot):
    answer = ask(finding(bot), "What was resolved on parking charges?")
    assert (answer.abstained, answer.reason, answer.citations) == (True, "nothing_found", ())
    assert "March 2031 to September 2031, for: resolved, parking, charges." in answer.text
    assert answer.text.endswith("Nothing that was found mentions “parking” or “charges”.")


@pytest.mark.parametrize(("sure", "abstained"), [(SURE, False), (SURE - 0.01, True)])
def test_what_the_reader_is_too_unsure_of_is_declined(bot, sure, abstained):
    assert ask(finding(bot, MENDED, sure=sure), QUESTION).abstained is abstained


def test_the_reader_s_own_reason_for_declining_is_told(bot):
    answer = ask(finding(bot, reason="false_premise"), "Why was the quay wall sold?")
    assert (answer.abstained, answer.reason) == (True, "false_premise")
    assert answer.text.startswith("The papers held do not say what the question takes for granted.")


def test_what_no_committee_s_papers_answer_is_off_topic_whatever_is_found(bot):
    assert ask(finding(bot, MENDED), "Write me a poem about the quay wall.").reason == "off_topic"


ICE_HOUSE = "What did the lease of the ice house come to?"


@pytest.mark.parametrize("found", [(), ("tolls on the slipway",)])
def test_the_content_of_an_exempt_item_is_declined_with_its_paragraph(bot, found):
    answer = ask(finding(bot, *found), ICE_HOUSE)
    assert (answer.abstained, answer.reason) == (True, "exempt")
    assert "paragraph 3 of Schedule 12A" in answer.text
    assert quotes(answer)[0].startswith("Excluded under paragraph 3")


def test_the_next_meeting_is_no_exempt_item(tmp_path):
    held = {
        "closed.txt": paper(
            "closed.txt",
            "minutes",
            date(2031, 4, 1),
            "exempt|9||That the public leave before the next item under Paragraph 3 of Schedule 12A.\n"
            "text|10|10. Next meeting|Tuesday 6 May 2031 at 7 pm.",
        )
    }
    answer = ask(finding(bot_on(tmp_path, held), "Tuesday 6 May"), "When is the next meeting of the Harbour Committee?")
    assert quotes(answer) == ["Tuesday 6 May 2031 at 7 pm."]


MANY = "\n".join(
    f"text|{n}|{n}. {pier.title()} pier|The warden of the {pier} pier spoke of gulls."
    for n, pier in enumerate("north south east west upper lower".split(), 1)
)
PIERS = tuple(f"the {pier} pier spoke" for pier in "north south east west upper lower".split())


def test_no_more_is_quoted_than_an_answer_has_room_for(tmp_path):
    made = bot_on(tmp_path, {"may.txt": paper("may.txt", "minutes", date(2031, 5, 6), MANY)})
    assert (
        len(ask(finding(made, *PIERS), "Which wardens of piers spoke of gulls?").citations)
        == MOST_CITATIONS
        < len(PIERS)
    )


CLAUSES = "\n".join(
    f"resolution|7,({n})|7. Weather station|({n}) That the weather station on the {pier} pier be kept."
    for n, pier in enumerate("north south east west".split(), 1)
)


def test_clauses_of_a_resolution_that_are_not_shown_are_counted(tmp_path):
    made = bot_on(tmp_path, {"may.txt": paper("may.txt", "minutes", date(2031, 5, 6), CLAUSES)})
    answer = ask(finding(made, "(1) That", "(2) That"), "What did the Harbour Committee say of the weather station?")
    assert answer.missing == (
        "2 of 4 clauses shown; the others stand in Minute 7 (3) and (4) of the Harbour Committee, 6 May 2031 [1]."
    )


def test_what_the_reader_misses_and_notes_is_told_beside_the_answer(bot):
    answer = ask(finding(bot, MENDED, missing="Nothing on the ladder.", note="Read by words alone."), QUESTION)
    assert answer.missing.splitlines()[0] == "Nothing on the ladder."
    assert answer.missing.splitlines()[-1] == "Read by words alone."


def test_what_the_reader_writes_is_told_with_the_numbers_of_its_quotations(bot):
    written = writing(("The wall is to be mended.", [0]), ("The engineer reports on it in July.", [1, 0]))
    answer = ask(finding(bot, MENDED, TO_REPORT, sentences=written), QUESTION)
    assert answer.mode == "composing"
    assert answer.text == "The wall is to be mended. [1] The engineer reports on it in July. [2][1]"
    assert quotes(answer) == [MENDED, TO_REPORT]


def test_a_sentence_whose_quotation_is_not_shown_is_left_out(bot):
    written = writing(("The wall is to be mended.", [0]), ("The channel is to be dredged.", [1]))
    answer = ask(finding(bot, MENDED, DREDGED, sentences=written), IN_MARCH)
    assert quotes(answer) == [MENDED]
    assert answer.text == "The wall is to be mended. [1]"


def test_a_quotation_of_which_a_sentence_was_left_out_is_told_after_the_sentences(bot):
    written = writing(("The wall is to be mended.", [0]))
    answer = ask(finding(bot, MENDED, TO_REPORT, sentences=written, unsaid=(1,)), QUESTION)
    told = f"The wall is to be mended. [1]\n\nOn 4 March 2031 the Harbour Committee resolved: “{TO_REPORT}” [2]"
    assert (answer.text, answer.mode) == (told, "composing")


def test_a_quotation_that_a_sentence_tells_only_in_part_is_told_too(bot):
    written = writing(("The wall is to be mended.", [0]))
    answer = ask(finding(bot, MENDED, sentences=written, unsaid=(0,)), QUESTION)
    assert answer.text.split("\n\n")[1] == f"On 4 March 2031 the Harbour Committee resolved: “{MENDED}” [1]"


def test_what_became_of_a_motion_is_told_beside_a_sentence_that_does_not(bot):
    answer = ask(finding(bot, SOLD, sentences=writing(("Selling the wall was moved.", [0]))), QUESTION)
    assert answer.text.startswith("Selling the wall was moved. [1]\n\nThe vote at ")
    assert answer.text.endswith(f"“{LOST}” [2]")


def test_a_sentence_on_words_that_are_told_with_more_around_them_keeps_its_number(tmp_path):
    moved, lost = "It was moved that the ferry be sold.", "After a debate of an hour the motion was lost."
    held = {"may.txt": paper("may.txt", "minutes", date(2031, 5, 6), f"motion|3|3. Ferry|{moved} {lost}")}

    class Opening(ScriptedReader):
        def read(self, query, passages):
            [whole] = super().read(query, passages).evidence
            return Reading((replace(whole, spans=(Span(whole.lead, 0, len(moved)),)),), 1.0, sentences=written)

    written = writing(("Selling the ferry was moved.", [0]))
    bot = replace(bot_on(tmp_path, held), reader=Opening((moved,)))
    answer = ask(bot, "What became of the motion to sell the ferry?")
    assert (quotes(answer), answer.text) == ([f"{moved} {lost}"], "Selling the ferry was moved. [1]")


def test_where_no_sentence_is_left_the_quotations_are_told(bot):
    written = writing(("The channel is to be dredged.", [1]))
    answer = ask(finding(bot, MENDED, DREDGED, sentences=written), IN_MARCH)
    assert answer.mode == "quoting"
    assert answer.text == f"On 4 March 2031 the Harbour Committee resolved: “{MENDED}” [1]"


def test_what_is_declined_is_not_told_in_the_reader_s_words(bot):
    written = writing(("The wall is to be mended.", [0]))
    answer = ask(finding(bot, MENDED, sentences=written), "What was resolved on the quay wall in 2019?")
    assert (answer.mode, answer.abstained) == ("quoting", True)
    assert "The wall is to be mended" not in answer.text


def test_the_passages_of_what_is_found_come_first(bot):
    made = finding(bot, IN_JULY)
    assert ask(made, QUESTION).passages[0].paper.file == "july.txt"
    assert "£4,650" in made.passages(Turn(QUESTION))[0].text


def test_no_paragraph_is_given_twice_and_as_many_passages_as_asked_for(bot):
    given = finding(bot, IN_JULY).passages(Turn(QUESTION), 2)
    ids = [paragraph.id for passage in given for paragraph in passage.paragraphs]
    assert len(given) == 2
    assert len(ids) == len(set(ids))


def test_a_filter_is_never_loosened(bot):
    query, passages = asked_of(bot, QUESTION, kinds=frozenset({"report"}))
    assert {passage.paper.kind for passage in passages} <= {"report"}
    assert query.allowed.kinds == {"report"}


def test_a_number_is_looked_up(bot):
    _, passages = asked_of(bot, "What does minute 13 say?")
    assert ("13",) in {paragraph.label for passage in passages[:2] for paragraph in passage.paragraphs}


def test_the_reader_is_told_what_an_abbreviation_stands_for(bot):
    query, _ = asked_of(bot, "What is the MCF?")
    assert query.others["MCF"] == "Maritime and Coastal Forum"


def test_a_follow_up_is_read_with_what_it_leans_on(bot):
    before = "What was resolved on the quay wall in March 2031?"
    query, passages = asked_of(bot, "And how much did it cost?", before)
    assert "quay wall" in query.text
    assert query.history == (before,)
    assert any(MENDED in passage.text for passage in passages)


def test_the_reader_is_told_the_day_that_it_is(bot):
    query, _ = asked_of(replace(bot, today=lambda: date(2031, 8, 1)), QUESTION)
    assert query.today == date(2031, 8, 1)


@pytest.mark.parametrize(
    "question",
    [
        "Who is the chair of the Harbour Committee?",
        "Who chairs the Harbour Committee?",
    ],
)
def test_who_chairs_is_found_where_the_paper_has_another_name_for_the_office(tmp_path, question):
    present = "attendance|||Present: Councillor Odo Quill (Convener), Councillor Hazel Marrow"
    chairs = "\n".join(f"text|{n}|{n}. Notes|The Harbour Committee and the harbour: note {n}." for n in range(1, 60))
    held = {
        "june.txt": paper("june.txt", "minutes", date(2031, 6, 3), present),
        "july.txt": paper("july.txt", "minutes", date(2031, 7, 1), chairs),
    }
    answer = ask(finding(bot_on(tmp_path, held), "(Convener)"), question)
    assert quotes(answer) == [present.split("|")[3]]


def test_what_was_searched_is_said(bot):
    answer = ask(finding(bot, MENDED), "What was resolved?")
    assert answer.searched == "3 papers of Harbour Committee, March 2031 to September 2031"


@pytest.mark.parametrize("question", ["", "   ", "a" * 2001])
def test_a_question_that_cannot_be_taken_is_refused_with_a_sentence(bot, question):
    with pytest.raises(WrongQuestion, match="question"):
        ask(finding(bot, MENDED), question)


def test_what_was_inferred_from_a_question_can_be_left_out(bot):
    made = finding(bot, MENDED)
    keys = {one.key for one in made.answer(Turn(IN_MARCH)).inferred}
    assert {"body Harbour Committee", "period March 2031"} <= keys
    assert made.answer(Turn(IN_MARCH, without=frozenset(keys))).inferred == ()


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
    ask(finding(bot, MENDED), question, *history)
    assert len(texts) == read
