import pytest

from bot.grounding.figures import Figure, dates, figures


def values(text, **how):
    return [(one.figure.value, one.figure.unit) for one in figures(text, **how)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("£1.2m or £1.2 million", [("1200000", "£"), ("1200000", "£")]),
        ("25% or 25 per cent", [("25", "%"), ("25", "%")]),
        ("ages 16,17 and 18", [("16", ""), ("17", ""), ("18", "")]),
        ("2030/31 and 2030-2031", [("2030/31", ""), ("2030/31", "")]),
        ("at 1:30 or 1.30", [("1.3", ""), ("1.3", "")]),
        ("twenty-four of one hundred and six", [("24", ""), ("106", "")]),
        ("four hundred thousand", [("400000", "")]),
        ("three and four", [("3", ""), ("4", "")]),
        ("one of them", []),
        ("paragraph 6.3.3", [("6.3.3", "")]),
    ],
)
def test_figures_are_read_as_values(text, found):
    assert values(text) == found


def test_ordinals_in_words_are_figures_where_they_are_asked_for():
    assert values("the third report, the first of its kind", ordinals=True) == [("3", "")]
    assert values("the third report") == []


def test_a_figure_is_placed_in_its_text():
    text = "The quay cost £4,200."
    (one,) = figures(text)
    assert one.figure == Figure("4200", "£")
    assert text[one.start : one.end] == "£4,200"


def test_a_sum_that_looks_like_a_date_is_none():
    assert dates("due on 10.02.31") != []
    assert dates("due, £10.02.31") == []
