from dataclasses import replace
from datetime import date

import pytest
from bot_papers import PAPERS, bot_on, paper

from bot.types import Turn
from index.types import Filter

PARKS = """
attendance|||Councillors Hazel Marrow (Chair), Odo Quill and Ann Thistledown
heading|3||3. Band stand
text|3|3. Band stand|Councillor Thistledown said that the band stand wanted paint.
resolution|3,(1)|3. Band stand|(1) That the band stand be painted green at a cost of £900.
heading|4||4. Boating lake
resolution|4,(1)|4. Boating lake|(1) That the boating lake be closed to swans in 2030/31.
"""
PARKS_PAPER = replace(paper("parks.txt", "minutes", date(2031, 5, 6), PARKS), body="Parks Panel")


@pytest.fixture(scope="module")
def bot(tmp_path_factory):
    return bot_on(tmp_path_factory.mktemp("bot"), PAPERS | {"parks.txt": PARKS_PAPER})


def ask(bot, question, **allowed):
    return bot.answer(Turn(question), Filter(**allowed))


def test_a_name_that_no_paper_holds_is_somebody_else_s_where_the_rest_is_found(bot):
    answer = ask(bot, "What did Councillor Pemberton say about the band stand wanting paint?")
    assert answer.reason == "other_person"
    assert "“Pemberton”" in answer.text
    assert answer.citations[0].quote.startswith("Councillor Thistledown")


def test_a_place_that_no_paper_holds_is_not_found(bot):
    answer = ask(bot, "What was resolved on the band stand at Wexcombe?")
    assert (answer.abstained, answer.reason) == (True, "nothing_found")
    assert "“Wexcombe”" in answer.text


def test_another_year_is_said_with_what_was_found(bot):
    answer = ask(bot, "What was resolved on the band stand in 2024?")
    assert answer.reason == "other_year"
    assert "for another time, Parks Panel, 6 May 2031" in answer.text


def test_what_another_body_did_is_not_told_as_this_one_s(bot):
    answer = ask(bot, "What did the Harbour Committee resolve on painting the band stand?")
    assert answer.reason == "other_body"


def test_a_meeting_that_is_not_held_is_told_with_the_nearest_that_are(bot):
    answer = ask(bot, "What did the Harbour Committee decide on the quay wall in May 2029?")
    assert answer.reason == "not_held"
    assert "The nearest of those held of it: 4 March 2031 and 1 July 2031." in answer.text


def test_the_nearest_meetings_are_those_that_the_reader_may_see(bot):
    answer = ask(bot, "What did the Harbour Committee decide on the quay wall in May 2029?", since=date(2031, 6, 1))
    assert "4 March 2031" not in answer.text


def test_what_a_later_paper_tells_of_a_meeting_that_is_not_held_is_answered(tmp_path):
    later = paper(
        "later.txt",
        "minutes",
        date(2031, 9, 2),
        "text|1||1. It was recalled that on 6 May 2029 the Harbour Committee decided to paint the quay wall white.",
    )
    answer = bot_on(tmp_path, {"later.txt": later}).answer(
        Turn("What did the Harbour Committee decide on the quay wall on 6 May 2029?")
    )
    assert not answer.abstained


def test_a_day_on_which_no_meeting_is_held_is_not_held_whatever_the_body_is_called(bot):
    assert ask(bot, "What was resolved on the quay wall at the meeting of 11 May 2030?").reason == "not_held"


def test_a_refusal_says_what_was_looked_for_and_where(bot):
    answer = ask(bot, "What was agreed on swans wearing bells?")
    assert answer.abstained
    assert "Looked for: agreed, swans, wearing, bells in 4 papers of Harbour Committee, Parks Panel" in answer.text


def test_the_year_of_an_until_is_not_lent_by_every_earlier_meeting(bot):
    assert ask(bot, "Was the boating lake closed to swans until March 2051?").reason == "other_year"


@pytest.mark.parametrize(
    "question",
    [
        "Thank you very much!",
        "Who are you?",
        "What is the weather like today?",
        "Do you have a recipe for lasagne?",
        "Who won the cup final?",
        "What should I wear to a wedding in July?",
        "Write me a poem about the quay wall.",
        "What is the capital of France?",
        "What is 17 times 4?",
    ],
)
def test_what_no_committee_s_papers_answer_is_off_topic(bot, question):
    assert ask(bot, question).reason == "off_topic"


@pytest.mark.parametrize(
    "question", ["What did the winter weather cost us?", "What was said on the capital of the scheme?"]
)
def test_what_a_committee_may_speak_of_is_no_other_topic(bot, question):
    assert ask(bot, question).reason != "off_topic"


COUNTY = """
heading|3||3. Storm of 2030
text|3|3. Storm of 2030|In respect of the storm Orrendale City and County Council spent £419,661 on walls.
text|3|3. Storm of 2030|It was agreed to put the kiosk forward for Ferry Partnership money.
"""


@pytest.fixture(scope="module")
def county(tmp_path_factory):
    return bot_on(tmp_path_factory.mktemp("county"), {"may.txt": paper("may.txt", "minutes", date(2031, 5, 6), COUNTY)})


def test_a_council_is_known_by_its_place_alone(county):
    assert not ask(county, "How much did the storm cost Orrendale council in walls?").abstained


def test_a_fund_that_is_called_a_partnership_is_no_body_that_must_have_resolved(county):
    answer = ask(county, "What did the Harbour Committee agree to put forward for Ferry Partnership money?")
    assert not answer.abstained


def test_the_figure_that_a_question_gives_is_not_the_figure_it_asks_for(county):
    assert ask(county, "How many people did the £419,661 spent on storm walls help?").abstained


def test_a_reply_that_no_paper_has_is_not_made_of_the_question(bot):
    answer = ask(bot, "What answer did the swans' owners give about the boating lake being closed?")
    assert answer.abstained


def test_an_item_asked_for_by_number_and_day_is_told_whatever_else_is_asked(bot):
    answer = ask(bot, "What is item 3 of the Parks Panel minutes of 6 May 2031 about, and what would come afterwards?")
    assert "band stand" in answer.text


@pytest.fixture(scope="module")
def wards(tmp_path_factory):
    minutes = """
heading|5||5. Otters
resolution|5|5. Otters|Resolved: That the holts be fenced by the Council.
text|5|5. Otters|The November 2030 otter count was verified at 14 on the two rivers.
"""
    held = paper("board.txt", "minutes", date(2031, 1, 14), minutes)
    body = "Marlhaven Local Wildlife Rivers Board"
    return bot_on(tmp_path_factory.mktemp("wards"), PAPERS | {"board.txt": replace(held, body=body)})


def test_a_body_is_known_by_its_name_with_words_left_out(wards):
    assert not ask(wards, "What did the Wildlife Board resolve on the holts of otters?").abstained


def test_a_month_of_another_year_is_not_the_month_asked_about(wards):
    assert ask(wards, "What was the verified otter count for November 2031?").reason == "other_year"
    assert not ask(wards, "What was the verified otter count for November 2030?").abstained


def test_a_word_that_the_papers_put_otherwise_does_not_hide_what_the_named_meeting_decided(bot):
    answer = ask(bot, "What did the Parks Panel agree to do in May 2031 to spruce the band stand?")
    assert "painted green" in answer.text


def test_a_figure_of_the_question_that_stands_in_the_words_shows_them_to_be_meant(bot):
    assert "painted green" in ask(bot, "What was the £900 for freshening the band stand?").text


WEIR = """
heading|{n}||{n}. The weir
text|{n}|{n}. The weir|The weir was spoken of{more}.
"""


def test_a_matter_that_many_meetings_spoke_of_is_told_where_it_is_asked_what_was_said_of_it(tmp_path):
    several = {
        f"weir{n}.txt": paper(f"weir{n}.txt", "minutes", date(2030, n, 4), WEIR.format(n=n, more=" again" * n))
        for n in range(1, 9)
    }
    answer = bot_on(tmp_path, several).answer(Turn("What did the members hear about the weir?"))
    assert len({citation.file for citation in answer.citations}) > 1
