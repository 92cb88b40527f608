import pytest

from bot.query.asking import wants_of


@pytest.mark.parametrize(
    ("text", "wants"),
    [
        ("What was resolved on apprentices?", "resolved"),
        ("How did members vote on the quay wall?", "vote"),
        ("Why was the slipway shut?", "why"),
        ("How much did the quay wall cost?", "money"),
        ("What share of tolls was paid?", "quantity"),
        ("How many bollards were loose?", "quantity"),
        ("When does the committee next meet?", "when"),
        ("What did the Cabinet decide when it sat in June?", "resolved"),
        ("What is the number of berths at the quay?", "quantity"),
        ("Who chairs the Harbour Committee?", "who"),
        ("What did the report recommend?", "recommended"),
        ("What is the MCF for?", "meaning"),
        ("Has the quay wall been mended?", "anything"),
        ("What are the objectives in the strategy?", "list"),
    ],
)
def test_what_a_question_wants_is_read(text, wants):
    assert wants_of(text) == wants


@pytest.mark.parametrize(
    ("text", "wants"),
    [
        ("The ferry was to run a service for those who fish. Did it happen?", "anything"),
        ("Did the panel send the ferry decision back?", "anything"),
        ("What did planning members do with the kiosk scheme?", "resolved"),
        ("What lay behind the flood on the quay?", "why"),
        ("What answer did the Minister give about the quay?", "anything"),
        ("How many councillors went against the kiosk?", "vote"),
        ("And who seconded it?", "who"),
        ("How large was the lottery grant for the quay?", "money"),
        ("What yearly saving was the panel told of, and what was that later put right to?", "money"),
        ("How did the harbour panel divide on the kiosk?", "vote"),
        ("How narrow was the decision on the kiosk?", "vote"),
        ("How did the number of moorings change?", "quantity"),
        ("What were officers advising on the old slipway?", "recommended"),
        ("New to the harbour: what does MRP mean?", "meaning"),
        ("Old slipway - what did we pay?", "money"),
        ("What does the Forum think every port should publish?", "anything"),
        ("What do they mean by MCF?", "meaning"),
        ("What does MCF stand for?", "meaning"),
        ("What is the slipway fund for?", "meaning"),
        ("How much did the flood set the harbour back?", "money"),
        ("What rent does the boatyard owe?", "money"),
        ("By how much did the harbour dues rise?", "quantity"),
        ("How much longer is the quay than the slipway?", "quantity"),
        ("Old slipway purchase price council", "money"),
        ("What did the panel decide about what we pay?", "resolved"),
        ("Ferry moorings in use - number?", "quantity"),
        ("Minute number 12 on the quay", "anything"),
    ],
)
def test_the_kind_of_a_question_is_read_from_what_asks(text, wants):
    assert wants_of(text) == wants


@pytest.mark.parametrize(
    ("text", "wants"),
    [
        ("Who's to paint the kiosk?", "who"),
        ("Which councillors spoke of the members who fish?", "who"),
        ("By when must the kiosk be let?", "when"),
        ("What will the new bridge over the Marl cost?", "money"),
        ("What do the minutes say of members who fish?", "anything"),
        ("Which moorings are free?", "list"),
        ("Which mooring is free?", "anything"),
        ("Is the number 7 ferry to stop?", "anything"),
        ("What was Cllr. Ash to bring back?", "promised"),
        ("", "anything"),
    ],
)
def test_what_is_asked_for_is_read_from_the_question_word_and_what_stands_near_it(text, wants):
    assert wants_of(text) == wants
