"""Web pages into lines."""

import pytest

from corpus.readers.html import read_html

ITEM_PAGE = """<!DOCTYPE html><html><head><title>Agenda</title><style>p {}</style></head><body>
<div class="menu"><ul class="menu-list"><li>Councillors</li></ul></div>
<div role="main"><div id="modgov"><h1>Agenda and minutes</h1>
<h2 class="mgSubTitleTxt">Planning Committee - Monday 4 March 2024 7.00 pm</h2>
<table class="mgItemTable"><tr><th class="mgHide">No.</th><th class="mgHide">Item</th></tr>
<tr><td class="mgItemNumberCell"><p class="mgAiTitleTxt">12.</p></td><td>
<p class="mgAiTitleTxt"><a href="x.pdf">Hedge in Mill Lane <span class="mgFileSize">PDF 99 KB</span></a></p>
<div class="mgWordPara"><p class="MsoNormal">To consider the cost
of <b>cutting</b> it.</p><p>&nbsp;</p></div>
<p class="mgSubItemTitleTxt">Minutes:</p><div class="mgWordPara"><p>The hedge would be cut.</p></div>
</td></tr></table></div></div><footer>Contact us</footer></body></html>"""


def read(html):
    return read_html(html.encode(), "made.html")


def texts(html):
    return [line.text for line in read(html).lines]


def test_paragraph_is_a_line_whatever_its_line_breaks():
    assert texts("<p>Resolved:\n  that the\nminutes be&nbsp;agreed</p>") == ["Resolved: that the minutes be agreed"]


def test_break_parts_lines_of_one_paragraph():
    reading = read("<p>Present:<br>Ann Hay<br/>Bob Orr</p><p>Apologies</p>")
    assert [(line.text, line.blank_before) for line in reading.lines] == [
        ("Present:", True),
        ("Ann Hay", False),
        ("Bob Orr", False),
        ("Apologies", True),
    ]


def test_marked_letters_stay_in_their_word():
    assert texts("<p>on the 9<sup>th</sup> of M<i>ay</i></p>") == ["on the 9th of May"]


def test_headings_have_levels():
    reading = read("<h1>Netherby</h1><h3>Hedges</h3><p>Text</p>")
    assert [(line.text, line.level) for line in reading.lines] == [("Netherby", 1), ("Hedges", 3), ("Text", 0)]


def test_line_is_bold_when_all_its_words_are():
    reading = read("<p><b>Hedges</b></p><p><b>Hedges</b> would be cut</p>")
    assert [line.bold for line in reading.lines] == [True, False]


def test_what_is_not_the_paper_is_left_out():
    page = (
        "<nav>Home</nav><header>Netherby</header><script>x()</script><div class='cookie-banner'>We use cookies</div>"
        "<a class='skip-link'>Skip to content</a><!-- note --><p>Hedges</p><footer>Contact</footer>"
    )
    assert texts(page) == ["Hedges"]


def test_header_within_an_article_is_kept():
    assert texts("<article><header><h1>Hedges</h1></header><p>Text of it</p></article>") == ["Hedges", "Text of it"]


def test_page_within_a_form_is_kept():
    assert texts("<form><p>Hedges</p><input value='x'><select><option>2024</option></select></form>") == ["Hedges"]


def test_furniture_class_around_the_whole_page_drops_nothing():
    assert texts("<div id='cookies-page'><p>The council's own use of cookies is minuted here.</p></div>")


def test_numbered_list_gives_numbers():
    reading = read("<ol start='3' type='a'><li>first</li><li>second<ol type='i'><li>inner</li></ol></li></ol>")
    assert [(line.number, line.text, line.indent) for line in reading.lines] == [
        ("c.", "first", 18.0),
        ("d.", "second", 18.0),
        ("i.", "inner", 36.0),
    ]


def test_list_items_own_value_counts_on():
    assert [line.number for line in read("<ol><li value='7'>a</li><li>b</li></ol>").lines] == ["7.", "8."]


def test_bullets_have_no_number():
    assert [line.number for line in read("<ul><li>first</li></ul>").lines] == [""]


def test_number_of_an_empty_item_does_not_go_to_the_next_paragraph():
    reading = read("<ol><li> </li></ol><p>Text</p>")
    assert [(line.number, line.text) for line in reading.lines] == [("", "Text")]


def test_table_rows_have_cells():
    reading = read(
        "<table><tr><th>Action</th><th>Owner</th></tr><tr><td>Cut <b>it</b></td><td></td><td>AH</td></tr></table>"
    )
    assert [(line.cells, line.bold) for line in reading.lines] == [
        (("Action", "Owner"), True),
        (("Cut it", "", "AH"), False),
    ]


def test_row_with_one_filled_cell_is_prose():
    (line,) = read("<table><tr><td></td><td>The hedge would be cut.</td></tr></table>").lines
    assert (line.text, line.cells) == ("The hedge would be cut.", ())


def test_minutes_laid_out_in_a_table_are_prose_with_notes():
    table = (
        "<table><tr><td>4.</td><td><p>Hedges</p><p>It was cut.</p><p>Thanks were given.</p><p>Noted.</p></td>"
        "<td><b>Clerk</b></td></tr><tr><td>5.</td><td><p>Benches</p></td><td></td></tr></table>"
    )
    assert [(line.number, line.text, line.cells) for line in read(table).lines] == [
        ("4.", "Hedges", ()),
        ("", "It was cut.", ()),
        ("", "Thanks were given.", ()),
        ("", "Noted.", ()),
        ("", "Clerk", ("", "Clerk")),
        ("5.", "Benches", ()),
    ]


def test_agenda_page_gives_items_with_their_numbers():
    assert [(line.number, line.level, line.text) for line in read(ITEM_PAGE).lines] == [
        ("", 1, "Agenda and minutes"),
        ("", 2, "Planning Committee - Monday 4 March 2024 7.00 pm"),
        ("12.", 3, "Hedge in Mill Lane"),
        ("", 0, "To consider the cost of cutting it."),
        ("", 4, "Minutes:"),
        ("", 0, "The hedge would be cut."),
    ]


def test_title_holds_body_and_date():
    assert read(ITEM_PAGE).title == "Agenda and minutes: Planning Committee - Monday 4 March 2024 7.00 pm"


def test_title_falls_back_on_the_pages_name():
    assert read("<head><title>Hedges - Netherby</title></head><p>Text</p>").title == "Hedges - Netherby"


def test_page_in_an_old_encoding_is_read():
    page = '<meta charset="windows-1252"><p>a cost of £5 – “fair”</p>'.encode("cp1252")
    assert [line.text for line in read_html(page, "made.html").lines] == ["a cost of £5 – “fair”"]


def test_unclosed_tags_lose_no_words():
    assert texts("<div><p>One<p>Two <a href='x'>three<div>Four") == ["One", "Two three", "Four"]


@pytest.mark.parametrize(
    "struck",
    [
        "<del>red</del>",
        "<s>red</s>",
        "<strike>red</strike>",
        '<span style="text-decoration: line-through">red</span>',
        '<span style="text-decoration-line:line-through">red</span>',
        '<span style="display:none">red</span>',
        '<span style="visibility: hidden">red</span>',
        "<span hidden>red</span>",
        '<span style="color:#000; background-color:black">red</span>',
        '<span style="background:#000">red</span>',
    ],
)
def test_words_struck_out_or_not_shown_are_left_out(struck):
    assert texts(f"<p>That the awning be {struck} <ins>green</ins>.</p>") == ["That the awning be green."]


@pytest.mark.parametrize(
    "shown", ['<span aria-hidden="true">red</span>', '<span style="color:white;background:black">red</span>']
)
def test_words_that_a_browser_shows_are_read(shown):
    assert texts(f"<p>That the awning be {shown}.</p>") == ["That the awning be red."]


@pytest.mark.parametrize("said", ["", '<meta charset="utf-8">', '<meta charset="iso-8859-1">'])
@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_bytes_are_read_as_what_they_are_whatever_the_page_says(said, encoding):
    page = f"<html><head>{said}</head><body><p>The council’s café – £5</p></body></html>"
    assert read_html(page.encode(encoding), "made.html").text == "The council’s café – £5"
