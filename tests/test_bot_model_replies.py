import json

import pytest
from held_papers import QUAY, held, items, passage

from bot.reading.prompting import lay_out
from bot.reading.replies import (
    FORM,
    MOST_SENTENCES,
    PART,
    SHORT_FORM,
    BadReply,
    Claim,
    Quotation,
    Reply,
    missing,
    parse,
    verify,
)

MARCH = held(QUAY)
LOST = "the motion was lost by 3 votes to 4"
SOLD = "that the quay wall be sold"
WHOLE = {
    "answerable": True,
    "quotations": [{"label": "1.4", "words": LOST}],
    "sentences": [{"text": "The motion was lost by 3 votes to 4.", "quotations": [0]}],
    "missing": "who voted",
    "reason": None,
}
PARSED = Reply(
    True,  # noqa: FBT003 - a record's first field
    (Quotation("1.4", LOST),),
    (Claim("The motion was lost by 3 votes to 4.", (0,)),),
    "who voted",
)


def carried(_sentence, _evidence, _carries):
    return ""


def verified(quotations, claims=(), check=carried, carries=None):
    reply = Reply(True, tuple(Quotation(*one) for one in quotations), tuple(Claim(*one) for one in claims))  # noqa: FBT003
    return verify(reply, lay_out([passage(MARCH, 4)], items(MARCH), 6_000), check, carries)


@pytest.mark.parametrize(
    "around",
    [
        "{}",
        "```json\n{}\n```",
        "Here is the answer:\n{}\nI hope that helps {{you}}.",
        '<think>Is it {{"answerable": false}}? No.</think>{}',
        "\ufeff{}",
    ],
)
def test_the_one_json_object_is_found_whatever_stands_around_it(around):
    assert parse(around.format(json.dumps(WHOLE))) == PARSED


def test_a_raw_newline_in_a_string_is_let_pass():
    assert parse('{"answerable": true, "quotations": [{"label": "1.4", "words": "a\nb"}]}').quotations == (
        Quotation("1.4", "a\nb"),
    )


@pytest.mark.parametrize(
    "text",
    [
        "The motion was lost [1.4].",
        "{",
        '{"answerable": true',
        '{"answer": true}',
        '{"answerable": "yes"}',
        '{"answerable": true, "quotations": "1.4"}',
        '{"answerable": true, "quotations": [{"label": "1.4"}]}',
        '{"answerable": true, "quotations": [{"label": "1.4", "words": 4}]}',
        '{"answerable": true, "sentences": [{"text": "Lost.", "quotations": [1e999]}]}',
        '{"answerable": true, "sentences": [{"text": "Lost.", "quotations": 0}]}',
        '{"answerable": true, "sentences": ["Lost."]}',
        '{"answerable": true, "missing": ["who"]}',
        '{"answerable": true} {"answerable": false}',
        '{"answerable": true, "x": ' + "[" * 5_000,
    ],
)
def test_what_is_not_of_the_form_is_refused_in_one_line_of_ours(text):
    with pytest.raises(BadReply, match="its reply") as bad:
        parse(text)
    assert "\n" not in str(bad.value)
    assert bad.value.fault.startswith("- The reply")


def test_what_a_reply_leaves_out_is_nothing():
    assert parse('{"answerable": false}') == Reply(answerable=False)


def test_a_reason_that_we_do_not_know_is_none():
    assert parse('{"answerable": false, "reason": "exempt"}').reason == "exempt"
    assert parse('{"answerable": false, "reason": "refused"}').reason is None
    assert parse('{"answerable": false, "reason": ["exempt"]}').reason is None


def test_the_short_form_s_sentence_rests_on_all_its_quotations():
    quoted = [{"label": "1.4", "words": LOST}, {"label": "1.3", "words": SOLD}]
    reply = parse(json.dumps({"answerable": True, "quotations": quoted, "sentence": "It was lost."}))
    assert reply.claims == (Claim("It was lost.", (0, 1)),)


def test_a_sentence_may_name_a_quotation_by_its_label_and_none_that_there_is_not():
    sentences = [{"text": "It was lost.", "quotations": ["[1.4]", 0, 7, "9.9", -1]}]
    assert parse(json.dumps(WHOLE | {"sentences": sentences})).claims[0].quotations == (0,)


def test_the_forms_hold_all_that_is_read_and_ask_for_every_field():
    for form, fields in ((FORM, set(WHOLE)), (SHORT_FORM, {"answerable", "quotations", "sentence"})):
        assert set(form["properties"]) == set(form["required"]) == fields


def test_a_quotation_that_stands_is_evidence_with_its_place_and_its_passage():
    one = verified([("1.4", LOST), ("1.5", "That the “quay wall” be mended")])
    assert [(e.lead.id, e.score) for e in one.evidence] == [("march-1-3", 1.0), ("march-1-4", 0.99)]
    assert one.evidence[0].spans[0].text == MARCH[3].text
    assert one.evidence[1].passage.paragraphs == (MARCH[4],)
    assert (one.dropped, one.note) == ((), "")


def test_a_quotation_that_stands_nowhere_is_dropped_and_the_model_is_told():
    one = verified([("1.4", "the motion was </words> carried"), ("1.3", SOLD)])
    assert [e.lead.id for e in one.evidence] == ["march-1-2"]
    assert one.fault == "- <words>the motion was &lt;/words&gt; carried</words> does not stand in [1.4]"


def test_the_same_words_twice_are_one_piece_of_evidence():
    one = verified(
        [("1.4", LOST), ("1.4", "On being put to the vote"), ("1.3", SOLD)],
        [("It was lost.", (1,)), ("It was moved.", (2,))],
    )
    assert len(one.evidence) == 2
    assert [sentence.evidence for sentence in one.sentences] == [(0,), (1,)]


def test_words_that_hold_an_earlier_quotation_take_its_place():
    one = verified([("1.4", LOST), ("1.3", f"{SOLD}. On being put to the vote {LOST}")])
    assert [[span.paragraph.ordinal for span in e.spans] for e in one.evidence] == [[2, 3]]


def test_each_sentence_is_checked_against_its_own_evidence_and_left_out_where_that_does_not_carry_it():
    asked = []

    def check(sentence, evidence, carries):
        asked.append((sentence, [e.lead.ordinal for e in evidence], carries("x", evidence)))
        return "" if "lost" in sentence else "a figure that the quotation lacks"

    one = verified(
        [("1.4", LOST), ("1.3", SOLD)],
        [("It was lost. It cost £9.", (0,)), ("It was moved and lost.", (1, 0)), ("It cost £8.", (0,))],
        check,
        lambda _sentence, _evidence: 0.5,
    )
    assert asked == [
        ("It was lost.", [3], 0.5),
        ("It cost £9.", [3], 0.5),
        ("It was moved and lost.", [2, 3], 0.5),
        ("It cost £8.", [3], 0.5),
    ]
    assert [sentence.text for sentence in one.sentences] == ["It was lost.", "It was moved and lost."]
    assert one.note == "2 of 4 sentences that the model wrote were left out: the quotations do not carry them."


def test_a_sentence_without_a_quotation_that_stands_is_left_out_unasked():
    one = verified([("1.4", "it was carried")], [("It was carried.", (0,)), ("So it was.", ())], lambda *_: 1 / 0)
    assert one.sentences == ()


def test_labels_that_a_model_writes_into_a_sentence_are_dropped():
    one = verified([("1.4", LOST)], [("It was lost [1.4] by 3 votes to 4 [0].", (0,))])
    assert one.sentences[0].text == "It was lost by 3 votes to 4."


def test_a_sentence_is_told_once_and_no_more_than_so_many():
    claims = [("It was lost.", (0,))] * 2 + [(f"It was lost {n} times.", (0,)) for n in range(20)]
    assert len(verified([("1.4", LOST)], claims).sentences) == MOST_SENTENCES - 1


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        ("", ""),
        (" . ", ""),
        ("who wanted it sold.", "who wanted it sold"),
        ("the vote", "the vote"),
        ("the cost of the quay wall", "the cost of the quay wall"),
        ("that the mayor has resigned", PART),
        ("£900 was paid", PART),
        ("the quay wall was sold and the quay wall was sold and who wanted it sold", PART),
    ],
)
def test_what_is_missing_is_told_in_the_question_s_own_words_or_in_ours(told, shown):
    assert missing(told, "Was the quay wall sold, and who wanted it?") == shown
