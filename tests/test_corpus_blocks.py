import time

from corpus.blocks import is_wrapped, join_lines
from corpus.clean import clean
from corpus.hyphens import HYPHEN
from corpus.readers.lines import LineWriter
from corpus.runin import part_run_in
from corpus.types import Source

LONG = "The Committee considered at some length the report of the Director of Housing on"


def made(*lines, page_of=None, gaps=()):
    """A source of PDF lines; `page_of` gives each line's page, `gaps` the lines after a gap."""
    writer = LineWriter()
    for n, line in enumerate(lines):
        keys = line if isinstance(line, dict) else {"text": line}
        text = keys.pop("text")
        writer.add(text, page=page_of[n] if page_of else 1, blank_before=n in gaps, **keys)
    last = max(page_of) if page_of else 1
    reading = writer.reading(pages=last)
    return Source("made.pdf", "0", reading.text, reading.lines, pages=last)


def texts(source):
    return [block.text for block in join_lines(clean(source), wrapped=True)]


def test_lines_of_a_paragraph_are_one_block():
    assert texts(made(LONG, "the state of the garages.")) == [f"{LONG} the state of the garages."]


def test_a_paragraph_cut_by_a_page_is_one_block():
    source = made(LONG, "the state of the garages.", page_of=[1, 2], gaps=(1,))
    assert texts(source) == [f"{LONG} the state of the garages."]


def test_a_block_begins_on_its_first_lines_page():
    [block] = join_lines(clean(made(LONG, "the garages.", page_of=[1, 2])), wrapped=True)
    assert block.page == 1


def test_a_line_ended_early_ends_its_paragraph():
    assert len(texts(made(LONG, "the garages.", LONG, "the roads."))) == 2


def test_a_hyphen_at_a_line_end_is_kept_without_a_gap():
    assert texts(made(LONG + " the post-", "abuse support needed.")) == [f"{LONG} the post-abuse support needed."]


def test_a_word_parted_at_a_line_end_is_one_word():
    source = made(LONG + " the bridge by the hos-", "pital. The hospital is old.")
    assert "the hospital. The" in texts(source)[0]


def test_a_name_with_a_hyphen_at_a_line_end_keeps_it():
    assert "Orren-Marlow" in texts(made(LONG + " the works at Orren-", "Marlow were late."))[0]


def test_bullets_are_blocks_without_their_mark():
    assert texts(made("• first thing", "• second thing")) == ["first thing", "second thing"]


def test_a_bullet_is_not_part_of_the_place_in_the_source():
    source = made("• first thing")
    [block] = join_lines(clean(source), wrapped=True)
    assert source.text[block.start : block.end] == "first thing"


def test_an_owner_in_the_margin_does_not_cut_a_paragraph():
    source = made(LONG, {"text": "\tAW", "cells": ("", "AW")}, "the state of the garages.")
    assert texts(source)[0] == f"{LONG} the state of the garages."


def test_a_footnote_does_not_cut_a_paragraph():
    source = made(LONG, "¹ www.orrendale.example/housing", "the state of the garages.", page_of=[1, 1, 2])
    assert texts(source) == [f"{LONG} the state of the garages.", "¹ www.orrendale.example/housing"]


def test_a_number_on_a_line_of_its_own_belongs_to_the_words_after_it():
    assert texts(made("4.", "Approval of minutes", gaps=(0, 1))) == ["4. Approval of minutes"]


def test_mover_and_seconder_on_lines_of_their_own_are_one_sentence():
    source = made("Proposed by Councillor Fox;", "Seconded by Councillor Nolan;", "And Resolved:", gaps=(0, 1, 2))
    assert texts(source) == ["Proposed by Councillor Fox; Seconded by Councillor Nolan; And Resolved:"]


def test_a_heading_in_capitals_does_not_run_into_its_paragraph():
    assert texts(made("EXEMPT ITEMS", "(There were no such items)"))[0] == "EXEMPT ITEMS"


def test_neighbours_in_a_list_of_bare_numbers_are_apart():
    assert texts(made("4 Roads (standing item)", "5 Parks (standing item)")) == [
        "4 Roads (standing item)",
        "5 Parks (standing item)",
    ]


def test_text_wrapped_by_hand_is_told_from_paragraphs():
    assert is_wrapped(made("the first part of", "a sentence that goes", "on and on.").lines, paged=False)
    assert not is_wrapped(made("A whole paragraph.", "Another whole paragraph.").lines, paged=False)


def parted(line):
    return [block.text for block in part_run_in(join_lines(clean(made(line)), wrapped=True))]


def test_a_whole_meeting_in_one_line_is_parted_at_its_numbers():
    line = "1.0 Apologies None. 2.0 Roads 2.1 The sign is broken. 2.2 The hedge is cut. 3.0 Close"
    assert parted(line)[2] == "2.1 The sign is broken."


def test_two_decimals_in_a_sentence_are_figures():
    assert len(parted("The rate rose from 2.1 Percent to 2.2 Percent in a year.")) == 1


def test_a_first_clause_is_parted_from_its_lead_in():
    assert parted("Resolved:- (1) That it be noted.") == ["Resolved:-", "(1) That it be noted."]


def test_small_romans_before_capitals_are_parted():
    assert parted("7. LETTERS i. One from the school ii. One from the police") == [
        "7. LETTERS",
        "i. One from the school",
        "ii. One from the police",
    ]


def test_letters_within_a_sentence_are_left():
    assert len(parted("It was a) out of date and b) too dear.")) == 1


def test_a_parted_piece_knows_its_place_in_the_source():
    source = made("Resolved:- (1) That it be", "noted. (2) That it be sent on.")
    pieces = part_run_in(join_lines(clean(source), wrapped=True))
    assert source.text[pieces[-1].start : pieces[-1].end] == "(2) That it be sent on."


def test_emphasis_marks_are_taken_out_of_plain_text():
    source = made("**1.1**. The *Borough* takes it <u>seriously</u>.")
    [block] = join_lines(clean(source), wrapped=True)
    assert block.text == "1.1. The *Borough* takes it seriously."
    assert source.text[block.start :].startswith("1.1")


def spread(*lines):
    """Lines each after an empty one, as some conversions to text leave them."""
    writer = LineWriter()
    for line in lines:
        writer.add(line, blank_before=True)
    reading = writer.reading()
    return Source("made.md", "0", reading.text, reading.lines)


def test_a_narrow_sentence_in_text_spread_out_is_one_block():
    source = spread(
        LONG,
        "the garages which were",
        "built long ago.",
        "There are at present ten houses without tenants in the Municipal",
        "Area of the town.",
    )
    assert texts(source)[-1] == "There are at present ten houses without tenants in the Municipal Area of the town."


def test_entries_of_a_list_spread_out_stay_apart():
    source = spread(
        LONG,
        "the garages which were",
        "built long ago.",
        "Footpaths and crossings at Mill Lane €30,000",
        "Junction at the school €20,000",
    )
    assert texts(source)[-2:] == [
        "Footpaths and crossings at Mill Lane €30,000",
        "Junction at the school €20,000",
    ]


def test_a_long_word_is_soon_read():
    began = time.process_time()
    assert HYPHEN.search("a" * 20_000) is None
    assert HYPHEN.search("the well-")[1] == "well"
    assert time.process_time() - began < 1  # 0.001 s; 4 s where every letter of it was tried as its first


def test_a_title_before_a_name_ends_no_sentence():
    for title in ("Cllr.", "Ms.", "(Mr.", "Councillor L."):
        assert texts(made(f"They were welcomed by {title}", "Reed of Quay Lane.", gaps=(1,))) == [
            f"They were welcomed by {title} Reed of Quay Lane."
        ]


def test_a_number_after_a_hyphen_goes_on_in_text_spread_out():
    writer = LineWriter()
    for line in (
        LONG,
        "the state of the lanes.",
        "Nobody has been fined since COVID-",
        "19. A report is to come.",
        LONG,
    ):
        writer.add(line, blank_before=True)
    reading = writer.reading()
    source = Source("made.md", "0", reading.text, reading.lines)
    blocks = join_lines(clean(source), wrapped=True)
    assert "Nobody has been fined since COVID-19. A report is to come." in [block.text for block in blocks]
