import pytest

from evals.series import following, is_decimal, is_worded, shape, skipped, step, values


def test_a_number_has_its_form_and_its_values():
    assert (shape("24/066"), values("24/066")) == ("#/#", (24, 66))
    assert (shape("Item IV."), values("Item IV")) == ("item roman", (4,))


@pytest.mark.parametrize(
    ("before", "after", "far"),
    [
        ("7", "9", 2),
        ("24/066", "24/067", 1),
        ("IX", "X", 1),
        ("7.3", "7.4", 1),
        ("7.3", "8.3", None),
        ("4", "IV", None),
        ("4", "4", None),
    ],
)
def test_numbers_of_one_series_lie_a_step_apart(before, after, far):
    assert step(before, after) == far


def test_what_is_skipped_is_told_as_it_would_be_printed():
    assert skipped("24/008", "24/011") == ["24/009", "24/010"]
    assert skipped("VIII", "X") == ["IX"]
    assert skipped("3", "2031") == []


def test_what_follows_the_last_of_a_series_is_told():
    assert following("LW 8/30", "LW 9/30") == ["LW 10/30"]
    assert following("4", "9") == []


def test_a_decimal_holds_its_parents_number_and_an_action_is_no_item():
    assert (is_decimal("7.4"), is_decimal("7")) == (True, False)
    assert (is_worded("Action 4"), is_worded("Item 4")) == (True, False)
