"""Who said a quotation and when, and as what it was said."""

from evidence_papers import evidence_of, minutes, papers, texts, whole

from bot.rendering.attributions import again, as_recommended, as_what, lead

MINUTES = """
resolution|8|8. Mooring plan|RESOLVED - To recommend to Council:
resolution|8,(a)|8. Mooring plan|(a) That the mooring plan be adopted on 1 November 2031.
resolution|8,(b)|8. Mooring plan|(b) That £7,400 be taken from reserves for new buoys.
resolution|9|9. Pilot boat|AGREED TO RECOMMEND – that the pilot boat be painted.
resolution|12|12. Foghorn|It was agreed, on the proposal of Councillor Hazel Marrow, seconded by Councillor Odo Quill, that it be RECOMMENDED that the foghorn be sounded.
recommendation|10|10. Gull netting|The report recommended that gull netting be put over the fish dock.
recommendation|10|10. Gull netting|RECOMMENDED: That the dock be swept.
resolution|11|11. Ice plant|The Harbour Engineer said that the ice plant leaked brine. It was resolved that a fitter be sent for.
motion|13|13. Lamp|It was moved that the lamp be lit.
text|13|13. Lamp|The Clerk spoke of the lamp.
resolution|14|14. Chair|RESOLVED: That a new chair be bought.
resolution|14|14. Chair|That the old chair be burnt.
"""
PAPER = minutes(MINUTES)


def told(words, **facts):
    paper = minutes(MINUTES, **facts)
    return [lead(one) for one in as_recommended([evidence_of(paper, words)], papers(paper))]


def test_a_clause_under_to_recommend_is_told_as_a_recommendation_with_that_line():
    marked = as_recommended([whole(PAPER, 2)], papers(PAPER))
    assert texts(marked) == [PAPER[2].text, PAPER[0].text]
    assert [lead(one) for one in marked] == ["On 6 May 2031 the Harbour Committee recommended"] * 2


def test_the_line_that_a_clause_stands_under_is_not_quoted_twice():
    assert texts(as_recommended([whole(PAPER, 0), whole(PAPER, 2)], papers(PAPER))) == [PAPER[0].text, PAPER[2].text]


def test_what_was_agreed_to_be_recommended_is_not_told_as_resolved():
    for words in ("AGREED TO RECOMMEND", "It was agreed, on the proposal", "RECOMMENDED: That the dock"):
        assert told(words) == ["On 6 May 2031 the Harbour Committee recommended"]


def test_what_a_report_recommended_is_not_told_as_the_bodys_own_recommendation():
    assert told("The report recommended") == ["Recommended at the Harbour Committee, 6 May 2031"]


def test_what_was_said_before_a_decision_is_not_told_as_resolved():
    assert told("The Harbour Engineer said that the ice plant leaked brine.") == [
        "The minutes of the Harbour Committee, 6 May 2031, record"
    ]
    assert told(PAPER[7].text) == ["On 6 May 2031 the Harbour Committee resolved"]


def test_a_clause_under_a_resolution_is_told_as_resolved():
    assert told("That the old chair be burnt.") == ["On 6 May 2031 the Harbour Committee resolved"]


def test_draft_minutes_are_marked():
    assert told("RESOLVED: That a new chair", draft=True) == [
        "On 6 May 2031 the Harbour Committee resolved (draft minutes)"
    ]


def test_a_further_quotation_of_the_same_minutes_is_told_shortly():
    assert [again(whole(PAPER, n)) for n in (10, 9, 8)] == ["The same meeting resolved", "The same minutes record", ""]


def test_what_was_said_in_a_word():
    report = minutes("recommendation|1|1. Dock|That the dock be swept.", kind="report")
    assert [as_what(whole(PAPER, n)) for n in (10, 8, 9)] == ["resolved", "moved", ""]
    assert as_what(whole(report, 0)) == "recommended to it (not in itself a decision)"


def of_report(**facts):
    paper = minutes("text|1.1|1. Cranes|1.1 The crane lifts nine tons.", kind="report", **facts)
    return lead(whole(paper, 0))


def test_a_report_that_is_called_by_its_body_alone_is_told_by_its_kind():
    assert of_report(title="Harbour Committee") == "The report of the Harbour Committee, 6 May 2031"


def test_a_day_that_stands_in_a_title_is_not_told_twice():
    assert of_report(title="Agenda of 6 May 2031") == "Agenda of 6 May 2031 (the Harbour Committee)"


def test_a_report_of_no_body_is_not_told_as_the_meeting():
    assert of_report(title="The Clerk's notes", body=None) == "The Clerk's notes (6 May 2031)"
