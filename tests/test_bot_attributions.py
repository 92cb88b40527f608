from dataclasses import replace
from datetime import date

from bot_papers import bot_on, paper

from bot.types import Turn

MINUTES = """
heading|8||8. Mooring plan
resolution|8|8. Mooring plan|RESOLVED - To recommend to Council:
resolution|8,(a)|8. Mooring plan|(a) That the mooring plan be adopted on 1 November 2031.
resolution|8,(b)|8. Mooring plan|(b) That £7,400 be taken from reserves for new buoys.
heading|9||9. Pilot boat
resolution|9|9. Pilot boat|AGREED TO RECOMMEND – that the pilot boat be painted.
heading|12||12. Foghorn
resolution|12|12. Foghorn|It was agreed, on the proposal of Councillor Hazel Marrow, seconded by Councillor Odo Quill, that it be RECOMMENDED that the foghorn be sounded.
heading|10||10. Gull netting
recommendation|10|10. Gull netting|The report recommended that gull netting be put over the fish dock.
heading|11||11. Ice plant
resolution|11|11. Ice plant|The Harbour Engineer said that the ice plant leaked brine. It was resolved that a fitter be sent for.
"""


def ask(folder, question, *, draft=False):
    held = replace(paper("may.txt", "minutes", date(2031, 5, 6), MINUTES), draft=draft)
    return bot_on(folder, {"may.txt": held}).answer(Turn(question))


def test_a_clause_under_to_recommend_is_told_as_a_recommendation_with_that_line(tmp_path):
    answer = ask(tmp_path, "What was decided about £7,400 from reserves for new buoys?")
    assert answer.text.startswith("On 6 May 2031 the Harbour Committee recommended: “(b) That £7,400")
    assert "RESOLVED - To recommend to Council:" in [c.quote for c in answer.citations]
    assert "resolved:" not in answer.text


def test_what_was_agreed_to_be_recommended_is_not_told_as_resolved(tmp_path):
    answer = ask(tmp_path, "What was agreed on painting the pilot boat?")
    assert answer.text.startswith("On 6 May 2031 the Harbour Committee recommended: “AGREED TO RECOMMEND")


def test_what_was_agreed_to_be_recommended_on_a_proposal_is_not_told_as_resolved(tmp_path):
    answer = ask(tmp_path, "What was agreed on sounding the foghorn?")
    assert answer.text.startswith("On 6 May 2031 the Harbour Committee recommended: “It was agreed")


def test_what_a_report_recommended_is_not_told_as_the_body_s_own_recommendation(tmp_path):
    answer = ask(tmp_path, "What was recommended on gull netting over the fish dock?")
    assert answer.text.startswith("Recommended at the Harbour Committee, 6 May 2031: “")


def test_what_was_said_before_a_decision_is_not_told_as_resolved(tmp_path):
    answer = ask(tmp_path, "Why did brine leak at the ice plant?")
    lead = next(line for line in answer.text.split("\n\n") if "leaked brine" in line)
    assert not lead.startswith(
        "On 6 May 2031 the Harbour Committee resolved: “The Harbour Engineer said that the ice plant leaked brine.”"
    )


def test_draft_minutes_are_marked(tmp_path):
    answer = ask(tmp_path, "What was agreed on painting the pilot boat?", draft=True)
    assert answer.text.startswith("On 6 May 2031 the Harbour Committee recommended (draft minutes): “")


def of_report(folder, question, **changed):
    made = paper("r.txt", "report", date(2031, 5, 6), "text|1.1|1. Cranes|1.1 The crane lifts nine tons.")
    return bot_on(folder, {"r.txt": replace(made, **changed)}).answer(Turn(question)).text.partition(":")[0]


def test_a_report_that_is_called_by_its_body_alone_is_told_by_its_kind(tmp_path):
    told = of_report(tmp_path, "How many tons does the crane lift?", title="Harbour Committee")
    assert told == "The report of the Harbour Committee, 6 May 2031"


def test_a_day_that_stands_in_a_title_is_not_told_twice(tmp_path):
    told = of_report(tmp_path, "How many tons does the crane lift?", title="Agenda of 6 May 2031")
    assert told == "Agenda of 6 May 2031 (the Harbour Committee)"


def test_a_report_of_no_body_is_not_told_as_the_meeting(tmp_path):
    told = of_report(tmp_path, "How many tons does the crane lift?", title="The Clerk's notes", body=None)
    assert told == "The Clerk's notes (6 May 2031)"
