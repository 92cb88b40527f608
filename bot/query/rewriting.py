"""Makes a follow-up question stand alone: what it leans on is taken from the questions before it.

A turn is joined to the one before only when it depends on it; joining always was measured to lose (on mtrag_govt,
nDCG@10 .526 for two turns joined against .580 for the last alone).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from bot.query import question as reading
from bot.query.question import Question
from bot.query.terms import expand, opens, plain, straight, words
from bot.types import Turn
from corpus.dates import MONTHS

# Telling words of a turn that leans on the one before: fewer than the first where it names somebody or something, than the second
# where it does not. With the third, a pronoun mostly points inside the question: "Why did the Council say that it would …".
FEW_TERMS, FEW_UNNAMED, MANY_TERMS = 3, 4, 7
INSIDE = 3  # telling words before a pronoun that it may stand for: "Did the Trust that runs the hall say what it owes?"

_GOES_ON = expand(
    "and, but, so, or, also, then, what|how about, which of them|those|these, what|who|anything else, why not"
)
"""Openings that go on from what was said."""
_STANDS_FOR = frozenset("it its they them their theirs he him his she her those these ones instead else then".split())
_NO_PLACE = frozenset("is are was were has have any".split())  # beside "there": "there were", "is there"
_NOW = frozenset("year month week council".split())  # after "this"
_TIMES = frozenset("evening meeting day night year one".split())  # after "that"
_BEFORE_THAT = frozenset("does did is was do before after".split())
_BEFORE_ONE = frozenset("this that which the last first other another".split())
_AGREES = frozenset(
    "yes yeah yep ok okay sure please go on ahead carry continue tell me more do so right correct that one that's thanks thank you".split()
)
"""A turn of these words alone asks the question before it again."""
_NO = frozenset("no nope sorry actually not that wait rather correction oops".split())
_MEANT = expand(
    "i meant|mean|wanted, i meant|wanted to say, i meant|wanted to ask about|for, i was asking about|of, make that, it should be|say"
)
_ASKS_ANEW = ("what ", "who ", "when ", "why ", "how ", "which ")
_ON = ("on", "about", "regarding", "concerning")
_YEAR_BEFORE = expand("the|a year before|earlier, the|a previous|preceding year")
_YEAR_AFTER = expand("the|a year after|later, the|a following|next year")
_YEAR = re.compile(r"\b(?P<first>(?:19|20)\d\d)(?:\s?(?P<sign>[/–-])\s?\d\d(?:\d\d)?)?\b")
_WHEN = re.compile(
    r"\b(?:(?:in|on|of|at|since|during|from)\s+)?(?:the\s+)?(?:meeting of\s+)?(?:\d{1,2}(?:st|nd|rd|th)?\s+)?"
    rf"(?:{'|'.join(map(str.title, MONTHS))})(?:,?\s+\d{{4}})?\b|\b(?:in\s+)?(?:19|20)\d\d(?:\s?[/-]\s?\d\d(?:\d\d)?)?\b"
)


def leans(text: str) -> bool:
    """Whether a question depends on the one before it: it goes on from it, stands words for it, or says little by itself."""
    own = reading.read(text)
    telling = own.telling
    if _agrees(text) or _year_named(text) or _meant(text) is not None:
        return True
    if len(telling) >= MANY_TERMS:
        return False
    if len(telling) < (FEW_TERMS if own.names or own.years else FEW_UNNAMED):
        return True
    return opens(plain(text), _GOES_ON) or any(_points_back(own, at) for at in _standing(text))


def condense(turn: Turn) -> Question:
    """The turn's question with what it needs of the questions before it.

    The joined text is the earlier question, then the turn's own; the earlier terms are marked as `carried`, so that
    ranking can weigh them lower than what was asked last.
    """
    text = turn.question.strip()
    if not turn.history or not leans(text):
        return reading.read(text)
    base = _base(turn.history)
    if _agrees(text):
        return reading.read(base)
    if (meant := _meant(text)) and (corrected := _corrected(base, meant)):
        return reading.read(corrected)
    text = _with_year(base, text)
    own = reading.read(text)
    if (
        own.years or own.dates or any(found[0] != "May" for found in _WHEN.finditer(text))
    ):  # "And in May?", not "May I ask"
        base = _WHEN.sub("", base)
    mine = {word.stem for word in own.terms}
    joined = reading.read(f"{base} {text}")
    carried = frozenset(word.stem for word in joined.terms) - mine if own.telling else frozenset()
    asked = own if own.telling or own.wants != "anything" else reading.read(base)
    return replace(
        joined,
        wants=asked.wants,
        across=own.across,
        numbers=own.numbers,
        years=own.years or joined.years,
        carried=carried,
    )


def background(turn: Turn) -> str:
    """The turn's question after the first and the last before it, for search to be drawn by; "" for a first question.

    A conversation's first question names its matter. On 201 turns about government pages, nDCG@10: .622 so, .614 with the last
    alone, .600 with the last that stands alone and those that lean on it.
    """
    before = dict.fromkeys([*turn.history[:1], *turn.history[-1:]])
    return " ".join([*before, turn.question.strip()]) if before else ""


def _base(history: Sequence[str]) -> str:
    """The last earlier question that stands alone, with the leaning ones after it."""
    for back in range(len(history) - 1, -1, -1):
        if back == 0 or not leans(history[back]):
            return " ".join(history[back:])
    return ""


def _standing(text: str) -> Iterator[int]:
    """Where words stand in a question that may stand for something said before."""
    every = words(text)
    small = ["", *(straight(word.text).removesuffix("'s").partition("'")[0] for word in every), ""]
    for word, before, one, after in zip(every, small, small[1:], small[2:], strict=False):
        stands_for = {
            "there": _NO_PLACE.isdisjoint((before, after)),
            "this": after not in _NOW,
            "that": not after or after in _TIMES or before in _BEFORE_THAT,
            "one": before in _BEFORE_ONE,
            "same": before == "the",
        }
        if one in _STANDS_FOR or stands_for.get(one):
            yield word.start


def _points_back(own: Question, at: int) -> bool:
    """Whether a pronoun stands for something outside the question: too little stands before it in the question."""
    if own.names and own.text[:at].rstrip().endswith((" that", " whether", " because")):
        return False  # "Why did the Council say that it would …"
    return sum(word.start < at for word in own.telling) < INSIDE


def _agrees(text: str) -> bool:
    """Whether a turn only says yes to the question before it: "Yes, please", "Go on"."""
    said = plain(text).split()
    return bool(said) and _AGREES.issuperset(said)


def _meant(text: str) -> str | None:
    """What a turn says that it meant, "2015" of "No, I meant 2015", be it nothing; None where it corrects nothing."""
    every = words(text)
    first = sum(1 for _ in takewhile(lambda word: straight(word.text) in _NO, every))
    rest = plain(text[every[first].start :]) if first < len(every) else ""
    phrase = max((phrase for phrase in _MEANT if opens(rest, [phrase])), key=len, default="")
    if not phrase and not (first and _YEAR.match(rest.strip().removeprefix("in "))):
        return None
    left = every[first + len(phrase.split()) :]
    return text[left[0].start :].strip(" .!?,") if left else ""


def _corrected(base: str, meant: str) -> str:
    """The earlier question with what the reader meant in its place; "" where nothing was corrected."""
    own, before = reading.read(f"of {meant}"), reading.read(base)  # a name must not open the sentence
    if len(own.telling) > MANY_TERMS or meant.lower().startswith(_ASKS_ANEW):
        return meant
    if own.years or own.dates:
        return f"{_WHEN.sub('', base).rstrip(' ?')} {meant}?"
    for mine in own.phrases:
        for theirs in before.phrases:
            if mine.is_body == theirs.is_body:
                return base.replace(theirs.text, mine.text)
    named = " ".join(word.text for word in before.terms if word.stem in before.names - before.bodies)
    if own.names and named and named in base:
        return base.replace(named, " ".join(word.text for word in own.terms if word.stem in own.names))
    return _on_another_matter(base, meant) if own.telling else ""


def _on_another_matter(base: str, meant: str) -> str:
    """A question that is on something, on another thing instead: "What was resolved on the lido?"; "" where it is on nothing."""
    first, mark, _ = base.partition("?")
    ends = [one.end for one, after in pairwise(words(first)) if one.text.lower() in _ON and not after.text.isdecimal()]
    if not ends or not mark:
        return ""
    when = [match[0].strip() for match in _WHEN.finditer(first[ends[-1] :])]
    return f"{' '.join([first[: ends[-1]], meant, *when[-1:]])}?"


def _year_named(text: str) -> str:
    """A text's "the year before" or the like; "" where it has none."""
    return next((phrase for phrase in _YEAR_BEFORE | _YEAR_AFTER if phrase in text.lower()), "")


def _with_year(base: str, text: str) -> str:
    """A turn's "the year before" as the year that it is, seen from the last that the earlier question names."""
    named, years = _year_named(text), list(_YEAR.finditer(base))
    if not named or not years:
        return text
    year = int(years[-1]["first"]) + (1 if named in _YEAR_AFTER else -1)
    of_two = f"{years[-1]['sign']}{(year + 1) % 100:02d}" if years[-1]["sign"] else ""
    start = text.lower().index(named)
    return f"{text[:start]}in {year}{of_two}{text[start + len(named) :]}"
