from corpus.clean import clean
from corpus.readers.lines import LineWriter
from corpus.types import Source


def pages(*texts):
    """A source of pages, a line a line."""
    writer = LineWriter()
    for number, text in enumerate(texts, 1):
        for line in text.split("|"):
            writer.add(line, page=number)
    reading = writer.reading(pages=len(texts))
    return Source("made.pdf", "0", reading.text, reading.lines, pages=len(texts))


def plain(text):
    writer = LineWriter()
    for line in text.split("|"):
        writer.add(line)
    reading = writer.reading()
    return Source("made.txt", "0", reading.text, reading.lines)


def kept(source):
    return [line.text for line in clean(source).lines]


BODY = "one|two|three|four|five|six|seven|eight|nine"


def test_a_running_head_is_furniture_after_the_first_page():
    source = pages(*(f"Orrendale Council|{BODY}{n}" for n in range(3)))
    assert kept(source).count("Orrendale Council") == 1


def test_a_footer_is_furniture_everywhere():
    source = pages(*(f"{BODY}|Registered office: Orren Road" for _ in range(3)))
    assert "Registered office: Orren Road" not in kept(source)


def test_a_page_number_is_taken_out_and_remembered():
    cleaned = clean(pages(*(f"{BODY}|{n}" for n in (80, 81, 82))))
    assert cleaned.printed == {1: "80", 2: "81", 3: "82"}
    assert "81" not in [line.text for line in cleaned.lines]


def test_page_3_of_12_is_a_page_number():
    assert clean(pages(f"{BODY}|Page 3 of 12")).printed == {1: "3"}


def test_questions_at_the_head_of_each_page_are_no_furniture():
    source = pages(*(f"Question {n}|{BODY}{n}" for n in (1, 2, 3, 4)))
    assert [text for text in kept(source) if text.startswith("Question")] == [f"Question {n}" for n in (1, 2, 3, 4)]


def test_a_stamp_marks_the_page_on_which_a_paper_begins():
    cleaned = clean(pages(BODY, f"Page 11 Agenda Item 5|{BODY}"))
    assert cleaned.stamped == {2: "5"}
    assert cleaned.printed == {2: "11"}


def test_a_column_head_between_paragraphs_is_furniture():
    assert kept(plain("Action:|The Chair spoke.|Action:|All agreed.")) == ["The Chair spoke.", "All agreed."]


def test_a_dated_running_head_in_plain_text_is_furniture():
    head = "HOUSING PANEL - 15/01/14"
    assert kept(plain(f"a|b|c|d|e|{head}|f|{head}|g")) == list("abcdefg")


def test_a_blank_page_says_nothing():
    assert kept(pages(BODY, "This page is intentionally left blank")) == BODY.split("|")


def test_a_line_of_dots_to_sign_on_is_no_text():
    assert kept(plain("Signed|..............")) == ["Signed"]


def test_the_last_paragraphs_of_pages_that_say_the_same_are_no_footer():
    source = pages(*(f"{BODY}|{n}.6 The drain was looked at.|Page {n}" for n in (1, 2, 3)))
    assert [line for line in kept(source) if "drain" in line] == [f"{n}.6 The drain was looked at." for n in (1, 2, 3)]


def test_a_running_head_with_the_pages_number_is_furniture_in_text_without_pages():
    heads = [f"Orrendale Council, Minutes of 6 May 2031 Page {n}" for n in (2, 3)]
    assert kept(plain(f"a|b|{heads[0]}|c|d|{heads[1]}|e")) == list("abcde")


def test_minutes_numbered_on_every_page_are_a_running_head_and_the_lines_beside_them_too():
    heads = [f"Quayside Trust|06.05.31 Board Meeting Minutes {n}" for n in (1, 2, 3)]
    assert kept(plain(f"a|b|c|{heads[0]}|d|e|f|{heads[1]}|g|h|i|{heads[2]}|j")) == list("abcdefghij")


def test_what_is_said_beside_a_running_head_is_kept():
    text = "|".join(f"Noted.|Quayside Trust Page {n}|{word}|x{n}|y{n}" for n, word in enumerate(("a", "b", "c"), 1))
    assert kept(plain(text)).count("Noted.") == 3


def test_minutes_of_several_meetings_in_a_list_are_no_running_head():
    listed = ["Minutes of meeting 12", "Minutes of meeting 7", "Minutes of meeting 3"]
    assert kept(plain("|".join(listed))) == listed
