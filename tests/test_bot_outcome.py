from datetime import date

from bot_papers import bot_on, paper

from bot.types import Turn

MOTIONS = """
heading|3||3. Notice of motion: ferry fares
motion|3|3. Notice of motion: ferry fares|"That the Committee makes the ferry free for islanders."
text|3|3. Notice of motion: ferry fares|Councillor Pell spoke of the cost. With the consent of the meeting Councillor Thorn withdrew the motion.
heading|4||4. Notice of motion: lobster pots
motion|4|4. Notice of motion: lobster pots|I will move that lobster pots be banned from the quay.
motion|4|4. Notice of motion: lobster pots|It was proposed by Councillor Pell and seconded by Councillor Oram that the motion be adopted. There voted 3 in favour and 3 against. The Chair used his casting vote against it.
heading|5||5. Beacon
motion|5|5. Beacon|It was moved by Councillor Thorn that the beacon be painted red.
motion|5|5. Beacon|An amendment was moved by Councillor Pell that it be painted white. The amendment was carried by 4 votes to 2.
resolution|5|5. Beacon|RESOLVED: That the beacon be painted white.
heading|9||9. Notice of motion: regatta
motion|9|9. Notice of motion: regatta|I will move that £900 of the harbour dues be given to the regatta.
motion|9|9. Notice of motion: regatta|It was proposed by Councillor Pell and seconded by Councillor Oram that the motion be adopted. On a show of hands there were 3 for and 3 against. The Chair used his casting vote against it.
heading|6||6. Weighbridge
text|6|6. Weighbridge|The report recommended that the weighbridge be sold for scrap.
resolution|6|6. Weighbridge|RESOLVED –
resolution|6,1|6. Weighbridge|1. That the weighbridge be kept and oiled.
"""
NEXT_MATTER = """
heading|7||7. Matters from the harbour office
heading|7|7. Matters from the harbour office|Crane
motion|7|Crane|It was moved by Councillor Thorn that the crane be hired out to the railway.
heading|7|Crane|Winch
resolution|7|Winch|RESOLVED: That the winch be repaired.
"""


def ask(folder, text, question):
    return bot_on(folder, {"may.txt": paper("may.txt", "minutes", date(2031, 5, 6), text)}).answer(Turn(question))


def test_a_motion_is_told_with_the_words_that_withdraw_it(tmp_path):
    answer = ask(tmp_path, MOTIONS, "Did the Committee make the ferry free for islanders?")
    assert "withdrew the motion" in answer.text
    assert "resolved" not in answer.text


def test_a_vote_is_quoted_as_far_as_the_casting_vote_that_decided_it(tmp_path):
    answer = ask(tmp_path, MOTIONS, "Were lobster pots banned from the quay?")
    assert "casting vote against" in answer.text


def test_that_a_motion_be_adopted_is_proposed_and_does_not_end_it(tmp_path):
    answer = ask(tmp_path, MOTIONS, "Did the regatta get £900 of the harbour dues?")
    assert "casting vote against" in answer.text


def test_what_became_of_an_amendment_does_not_end_the_motion(tmp_path):
    answer = ask(tmp_path, MOTIONS, "Was it moved that the beacon be painted red?")
    assert "RESOLVED: That the beacon be painted white." in [c.quote for c in answer.citations]


def test_a_recommendation_of_a_report_is_told_with_the_clause_that_was_resolved(tmp_path):
    answer = ask(tmp_path, MOTIONS, "Has the weighbridge been sold for scrap?")
    assert "1. That the weighbridge be kept and oiled." in [c.quote for c in answer.citations]
    assert "RESOLVED –" not in [c.quote for c in answer.citations]


def test_another_matter_under_the_same_number_does_not_end_a_motion(tmp_path):
    answer = ask(tmp_path, NEXT_MATTER, "Who moved that the crane be hired out to the railway?")
    assert answer.citations[0].quote.startswith("It was moved by Councillor Thorn that the crane")
    assert "winch" not in answer.text
