"""The text of a paper that is not for publication is quoted to nobody who is not cleared; its notice is."""

from dataclasses import replace
from datetime import date

import pytest
from bot_papers import PAPERS, bot_on, paper

from bot.restricted import is_restricted
from bot.types import Turn

NOTICE = "NOT FOR PUBLICATION by virtue of paragraph 3 of Part 1 of Schedule 12A to the Local Government Act 1972"
CLOSED = f"""
heading|||Lease of the ice house
exempt|||{NOTICE}
text|1.1|1. Offers|1.1 The Frozen Fish Company offered £9,100 a year for the ice house.
"""
HELD = PAPERS | {"closed.txt": paper("closed.txt", "report", date(2031, 3, 4), CLOSED, "Lease of the ice house")}
ASKED = Turn("How much did the Frozen Fish Company offer for the ice house?")


def test_the_text_of_a_restricted_paper_is_not_told_to_a_reader_who_is_not_cleared(tmp_path):
    answer = bot_on(tmp_path, HELD).answer(ASKED)
    assert answer.abstained
    assert "9,100" not in answer.text + "".join(passage.text for passage in answer.passages)


def test_a_cleared_reader_is_told(tmp_path):
    answer = replace(bot_on(tmp_path, HELD), cleared=True).answer(ASKED)
    assert "9,100" in answer.text


@pytest.mark.parametrize(
    ("head", "restricted"),
    [
        ("CONFIDENTIAL", True),
        ("This report is not for publication", True),
        ("By virtue of paragraph(s) 3 of Part 1 of Schedule 12A", True),
        ("Appendix 2 is not for publication", False),
        ("This report is public but Appendix 2 is exempt", False),
        ("Confidential or exempt information: None", False),
        ("Unrestricted", False),
    ],
)
def test_a_paper_is_restricted_by_what_it_says_at_its_head(tmp_path, head, restricted):
    text = f"heading|||Ice house\ntext|||{head}\ntext|1.1|1. Offers|1.1 There were two."
    bot = bot_on(tmp_path, {"a.txt": paper("a.txt", "report", date(2031, 3, 4), text)})
    held = bot.index.catalogue.papers()[0]
    assert is_restricted(held, bot.items.paper(held.id)) is restricted
