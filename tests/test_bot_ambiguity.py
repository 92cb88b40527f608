from dataclasses import replace
from datetime import date

import pytest
from bot_papers import bot_on, paper

from bot.query.ambiguity import read
from bot.types import Choice, Turn
from index.scope import Scope
from index.types import Filter

ORREN, MARL = "Orren Borough Council", "Marl District Council"
PLANNING = [f"Planning Committee of {MARL}", f"Planning Committee of {ORREN}"]


def minutes(file, body, council, day, text):
    return replace(paper(file, "minutes", day, text), body=body, council=council)


TWO = {
    "orren.txt": minutes(
        "orren.txt",
        "Planning Committee",
        ORREN,
        date(2031, 3, 4),
        "resolution|4|4. Boat house|That the boat house be refused.\ntext|5|5. Mole|A mole was seen.",
    ),
    "marl.txt": minutes(
        "marl.txt",
        "Planning Committee",
        MARL,
        date(2031, 5, 6),
        "resolution|7|7. Boat house|That the boat house be approved.",
    ),
    "cabinet.txt": minutes("cabinet.txt", "Cabinet", ORREN, date(2031, 6, 3), "text|2|2. Budget|The budget was £900."),
}
ONE = {
    "health.txt": minutes(
        "health.txt",
        "Health Scrutiny Committee",
        None,
        date(2031, 3, 4),
        "text|4|4. Bus|Members thought the bus to the clinic too slow.",
    ),
    "roads.txt": minutes(
        "roads.txt",
        "Roads Scrutiny Committee",
        None,
        date(2032, 3, 2),
        "text|3|3. Bus|Members thought the bus too dear for schools.",
    ),
    "parks.txt": minutes(
        "parks.txt", "Parks Scrutiny Committee", None, date(2032, 4, 6), "text|3|3. Swans|Members fed the swans."
    ),
}


@pytest.fixture(scope="module")
def two(tmp_path_factory):
    return bot_on(tmp_path_factory.mktemp("two"), TWO)


@pytest.fixture(scope="module")
def one(tmp_path_factory):
    return bot_on(tmp_path_factory.mktemp("one"), ONE)


def test_a_name_that_two_councils_have_is_answered_for_each(two):
    answer = two.answer(Turn("What did the Planning Committee resolve on the boat house?"))
    assert [citation.body for citation in answer.citations] in (PLANNING, PLANNING[::-1])
    line, *groups = answer.text.split("\n\n")
    assert line == f"“Planning Committee” fits 2 bodies: {PLANNING[0]} and {PLANNING[1]}. Name one to ask of it alone."
    assert len(groups) == 2
    assert answer.choices == tuple(Choice(name, (name,)) for name in PLANNING)


def test_what_one_of_them_alone_speaks_of_is_told_of_that_one(two):
    answer = two.answer(Turn("What did the Planning Committee hear of the mole?"))
    assert {citation.body for citation in answer.citations} == {PLANNING[1]}
    assert f"Only papers of the {PLANNING[1]} were found to answer." in answer.text


def test_a_refusal_names_what_the_name_fits_too(two):
    answer = two.answer(Turn("What did the Planning Committee resolve on the windmill?"))
    assert answer.abstained
    assert answer.text.startswith("“Planning Committee” fits 2 bodies")
    assert len(answer.choices) == 2


def test_a_body_that_is_named_with_its_council_is_plain(two):
    answer = two.answer(Turn("What did the Orren planning committee resolve on the boat house?"))
    assert answer.choices == ()
    assert answer.citations[0].body == PLANNING[1]


def test_a_reader_who_searches_one_body_is_asked_nothing(two):
    answer = two.answer(
        Turn("What did the Planning Committee resolve on the boat house?"), Filter(bodies=frozenset(PLANNING[1:]))
    )
    assert answer.choices == ()
    assert answer.missing is None


def test_two_councils_that_both_answer_are_told_where_none_is_named(two):
    answer = two.answer(Turn("What was resolved on the boat house?"))
    assert {citation.body for citation in answer.citations} == set(PLANNING)
    assert answer.text.startswith("Papers of 2 councils answer: ")


def test_a_shortened_name_that_fits_several_bodies_is_answered_for_those_that_speak_of_it(one):
    answer = one.answer(Turn("What did the scrutiny committee think of the bus?"))
    assert {citation.body for citation in answer.citations} == {"Health Scrutiny Committee", "Roads Scrutiny Committee"}
    assert answer.text.startswith("“The scrutiny committee” fits 3 bodies: ")


def test_a_month_of_several_years_is_told_with_its_years(one):
    answer = one.answer(Turn("What did members think of the bus at the March meeting?"))
    assert "“March” fits meetings of 2031 and 2032. Name a year to ask of it alone." in answer.text
    assert answer.choices == (Choice("March 2031", (), 2031), Choice("March 2032", (), 2032))


def test_a_reader_who_searches_one_year_is_asked_for_none(one):
    question = Turn("What did members think of the bus at the March meeting?")
    answer = one.answer(question, Filter(since=date(2032, 1, 1), until=date(2032, 12, 31)))
    assert answer.choices == ()
    assert [citation.body for citation in answer.citations] == ["Roads Scrutiny Committee"]


def test_a_month_with_its_year_is_plain(one):
    assert one.answer(Turn("What did members think of the bus at the March 2032 meeting?")).choices == ()


def test_a_council_that_is_not_quoted_is_not_said_to_answer(tmp_path):
    places = ("Orren", "Marl", "Hobbeck", "Thack", "Stain", "Fallow")
    resolved = "resolution|4|4. Boat house|That the boat house be painted."
    papers = {
        f"{of}.txt": minutes(f"{of}.txt", "Cabinet", f"{of} Borough Council", date(2031, 3, at), resolved)
        for at, of in enumerate(places, 4)
    }
    answer = bot_on(tmp_path, papers).answer(Turn("What was resolved on the boat house?"))
    line = answer.text.partition("\n")[0]
    assert line.startswith("Papers of 5 councils answer: ")
    assert line.endswith(" So may those of 1 more. Name one to ask of it alone.")
    assert len(answer.choices) == len(places)


def test_what_is_quoted_of_others_than_a_name_fits_is_told_as_of_others(tmp_path):
    papers = {
        f"{of}.txt": minutes(f"{of}.txt", of, None, date(2031, 3, 4), text)
        for of, text in {
            "Marl Area Committee": "text|4|4. Swans|Members fed the swans.",
            "Hobbeck Area Committee": "text|4|4. Band|Members heard the band.",
            "Orren Parish Council": "resolution|5|5. Footpaths|That the footpaths be swept.",
        }.items()
    }
    answer = bot_on(tmp_path, papers).answer(Turn("What did the area committee decide on footpaths?"))
    assert [citation.body for citation in answer.citations] in ([], ["Orren Parish Council"])
    if not answer.abstained:
        assert "No papers of these were found to answer; what is quoted is of others." in answer.text


def test_a_body_whose_name_has_no_word_of_its_own_is_none_that_a_name_fits():
    bodies = ["of the", "Health Scrutiny Committee", "Public Health Committee"]
    found = read("What did the health committee resolve?", Scope(), bodies)
    assert found
    assert list(found.fits) == bodies[1:]
