from dataclasses import replace

from parsed_papers import paper

from evals.invariants_of_words import (
    cut_sentences,
    furniture,
    heading_share,
    long_headings,
    mistyped,
    no_attendance,
    no_body,
    no_date,
)

LONG = (
    "The clerk told members of the work done on the lanes since the spring and of what is left to do until the autumn"
)


def test_minutes_without_a_body_or_a_day_are_told():
    lost = replace(paper(("", "They met."), body=None), date=None)
    assert len([*no_body(lost), *no_date(lost)]) == 2
    assert not [*no_body(paper(("", "They met."))), *no_date(paper(("", "They met.")))]


def test_a_report_may_have_neither_body_nor_day():
    report = replace(paper(("", "On lanes."), kind="report", body=None), date=None)
    assert not [*no_body(report), *no_date(report)]


def test_those_present_are_attendance_somewhere():
    assert [one.words for one in no_attendance(paper(("", "Lanes"), ("", "Present were A. Reed and B. Wood.")))]
    assert not list(no_attendance(paper(("", "Present: A. Reed", "attendance"))))
    assert not list(no_attendance(paper(("", "The lanes were seen."))))


def test_ayes_are_a_vote_and_a_motion_a_motion():
    found = mistyped(
        paper(("4", "Ayes: Reed, Wood"), ("4", "A motion was made by Reed."), ("4", "RESOLVED to mend it."))
    )
    assert [one.about for one in found] == ["vote typed text", "motion typed text", "resolution typed text"]
    assert not list(mistyped(paper(("4", "Ayes: Reed, Wood", "vote"), ("4", "Moved by Reed.", "resolution"))))


def test_minutes_half_of_headings_are_told():
    half = [("", LONG, "heading"), ("", LONG)] * 8
    assert [one.about for one in heading_share(paper(*half))] == ["192 of 384 words"]
    assert not list(heading_share(paper(("", "Lanes", "heading"), *[("", LONG)] * 16)))


def test_numbered_minutes_without_a_heading_are_told():
    assert [one.about for one in heading_share(paper(*[("1", LONG)] * 16))] == ["0 of 384 words"]


def test_a_paragraph_is_no_heading_but_a_title_in_capitals_is():
    assert len(list(long_headings(paper(("", f"{LONG} and the winter", "heading"))))) == 1
    assert not list(long_headings(paper(("", f"{LONG} and the winter".upper(), "heading"))))


def test_a_running_head_is_no_paragraph():
    heads = paper(("", "Orrendale, 6 May 2031, Page 2"), ("", LONG), ("", "Orrendale, 6 May 2031, Page 3"))
    assert len(list(furniture(heads))) == 2
    assert not list(furniture(paper(("", "6 May 2031"), ("", LONG), ("", LONG))))


def test_a_sentence_is_not_cut_at_a_small_letter_or_after_mr():
    low, title = (
        paper(("3", LONG), ("3", "when it snows.")),
        paper(("3", "It was asked by Mr."), ("3", "Reed of Quay.")),
    )
    assert [one.about[:9] for one in (*cut_sentences(low), *cut_sentences(title))] == ["in a page"] * 2
    assert not list(cut_sentences(paper(("3", f"{LONG}."), ("3", "when it snows."))))


def test_an_entry_of_a_list_is_no_cut_sentence():
    assert not list(cut_sentences(paper(("3", "It was agreed to"), ("3", "(a) mend the lane"))))
