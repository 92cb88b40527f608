from datetime import date

from corpus.chunk import WORDS_MOST, chunks
from corpus.types import Paper, Paragraph


def made(*rows):
    """A paper of (type, label, words) rows; a heading is the heading of what follows it."""
    heading, paragraphs = "", []
    for n, (type_, label, text) in enumerate(rows):
        paragraphs.append(Paragraph(n, text, type_, label, "", heading, 0, 0))
        heading = text if type_ == "heading" else heading
    return Paper("a.txt", 1, "Minutes", "Housing Panel", date(2020, 3, 3), "minutes", tuple(paragraphs))


def words(count, start="word"):
    return " ".join([start] + ["word"] * (count - 1))


def test_every_paragraph_is_in_one_chunk_and_whole():
    paper = made(*[("text", (), words(70, str(n))) for n in range(9)])
    found = chunks(paper)
    assert [p for c in found for p in range(c.first, c.last + 1)] == list(range(9))
    assert all(c.text.count("\n") == c.last - c.first for c in found)


def test_a_chunk_never_passes_its_limit_but_for_one_long_paragraph():
    paper = made(("text", (), words(90)), ("text", (), words(400)), ("text", (), words(90)), ("text", (), words(90)))
    assert [len(c.text.split()) for c in chunks(paper) if c.first != c.last and len(c.text.split()) > WORDS_MOST] == []


def test_paragraphs_of_two_items_are_not_glued():
    paper = made(
        ("heading", ("1",), "1. ROADS"),
        ("text", ("1",), words(30)),
        ("heading", ("2",), "2. PARKS"),
        ("text", ("2",), words(30)),
    )
    assert [(c.first, c.last) for c in chunks(paper)] == [(0, 1), (2, 3)]


def test_items_of_an_agenda_are_not_glued_into_one_giant():
    paper = made(*[("heading", (str(n),), f"{n}. {words(8)}") for n in range(1, 30)])
    assert max(len(c.text.split()) for c in chunks(paper)) <= WORDS_MOST


def test_a_resolution_stays_with_its_lead_in_and_clauses():
    paper = made(
        ("heading", ("1",), "1. ROADS"),
        ("text", ("1",), words(140)),
        ("resolution", ("1",), "RESOLVED: That"),
        ("resolution", ("1", "(a)"), words(40)),
        ("resolution", ("1", "(b)"), words(40)),
    )
    resolution = [c for c in chunks(paper) if c.first <= 2 <= c.last]
    assert [c.last for c in resolution] == [4]


def test_the_context_line_says_where_a_chunk_stands():
    paper = made(("heading", ("1",), "1. ROADS"), ("text", ("1",), words(30)))
    assert chunks(paper)[0].context == "Housing Panel, 3 March 2020, minutes, 1. ROADS"
