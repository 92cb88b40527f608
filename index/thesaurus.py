"""What people call things, and what papers of councils call them: "the tip" is a household waste recycling centre.

A question's everyday word is answered by the papers' word, for less than by itself. The groups are general English and the
usual terms of councils in the United Kingdom and Ireland; docs/evaluation.md has what they earn.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Final

from index.words import stems_of

# A line a group: each name answers for every other of its line.
_SAME: Final = """
chair, chairman, chairwoman, chairperson, cathaoirleach, convener, convenor
vice chair, vice chairman, vice chairperson, deputy chair, leas cathaoirleach
councillor, cllr
elected, appointed
scrap, abolish, discontinue
sell, sale, disposal, dispose
buy, purchase, acquisition
yearly, annual
rubbish, litter, refuse
tip, dump, household waste recycling centre, civic amenity site
pavement, footway, footpath
road, highway, carriageway
speed bump, speed hump, traffic calming
street light, streetlight, street lighting
lollipop, school crossing patrol
bike, bicycle, cycle, cycling
graveyard, cemetery, burial ground
playground, play area
council house, council housing, council homes
housing association, registered provider
homeless, rough sleeping
pensioner, older people
kids, children
teenager, young people, youth
special needs, special educational needs
boss, chief executive
trainee, apprentice, apprenticeship
doctor, gp, general practitioner
defibrillator, aed
opening times, opening hours
closed, excluded, exempt
put off, deferred, postponed
turned down, refused, rejected
dog mess, dog fouling
pub, public house, licensed premises
town centre, high street
resigned, resignation, stood down
"""


@cache
def _groups() -> tuple[tuple[tuple[str, frozenset[str]], ...], ...]:
    """Each group's names with their stems."""
    lines = (line.split(",") for line in _SAME.strip().splitlines())
    return tuple(tuple((name.strip(), frozenset(stems_of(name))) for name in line) for line in lines)


def other_words(question: str) -> list[tuple[str, str]]:
    """What a question's words are called elsewhere: pairs of a name that stands in it and another for the same."""
    held = frozenset(stems_of(question))
    pairs: dict[tuple[str, str], None] = {}
    for group in _groups():
        named = [name for name, stems in group if stems <= held]
        pairs |= dict.fromkeys((one, other) for one in named for other, stems in group if not stems <= held)
    return list(pairs)


def words_of_others(pairs: Iterable[tuple[str, str]]) -> str:
    """The other names as one text to search by."""
    return " ".join(dict.fromkeys(other for _, other in pairs))
