"""Finds the passages that a question is read in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.query.question import Question
from bot.reading.signs import says
from bot.types import Query
from corpus.lexicon import alike
from index.glossary import both_ways, expansion_in
from index.opening import Index
from index.types import HeldPaper, Passage

PASSAGES = 30
"""Found for one question; those that rank highest are read."""

_DRAFT = frozenset({"draft", "drafts"})


def passages_for(index: Index, query: Query, most: int = PASSAGES) -> list[Passage]:
    """What search finds for a question in the papers that its reader allows, best first.

    Draft minutes are left out where the same meeting's minutes are held as adopted, unless the question speaks of a draft.
    """
    offices = [other for word in query.question.telling for other in alike(word.text)]
    words = " ".join([query.text, *query.others.values(), *offices])
    found = index.search(words, query.allowed, query.scope, k=most, background=query.background)
    return found if says(query.text, _DRAFT) else _as_adopted(found, index.catalogue.papers(query.allowed))


def _as_adopted(found: list[Passage], papers: Sequence[HeldPaper]) -> list[Passage]:
    """What was found, without the drafts of minutes that are held as adopted: members may have corrected them."""
    if not any(passage.paper.draft for passage in found):
        return found
    adopted = {(one.body, one.days) for one in papers if one.kind == "minutes" and one.days and not one.draft}
    return [one for one in found if not (one.paper.draft and (one.paper.body, one.paper.days) in adopted)]


def others_of(question: Question, abbreviations: Mapping[str, str]) -> dict[str, str]:
    """What papers have for words of a question: what its abbreviations stand for, and the other way round."""
    others = both_ways(question.text, abbreviations)
    return others | {one.text: one.initials for one in question.phrases if one.initials and not one.is_body}


def expanded(query: Query, passages: Sequence[Passage]) -> dict[str, str]:
    """What the question's abbreviations stand for in the passages found, where no paper says it in brackets."""
    letters = [
        word.text
        for word in query.question.terms
        if word.text.isupper() and word.text.isalpha() and len(word.text) > 1 and word.text not in query.others
    ]
    texts = [passage.text for passage in passages] if letters else []
    return {one: words for one in letters if (words := expansion_in(one, texts))}
