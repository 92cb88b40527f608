"""House styles of councils, boards and trusts that do not exist, each as short as shows what a clerk would expect."""

import pytest
from test_corpus_parse import find, paper

SKERRY = """Skerry Town Council

Minutes of the Full Council meeting held on Monday 8th April 2024 at 7.00pm in the Guildhall

Present: Cllrs A Reed (Mayor), B Stone, C Wood

C/24/117 To receive apologies
Apologies were received from Cllr Dunn.

C/24/118 Declarations of interest
None.

C/24/119 Quay lighting
It was RESOLVED that two lamps be bought."""

NETHERBY = """Netherby Parish Council

Minutes of the Meeting of the Parish Council held on Tuesday 6th June 2023 at 7.30pm

48/23 To receive apologies
Cllr Hale sent apologies.

49/23 To record interests
There were none.

50/23 Planning
(a) 23/00123/FUL, 4 Mill Lane. AGREED – no objection."""

FELL = """Tarn and Fell Combined Authority

Transport Board

Friday, 19 January 2024

Minutes

Present: Councillor Ann Reed (in the Chair)

Min. Ref. 12/24 Bus reform
The Board considered a report on bus reform.

Resolved –
(i) That the update be noted.
(ii) That a further report be brought in April."""

GLANFOR = """CYNGOR SIR GLANFOR / GLANFOR COUNTY COUNCIL

PWYLLGOR CYNLLUNIO / PLANNING COMMITTEE

Cofnodion / Minutes

Dydd Mercher, 5 Mehefin 2024 / Wednesday, 5 June 2024

Presennol / Present: Councillors E. Rees (Chair), M. Hughes

1. YMDDIHEURIADAU / APOLOGIES
None."""

TARVIE = """Burnside & Tarvie Community Council

Minute of Meeting held on Thursday 7 March 2024 at 7pm in the Village Hall

Sederunt: Ann Reed (Chair), Colin Wood, Isla Munro
Apologies: Ewan Tait

1. Welcome
The Chair welcomed all."""

FELLSIDE = """Fellside NHS Foundation Trust

Minutes of the Board of Directors meeting held in public
Thursday 25 January 2024, 09:30

Present:
Ann Reed\tChair

Ref\tItem\tAction
24/001\tChair's welcome
\tThe Chair opened the meeting.
24/002\tMinutes of the previous meeting
\tThe Board AGREED the minutes.\tBS
24/003\tAny other business
\tNone."""

CARE = """Fellside Integrated Care Board

Minutes of the Audit Committee
Held on Tuesday 5 March 2024 at 10:00

1. Welcome
All were welcomed."""

GOVERNORS = """Quayside Primary School

Full Governing Body

Minutes of the meeting held on 14 November 2023 at 5.30pm

Governors present: Ann Reed (Chair), Ben Stone (Headteacher)

2. Budget
2.1 Governors received the budget.
2.2 DECISION: Governors approved the budget.
ACTION: Clerk to send it to the council."""

EXTRACT = """Orrendale City Council
Development Control Committee
26 October 2023

MINUTE EXTRACT

87. APPLICATION 23/0112 - LAND AT QUAY STREET

On being put to the vote: For 6, Against 3, Abstentions 1.

DECISION: GRANTED subject to conditions."""

TRACKER = """Harbour Committee – Action Tracker

Meeting date: 4 May 2023

No.\tDate\tAction\tOwner\tStatus
1\t02/03/23\tWrite to the harbour master\tClerk\tDone
2\t06/04/23\tReport on dredging\tDirector of Lanes\tOpen"""

DECISIONS = """CABINET - DECISION LIST

Decisions taken at the meeting of the Cabinet on Monday, 15 April 2024

5. Leisure
Decision: To approve the strategy."""

LEADER = """MEETING OF THE CABINET

HELD AT 5.30 PM, ON WEDNESDAY 12 JUNE 2024
TOWN HALL, QUAYMOUTH

Cabinet Members Present: Councillors Reed (Leader), Stone

14. HOUSING REPAIRS

AGREED

a) That the contract be let."""

MINUTE_OF_VOTE = """TARVIE COUNCIL

MINUTE of MEETING of the LANES AND HARBOURS COMMITTEE held remotely on 21 May 2024 at 10.00 a.m.

Present: -  Councillors I. Munro (Chair), E. Tait

2. HARBOUR DUES
2.1 There had been circulated a report.
As a result of a vote the Motion was carried by 6 votes to 3.

DECISION
AGREED to:-
(a) note the report; and
(b) set the dues."""

OFFICER = """OFFICER DECISION RECORD

Decision maker: Director of Lanes
Date of decision: 3 June 2024
Title: Temporary closure of Mill Lane
Decision: To close Mill Lane for two days."""

ORRIR = """Minutes of Monthly Meeting of Orrir County Council held in the Council Chamber on Monday, 8th April, 2024

Presiding: Councillor P. Daly, Mayor

Members present: Councillors S. Keane, M. Ryan

2.1 To consider the report
On the proposal of Cllr. Ryan
Seconded by Cllr. Keane
It was resolved
"That the disposal be approved." """

TABLE = """Netherby Parish Council

Minutes of the Annual Parish Council Meeting held on Monday 13th May 2024 at 7pm in the Village Hall

Present: Cllrs Hale (Chair), Wray and Moor

2024/45\tELECTION OF CHAIR
\tCllr Hale was proposed by Cllr Wray, seconded by Cllr Moor and duly elected.
2024/46\tFINANCE
\tResolved: to pay the accounts listed.\tClerk
2024/47\tHIGHWAYS
\tCllr Moor reported a pothole.\tCllr Moor"""


FINANCE = """Skerry Town Council

Minutes of the Finance Committee held on Monday 8 April 2024

Present: Cllrs Reed and Stone

1. Lamps
None."""


@pytest.mark.parametrize(
    ("text", "body", "date", "kind"),
    [
        (SKERRY, "Skerry Town Council", "2024-04-08", "minutes"),
        (NETHERBY, "Netherby Parish Council", "2023-06-06", "minutes"),
        (FELL, "Transport Board", "2024-01-19", "minutes"),
        (GLANFOR, "Planning Committee", "2024-06-05", "minutes"),
        (TARVIE, "Burnside & Tarvie Community Council", "2024-03-07", "minutes"),
        (FELLSIDE, "Fellside NHS Foundation Trust", "2024-01-25", "minutes"),
        (CARE, "Audit Committee", "2024-03-05", "minutes"),
        (GOVERNORS, "Full Governing Body", "2023-11-14", "minutes"),
        (EXTRACT, "Development Control Committee", "2023-10-26", "minutes"),
        (TRACKER, "Harbour Committee", "2023-05-04", "actions"),
        (DECISIONS, "Cabinet", "2024-04-15", "minutes"),
        (LEADER, "Cabinet", "2024-06-12", "minutes"),
        (MINUTE_OF_VOTE, "Lanes and Harbours Committee", "2024-05-21", "minutes"),
        (OFFICER, None, "2024-06-03", "other"),
        (ORRIR, "Orrir County Council", "2024-04-08", "minutes"),
        (TABLE, "Netherby Parish Council", "2024-05-13", "minutes"),
        (FINANCE, "Finance Committee", "2024-04-08", "minutes"),
    ],
)
def test_whose_paper_it_is(text, body, date, kind):
    one = paper(text)
    assert (one.body, str(one.date), one.kind) == (body, date, kind)


@pytest.mark.parametrize(
    ("text", "words", "type_", "locator"),
    [
        (SKERRY, "two lamps", "resolution", "Minute C/24/119, resolution"),
        (NETHERBY, "no objection", "resolution", "Minute 50/23, resolution (a)"),
        (FELL, "further report", "resolution", "Min. Ref. 12/24, resolution (ii)"),
        (GLANFOR, "E. Rees", "attendance", "Cofnodion / Minutes"),
        (GLANFOR, "YMDDIHEURIADAU", "heading", "Minute 1"),
        (TARVIE, "Sederunt", "attendance", "Burnside & Tarvie Community Council"),
        (FELLSIDE, "Item\tAction", "table", "Fellside NHS Foundation Trust"),
        (FELLSIDE, "The Chair opened", "table", "Minute 24/001"),
        (GOVERNORS, "Governors present", "attendance", "Full Governing Body"),
        (GOVERNORS, "DECISION", "resolution", "Minute 2.2"),
        (GOVERNORS, "ACTION", "action", "Minute 2.2, action"),
        (EXTRACT, "GRANTED", "resolution", "Minute 87, resolution"),
        (EXTRACT, "Abstentions", "vote", "Minute 87, vote"),
        (TRACKER, "dredging", "action", "Action 2"),
        (DECISIONS, "To approve", "resolution", "Minute 5, resolution"),
        (LEADER, "be let", "resolution", "Minute 14, resolution a)"),
        (MINUTE_OF_VOTE, "6 votes to 3", "vote", "Minute 2.1, vote"),
        (MINUTE_OF_VOTE, "set the dues", "resolution", "Minute 2.1, resolution (b)"),
        (OFFICER, "To close", "resolution", "OFFICER DECISION RECORD"),
        (ORRIR, "Presiding", "attendance", "Opening"),
        (ORRIR, "On the proposal", "motion", "Minute 2.1, motion"),
        (ORRIR, "disposal be approved", "resolution", "Minute 2.1, resolution"),
        (TABLE, "duly elected", "resolution", "Minute 2024/45, resolution"),
        (TABLE, "pay the accounts", "resolution", "Minute 2024/46, resolution"),
    ],
)
def test_what_a_paragraph_is_and_where_it_stands(text, words, type_, locator):
    one = find(paper(text), words)
    assert (one.type, one.locator) == (type_, locator)
