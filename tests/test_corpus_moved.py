"""Motions in minutes: carried by the set forms of words, in English and Irish, or still only motions."""

import time

import pytest
from test_corpus_parse import find, minutes

from corpus.parse import parse
from corpus.parsers.moved import MOTION, moves, resolves
from corpus.readers.lines import LineWriter
from corpus.types import Source


@pytest.mark.parametrize(
    "formula",
    [
        "Proposed by: Councillor Reed\n\nSeconded by: Councillor Lowe\n\nAnd Resolved:",
        "Proposed by Councillor Reed\n\nSeconded by Councillor Lowe\n\nAnd Resolved",
        "Molta ag Councillor Reed;\n\nCuidithe ón Councillor Lowe;\n\nAgus an Cinneadh:",
        "Molta ag Councillor Reed;\n\nCuidit 6n Councillor Lowe;\n\nAgus an Cinneadh:",
        "Molta ag Councillor Reed;\n\nCuidité 6n Councillor Lowe;\n\nAgus an Clnneadh:",
    ],
)
def test_the_formula_on_lines_of_its_own_is_a_resolution(formula):
    one = minutes(
        f"1. QUAY\n\nCirculated, report on the quay.\n\n{formula}\n\n“That the quay be dredged.”\n\nA chat followed."
    )
    assert [p.type for p in one.paragraphs if p.label == ("1",)] == ["heading", "text", *["resolution"] * 4, "text"]


def test_proposed_and_seconded_alone_is_still_a_motion():
    one = minutes(
        "1. QUAY\n\nProposed by: Councillor Reed\n\nSeconded by: Councillor Lowe\n\n“That the quay be dredged.”\n\n2. NEXT"
    )
    assert find(one, "be dredged").type == "motion"


def test_a_quoted_motion_with_all_in_favour_under_it_was_carried():
    one = minutes(
        "1. PIER\n\nProposed – Cllr Mrs Reed Seconded – Cllr Lowe\n\n‘That the sum of £600 is spent on the pier’\n\nAll in favour\n\n2. NEXT"
    )
    assert [p.type for p in one.paragraphs if p.label == ("1",)] == ["heading", "resolution", "resolution", "vote"]


@pytest.mark.parametrize(
    "text",
    [
        "Cllr Reed proposed that the minutes be displayed, seconded by Cllr Lowe. 3 Votes for, 2 Abstentions, 1 Against - Carried",
        "Cllr Reed proposed acceptance of the plan seconded by Cllr Lowe. 6 votes for 1 abstention – Carried",
        "Approval of the quote was proposed by Cllr Reed, seconded by Cllr Lowe, all agreed.",
        "Cllr Reed proposed the payments, seconded by Cllr Lowe, Cllr Hale abstained, five in favour.",
        "Cllr Reed proposed that Cllr Lowe join the group, seconded by Cllr Hale. Agreed by all present",
        "Ann Reed was elected as Chairman, nominated by Tom Lowe, seconded by Pat Hale, all agreed.",
        "Ann Reed was nominated and seconded as Chairman and with no further nominations duly accepted the role.",
        "Ann Reed was proposed and seconded and with no other nominations was elected to remain as Chairman.",
        "As there were no other nominations, the Cathaoirleach declared Councillor Reed elected as deputy.",
        "All in favour. A.Reed duly elected.",
        "Accounts. Upon the proposition of A Reed, seconded by T Lowe, it was resolved unanimously “That the accounts be approved.”",
        "The risk assessment, as circulated, was unanimously approved.",
        "The following donations were agreed: Mill School - £50, Lifeboat - £20.",
        "The lifeboat, request for support. This was declined.",
    ],
)
def test_what_was_carried_in_plain_words_is_a_resolution(text):
    assert find(minutes(f"4. PIER\n\nThe pier was spoken of.\n\n{text}\n\n5. NEXT"), text[:40]).type == "resolution"


@pytest.mark.parametrize(
    "text",
    [
        "Cllr Reed proposed that the pier be shut, seconded by Cllr Lowe. 2 votes for, 5 against.",
        "Cllr Reed proposed that the pier be shut, seconded by Cllr Lowe, none in favour, defeated.",
        "Cllr Reed proposed that the pier be shut, seconded by Cllr Lowe.",
        "The plan was unanimously approved by Cabinet in May.",
        "Proposed Road Works at Mill Village",
    ],
)
def test_what_was_only_proposed_or_told_is_no_resolution(text):
    assert find(minutes(f"4. PIER\n\nThe pier was spoken of.\n\n{text}\n\n5. NEXT"), text[:30]).type != "resolution"


def test_bullets_after_a_motion_in_a_bullet_are_other_matters():
    one = minutes(
        "4. PIER\n\n• Councillor Reed proposed a dance. This was seconded by Councillor Lowe.\n\n• The lamp on the quay is out."
    )
    assert find(one, "The lamp").type == "text"


def test_a_variation_as_recommended_that_was_agreed_is_a_resolution():
    one = minutes(
        "4. PIER\n\nThe following was proposed by Councillor Reed, seconded by Councillor Lowe and agreed:\n\n“That the pier be built as recommended in the report, but subject to these variations:\n\n• That the steps be removed.”"
    )
    assert find(one, "as recommended").type == find(one, "steps be removed").type == "resolution"


def test_an_item_on_an_amendment_to_a_plan_is_no_motion():
    one = minutes(
        "4. AMENDMENT TO THE MILL LOCAL AREA PLAN\n\nThe Senior Planner clarified these matters:\n\n“The school” was one."
    )
    assert find(one, "The Senior Planner").type == "text"


def test_names_for_and_against_under_their_heads_are_one_vote():
    one = minutes(
        "4. CHAIR\n\nA vote was taken which resulted as follows:\n\nFor Councillor Reed\n\nCouncillors Lowe, Hale. (2)\n\nFor Councillor Hale\n\nCouncillor Reed. (1)\n\nAbstentions\n\nCouncillor Orr. (1)\n\nThe Mayor declared Councillor Reed appointed as Chair."
    )
    assert [p.type for p in one.paragraphs if p.label == ("4",)] == ["heading", *["vote"] * 7, "resolution"]


@pytest.mark.parametrize("text", ["And Resolved:", "And it was unanimously agreed", "Agus an Cinneadh:"])
def test_what_only_says_that_it_was_resolved(text):
    assert resolves(text)


@pytest.mark.parametrize(
    "text",
    [
        "Proposed by Councillor Reed that the quay be dredged before the winter and the steps mended at the same time by us",
        "Proposed changes: Mill Road",
    ],
)
def test_more_than_a_mover_is_no_line_of_movers(text):
    assert not moves(text)


def test_a_list_set_further_in_under_it_was_agreed_is_resolved_to_its_end():
    lines = [
        "Orrendale Borough Council",
        "Minutes of the Housing Panel held on Tuesday 3 March 2020",
        "The Chair gave all who had come a warm welcome and said how glad she was of so good a turnout.",
        "2. Quay",
        "It was agreed that:",
    ]
    listed = ["The steps would be mended.", "Cllr. Reed is to be asked.", "The rails are to be painted."]
    writer = LineWriter()
    for line in lines:
        writer.add(line, page=1, indent=60, blank_before=True)
    for line in listed:
        writer.add(line, page=1, indent=90)
    writer.add("The Clerk spoke of the lamps.", page=1, indent=60, blank_before=True)
    reading = writer.reading(pages=1)
    [one] = parse(Source("made.pdf", "0", reading.text, reading.lines, 1))
    assert [p.type for p in one.paragraphs][-5:] == ["resolution"] * 4 + ["text"]


@pytest.mark.parametrize("sign", [".", "- ", "(", "“ "])
def test_a_long_line_of_signs_is_soon_read(sign):
    began = time.process_time()
    assert MOTION.match(sign * 20_000) is None
    assert time.process_time() - began < 1  # 0.1 s; reading on from every sign took 1.5 s a line, and 7 s a paper


@pytest.mark.parametrize("line", ["Ayes: Reed, Wood, Lowe", "NOES: None", "Aye: Reed, Wood No: None"])
def test_ayes_and_noes_are_a_vote(line):
    assert find(minutes(f"1. QUAY\n\nThe quay was seen.\n\n{line}\n\n2. PIER\n\nIt leaks."), line).type == "vote"


def test_a_motion_that_was_made_by_someone_is_a_motion():
    one = minutes(
        "1. QUAY\n\nA motion was made by Trustee Reed, seconded by Trustee Wood, that the quay be let.\n\n2. PIER\n\nNo."
    )
    assert find(one, "A motion was made").type == "motion"
