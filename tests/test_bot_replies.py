from datetime import date

import pytest
from bot_papers import bot_on, paper

from bot.types import Turn

ASKED = """
heading|4||4. Footbridge at Sallow Weir
text|4|4. Footbridge at Sallow Weir|Councillor Pell asked whether money would be found this year for the footbridge at Sallow Weir.
text|4|4. Footbridge at Sallow Weir|The Clerk replied that there was no change to the answer given in May.
heading|5||5. Kiosk
text|5|5. Kiosk|Councillor Pell asked when the kiosk on the quay would open.
heading|6||6. Gulls
text|6|6. Gulls|The Clerk replied that gulls were no business of the Committee.
"""


@pytest.fixture(scope="module")
def bot(tmp_path_factory):
    papers = {"may.txt": paper("may.txt", "minutes", date(2031, 5, 6), ASKED)}
    return bot_on(tmp_path_factory.mktemp("bot"), papers)


def test_a_question_that_was_put_is_quoted_with_its_reply(bot):
    answer = bot.answer(Turn("Will money be found this year for the footbridge at Sallow Weir?"))
    assert "no change to the answer" in answer.text


def test_the_reply_of_another_item_is_not_told_as_the_reply(bot):
    answer = bot.answer(Turn("Will the kiosk on the quay open?"))
    assert "gulls" not in answer.text
