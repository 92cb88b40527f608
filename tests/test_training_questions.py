"""Questions for training: which paragraphs of a made-up file their evidence is taken to be."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from bot_papers import paper

from corpus.types import Paper
from training.papers import Chunked
from training.questions import Asked, found_at, placed, quoted

FILE = "more/orrendale/march.txt"
MARCH = """
heading|12||12. Quay wall
text|12|12. Quay wall|The Harbour Engineer told members that fourteen bollards were loose on the quay.
resolution|12,(1)|12. Quay wall|That the quay wall be mended at a cost of £4,200 before the autumn tides.
"""
JULY = """
text|20|20. Ice house|The ice house roof was looked at in June and two slates had slipped.
text|20|20. Ice house|Members were content.
"""
BOLLARDS, MENDED, ROOF = (0, 1), (0, 2), (1, 0)


def on_one_line(made: Paper, start: int) -> Paper:
    """The paper with its paragraphs one after the other, a character apart, from `start` on."""
    held = []
    for paragraph in made.paragraphs:
        held.append(replace(paragraph, start=start, end=start + len(paragraph.text)))
        start = held[-1].end + 1
    return replace(made, paragraphs=tuple(held))


@pytest.fixture
def papers() -> dict[str, list[Chunked]]:
    march = on_one_line(paper("march.txt", "minutes", date(2031, 3, 4), MARCH), 0)
    july = on_one_line(paper("july.txt", "minutes", date(2031, 7, 1), JULY), march.paragraphs[-1].end + 1)
    return {FILE: [Chunked(march, ((0, 2),)), Chunked(july, ((0, 1),))]}


def words_of(*quotes: str, near: tuple[str, ...] = (), answerable: bool = True, file: str = FILE) -> dict[str, object]:
    cites = [{"quote": quote} for quote in quotes]
    return {"question": "What?", "style": "plain", "file": file, "cites": cites, "near": near, "answerable": answerable}


def places_of(stretch: tuple[int, int], *spans: tuple[int, int]) -> dict[str, object]:
    return {"question": "What?", "style": "plain", "file": FILE, "spans": spans, "stretch": stretch}


def test_a_quotation_is_found_in_its_paragraph_whatever_its_case_and_marks(papers):
    row = words_of("the QUAY wall be mended, at a cost of £4,200")
    assert list(quoted([row], papers)) == [Asked("What?", "plain", "orrendale", FILE, ((MENDED,),))]


def test_each_quotation_is_a_group_of_its_own_whichever_paper_of_the_file_it_is_in(papers):
    row = words_of("fourteen bollards were loose", "two slates had slipped")
    assert [asked.evidence for asked in quoted([row], papers)] == [((BOLLARDS,), (ROOF,))]


def test_a_quotation_over_two_paragraphs_finds_both(papers):
    both = " ".join(paragraph.text for paragraph in papers[FILE][0].paper.paragraphs[1:])
    assert [asked.evidence for asked in quoted([words_of(both)], papers)] == [((BOLLARDS, MENDED),)]


def test_a_paragraph_of_three_words_is_no_part_of_a_longer_quotation(papers):
    row = words_of("The ice house roof was looked at in June and two slates had slipped. Members were content.")
    assert [asked.evidence for asked in quoted([row], papers)] == [((ROOF,),)]


def test_a_question_whose_words_are_in_no_paragraph_is_left_out(papers):
    assert list(quoted([words_of("the lighthouse be painted white")], papers)) == []


def test_words_found_for_a_question_said_to_have_no_answer_leave_it_out(papers):
    assert list(quoted([words_of("fourteen bollards were loose", answerable=False)], papers)) == []


def test_a_question_without_an_answer_keeps_its_near_misses_once_each(papers):
    row = words_of(near=("fourteen bollards were loose", "bollards were loose on the quay"), answerable=False)
    assert [(asked.evidence, asked.near) for asked in quoted([row], papers)] == [((), (BOLLARDS,))]


def test_a_question_on_a_file_that_is_not_held_is_left_out(papers):
    elsewhere = words_of("fourteen bollards were loose", file="more/orrendale/lost.txt")
    assert list(quoted([elsewhere], papers)) == []


def test_a_span_is_its_paragraph_and_the_rest_of_what_was_read_is_near(papers):
    heading, bollards, mended = papers[FILE][0].paper.paragraphs
    row = places_of((heading.start, mended.end), (bollards.start + 4, bollards.end - 4))
    (asked,) = placed([row], papers)
    assert (asked.evidence, asked.near) == (((BOLLARDS,),), ((0, 0), MENDED))


def test_a_span_that_only_touches_a_paragraph_leaves_that_one_out(papers):
    _, bollards, mended = papers[FILE][0].paper.paragraphs
    (asked,) = placed([places_of((bollards.start, mended.end), (bollards.start, mended.start + 5))], papers)
    assert asked.evidence == ((BOLLARDS,),)


def test_a_question_with_a_span_outside_every_paragraph_is_left_out(papers):
    bollards = papers[FILE][0].paper.paragraphs[1]
    row = places_of((0, 9_999), (bollards.start, bollards.end), (9_000, 9_050))
    assert list(placed([row], papers)) == []


def test_paragraphs_are_found_at_characters_in_reading_order_with_their_papers(papers):
    march, july = (one.paper for one in papers[FILE])
    roof, bollards = july.paragraphs[0], march.paragraphs[1]
    spans = [(roof.start, roof.end), (bollards.start, bollards.end)]
    assert list(found_at(papers[FILE], spans)) == [(march, bollards), (july, roof)]
