"""Near misses: what is asked is not told, though the words stand there. Each has its twin, which is told in the same paper."""

from datetime import date

import pytest
from bot_papers import PAPERS, bot_on, paper

from bot.types import Turn

DOVECOTE = """
attendance|||Councillors Hazel Marrow (Chair), Odo Quill and Ann Thistledown
heading|3||3. Dovecote
text|3|3. Dovecote|Councillor Quill moved that the dovecote be thatched and on being put to the vote this was lost (2 for, 5 against).
heading|4||4. Weathercock
resolution|4|4. Weathercock|That the weathercock be gilded.
heading|5||5. Turnstile
text|5|5. Turnstile|The turnstile at the lido had jammed. The Clerk would speak with Mr Barleycorn about mending the turnstile.
text|5|5. Turnstile|Mrs Oatcake said that children climbed over the lido fence.
heading|6||6. Beacon
text|6|6. Beacon|The cost of rebuilding the beacon was estimated at £4,000.
heading|7||7. Ferry bell
text|7|7. Ferry bell|It was agreed to support the recasting of the ferry bell with a donation of £75.
heading|10||10. Flagstaff
text|10|10. Flagstaff|Rope for the flagstaff cost £12 and a donation of £5 was received towards it.
heading|8||8. Regatta
text|8|8. Regatta|Crews would be given prizes for the regatta at the boathouse on 9 September 2031.
heading|9||9. Bunting
text|9|9. Bunting|The Clerk would look for ribbons with which to trim the bunting.
heading|12||12. Observatory
text|12|12. Observatory|The application for a grant towards the observatory had gone in. Chairs for its opening cost £45.
heading|13||13. Almshouse
text|13|13. Almshouse|An award of £700 was made for the almshouse.
heading|14||14. Windpump
text|14|14. Windpump|The council bought the windpump. It may have to allow £600 for fees at that stage.
heading|15||15. Tithe barn
text|15|15. Tithe barn|A purchase price for the tithe barn has been agreed. Shares can be purchased for £20.
heading|16||16. Tribunal
text|16|16. Tribunal|The case of the stolen anchor was noted. The tribunal has been set for 3 October 2031.
heading|17||17. Hives
text|17|17. Hives|The keeper of the hives asked for three gates in the meadow. Combs from the hives are kept in jars.
text|17|17. Hives|The keeper counted 14 swarms in the meadow by the hives.
heading|11||11. Marquee
text|11|11. Marquee|Red tassels had been found with which to trim the marquee.
"""


@pytest.fixture(scope="module")
def bot(tmp_path_factory):
    papers = PAPERS | {"dovecote.txt": paper("dovecote.txt", "minutes", date(2031, 6, 3), DOVECOTE)}
    return bot_on(tmp_path_factory.mktemp("bot"), papers)


def ask(bot, question):
    return bot.answer(Turn(question))


def test_a_resolution_does_not_tell_how_the_vote_went(bot):
    answer = ask(bot, "How did the members vote on gilding the weathercock?")
    assert answer.abstained
    assert "how the vote went" in answer.text


def test_a_vote_that_is_minuted_is_told(bot):
    assert "5 against" in ask(bot, "How did the members vote on thatching the dovecote?").text


def test_to_be_spoken_to_is_no_reply(bot):
    answer = ask(bot, "What did Mr Barleycorn say about mending the turnstile?")
    assert answer.abstained
    assert "what was said by “Barleycorn”" in answer.text


def test_what_somebody_said_is_told(bot):
    assert "climbed over" in ask(bot, "What did Mrs Oatcake say about children at the lido fence?").text


def test_a_reply_of_somebody_whom_no_words_quoted_name_is_not_told(bot):
    assert ask(bot, "What answer did the crews give about the lido turnstile that had jammed?").abstained


def test_an_estimate_is_not_what_a_thing_cost_in_the_end(bot):
    answer = ask(bot, "What did rebuilding the beacon cost in the end?")
    assert answer.abstained
    assert "what it came to" in answer.text


def test_an_estimate_is_told_where_no_end_is_asked_for(bot):
    assert "£4,000" in ask(bot, "What was the estimated cost of rebuilding the beacon?").text


def test_a_donation_is_not_what_a_thing_cost(bot):
    assert ask(bot, "How much did recasting the ferry bell cost?").abstained


def test_a_price_beside_a_donation_is_told(bot):
    assert "£12" in ask(bot, "How much did rope for the flagstaff cost?").text


def test_what_was_written_before_the_day_does_not_tell_what_happened_on_it(bot):
    answer = ask(bot, "Which crews were given prizes for the regatta on 9 September 2031?")
    assert (answer.abstained, answer.reason) == (True, "other_year")


def test_what_was_to_happen_on_a_day_is_told(bot):
    assert "boathouse" in ask(bot, "Where were crews to be given prizes for the regatta on 9 September 2031?").text


def test_what_was_hoped_for_is_not_what_came(bot):
    assert ask(bot, "What ribbons did the council find to trim the bunting with?").abstained


def test_what_was_done_is_told(bot):
    assert "Red tassels" in ask(bot, "What tassels did the council find to trim the marquee with?").text


def test_a_sum_of_another_kind_is_not_the_grant(bot):
    assert ask(bot, "How large was the grant for the observatory?").abstained


def test_a_grant_that_papers_call_an_award_is_told(bot):
    assert "£700" in ask(bot, "How large was the grant for the almshouse?").text


def test_what_may_have_to_be_paid_is_not_what_was_paid(bot):
    assert ask(bot, "What did the council pay for the windpump?").abstained


def test_a_share_in_a_thing_is_not_its_price(bot):
    assert ask(bot, "What purchase price was agreed for the tithe barn?").abstained


def test_what_happened_at_an_event_is_not_told_by_its_date(bot):
    assert ask(bot, "What happened at the tribunal over the stolen anchor?").abstained


def test_a_number_of_other_things_is_no_count_of_those_asked_for(bot):
    answer = ask(bot, "How many combs did the keeper of the hives take from the meadow?")
    assert answer.abstained
    assert "how many combs" in answer.text


def test_a_count_of_the_things_asked_for_is_told(bot):
    assert "14 swarms" in ask(bot, "How many swarms did the keeper of the hives count in the meadow?").text
