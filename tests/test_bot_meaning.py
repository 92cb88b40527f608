from datetime import date

from bot.reading.meaning import defines
from bot_papers import bot_on, paper

from bot.query.question import read
from bot.types import Turn

WATCH = """
heading|1||1. Notes
text|1|1. Notes|Berths let were below the tide mark in the quarterly watch, and the tide mark was missed for a third time.
text|1|1. Notes|*Tide marks are the least that is looked for, and lead to steps by the Clerk where they are missed.
heading|2||2. Ferry watch
text|2|2. Ferry watch|Sailings on time were above the tide mark in the quarterly watch, as the tide mark is put there.
heading|3||3. Crane watch
text|3|3. Crane watch|Crane hours stood below the tide mark in the quarterly watch, as the tide mark is put there.
heading|4||4. Gull watch
text|4|4. Gull watch|Gull strikes were above the tide mark in the quarterly watch, as the tide mark is put there.
heading|5||5. Mussel watch
text|5|5. Mussel watch|Mussel counts fell under the tide mark in the quarterly watch, as the tide mark is put there.
heading|6||6. Buoy watch
text|6|6. Buoy watch|Buoy repairs came up to the tide mark in the quarterly watch, as the tide mark is put there.
heading|7||7. Weed watch
text|7|7. Weed watch|Weed cuts did not reach the tide mark in the quarterly watch, as the tide mark is put there.
"""


def test_what_a_thing_is_may_stand_behind_a_star():
    assert defines(read("What is a tide mark?"), "Better\n*Tide marks are the least that is looked for.")


def test_a_definition_stands_out_among_many_places_that_speak_of_the_thing(tmp_path):
    bot = bot_on(tmp_path, {"watch.txt": paper("watch.txt", "report", date(2031, 5, 6), WATCH)})
    answer = bot.answer(Turn("I'm new to the quay. What is a tide mark in the quarterly watch?"))
    assert "the least that is looked for" in answer.citations[0].quote
