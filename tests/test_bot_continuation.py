from dataclasses import replace
from datetime import date

import pytest
from bot_papers import bot_on, paper

from bot.reading.selection import PLAIN_CITATIONS
from bot.types import MOST_CITATIONS, Turn

HARBOUR = """
heading|12||12. Lamp repairs
text|12|12. Lamp repairs|The Harbour Engineer presented a report on lamp repairs.
resolution|12|12. Lamp repairs|RESOLVED:
resolution|12,(1)|12. Lamp repairs|(1) That lamp repairs begin on the north quay.
resolution|12,(2)|12. Lamp repairs|(2) That lamp repairs on the south quay follow.
resolution|12,(3)|12. Lamp repairs|(3) That lamp repairs be paid for from the reserve.
resolution|12,(4)|12. Lamp repairs|(4) That the lamp repairs be inspected by the Clerk.
resolution|12,(5)|12. Lamp repairs|(5) That the cost of lamp repairs be published.
resolution|12,(6)|12. Lamp repairs|(6) That lamp repairs be reported to each meeting.
resolution|12,(7)|12. Lamp repairs|(7) That thanks be given for lamp repairs.
heading|13||13. Ferry
text|13|13. Ferry|The ferry master raised four points about the ferry timetable:
text|13,a)|13. Ferry|The first ferry leaves before the school bus has come in, so that children wait an hour on the quay in all \
weathers, which nobody had meant when the timetable was drawn up last spring by the office in the town.
text|13,b)|13. Ferry|The noon ferry waits for the post van, which since the summer has come by the other road and at another hour, \
so that the ferry leaves late for no reason that anybody on board can see or has been told of.
text|13,c)|13. Ferry|The evening ferry has no lamp, and was twice hailed in the dark by the pilot boat, whose crew had taken it for \
a buoy that had broken loose from its chain in the gales of the week before and drifted up the channel.
text|13,d)|13. Ferry|The last ferry is so full in August that some twenty people are left behind on the quay on most evenings.
heading|14||14. Buoys
text|14|14. Buoys|The surveyor listed the colours of the buoys:
text|14|14. Buoys|red on the port hand;
text|14|14. Buoys|green on the starboard hand; and
text|14|14. Buoys|yellow at the moorings.
text|14|14. Buoys|Councillor Pell thanked the surveyor for the buoys.
heading|15||15. Swans
text|15|15. Swans|The warden counted the swans.
resolution|15,(1)|15. Swans|(1) That swan food be bought at a cost of £60.
resolution|15,(2)|15. Swans|(2) That the weed be cut.
resolution|15,(3)|15. Swans|(3) That a notice be put up.
"""
PENALTIES = "text|2|2. Bye-laws|The bye-laws forbid these things: " + "; ".join(
    f"({letter}) leaving a net, a pot or a line of any make on the {place} steps after dark without a lamp or a tag beside it"
    for letter, place in zip("abcdefgh", "north south east west upper lower old new".split(), strict=True)
)
HELD = {
    "harbour.txt": paper("harbour.txt", "minutes", date(2031, 3, 4), HARBOUR),
    "byelaws.txt": replace(paper("byelaws.txt", "report", date(2031, 5, 6), PENALTIES), body="Bye-laws Panel"),
}


@pytest.fixture(scope="module")
def bot(tmp_path_factory):
    return bot_on(tmp_path_factory.mktemp("bot"), HELD)


def asked(bot, question):
    answer = bot.answer(Turn(question))
    assert not answer.abstained
    return answer


def test_clauses_that_are_not_quoted_are_counted_and_placed(bot):
    answer = asked(bot, "What was resolved on lamp repairs?")
    assert len(answer.citations) == MOST_CITATIONS
    where = "Minute 12 (6) and (7) of the Harbour Committee, 4 March 2031"
    assert answer.missing == f"5 of 7 clauses shown; the others stand in {where} [1]."


def test_a_list_that_is_too_long_for_one_quotation_runs_on_in_the_next(bot):
    answer = asked(bot, "What points did the ferry master raise about the ferry timetable?")
    quoted = " ".join(citation.quote for citation in answer.citations)
    assert "The first ferry" in quoted
    assert "left behind on the quay" in quoted
    assert answer.missing is None


def test_a_list_inside_a_paragraph_runs_on_too(bot):
    answer = asked(bot, "What things do the bye-laws forbid?")
    assert answer.citations[0].quote.startswith("The bye-laws forbid these things: (a)")
    assert any("the new steps" in citation.quote for citation in answer.citations)
    assert answer.missing is None


def test_a_list_that_is_quoted_whole_says_nothing(bot):
    answer = asked(bot, "What are the colours of the buoys that the surveyor listed?")
    assert "yellow at the moorings." in answer.citations[0].quote
    assert answer.missing is None


def test_a_question_on_one_clause_hears_nothing_of_the_others(bot):
    assert asked(bot, "How much was swan food to cost?").missing is None


@pytest.fixture(scope="module")
def swan_bot(tmp_path_factory):
    text = "heading|{n}||{n}. Swan count\nresolution|{n}|{n}. Swan count|That the swan count of {n} swans on the {place} pond be published."
    ponds = "mill church manor barn forge smithy farm".split()
    held = {
        f"{place}.txt": paper(f"{place}.txt", "minutes", date(2024 + n, 5, 6), text.format(n=n + 3, place=place))
        for n, place in enumerate(ponds)
    }
    return bot_on(tmp_path_factory.mktemp("swans"), held)


def test_resolutions_of_other_meetings_that_are_not_quoted_are_counted(swan_bot):
    answer = asked(swan_bot, "Which swan counts were resolved to be published?")
    assert len(answer.citations) == PLAIN_CITATIONS
    assert answer.missing.startswith("3 of 7 resolutions found that may be of it shown; the others: Minute ")


def test_meetings_that_are_not_quoted_are_told_where_it_is_asked_over_time(swan_bot):
    answer = asked(swan_bot, "How has the swan count on the pond changed over time?")
    assert len(answer.citations) == MOST_CITATIONS
    assert answer.missing.startswith("5 of 7 meetings found that speak of it shown; the others: Minute ")


EARLIER = """
heading|5||5. Tide mill
resolution|5|5. Tide mill|RESOLVED: That the tide mill be shut for good on 1 May 2031.
"""
LATER = """
heading|9||9. Tide mill
text|9|9. Tide mill|The decision on the tide mill of 4 March 2031 had been called in.
resolution|9,(1)|9. Tide mill|(1) That the day of shutting be put back to 1 October 2031.
resolution|9,(2)|9. Tide mill|(2) That the decision of 4 March 2031 to shut the tide mill be rescinded in part.
resolution|9,(3)|9. Tide mill|(3) That the miller be told.
"""


def test_a_later_decision_that_is_told_first_in_part_says_how_many_clauses_it_has(tmp_path):
    held = {
        "march.txt": paper("march.txt", "minutes", date(2031, 3, 4), EARLIER),
        "june.txt": paper("june.txt", "minutes", date(2031, 6, 3), LATER),
    }
    answer = asked(bot_on(tmp_path, held), "What was resolved about shutting the tide mill for good?")
    assert "Earlier, on 4 March 2031" in answer.text
    assert answer.missing is not None
    assert answer.missing.startswith("1 of 3 clauses shown; the others stand in Minute 9 (1) and (3)")
