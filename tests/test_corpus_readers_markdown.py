"""Markdown into lines."""

import pytest

from corpus.readers.markdown import plain, read_markdown


def read(text):
    return read_markdown(text.encode(), "made.md")


def texts(text):
    return [line.text for line in read(text).lines]


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("**Hedges** and *benches*", "Hedges and benches"),
        ("TUESDAY, 8TH** **MAY", "TUESDAY, 8TH MAY"),
        ("_In progress_", "In progress"),
        ("a file_name kept", "a file_name kept"),
        (r"1\. Apologies", "1. Apologies"),
        (r"\*Clerk to write", "*Clerk to write"),
        (r"Chair: \_\_\_\_\_\_ Date:", "Chair: Date:"),
        ("see [the report](https://example.org/a_(b).pdf) for it", "see the report for it"),
        ("![crest](crest.png) Netherby", "crest Netherby"),
        ("write to <https://example.org>", "write to https://example.org"),
        ("the 9<sup>th</sup> of May", "the 9th of May"),
        ("fish &amp; chips&nbsp;van", "fish & chips van"),
        ("`code` and ~~struck~~", "code and struck"),
        ("costs < £5 and > £3", "costs < £5 and > £3"),
    ],
)
def test_marks_are_taken_out(raw, shown):
    assert plain(raw) == shown


def test_front_matter_gives_the_title_and_no_lines():
    reading = read('---\ntitle: "Netherby: March"\ndate: "2024-03-04"\n---\n\nPresent: Ann Hay\n')
    assert reading.title == "Netherby: March"
    assert [line.text for line in reading.lines] == ["Present: Ann Hay"]


def test_first_heading_is_the_title_without_front_matter():
    reading = read("# Netherby *Council*\n\n## Hedges ##\n")
    assert reading.title == "Netherby Council"
    assert [(line.text, line.level) for line in reading.lines] == [("Netherby Council", 1), ("Hedges", 2)]


def test_underlined_heading_is_a_heading():
    assert [(line.text, line.level) for line in read("Netherby\n========\nText").lines] == [
        ("Netherby", 1),
        ("Text", 0),
    ]


def test_bold_line_is_bold():
    assert [line.bold for line in read("**Hedges**\n\nThe **hedge** was cut.").lines] == [True, False]


def test_empty_line_is_a_gap():
    assert [line.blank_before for line in read("One\ntwo\n\nthree").lines] == [True, False, True]


def test_rule_and_the_pages_number_behind_it_are_no_lines():
    assert texts("[Original](x)\n\n---\nOne\n\n---\n2\n\nTwo\n\n---\n3\n\nThree") == ["Original", "One", "Two", "Three"]


def test_number_behind_a_rule_that_is_no_pages_is_kept():
    assert texts("One\n---\n40\n") == ["One", "40"]


def test_line_above_a_rule_is_no_heading():
    assert [line.level for line in read("adopted and signed.\n---\nNext page").lines] == [0, 0]


def test_star_bullets_are_bullets():
    reading = read("* Hedges\n  * Mill Lane\n- Benches")
    assert [(line.text, line.indent) for line in reading.lines] == [
        ("• Hedges", 0.0),
        ("• Mill Lane", 10.0),
        ("- Benches", 0.0),
    ]


def test_tables_have_cells():
    reading = read("| Action | Owner |\n|:--|--:|\n| Cut *it* | AH |\n| Paint | |\n\nText | with a bar")
    assert [(line.cells, line.bold) for line in reading.lines] == [
        (("Action", "Owner"), True),
        (("Cut it", "AH"), False),
        (("Paint", ""), False),
        ((), False),
    ]


def test_bar_at_a_lines_start_makes_no_table():
    assert [line.cells for line in read("| will ask at the next meeting\n").lines] == [()]


def test_html_within_is_read_as_html():
    text = "Netherby\n\n<strong>Hedges</strong><div></div>It was cut.<div></div>&nbsp;<div></div>**Benches**\n\nEnd"
    assert texts(text) == ["Netherby", "Hedges", "It was cut.", "Benches", "End"]


def test_html_table_over_several_lines_is_one_table():
    text = "<table><tr><td>Cut it</td>\n\n<td>AH</td></tr>\n</table>\nText"
    assert [line.cells for line in read(text).lines] == [("Cut it", "AH"), ()]


def test_code_is_kept_as_it_is():
    assert texts("```\n# no heading *here*\n```\n") == ["# no heading *here*"]


def test_quoted_lines_lose_their_mark():
    assert texts("> > That the hedge be cut.") == ["That the hedge be cut."]


def test_struck_words_are_left_out():
    marked = "That the toll be ~~5~~ <s>6</s> <del>6.50</del> 7 a stall."
    assert texts(marked) == ["That the toll be 7 a stall."]
    assert texts("That ~~the awning\nbe red~~ it be green.") == ["That", "it be green."]


def test_a_struck_mark_that_nothing_closes_strikes_nothing_out():
    assert texts("That ~~the awning be red.\n\nNoted ~~ so far.") == ["That the awning be red.", "Noted so far."]
