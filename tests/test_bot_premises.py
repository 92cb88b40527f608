"""What a question takes as given and the papers contradict is told as such; what they may bear out, and open questions, are not."""

from dataclasses import replace
from datetime import date

import pytest
from bot_papers import bot_on, paper

from bot.answerability.premises import Ended, presupposed
from bot.types import Turn

MAY = """
heading|3||3. Lido grant
text|3|3. Lido grant|The Friends of the Lido had asked for a grant of £400 towards new towels.
recommendation|3|3. Lido grant|The Treasurer recommended that the grant be refused.
resolution|3|3. Lido grant|RESOLVED: That the grant of £400 be approved.
heading|4||4. Ferry
motion|4|4. Ferry|It was moved by Councillor Thorn and seconded by Councillor Pell that the ferry be closed in winter.
vote|4|4. Ferry|On being put to the vote the motion was lost by 3 votes to 4.
resolution|4|4. Ferry|RESOLVED: That the ferry be painted blue.
heading|5||5. Kiosk rents
text|5|5. Kiosk rents|The Estates Officer presented a paper on the rents of the kiosks.
resolution|5|5. Kiosk rents|RESOLVED: That consideration of the kiosk rents be deferred to the autumn.
heading|6||6. Beach huts
text|6|6. Beach huts|Members discussed the tender of Marl Joinery for twelve beach huts.
text|6|6. Beach huts|The Committee rejected the Marl Joinery tender for the beach huts.
heading|7||7. Donkey rides
text|7|7. Donkey rides|An application for donkey rides on the sands was considered.
text|7|7. Donkey rides|It was agreed unanimously that the application be granted.
heading|8||8. Pier lamps
text|8|8. Pier lamps|Councillor Pell withdrew the pier lamps motion.
text|8|8. Pier lamps|The pier lamps motion was withdrawn.
heading|9||9. Crab festival budget
text|9|9. Crab festival budget|The crab festival budget was unanimously approved.
heading|10||10. Sea wall railings
text|10|10. Sea wall railings|The request for sea wall railings was not approved.
heading|11||11. Whelk stall
resolution|11|11. Whelk stall|RESOLVED: That the whelk stall licence be refused.
heading|12||12. Regatta fee
resolution|12|12. Regatta fee|RESOLVED: That the regatta fee be approved.
heading|13||13. Tide clock
motion|13|13. Tide clock|It was moved that the tide clock be mended.
text|13|13. Tide clock|An amendment to sell the tide clock was lost. The motion to mend the tide clock was carried.
heading|14||14. Bandstand
resolution|14|14. Bandstand|RESOLVED: That the minutes of the bandstand grant panel be approved.
heading|15||15. Planning
resolution|15|15. Planning|RESOLVED: That the oyster shed extension be approved subject to a survey.
heading|16||16. Gulls
text|16|16. Gulls|Councillor Thorn said that the gull netting scheme was approved by everybody he had met.
heading|17||17. Applications
text|17|17. Applications|The kite shop application was talked about at length.
resolution|17|17. Applications|RESOLVED: That the tea room application be approved.
"""
SEPTEMBER = """
heading|3||3. Whelk stall
text|3|3. Whelk stall|The Clerk reported a second letter from the whelk stall.
resolution|3|3. Whelk stall|RESOLVED: That the whelk stall licence be approved.
heading|4||4. Regatta fee
resolution|4|4. Regatta fee|RESOLVED: That the decision of May on the regatta fee be rescinded and the regatta fee refused.
"""
HAMLET = """
heading|3||3. Planning
resolution|3|3. Planning|RESOLVED: That the boathouse planning application be approved.
"""
HELD = {
    "may.txt": paper("may.txt", "minutes", date(2031, 5, 6), MAY),
    "september.txt": paper("september.txt", "minutes", date(2031, 9, 2), SEPTEMBER),
    "hamlet.txt": replace(paper("hamlet.txt", "minutes", date(2031, 6, 3), HAMLET), body="Little Orren Parish Council"),
}


@pytest.fixture(scope="module")
def bot(tmp_path_factory):
    return bot_on(tmp_path_factory.mktemp("premise"), HELD)


LIDO, FERRY, KIOSKS = "grant of £400 be approved", "the motion was lost", "kiosk rents be deferred"
HUTS, DONKEYS, LAMPS = "rejected the Marl Joinery tender", "the application be granted", "motion was withdrawn"
CRABS, RAILINGS, OYSTERS = "was unanimously approved", "was not approved", "extension be approved"


@pytest.mark.parametrize(
    ("question", "quoted"),
    [
        ("Why was the lido grant refused?", LIDO),
        ("Why did the Committee reject the lido grant?", LIDO),
        ("On what grounds was the lido grant turned down?", LIDO),
        ("What reasons did the Harbour Committee give for refusing the lido grant?", LIDO),
        ("Why wasn't the lido grant approved?", LIDO),
        ("When was the lido grant deferred?", LIDO),
        ("What was said after the lido grant was refused?", LIDO),
        ("By how many votes was the motion to close the ferry carried?", FERRY),
        ("When did the Harbour Committee approve the kiosk rents?", KIOSKS),
        ("Why were the kiosk rents rejected?", KIOSKS),
        ("When was the Marl Joinery tender for the beach huts accepted?", HUTS),
        ("Why was the application for donkey rides refused?", DONKEYS),
        ("By what majority was the pier lamps motion carried?", LAMPS),
        ("Why was the crab festival budget rejected?", CRABS),
        ("What were the reasons for the refusal of the crab festival budget?", CRABS),
        ("When was the request for sea wall railings approved?", RAILINGS),
        ("Why was the oyster shed extension refused?", OYSTERS),
    ],
)
def test_what_the_papers_contradict_is_told_as_a_false_premise(bot, question, quoted):
    answer = bot.answer(Turn(question))
    assert (answer.abstained, answer.reason) == (True, "false_premise")
    assert answer.text.startswith("The papers held do not say that ")
    assert "What the papers say" in answer.text
    assert quoted in answer.citations[0].quote


@pytest.mark.parametrize(
    "question",
    [
        "Was the lido grant refused?",
        "Did the Committee reject the lido grant?",
        "What happened to the lido grant?",
        "Why was the lido grant approved?",
        "Why was the lido grant recommended for refusal?",
        "Who recommended that the lido grant be refused?",
        "Why did the Treasurer refuse the lido grant?",
        "Why was the lido grant refused by Natural Heritage?",
        "Why was the lido grant initially refused?",
        "Was the lido grant approved or refused?",
        "When will the kiosk rents be approved?",
        "When were the kiosk rents deferred?",
        "Who seconded the motion to close the ferry?",
        "Who seconded the motion that was lost to close the ferry?",
        "By how many votes was the motion to sell the ferry carried?",
        "When was the ferry painted?",
        "Why was the Marl Joinery tender for the beach huts rejected?",
        "When was the request for sea wall railings refused?",
        "Why was the amendment on the tide clock lost?",
        "When was the motion on the tide clock carried?",
        "Why was the bandstand grant refused?",
        "Why was the boathouse planning application refused?",
        "Why was the gull netting scheme rejected?",
        "Why was the donkey sanctuary grant refused?",
        "Why was the kite shop application refused?",
    ],
)
def test_open_questions_and_what_the_papers_may_bear_out_have_no_false_premise(bot, question):
    assert bot.answer(Turn(question)).reason != "false_premise"


@pytest.mark.parametrize(
    "question",
    [
        "Why was the whelk stall licence refused?",
        "When was the whelk stall licence approved?",
        "Why was the regatta fee refused?",
        "When was the regatta fee approved?",
    ],
)
def test_what_another_meeting_decided_otherwise_bears_a_premise_out(bot, question):
    assert bot.answer(Turn(question)).reason != "false_premise"


def test_a_year_that_is_not_held_comes_before_a_false_premise(bot):
    assert bot.answer(Turn("Why was the lido grant refused in 2024?")).reason == "other_year"


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Why was the lido grant refused?", "the lido grant was refused"),
        ("When did the Harbour Committee reject the kiosk rents?", "the kiosk rents were refused"),
        ("Why was the Marl Joinery tender for the huts not rejected?", ""),
    ],
)
def test_what_is_taken_as_given_is_said_as_a_clause(bot, question, said):
    assert (f"do not say that {said}." in bot.answer(Turn(question)).text) == bool(said)


@pytest.mark.parametrize(
    "question", ["Was it refused?", "Why is he late?", "Why was it recommended that it be refused?"]
)
def test_what_is_asked_or_only_advised_is_not_taken_as_given(question):
    assert presupposed(question) is None


@pytest.mark.parametrize(
    ("question", "thing", "ending"),
    [
        ("Why was the tender not accepted?", "the tender", "refused"),
        ("What reasons were given for deferring the swings?", "the swings", "deferred"),
        ("Why wasn't the loan approved?", "the loan", "refused"),
        ("What was said after the loan was refused?", "the loan", "refused"),
    ],
)
def test_an_ending_is_read_with_what_denies_it(question, thing, ending):
    assert presupposed(question) == Ended(thing, ending)
