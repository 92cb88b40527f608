"""Clauses of one resolution are told together, as printed."""

from __future__ import annotations

from evidence_papers import minutes, texts, whole
from held_papers import query

from bot.followthrough.clauses import together

QUAY = minutes("""
text|9|9. Quay|Councillor Thorn said that the quay leaked.
resolution|9,(1)|9. Quay|(1) That the quay be mended.
resolution|9,(2)|9. Quay|(2) That £4,200 be spent on it.
resolution|9,(3)|9. Quay|(3) That it be reported on in July.
resolution|10|10. Crane|RESOLVED: That the crane be hired.
""")
RESOLVED, SPENT = query("What was resolved on the quay?"), query("How much was spent on the quay?")
TALK, FIRST, SECOND, THIRD, CRANE = (whole(QUAY, place) for place in range(5))


def test_clauses_follow_each_other_as_printed_where_the_first_of_them_is_told():
    assert together(RESOLVED, [TALK, THIRD, CRANE, FIRST]) == [TALK, FIRST, THIRD, CRANE]


def test_talk_does_not_part_the_clauses():
    assert texts(together(RESOLVED, [FIRST, THIRD, TALK, SECOND])) == [one.text for one in (FIRST, SECOND, THIRD, TALK)]


def test_resolutions_of_other_items_keep_their_places():
    assert together(RESOLVED, [CRANE, FIRST]) == [CRANE, FIRST]


def test_what_a_report_recommends_is_not_gathered():
    report = minutes("recommendation|2|2. Quay|(1) That it be mended.\nrecommendation|2|2. Quay|(2) That it be sold.")
    assert together(RESOLVED, [whole(report, 1), whole(report, 0)]) == [whole(report, 1), whole(report, 0)]


def test_the_clause_that_answers_goes_first_where_something_else_is_asked():
    assert together(SPENT, [SECOND, TALK, THIRD, FIRST]) == [SECOND, FIRST, THIRD, TALK]


def test_a_word_that_only_opens_clauses_is_not_told_beside_them():
    held = minutes("resolution|9|9. Quay|RESOLVED\nresolution|9,(1)|9. Quay|(1) That the quay be mended.")
    assert together(RESOLVED, [whole(held, 0), whole(held, 1)]) == [whole(held, 1)]
    assert together(RESOLVED, [whole(held, 0)]) == [whole(held, 0)]
