"""Two councils with a committee of one name: a resolution of one is never told as the other's."""

from dataclasses import replace
from datetime import date

import pytest
from bot_papers import bot_on, paper

from bot.rendering.answer_rows import answer_row
from bot.types import Turn

ORREN, MARL = "Orren Borough Council", "Marl District Council"
OF_ORREN = """
heading|17||17. Fog horn on Stell Point
resolution|17|17. Fog horn on Stell Point|RESOLVED: That two fog horns be installed on Stell Point at a cost of £9,000.
heading|18||18. Ice house
resolution|18|18. Ice house|RESOLVED: That the ice house be let to the rowing club for £1 a year.
"""
OF_MARL = """
heading|3||3. Fog horn on Stell Point
resolution|3|3. Fog horn on Stell Point|RESOLVED: That the decision to install two fog horns on Stell Point be rescinded and none be installed.
heading|4||4. Weir
resolution|4|4. Weir|RESOLVED: That the weir be mended with marble at a cost of £700.
"""


def of_council(file, day, text, council, body="Harbour Committee"):
    return replace(paper(file, "minutes", day, text), council=council, body=body)


@pytest.fixture(scope="module")
def bot(tmp_path_factory):
    held = {
        "orren.txt": of_council("orren.txt", date(2031, 3, 4), OF_ORREN, ORREN),
        "marl.txt": of_council("marl.txt", date(2031, 6, 3), OF_MARL, MARL),
    }
    return bot_on(tmp_path_factory.mktemp("two"), held)


def ask(bot, question):
    return bot.answer(Turn(question))


def test_the_opening_names_the_council(bot):
    answer = ask(bot, "What did the Orren harbour committee resolve on the ice house?")
    assert answer.text.startswith(f"On 4 March 2031 the Harbour Committee of {ORREN} resolved: “RESOLVED: That the ice")
    assert answer.citations[0].body == f"Harbour Committee of {ORREN}"
    assert f"Harbour Committee of {MARL}" in answer.searched


def test_the_row_of_json_has_the_body_as_printed_and_the_council_beside(bot):
    row = answer_row(ask(bot, "What did the Orren harbour committee resolve on the ice house?"))
    assert [(one["body"], one["council"]) for one in row["citations"]] == [("Harbour Committee", ORREN)]


def test_another_councils_meeting_undoes_nothing(bot):
    answer = ask(bot, "How many fog horns is the Orren Harbour Committee to install on Stell Point?")
    assert "two fog horns be installed" in answer.citations[0].quote
    assert "Later" not in answer.text
    assert "Earlier" not in answer.text


def test_what_another_council_resolved_is_found_for_another_body(bot):
    answer = ask(bot, "What did Marl resolve on letting the ice house to the rowing club?")
    assert (answer.abstained, answer.reason) == (True, "other_body")
    assert (
        f"Found in the papers of another body (Harbour Committee of {ORREN}, 4 March 2031): “RESOLVED: That the ice house"
        in answer.text
    )


def test_a_body_of_two_councils_is_told_to_be_both(bot):
    answer = ask(bot, "What did the Harbour Committee resolve on the weir?")
    assert answer.citations[0].file == "marl.txt"
    both = f"Harbour Committee of {MARL} and Harbour Committee of {ORREN}"
    assert answer.text.startswith(f"“Harbour Committee” fits 2 bodies: {both}.")


def test_a_council_named_leaves_nothing_to_tell_apart(bot):
    assert ask(bot, "What did the Marl Harbour Committee resolve on the weir?").missing is None


def test_the_last_meeting_of_a_body_of_two_councils_is_asked_back(bot):
    text = ask(bot, "Summarise the last meeting of the Harbour Committee").text
    assert f"- Harbour Committee of {MARL}: 3 June 2031\n- Harbour Committee of {ORREN}: 4 March 2031" in text
    assert ask(bot, "Summarise the last meeting of the Orren Harbour Committee").text.startswith(
        f"The meeting of the Harbour Committee of {ORREN}, 4 March 2031"
    )


def test_what_is_held_is_told_by_council(bot):
    text = ask(bot, "What do you hold?").text
    assert text.index(f"- Harbour Committee of {MARL}: 1 paper") < text.index(
        f"- Harbour Committee of {ORREN}: 1 paper"
    )


def test_a_councils_name_alone_asks_of_all_its_bodies(bot):
    assert ask(bot, "When did Orren council meet?").text.endswith(f"- 4 March 2031: Harbour Committee of {ORREN}")


def test_with_one_council_the_answer_is_as_it_was(tmp_path):
    one = bot_on(tmp_path, {"orren.txt": of_council("orren.txt", date(2031, 3, 4), OF_ORREN, ORREN)})
    answer = ask(one, "What did the Harbour Committee resolve on the ice house?")
    assert answer.text.startswith("On 4 March 2031 the Harbour Committee resolved")
    assert (answer.missing, answer.citations[0].body) == (None, "Harbour Committee")


def test_the_council_is_named_where_its_body_first_is(tmp_path):
    march = "resolution|4|4. Boat house|That the boat house be painted."
    july = "resolution|9|9. Boat house|That the boat house be sold."
    held = {
        "march.txt": of_council("march.txt", date(2031, 3, 4), march, ORREN),
        "july.txt": of_council("july.txt", date(2031, 7, 1), july, ORREN),
        "marl.txt": of_council("marl.txt", date(2031, 6, 3), OF_MARL, MARL, "Cabinet"),
    }
    text = ask(bot_on(tmp_path, held), "What was resolved on the boat house in March and in July 2031?").text
    first, second = text.split("\n\n")
    assert first.startswith(f"On 4 March 2031 the Harbour Committee of {ORREN} resolved:")
    assert second.startswith("On 1 July 2031 the Harbour Committee resolved:")
