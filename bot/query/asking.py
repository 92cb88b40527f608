"""What a question asks for, by the words that it is put in: who, when, how much, what was resolved.

Plain words and short phrases (`corpus.lexicon_questions`), looked up in a fixed order. They tell what later steps need to know;
whether a text answers a question is the reader's to judge.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise

from bot.query.terms import straight
from bot.reading.sentences import sentences
from corpus.lexicon import NO_PLURAL
from corpus.lexicon_questions import ASKED_AFTER, CONTRACTED, KINDS, NO_MEANING, QUESTION_WORDS, WHETHER, Wants

_CLAUSE_ENDS, _CLAUSE_OPENS = ",;:.?!)]–—…", "([–—-"
_SIGNS = "\"“”‘’'()[]<>,;:.?!–—…-"
_ASKED_OF: Mapping[str, re.Pattern[str]] = {
    f"{word} …s": re.compile(
        rf" \{word}(?: (?!(?:{'|'.join(WHETHER | NO_MEANING)}) )[^ |]+){{0,2}} (?!(?:{'|'.join(NO_PLURAL | WHETHER)}) )[^ |]*[^su' |]s "
    )
    for word in ("?which", "?what are the", "?what were the")
} | {"?what it is": re.compile(rf" \?what (?:is|are|was)(?: (?!(?:{'|'.join(NO_MEANING)}) )[^ |]+){{1,6}} (?:\||$)")}
"""What a question asks of: which of several things, "which old moorings are free", or what a thing is, "what is the MCF for"."""


def wants_of(text: str) -> Wants:
    """What a question asks for, by the sentences in it that ask; by all of it where none ends in a question mark."""
    asking = " ".join(one.text for one in sentences(text) if one.text.rstrip('"”’)').endswith("?"))
    said = put(asking or text)
    return next((wants for wants, phrases in KINDS if phrases.search(said)), "anything")


def put(text: str) -> str:
    """A text in small letters, cut by "|" where a clause ends and before each question word, and marked as in the lexicon."""
    said: list[str] = []
    clauses = _clauses(text)
    of_keywords = all(QUESTION_WORDS.isdisjoint(clause) for clause in clauses)
    numbered = re.search(r"\bnumber \d", text)
    for clause in clauses:
        said += ["|"] if said else []
        said += ["?"] if of_keywords and clause[0] not in WHETHER and not numbered else []
        for before, word in pairwise(["^", *clause]):
            asks = word in QUESTION_WORDS
            said += ["|"] if asks and before not in ("^", "by") else []
            said.append(f"?{word}" if asks and before in ASKED_AFTER else word)
    whole = f" {' '.join(said)} "
    return whole + "".join(f"| {mark} " for mark, asked in _ASKED_OF.items() if asked.search(whole))


def _clauses(text: str) -> list[list[str]]:
    """The words of a text in small letters, a list a clause."""
    clauses: list[list[str]] = [[]]
    for token in straight(text).split():
        word = token.strip(_SIGNS)
        if not word or token[0] in _CLAUSE_OPENS:
            clauses.append([])
        clauses[-1] += CONTRACTED.get(word, word).split()
        if token[-1] in _CLAUSE_ENDS:
            clauses.append([])
    return [clause for clause in clauses if clause]
