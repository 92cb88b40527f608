from datetime import date

from bot_papers import bot_on, paper

from bot.types import Turn

UNDER_MINUTES = """
heading|15||15. Fish market roof, Salting Lane
heading|15|15. Fish market roof, Salting Lane|Minutes:
text|15|Minutes:|The Harbour Engineer advised that slates were loose.
text|15|Minutes:|Members were worried about the cost.
text|15|Minutes:|Councillor Pell said that gulls were to blame.
resolution|15|Minutes:|RESOLVED: That tenders be invited.
"""


def test_a_heading_that_says_only_minutes_does_not_hide_the_title_of_its_item(tmp_path):
    papers = {"may.txt": paper("may.txt", "minutes", date(2031, 5, 6), UNDER_MINUTES)}
    answer = bot_on(tmp_path, papers).answer(Turn("What was resolved on the fish market roof in Salting Lane?"))
    assert not answer.abstained
    assert answer.citations[0].quote == "RESOLVED: That tenders be invited."
