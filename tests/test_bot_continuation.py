"""Lists that are quoted in part: what runs on in further quotations, and what is told of the rest."""

from dataclasses import replace
from datetime import date

from evidence_papers import evidence_of, minutes, papers, texts, whole
from held_papers import query

from bot.grounding.verify import MOST_WORDS
from bot.rendering.continuation import run_on, unshown
from bot.types import MOST_CITATIONS

LAMPS = minutes(
    """
text|12|12. Lamp repairs|The Harbour Engineer presented a report on lamp repairs.
resolution|12|12. Lamp repairs|RESOLVED:
resolution|12,(1)|12. Lamp repairs|(1) That lamp repairs begin on the north quay.
resolution|12,(2)|12. Lamp repairs|(2) That lamp repairs on the south quay follow.
resolution|12,(3)|12. Lamp repairs|(3) That lamp repairs be paid for from the reserve.
resolution|12,(4)|12. Lamp repairs|(4) That the lamp repairs be inspected by the Clerk.
resolution|12,(5)|12. Lamp repairs|(5) That the cost of lamp repairs be published.
resolution|12,(6)|12. Lamp repairs|(6) That lamp repairs be reported to each meeting.
resolution|12,(7)|12. Lamp repairs|(7) That thanks be given for lamp repairs.
"""
)
PLACES = "north south east west upper lower old new".split()
LONG = "leaving a net, a pot or a line of any make on the {} steps after dark without a lamp or a tag beside it"
POINTS = minutes(
    "text|13|13. Ferry|The ferry master raised eight points about the steps:\n"
    + "\n".join(f"text|13,{n})|13. Ferry|{LONG.format(place).capitalize()}." for n, place in enumerate(PLACES, 1)),
    id_="points",
)
BYELAWS = minutes(
    "text|2|2. Bye-laws|The bye-laws forbid these things: "
    + "; ".join(f"({letter}) {LONG.format(place)}" for letter, place in zip("abcdefgh", PLACES, strict=True))
)
LISTED = query("What points did the ferry master raise about the steps?")
RESOLVED = query("What was resolved on lamp repairs?")


def after(asked, paper, *evidence):
    return run_on(asked, evidence, papers(paper))


def left(asked, paper, *evidence, found=()):
    return unshown(asked, found, evidence, papers(paper))


def test_clauses_that_are_not_quoted_are_counted_and_placed():
    told = left(RESOLVED, LAMPS, *(whole(LAMPS, n) for n in range(2, 7)))
    where = "Minute 12 (6) and (7) of the Harbour Committee, 6 May 2031"
    assert told == [f"5 of 7 clauses shown; the others stand in {where} [1]."]


def test_the_first_clause_alone_of_what_was_resolved_says_how_many_there_are():
    (told,) = left(RESOLVED, LAMPS, whole(LAMPS, 2))
    assert told.startswith("1 of 7 clauses shown; the others stand in Minute 12 (2) to (7) of")


def test_a_question_on_one_clause_hears_nothing_of_the_others():
    assert left(query("Who is to inspect the lamp repairs?"), LAMPS, whole(LAMPS, 5)) == []


def test_a_list_that_is_too_long_for_one_quotation_runs_on_in_the_next():
    first = evidence_of(POINTS, *(one.text for one in POINTS[:4]))
    told = after(LISTED, POINTS, first)
    assert told[0] == first
    assert " ".join(texts(told)).split() == " ".join(one.text for one in POINTS).split()
    assert all(len(text.split()) <= MOST_WORDS for text in texts(told))
    assert left(LISTED, POINTS, *told) == []


def test_a_list_inside_a_paragraph_runs_on_too():
    asked = query("What things do the bye-laws forbid?")
    first = evidence_of(BYELAWS, BYELAWS[0].text[: BYELAWS[0].text.index("; (c)") + 1])
    told = after(asked, BYELAWS, first)
    assert told[1].text.startswith("(c) leaving a net")
    assert told[-1].text.endswith("tag beside it")
    assert left(asked, BYELAWS, *told) == []


def test_a_list_takes_the_place_of_what_ranks_below_it():
    others = [whole(LAMPS, n) for n in (0, 2, 3, 4)]
    told = after(LISTED, POINTS, evidence_of(POINTS, POINTS[0].text, POINTS[1].text))
    with_others = run_on(LISTED, [told[0], *others], papers(POINTS, LAMPS))
    assert len(with_others) == MOST_CITATIONS
    assert texts(with_others)[: len(told)] == texts(told)


def test_no_room_is_made_where_evidence_tells_what_became_of_other_evidence():
    first = replace(evidence_of(POINTS, POINTS[0].text, POINTS[1].text), order="earlier")
    full = [first, *[replace(whole(POINTS, 8), order="later")] * (MOST_CITATIONS - 1)]
    assert after(LISTED, POINTS, *full) == full


def test_a_list_that_is_not_asked_for_does_not_run_on():
    first = evidence_of(POINTS, POINTS[0].text, POINTS[1].text)
    assert after(query("When did the ferry master speak?"), POINTS, first) == [first]


def test_words_that_break_off_in_a_sentence_are_said_to_go_on():
    paper = minutes("text|3|3. Tides|" + "tide " * (MOST_WORDS + 20) + "ends.")
    cut = evidence_of(paper, "tide " * MOST_WORDS)
    assert left(query("What of the tide?"), paper, cut) == [
        "The words quoted go on in Minute 3 of the Harbour Committee, 6 May 2031 [1]."
    ]


SWANS = [
    whole(
        minutes(
            f"resolution|{n}|{n}. Swan count|That the swan count of {n} swans be published.",
            date(2020 + n, 5, 6),
            f"swan-{n}",
        ),
        0,
    )
    for n in range(1, 8)
]


def besides(text, shown):
    return unshown(
        query(text), SWANS[shown:], SWANS[:shown], lambda id_: [one.lead for one in SWANS if one.paper_id == id_]
    )


def test_resolutions_that_were_found_and_are_not_quoted_are_counted():
    (told,) = besides("Which swan counts were published?", 3)
    assert told.startswith(
        "3 of 7 resolutions found that may be of it shown; the others: Minute 4 of the Harbour Committee"
    )


def test_meetings_that_are_not_quoted_are_told_where_it_is_asked_over_time():
    (told,) = besides("How has the swan count on the pond changed over time?", MOST_CITATIONS)
    assert told.startswith(
        "5 of 7 meetings found that speak of it shown; the others: Minute 6 of the Harbour Committee"
    )


def test_an_answer_that_was_not_cut_short_says_nothing_of_others():
    assert besides("Which swan counts were published?", 2) == []


def test_a_later_decision_that_is_told_in_part_says_how_many_clauses_it_has():
    later = minutes(
        "resolution|9,(1)|9. Mill|(1) That the day be put back.\nresolution|9,(2)|9. Mill|(2) That the shutting of the mill be rescinded."
        "\nresolution|9,(3)|9. Mill|(3) That the miller be told.",
        date(2031, 6, 3),
        "june",
    )
    earlier = minutes("resolution|5|5. Tide mill|RESOLVED: That the tide mill be shut.")
    told = unshown(
        query("What was resolved about shutting the mill?"),
        [],
        [whole(later, 1), replace(whole(earlier, 0), order="earlier")],
        papers(later, earlier),
    )
    assert told[0].startswith("1 of 3 clauses shown; the others stand in Minute 9 (1) and (3)")


def test_a_short_resolution_is_given_whole_where_what_was_resolved_is_asked_for():
    short = LAMPS[:5]
    assert texts(after(RESOLVED, short, whole(short, 2))) == [one.text for one in short[2:5]]
    assert len(after(query("Who spoke on lamp repairs?"), short, whole(short, 2))) == 1
