"""The text of a paper that is not for publication is quoted to nobody who is not cleared; its notice is."""

from datetime import date

from bot_papers import PAPERS, bot_on, paper
from scripted_reader import PlainReader

from bot.pipeline import Bot
from bot.reading.items import Items
from bot.types import Turn
from index import Index

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
    bot_on(tmp_path, HELD).index.close()
    with Index.open(tmp_path / "home", "words", cleared=True) as index:
        assert "9,100" in Bot(index, Items(index.reading), PlainReader()).answer(ASKED).text
