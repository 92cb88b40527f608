"""What a later meeting undid of a decision is told with it."""

from datetime import date

import pytest
from evidence_papers import evidence_of, minutes, papers, texts
from held_papers import query

from bot.followthrough.supersession import latest_first
from bot.rendering.attributions import lead
from index.scope import Period, Scope
from index.types import Passage

ANYWHERE = Scope()
MARCH = minutes(
    """
heading|17||17. Fog horn on Stell Point
resolution|17|17. Fog horn on Stell Point|RESOLVED: That two fog horns be installed on Stell Point at a cost of £9,000.
heading|18||18. Disposal of land
resolution|18|18. Disposal of land|RESOLVED: That the drying green at Orren be let to the rowing club for £1 a year.
heading|19||19. Slip 9
resolution|19|19. Slip 9|RESOLVED in principle: That Slip 9 be paved with setts, subject to the consent of the laird of Orren.
""",
    date(2031, 3, 4),
    "march",
)
RESCINDED = """
heading|3||3. Fog horn
resolution|3|3. Fog horn|RESOLVED: That Minute 17 of 4 March 2031 (two fog horns) be rescinded and that none be installed.
"""
OTHER_DAY = RESCINDED.replace("4 March 2031 (two fog horns)", "6 May 2030 (two gates)").replace("Fog horn", "Gates")
OTHERS = """
heading|4||4. Disposal of land
text|4|4. Disposal of land|Members asked whether the old smokehouse could be brought back into use, and withdrew the question.
heading|5||5. Slip 9
text|5|5. Slip 9|The Clerk reported that the laird had refused consent. The paving therefore falls.
heading|6||6. Fog horn on Stell Point
motion|6|6. Fog horn on Stell Point|It was moved that two fog horns on Stell Point be reconsidered, and the motion was lost.
heading|7||7. Fog horn on Stell Point
text|7|7. Fog horn on Stell Point|The minute should have read one fog horn on Stell Point, and not two.
"""
FOG_HORNS, GREEN, SLIP = MARCH[1].text, MARCH[3].text, MARCH[5].text


def latest(words, june, *, question="How many fog horns is it to be?", scope=ANYWHERE, **facts):
    later = minutes(june, date(2031, 6, 3), "june", **facts)
    return latest_first(
        query(question, scope=scope),
        [evidence_of(MARCH, words)],
        lambda _, when: [Passage((one,), 1.0) for one in later if when < date(2031, 6, 3)],
        papers(MARCH, later),
        lambda sought: dict.fromkeys(sought, 2),
    )


def test_what_rescinds_a_minute_comes_before_it_and_the_earlier_is_named():
    new, old = latest(FOG_HORNS, RESCINDED)
    assert "rescinded" in new.text
    assert lead(old) == "Earlier, on 4 March 2031 the Harbour Committee resolved"


def test_where_the_earlier_meeting_is_asked_about_the_later_is_told_last():
    march = Scope(periods=(Period(date(2031, 3, 1), date(2031, 3, 31), "March 2031", exact=True),))
    old, new = latest(FOG_HORNS, RESCINDED, scope=march)
    assert old.text == FOG_HORNS
    assert lead(new) == "Later, on 3 June 2031 the Harbour Committee resolved"


def test_the_number_of_another_meetings_minute_undoes_nothing():
    assert texts(latest(FOG_HORNS, OTHER_DAY)) == [FOG_HORNS]


def test_another_council_undoes_nothing():
    later = minutes(RESCINDED, date(2031, 6, 3), "june", council="Marl Town Council")
    march = minutes("resolution|17|17. Fog horn|" + FOG_HORNS, date(2031, 3, 4), "march", council="Orren Town Council")
    chosen = [evidence_of(march, FOG_HORNS)]
    found = latest_first(
        query("How many?"),
        chosen,
        lambda *_: [Passage(tuple(later), 1.0)],
        papers(march, later),
        lambda sought: dict.fromkeys(sought, 2),
    )
    assert found == chosen


@pytest.mark.parametrize(
    ("words", "undoing"), [(SLIP, "The Clerk reported that the laird"), (FOG_HORNS, "The minute should have read one")]
)
def test_what_came_of_a_decision_is_told_by_the_same_title(words, undoing):
    new, old = latest(words, OTHERS)
    assert new.text.startswith(undoing)
    assert old.text == words


def test_a_standing_title_alone_undoes_nothing():
    assert texts(latest(GREEN, OTHERS)) == [GREEN]


def test_a_motion_undoes_nothing():
    motion = OTHERS[: OTHERS.index("heading|7")]
    assert texts(latest(FOG_HORNS, motion)) == [FOG_HORNS]


def test_what_is_no_decision_is_not_looked_for():
    paper = minutes("text|1|1. Gulls|The Clerk spoke of gulls.")
    chosen = [evidence_of(paper, paper[0].text)]
    assert (
        latest_first(query("Gulls?"), chosen, lambda *_: pytest.fail("sought"), papers(paper), dict.fromkeys) == chosen
    )


@pytest.mark.parametrize(
    "june",
    [
        """
heading|8||8. Fog bell on Stell Point
resolution|8|8. Fog bell on Stell Point|RESOLVED: That the decision to ring the fog bell on Stell Point be rescinded.
""",
        """
heading|8||8. Ferry
text|8|8. Ferry|The Clerk said that the two fog horns had been installed on Stell Point at a cost of £9,000.
resolution|8|8. Ferry|RESOLVED: That the winter timetable be rescinded.
""",
    ],
)
def test_what_undoes_another_matter_that_shares_words_undoes_nothing(june):
    assert texts(latest(FOG_HORNS, june)) == [FOG_HORNS]


def test_what_undoes_a_decision_is_told_once_where_it_was_found_in_another_copy_of_the_minutes():
    adopted = minutes(RESCINDED, date(2031, 6, 3), "june")
    draft = minutes(RESCINDED, date(2031, 6, 3), "june-draft", draft=True)
    told = latest_first(
        query("How many fog horns is it to be?"),
        [evidence_of(MARCH, FOG_HORNS), evidence_of(draft, draft[1].text)],
        lambda *_: [Passage(tuple(adopted), 1.0)],
        papers(MARCH, adopted, draft),
        lambda sought: dict.fromkeys(sought, 2),
    )
    assert texts(told) == [adopted[1].text, FOG_HORNS]
