"""Minutes of made-up councils that run a whole item into one paragraph."""

import pytest
from test_corpus_parse import find, minutes, paper, source

from corpus.parse import parse

PARISH = """Skerry Parish Council

Minutes of the Meeting of the Parish Council held on Tuesday 6th June 2023 at 7.30pm

Present: Cllrs A Reed (Chair), B Stone, C Wood

23/041 Apologies. Cllr Dunn was away. RESOLVED to accept the reason given.

23/042 Mill Lane. The Chair said that the count of cars bore out what residents had told her. RESOLVED to apply to the Chest for a grant of £750. Cllr Stone to help with the form.

23/043 Finance. (a) The balance was £412 at the end of May. (b) RESOLVED to approve the payments below.

23/044 Quay wall. Agreed that three prices be invited. ACTION 23-A: the Clerk.

23/045 Next meeting. Tuesday 4th July 2023."""


def test_a_title_run_in_is_the_heading_of_its_item():
    one = find(paper(PARISH), "Mill Lane.")
    assert (one.type, one.label, one.text) == ("heading", ("23/042",), "23/042 Mill Lane.")
    assert find(paper(PARISH), "The Chair said").heading == "23/042 Mill Lane."


def test_a_resolution_run_in_begins_a_paragraph_of_its_own():
    one = find(paper(PARISH), "apply to the Chest")
    assert (one.type, one.locator) == ("resolution", "Minute 23/042, resolution")
    assert one.text.startswith("RESOLVED to apply")


def test_letters_after_a_title_begin_paragraphs():
    one = find(paper(PARISH), "payments below")
    assert (one.type, one.label) == ("resolution", ("23/043", "(b)"))


def test_an_action_run_in_after_what_was_agreed():
    assert find(paper(PARISH), "three prices").type == "resolution"
    assert find(paper(PARISH), "ACTION 23-A").type == "action"


def test_parts_of_a_paragraph_keep_their_places():
    made = source(PARISH)
    [one] = parse(made)
    for paragraph in one.paragraphs:
        assert made.text[paragraph.start : paragraph.end] == paragraph.text


def test_a_few_short_sentences_are_no_titles():
    one = minutes("1. ROADS\n\n1.1 None. The officers were thanked.\n\n1.2 The plan was shown to all members present.")
    assert find(one, "None.").text == "1.1 None. The officers were thanked."


def test_a_decision_stays_with_the_few_words_that_say_what_on():
    one = minutes("50. PLANNING\n\n(a) 4 Mill Lane, a shed. AGREED: no objection.")
    assert find(one, "AGREED").text.startswith("(a) 4 Mill Lane")


@pytest.mark.parametrize(
    "decision",
    [
        "On the proposal of Cllr. Foy, seconded by Cllr. M. Daly, it was agreed that the land be sold.",
        "Proposed by Alderman Stone, seconded by Councillor Wood, and agreed that the land be sold.",
        "It was RESOLVED that the land be sold.",
        "It was agreed, on the proposal of Councillor Wood, that the land be sold.",
        "AGREED that the land be sold.",
    ],
)
def test_a_decision_at_the_end_of_a_story_is_parted_from_it(decision):
    told = "The Director told members at some length of the offers that had come in since the last valuation was made."
    one = minutes(f"9. LAND\n\n{told} {decision}")
    assert find(one, "be sold").text == decision
    assert (find(one, "be sold").type, find(one, "The Director").type) == ("resolution", "text")


def test_entries_of_a_list_after_a_decision_in_an_entry_are_no_decisions():
    told = "Councillor Reed spoke for a long time of the state of the road by the school."
    one = minutes(
        f"9. ROADS\n\n- {told} On the proposal of Councillor Reed it was agreed to write.\n\n- Councillor Wood asked for a lamp."
    )
    assert find(one, "to write").type == "resolution"
    assert find(one, "for a lamp").type == "text"


def test_a_title_goes_on_after_mr_in_brackets():
    one = minutes(
        "Item 1: Talk on the Quay (Mr. Tom Hale). It was long and it was heard out.\n\nItem 2: Lamps. They are lit.\n\nItem 3: Roads. They are mended."
    )
    assert not any(p.text.endswith("(Mr.") for p in one.paragraphs)


def test_what_was_raised_after_a_motion_in_quotation_marks_is_no_part_of_it():
    one = minutes(
        "1. Minutes\n\nProposed by Councillor Reed; Seconded by Councillor Lowe; And Resolved:\n\n“That the minutes be signed as they were read.” With the Mayor’s permission, the following were raised:\n\nBus parking."
    )
    assert find(one, "permission").type == find(one, "Bus parking").type == "text"
