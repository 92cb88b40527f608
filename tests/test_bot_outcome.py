"""What became of a motion, an amendment or a recommendation is told with it."""

import pytest
from evidence_papers import evidence_of, minutes, papers, texts
from held_papers import query

from bot.followthrough.outcome import proposes_only, told_whole
from bot.types import MOST_CITATIONS

FERRY = """
heading|3||3. Notice of motion: ferry fares
motion|3|3. Notice of motion: ferry fares|"That the Committee makes the ferry free for islanders."
text|3|3. Notice of motion: ferry fares|Councillor Pell spoke of the cost. With the consent of the meeting Councillor Thorn withdrew the motion.
"""
POTS = """
motion|4|4. Lobster pots|I will move that lobster pots be banned from the quay.
motion|4|4. Lobster pots|It was proposed by Councillor Pell and seconded by Councillor Oram that the motion be adopted. There voted 3 in favour and 3 against. The Chair used his casting vote against it.
"""
BEACON = """
motion|5|5. Beacon|It was moved by Councillor Thorn that the beacon be painted red.
motion|5|5. Beacon|An amendment was moved by Councillor Pell that it be painted white. The amendment was carried by 4 votes to 2.
text|5|5. Beacon|The amendment was carried and became the substantive motion.
resolution|5|5. Beacon|RESOLVED: That the beacon be painted white.
"""
WEIGHBRIDGE = """
text|6|6. Weighbridge|The report recommended that the weighbridge be sold for scrap.
resolution|6|6. Weighbridge|RESOLVED –
resolution|6,1|6. Weighbridge|1. That the weighbridge be kept and oiled.
"""
SCRAP = "The report recommended that the weighbridge be sold for scrap."
WINCH = """
motion|7|Crane|It was moved by Councillor Thorn that the crane be hired out to the railway.
heading|7|Winch|Winch
resolution|7|Winch|RESOLVED: That the winch be repaired.
"""
KIOSK = """
text|8|8. Kiosk|The officers' recommendation was that a kiosk on the quay be refused. Councillor Oram liked kiosks.
resolution|8|8. Kiosk|RESOLVED: That the kiosk be allowed.
"""


def told(text, words, question="What became of it?"):
    paper = minutes(text)
    return texts(told_whole(query(question), [evidence_of(paper, words)], papers(paper)))


@pytest.mark.parametrize(
    ("text", "words", "ending"),
    [
        (FERRY, '"That the Committee makes', "withdrew the motion."),
        (POTS, "I will move that lobster pots be banned", "casting vote against it."),
        (BEACON, "It was moved by Councillor Thorn that the beacon be painted red.", "be painted white."),
        (WEIGHBRIDGE, SCRAP, "1. That the weighbridge be kept and oiled."),
        (KIOSK, "The officers' recommendation was that a kiosk on the quay be refused.", "be allowed."),
    ],
)
def test_what_is_proposed_is_followed_by_the_words_that_end_it(text, words, ending):
    *_, last = told(text, words)
    assert last.endswith(ending)


def test_the_words_that_end_it_run_on_in_the_same_quotation_where_they_stand_there():
    assert told(
        POTS, "It was proposed by Councillor Pell and seconded by Councillor Oram that the motion be adopted."
    ) == [minutes(POTS)[1].text]


def test_a_bare_lead_in_is_not_quoted_for_the_clause_that_it_leads_up_to():
    assert "RESOLVED –" not in told(WEIGHBRIDGE, SCRAP)


def test_another_matter_under_the_same_number_does_not_end_a_motion():
    assert len(told(WINCH, "It was moved by Councillor Thorn")) == 1


def test_a_question_of_what_was_said_hears_no_outcome_of_running_text():
    assert len(told(WEIGHBRIDGE, SCRAP, "Why was the weighbridge to be sold?")) == 1


def test_what_became_of_a_matter_is_not_quoted_twice():
    paper = minutes(FERRY)
    chosen = [evidence_of(paper, '"That the Committee makes'), evidence_of(paper, paper[2].text)]
    assert told_whole(query("Is the ferry free?"), chosen, papers(paper)) == chosen


def test_a_motion_is_left_out_where_there_is_no_room_for_what_became_of_it():
    paper = minutes(FERRY + "".join(f"text|9|9. Weather|It rained on day {n}.\n" for n in range(5)))
    rain = [evidence_of(paper, f"It rained on day {n}.") for n in range(MOST_CITATIONS)]
    motion = evidence_of(paper, '"That the Committee makes')
    first = told_whole(query("What of the ferry?"), [motion, *rain[1:]], papers(paper))
    assert len(first) == MOST_CITATIONS
    assert "withdrew the motion" in first[1].text
    assert told_whole(query("What of the ferry?"), [*rain[1:], motion], papers(paper)) == rain[1:]


@pytest.mark.parametrize(
    ("words", "proposes"),
    [
        ("It was moved by Councillor Ash that the mast be cut.", True),
        ("It was moved by Councillor Ash that the mast be cut. The motion was lost.", False),
        ("It was moved by Councillor Ash that the mast be cut, and agreed.", False),
        ("The rigging was recommended by Councillor Ash.", True),
        ("The Clerk spoke of the proposed budget.", False),
    ],
)
def test_what_proposes_and_does_not_end(words, proposes):
    paper = minutes(f"text|1|1. Mast|{words}")
    assert proposes_only(query("What of the mast?"), evidence_of(paper, words)) is proposes


BUOYS = """
heading|9||9. Buoys
text|9|9. Buoys|The Clerk spoke of the state of the buoys in the north channel.
text|9|9. Buoys|Members discussed their colour.
resolution|9|9. Buoys|RESOLVED: That the buoys be painted green.
heading|10||10. Buoy ropes
resolution|10|10. Buoy ropes|RESOLVED: That the ropes of the buoys be tarred.
"""
DISCUSSED = "The Clerk spoke of the state of the buoys in the north channel."
GREEN = "RESOLVED: That the buoys be painted green."


def test_the_resolution_beside_a_discussion_is_its_own_quotation_where_it_is_asked_what_was_resolved():
    paper = minutes(BUOYS)
    first, added = told_whole(query("What was resolved on the buoys?"), [evidence_of(paper, DISCUSSED)], papers(paper))
    assert first.text == DISCUSSED
    assert (added.text, added.lead.id, len(added.spans)) == (GREEN, paper[3].id, 1)


def test_the_resolution_beside_a_discussion_is_not_told_where_it_is_asked_who_spoke():
    assert told(BUOYS, DISCUSSED, "Who spoke of the buoys?") == [DISCUSSED]


def test_the_resolution_of_another_item_that_shares_words_is_not_told():
    without = BUOYS.replace(f"resolution|9|9. Buoys|{GREEN}\n", "")
    assert told(without, DISCUSSED, "What was resolved on the buoys?") == [DISCUSSED]


def test_a_resolution_beside_two_pieces_of_a_discussion_is_told_once():
    paper = minutes(BUOYS)
    discussion = [evidence_of(paper, DISCUSSED), evidence_of(paper, "Members discussed their colour.")]
    whole = told_whole(query("What was resolved on the buoys?"), discussion, papers(paper))
    assert texts(whole).count(GREEN) == 1


def test_what_became_of_a_motion_is_not_told_again_from_another_copy_of_the_minutes():
    paper, draft = minutes(FERRY), minutes(FERRY, id_="draft", draft=True)
    chosen = [evidence_of(paper, '"That the Committee makes'), evidence_of(draft, draft[2].text)]
    assert told_whole(query("Is the ferry free?"), chosen, papers(paper, draft)) == chosen
