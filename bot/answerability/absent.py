"""Names, figures and matters of a question that stand in no paper at all.

Papers have other words for much of what people ask, and a reader of passages can tell: one common word that no paper holds is
no reason to decline. A name or a figure is, and so is a question whose every word on its matter is in no paper: what was
resolved on the airport is nothing, however many resolutions are held.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bot.answerability.names import is_abbreviation, is_of_a_body
from bot.answerability.refusal import Refusal, quoted
from bot.grounding.names import TITLES
from bot.query.question import Question, Wants
from bot.query.terms import Word, stems, without_possessive
from bot.types import Evidence, Query
from corpus.lexicon_questions import DONE_BY_PEOPLE
from index.rows import fold_number

Heard = Callable[[str], bool]
"""Whether a word stands in any paper held, in any of its forms."""

_OF_DECIDING: frozenset[Wants] = frozenset({"resolved", "recommended", "promised"})
_DONE_BY_PEOPLE = stems(" ".join(DONE_BY_PEOPLE))


def absent(query: Query, heard: Heard, evidence: Sequence[Evidence] = ()) -> Refusal | None:
    """The refusal of a question of somebody, something or a figure that no paper speaks of; None where there is none.

    What was found for the rest of the question is then of somebody else.
    """
    question = query.question
    near = evidence[0] if evidence else None
    own = [word for word in question.terms if word.stem not in question.carried]
    if names := _names(question, own, heard):
        person = near is not None and any(_is_somebody(question.text, name) for name in names)
        return Refusal("other_person" if person else "nothing_found", quoted(names), near)
    printed = {fold_number(one.number) for one in query.scope.numbers}
    lacking = [
        word.text
        for word in own
        if word.stem in question.numbers and word.text not in printed and word.text.replace(",", "").isdigit()
        if not heard(word.text) and not heard(word.text.replace(",", ""))
    ]
    if lacking:
        return Refusal("nothing_found", quoted(lacking), near)
    matter = _matter(question)
    return Refusal("nothing_found", quoted(matter)) if matter and not any(map(heard, matter)) else None


def _matter(question: Question) -> list[str]:
    """The words on the matter of a question of what was decided; none where it names something, which papers then speak of.

    In other questions ("Who sits on the panel?") the words that are left over are seldom its matter.
    """
    if question.wants not in _OF_DECIDING or question.names - question.bodies:
        return []
    apart = question.numbers | question.bodies | question.dates | question.carried
    return [word.text for word in question.telling if word.stem not in apart]


def _names(question: Question, own: Sequence[Word], heard: Heard) -> list[str]:
    """The names that no paper holds, whole where they have several words.

    Bodies are looked for elsewhere, and so are abbreviations: papers may have the words that these stand for.
    """
    unheard = {word.stem for word in own if word.stem in question.names and not heard(without_possessive(word.text))}
    found, told = [], set(question.bodies)
    for phrase in question.phrases:
        if not is_of_a_body(phrase) and unheard & set(phrase.stems):
            found.append(phrase.text)
            told |= set(phrase.stems)
    alone = (word for word in own if word.stem in unheard - told and not is_abbreviation(word.text))
    return [*found, *(without_possessive(word.text) for word in alone)]


def _is_somebody(text: str, name: str) -> bool:
    """Whether a name has a title, or is followed by what only people do: "Basil Thornbury said"."""
    before, _, after = text.partition(name)
    words = [*before.split()[-1:], *name.split()[:1]]
    if any(word.lower().strip(".") in TITLES for word in words):
        return True
    return bool(stems(" ".join(after.split()[:1])) & _DONE_BY_PEOPLE)
