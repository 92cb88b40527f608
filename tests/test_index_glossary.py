from index.glossary import both_ways, expansion_in, mined


def test_an_abbreviation_is_mined_with_its_expansion():
    assert mined(["The Maritime and Coastal Forum (MCF) met."]) == {"MCF": "Maritime and Coastal Forum"}


def test_letters_that_are_no_initials_of_the_words_before_them_are_left():
    assert mined(["The slipway (RNLI) was shut."]) == {}


def test_the_commonest_expansion_wins():
    texts = ["Quay Wall Fund (QWF)", "Quay Wall Fund (QWF)", "Quiet Water Forum (QWF)"]
    assert mined(texts) == {"QWF": "Quay Wall Fund"}


def test_a_question_is_asked_with_the_other_form_too():
    known = {"MCF": "Maritime and Coastal Forum"}
    assert both_ways("What is the MCF for?", known) == {"MCF": "Maritime and Coastal Forum"}
    assert both_ways("what does the maritime and coastal forum do?", known) == {"Maritime and Coastal Forum": "MCF"}


def test_an_abbreviation_that_is_never_expanded_in_brackets_is_found_by_its_capitals():
    assert expansion_in("GHA", ["£9,000 of the General Harbour Allocation was left."]) == "General Harbour Allocation"
