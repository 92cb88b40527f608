"""Whether the dates and figures of a sentence are those of its evidence, and said of what they are said of there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.grounding.figures import Figure, NamedDate, blank, dates, figures, undated
from bot.grounding.ground import Ground
from bot.grounding.overlap import tells
from bot.query.terms import words
from bot.reading.sentences import sentences
from corpus.dates import find_months
from corpus.lexicon import DECIDING, DEEDS
from index.bodies import GENERIC

_CLAUSE_ENDS = re.compile(r"[;:.,](?=\s)|\band\b|\n")
_NUMBERED = frozenset(
    "minute minutes item paragraph section number no resolution recommendation action clause part".split()
)
_BEFORE_A_YEAR = frozenset("in of for since by from during to until and or end year between than".split())
_PASSED_OVER = frozenset("the a an of and or".split())
_OF_A_DAY = frozenset("the on in of at for dated".split())
_OF_A_MEETING = GENERIC.union(
    *DEEDS, DECIDING, "held meeting meetings minutes recorded records met session paper report agenda was it".split()
)
SOMETHING_ELSE = "a figure of something else"


def fault(sentence: str, ground: Ground) -> str:
    """What date or figure the evidence has otherwise; "" where none."""
    return _dates(sentence, ground) or _months(sentence, ground) or _figures(undated(sentence), ground)


def _dates(sentence: str, ground: Ground) -> str:
    """A date is the evidence's, told no more often than there, or the meeting's own."""
    held = [one.named for one in dates(_printed(ground))]
    years = {one.named.year for one in dates(ground.whole)} | {
        int(one.value) for one in _held(ground) if one.value.isdigit()
    }
    told = Counter[NamedDate]()
    for one in dates(sentence):
        if any(one.named.is_of(days) for days in ground.days) and _of_the_meeting(sentence, one.start):
            continue
        told[one.named] += 1
        if told[one.named] > sum(_same(one.named, other, years) for other in held):
            return "a date that the evidence lacks"
    return ""


def _months(sentence: str, ground: Ground) -> str:
    printed = _printed(ground)
    held = {one.named.month for one in dates(printed)} | {one.month for one in find_months(printed)}
    of_meetings = {days.first.month for days in ground.days}
    for one in find_months(undated(sentence)):
        if one.month not in held and not (one.month in of_meetings and _of_the_meeting(sentence, one.start)):
            return "a month that the evidence lacks"
    return ""


def _printed(ground: Ground) -> str:
    return f"{ground.quoted}\n{ground.headings}"


def _same(told: NamedDate, held: NamedDate, years: set[int | None]) -> bool:
    """Whether a date told is one held; where that is printed without its year, any year that the paper prints may be told."""
    if told.month != held.month or told.day not in (None, held.day):
        return False
    return told.year in ({held.year, None} if held.year else years | {None})


def _of_the_meeting(sentence: str, start: int) -> bool:
    """Whether a day that stands here is told as that of the meeting: "on 4 March the Board agreed", "resolved on 4 March".

    The same day anywhere else ("with effect from 4 March") is a claim like any other.
    """
    before = [word.text.lower() for word in words(sentence[:start])]
    if before and before.pop() not in _OF_A_DAY:
        return False
    telling = [word for word in before if tells(word)]
    return not telling or telling[-1] in _OF_A_MEETING


def _held(ground: Ground) -> Counter[Figure]:
    """The figures of the evidence, and of the headings and titles above it, and how often each stands there."""
    printed = undated(f"{ground.quoted}\n{ground.above}")
    held = Counter(one.figure for one in figures(printed, ordinals=True))
    if {"one", "first", "single"} & {word.text.lower() for word in words(printed)}:
        held[Figure("1")] += 1
    return held


def _figures(text: str, ground: Ground) -> str:
    """A figure is told no more often than the evidence has it, and of what that has it of."""
    held, told = _held(ground), list(_placed(text))
    there, above = list(_placed(undated(ground.quoted))), list(_placed(undated(ground.above)))
    meetings = {Figure(str(days.first.year)) for days in ground.days}
    years = {Figure(str(one.named.year)) for one in dates(_printed(ground))}
    times = Counter[Figure]()
    for one in told:
        times[one.figure] += 1
        numbered = one.figure in map(Figure, ground.labels) and one.after_word in _NUMBERED
        of_meeting = one.figure in meetings and _of_the_meeting(text, one.start)
        of_date = one.figure in years and one.after_word in _BEFORE_A_YEAR
        if not (numbered or of_meeting or of_date) and times[one.figure] > held[one.figure]:
            return "a figure that the evidence lacks"
        if not numbered and (_of_another(one, told, there) or _out_of_heading(one, there, above)):
            return SOMETHING_ELSE
    return ""


@dataclass(frozen=True, slots=True)
class _Placed:
    """A figure in its text: the word before it, the words just beside it that tell them apart, the telling ones of its clause.

    A sentence lends its words to the figures after them ("£4,200 was set aside for the quay and £6,100 for the slipway"): `lent`.
    """

    figure: Figure
    start: int
    after_word: str
    beside: frozenset[tuple[str, str]]
    clause: frozenset[str]
    lent: frozenset[str]


def _placed(text: str) -> Iterator[_Placed]:
    for sentence in sentences(text):
        ends = [match.end() for match in _CLAUSE_ENDS.finditer(sentence.text)]
        for one in figures(sentence.text, ordinals=True):
            start = max((end for end in ends if end <= one.start), default=0)
            end = min((end for end in ends if end >= one.end), default=len(sentence.text))
            before, after = words(sentence.text[: one.start]), words(sentence.text[one.end :])
            near = (
                ("before", [word.stem for word in before if word.text.lower() not in _PASSED_OVER][-1:]),
                ("after", [word.stem for word in after if word.text.lower() not in _PASSED_OVER][:1]),
            )
            clause = blank(sentence.text, [(one.start, one.end)])[start:end]
            yield _Placed(
                one.figure,
                sentence.start + one.start,
                before[-1].text.lower() if before else "",
                frozenset((side, word) for side, beside in near for word in beside),
                _telling(clause),
                _telling(sentence.text[:start]),
            )


def _telling(text: str) -> frozenset[str]:
    return frozenset(word.stem for word in words(text) if tells(word.text) and not word.text[0].isdigit())


def _of_another(one: _Placed, told: Sequence[_Placed], there: Sequence[_Placed]) -> bool:
    """Whether a figure is told with words that the evidence has with another figure and not with this one.

    Where both figures are told, the words just beside them say so; where the other is left out, those of its clause.
    """
    said = {other.figure for other in told}
    mine = [other for other in there if other.figure == one.figure]
    explained = frozenset().union(*(other.clause for other in there if other.figure in said))
    return bool(mine) and any(
        all(_nearer(one, other, own, frozenset() if other.figure in said else other.clause - explained) for own in mine)
        for other in there
        if other.figure != one.figure
    )


def _nearer(one: _Placed, other: _Placed, own: _Placed, theirs: frozenset[str]) -> bool:
    """Whether a figure told shares more with another of the evidence than with its own, of what tells those two apart."""
    if not theirs:
        crossed = len(one.beside & (other.beside - own.beside))
        return crossed > 0 and crossed >= len(one.beside & (own.beside - other.beside))
    mine = own.clause | (own.lent if one.clause & (own.clause - other.clause) else frozenset())
    return len(one.clause & (theirs - mine)) > len(one.clause & (mine - other.clause - other.lent))


def _out_of_heading(one: _Placed, there: Sequence[_Placed], above: Sequence[_Placed]) -> bool:
    """Whether a small figure of a heading ("the 6 monthly report") is told beside other words than there."""
    theirs = [other.beside for other in above if other.figure == one.figure]
    small = len(one.figure.value) < len("2031") and all(other.figure != one.figure for other in there)
    return small and bool(theirs) and not any(one.beside & beside for beside in theirs)
