"""Which councils a question names, and of which body of which council it speaks."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from corpus.places import SORTS, first_place, place_of, sorts_of
from index.bodies import GENERIC, SUBJECTS, initials, named_bodies, words_of_body
from index.types import in_full

_ORDINARY = frozenset(
    """
    ash ashes bath barking battle beer blackpool bow bury bourne chard cheddar deal diss down eye fleet ford hale hook hope hull
    hythe look march mold more moss nelson over poole rugby rye sale sandwich sandy settle stone street sway wells ware wash
    wing wick wool reading barry flint bray cork down mallow navan trim clare mayo royal
    """.split()
)
"""Places that are words besides: only with a capital letter do they name a council."""
_PERSONS = frozenset("cllr councillor mr mrs ms miss dr sir alderman".split())
_BEFORE = frozenset("the of at in did has does and for by council councils councillors".split())


@dataclass(frozen=True, slots=True)
class Shared:
    """A name in a question, as it stands for a body or a council, that fits bodies of several councils."""

    name: str
    bodies: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Named:
    """What a question names: bodies; councils, with their bodies where it names none of these; names that fit several."""

    bodies: tuple[str, ...]
    councils: tuple[str, ...] = ()
    of_councils: tuple[str, ...] = ()
    shared: tuple[Shared, ...] = ()


def named(question: str, bodies: Iterable[str], councils: Mapping[str, str]) -> Named:
    """The bodies and councils that a question names. `councils` has the council of each body, where several are held.

    A council's name stands for all its bodies ("What did Orren decide?"); with a body's, for the one of that name that is
    its own ("the Orren planning committee"). A body's name alone stands for every council's body of the name.
    """
    every = list(dict.fromkeys(bodies))
    if not councils:
        return Named(named_bodies(question, every))
    alone = {body: _alone(body, councils.get(body)) for body in every}
    places = named_councils(question, councils.values(), {name.split()[0].lower() for name in alone.values()})
    whole = {council for council in councils.values() if sum(one == council for one in councils.values()) > 1}
    found = set(named_bodies(question, dict.fromkeys(alone.values())))
    fitting = [body for body in every if alone[body] in found - (whole if not _FULL.search(question) else set())]
    if places:
        theirs = [b for b in fitting if councils.get(b) in places or (b not in councils and _tells(b))]
        fitting = theirs or [b for b in fitting if b not in councils]
    if fitting:
        return Named(tuple(fitting), places, (), _shared(fitting, alone))
    of_councils = tuple(body for body in every if councils.get(body) in places)
    if len(of_councils) == 1 and alone[of_councils[0]] in councils.values():  # a parish council is its own only body
        return Named(of_councils, places)
    return Named((), places, of_councils, _of_one_place(places, of_councils))


_FULL = re.compile(r"\bfull council\b", re.IGNORECASE)


def _alone(body: str, council: str | None) -> str:
    """A body's name without its council's, where that was put behind it to tell it apart."""
    if not council:
        return body
    head, _, tail = body.partition(" of ")
    while tail and in_full(head, council) != body:
        more, _, tail = tail.partition(" of ")
        head = f"{head} of {more}"
    return head


def _tells(body: str) -> bool:
    """Whether a body's name can be no other council's body's."""
    return bool(set(words_of_body(body)) - GENERIC - SUBJECTS)


def _shared(fitting: Iterable[str], alone: Mapping[str, str]) -> tuple[Shared, ...]:
    names: dict[str, list[str]] = {}
    for body in fitting:
        names.setdefault(alone[body], []).append(body)
    return tuple(Shared(name, tuple(of)) for name, of in names.items() if len(of) > 1)


def _of_one_place(councils: Iterable[str], bodies: tuple[str, ...]) -> tuple[Shared, ...]:
    """The place that two councils are called by: "Cork" is the City Council's and the County Council's."""
    places = [place_of(council) for council in councils]
    twice = dict.fromkeys(place for place in places if places.count(place) > 1)
    return tuple(Shared(" ".join(place).title(), bodies) for place in twice)


def named_councils(question: str, councils: Iterable[str], begin: Collection[str] = ()) -> tuple[str, ...]:
    """The councils that a question names: by name, by place ("Orren", "the Orren parish council") or by initials.

    `begin` are the words that bodies' names begin with: in "the Orren Harbour Committee" the place stands for the council.
    """
    after = GENERIC | SUBJECTS | {"council", "councils", "councillors", *begin}
    return tuple(council for council in dict.fromkeys(councils) if _is_named(question, council, after))


def _is_named(question: str, council: str, after: Collection[str]) -> bool:
    if any(re.search(rf"\b{re.escape(letters)}\b", question) for letters in initials(council)):
        return True
    for place in {place_of(council), first_place(council)} - {()}:
        ordinary = len(place) == 1 and place[0] in _ORDINARY
        pattern = r"(?:['’]|\W+(?:of\W+|the\W+|and\W+)*)".join(
            re.escape(word.capitalize() if ordinary else word) for word in place
        )
        flags = re.NOFLAG if ordinary else re.IGNORECASE
        for match in re.finditer(rf"(?<![\w-]){pattern}(?![\w-])", question, flags):
            if _of_the_council(question, match.start(), match.end(), council, after):
                return True
    return False


def _of_the_council(question: str, start: int, end: int, council: str, bodies: Collection[str]) -> bool:
    """Whether a place stands for its council here, and not within a longer name ("Kent Police", "Nether Orren", "Cllr Kent")."""
    before, after = (
        question[:start].split(),
        re.match(r"(?:['’]s)?\s+([\w-]+)(?:\s+(?:and\s+)?([\w-]+))?", question[end:]),
    )
    told = {word.lower() for word in (after.groups() if after else ()) if word} & (SORTS - {"royal", "london"})
    front = {word.lower() for word in before[-3:]} & (SORTS - {"royal", "london"})
    if (told | front) and sorts_of(council) and not (told | front) & sorts_of(council):
        return False  # the town of that name, not the district
    last = before[-1].lower().strip(".") if before else ""
    if last in _PERSONS or (len(before) > 1 and before[-1][0].isupper() and last not in _BEFORE | SORTS):
        return False
    following = after[1] if after and not after[0].startswith(("'", "’")) else ""
    return not following[:1].isupper() or following.lower() in bodies
