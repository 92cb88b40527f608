from dataclasses import replace
from datetime import date

import pytest
from evidence_papers import minutes, papers, whole
from scoped_questions import asked

from bot.answerability.constraints import fitting, of_body

HARBOUR = minutes(
    """
text||| Minutes of the Harbour Committee of Orrendale
text|12|12. Quay wall|Councillor Oake asked for the quay wall to be mended at a cost of £1.2 million.
resolution|12|12. Quay wall|RESOLVED: That the quay wall be mended.
text|13|13. Crow Road|The Marine and Coastal Forum would look at the slipway in October 2032.
text|14|14. Loans|Twenty-four loans had been made under scheme 7.
""",
    date(2031, 3, 4),
    "harbour",
)
PARKS = minutes(
    """
text|1|1. Band stand|The band stand was painted with the Harbour Committee's green paint.
text|2|2. Swans|The swans were fed on the quay wall.
""",
    date(2031, 5, 6),
    "parks",
    title="Minutes of the Parks Panel",
    body="Parks Panel",
)
UNDATED = minutes("text|1|1. Kiosk|The kiosk is let to Ms Pell.", None, "plan", title="Plan", body=None)
HELD = papers(HARBOUR, PARKS, UNDATED)


def judged(text, *evidence):
    kept, refusal = fitting(asked(text, HARBOUR, PARKS, UNDATED), evidence, HELD)
    return list(evidence).index(kept[0]) if kept else (refusal.reason, refusal.lacking)


def test_evidence_of_what_the_question_names_is_kept_and_other_is_left_out():
    text = "What did the Harbour Committee resolve on the quay wall in March 2031?"
    own, other = whole(HARBOUR, 2), whole(PARKS, 1)
    kept, refusal = fitting(asked(text, HARBOUR, PARKS), [other, own], HELD)
    assert (kept, refusal) == ([own], None)


def test_without_evidence_there_is_nothing_to_judge():
    assert fitting(asked("What did the Parks Panel do in 2024?", PARKS), [], HELD) == ([], None)


def test_what_another_body_did_is_refused_with_the_nearest():
    found = whole(PARKS, 1)
    _, refusal = fitting(asked("What did the Harbour Committee say of the swans?", HARBOUR, PARKS), [found], HELD)
    assert (refusal.reason, refusal.lacking, refusal.near) == ("other_body", "“Harbour Committee”", found)


def test_another_body_s_words_that_name_the_body_asked_about_are_kept():
    assert judged("What did the Harbour Committee give for the band stand?", whole(PARKS, 0)) == 0


def test_a_body_whose_papers_are_not_held_must_be_named():
    assert judged("What did the Licensing Committee say of the swans?", whole(PARKS, 1)) == (
        "other_body",
        "“Licensing Committee”",
    )
    assert judged("What would the Marine and Coastal Forum look at?", whole(HARBOUR, 3)) == 0


def test_a_body_is_known_by_its_name_with_words_left_out():
    board = minutes(
        "text|5|5. Otters|The holts were fenced.", id_="board", body="Marlhaven Local Wildlife Rivers Board"
    )
    kept, _ = fitting(asked("What did the Wildlife Board do on otters?", board), [whole(board, 0)], papers(board))
    assert kept


def test_scrutiny_is_not_taken_for_another_body_where_the_question_names_cabinet_too():
    scrutiny = minutes("resolution|5|5. Budget|That the book fund be kept.", id_="s", body="Roads Scrutiny Commission")
    cabinet = minutes("text|5|5. Budget|The budget was set.", id_="c", body="Cabinet")
    question = asked("What did scrutiny tell Cabinet about the budget?", scrutiny, cabinet)
    assert fitting(question, [whole(scrutiny, 0)], papers(scrutiny, cabinet))[0]


ORREN, MARL = "Orren Borough Council", "Marl District Council"


def test_another_council_s_paper_is_of_another_body():
    ours = minutes("resolution|1|1. Weir|That the weir be mended.", id_="o", body="Planning Committee", council=ORREN)
    theirs = minutes("resolution|1|1. Weir|That the weir be sold.", id_="m", body="Watch Committee", council=MARL)
    question = asked("What did Orren resolve on the weir?", ours, theirs)
    kept, refusal = fitting(question, [whole(theirs, 0)], papers(ours, theirs))
    assert (kept, refusal.reason) == ([], "other_body")
    assert fitting(question, [whole(theirs, 0), whole(ours, 0)], papers(ours, theirs))[0] == [whole(ours, 0)]


def test_a_paper_without_a_body_may_be_of_any():
    assert of_body(UNDATED[0].paper, asked("What did the Parks Panel say?", PARKS).scope)


def test_another_year_is_refused():
    assert judged("What was resolved on the quay wall in 2024?", whole(HARBOUR, 2)) == ("other_year", "“2024”")
    assert judged("What was resolved on the quay wall in 2024/25?", whole(HARBOUR, 2)) == ("other_year", "“2024/25”")


@pytest.mark.parametrize(
    "text",
    [
        "What was to be looked at in October 2032?",  # the words speak of it
        "What was said of the slipway in 2030/31?",  # a municipal year
        "What did the members say of the slipway in February 2031?",  # a meeting soon after may tell of it
    ],
)
def test_words_of_the_time_or_about_it_are_kept(text):
    assert judged(text, whole(HARBOUR, 3)) == 0


def test_a_paper_without_a_day_may_be_of_any_time():
    assert judged("Who had the kiosk in 2024?", whole(UNDATED, 0)) == 0


def test_when_something_came_of_a_matter_later_papers_say():
    assert judged("Painting was asked for in July 2030. When was the band stand painted?", whole(PARKS, 0)) == 0
    assert judged("Painting was asked for in July 2032. When was the band stand painted?", whole(PARKS, 0)) == (
        "other_year",
        "“July 2032”",
    )


@pytest.mark.parametrize(
    ("text", "lacking"),
    [
        ("What did Councillor Thorn say of the quay wall?", "“Thorn”"),
        ("What did Marta Oake say of the quay wall?", "“Marta Oake”"),
        ("Was the QPR looked at?", "“QPR”"),
    ],
)
def test_a_name_that_stands_nowhere_in_the_paper_is_refused(text, lacking):
    assert judged(text, whole(HARBOUR, 1)) == ("nothing_found", lacking)


@pytest.mark.parametrize(
    "text",
    [
        "What did Councillor Oake ask of the quay wall?",
        "What would the MCF look at?",  # initials of words that stand there
        "What was said of Crow Rd?",
        "What is known in Orrendale of the quay wall?",
    ],
)
def test_a_name_may_stand_anywhere_in_the_paper_and_be_shortened(text):
    assert judged(text, whole(HARBOUR, 3)) == 0


def test_an_abbreviation_is_met_by_what_it_stands_for():
    question = asked("Was the HEW looked at?", HARBOUR)
    evidence = [whole(HARBOUR, 1)]
    assert fitting(question, evidence, HELD)[1].lacking == "“HEW”"
    assert fitting(replace(question, others={"HEW": "quay wall"}), evidence, HELD)[0] == evidence


def test_names_that_an_earlier_turn_lent_need_not_stand_there():
    question = asked("What did Councillor Thorn say of the quay wall?", HARBOUR)
    lent = replace(question, question=replace(question.question, carried=question.question.names))
    assert fitting(lent, [whole(HARBOUR, 1)], HELD)[0]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("What was to cost £1,200,000?", 1),
        ("What were the 24 loans for?", 4),
        ("What is item 12 about?", 2),  # its printed number
        ("What was said of scheme 7?", 4),
    ],
)
def test_a_figure_is_met_in_the_item_in_any_form_or_by_the_printed_number(text, place):
    assert judged(text, whole(HARBOUR, place)) == 0


def test_a_figure_that_stands_nowhere_in_the_item_is_refused():
    assert judged("What was said of scheme 9?", whole(HARBOUR, 4)) == ("nothing_found", "“9”")


def test_over_meetings_the_evidence_together_holds_the_names_and_the_time():
    first, second = whole(HARBOUR, 2), whole(PARKS, 1)
    text = "What was said by Councillor Oake on the quay wall in March 2031, and how has that changed since?"
    question = asked(text, HARBOUR, PARKS)
    assert question.question.over_meetings
    assert fitting(question, [first, second], HELD)[0] == [first, second]


PLAN = minutes(
    """
text|1|1. Outlook|The plan looks ahead to 2051.
text|2|2. Homes|The quay is to have 400 new homes.
text|3|3. Ferries|Ferries will run on batteries.
""",
    date(2031, 3, 4),
    "outlook",
    title="Outlook",
    body="Harbour Committee",
)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("How many new homes is the quay to have by 2051?", None),
        ("What is the target for new homes in 2051?", None),
        ("How many new homes were resolved on in 2051?", "other_year"),
        ("How many new homes is the quay to have by 2060?", "other_year"),
        ("How many new homes did the quay have in 2024?", "other_year"),
    ],
)
def test_a_year_that_a_paper_looks_ahead_to_is_no_meeting_s(text, reason):
    _, refusal = fitting(asked(text, PLAN), [whole(PLAN, 1)], papers(PLAN))
    assert (refusal.reason if refusal else None) == reason


def test_beside_what_is_of_the_meeting_asked_about_nothing_of_another_meeting_is_kept():
    later = minutes(
        "resolution|4|4. Quay wall|RESOLVED: That the quay wall of March 2031 be painted.", date(2031, 6, 3), "june"
    )
    text = "What did the Harbour Committee resolve on the quay wall in March 2031?"
    kept, _ = fitting(asked(text, HARBOUR, later), [whole(HARBOUR, 2), whole(later, 0)], papers(HARBOUR, later))
    assert kept == [whole(HARBOUR, 2)]


def test_where_the_first_is_of_a_later_meeting_that_tells_of_it_others_are_kept_too():
    later = minutes(
        "resolution|4|4. Quay wall|RESOLVED: That the quay wall of March 2031 be painted.", date(2031, 6, 3), "june"
    )
    text = "What did the Harbour Committee resolve on the quay wall in March 2031?"
    kept, _ = fitting(asked(text, HARBOUR, later), [whole(later, 0), whole(HARBOUR, 2)], papers(HARBOUR, later))
    assert kept == [whole(later, 0), whole(HARBOUR, 2)]
