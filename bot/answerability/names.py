"""Whether the names that a question gives stand where the chosen windows stand."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.answerability import elsewhere
from bot.query.question import Phrase, Question
from bot.query.terms import stem, stems, words
from bot.reading.items import PaperOf
from bot.reading.lexical import NEIGHBOUR, Asked, Window

_CAPITALISED = re.compile(r"\b[A-Z][\w’']*(?:[ -](?:and |of |for |the |in |to )?[A-Z][\w’']*)+")
_SORT = stems("city county borough district metropolitan royal and")


def stands_whole(phrase: Phrase, asked: Asked, chosen: Sequence[Window], paper_of: PaperOf) -> bool:
    """Whether a name stands as a whole where the chosen windows stand.

    A body that resolved something must be the body of the minutes, unless the question names that one besides ("Marlhaven …
    for Parish Partnership money"); other names may stand anywhere in the paper.
    """
    scope = asked.scoping.scope
    bodies, council = scope.bodies, elsewhere.is_council(frozenset(phrase.stems) - _SORT, scope)
    resolving = asked.question.wants == "resolved" and (not bodies or any(_in_order(phrase, body) for body in bodies))
    for paper, window in ((window.paragraphs[0].paper, window) for window in chosen):
        if phrase.is_body and scope.is_of_others(paper):
            continue
        where = f"{paper.body_in_full} {paper.file}"
        if phrase.is_body and (council or paper.body in bodies or _in_order(phrase, where)):
            return True
        if phrase.is_body and paper.body and _shortens(phrase, paper.body_alone or paper.body):
            return True
        if phrase.is_body and paper.body and resolving:
            continue
        if not phrase.is_body and all(window.placed.get(stem, 0.0) >= NEIGHBOUR for stem in phrase.stems):
            return True
        if any(_in_order(phrase, text) for text in (window.text, paper.title, paper.body_in_full or "", paper.file)):
            return True
        if any(_in_order(phrase, paragraph.text) for paragraph in paper_of(window.paper_id)):
            return True
    return False


def _shortens(phrase: Phrase, body: str) -> bool:
    """Whether a name is a body's with words left out: "Safeguarding Board", the Orrendale Safeguarding Children Board."""
    found = [word.stem for word in words(body)]
    left = iter(found)
    return found[-1:] == list(phrase.run[-1:]) and all(stem in left for stem in phrase.run)


def _in_order(phrase: Phrase, text: str) -> bool:
    """Whether a name's words stand side by side in a text, or its initials stand there: "SYP" for a police force.

    In a body's name words may stand between that say what sort of body it is: "Orren council" is Orren City and
    County Council.
    """
    wanted, found = list(phrase.run), [word.stem for word in words(text)]
    if phrase.is_body:
        sort = _SORT - set(wanted)
        found = [word for word in found if word not in sort]
    if any(found[at : at + len(wanted)] == wanted for at in range(len(found) - len(wanted) + 1)):
        return True
    return phrase.initials != "" and re.search(rf"\b{phrase.initials}\b", text) is not None


def asked_names(question: Question) -> list[str]:
    """The names of one word that a question gives, those that an earlier turn lent it apart."""
    in_phrases = {stem for phrase in question.phrases for stem in phrase.stems}
    own = question.names - question.carried - in_phrases
    return [word.text for word in question.terms if word.stem in own]


def stands(name: str, chosen: Sequence[Window], asked: Asked) -> bool:
    """Whether a name stands in or around a chosen window, in the name of the body asked about, or as its initials."""
    word = stem(name)
    if any(word in stems(name) for name in asked.scoping.scope.called):
        return True
    if any(word in window.own or word in window.around for window in chosen):
        return True
    return name.isupper() and any(_initials(name, window) for window in chosen)


def _initials(letters: str, window: Window) -> bool:
    """Whether words with these initials stand in a window or in its heading: GMA, General Municipal Allocation."""
    text = f"{window.text}\n{window.paragraphs[0].heading}\n{window.paragraphs[0].paper.title}"
    runs = (re.findall(r"[A-Z]", match[0]) for match in _CAPITALISED.finditer(text))
    return any(letters in "".join(capitals) for capitals in runs)
