"""The words of a council's name: which place it is of, and what sort of council it is."""

from __future__ import annotations

from itertools import takewhile

SORTS = frozenset(
    "county city borough district metropolitan town parish community unitary royal london municipal".split()
)
"""Words that say what sort of council it is, not which."""
RANKS = frozenset(("royal", "london", "metropolitan", "unitary", "municipal"))
"""Of these, those that are left out where a council is called for short."""

_OF_PARISHES = frozenset(("parish", "town", "community"))
_RIVERS = frozenset(("upon", "on", "under", "by", "next"))
_JOINTS = _RIVERS | {"and", "&", "with", "cum"}
_NOT_TELLING = frozenset(("council", "councils", "of", "the", "and", "authority", "trust", "board"))


def words_of_name(name: str) -> list[str]:
    """The words of a name in small letters, "&" read as "and"."""
    return "".join(sign if sign.isalnum() else " " for sign in name.lower().replace("&", " and ")).split()


def place_of(council: str) -> tuple[str, ...]:
    """The words of a council's name that say which it is, in small letters: ("slieve", "arden")."""
    return tuple(word for word in words_of_name(council) if word not in SORTS | _NOT_TELLING)


def sorts_of(council: str) -> frozenset[str]:
    """The words of a council's name that say what sort it is."""
    return frozenset(words_of_name(council)) & SORTS


def same_council(one: str, other: str) -> bool:
    """Whether two printed names are one council's: "London Borough of Ravensmere", "Ravensmere Council".

    "Cork City Council" and "Cork County Council" are two.
    """
    if place_of(one) != place_of(other):
        return False
    sorts = [sorts_of(name) for name in (one, other)]
    return not all(sorts) or not (sorts[0] ^ sorts[1]) - RANKS


def shortens(one: str, other: str) -> bool:
    """Whether a parish's council is called by the first of its places: "Orren Parish Council", the Orren and Marl one."""
    return place_of(one) == first_place(other) != place_of(other) and sorts_of(one) == sorts_of(other) <= _OF_PARISHES


def first_place(council: str) -> tuple[str, ...]:
    """The place that a council of several is called by for short: "Orren" of Orren and Marl, or of Orren upon Wray."""
    joints = _JOINTS if sorts_of(council) <= _OF_PARISHES else _RIVERS
    first = takewhile(lambda word: word.lower() not in joints, council.partition(", ")[0].split())
    return place_of(" ".join(first))
