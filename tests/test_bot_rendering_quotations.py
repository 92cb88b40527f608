"""Citations of evidence, and the text that quotes them."""

from dataclasses import replace
from datetime import date

from evidence_papers import minutes, whole

from bot.rendering.quotations import cite, compose_text
from index.types import Place

MAY = minutes(
    "resolution|3,(1)|3. Quay|(1) That the quay\n  be mended.\ntext|3|3. Quay|The Clerk was thanked.".replace(
        "\n  ", "   "
    )
)
JUNE = minutes("resolution|7|7. Slip|That the slip be swept.", date(2031, 6, 3), "june")


def told(*evidence):
    return compose_text(evidence, cite(evidence, lambda _: ()))


def test_a_citation_says_where_its_words_begin_and_stand_again():
    copy = Place("copy.pdf", "Minute 3", 2)
    (cited,) = cite([whole(MAY, 0)], lambda _: (copy,))
    assert (cited.n, cited.file, cited.locator, cited.places) == (1, "may.txt", "Minute 3 (1)", (copy,))
    assert cited.quote == MAY[0].text


def test_quotations_of_one_meeting_are_told_together_and_each_on_one_line():
    assert told(whole(MAY, 0), whole(MAY, 1), whole(JUNE, 0)).split("\n\n") == [
        "On 6 May 2031 the Harbour Committee resolved: “(1) That the quay be mended.” [1]",
        "The same minutes record: “The Clerk was thanked.” [2]",
        "On 3 June 2031 the Harbour Committee resolved: “That the slip be swept.” [3]",
    ]


def test_what_is_said_in_the_same_way_stands_in_the_same_paragraph():
    assert told(whole(JUNE, 0), whole(JUNE, 0)) == (
        "On 3 June 2031 the Harbour Committee resolved: “That the slip be swept.” [1] “That the slip be swept.” [2]"
    )


def test_what_came_before_is_told_as_earlier():
    later, earlier = whole(JUNE, 0), replace(whole(MAY, 0), order="earlier")
    assert "\n\nEarlier, on 6 May 2031 the Harbour Committee resolved: “(1) That" in told(later, earlier)
