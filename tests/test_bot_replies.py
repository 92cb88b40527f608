"""The reply to a question that was put at a meeting is told with it."""

from evidence_papers import evidence_of, minutes, papers, texts

from bot.followthrough.replies import with_replies

ASKED = """
text|4|4. Footbridge|Councillor Pell asked whether money would be found this year for the footbridge.
text|4|4. Footbridge|Answer
text|4|4. Footbridge|The Clerk replied that there was no change to the answer given in May.
text|5|5. Kiosk|Councillor Pell asked when the kiosk on the quay would open.
text|6|6. Gulls|The Clerk replied that gulls were no business of the Committee.
text|7|7. Lamps|Councillor Pell asked for a lamp, and the Clerk agreed.
text|7|7. Lamps|The Clerk replied to another question.
"""
PAPER = minutes(ASKED)


def told(words):
    return texts(with_replies([evidence_of(PAPER, words)], papers(PAPER)))


def test_a_question_that_was_put_is_quoted_with_its_reply():
    assert told(PAPER[0].text) == [PAPER[0].text, PAPER[2].text]


def test_the_reply_of_another_item_is_not_told_as_the_reply():
    assert told(PAPER[3].text) == [PAPER[3].text]


def test_what_tells_question_and_answer_hears_no_other_reply():
    assert told(PAPER[5].text) == [PAPER[5].text]
