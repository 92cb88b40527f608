"""What a question wants: its kind, its telling words, and the names and numbers that an answer must not lack."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.query.asking import put, wants_of
from bot.query.terms import BUSINESS_STEMS, Word, content, is_year, stem, words
from corpus.dates import MONTHS, find_dates
from corpus.lexicon import DATE_WORDS
from corpus.lexicon_questions import ACROSS, BROAD, LATEST, NEWS, OPENERS, TITLES, Wants
from index.bodies import HEADS, SHORTEST_INITIALS

__all__ = ["Phrase", "Question", "Wants", "Word", "is_date_word", "read"]

YEAR = re.compile(r"\b(?P<first>(?:19|20)\d\d)\b(?:\s?(?P<sign>[/–-])\s?(?:(?:19|20)\d\d|\d\d)\b(?!-))?")
"""A year, or two in one: "2030/31"."""
_MONTH_DAY = re.compile(rf"\b(?:{'|'.join(MONTHS)}) \d{{1,2}}\b", re.IGNORECASE)
_CAPITAL = r"[A-Z](?:[\w-]|['’](?!s\b))*"  # a possessive ends a name: "Kent's Cabinet" is two
_PHRASE = re.compile(
    rf"\b{_CAPITAL}(?:,? (?:(?:and|of|the|&) ){{0,2}}{_CAPITAL})*"
    r"(?: (?:parish|town|county|city|borough|community|district|council|committee|board|panel|commission|partnership)\b)*"
)
_OF_BODIES = frozenset((*HEADS, "councils", "authority", "parish", "district", "subcommittee"))


@dataclass(frozen=True, slots=True)
class Phrase:
    """A name of several words: its telling stems, all its stems in order, as written, and whether it names a body."""

    stems: tuple[str, ...]
    run: tuple[str, ...]
    text: str
    is_body: bool

    @property
    def initials(self) -> str:
        """The initials of the name, where they are enough to know it by; else ""."""
        capitals = "".join(word[0] for word in self.text.split() if word[0].isupper())
        return capitals if len(capitals) >= SHORTEST_INITIALS else ""


@dataclass(frozen=True, slots=True)
class Question:
    """A question that stands alone, read.

    `wants` is what it asks for. `terms` are its content words, once each; `names` the stems among them that name somebody or
    something (capitals inside a sentence); `numbers` the figures that are no dates; `years` the years that are printed in
    it, and `dates` the stems of days, months' short forms and municipal years. `phrases` are names of several words.
    `carried` are the stems that an earlier turn lent it. `across` says that it asks how a matter went over several
    meetings, `latest` that it asks how things stand, and `broad` that it asks whatever was said of a matter at any time.
    """

    text: str
    wants: Wants
    across: bool
    terms: tuple[Word, ...]
    names: frozenset[str]
    numbers: frozenset[str]
    years: frozenset[str]
    dates: frozenset[str] = frozenset()
    carried: frozenset[str] = frozenset()
    phrases: tuple[Phrase, ...] = ()
    latest: bool = False
    broad: bool = False

    @property
    def bodies(self) -> frozenset[str]:
        """The stems of names of committees and councils."""
        return frozenset(stem for phrase in self.phrases if phrase.is_body for stem in phrase.stems)

    @property
    def over_meetings(self) -> bool:
        """Whether several meetings may each have their part of the answer."""
        return self.across or self.broad

    @property
    def telling(self) -> tuple[Word, ...]:
        """The terms that say what is asked about: not the business of meetings, no dates."""
        return tuple(w for w in self.terms if w.stem not in BUSINESS_STEMS and not is_date_word(w.text))


def is_date_word(word: str) -> bool:
    """Whether a word is a month, a weekday, or a year."""
    return word.lower() in DATE_WORDS or is_year(word)


def read(text: str) -> Question:
    """Reads a question that stands alone."""
    said = put(text)
    dates, years = _dates(text), frozenset(found["first"] for found in YEAR.finditer(text))
    broad = bool(BROAD.search(said)) and not years and not dates
    terms: dict[str, Word] = {}
    for word in content(text):
        if not (broad and word.text.lower() in NEWS):
            terms.setdefault(word.stem, word)
    figures = (word for word in terms.values() if any(map(str.isdecimal, word.text)) and not YEAR.search(word.text))
    return Question(
        text=text,
        wants=wants_of(text),
        across=len(years) > 1 or bool(ACROSS.search(said)),
        terms=tuple(terms.values()),
        names=frozenset(word.stem for word in terms.values() if _is_name(text, word)),
        numbers=frozenset(word.stem for word in figures) - dates,
        years=years,
        dates=dates,
        phrases=tuple(_phrases(text)),
        latest=bool(LATEST.search(said)),
        broad=broad,
    )


def _dates(text: str) -> frozenset[str]:
    """The stems of the days and of the years in two ("2030/31") that a text names."""
    spans = [(one.start, one.end) for one in find_dates(text)]
    spans += [found.span() for found in _MONTH_DAY.finditer(text)]
    spans += [found.span() for found in YEAR.finditer(text) if found["sign"]]
    pieces_of = (piece for start, end in spans for piece in text[start:end].replace("-", " ").split())
    return frozenset(map(stem, pieces_of))


def _is_name(text: str, word: Word) -> bool:
    written = text[word.start : word.end]
    if not written[0].isupper() or is_date_word(written) or word.stem in BUSINESS_STEMS:
        return False
    return not _opens_sentence(text, word.start) or written.isupper() or written.endswith(("'s", "’s"))


def _opens_sentence(text: str, start: int) -> bool:
    """Whether a sentence begins at a place, be it with a quotation mark."""
    before = text[:start]
    before = before[:-1] if before.endswith(("“", '"', "‘", "'")) else before
    return not before or (before[-1].isspace() and before.rstrip().endswith((".", "?", "!")))


def _phrases(text: str) -> list[Phrase]:
    """Names of several words: runs of capitals inside a sentence, without months, titles and the sentence's opener."""
    found = []
    for match in _PHRASE.finditer(text):
        every = words(match[0])
        run = [word for word in every if not is_date_word(word.text) and word.text.lower() not in TITLES]
        telling = {word.stem for word in content(match[0])}
        if run and _opens_sentence(text, match.start()) and _is_opener(every, run[0], telling):
            run = run[next((n for n, word in enumerate(run) if n and word.stem in telling), len(run)) :]
        stems_ = tuple(word.stem for word in run if word.stem in telling)
        if len(stems_) > 1:
            named = match[0][run[0].start :]
            is_body = not _OF_BODIES.isdisjoint(word.text.lower() for word in words(named))
            found.append(Phrase(stems_, tuple(word.stem for word in run), named, is_body))
    return found


def _is_opener(every: list[Word], first: Word, telling: set[str]) -> bool:
    """Whether a name's first word opens the sentence and is not of it: "Which", "List", or a verb before "the"."""
    verb = len(every) > 1 and every[1].text == "the"
    return verb or first.text.lower() in OPENERS or first.stem not in telling
