from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

import pytest
from evidence_papers import minutes, whole
from scoped_questions import asked

from bot.answerability.exempt import notice, paragraphs_of_schedule
from bot.grounding.verify import MOST_WORDS
from index.coverage import Wanted
from index.types import HeldParagraph, Passage

UNDER = "Excluded under paragraph 3 of Part 1 of Schedule 12A to the Local Government Act 1972."
LEASE = minutes(
    f"""
heading|13|13. Slipway tolls|13. Slipway tolls
text|13|13. Slipway tolls|The tolls bring in £900.
heading|14|14. Lease of the ice house|14. Lease of the ice house
exempt|14|14. Lease of the ice house|{UNDER}
""",
    date(2031, 3, 4),
    "lease",
)
WEIR = minutes(
    """
heading|5|5. Tenders for the weir|5. Tenders for the weir
text|5|5. Tenders for the weir|Tenders for the weir had come in. How they were weighed stood in the exempt appendix.
resolution|5|5. Tenders for the weir|That the exempt report on the weir be noted.
text|5|5. Tenders for the weir|The exempt report on the weir put its price at £4,000.
""",
    id_="weir",
)


@dataclass(frozen=True)
class Held:
    """As much of a catalogue as is asked: notices by file, and papers that are closed."""

    paragraphs: Sequence[HeldParagraph]
    shut: Sequence[HeldParagraph] = field(default=())

    def frequencies(self, words):
        return {word: sum(word.lower() in one.text.lower() for one in self.paragraphs) for word in words}

    def size(self):
        return len(self.paragraphs)

    def exempt(self, file):
        return [one for one in (*self.paragraphs, *self.shut) if one.type == "exempt" and one.paper.file == file]

    @property
    def closed(self):
        return {one.paper.id: one for one in self.shut}

    def notices(self):
        return [list(self.shut)]

    def papers(self, _):
        return [one.paper for one in self.shut]


def told(text, paper, *evidence, shut=()):
    question, held = asked(text, paper), Held(paper, shut)
    wanted = Wanted(held, text, question.scope, {})
    return notice(question, wanted, [Passage(tuple(paper), 1.0)], evidence, held)


def test_an_exempt_item_is_known_by_its_title():
    found = told("How much is the lease of the ice house?", LEASE, whole(LEASE, 1))
    assert (found.text, found.lead.type) == (UNDER, "exempt")


@pytest.mark.parametrize(
    "text",
    [
        "Why was the lease of the ice house exempt?",
        "Was the lease of the ice house dealt with behind closed doors?",
        "What do the tolls on the slipway bring in?",
    ],
)
def test_what_is_public_of_it_is_no_secret(text):
    assert told(text, LEASE, whole(LEASE, 1)) is None


def test_a_public_text_that_says_more_of_the_matter_is_told():
    public = minutes("text|9|9. Ice house|The rowing club pays £40 for the lease of the ice house.", id_="public")
    assert told("What does the rowing club pay for the lease of the ice house?", LEASE, whole(public, 0)) is None


def test_words_that_say_that_it_is_exempt_are_the_notice():
    assert told("What tenders for the weir were there?", WEIR, whole(WEIR, 1)).text == WEIR[1].text


def test_words_that_give_what_is_asked_for_are_told_though_they_say_exempt():
    assert told("How much money did the report put the weir at?", WEIR, whole(WEIR, 3)) is None


def test_a_resolution_is_public():
    assert told("What was resolved on the weir?", WEIR, whole(WEIR, 2)) is None


def test_what_several_meetings_said_is_public_though_one_kept_something_back():
    june = minutes("text|3|3. The weir|The weir had been mended.", date(2031, 6, 3), "june")
    text = "What has been said about the tenders for the weir?"
    question, held = asked(text, WEIR), Held(WEIR)
    broad = replace(question, question=replace(question.question, broad=True))
    wanted = Wanted(held, text, question.scope, {})
    assert notice(broad, wanted, [], [whole(WEIR, 1), whole(june, 0)], held) is None


def test_a_paper_that_is_closed_to_the_reader_is_told_by_its_notice():
    closed = minutes(f"heading|||Lease of the kiosk\nexempt|||NOT FOR PUBLICATION. {UNDER}", date(2031, 3, 4), "closed")
    found = told("How much is the lease of the kiosk?", WEIR, shut=closed)
    assert found.paper_id == "closed"


def test_a_long_notice_is_cut_to_what_may_be_quoted():
    long = minutes(f"exempt|1|1. Lease of the kiosk|Lease of the kiosk. {'word ' * 200}", id_="long")
    found = told("How much is the lease of the kiosk?", long)
    assert len(found.text.split()) == MOST_WORDS
    assert found.lead.text.startswith(found.text)


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("as defined in paragraphs 2 and 6 of Part 1 of Schedule 12A", "2 and 6"),
        ("By virtue of paragraph(s) 3 of Part 1 of Schedule 12A", "3"),
        ("under paragraphs 1, 2 & 3.", "1 and 2 and 3"),
        ("The item was taken in private.", ""),
    ],
)
def test_the_paragraphs_that_a_notice_names_are_read(text, paragraphs):
    assert paragraphs_of_schedule(text) == paragraphs
