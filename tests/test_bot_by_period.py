from dataclasses import replace
from datetime import date

import pytest
from bot_papers import bot_on, paper

from bot.types import Turn

JANUARY = """
heading|4||4. Slipway
text|4|4. Slipway|Mr Oake brought two kinds of matting for the Slipway, and members thought the thicker the better.
text|4|4. Slipway|The Slipway was wet when the Harbour Engineer went to look at it, and the hut beside it was locked.
resolution|4|4. Slipway|RESOLVED: That the matting be bought within a limit of £6,000.
"""
MARCH = """
heading|7||7. Slipway
text|7|7. Slipway|The Clerk said that a lottery grant of £6,300 had been given for the slipway.
text|7|7. Slipway|The ducks on the slipway had been counted.
"""
SEPTEMBER = """
heading|9||9. Slipway
text|9|9. Slipway|The county's quote of £19,400 for the slipway was far over what had been set aside.
text|9|9. Slipway|Councillor Pell thanked those who had swept the slipway.
heading|10||10. Moorings
text|10|10. Moorings|Una Crake agreed to look into the moorings at the island.
text|10|10. Moorings|The moorings at the island were said to be too short for the longer boats that use the island.
"""
ELSEWHERE = """
heading|3||3. Slipway
text|3|3. Slipway|The slipway grant, its limit and the quote for it were looked at by the parish.
"""


@pytest.fixture(scope="module")
def bot(tmp_path_factory):
    papers = {
        "january.txt": paper("january.txt", "minutes", date(2031, 1, 7), JANUARY),
        "march.txt": paper("march.txt", "minutes", date(2031, 3, 4), MARCH),
        "september.txt": paper("september.txt", "minutes", date(2031, 9, 2), SEPTEMBER),
        "parish.txt": replace(paper("parish.txt", "minutes", date(2031, 3, 11), ELSEWHERE), body="Marl Parish Council"),
    }
    return easily_sure(bot_on(tmp_path_factory.mktemp("bot"), papers))


def easily_sure(bot):
    """The bot that takes whatever its reader found: which of it is quoted for which period is what is looked at here."""
    return replace(bot, sure=0.0)


def quotes(bot, question):
    return [citation.quote for citation in bot.answer(Turn(question)).citations]


def test_each_period_is_quoted_for_what_is_asked_of_it(bot):
    told = quotes(
        bot,
        "How did the Harbour Committee's slipway go in 2031: the limit resolved in January, the grant in March, and the county's quote in September?",
    )
    whole = " ".join(told)
    assert "£6,000" in whole
    assert "£6,300" in whole
    assert "£19,400" in whole


def test_periods_are_told_in_the_order_named(bot):
    told = quotes(
        bot, "What grant had the slipway in March 2031, and what was the county's quote for it in September 2031?"
    )
    places = [next(n for n, quote in enumerate(told) if figure in quote) for figure in ("£6,300", "£19,400")]
    assert places == sorted(places)
    assert places[0] == 0


def test_another_body_answers_for_no_period_of_the_body_named(bot):
    asked = (
        "What limit did the Harbour Committee set for the slipway in January 2031, and what grant had it by March 2031?"
    )
    assert {citation.body for citation in bot.answer(Turn(asked)).citations} == {"Harbour Committee"}


def test_another_body_with_papers_of_both_periods_does_not_answer_before_undated_papers(tmp_path):
    crane = "heading|2||2. Crane\ntext|2|2. Crane|The crane was valued in 2030 at £150, and a price of £120 was taken for it."
    bench = "heading|2||2. Bench\ntext|2|2. Bench|A bench was valued at £{}, and the price paid."
    papers = {"undated.txt": replace(paper("undated.txt", "minutes", date(2031, 1, 7), crane), date=None)} | {
        f"{month}.txt": replace(
            paper(f"{month}.txt", "minutes", date(2030, month, 4), bench.format(month)), body="Marl Parish Council"
        )
        for month in (11, 12)
    }
    asked = "What was the Harbour Committee's crane valued at in November 2030, and what price was taken for it in December 2030?"
    answer = easily_sure(bot_on(tmp_path, papers)).answer(Turn(asked))
    assert not answer.abstained
    assert "£150" in answer.citations[0].quote


def test_a_second_sentence_that_says_as_much_of_a_period_is_quoted_too(bot):
    told = quotes(
        bot, "Who was to look into the island moorings in September 2031, and what of the slipway in March 2031?"
    )
    assert any("Una Crake" in quote for quote in told)
