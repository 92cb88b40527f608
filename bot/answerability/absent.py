"""What of a question stands in no paper at all: names, figures, and things that are named by what no paper speaks of.

Papers have other words for much of what readers ask, so a word that none holds is in itself no reason to decline. A name
is; so is a thing of two such words ("drinking fountains"), and one such word that tells which thing is meant ("the
theatre scheme"), since what is found is then of another one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bot.query.question import Question
from bot.query.terms import Word, without_possessive

Heard = Callable[[str], bool]
"""Whether a word, or words side by side, stand in any paper held."""

_TITLES = r"(?:Councillors?|Cllrs?|Clr|Ald(?:erman)?|Mr|Mrs|Ms|Miss|Mx|Dr|Sir|Dame|Lord|Lady)\b\.?"
_TITLE = re.compile(rf"\b{_TITLES}\s+$")
_TITLED = re.compile(rf"{_TITLES}\s")
_BEFORE_A_THING = re.compile(r"\b(?:the|our|an?|this|that|new|old)\s+$", re.IGNORECASE)
# Words before a thing that say how it is, not which it is: mostly to be known by their endings.
_HOW_IT_IS = re.compile(
    r"(?:al|ing|ed|er|est|ous|ive|able|ible|ful|less|ly|ic|ish|ary|ent|ant|y)$|"
    r"^(?:main|whole|wide|proper|next|last|same|big|small|large|other|real|true|exact|precise|recent|extra|spare|"
    r"cheap|poor|bad|good|nice|safe|fair|wise|late|vast|huge|tiny|broken|so-called|council['’]?s?)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Unheard:
    """What no paper held speaks of, as the question has it; `person` where it is somebody's name."""

    words: tuple[str, ...]
    person: bool = False


def unheard(question: Question, heard: Heard) -> Unheard | None:
    """What of the question stands in no paper and cannot be put otherwise, or None."""
    own = [word for word in question.terms if word.stem not in question.carried]
    missing = {word.stem for word in own if not is_heard(word.text, heard)}
    if not missing:
        return None
    if names := _names(question, own, missing):
        person = any(_TITLE.search(question.text[: _at(question, name)]) or _TITLED.match(name) for name in names)
        return Unheard(names, person or _asks_of_somebody(question, names))
    if figures := tuple(
        word.text for word in own if word.stem in question.numbers & missing and word.text[0].isdigit()
    ):
        return Unheard(figures)
    things = _things(question, own, missing)
    return Unheard(things) if things else None


def is_heard(word: str, heard: Heard) -> bool:
    """Whether a word stands in any paper, possessive or not."""
    return heard(without_possessive(word))


def _names(question: Question, own: list[Word], missing: set[str]) -> tuple[str, ...]:
    """Names no paper holds: whole where they have several words. Those of bodies and abbreviations are looked at later."""
    bodies = question.bodies
    found: list[str] = []
    told: set[str] = set()
    for phrase in question.phrases:
        if not phrase.is_body and missing & set(phrase.stems) & question.names:
            found.append(phrase.text)
            told |= set(phrase.stems)
    for word in own:
        capitals = sum(map(str.isupper, word.text))
        if word.stem in question.names & missing and word.stem not in told | bodies and capitals == 1:
            found.append(without_possessive(word.text))
    return tuple(found)


def _things(question: Question, own: list[Word], missing: set[str]) -> tuple[str, ...]:
    """Things of two words that no paper holds, and things that such a word tells from others of their kind."""
    plain = [word for word in own if word.text.islower() and word.text.isalpha()]
    by_start: Mapping[int, Word] = {word.start: word for word in plain}
    for word in plain:
        after = by_start.get(word.end + 1)
        if word.stem not in missing or after is None or question.text[word.end] != " ":
            continue
        which = _BEFORE_A_THING.search(question.text[: word.start]) and not _HOW_IT_IS.search(word.text)
        if (after.stem in missing or which) and not _HOW_IT_IS.search(after.text):
            return (f"{word.text} {after.text}",)
    return ()


def _at(question: Question, name: str) -> int:
    return max(question.text.find(name), 0)


def _asks_of_somebody(question: Question, names: tuple[str, ...]) -> bool:
    """Whether something is said of a name that is said of people alone: two names side by side that "said" or "has gone"."""
    return any(
        re.search(
            rf"{re.escape(name)}(?:['’]s)?\s+(?:say|said|ask(?:ed)?|promised?|move[ds]?|propose[ds]?|second(?:ed)?|resign(?:ed)?|"
            r"(?:has |have |had )?(?:gone|left|retired|died|stood down)|report|told|tell|raise[ds]?|vote[ds]?|want(?:ed)?)\b",
            question.text,
        )
        for name in names
    )
