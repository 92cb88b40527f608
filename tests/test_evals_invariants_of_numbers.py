from parsed_papers import paper

from evals.invariants_of_numbers import (
    figures_as_numbers,
    holes,
    interrupted,
    last_number_sticks,
    resolved_without_item,
    restarts,
    unread_numbers,
    without_item,
)

ITEMS = [("1", "1. Apologies", "heading"), ("2", "2. Quay", "heading"), ("3", "3. Lamps", "heading")]


def about(found):
    return [one.about for one in found]


def test_a_skipped_number_that_is_printed_in_the_item_before_is_a_hole():
    swallowed = paper(*ITEMS, ("3", "The lamps are lit. 4. Pier It leaks."), ("5", "5. Close"))
    assert about(holes(swallowed)) == ["4 after 3"]


def test_a_number_printed_after_the_last_item_is_a_hole():
    assert about(holes(paper(*ITEMS, ("", "4. PIER")))) == ["4 after 3"]


def test_a_withdrawn_item_is_no_hole():
    assert not list(holes(paper(*ITEMS, ("3", "It was lit at 4 Mill Lane."), ("5", "5. Close"))))


def test_a_list_under_the_last_item_is_no_hole():
    listed = [(f"3 {n}", f"{n}. Lamp of the lane") for n in range(1, 6)]
    assert not list(holes(paper(*ITEMS, *listed)))


def test_a_list_between_two_items_interrupts_them():
    listed = paper(*ITEMS, ("1", "1. The north lamp."), ("2", "2. The south lamp."), ("4", "4. Pier"))
    assert about(interrupted(listed)) == ["1, 2 between 3 and 4"]


def test_an_item_taken_out_of_order_interrupts_nothing():
    taken = paper(("1", "1. Apologies"), ("2", "2. Quay"), ("9", "9. Visitors"), ("3", "3. Lamps"), ("4", "4. Pier"))
    assert not list(interrupted(taken))


def test_decimals_of_an_item_interrupt_nothing():
    assert not list(interrupted(paper(*ITEMS, ("3.1", "3.1 North"), ("3.2", "3.2 South"), ("4", "4. Pier"))))


def test_items_that_begin_again_without_a_heading_restart():
    again = paper(*ITEMS, ("4", "4. Pier"), *ITEMS)
    assert about(restarts(again)) == ["1, 2, 3 after 4"]


def test_items_that_begin_again_under_a_heading_do_not_restart():
    assert not list(restarts(paper(*ITEMS, ("4", "4. Pier"), ("", "PART TWO", "heading"), *ITEMS)))


def test_letters_in_a_row_that_no_label_bears_are_unread():
    lost = paper(("4", "4. Reports"), ("4", "A. Harbour"), ("4", "B. Lamps"), ("4", "C. Paths"), ("4", "D. Trees"))
    assert [one.words for one in unread_numbers(lost)] == ["A. Harbour", "B. Lamps", "C. Paths", "D. Trees"]


def test_letters_in_a_row_that_labels_bear_are_read():
    assert not list(unread_numbers(paper(("4 A", "A. Harbour"), ("4 B", "B. Lamps"), ("4 C", "C. Paths"))))


def test_two_initials_are_no_row():
    assert not list(unread_numbers(paper(("4", "A. Reed was there."), ("4", "B. Wood was there."))))


def test_a_day_is_no_items_number():
    assert not list(figures_as_numbers(paper(*ITEMS, ("3 (a)", "(a) Fair on 8.9.2031"))))
    dated = paper(*ITEMS, ("8.9.2031", "8.9.2031 Minutes"), ("8.9.2031", "They were read."))
    assert about(figures_as_numbers(dated)) == ["8.9.2031"]


def test_a_paragraph_between_two_items_of_minutes_has_an_item():
    lost = paper(*ITEMS, ("", "GRANTED", "heading"), ("", "The lamps were granted."), ("4", "4. Pier"))
    assert about(without_item(lost)) == ["2 between 3 and 4"]
    assert not list(without_item(paper(*ITEMS, ("3", "The lamps were granted."), ("4", "4. Pier"))))


def test_what_is_resolved_after_the_first_item_stands_under_one():
    lost = paper(("", "It was agreed to begin.", "resolution"), *ITEMS, ("", "RESOLVED: That it be lit.", "resolution"))
    assert [one.words for one in resolved_without_item(lost)] == ["RESOLVED: That it be lit."]
    assert not list(resolved_without_item(paper(*ITEMS, ("3", "RESOLVED: That it be lit.", "resolution"))))


def test_a_last_number_that_holds_the_rest_of_the_paper_sticks():
    text = [("3", "The lamps were spoken of.")] * 40
    assert about(last_number_sticks(paper(*ITEMS, *text))) == ["3 holds 41 of 43"]
    assert not list(last_number_sticks(paper(*ITEMS, *text[:10])))
