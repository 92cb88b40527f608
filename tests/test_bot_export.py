import io
from dataclasses import replace
from datetime import date

import pytest
from bot_papers import bot_on, paper
from docx import Document

from bot.rendering.export import Exchange, plain, to_markdown
from bot.rendering.export_word import to_word
from bot.types import Answer, Citation, Turn
from index.types import Place

markdown_it = pytest.importorskip("markdown_it")

QUOTE = "(1) That the quay wall be mended at a cost of £4,200."


def citation(n=1, quote=QUOTE, paragraph="x-1-0", **others):
    when, body = date(2031, 3, 4), "Harbour Committee"
    made = Citation(
        n, paragraph, "march.txt", "Minutes", body, when, "minutes", "Minute 12 (1)", ("12", "(1)"), 3, "80", quote
    )
    return replace(made, **others)


def answer(*citations, text=None, **others):
    told = text or "\n\n".join(f"The paper says: “{' '.join(c.quote.split())}” [{c.n}]" for c in citations)
    return Answer(told, tuple(citations), searched="3 papers", **others)


def rendered(markdown):
    """What a reader sees: words alone, tags apart."""
    tokens = markdown_it.MarkdownIt("gfm-like", {"linkify": False}).parse(markdown)
    kinds = {t.type for t in tokens} | {c.type for t in tokens for c in t.children or ()}
    words = [c.content for t in tokens for c in t.children or () if c.type in ("text", "text_special")]
    return "".join(words), kinds


def test_an_answer_has_numbered_references_with_place_and_quotation():
    told = to_markdown([Exchange("What was resolved?", answer(citation()))])
    assert told == (
        "## What was resolved?\n\n"
        "The paper says: “(1) That the quay wall be mended at a cost of £4,200.” [1]\n\n"
        "*Searched 3 papers.*\n\n"
        "## References\n\n"
        "1. Harbour Committee, 4 March 2031, minutes, Minute 12 (1), page 3 of the file, printed page 80, march.txt\n\n"
        "   > (1) That the quay wall be mended at a cost of £4,200.\n"
    )


def test_references_are_numbered_through_the_conversation_and_the_same_words_once():
    other = citation(1, "That the tug be sold.", "x-1-9")
    told = to_markdown(
        [
            Exchange("One?", answer(citation())),
            Exchange("Two?", answer(other, citation(2))),
        ]
    )
    assert "“That the tug be sold.” [2]" in told
    assert told.count("   > (1) That the quay wall") == 1
    assert "\n2. Harbour Committee" in told
    assert "\n3. " not in told


def test_a_quotation_of_several_lines_is_one_block():
    told = to_markdown([Exchange("What?", answer(citation(quote="That:\n(a) the quay;\n(b) the tug.")))])
    assert "   > That:\n   >\n   > (a) the quay;\n   >\n   > (b) the tug.\n" in told


def test_where_the_words_stand_again_is_told():
    told = to_markdown([Exchange("What?", answer(citation(places=(Place("draft.txt", "Minute 12", 2),))))])
    assert "The same words stand in: Minute 12, page 2 of the file, draft.txt" in told


def test_what_an_answer_lacks_and_who_wrote_it_is_told():
    told = to_markdown(
        [Exchange("What?", answer(citation(), mode="composing", missing="One was taken out.\nAnd so on."))]
    )
    assert "*Written by a language model" in told
    assert "*One was taken out.*\n\n*And so on.*" in told


def test_what_an_answer_lacks_names_its_references_by_their_new_numbers():
    other = citation(1, "That the tug be sold.", "x-1-9")
    lacking = answer(other, missing="1 of 2 clauses shown; the other stands in Minute 13 [1].")
    told, _ = rendered(to_markdown([Exchange("One?", answer(citation())), Exchange("Two?", lacking)]))
    assert "the other stands in Minute 13 [2]." in told


def test_a_refusal_is_written_without_references():
    refusal = Answer("The papers held do not say.", abstained=True, reason="nothing_found", searched="3 papers")
    assert "References" not in to_markdown([Exchange("What?", refusal)])


def test_an_empty_conversation_is_empty():
    assert to_markdown([]) == ""


HOSTILE = [
    "# Not a heading",
    "1. Not a list, 1) nor this",
    "- no\n+ list\n* at all",
    "> no quotation",
    "![no](http://image.example/a.png) [link](javascript:alert(1))",
    "<script>alert(1)</script> <img src=x onerror=y>",
    "**no** __emphasis__ ~~struck~~ `code` | a | table |",
    "&lt;b&gt; &#35; \\* $x^2$",
    "http://link.example www.link.example someone@mail.example",
    "[1]: http://definition.example",
    "Setext\n===\nor\n---",
    "    indented",
    "see note [1] and [7]",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_signs_in_a_paper_s_words_stay_words(text):
    told = to_markdown([Exchange(text, answer(citation(quote=text)))])
    words, kinds = rendered(told)
    assert " ".join(text.splitlines()[0].split()) in words
    wrong = {"link_open", "image", "html_inline", "html_block", "code_inline", "strong_open", "s_open", "table_open"}
    assert not kinds & (wrong | {"fence", "code_block", "hr", "bullet_list_open"})


@pytest.mark.parametrize("text", [line for text in HOSTILE for line in text.splitlines()])
def test_plain_words_come_back_as_they_were(text):
    words, kinds = rendered(plain(text.strip()))
    assert words == text.strip()
    assert kinds <= {"paragraph_open", "paragraph_close", "inline", "text", "text_special"}


def test_a_paper_s_own_number_in_brackets_is_no_reference():
    told = to_markdown(
        [
            Exchange("One?", answer(citation(1, "Zero."))),
            Exchange("What?", answer(citation(1, "See note [1] of it.", "y"))),
        ]
    )
    assert r"“See note \[1\] of it.” [2]" in told


def test_the_answers_of_a_bot_can_be_exported(tmp_path):
    question = "What was resolved on the quay wall?"
    mended = "resolution|12,(1)|12. Quay wall|(1) That the quay wall be mended at a cost of £4,200."
    bot = bot_on(tmp_path, {"march.txt": paper("march.txt", "minutes", date(2031, 3, 4), mended)})
    told = to_markdown([Exchange(question, bot.answer(Turn(question)))])
    assert "On 4 March 2031 the Harbour Committee resolved: “(1) That the quay wall be mended" in told
    assert "1. Harbour Committee, 4 March 2031, minutes, Minute 12 (1), march.txt" in told


def test_word_holds_the_same_note():
    turns = [Exchange("What\x00 was resolved?", answer(citation(quote="That:\n(a) the \x0cquay."), missing="Not all."))]
    paragraphs = Document(io.BytesIO(to_word(turns))).paragraphs
    told = [(paragraph.style.name, paragraph.text) for paragraph in paragraphs]
    assert ("Heading 1", "What was resolved?") in told
    assert ("Normal", "Not all.") in told
    assert ("Heading 1", "References") in told
    assert [text for style, text in told if style == "Quote"] == ["That:", "(a) the quay."]
    assert any(text.startswith("1. Harbour Committee, 4 March 2031") for _, text in told)
    assert any(text.endswith("” [1]") for _, text in told)
