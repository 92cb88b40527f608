"""Questions that no committee's papers answer, whatever their words: the weather, recipes, a match, sums, a poem."""

from __future__ import annotations

import re

from bot.query.terms import plain
from corpus.lexicon_questions import OTHER_TOPICS, SMALL_TALK

_SUM = re.compile(r" \d+ (?:times|plus|minus) \d+ ")
_CAPITAL = re.compile(r"apital of [A-Z]")  # of a place: a scheme's capital is another


def is_off_topic(question: str) -> bool:
    """Whether a question is put as none is that papers of meetings answer."""
    said = plain(question)
    if not SMALL_TALK.sub("", said).strip():
        return True
    return bool(OTHER_TOPICS.search(said) or _SUM.search(said) or _CAPITAL.search(question))
