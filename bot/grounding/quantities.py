"""Whether the figures, dates and votes of a sentence are those of its evidence, and said of what they are said of there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from bot.grounding.figures import Figure, NamedDate, PlacedFigure, blank, dates, figures, undated
from bot.grounding.ground import Ground
from bot.grounding.overlap import tells
from bot.query.terms import words
from bot.reading.sentences import sentences
from corpus.dates import find_months
from corpus.lexicon import DECIDING, DEEDS
from index.bodies import GENERIC

_SIDE = r"(?P<{0}>for|in favour|against|abst\w*)"
_COUNTED = re.compile(
    rf"\s+(?:(?:votes?|members?|councillors?|voted|voting|were|with)\s+)*{_SIDE.format('after')}\b", re.IGNORECASE
)
_COUNTED_BEFORE = re.compile(rf"\b{_SIDE.format('before')}\W{{1,3}}$", re.IGNORECASE)
_CLAUSE_ENDS = re.compile(r"[;:.,](?=\s)|\band\b|\n")
_AUXILIARIES = frozenset("be is are was were been will would has have had shall should".split())
_NUMBERED = frozenset(
    "minute minutes item paragraph section number no resolution recommendation action clause part".split()
)
_BEFORE_A_YEAR = frozenset("in of for since by from during to until and or end year between than".split())
_DIGITS_OF_A_YEAR = 4
_ARTICLES = frozenset("the a an of".split())
_OF_A_DAY = frozenset("on in of at for dated".split())
_OF_A_MEETING = (
    GENERIC.union(*DEEDS, DECIDING)
    | {"held", "meeting", "meetings", "minutes", "recorded", "records", "met", "session", "paper"}
) | {"report", "agenda", "was", "it"}


def fault(sentence: str, ground: Ground) -> str:
    """What date, figure or count of votes the evidence has otherwise; "" where none."""
    return _dates(sentence, ground) or _figures(sentence, ground) or _votes(sentence, ground.quoted)


def _dates(sentence: str, ground: Ground) -> str:
    printed = f"{ground.quoted}\n{ground.headings}"
    held = [one.named for one in dates(printed)]
    months = {one.month for one in held} | {one.month for one in find_months(printed)}
    years = {one.named.year for one in dates(ground.whole)} | {
        int(one.value) for one in _held(ground) if one.value.isdigit()
    }
    for one in dates(sentence):
        if not any(_same(one.named, other, years) for other in held) and not (
            any(one.named.is_of(days) for days in ground.days) and _of_the_meeting(sentence, one.start)
        ):
            return "a date that the evidence lacks"
    for month in find_months(undated(sentence)):
        of_meeting = any(days.first.month == month.month for days in ground.days) and _of_the_meeting(
            sentence, month.start
        )
        if month.month not in months and not of_meeting:
            return "a month that the evidence lacks"
    return ""


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
    if before and before.pop() not in _OF_A_DAY | {"the"}:
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


def _figures(sentence: str, ground: Ground) -> str:
    """Figures must be the evidence's, in its order or with the same words beside them, and none said of another's matter."""
    text, held = undated(sentence), _held(ground)
    told, there, above = _placed(text), _placed(undated(ground.quoted)), _placed(undated(ground.above))
    meetings = {Figure(str(days.first.year)) for days in ground.days}
    years = {Figure(str(one.named.year)) for one in dates(f"{ground.quoted}\n{ground.headings}")}
    times: Counter[Figure] = Counter()
    for one in told:
        times[one.figure] += 1
        numbered = one.figure in map(Figure, ground.labels) and one.after_word in _NUMBERED
        of_meeting = one.figure in meetings and _of_the_meeting(text, one.start)
        of_date = one.figure in years and one.after_word in _BEFORE_A_YEAR
        if not (numbered or of_meeting or of_date) and times[one.figure] > held[one.figure]:
            return "a figure that the evidence lacks"
        if not numbered and _out_of_heading(one, there, above):
            return "a figure of something else"
    if any(_turned(one, other, there) for one, other in combinations(told, 2)):
        return "figures in another order than the evidence's"
    return (
        "a figure of something else" if _misbound(told, there) or any(_beside_other(one, there) for one in told) else ""
    )


def _out_of_heading(one: _Placed, there: Sequence[_Placed], above: Sequence[_Placed]) -> bool:
    """Whether a small figure of a heading ("the 6 monthly report") is told beside other words than there."""
    if len(one.figure.value) >= _DIGITS_OF_A_YEAR or any(other.figure == one.figure for other in there):
        return False
    theirs = [other.beside for other in above if other.figure == one.figure]
    return bool(theirs) and not any(one.beside & words_ for words_ in theirs)


@dataclass(frozen=True, slots=True)
class _Placed:
    """A figure in its text, with the words around it.

    `after_word` is the word that it stands after; `beside` those just before and after it that are no articles; `own` the telling
    words of its clause, which `has_verb` says has a verb of its own; `lent` those of its sentence before that clause.
    """

    figure: Figure
    start: int
    sentence: int
    after_word: str
    beside: frozenset[tuple[str, str]]
    own: frozenset[str]
    lent: frozenset[str]
    has_verb: bool


def _placed(text: str) -> list[_Placed]:
    found: list[_Placed] = []
    for number, sentence in enumerate(sentences(text)):
        ends = [match.end() for match in _CLAUSE_ENDS.finditer(sentence.text)]
        for one in figures(sentence.text, ordinals=True):
            start = max((end for end in ends if end <= one.start), default=0)
            end = min((end for end in ends if end >= one.end), default=len(sentence.text))
            clause = blank(sentence.text, [(one.start, one.end)])[start:end]
            found.append(
                _Placed(
                    one.figure,
                    sentence.start + one.start,
                    number,
                    _word_before(sentence.text[: one.start]),
                    frozenset(_beside(sentence.text, one)),
                    _stems(clause),
                    _stems(sentence.text[:start]),
                    any(word.text.lower() in _AUXILIARIES for word in words(clause)),
                )
            )
    return found


def _word_before(text: str) -> str:
    return next((word.text.lower() for word in reversed(words(text))), "")


def _beside(text: str, one: PlacedFigure) -> Iterator[tuple[str, str]]:
    before = [word.stem for word in words(text[: one.start]) if word.text.lower() not in _ARTICLES]
    after = [word.stem for word in words(text[one.end :]) if word.text.lower() not in _ARTICLES]
    yield from (("before", word) for word in before[-1:])
    yield from (("after", word) for word in after[:1])


def _stems(text: str) -> frozenset[str]:
    return frozenset(word.stem for word in words(text) if tells(word.text) and not word.text[0].isdigit())


def _turned(one: _Placed, other: _Placed, there: Sequence[_Placed]) -> bool:
    """Whether two figures stand in the evidence in the other order alone, and the words beside them do not bear that out."""
    pairs = [
        (first, second)
        for at, first in enumerate(there)
        for second in there[at + 1 :]
        if first.sentence == second.sentence and {first.figure, second.figure} == {one.figure, other.figure}
    ]
    if one.figure == other.figure or not pairs or any(first.figure == one.figure for first, _ in pairs):
        return False
    mine = frozenset().union(*(second.beside for _, second in pairs))
    theirs = frozenset().union(*(first.beside for first, _ in pairs))
    crossed = len(one.beside & (theirs - mine)) + len(other.beside & (mine - theirs))
    own = len(one.beside & (mine - theirs)) + len(other.beside & (theirs - mine))
    return not own or crossed > own


def _beside_other(one: _Placed, there: Sequence[_Placed]) -> bool:
    """Whether a figure stands beside a telling word that the evidence has beside other figures, and shares nothing with its own."""
    owners = {other.figure for other in there if any(pair in other.beside and tells(pair[1]) for pair in one.beside)}
    mine = [other for other in there if other.figure == one.figure]
    return (
        bool(owners)
        and one.figure not in owners
        and not any(one.beside & other.beside or one.own & other.own for other in mine)
    )


def _misbound(told: Sequence[_Placed], there: Sequence[_Placed]) -> bool:
    """Whether a figure is told with words that stand, in the evidence, with a figure left out.

    A clause lends its words to the figures after it in its sentence ("£4,200 was set aside for the quay and £6,100 for the
    slipway"): those of an earlier figure count against one only where none of its own are said.
    """
    said = {one.figure for one in told}
    explained = frozenset().union(*(one.own for one in there if one.figure in said))
    left_out = [(place, one) for place, one in enumerate(there) if one.figure not in said]
    for one in told:
        places = [place for place, other in enumerate(there) if other.figure == one.figure]
        if len(places) != 1:
            continue
        mine = there[places[0]]
        lent_to = not mine.has_verb or not mine.own  # "and £6,100 for the slipway" has its verb from before
        for place, other in left_out:
            others = one.own & (other.own - explained)
            follows = place > places[0] and other.sentence == mine.sentence
            if others and (follows or not one.own & mine.own or (not lent_to and other.sentence == mine.sentence)):
                return True
    return False


def _votes(sentence: str, quoted: str) -> str:
    """Votes for and against must be counted as the evidence counts them, where it names the sides."""
    held = _counted(quoted)
    sides = {side for _, side in held} - {"for"}  # "£5 for the club" is no vote
    return "votes that the evidence counts otherwise" if sides and _counted(sentence) - held else ""


def _counted(text: str) -> set[tuple[Figure, str]]:
    """Figures with the side that they are counted on: 5 for, 4 against, in either order."""
    found = set()
    for one in figures(text):
        match = _COUNTED.match(text, one.end) or _COUNTED_BEFORE.search(text[: one.start])
        if match:
            side = (match.groupdict().get("after") or match.groupdict().get("before") or "").lower()
            found.add((one.figure, "for" if side == "in favour" else side[:4]))
    return found
