"""Characters mended in every format."""

import pytest

from corpus.readers.mending import squeeze


def test_soft_hyphen_between_letters_is_nothing():
    assert (
        squeeze("nine oaks be plan\u00adted in the neigh\u00adbour\u00adhood")
        == "nine oaks be planted in the neighbourhood"
    )


def test_soft_hyphen_at_a_line_s_end_or_for_a_dash_is_a_hyphen():
    assert squeeze("the elm be fel\u00ad") == "the elm be fel-"
    assert squeeze("7am\u00ad9am \u00ad daily") == "7am-9am - daily"


def test_control_characters_are_what_windows_prints_for_them():
    assert squeeze("the council\u0092s \u0093plan\u0094 \u0096 noted") == "the council’s “plan” – noted"


@pytest.mark.parametrize(
    ("spaced", "joined"),
    [
        ("H A R B O U R   B O A R D", "HARBOUR BOARD"),
        ("B O A R D   O F   T R A D E", "BOARD OF TRADE"),
        ("R E S O L V E D : That", "RESOLVED: That"),
        ("19.  D R E D G I N G", "19. DREDGING"),
    ],
)
def test_letters_set_one_by_one_are_joined(spaced, joined):
    assert squeeze(spaced) == joined


@pytest.mark.parametrize("apart", ["Options A B C D", "Y N Y Y", "M T W T F M T W T F", "J A R Smith", "A I O"])
def test_single_letters_that_are_no_word_stay_apart(apart):
    assert squeeze(apart) == apart
