"""Names of bodies and councils, as openings hold them; all of councils that do not exist."""

from datetime import date

import pytest
from corpus_papers import made

REST = "||Present: Cllr Reed, Cllr Stone.||1. Roads||The road was mended.||2. Trees||None fell."


@pytest.mark.parametrize(
    ("opening", "body"),
    [
        (
            "Orren Community Council held their meeting at 7pm on the 4th May 2020 at the Hall.",
            "Orren Community Council",
        ),
        ("4 May 2020 Orren Community Council held its meeting by Zoom on the 4th May 2020.", "Orren Community Council"),
        ("Orren and Dale Parish Council met in meeting on 4th May 2020.", "Orren and Dale Parish Council"),
        (
            "MINUTES OF PROCEEDINGS AT SPECIAL MEETING OF THE METROPOLITAN DISTRICT OF ORREN HELD ON 4TH MAY 2020",
            "Metropolitan District of Orren",
        ),
        (
            "MINUTES OF PROCEEDINGS AT MEETING OF THE METROPOLITAN DISTRICT OF ORREN TO CONSIDER THE BUDGET HELD ON 4TH MAY 2020",
            "Metropolitan District of Orren",
        ),
        (
            "MINUTES OF PROCEEDINGS AT ADJOURNED MEETING OF ORREN CITY COUNCIL HELD ON 4TH MAY 2020",
            "Orren City Council",
        ),
        ("DRAFT MINUTES OF ORREN ANNUAL PARISH COUNCIL MEETING", "Orren Parish Council"),
        ("DRAFT MINUTES OF A VIRTUAL ORREN PARISH COUNCIL MEETING", "Orren Parish Council"),
        ("Minutes of Extraordinary Orren Town Council Meeting", "Orren Town Council"),
        (
            "MINUTES OF MEETING OF THE ECONOMIC GROWTH, ENTERPRISE & PLANNING STRATEGIC POLICY COMMITTEE HELD ON 4TH MAY 2020",
            "Economic Growth, Enterprise & Planning Strategic Policy Committee",
        ),
        (
            "Minutes of the Meeting of Orren City Council’s Travel and Roads Strategic Policy Committee held on the 4th May, 2020 at 3 p.m.",
            "Travel and Roads Strategic Policy Committee",
        ),
        (
            "Orren Village Hall (Registered Charity No, 123456) Minutes of the Annual General Meeting held on 4 May 2020",
            "Orren Village Hall",
        ),
    ],
)
def test_a_body_s_name_is_told_from_its_meeting(opening, body):
    assert made(opening + REST).body == body


def test_a_council_in_the_possessive_is_the_council_of_the_body():
    paper = made("Minutes of the Meeting of Orren City Council’s Roads Committee held on the 4th May, 2020" + REST)
    assert (paper.body, paper.council) == ("Roads Committee", "Orren City Council")


@pytest.mark.parametrize("name", ["Special Projects Committee", "General Purposes Committee", "Full Employment Panel"])
def test_a_word_that_a_committee_s_name_begins_with_stays(name):
    assert made(f"Minutes of the {name} held on 4 May 2020{REST}").body == name


def test_a_policy_committee_whose_meeting_was_held_kept_minutes():
    paper = made(
        "LEISURE & ARTS STRATEGIC POLICY COMMITTEE||A meeting of the Leisure & Arts Strategic Policy Committee was held in Orren on 4th May 2020."
        "||IN THE CHAIR: Cllr Reed||APOLOGIES: Cllr Stone||Item 1: Roads||The road was mended."
    )
    assert (paper.kind, paper.body) == ("minutes", "Leisure & Arts Strategic Policy Committee")


def test_a_policy_is_still_a_strategy():
    assert made("Orren Allotments Policy||Who may hold a plot||Anyone who lives in Orren may.").kind == "strategy"


def test_a_sentence_that_says_where_a_body_met_is_no_title():
    assert (
        made("Orren Community Council held their meeting at 7pm on the 4th May 2020 at the Hall." + REST).title
        == "Minutes of 4 May 2020"
    )


def test_a_list_of_those_present_is_no_title():
    assert (
        made("Those Attending: Cllr Reed, Cllr Stone||1. Roads||It was agreed to mend it.", "minutes May.docx").title
        == "Minutes"
    )


def test_a_line_that_says_day_hour_and_place_tells_the_meeting_s_day():
    paper = made(
        "Meeting of the Orren Residents’ Association||On Monday 4th May 2020 at 7.30pm|in the old school" + REST
    )
    assert paper.date == date(2020, 5, 4)


@pytest.mark.parametrize(
    ("opening", "body"),
    [
        ("Orren Parish Council met on Monday 4th May 2020 in the Reading Room.", "Orren Parish Council"),
        ("Orren Memorial Hall Trust||Minutes of Trustees' meeting held on 4th May 2020", "Orren Memorial Hall Trust"),
        (
            "ORREN VILLAGE HALL MANAGEMENT COMMITTEE||Minutes of the AGM held on 4 May 2020",
            "Orren Village Hall Management Committee",
        ),
        ("Orren Village Hall, Charity Number 123456||Minutes of the AGM held on 4 May 2020", "Orren Village Hall"),
        (
            "Minutes of the Orren Neighbourhood Plan Steering Group||4th May 2020",
            "Orren Neighbourhood Plan Steering Group",
        ),
        ("Orren Parish Council – Planning Committee Meeting – 4th May 2020", "Planning Committee"),
    ],
)
def test_a_body_and_its_day_are_read_however_the_opening_is_built(opening, body):
    paper = made(opening + REST)
    assert (paper.body, paper.date) == (body, date(2020, 5, 4))


def test_minutes_below_their_own_agenda_make_the_paper_minutes():
    paper = made(
        "Orren Parish Council AGM 2020||Annual General Meeting, 4th May 2020 at 7pm||1. Apologies||2. Election of officers||Draft minutes. AGM. 4.5.20"
        "||Apologies. None were received.||Chairman. Ann Reed, proposed by Bob Stone, seconded by Carl Moss."
    )
    assert paper.kind == "minutes"
