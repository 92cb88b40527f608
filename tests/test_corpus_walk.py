"""Numbers and locators of whole made-up minutes: what a number belongs to, and which are none."""

import pytest
from test_corpus_parse import find, minutes, types

from corpus.marks import read_mark


@pytest.mark.parametrize(
    "text",
    [
        "B. Hale informed the meeting that the quay is mended.",
        "M. O’Rourke EE, M. Pratt SSO",
        "G. McBride, O. McBride, K. Reed and T. Lowe",
        "P. Hale stated that it was a good outcome.",
    ],
)
def test_a_capital_letter_and_a_surname_are_a_person(text):
    assert read_mark(text) is None
    one = minutes(f"1. QUAY\n\nThe quay was spoken of.\n\n{text}\n\n2. PIER\n\nNothing.")
    assert find(one, text[:12]).label == ("1",)
    assert find(one, "PIER").label == ("2",)


def test_a_capital_letter_numbers_only_what_follows_an_a():
    one = minutes(
        "4. QUAY\n\nA. Steps to the water\n\nThey are worn.\n\nB. Rails along the wall\n\nThey are bent.\n\nT. Hill spoke up."
    )
    assert find(one, "bent").label == ("4", "B")
    assert find(one, "Hill").label[-1] != "T"


def test_item_2_alone_on_its_line_takes_the_next_as_its_title():
    one = minutes(
        "Item 1\n\nMinutes of the Last Meeting\n\nThey were read.\n\nItem 2\n\nUpdate on the Harbour Plan\n\nThe plan was explained to all who were there.\n\n"
        "Item 3\n\nAny Other Business\n\nThere was none."
    )
    assert find(one, "The plan was").locator == "Item 2"
    assert [p.type for p in one.paragraphs if p.label == ("Item 2",)] == ["heading", "heading", "text"]


def test_items_4_and_5_taken_together():
    one = minutes(
        "Item 1: Minutes\n\nRead.\n\nItem 2: Dates\n\nFixed.\n\nItem 3. Roads\n\n1. One road was mended.\n\nItems 4 & 5. Paths and Bridges\n\nThey were seen.\n\nItem 6. Close\n\nIt closed."
    )
    assert find(one, "They were seen").locator == "Items 4 & 5"
    assert find(one, "It closed").locator == "Item 6"


@pytest.mark.parametrize("number", ["10.", "4.4.9.", "9."])
def test_a_number_out_of_order_under_matters_arising_is_an_earlier_meetings(number):
    one = minutes(
        f"3. DECLARATIONS\n\nNone.\n\n4. MATTERS ARISING\n\n{number} The lamp at Mill Close had been mended.\n\nA poppy wreath was bought.\n\n5. BUDGET\n\nIt was read."
    )
    assert find(one, "lamp").locator == find(one, "wreath").locator == "Minute 4"
    assert find(one, "It was read").locator == "Minute 5"


def test_numbers_in_order_under_matters_arising_are_its_own():
    one = minutes(
        "7. MATTERS ARISING\n\n7.1 Goal posts\n\nThey stand.\n\n7.2 Bus shelter\n\nIt leaks.\n\n8. REPORTS\n\nNone."
    )
    assert (find(one, "It leaks").locator, find(one, "None").locator) == ("Minute 7.2", "Minute 8")


def test_an_item_put_in_between_has_its_letter():
    one = minutes(
        "3. INTERESTS\n\nNone.\n\n4A. ANNUAL RETURN\n\nIt was signed.\n\n4. MATTERS ARISING\n\nNothing arose."
    )
    assert find(one, "signed").locator == "Minute 4A"


def test_a_misprinted_bracket_goes_on_from_full_stops():
    one = minutes(
        "6. LAMPS\n\nThey are lit.\n\n7. MINUTES\n\nThey are read.\n\n8) Village Clean-up:\n\nIt was fixed for May."
    )
    assert find(one, "fixed for May").label == ("8)",)


def test_a_list_of_actions_has_numbers_of_its_own():
    one = minutes(
        "The Board spoke of standards.\n\nActions\n\n1. AR to make a page for them.\n\n2. Agree the letter at the next meeting.\n\nDecisions\n\nThe Board agreed that a page be made."
    )
    assert types(one)["2. Agree the letter at the next meeting."] == "action"
    assert find(one, "Agree the letter").locator == "Action 2"
    assert find(one, "a page be made").label == ()


def test_things_resolved_in_the_sense_of_mended_are_no_resolutions():
    one = minutes("6. MATTERS ARISING\n\nResolved: (For information only)\n\n1. Lamp: it had been mended.")
    assert find(one, "Lamp").type == "text"


def test_reasons_of_an_objection_stand_under_the_item():
    one = minutes("7. PLANNING\n\nOBJECTIONS\n\n1. It is too big.\n\n2. It is too near.\n\n8. WEBSITE\n\nIt is up.")
    assert (find(one, "too near").label, find(one, "It is up").label) == (("7", "2"), ("8",))
