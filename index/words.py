"""A question's words: which of them say what it is about, their stems, and the full-text query they make.

Whatever a reader types becomes a safe query: every word is quoted, so no sign of FTS5's own grammar gets through.
"""

from __future__ import annotations

import itertools
import re
import sqlite3
import threading
from collections.abc import Sequence
from functools import cache

from index.schema import TOKENIZER

MOST_TERMS = 48
"""Terms of a query; a pasted page asks for no more than its first words, and search stays quick."""

MOST_KNOWN = 50_000
"""Words whose stems are kept: what a council's papers of some years hold."""

MOST_TEXTS = 20_000
"""Texts whose stems are kept: the paragraphs of some hundred papers."""

WORD = re.compile(r"[^\W_]+(?:['’.,/&-][^\W_]+)*")
"""A word with what stands inside it: 21,500, 6.3.3, 2016/17, O'Brien, year-end."""

_POSSESSIVE = re.compile(r"['’]s?$|['’]s(?=\W|$)")

STOPWORDS = frozenset(
    """
    a about above after again all also am an and any anybody anyone anything are aren't as ask asked at be because been
    before being below between both but by can cannot can't come could couldn't did didn't do does doesn't doing don't
    done down during each else ever every explain find for from further gave get give given go going got had hadn't has
    hasn't have haven't having he her here hers herself him himself his how i if in into is isn't it its itself just
    kindly know let like list long made make many may me might more most much must my myself need no nor not now of off
    on once one only or other our ours ourselves out over own please put quote said same say says see set shall she
    should show so some something still such summarise summarize take tell than that the their theirs them themselves
    then there these they thing things this those through to told too under until up upon us very was wasn't we well
    went were weren't what what's when where whether which while who whom whose why will with within without would
    wouldn't yes yet you your yours yourself
    """.split(),
)
"""Words that say nothing of what a question is about: function words, and what people say to a chat."""


def words_of(text: str) -> list[str]:
    """The words of a text in order, without the possessive: "the Council’s 2016/17 budget" has the, Council, 2016/17, budget."""
    return [word for found in WORD.findall(text) if (word := _without_possessive(found))]


def _without_possessive(word: str) -> str:
    return _POSSESSIVE.sub("", word) if "'" in word or "’" in word else word


def words_of_file(file: str) -> str:
    """A file's folders and name as words: they often name the council, the body and the meeting."""
    return re.sub(r"[/_-]", " ", file.rpartition(".")[0])


def content_words(text: str) -> list[str]:
    """The words that say what a text is about, each once; all of them where only stopwords stand there."""
    every = list(dict.fromkeys(words_of(text)))
    telling = [word for word in every if word.lower().replace("’", "'") not in STOPWORDS]
    return telling or every


def quoted(words: str) -> str:
    """Words as an FTS5 phrase, whatever signs they hold; "" where they hold no letter or digit."""
    clean = words.replace("\0", " ").replace('"', " ")
    return f'"{clean}"' if any(sign.isalnum() for sign in clean) else ""


def match_query(terms: Sequence[str], phrases: Sequence[str] = ()) -> str:
    """An FTS5 query for any of these terms and phrases: a text is ranked the higher, the more and rarer it holds."""
    parts = [quoted(term) for term in [*terms[:MOST_TERMS], *phrases[:MOST_TERMS]]]
    return " OR ".join(dict.fromkeys(part for part in parts if part))


def phrases_of(text: str) -> list[str]:
    """Pairs of telling words that stand side by side: "early help panel" has early help, help panel."""
    pairs: list[str] = []
    every = words_of(text)
    for left, right in itertools.pairwise(every):
        if left.lower() not in STOPWORDS and right.lower() not in STOPWORDS:
            pairs.append(f"{left} {right}")
    return pairs


class _Stemmer:
    """FTS5's own tokenizer, borrowed through a table in memory, so that a stem here is a stem there.

    It is asked for many words at once: to ask takes ten times as long as to be told of a word.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._known: dict[str, tuple[str, ...]] = {}
        self._sets: dict[str, frozenset[str]] = {}
        self._db = sqlite3.connect(":memory:", check_same_thread=False, isolation_level=None)
        self._db.execute(f"CREATE VIRTUAL TABLE t USING fts5 (x, tokenize = '{TOKENIZER}')")
        self._db.execute("CREATE VIRTUAL TABLE v USING fts5vocab (t, instance)")

    def stems(self, words: Sequence[str]) -> list[tuple[str, ...]]:
        """The stems of each of these words in order."""
        known = self._known
        if any(word not in known for word in words):
            known = self._learn(words)
        return [known[word] for word in words]

    def sets(self, texts: Sequence[str]) -> list[frozenset[str]]:
        """The stems of each of these texts' words."""
        kept = self._sets
        found = {text: kept[text] for text in texts if text in kept}
        new = {text: _small(text) for text in texts if text not in found}
        stems = iter(self.stems([word for words in new.values() for word in words]))
        for text, words in new.items():
            found[text] = frozenset(itertools.chain.from_iterable(itertools.islice(stems, len(words))))
        if len(kept) > MOST_TEXTS:
            kept = self._sets = {}
        kept.update(found)
        return [found[text] for text in texts]

    def _learn(self, words: Sequence[str]) -> dict[str, tuple[str, ...]]:
        """The words known once these are; a reader that has no lock keeps those that it has, whatever is let go of."""
        with self._lock:
            if len(self._known) > MOST_KNOWN:
                self._known = {word: self._known[word] for word in words if word in self._known}
            new = [word for word in dict.fromkeys(words) if word not in self._known]
            found: list[list[str]] = [[] for _ in new]
            self._db.execute("BEGIN")
            try:
                self._db.executemany("INSERT INTO t (rowid, x) VALUES (?, ?)", enumerate(new))
                for row, term in self._db.execute("SELECT doc, term FROM v ORDER BY doc, offset"):
                    found[row].append(str(term))
            finally:
                self._db.execute("ROLLBACK")  # quicker than to take them out
            self._known.update(zip(new, map(tuple, found), strict=True))
            return self._known


@cache
def _stemmer() -> _Stemmer:
    return _Stemmer()


def stems(word: str) -> tuple[str, ...]:
    """A word's stems as the full text knows them: "resolutions" is ("resolut",), "2016/17" is ("2016", "17")."""
    return _stemmer().stems((word,))[0]


def stems_of(text: str) -> list[str]:
    """The stems of every word of a text, in order."""
    return list(itertools.chain.from_iterable(_stemmer().stems(_small(text))))


def stem_sets(texts: Sequence[str]) -> list[frozenset[str]]:
    """The stems of each of these texts' words, each stem once; what was read before is not read again."""
    return _stemmer().sets(texts)


def _small(text: str) -> list[str]:
    return [word.lower() for word in words_of(text)]
