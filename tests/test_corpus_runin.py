"""Numbers, letters and bullets run into the paragraph before them."""

from test_corpus_parse import find, minutes, types


def test_the_next_number_after_a_sentence_begins_an_item():
    one = minutes(
        "5. Election of Vice-Chair It was agreed that Cllr Reed remain. 6. The minutes of May were read.\n\n7. Lamps\n\nNone."
    )
    assert find(one, "minutes of May").locator == "Minute 6"


def test_a_number_out_of_sequence_in_a_sentence_begins_none():
    one = minutes(
        "5. Lamps They stand in Mill Close. 9. The ninth lamp is out, as section 6. The rest says.\n\n6. Roads\n\nNone."
    )
    assert "ninth" in find(one, "They stand").text


def test_the_first_child_of_an_item_begins_a_paragraph():
    one = minutes(
        "8. Reports 8.1 Chair’s Report 8.1.1 The Chair had been to the fair.\n\n8.2 Clerk’s Report\n\nNothing."
    )
    assert types(one)["8. Reports"] == "heading"
    assert find(one, "to the fair").locator == "Minute 8.1.1"


def test_an_applications_number_follows_the_childs():
    one = minutes(
        "11. Planning applications received. 11.1 15/00707/F Porch at Mill Cottage No objection 11.2 15/00371/F Shed at Mill Farm No objection"
    )
    assert find(one, "Mill Farm").locator == "Minute 11.2"


def test_bullets_run_in_are_entries_of_a_list():
    one = minutes(
        "7. Matters arising • The fence by Mill Cottage has been mended. • Hedges will be cut in the spring. • Holes have been filled."
    )
    assert [p.text for p in one.paragraphs if p.label == ("7",)] == [
        "7. Matters arising",
        "The fence by Mill Cottage has been mended.",
        "Hedges will be cut in the spring.",
        "Holes have been filled.",
    ]


def test_bullets_between_a_few_words_are_no_list():
    one = minutes("8. Office\n\nMill Hall • High Street • Orrendale")
    assert find(one, "Mill Hall").text == "Mill Hall • High Street • Orrendale"


def test_romans_with_brackets_begin_paragraphs_from_the_first():
    one = minutes("7. Lighting\n\ni) The lamp at Mill Close is mended. ii) It was said that another flashes.")
    assert find(one, "another flashes").label == ("7", "ii)")


def test_the_number_of_those_who_voted_so_is_no_items():
    one = minutes(
        "1. Plan\n\nFor the Proposal\n\nCouncillors Reed, Lowe and Hale\n\n(3)\n\nAgainst the Proposal\n\nCouncillors Orr and Pratt.\n\n(2)\n\nThe Clerk declared the proposal carried."
    )
    assert find(one, "Orr and Pratt").text.endswith("(2)")
    assert {p.label for p in one.paragraphs if "Councillor" in p.text and p.label} == {("1",)}
    assert find(one, "declared").label == ("1",)


def test_a_line_that_says_who_proposed_is_not_run_into_what_was_circulated():
    one = minutes(
        "1. Minutes\n\nCirculated, copies of the minutes of the meeting that was held in May last, by post.\nProposed by: Councillor Reed\nSeconded by: Councillor Lowe\nAnd Resolved:\n“That they be signed.”"
    )
    assert find(one, "Proposed by").type == find(one, "be signed").type == "resolution"
