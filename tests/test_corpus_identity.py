"""Openings as councils of these islands write them, all of councils that do not exist."""

from datetime import date

import pytest
from corpus_papers import made

from corpus.parse import parse
from corpus.readers.lines import LineWriter
from corpus.types import Source


@pytest.mark.parametrize(
    ("opening", "body", "day", "kind"),
    [
        (
            "Report of Director of Development||Report to Executive Board||Date: 10th February 2021||Subject: Floods||1. Purpose",
            "Executive Board",
            date(2021, 2, 10),
            "report",
        ),
        (
            "Orren City Council|Report for Resolution||Report to: Executive – 17 February 2021||Subject: Capital||Summary||This is it.",
            "Executive",
            date(2021, 2, 17),
            "report",
        ),
        (
            "ORREN COUNCIL|CYNGOR ORREN||CABINET MEETING: 25 FEBRUARY 2021||BUDGET||REPORT OF THE DIRECTOR||1. To set out the budget.",
            "Cabinet",
            date(2021, 2, 25),
            "report",
        ),
        (
            "ORREN COUNTY COUNCIL||CABINET|MONDAY 22 MARCH 2021 AT 2.00PM||Agenda Item No:|4||THE PLAN||Report of the Director",
            "Cabinet",
            date(2021, 3, 22),
            "report",
        ),
        (
            "Minutes||Transport Committee||10.00am, Thursday, 28 January 2021||Present||Councillors Reed and Stone.||1 Roads||None.",
            "Transport Committee",
            date(2021, 1, 28),
            "minutes",
        ),
        (
            "ORREN, 24 June 2020. Minute of Meeting of the URGENT BUSINESS COMMITTEE. Present:- Councillor Laing.||1. Business",
            "Urgent Business Committee",
            date(2020, 6, 24),
            "minutes",
        ),
        (
            "Growth Committee||Wednesday, 10th February, 2021||MEETING OF GROWTH COMMITTEE HELD REMOTELY||Members present: Alderman Reed||Apologies||None.",
            "Growth Committee",
            date(2021, 2, 10),
            "minutes",
        ),
        (
            "THE LONDON BOROUGH OF ORREN||At a meeting of the CABINET held on WEDNESDAY, 16TH DECEMBER, 2020 at 4.00 pm||PRESENT||Councillor Gould",
            "Cabinet",
            date(2020, 12, 16),
            "minutes",
        ),
        (
            "Minutes of the NHS Orren Integrated Care Board meeting held in public on Thursday 28 July 2022||Present:|J Doe||1. Welcome",
            "NHS Orren Integrated Care Board",
            date(2022, 7, 28),
            "minutes",
        ),
        (
            "Orrendale Council Notice of Meeting||You are summoned to attend a meeting of the Council to be held on 5 May 2022||AGENDA||1. Mayor",
            "Orrendale Council",
            date(2022, 5, 5),
            "agenda",
        ),
    ],
)
def test_an_opening_is_read_as_a_person_would(opening, body, day, kind):
    one = made(opening)
    assert (one.body, one.date, one.kind) == (body, day, kind)


def test_a_name_in_capitals_is_written_as_elsewhere():
    assert made("CHILDREN'S AND FAMILIES PANEL||3 May 2019||Present: A Reed").body == "Children's and Families Panel"


def test_an_acronym_stays_one():
    assert made("OSC EGM - Minutes||Date: 9 January 2025").body == "OSC"


def test_the_files_name_does_not_settle_the_kind():
    one = made("ROADS PANEL||Minutes of the meeting held on 3 May 2019||Present: A Reed", "Roads agenda.txt")
    assert one.kind == "minutes"


def test_a_misprinted_file_name_does_not_settle_the_date():
    one = made("ROADS PANEL||Minutes of the meeting held on 3 May 2019||Present: A Reed", "Minutes 3 May 2018.txt")
    assert one.date == date(2019, 5, 3)


def test_a_file_that_says_nothing_of_a_meeting_has_no_body_and_no_date():
    one = made("Some notes on bees||They are kept in hives.")
    assert (one.body, one.date) == (None, None)


def test_slides_are_a_presentation():
    slide = "Early help||• spot it||• act on it||• tell someone||"
    assert made("So what is early help?||" + slide * 4).kind == "presentation"


def test_a_strategy_is_one_by_its_title():
    assert (
        made("Orrendale Housing Strategy 2021-2026||1. INTRODUCTION||1.1 We want good homes for all.").kind
        == "strategy"
    )


def test_a_log_of_actions_is_one_by_its_title():
    assert made("Roads Panel||Action Log||The actions follow.").kind == "actions"


def test_a_year_of_two_digits_beside_the_month_in_the_file_s_name_dates_a_day_that_its_weekday_bears_out():
    opening = "ORREN COMMUNITY COUNCIL||GENERAL MEETING MONDAY 6 NOVEMBER||Present: A Reed||1. Minutes"
    assert made(opening, "23NOVEMBERMINUTEOrrenCC.docx").date == date(2023, 11, 6)
    assert made(opening, "minutes_Nov 23.docx").date == date(2023, 11, 6)


def test_two_digits_that_are_no_year_of_that_weekday_date_nothing():
    opening = "ORREN COMMUNITY COUNCIL||GENERAL MEETING MONDAY 6 NOVEMBER||Present: A Reed||1. Minutes"
    for name in ("24NOVEMBERMINUTES.docx", "06NOVEMBER.docx", "23JUNE MINUTES.docx", "minutes 23.docx"):
        assert made(opening, name).date is None


def test_a_day_without_a_year_takes_it_from_the_meetings_before_and_after():
    opening = "ROADS PANEL||Minutes of the meeting held on 4th November||Present: A Reed||1. Minutes|"
    assert made(f"{opening}The minutes of the last meeting held on 7 October 2031 were approved.").date == date(
        2031, 11, 4
    )
    assert made(f"{opening}The hedge was cut.").date is None


def test_a_stamp_that_speaks_of_the_next_meeting_does_not_hide_the_date_after_it():
    head = "Orren Parish Council – Ordinary Meeting DRAFT FOR CONSIDERATION AT THE NEXT MEETING"
    assert made(f"{head} Tuesday 3rd July 2018, 7.30pm||Present: A Reed||1. Forum").date == date(2018, 7, 3)
    assert made(f"{head} on Tuesday 4th September 2018||Present: A Reed||1. Forum").date is None


@pytest.mark.parametrize(
    ("title", "said", "body"),
    [
        ("Orren PC - November Meeting", "The Parish Council noted it.", "Orren Parish Council"),
        ("Nether Orren TC Minutes", "The Town Council noted it.", "Nether Orren Town Council"),
        ("Orren and Dale CC AGM 2031", "The Community Council noted it.", "Orren and Dale Community Council"),
        ("Orren CC Minutes", "The County Council noted it.", None),
        ("Meeting with PC Reed", "The Parish Council thanked him.", None),
        ("Orrendall PC November Meeting", "The Parish Council met at Orrendale Hall.", None),
        ("Orren Parish Council June", "It was noted.", "Orren Parish Council"),
    ],
)
def test_a_council_by_its_place_and_two_letters_is_spelt_out_where_the_text_bears_it_out(title, said, body):
    writer = LineWriter()
    for line in ("Present: A Reed, B Stone", "1. Hedge", said):
        writer.add(line, blank_before=True)
    reading = writer.reading()
    assert parse(Source("made.txt", "0", reading.text, reading.lines, title=title))[0].body == body
