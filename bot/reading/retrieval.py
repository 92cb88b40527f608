"""Finds the passages that a question is read in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.query.question import Question
from bot.types import Query
from corpus.lexicon import alike
from index.glossary import both_ways, expansion_in
from index.opening import Index
from index.types import Passage

PASSAGES = 30
"""Found for one question; those that rank highest are read."""


def passages_for(index: Index, query: Query, most: int = PASSAGES) -> list[Passage]:
    """What search finds for a question in the papers that its reader allows, best first."""
    offices = [other for word in query.question.telling for other in alike(word.text)]
    words = " ".join([query.text, *query.others.values(), *offices])
    return index.search(words, query.allowed, query.scope, k=most, background=query.background)


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
