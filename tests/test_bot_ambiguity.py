from dataclasses import replace
from datetime import date

import pytest
from bot_papers import bot_on, paper
from evidence_papers import minutes, whole
from held_papers import query
from scoped_questions import asked

from bot.query.ambiguity import Several, only, several_of, told
from bot.rendering.quotations import cite
from bot.types import Answer, Choice, Turn
from index.scope import Scope, Shared
from index.types import Filter

ORREN, MARL = "Orren Borough Council", "Marl District Council"
PLANNING = [f"Planning Committee of {MARL}", f"Planning Committee of {ORREN}"]
HEALTH, ROADS, PARKS = "Health Scrutiny Committee", "Roads Scrutiny Committee", "Parks Scrutiny Committee"


def of(body, day=date(2031, 3, 4), **facts):
    return whole(minutes("text|4|4. Bus|The bus was slow.", day, body, body=body, **facts), 0)


def answer(*evidence, **facts):
    return Answer("Quoted.", cite(evidence, lambda _: ()), **facts)


def test_a_name_that_bodies_of_two_councils_have_fits_both():
    scope = Scope(bodies=tuple(PLANNING), shared=(Shared("Planning Committee", tuple(PLANNING)),))
    found = several_of("What did the Planning Committee resolve?", scope, PLANNING)
    assert found == Several("Planning Committee", {name: frozenset([name]) for name in PLANNING})
    assert several_of("What did the Planning Committee resolve?", scope, PLANNING[1:]) is None


def test_a_shortened_name_fits_the_bodies_that_have_its_words():
    found = several_of("What did the scrutiny committee think?", Scope(), [HEALTH, ROADS, "Cabinet"])
    assert (found.name, list(found.fits)) == ("the scrutiny committee", [HEALTH, ROADS])


SCRUTINY, LICENSING = "Overview and Scrutiny Committee", "Licensing and Safety Committee"


@pytest.mark.parametrize(
    ("question", "body"),
    [
        ("What did the scrutiny committee think?", SCRUTINY),
        ("What did the Scrutiny Committee think?", SCRUTINY),
        ("Has scrutiny agreed to it?", SCRUTINY),
        ("What did licensing say of taxis?", LICENSING),
        ("What did the Licensing Committee resolve?", LICENSING),
    ],
)
def test_a_shortened_name_that_fits_one_body_alone_means_it(question, body):
    assert list(several_of(question, Scope(), [SCRUTINY, LICENSING, "Cabinet"]).fits) == [body]


@pytest.mark.parametrize(
    "question",
    [
        "What did the committee think?",
        "What did the licensing panel think?",
        "What is licensing for?",
        "Did licensing fees rise?",
        "What did planning decide?",
    ],
)
def test_what_is_no_shortened_name_of_a_body_held_means_none(question):
    assert several_of(question, Scope(), [SCRUTINY, LICENSING, "Cabinet"]) is None


def test_a_body_named_in_full_is_plain():
    assert several_of("What did the scrutiny committee think?", Scope(bodies=(HEALTH,)), [HEALTH, ROADS]) is None


def test_the_one_body_that_a_shortened_name_means_is_told_without_a_line_on_it():
    several = several_of("What did the scrutiny committee think?", Scope(), [SCRUTINY, "Cabinet"])
    quoted = answer(of(SCRUTINY))
    assert told(quoted, query("What did the scrutiny committee think?"), several) == quoted


def test_a_body_whose_name_has_no_word_of_its_own_is_none_that_a_name_fits():
    bodies = ["of the", HEALTH, "Public Health Committee"]
    assert list(several_of("What did the health committee resolve?", Scope(), bodies).fits) == bodies[1:]


def test_bodies_that_the_reader_leaves_out_are_not_meant():
    scope = Scope(bodies=tuple(PLANNING), shared=(Shared("Planning Committee", tuple(PLANNING)),))
    assert only(scope, PLANNING[1:]).bodies == tuple(PLANNING[1:])
    assert only(scope, ["Cabinet"]) == scope


THREE = Several("the scrutiny committee", {name: frozenset([name]) for name in (HEALTH, ROADS, PARKS)})
FITS = f"“The scrutiny committee” fits 3 bodies: {HEALTH}, {ROADS} and {PARKS}."


def line_on(given, several=THREE):
    return told(given, query("What did the scrutiny committee think?"), several).text.split("\n\n")[0]


def test_what_a_name_fits_is_told_and_each_is_offered():
    found = told(answer(of(HEALTH), of(ROADS)), query("What did the scrutiny committee think?"), THREE)
    assert found.text == f"{FITS} Name one to ask about it alone.\n\nQuoted."
    assert found.choices == tuple(Choice(name, (name,)) for name in (HEALTH, ROADS, PARKS))


def test_the_one_that_answers_is_named():
    assert line_on(answer(of(HEALTH))) == (
        f"{FITS} Only papers of the {HEALTH} were found to answer. Name one to ask about it alone."
    )


def test_what_is_quoted_of_others_than_a_name_fits_is_told_as_of_others():
    assert line_on(answer(of("Orren Parish Council"))) == (
        f"{FITS} None of their papers were found to answer: what is quoted is from others. Name one to ask about it alone."
    )


def test_a_refusal_names_what_the_name_fits_too():
    assert line_on(answer(abstained=True)) == f"{FITS} Name one to ask about it alone."
    assert line_on(answer(abstained=True, reason="off_topic")) == "Quoted."


BUS = "What did members think of the bus at the March meeting?"
MARCH = [
    minutes("text|4|4. Bus|The bus was slow.", day, f"bus-{day.year}") for day in (date(2031, 3, 4), date(2032, 3, 2))
]


def test_a_month_of_several_years_is_told_with_its_years():
    found = told(answer(whole(MARCH[0], 0)), asked(BUS, *MARCH), None)
    assert found.text.startswith("“March” fits meetings of 2031 and 2032. Name a year to ask about it alone.\n\n")
    assert found.choices == (Choice("March 2031", (), 2031), Choice("March 2032", (), 2032))


def test_a_month_with_its_year_or_of_one_year_that_is_searched_is_plain():
    given = answer(whole(MARCH[1], 0))
    assert told(given, asked("What did members think at the March 2032 meeting?", *MARCH), None) == given
    allowed = Filter(since=date(2032, 1, 1), until=date(2032, 12, 31))
    assert told(given, asked(BUS, *MARCH, allowed=allowed), None) == given


LICENSED = """
heading|1||1. Taxi fares
text|1|1. Taxi fares|Members considered a letter on taxi fares.
heading|2||2. Kiosk licence
text|2|2. Kiosk licence|The kiosk licence is for three years.
"""
WELCOMED = """
heading|2||2. Kiosk licence
text|2|2. Kiosk licence|Members had much to say of the kiosk licence.
resolution|2|2. Kiosk licence|RESOLVED: That the kiosk licence be welcomed.
"""


def test_the_papers_of_the_one_body_that_a_shortened_name_means_are_told_before_others(tmp_path):
    licensing = replace(paper("l.txt", "minutes", date(2031, 4, 4), LICENSED), body=LICENSING)
    cabinet = replace(paper("c.txt", "minutes", date(2031, 5, 4), WELCOMED), body="Cabinet")
    held = bot_on(tmp_path, {"l.txt": licensing, "c.txt": cabinet})
    found = held.answer(Turn("What did the licensing committee say of the kiosk licence?"))
    assert (found.reason, [one.body for one in found.citations]) == (None, [LICENSING])
