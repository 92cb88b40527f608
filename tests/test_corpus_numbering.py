from corpus.numbering import Numbering

from corpus.marks import read_mark


def paths(*lines):
    """Paths of lines; a line in capitals is a heading."""
    numbering = Numbering()
    return [numbering.place(read_mark(line), heading=line.isupper()) for line in lines]


def test_clauses_nest_under_their_minute():
    assert paths("251. BUDGET", "(1) That it be set", "(2) That it be noted", "252. ROADS") == [
        ("251",),
        ("251", "(1)"),
        ("251", "(2)"),
        ("252",),
    ]


def test_letters_nest_under_paragraphs():
    assert paths("83. PLAN", "1. It was noted", "(a) first", "(b) second", "2. Then")[2:] == [
        ("83", "1", "(a)"),
        ("83", "1", "(b)"),
        ("83", "2"),
    ]


def test_a_number_that_holds_its_parents_stands_alone():
    assert paths("7. PROPOSALS", "7.1 first", "6.3.3 Odd") == [("7",), ("7.1",), ("6.3.3",)]


def test_a_list_under_such_a_number_nests():
    assert paths("7.5 Deaths", "1. That it be reviewed", "2. That it be noted")[1:] == [("7.5", "1"), ("7.5", "2")]


def test_items_taken_out_of_order_stay_items():
    assert paths("3. PLANS", "2. ROADS", "1. MINUTES", "4. PARKS") == [("3",), ("2",), ("1",), ("4",)]


def test_a_list_of_headings_under_an_item_nests():
    assert paths("1. MINUTES", "2. VISIT", "1. SPEED", "2. GRAVES")[2:] == [("2", "1"), ("2", "2")]


def test_a_bracketed_list_that_begins_again_is_no_list_within_a_list():
    assert paths("13. QUESTION", "(a) one", "(b) two", "(a) answer")[-1] == ("13", "(a)")


def test_a_later_item_after_letters_alone_is_an_item():
    assert paths("(a) one", "(b) two", "10. FLOODING")[-1] == ("10",)


def test_an_i_after_an_h_is_a_letter():
    assert paths("4. MATTERS", "(h) eighth", "(i) ninth", "(j) tenth")[-1] == ("4", "(j)")


def test_a_misprinted_number_stays_as_printed():
    assert paths("14. ONE", "16. TWO", "16. THREE") == [("14",), ("16",), ("16",)]


def test_a_time_that_opens_a_line_is_no_item():
    numbering = Numbering()
    numbering.place(read_mark("5. MATTERS ARISING"), heading=True)
    assert numbering.place(read_mark("1715. This was welcomed")) is None


def test_a_count_is_no_item_unless_it_runs_on():
    numbering = Numbering()
    numbering.place(read_mark("5. MATTERS ARISING"), heading=True)
    assert numbering.place(read_mark("12 Councillors attended")) is None
    assert numbering.place(read_mark("6 Roads"), heading=True) == ("6",)


def test_what_follows_a_closed_numbering_stands_under_none():
    numbering = Numbering()
    numbering.place(read_mark("9. LAST"), heading=True)
    numbering.close()
    assert numbering.path == ()
    assert numbering.place(read_mark("10. AFTER"), heading=True) == ("10",)


def test_a_question_nests_under_its_minute():
    assert paths("32. QUESTIONS", "Question 1")[-1] == ("32", "Question 1")


def test_numbers_that_stand_under_each_other_are_one_list():
    numbering = Numbering()
    numbering.place(read_mark("4. Decisions"), heading=True, indent=87)
    for line in ("1. Terms", "2. Policy", "3. Complaints", "4. Media"):
        numbering.place(read_mark(line), heading=True, indent=138)
    assert numbering.place(read_mark("5. Updates"), heading=True, indent=87) == ("5",)


def test_a_list_goes_on_after_a_line_under_its_item():
    numbers = Numbering()
    for text in ("87. Updates", "1. Roads were told of.", "2. Parks were told of."):
        numbers.place(read_mark(text), heading=text.startswith("87"))
    numbers.back_to_item()
    assert numbers.path == ("87",)
    assert numbers.place(read_mark("3. Pools were told of.")) == ("87", "3")


def test_a_new_item_ends_a_list_that_might_have_gone_on():
    numbers = Numbering()
    for text in ("2. Updates", "1. Roads were told of.", "2. Parks were told of."):
        numbers.place(read_mark(text), heading=text == "2. Updates")
    numbers.back_to_item()
    assert numbers.place(read_mark("3. Minutes"), heading=True) == ("3",)
