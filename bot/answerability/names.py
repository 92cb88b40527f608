"""Whether names stand in a text: of people, places and things, of bodies, and letters that stand for them."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from bot.grounding.names import initials, name_words
from bot.query.question import Phrase
from bot.query.terms import stem, stems, without_possessive, words
from index.bodies import GENERIC, SUBJECTS, words_of_body

SORTS = stems("city county borough district metropolitan royal and")
"""Stems that say what sort of council it is: "Orren council" is Orren City and County Council."""
_SMALL = stems("the of and for in")
_STREETS = stems("road rd street st avenue ave lane drive close court terrace square crescent gardens")
"""Papers and questions shorten these, or leave them out."""
_SAID_OF_ANY = stems(" ".join((*GENERIC, *SUBJECTS)))


def side_by_side(run: Sequence[str], text: str, passing: Collection[str] = ()) -> bool:
    """Whether words of these stems stand side by side in a text; others of the stems `passing` may stand between."""
    if not stems(text).issuperset(run):
        return False
    between = set(passing) - set(run)
    found = [word.stem for word in words(text) if word.stem not in between]
    return any(found[at : at + len(run)] == list(run) for at in range(len(found) - len(run) + 1))


def stands(phrase: Phrase, text: str) -> bool:
    """Whether a name of several words stands in a text, or its initials do: "SYP" for South Yorkshire Police."""
    run = [one for one in phrase.run if one not in _STREETS] or list(phrase.run)
    if side_by_side(run, text, SORTS if phrase.is_body else ()):
        return True
    if phrase.is_body and not _is_council(phrase) and names_body(text, phrase.text):
        return True
    return is_word(phrase.initials, text)


def is_word(letters: str, text: str) -> bool:
    """Whether letters stand in a text as a word of their own, written just so; "" never does."""
    return letters in text and letters in {word.text for word in words(text)}


def is_abbreviation(word: str) -> bool:
    """Whether a word is written as initials are: "MCF", "EHCPs"."""
    capitals = without_possessive(word).removesuffix("s")
    return len(capitals) > 1 and capitals.isupper()


def is_short_for(word: str, text: str) -> bool:
    """Whether a word is the initials of words in a text: GMA, General Municipal Allocation."""
    return is_abbreviation(word) and word.removesuffix("s").lower() in initials(name_words(text))


def initials_of(name: str) -> str:
    """The capitals that a name's words begin with, however few: "KS" of Key Stage."""
    return "".join(word[0] for word in name.split() if word[0].isupper())


def is_of_a_body(phrase: Phrase) -> bool:
    """Whether a name is a body's, and not an officer's: the Chief Executive is no executive."""
    return phrase.is_body and phrase.run[0] != "chief"


def names_body(text: str, body: str) -> bool:
    """Whether a text names a body, by its whole name or by what tells it from others of its sort.

    One word that bodies of many councils have is not enough: "planning" is not the Planning Committee.
    """
    whole = words_of_body(body)
    telling = [word for word in whole if word not in GENERIC]
    known = len(telling) > 1 or not SUBJECTS.issuperset(telling)
    run = telling if telling and known else whole
    return bool(run) and side_by_side([stem(word) for word in run], text, _SMALL)


def calls(phrase: Phrase, body: str, filed: str) -> bool:
    """Whether a name is short for a body's: by some of its words, or by one of its own that the paper is filed under.

    "Safeguarding Board" is the Orrendale Safeguarding Children Board, "the Marl committee" one of Marl's. But a council is
    never called by its place alone: there may be one of the town, and one of the county.
    """
    found = [word.stem for word in words(body) if word.stem not in _SMALL]
    left = iter(found)
    if found[-1:] == list(phrase.run[-1:]) and all(one in left for one in phrase.run):
        return True
    own = set(phrase.stems) - _SAID_OF_ANY
    return not _is_council(phrase) and bool(own) and own <= stems(filed)


def _is_council(phrase: Phrase) -> bool:
    return phrase.run[-1] == stem("council")
