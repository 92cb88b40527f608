import io
from dataclasses import replace
from datetime import date

import pytest
from bot_papers import bot_on, paper
from docx import Document

from bot.__main__ import _told
from bot.rendering.export import Exchange, to_markdown
from bot.rendering.export_word import to_word
from bot.rendering.table import as_markdown, laid_out, rows_of
from bot.types import Turn

HELD = {
    f"{year}.txt": paper(f"{year}.txt", "minutes", date(year, 5, 6), text)
    for year, text in {
        2030: "text|4|4. Toll|The toll on the slipway brought in £4,200. The Clerk thanked the keeper.",
        2031: "text|4|4. Toll|The toll on the slipway brought in £5,350 in the year, against the £5,000 that had been hoped for.",
        2032: "text|4|4. Toll|The toll on the slipway brought in £6,100. Two gulls were seen.",
    }.items()
} | {
    "seals-1.txt": paper(
        "seals-1.txt", "minutes", date(2030, 9, 2), "text|7|7. Seals|There were 14 seals in the estuary."
    ),
    "seals-2.txt": paper(
        "seals-2.txt", "minutes", date(2032, 9, 7), "text|7|7. Seals|The warden had seen 23 seals in the estuary."
    ),
    "moved.txt": paper(
        "moved.txt",
        "minutes",
        date(2033, 9, 6),
        "motion|8|8. Lamp|That the lamp fund be cut from £900.\nvote|8|8. Lamp|The motion was lost.",
    ),
    "panel.txt": replace(
        paper(
            "panel.txt",
            "minutes",
            date(2031, 2, 4),
            "text|2|2. Ferry|The Parks Panel thought the ferry shelter too small.",
        ),
        body="Parks Panel",
    ),
    "board.txt": replace(
        paper(
            "board.txt",
            "minutes",
            date(2031, 3, 4),
            "text|3|3. Ferry|The Ferry Board thought the ferry shelter too dear.",
        ),
        body="Ferry Board",
    ),
}


@pytest.fixture(scope="module")
def bot(tmp_path_factory):
    return bot_on(tmp_path_factory.mktemp("bot"), HELD)


def table(bot, question):
    answer = bot.answer(Turn(question))
    assert not answer.abstained
    return [list(row) for row in rows_of(answer.text.split("\n\n")[0])]


def test_the_same_sum_of_several_years_is_a_table_with_the_oldest_first(bot):
    head, *rows = table(bot, "How much did the toll on the slipway bring in in 2030, and how much in 2032?")
    assert head == ["Harbour Committee", "Figure", "The papers’ words"]
    assert [row[:2] for row in rows] == [["6 May 2030", "£4,200"], ["6 May 2032", "£6,100"]]
    assert rows[0][2].startswith("“The toll on the slipway brought in £4,200.")


def test_a_figure_is_left_out_where_two_of_its_kind_are_quoted(bot):
    _, *rows = table(bot, "How did what the toll on the slipway brought in change in 2030, 2031 and 2032?")
    assert [row[1] for row in rows] == ["£4,200", "", "£6,100"]


def test_a_bare_number_is_set_beside_another_where_it_counts_the_thing_asked_about(bot):
    _, *rows = table(bot, "How did the number of seals in the estuary change from 2030 to 2032?")
    assert [row[:2] for row in rows] == [["2 September 2030", "14"], ["7 September 2032", "23"]]


def test_what_several_bodies_thought_is_compared_by_body(bot):
    head, *rows = table(bot, "Compare what the Parks Panel and the Ferry Board thought of the ferry shelter")
    assert head == ["When", "The papers’ words"]
    assert [row[0] for row in rows] == ["4 February 2031, Parks Panel", "4 March 2031, Ferry Board"]


@pytest.mark.parametrize(
    "question", ["How much did the toll on the slipway bring in in 2032?", "What happened to the lamp fund?"]
)
def test_what_compares_nothing_is_told_in_lines(bot, question):
    assert table(bot, question) == []


def test_every_cell_of_words_is_a_quotation_with_its_number(bot):
    answer = bot.answer(Turn("How much did the toll on the slipway bring in in 2030, and how much in 2032?"))
    for citation in answer.citations:
        assert f"“{citation.quote}” [{citation.n}]" in answer.text


def test_a_terminal_shows_columns_and_no_bars(bot):
    told = _told(bot.answer(Turn("How much did the toll on the slipway bring in in 2030, and how much in 2032?")))
    assert "|" not in told
    assert "6 May 2030         £4,200  “The toll on the slipway" in told


def test_no_line_in_a_terminal_is_wider_than_it_is(bot):
    text = bot.answer(Turn("How much did the toll on the slipway bring in in 2030, and how much in 2032?")).text
    assert max(len(line) for line in laid_out(text, 40).split("\n")) <= 40


@pytest.mark.parametrize("width", [1, 20, 80])
@pytest.mark.parametrize(
    "text",
    ["| When | Figure |\n|---|---|\n| May |", "| When |\n|---|\n| May | £4 |", "| When | |\n|---|---|\n| May | |"],
)
def test_a_row_that_a_model_cut_short_is_filled_up_and_an_empty_column_laid_out(text, width):
    assert {len(row) for row in rows_of(text)} == {2}
    assert laid_out(text, width).startswith("W" if width == 1 else "When")


def test_a_bar_in_a_papers_title_does_not_part_its_cell():
    told = as_markdown([["When", "The papers’ words"], ["May 2031, Orrendale | Notices", "“Open.” [1]"]])
    assert rows_of(told)[1] == ["May 2031, Orrendale / Notices", "“Open.” [1]"]


def test_a_briefing_note_keeps_the_table(bot):
    question = "How much did the toll on the slipway bring in in 2030, and how much in 2032?"
    written = to_markdown([Exchange(question, bot.answer(Turn(question)))])
    assert (
        "| Harbour Committee | Figure | The papers’ words |\n|---|---|---|\n| 6 May 2030 | £4,200 | “The toll"
        in written
    )


def test_a_word_file_keeps_the_table(bot):
    question = "How much did the toll on the slipway bring in in 2030, and how much in 2032?"
    written = Document(io.BytesIO(to_word([Exchange(question, bot.answer(Turn(question)))])))
    assert [cell.text for cell in written.tables[0].rows[1].cells][:2] == ["6 May 2030", "£4,200"]
    assert written.tables[0].rows[1].cells[2].text.endswith("keeper.” [1]")
