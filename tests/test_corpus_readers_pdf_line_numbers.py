"""Columns of line numbers at a page's margins."""

import pytest
from pdf_pages import at, lines_at, pdf

from corpus.errors import UnreadablePaper
from corpus.readers.pdf import read_pdf

WORDS = [
    "FELLGATE COUNCIL",
    "",
    "21. Playground",
    "The swings had failed and 3 of",
    "7 were to go.",
    "RESOLVED: That 4 be bought.",
]


def texts(page):
    return [line.text for line in read_pdf(pdf(page), "made.pdf").lines]


def beside(x, first=1):
    return "".join(at(x, 100 + 24 * i, str(first + i)) for i in range(len(WORDS)))


@pytest.mark.parametrize("columns", [beside(40), beside(520), beside(40, 95), beside(40) + beside(520)])
def test_line_numbers_are_no_words(columns):
    assert texts(lines_at(80, 100, *WORDS, step=24) + columns) == [*filter(None, WORDS)]


def test_numbers_of_a_table_s_rows_are_read():
    rows = "".join(at(60, 160 + 14 * i, str(1 + i)) + at(100, 160 + 14 * i, "Gull Street") for i in range(8))
    assert texts(at(60, 100, "Streets swept") + rows)[1].startswith("1")


def test_a_portfolio_is_refused_and_says_what_to_add():
    cover = pdf(at(60, 100, "Open this with a newer program")).replace(
        b"/Type /Catalog", b"/Type /Catalog /Collection << >>"
    )
    with pytest.raises(UnreadablePaper, match="portfolio: open it, save the files inside it, and add them singly"):
        read_pdf(cover, "made.pdf")
