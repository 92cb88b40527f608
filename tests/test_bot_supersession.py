from datetime import date

import pytest
from bot_papers import bot_on, paper

from bot.types import Turn
from index.types import Filter

MARCH = """
heading|17||17. Fog horn on Stell Point
resolution|17|17. Fog horn on Stell Point|RESOLVED: That two fog horns be installed on Stell Point at a cost of £9,000.
heading|18||18. Disposal of land
resolution|18|18. Disposal of land|RESOLVED: That the drying green at Orren be let to the rowing club for £1 a year.
heading|19||19. Slip 9
resolution|19|19. Slip 9|RESOLVED in principle: That Slip 9 be paved with setts, subject to the consent of the laird of Orren.
"""
RESCINDED = """
heading|3||3. Fog horn on Stell Point
resolution|3|3. Fog horn on Stell Point|RESOLVED: That Minute 17 of 4 March 2031 (two fog horns) be rescinded and that none be installed.
"""
OTHERS = """
heading|4||4. Disposal of land
text|4|4. Disposal of land|Members asked whether the old smokehouse could be brought back into use, and withdrew the question.
heading|5||5. Slip 9
text|5|5. Slip 9|The Clerk reported that the laird had refused consent. The paving therefore falls.
heading|6||6. Fog horn on the north pier
motion|6|6. Fog horn on the north pier|It was moved that two fog horns on Stell Point be reconsidered, and the motion was lost.
"""


def held(**texts):
    days = {"march": date(2031, 3, 4), "june": date(2031, 6, 3)}
    return {f"{name}.txt": paper(f"{name}.txt", "minutes", days[name], text) for name, text in texts.items()}


@pytest.fixture(scope="module")
def rescinded(tmp_path_factory):
    return bot_on(tmp_path_factory.mktemp("rescinded"), held(march=MARCH, june=RESCINDED))


@pytest.fixture(scope="module")
def others(tmp_path_factory):
    return bot_on(tmp_path_factory.mktemp("others"), held(march=MARCH, june=OTHERS))


def test_what_rescinds_a_minute_comes_before_it_and_the_earlier_is_named(rescinded):
    answer = rescinded.answer(Turn("How many fog horns is the Harbour Committee to install on Stell Point?"))
    assert "rescinded" in answer.citations[0].quote
    assert "Earlier, on 4 March 2031 the Harbour Committee resolved: “RESOLVED: That two fog horns" in answer.text


def test_where_the_earlier_meeting_is_asked_about_the_later_is_told_last(rescinded):
    answer = rescinded.answer(Turn("What was resolved in March 2031 on the fog horn on Stell Point?"))
    assert "two fog horns be installed" in answer.citations[0].quote
    assert "\n\nLater, on 3 June 2031 the Harbour Committee resolved" in answer.text


def test_a_reader_who_left_out_the_later_papers_is_not_shown_them(rescinded):
    answer = rescinded.answer(Turn("What was resolved on the fog horn on Stell Point?"), Filter(until=date(2031, 4, 1)))
    assert "rescinded" not in answer.text


def test_what_a_condition_came_to_is_told_by_the_same_title(others):
    answer = others.answer(Turn("Is Slip 9 to be paved?"))
    assert "refused consent" in answer.text


def test_a_standing_title_alone_undoes_nothing(others):
    answer = others.answer(Turn("What was resolved on the drying green at Orren?"))
    assert "smokehouse" not in answer.text


def test_a_motion_to_reconsider_undoes_nothing(others):
    answer = others.answer(Turn("What was resolved on fog horns on Stell Point?"))
    assert "reconsidered" not in answer.citations[0].quote
    assert not any(line.startswith("Earlier") for line in answer.text.split("\n\n"))
