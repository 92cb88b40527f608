from datetime import date

from bot_papers import bot_on, paper

from bot.answerability.exempt import paragraphs_of_schedule
from bot.types import Turn


def test_the_paragraphs_that_a_notice_names_are_read():
    assert paragraphs_of_schedule("as defined in paragraphs 2 and 6 of Part 1 of Schedule 12A") == "2 and 6"
    assert paragraphs_of_schedule("By virtue of paragraph(s) 3 of Part 1 of Schedule 12A") == "3"
    assert paragraphs_of_schedule("The item was taken in private.") == ""


CLOSED = """
heading|5||5. Tenders for the weir
text|5|5. Tenders for the weir|Tenders for the weir had come in. How they were weighed stood in the exempt appendix.
"""
OPEN = """
heading|3||3. The weir
text|3|3. The weir|The weir had been mended and would be opened in June.
"""


def test_what_several_meetings_said_of_a_matter_is_public_though_one_kept_something_back(tmp_path):
    papers = {
        "may.txt": paper("may.txt", "minutes", date(2031, 5, 6), CLOSED),
        "june.txt": paper("june.txt", "minutes", date(2031, 6, 3), OPEN),
    }
    bot = bot_on(tmp_path, papers)
    assert {c.file for c in bot.answer(Turn("What has been said about the weir?")).citations} == {"may.txt", "june.txt"}
    assert bot.answer(Turn("What tenders for the weir were there?")).reason == "exempt"
