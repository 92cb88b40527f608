from bot.query.terms import stem


def test_a_sum_with_a_bare_fraction_is_the_sum():
    assert stem("356.0") == stem("356")
