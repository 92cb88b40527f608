"""Whole made-up papers of councils that do not exist: one behaviour each, each fault once found named."""

from datetime import date

import pytest

from corpus.errors import PaperError
from corpus.parse import parse, parse_file
from corpus.readers.lines import LineWriter
from corpus.types import Source

HEAD = """Orrendale Borough Council

HOUSING PANEL

Minutes of a meeting of the Housing Panel held in the Town Hall on Tuesday 3 March 2020 at 6.30 pm

Present: Councillor A Reed (Chair), Councillors B Stone and C Wood

"""


def source(text, file="made.txt"):
    writer = LineWriter()
    blank = True
    for line in text.split("\n"):
        if line.strip():
            cells = tuple(cell.strip() for cell in line.split("\t")) if "\t" in line else ()
            writer.add(line, cells=cells, blank_before=blank)
        blank = not line.strip()
    reading = writer.reading()
    return Source(file, "0", reading.text, reading.lines)


def paper(text, file="made.txt"):
    [one] = parse(source(text, file))
    return one


def minutes(text):
    return paper(HEAD + text)


def find(paper, words):
    [one] = [paragraph for paragraph in paper.paragraphs if words in paragraph.text]
    return one


def types(paper):
    return {paragraph.text: paragraph.type for paragraph in paper.paragraphs}


def test_the_opening_says_whose_meeting_it_was_and_when():
    one = minutes("1. APOLOGIES\n\nNone.")
    assert (one.body, one.date, one.kind) == ("Housing Panel", date(2020, 3, 3), "minutes")


def test_every_paragraph_knows_its_place_in_the_source():
    made = source(HEAD + "1. ROADS\n\nRESOLVED: (1) That it be noted. (2) That it be sent on.")
    [one] = parse(made)
    assert all(made.text[p.start : p.end] == p.text for p in one.paragraphs)


def test_nothing_is_lost():
    text = HEAD + "1. ROADS\n\n• first\n• second\n\nRESOLVED: That it be noted."
    words = " ".join(p.text for p in minutes("1. ROADS\n\n• first\n• second\n\nRESOLVED: That it be noted.").paragraphs)
    assert all(word in words for word in text.replace("•", "").split())


def test_a_resolution_on_the_line_after_its_lead_in():
    one = minutes("48. ENFORCEMENT\n\nRESOLVED\n\nThat the report be noted.\n\nMembers thanked the officers.")
    assert find(one, "That the report").type == "resolution"
    assert find(one, "Members thanked").type == "text"


def test_clauses_are_resolutions_with_their_own_labels():
    one = minutes("82. HOUSING\n\nRESOLVED: That\n(a) the plan be adopted; and\n(b) officers report back.")
    clause = find(one, "(b) officers")
    assert (clause.type, clause.label, clause.locator) == ("resolution", ("82", "(b)"), "Minute 82, resolution (b)")


def test_reasons_after_the_clauses_are_no_resolution():
    one = minutes("82. HOUSING\n\nRESOLVED: That\n(a) the plan be adopted.\n\nREASONS FOR DECISION: It is a duty.")
    assert find(one, "REASONS").type == "text"


def test_a_clause_after_words_between_is_still_a_resolution():
    one = minutes(
        "5. POSTS\n\nResolved:- (1) That these be appointed:-\n\nLead: Councillor Reed.\n\nHe thanked them.\n\n(2) That it be noted."
    )
    assert find(one, "(2) That").type == "resolution"


def test_what_members_asked_for_is_no_resolution():
    one = minutes("9. POOL\n\nMembers asked that a further report be brought in six months.")
    assert find(one, "Members asked").type == "text"


def test_a_lost_motion_is_no_resolution():
    one = minutes(
        "9. POOL\n\nCouncillor Stone moved, seconded by Councillor Wood, that it be shut. The motion was LOST."
    )
    assert find(one, "moved, seconded").type == "motion"


def test_an_amendment_put_to_the_vote_is_no_resolution():
    one = minutes(
        "9. POOL\n\nIt was agreed that a vote would be taken on the amended motion:\n\n“That the pool be sold”.\n\n"
        "For:\n\nCouncillors Reed and Stone\n\nAgainst:\n\nCouncillor Wood"
    )
    assert find(one, "“That the pool").type == "motion"
    assert find(one, "Councillor Wood").type in ("vote", "attendance")


def test_a_carried_motion_between_mover_and_resolved_is_a_resolution():
    one = minutes(
        "9. POOL\n\nProposed by Councillor Reed;\n\nSeconded by Councillor Wood;\n\nAnd Resolved:\n\n“That it be kept.”"
    )
    assert find(one, "“That it be kept").type == "resolution"


def test_what_a_report_recommended_to_the_meeting_is_no_resolution():
    one = minutes(
        "7. DEATHS\n\nThe update contained two recommendations:\n\n1. That the trust review its work.\n\n2. That the board support it."
    )
    assert find(one, "That the board").type == "recommendation"


def test_decisions_under_a_heading_of_their_own():
    one = minutes(
        "2. GRANTS\n\nThe grants were considered.\n\nDECISION\n\nAGREED that they be paid.\n\n3. ROADS\n\nNone."
    )
    decided = find(one, "AGREED that")
    assert (decided.type, decided.label) == ("resolution", ("2",))


def test_a_committee_that_noted_in_capitals_decided_so():
    assert find(minutes("2. GRANTS\n\nThe Panel NOTED the update."), "NOTED").type == "resolution"


def test_a_body_that_decides_by_a_list_of_verbs():
    one = minutes(
        "13. BUSES\n\nThe Panel:\n\n1. Noted the report.\n\n2. Agreed to consult from September.\n\n14. CLOSE\n\nDone."
    )
    assert find(one, "2. Agreed").type == "resolution"
    assert find(one, "Done").type == "text"


def test_a_body_that_asks_by_a_list_decides_nothing():
    one = minutes("13. BUSES\n\nThe Panel:\n\n1. Heard that fares would rise.\n\n2. Asked why.")
    assert find(one, "2. Asked").type == "text"


def test_clauses_after_it_was_resolved_that():
    one = minutes("63. GRANTS\n\nIt was RESOLVED that:\n\n1. the grant be paid;\n\n2. the rest be kept.")
    assert find(one, "2. the rest").type == "resolution"


def test_votes_are_votes():
    one = minutes(
        "2. RENT\n\nRESOLVED: That it rise.\n\nFor (2): Councillors Reed and Stone\n\nAgainst (1): Councillor Wood\n\nAbstentions (0)"
    )
    assert [p.type for p in one.paragraphs[-3:]] == ["vote"] * 3


def test_names_listed_under_present_are_attendance():
    one = paper(
        "HOUSING PANEL\n\nMinutes of the meeting held on 3 March 2020\n\nPresent:\n\nCouncillor A Reed\n\nCouncillor B Stone\n\n1. APOLOGIES\n\nNone."
    )
    assert find(one, "B Stone").type == "attendance"
    assert find(one, "1. APOLOGIES").type == "heading"


@pytest.mark.parametrize(
    "line",
    [
        "Present were Councillors Reed and Wood.",
        "Committee members present were: A. Reed, B. Wood",
        "Attending the meeting were Supervisors Reed and Wood",
        "The meeting was called to order by Mayor Reed. Present were members Wood and Lowe.",
        "ROLL CALL: Present - Reed, Wood",
    ],
)
def test_who_was_there_told_in_a_sentence_is_attendance(line):
    assert find(minutes(f"{line}\n\n1. QUAY\n\nIt was seen."), line).type == "attendance"


def test_what_happened_before_the_first_item_is_no_attendance():
    one = minutes("At the outset it was agreed that Item 3 would be taken first.\n\n1. ROADS\n\nNone.")
    assert find(one, "At the outset").type == "text"


def test_a_restricted_notice_is_exempt():
    one = minutes("9. LAND\n\nBy virtue of paragraph 3 of Part 1 of Schedule 12A of the Local Government Act 1972.")
    assert find(one, "By virtue").type == "exempt"


def test_an_unnumbered_heading_of_the_same_rank_ends_the_numbering():
    one = minutes("9. LAND\n\nNone.\n\nEXEMPT ITEMS\n\nThere were none.")
    assert find(one, "There were none").label == ()


def test_a_lesser_heading_within_an_item_does_not():
    one = minutes(
        "9. LAND\n\nIntroduction here.\n\nWhat is working well\n\nThe site was sold at a good price last year."
    )
    assert find(one, "The site").label == ("9",)


def test_an_item_number_under_a_numbered_heading_is_a_cross_reference():
    one = minutes("76. Apologies\n(Item 1)\n\nNone were received.")
    assert find(one, "None were").label == ("76",)


def test_an_item_number_under_a_bare_heading_is_its_label():
    one = minutes("APOLOGIES\n(Item 1)\n\nNone were received.\n\nROADS\n(Item 2)\n\nThey were discussed.")
    assert find(one, "They were").label == ("Item 2",)


def test_a_parish_that_numbers_by_year():
    one = paper(
        "Upper Orren Parish Council\n\nMinutes of the Parish Council Meeting held on Monday 8th January 2024\n\nPresent: Cllrs A Reed and B Stone\n\n"
        "24/001 Apologies\n\nNone.\n\n24/002 Finance\n\na) Payments. RESOLVED: To pay £20.\n\n24/003 Close\n\nAt 8 pm."
    )
    assert find(one, "a) Payments").label == ("24/002", "a)")
    assert one.body == "Upper Orren Parish Council"


def test_a_question_and_its_reply():
    one = minutes(
        "6. QUESTIONS\n\nQuestion 1 from Mr Oakes to the Leader\n\nWhen will it open?\n\nReply\n\nIn May.\n\nIt will be free."
    )
    assert find(one, "When will").type == "question"
    assert find(one, "It will be free").type == "reply"
    assert find(one, "It will be free").label == ("6", "Question 1")


def test_an_action_line_is_an_action():
    one = minutes("3. SURVEY\n\nThe deadline is near.\n\nACTION AR: Extend the deadline\n\nIt was long.")
    assert find(one, "ACTION AR").type == "action"
    assert find(one, "It was long").type == "text"


def test_a_resolution_to_recommend_is_a_resolution():
    one = minutes("23. LIBRARY\n\nResolved:- That the Cabinet be recommended:-\n\n(1) That it be kept.")
    assert find(one, "Resolved:-").type == "resolution"
    assert find(one, "That it be kept").type == "resolution"


def test_a_motion_carried_before_the_resolution_is_still_the_motion():
    one = minutes(
        "5. CROSSING\n\nIt was moved by Councillor Reed and seconded by Councillor Stone that it be built. On being put to the vote it was carried.\n\n"
        "RESOLVED: That it be built."
    )
    assert find(one, "moved by").type == "motion"


def test_an_action_under_the_resolution_is_no_heading():
    one = minutes("5. CROSSING\n\nRESOLVED:\n\n(1) That it be built.\n\nAction:- Piotr Reed")
    assert find(one, "Action:-").type == "action"


def test_rows_of_a_table_of_actions_are_actions():
    one = minutes(
        "8. CLOSE\n\nItem\tAction\tOwner\tBy when\n\n3\tDrop-in at the market\tJ Hesketh\tJanuary\n\nThe meeting ended."
    )
    assert find(one, "Drop-in").type == "action"
    assert find(one, "The meeting ended").type == "text"


def test_a_drafts_date_is_not_that_of_the_meeting_that_will_approve_it():
    one = paper(
        "DRAFT MINUTES - SUBJECT TO APPROVAL AT THE MEETING ON 6TH MARCH, 2024\n\nCABINET\n\n7th February, 2024\n\nPresent: Councillor Reed\n\n1. ROADS"
    )
    assert (one.date, one.draft) == (date(2024, 2, 7), True)


def test_a_misprinted_month_is_read_where_the_weekday_bears_it_out():
    one = paper("ROADS PANEL\n\nTuesday, 10th Ocober, 2023\n\nPresent: Councillor Reed\n\n1. ROADS\n\nNone.")
    assert one.date == date(2023, 10, 10)


def report(text):
    head = "Orrendale Borough Council\n\nReport to:\tCabinet\n\nDate:\t12 January 2021\n\nSubject:\tSale of garages\n\n"
    return paper(head + text)


def test_a_report_says_to_whom_it_is_put():
    one = report("1. Purpose\n\n1.1 To seek approval.")
    assert (one.body, one.date, one.kind, one.title) == ("Cabinet", date(2021, 1, 12), "report", "Sale of garages")


def test_recommendations_end_with_the_next_section():
    one = report(
        "2. Recommendations\n\n2.1 Cabinet is recommended to:\n\n(i) approve the sale.\n\n3. Background\n\n3.1 The garages are old."
    )
    assert find(one, "(i) approve").type == "recommendation"
    assert find(one, "The garages").type == "text"


def test_what_another_meeting_resolved_is_told_not_resolved():
    one = report("3. Background\n\n3.1 On 3 March 2019 the Panel resolved to review the site.")
    assert find(one, "On 3 March").type == "text"


def test_a_resolution_of_another_meeting_quoted_in_a_report_is_text():
    one = report("3. Background\n\n3.1 The minute of 3 March 2019 reads:\n\nRESOLVED: That the site be reviewed.")
    assert find(one, "RESOLVED").type == "text"


def test_a_motion_agreed_to_be_withdrawn_is_no_resolution():
    one = minutes(
        "9. POOL\n\nCouncillor Stone moved, seconded by Councillor Wood, that it be shut, and it was agreed that the motion be withdrawn."
    )
    assert find(one, "moved, seconded").type == "motion"


def test_agenda_items_are_headings():
    one = paper(
        "AGENDA\n\nCABINET\n\nThursday, 30th January, 2025, at 10.00 am\n\n1. Apologies\n\n2. Minutes of the meeting held on 9th January 2025\n\nTo approve them."
    )
    assert find(one, "2. Minutes").type == "heading"
    assert find(one, "To approve").type == "text"
    assert one.date == date(2025, 1, 30)


def test_the_date_of_the_last_minutes_is_not_the_meetings():
    one = paper(
        "Agenda and minutes\n\nVenue: Town Hall\n\n1. Minutes of the previous meeting held on 6th April, 2016\n\nMinutes:\n\nThey were agreed."
    )
    assert one.date is None


def test_a_letters_own_date_is_not_the_meetings():
    one = paper(
        "Date: 27 January 2025\n\nDear Member\n\nCABINET - THURSDAY, 30 JANUARY 2025\n\nI enclose a late paper."
    )
    assert (one.body, one.date) == ("Cabinet", date(2025, 1, 30))


def test_a_day_without_a_year_takes_one_that_fits_the_weekday():
    one = paper(
        "ORREN COMMUNITY COUNCIL\n\nGENERAL MEETING MONDAY 6 NOVEMBER\n\nPresent: A Reed\n\n1. BUS\n\nIn 2023 it ran."
    )
    assert one.date == date(2023, 11, 6)


def test_a_day_that_fits_no_year_named_has_no_date():
    one = paper(
        "ORREN COMMUNITY COUNCIL\n\nGENERAL MEETING MONDAY 6 NOVEMBER\n\nPresent: A Reed\n\n1. BUS\n\nIn 2022 it ran."
    )
    assert one.date is None


@pytest.mark.parametrize(
    ("opening", "body"),
    [
        (
            "KENTBOROUGH COUNTY COUNCIL\n\nCABINET\n\nMINUTES of a meeting of the Cabinet held on 9 January 2025",
            "Cabinet",
        ),
        ("Minutes of the Friends of Orren Library\n\nMeeting of 9th December 2015", "Friends of Orren Library"),
        ("OSC AGM - Minutes\n\nDate: 9 January 2025", "OSC"),
        (
            "MINUTES OF THE OVERVIEW & SCRUTINY COMMITTEE\n\nMEETING DATE Tuesday, 5 March 2019",
            "Overview & Scrutiny Committee",
        ),
        (
            "Minutes of Meeting of the Roads Committee of Orren City and District Council held on 3 May 2019",
            "Roads Committee",
        ),
        ("Orrendale Area Committee - Thursday 15 January 2026 7:30 pm\n\nMinutes", "Orrendale Area Committee"),
        ("To: All Members of the Planning Committee\n\nAGENDA", "Planning Committee"),
    ],
)
def test_the_body_is_the_one_that_met(opening, body):
    assert paper(f"{opening}\n\nPresent: A Reed\n\n1. ROADS\n\nNone.").body == body


def test_draft_minutes_are_drafts():
    assert paper(
        "ORREN PARISH COUNCIL\n\nDraft Minutes Subject to Approval\n\n3 May 2019\n\nPresent: A Reed\n\n1. ROADS"
    ).draft
    assert not minutes("1. ROADS\n\nNone.").draft


PACK = """CABINET

Tuesday 12th January 2021 at 10.00 am

AGENDA

1. APOLOGIES

2. MINUTES (Pages 3 - 10)

3. HOUSING STRATEGY (Pages 11 - 40)

CABINET

8th December 2020

Present: Councillor A Reed (in the Chair), Councillors B Stone and C Wood.

81. ROADS

RESOLVED: That it be noted.

Orrendale Housing Strategy 2021

1. INTRODUCTION

1.1 We want good homes.

Appendix One

Action log as at 8 December 2020

No\tOwner\tAction

1.\tA Reed\tWrite to the board

Agenda Item 9

By virtue of paragraph(s) 3 of Part 1 of Schedule 12A of the Local Government Act 1972.

Document is Restricted
"""


def test_a_pack_is_parted_into_its_papers():
    papers = parse(source(PACK))
    assert [(one.kind, one.date) for one in papers] == [
        ("agenda", date(2021, 1, 12)),
        ("minutes", date(2020, 12, 8)),
        ("strategy", date(2021, 1, 12)),
        ("actions", date(2021, 1, 12)),
        ("other", date(2021, 1, 12)),
    ]
    assert {one.body for one in papers} == {"Cabinet"}
    assert [one.part for one in papers] == [1, 2, 3, 4, 5]


@pytest.mark.parametrize(
    "second",
    [
        "MINUTES OF THE ORDINARY MEETING OF THE PARISH COUNCIL HELD ON TUESDAY 14 MAY 2019 AT 7.30 PM",
        "ORREN PARISH COUNCIL\n\nMINUTES OF THE MONTHLY MEETING\n\nHeld in the Village Hall on Tuesday 14 May 2019 following the Annual Meeting",
    ],
)
def test_an_annual_meeting_and_the_ordinary_one_after_it_are_two_papers(second):
    papers = parse(
        source(
            "ORREN PARISH COUNCIL\n\nMINUTES OF THE ANNUAL MEETING OF THE PARISH COUNCIL HELD ON TUESDAY 14 MAY 2019 AT 7.00 PM\n\n"
            f"Present: Cllrs A Reed, B Stone\n\n1. ELECTION OF CHAIRMAN\n\nCllr Reed was elected.\n\n{second}\n\n"
            "Present: Cllrs A Reed, B Stone, C Wood\n\n1. APOLOGIES\n\nNone."
        )
    )
    assert [(one.body, one.date, one.kind) for one in papers] == [
        ("Orren Parish Council", date(2019, 5, 14), "minutes")
    ] * 2


def test_rows_of_an_action_log_are_actions():
    log = parse(source(PACK))[3]
    row = find(log, "Write to")
    assert (row.type, row.label, row.locator) == ("action", ("1",), "Action 1, Appendix One")


def test_a_missing_file_is_refused_with_its_name(tmp_path):
    with pytest.raises(PaperError, match=r"gone\.txt"):
        parse_file(tmp_path / "gone.txt")


def test_papers_csv_overrides_what_the_paper_says(tmp_path):
    (tmp_path / "a.txt").write_text(HEAD + "1. ROADS\n\nNone.")
    (tmp_path / "papers.csv").write_text("file,body,date,kind,title,url\na.txt,Roads Panel,2020-03-04,,,\n")
    [one] = parse_file(tmp_path / "a.txt")
    assert (one.body, one.date, one.kind) == ("Roads Panel", date(2020, 3, 4), "minutes")


def test_papers_csv_may_lie_at_the_top_of_the_folder_added(tmp_path):
    (tmp_path / "old").mkdir()
    (tmp_path / "old" / "a.txt").write_text(HEAD + "1. ROADS\n\nNone.")
    (tmp_path / "papers.csv").write_text("file,body\nold/a.txt,Roads Panel\n")
    [one] = parse_file(tmp_path / "old" / "a.txt", "old/a.txt")
    assert one.body == "Roads Panel"


@pytest.mark.parametrize(
    "table", ["file,date\na.txt,3rd May\n", "file,kind\na.txt,leaflet\n", "file,colour\na.txt,red\n"]
)
def test_a_papers_csv_that_cannot_be_used_is_refused(tmp_path, table):
    (tmp_path / "a.txt").write_text(HEAD)
    (tmp_path / "papers.csv").write_text(table)
    with pytest.raises(PaperError, match=r"papers\.csv"):
        parse_file(tmp_path / "a.txt")


@pytest.mark.parametrize(
    "clause",
    [
        "Any amendment shall be given to the proposer by ten in the morning two days before",
        "The extension would stand four metres out against three in the guide.",
    ],
)
def test_a_whole_sentence_is_no_heading_whatever_its_look(clause):
    writer = LineWriter()
    writer.add("Report to the Housing Panel", level=1, blank_before=True)
    writer.add("1. Rules", bold=True, blank_before=True)
    writer.add(f"a) {clause}", bold=True, blank_before=True)
    reading = writer.reading()
    [one] = parse(Source("made.docx", "0", reading.text, reading.lines))
    assert find(one, clause).type == "text"


def test_a_sentence_in_a_headings_style_is_no_heading():
    writer = LineWriter()
    writer.add("Report to the Housing Panel", level=1, blank_before=True)
    writer.add("1.1 The house is one of a pair and has been altered in the same way.", level=3, blank_before=True)
    reading = writer.reading()
    [one] = parse(Source("made.docx", "0", reading.text, reading.lines))
    assert find(one, "one of a pair").type == "text"


def test_numbered_paragraphs_of_the_recommendations_are_recommendations():
    one = report(
        "5. Costs\n\n5.1 None.\n\n6. Recommendation\n\n6.1 That it be granted.\n\n6.2 That it be kept.\n\n7. End\n\n7.1 Done."
    )
    assert find(one, "6.2 That").type == "recommendation"
    assert find(one, "7.1 Done").type == "text"


def test_reasons_under_a_numbered_clause_stand_under_the_item():
    one = minutes(
        "5. CHARGES\n\nDecision:\n\n1. To approve them.\n\n2. To publish them.\n\nReasons:\n\nNone have risen since 2010."
    )
    assert find(one, "None have risen").label == ("5",)


def test_minutes_numbered_by_a_word_and_a_year():
    one = minutes(
        "Minute 21/24 Declarations of interest\n\nNone.\n\nMinute 22/24 Bus franchising\n\nRESOLVED: That it be noted."
    )
    assert find(one, "be noted").locator == "Minute 22/24, resolution"


def test_a_date_that_runs_over_the_line_is_one_heading():
    writer = LineWriter()
    for line in ("Minutes of the Meeting of the Parish Council held on Tuesday 12th", "September 2023 at 7.30pm"):
        writer.add(line, page=1, bold=True, blank_before=True)
    writer.add("Present: Cllr Reed", page=1, blank_before=True)
    reading = writer.reading()
    [one] = parse(Source("made.pdf", "0", reading.text, reading.lines, pages=1))
    assert one.paragraphs[0].text.endswith("Tuesday 12th September 2023 at 7.30pm")


TRACKER = """Audit Committee

Item 4: Action tracker, as at 20 September 2023

Ref\tMeeting\tAction\tOwner\tStatus

23/04-B\t27 April 2023\tBring a note on agency staff\tDirector of People\tOpen

Closed since the last meeting

Ref\tAction\tClosed

23/01-F\tTraining for members\tHeld 15 June 2023
"""


def test_an_action_tracker_under_an_items_number():
    one = paper(TRACKER)
    assert (one.kind, one.body, one.date) == ("actions", "Audit Committee", None)


def test_rows_of_a_tracker_have_their_references():
    one = find(paper(TRACKER), "agency staff")
    assert (one.type, one.locator) == ("action", "Action 23/04-B")
    assert find(paper(TRACKER), "Training for members").type == "action"


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("CABINET – RECORD OF EXECUTIVE DECISIONS\n\nTuesday 8 November 2022", "Cabinet"),
        ("Orrendale CBC – Communities Scrutiny Committee, 1.12.22", "Communities Scrutiny Committee"),
        (
            "Orrendale Council: Environment and Roads Committee\n\nMinute of Meeting of 22 August 2024",
            "Environment and Roads Committee",
        ),
    ],
)
def test_a_council_before_the_bodys_name_is_left_out(name, body):
    assert (
        paper(f"{name}\n\nPresent: Councillors Reed and Stone\n\n1. ROADS\n\nRESOLVED: That it be noted.").body == body
    )
