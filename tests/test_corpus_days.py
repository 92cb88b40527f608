"""The day of a meeting in openings of made-up councils."""

from __future__ import annotations

from datetime import date

from corpus_papers import made


def test_the_day_stands_below_the_officers_of_a_letterhead():
    opening = (
        "ORREN PARISH COUNCIL||CHAIRMAN: Ann Hay CLERK: Bob Reed||Minutes of a Parish Council Meeting held on Monday, 6th November 2017"
        "||Present: Cllr Low||1. Roads||None."
    )
    assert made(opening).date == date(2017, 11, 6)


def test_of_days_that_stand_alone_the_first_is_the_meetings():
    opening = "Licensing Board||Voting Agenda||February 4, 2021 (all present)||Hearings:||Monday, February 1, 2021||1. The Inn||Granted."
    assert made(opening).date == date(2021, 2, 4)


def test_a_summons_that_tells_no_other_day_than_one_alone_is_for_that_day():
    opening = (
        "ORREN PARISH COUNCIL||You are hereby summoned to a meeting in the hall||Monday 10th March 2025||7.30 pm||1. Apologies"
        "||2. Finance"
    )
    assert made(opening).date == date(2025, 3, 10)


def test_a_letters_own_day_without_a_weekday_is_not_the_meetings():
    opening = "Orren Council||10 March 2025||Dear Member||You are summoned to the meeting.||1. Apologies||2. Finance"
    assert made(opening).date is None
