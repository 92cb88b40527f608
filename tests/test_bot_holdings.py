from dataclasses import replace
from datetime import date

import pytest
from bot_papers import PAPERS, bot_on, paper

from bot.types import Turn
from index.types import Filter

PARKS = """
heading|3||3. Band stand
text|3|3. Band stand|Councillor Thistledown said that the band stand wanted paint.
resolution|3,(1)|3. Band stand|(1) That the band stand be painted green at a cost of £900.
heading|4||4. Boating lake
resolution|4|4. Boating lake|RESOLVED –
resolution|4,(1)|4. Boating lake|(1) That the boating lake be closed to swans.
resolution|4,(2)|4. Boating lake|(2) That the report be noted.
resolution|4,(3)|4. Boating lake|(3) That the oars be sold.
resolution|4,(4)|4. Boating lake|(4) That the pier be swept weekly.
resolution|4,(5)|4. Boating lake|(5) That the keeper be thanked.
resolution|4,(6)|4. Boating lake|(6) That two boats be bought.
heading|5||5. Any other business
"""
CLOSED = """
exempt|||NOT FOR PUBLICATION by virtue of paragraph 3 of Schedule 12A
text|1||1.1 The marzipan contract is worth £99,000.
"""
HELD = PAPERS | {
    "parks.txt": replace(paper("parks.txt", "minutes", date(2021, 5, 6), PARKS), body="Parks Panel"),
    "secret.txt": paper("secret.txt", "report", date(2021, 8, 1), CLOSED, "Secret"),
}


@pytest.fixture(scope="module")
def bot(tmp_path_factory):
    return bot_on(tmp_path_factory.mktemp("bot"), HELD)


def ask(bot, question, **allowed):
    return bot.answer(Turn(question), Filter(**allowed))


@pytest.mark.parametrize(
    "question",
    [
        "What do you hold?",
        "Which committees do you have papers of?",
        "Which bodies do you cover?",
        "what papers are held?",
    ],
)
def test_what_is_held_is_told_body_by_body(bot, question):
    answer = ask(bot, question)
    assert not answer.abstained
    assert "- Parks Panel: 1 paper of 1 meeting, 6 May 2021" in answer.text.splitlines()


def test_what_is_held_is_what_the_reader_may_see(bot):
    text = ask(bot, "What do you hold?", bodies=frozenset(["Parks Panel"])).text
    assert "Harbour" not in text
    assert text.startswith("1 paper of 1 meeting")


def test_the_papers_of_a_body_in_a_year_are_listed(bot):
    answer = ask(bot, "Which papers do you have of the Harbour Committee in 2031?")
    assert "- Dredging the channel (report, 2 September 2031)" in answer.text
    assert "Parks" not in answer.text


@pytest.mark.parametrize(
    "question", ["When did the Harbour Committee meet in 2031?", "List the meetings of the Harbour Committee in 2031"]
)
def test_the_days_on_which_a_body_met_are_listed(bot, question):
    assert ask(bot, question).text.splitlines()[2:5] == [
        "- 4 March 2031: Harbour Committee",
        "- 1 July 2031: Harbour Committee",
        "- 2 September 2031: Harbour Committee",
    ]


def test_what_do_you_have_on_a_matter_is_a_search(bot):
    assert "papers of" not in ask(bot, "What do you have on the quay wall?").text.partition("\n")[0]


def test_when_a_body_met_somebody_is_a_search(bot):
    assert not ask(bot, "When did the Harbour Committee meet the Minister?").text.startswith("By the papers held")


def test_a_meeting_in_short_quotes_its_resolutions_and_says_how_many_are_shown(bot):
    answer = ask(bot, "Summarise the last meeting of the Parks Panel")
    assert answer.text.startswith("The meeting of the Parks Panel, 6 May 2021. 5 of 7 resolutions shown.")
    assert "3. Band stand: resolved “(1) That the band stand be painted green at a cost of £900.” [1]" in answer.text
    assert "5. Any other business" in answer.text
    assert "be noted" not in answer.text
    assert len(answer.citations) == 5


def test_a_meeting_in_short_asks_back_which_body_is_meant(bot):
    answer = ask(bot, "Summarise the last meeting")
    assert "Which body's meeting is meant?" in answer.text
    assert "- Parks Panel: 6 May 2021" in answer.text


@pytest.mark.parametrize("called", ["the Panel", "our panel in May 2021"])
def test_a_part_of_a_name_that_one_body_alone_has_names_it_for_a_summary(bot, called):
    assert ask(bot, f"Summarise the last meeting of {called}").text.startswith(
        "The meeting of the Parks Panel, 6 May 2021"
    )


def test_another_body_s_name_with_a_word_in_common_is_not_taken_for_one_held(bot):
    assert "Which body's meeting is meant?" in ask(bot, "Summarise the last meeting of the Parks Trust").text


@pytest.mark.parametrize(
    "question",
    [
        "When did the Parks Panel last meet?",
        "When was the last meeting of the Parks Panel?",
        "When was the last Parks Panel meeting held?",
        "What was the date of the latest meeting of the Parks Panel?",
    ],
)
def test_when_a_body_last_met_is_one_day(bot, question):
    assert ask(bot, question).text == "By the papers held, the Parks Panel last met on 6 May 2021."


def test_the_last_meeting_of_nobody_in_particular_is_told_for_each_body(bot):
    text = ask(replace(bot, today=lambda: date(2031, 9, 9)), "When was the last meeting?").text
    assert "- Harbour Committee: 2 September 2031 (no minutes are held)" in text
    assert "- Parks Panel: 6 May 2021" in text


def test_the_last_meeting_about_a_matter_is_a_search(bot):
    question = "When was the last meeting of the Harbour Committee about the quay wall?"
    assert not ask(bot, question).text.startswith("By the papers held")


def test_whether_a_thing_was_ever_discussed_is_told_by_dated_lines(bot):
    answer = ask(bot, "Has the quay wall ever been discussed?")
    assert answer.text.startswith(
        "Yes: the papers held speak of “quay wall” at 2 meetings, first on 4 March 2031 and last on 1 July 2031."
    )
    assert [citation.date for citation in answer.citations] == [date(2031, 3, 4), date(2031, 7, 1)]


def test_what_was_never_discussed_is_declined(bot):
    assert ask(bot, "Has the trombone ever been discussed?").abstained


def test_a_restricted_paper_is_no_mention(bot):
    answer = ask(bot, "Has the marzipan contract ever been discussed?")
    assert answer.abstained
    assert "99,000" not in answer.text


def test_a_body_outside_the_reader_s_filter_is_not_told_of(bot):
    answer = ask(bot, "Summarise the last meeting of the Parks Panel", bodies=frozenset(["Harbour Committee"]))
    assert "swans" not in answer.text


def test_the_last_meeting_is_the_last_by_the_day_that_it_is(bot):
    then = replace(bot, today=lambda: date(2031, 4, 1))
    assert ask(then, "Summarise the last meeting of the Harbour Committee").text.startswith(
        "The meeting of the Harbour Committee, 4 March 2031"
    )
    later = replace(bot, today=lambda: date(2031, 8, 1))
    assert ask(later, "Summarise the last meeting of the Harbour Committee").text.startswith(
        "The meeting of the Harbour Committee, 1 July 2031"
    )
