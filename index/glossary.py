"""Abbreviations mined from the papers: "Looked After Children (LAC)" says what LAC stands for, wherever it is used."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from index.catalogue import Catalogue

# "(LAC)", "(EHCPs)", "(KPI's)" after the words that it shortens.
_BRACKETED = re.compile(r"\(\s*[\"“'‘]?([A-Z][A-Za-z&]{1,7}?)(?:['’]?s)?[\"”'’]?\s*\)")
_WORD = re.compile(r"[A-Za-z][\w'’]*")
_CAPITALISED = re.compile(r"\b[A-Z][\w'’]*(?: (?:and |of |for |the |in |to |on )?[A-Z][\w'’]*)+")
_SMALL = frozenset(["a", "an", "and", "at", "by", "for", "from", "in", "into", "of", "on", "or", "the", "to", "with"])
_FEWEST_CAPITALS = 2
_OF_A_NAME = 2
"""Letters that minutes call somebody by."""


def abbreviations(catalogue: Catalogue) -> dict[str, str]:
    """Every abbreviation that the papers expand, with its commonest expansion: {"LAC": "Looked After Children"}."""
    sql = "SELECT text FROM paragraphs WHERE text GLOB '*([A-Z]*)*'"
    return mined(str(row[0]) for row in catalogue.db.execute(sql))


@dataclass(frozen=True, slots=True)
class Entry:
    """An abbreviation, what it stands for, the paragraph that first says so, and the paper of that."""

    letters: str
    words: str
    paragraph: str
    paper: str


def entries(catalogue: Catalogue) -> list[Entry]:
    """The abbreviations that the papers expand, in the order of the alphabet, each with where it was first expanded."""
    known = abbreviations(catalogue)
    sql = (
        "SELECT p.id, p.paper, p.text FROM paragraphs p JOIN papers ON papers.id = p.paper WHERE p.text GLOB '*([A-Z]*)*' "
        "ORDER BY papers.date IS NULL, papers.date, p.paper, p.ordinal"
    )
    first: dict[str, Entry] = {}
    for id_, paper, text in catalogue.db.execute(sql):
        here = mined([str(text)])
        if sum(len(letters) == _OF_A_NAME for letters in here) > 1:
            continue  # "Jo Ash (JA), Mary Birch (MB)": those who were there
        for letters, words in here.items():
            if words == known.get(letters):
                first.setdefault(letters, Entry(letters, words, str(id_), str(paper)))
    return sorted(first.values(), key=lambda entry: (entry.letters.casefold(), entry.letters))


def mined(texts: Iterable[str]) -> dict[str, str]:
    """The abbreviations that texts expand. Letters must be the initials of the words before the bracket, in order."""
    counted: dict[str, Counter[str]] = {}
    for text in texts:
        for match in _BRACKETED.finditer(text):
            letters = match[1]
            if sum(c.isupper() for c in letters) >= _FEWEST_CAPITALS and (
                words := _expansion(letters, text[: match.start()])
            ):
                counted.setdefault(letters, Counter())[words] += 1
    return {letters: expansions.most_common(1)[0][0] for letters, expansions in counted.items()}


def _expansion(letters: str, before: str) -> str:
    """The last words of a text whose initials these letters are; "" where they are none.

    Small words may be skipped ("Ministry of Housing"), and a word may lend several letters ("HealthWatch").
    """
    found = list(_WORD.finditer(before))
    wanted = [c.lower() for c in letters if c.isalpha()]
    start = None
    for match in reversed(found[-2 * len(wanted) - 2 :]):
        if not wanted:
            break
        word = match[0].lower()
        if word[0] == wanted[-1]:
            wanted.pop()
            start = match.start()
        elif word not in _SMALL:
            return ""
    return " ".join(before[start:].split()) if start is not None and not wanted else ""


def both_ways(question: str, known: Mapping[str, str]) -> dict[str, str]:
    """What a question may also be asked with: expansions of its abbreviations, abbreviations of its phrases.

    Keys are as they stand in the question; values are the other form.
    """
    others: dict[str, str] = {}
    folded = question.casefold()
    for letters, words in known.items():
        if re.search(rf"\b{re.escape(letters)}(?:['’]?s)?\b", question):
            others[letters] = words
        elif words.casefold() in folded:
            others[words] = letters
    return others


def expansion_in(letters: str, texts: Iterable[str]) -> str:
    """The commonest run of capitalised words with these initials in the texts; "" where there is none.

    For an abbreviation that no paper expands in brackets: "GMA" where the papers say "General Municipal Allocation".
    """
    wanted = letters.upper()
    found: Counter[str] = Counter()
    for text in texts:
        for match in _CAPITALISED.finditer(text):
            capitals = [word for word in match[0].split() if word[0].isupper()]
            initials = "".join(word[0] for word in capitals)
            if (at := initials.find(wanted)) >= 0:
                found[" ".join(capitals[at : at + len(wanted)])] += 1
    return found.most_common(1)[0][0] if found else ""
