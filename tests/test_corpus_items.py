"""Packs of made-up planning committees: reports headed by their item's number or by an application's particulars."""

from test_corpus_parse import find, source

from corpus.parse import parse

AGENDA = """London Borough of Marlstow

PLANNING COMMITTEE

Tuesday 18 June 2024 at 6.30pm

AGENDA

1\tApologies for absence

2\tMinutes of the last meeting

3\t14 Quay Street (MAR/24/0418)

4\tAppeals decided in May

"""
REPORT = """ITEM 3

Application number\tMAR/24/0418

Address\t14 Quay Street

Ward\tHarbour

Proposal\tA rear extension

Recommendation\tGrant, subject to conditions

1. Assessment

1.1 The house is of the 1930s and stands at the end of a terrace of nine. It is not in a conservation area.

1.2 It is recommended that planning permission be GRANTED subject to the conditions below.

2. Conditions

2.1 Three years to begin.

"""
APPEALS = """ITEM 4

Appeals decided in May

4.1 Of eleven appeals four have been allowed.
"""


def pack(text):
    return parse(source(text))


def test_reports_headed_by_their_items_number_are_papers():
    told = [(one.kind, one.title, one.body) for one in pack(AGENDA + REPORT + APPEALS)]
    assert told[1:] == [
        ("report", "Item 3: 14 Quay Street (MAR/24/0418)", "Planning Committee"),
        ("report", "Item 4: Appeals decided in May", "Planning Committee"),
    ]


def test_paragraphs_of_a_report_in_a_pack_have_its_own_numbers():
    one = find(pack(AGENDA + REPORT + APPEALS)[1], "terrace of nine")
    assert (one.label, one.locator, one.type) == (("1.1",), "Report paragraph 1.1", "text")


def test_what_a_planning_report_recommends():
    report = pack(AGENDA + REPORT + APPEALS)[1]
    assert find(report, "Grant, subject").type == "recommendation"
    assert find(report, "GRANTED").type == "recommendation"


def test_an_agenda_whose_items_are_headed_so_is_one_paper():
    items = "\n\n".join(f"ITEM {n}\n\nTo receive the report on lane {n}" for n in range(1, 6))
    assert len(pack("Marlstow Council\n\nAGENDA\n\nPlanning Committee, Tuesday 18 June 2024\n\n" + items)) == 1


def test_minutes_with_an_applications_particulars_are_one_paper():
    head = "Planning Committee\n\nMinutes of the meeting held on Tuesday 18 June 2024\n\nPresent: Councillor Reed\n\n"
    talk = "The officer told members of the site, of its history and of what the neighbours had written. " * 5
    items = "\n\n".join(
        f"{n}. APPLICATION\n\nApplication number: 24/041{n}\n\nAddress: {n} Quay Street\n\nWard: Harbour\n\nProposal: a shed\n\n{talk}\n\nRESOLVED that it be granted."
        for n in (1, 2, 3)
    )
    assert len(pack(head + items)) == 1


def test_one_applications_report_is_one_paper():
    head = "Report to Planning Committee\n\nDate: 18 June 2024\n\nReport by: Head of Planning\n\n"
    assert len(pack(head + REPORT.replace("ITEM 3\n\n", ""))) == 1
