"""A comparison as a table of quotations, and tables as they are written and laid out."""

import io
from datetime import date

import pytest
from docx import Document
from evidence_papers import minutes, whole
from held_papers import query

from bot.rendering.comparison import told
from bot.rendering.export import Exchange, to_markdown
from bot.rendering.export_word import to_word
from bot.rendering.quotations import cite
from bot.rendering.table import as_markdown, laid_out, rows_of
from bot.types import Answer
from index.periods import Period
from index.scope import Scope

ANYWHERE = Scope()
TOLLS = {
    2030: "The toll on the slipway brought in £4,200. The Clerk thanked the keeper.",
    2031: "The toll on the slipway brought in £5,350 in the year, against the £5,000 that had been hoped for.",
    2032: "The toll on the slipway brought in £6,100. Two gulls were seen.",
}
TOLL = {year: whole(minutes(f"text|4|4. Toll|{text}", date(year, 5, 6), str(year)), 0) for year, text in TOLLS.items()}
SEALS = [
    whole(minutes(f"text|7|7. Seals|{text}", day, f"seals-{day.year}"), 0)
    for day, text in (
        (date(2030, 9, 2), "There were 14 seals in the estuary."),
        (date(2032, 9, 7), "The warden had seen 23 seals in the estuary at 10 am, see minute 4."),
    )
]
BODIES = [
    whole(minutes("text|2|2. Ferry|The shelter is too small.", date(2031, 2, 4), "panel", body="Parks Panel"), 0),
    whole(minutes("text|3|3. Ferry|The shelter is too dear.", date(2031, 3, 4), "board", body="Ferry Board"), 0),
]
BY_YEAR = "How much did the toll on the slipway bring in in 2030, and how much in 2032?"


def years(*given):
    return Scope(periods=tuple(Period(date(year, 1, 1), date(year, 12, 31), str(year), exact="year") for year in given))


def answer(text, evidence, scope=ANYWHERE):
    citations = cite(evidence, lambda _: ())
    return Answer(told(query(text, scope=scope), evidence, citations), citations)


def table(text, evidence, scope=ANYWHERE):
    return [list(row) for row in rows_of(answer(text, evidence, scope).text.split("\n\n")[0])]


BOTH = answer(BY_YEAR, [TOLL[2032], TOLL[2030]], years(2030, 2032))


def test_the_same_sum_of_several_years_is_a_table_with_the_oldest_first():
    head, *rows = table(BY_YEAR, [TOLL[2032], TOLL[2030]], years(2030, 2032))
    assert head == ["Harbour Committee", "Figure", "The papers’ words"]
    assert [row[:2] for row in rows] == [["6 May 2030", "£4,200"], ["6 May 2032", "£6,100"]]
    assert rows[0][2].startswith("“The toll on the slipway brought in £4,200.")


def test_a_figure_is_left_out_where_two_of_its_kind_are_quoted():
    _, *rows = table("How did what the toll on the slipway brought in change?", list(TOLL.values()))
    assert [row[1] for row in rows] == ["£4,200", "", "£6,100"]


def test_a_bare_number_is_set_beside_another_where_it_counts_the_thing_asked_about():
    _, *rows = table("How did the number of seals in the estuary change from 2030 to 2032?", SEALS)
    assert [row[:2] for row in rows] == [["2 September 2030", "14"], ["7 September 2032", "23"]]


def test_what_several_bodies_thought_is_compared_by_body():
    scope = Scope(bodies=("Parks Panel", "Ferry Board"))
    head, *rows = table("Compare what the Parks Panel and the Ferry Board thought of the shelter", BODIES, scope)
    assert head == ["When", "The papers’ words"]
    assert [row[0] for row in rows] == ["4 February 2031, Parks Panel", "4 March 2031, Ferry Board"]


@pytest.mark.parametrize(
    "text",
    [
        "How much did the toll on the slipway bring in?",
        "What share of the toll has changed?",
        "How did the gulls change?",
    ],
)
def test_what_compares_nothing_is_told_in_lines(text):
    assert table(text, [TOLL[2030], TOLL[2032]]) == []


def test_what_cannot_be_set_beside_the_others_stands_under_the_table():
    text = answer("How did the toll on the slipway change?", [TOLL[2030], SEALS[0], TOLL[2032]]).text
    assert text.endswith(
        "\n\nThe minutes of the Harbour Committee, 2 September 2030, record: “There were 14 seals in the estuary.” [2]"
    )


def test_every_cell_of_words_is_a_quotation_with_its_number():
    for citation in BOTH.citations:
        assert f"“{citation.quote}” [{citation.n}]" in BOTH.text


def test_a_terminal_shows_columns_and_no_bars():
    laid = laid_out(BOTH.text, 100)
    assert "|" not in laid
    assert "6 May 2030         £4,200  “The toll on the slipway" in laid


def test_no_line_in_a_terminal_is_wider_than_it_is():
    assert max(len(line) for line in laid_out(BOTH.text, 40).split("\n")) <= 40


@pytest.mark.parametrize("width", [1, 20, 80])
@pytest.mark.parametrize(
    "text",
    ["| When | Figure |\n|---|---|\n| May |", "| When |\n|---|\n| May | £4 |", "| When | |\n|---|---|\n| May | |"],
)
def test_a_row_that_a_model_cut_short_is_filled_up_and_an_empty_column_laid_out(text, width):
    assert len({len(row) for row in rows_of(text)}) == 1
    assert laid_out(text, width).startswith("W" if width == 1 else "When")


def test_a_bar_in_a_papers_title_does_not_part_its_cell():
    written = as_markdown([["When", "The papers’ words"], ["May 2031, Orrendale | Notices", "“Open.” [1]"]])
    assert rows_of(written)[1] == ["May 2031, Orrendale / Notices", "“Open.” [1]"]


def test_a_briefing_note_keeps_the_table():
    written = to_markdown([Exchange(BY_YEAR, BOTH)])
    head = "| Harbour Committee | Figure | The papers’ words |\n|---|---|---|\n"
    assert f"{head}| 6 May 2030 | £4,200 | “The toll" in written


def test_a_word_file_keeps_the_table():
    written = Document(io.BytesIO(to_word([Exchange(BY_YEAR, BOTH)])))
    assert [cell.text for cell in written.tables[0].rows[1].cells][:2] == ["6 May 2030", "£4,200"]
    assert written.tables[0].rows[1].cells[2].text.endswith("keeper.” [2]")
