"""Whether the words of a sentence are its evidence's: most of them where a trained judge finds it carried, else all.

Where nobody judges they must also stand near each other there, and nothing that limits a statement may be left out or put in.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby, pairwise
from math import inf

from bot.grounding.figures import blank, figures, undated
from bot.grounding.ground import Ground
from bot.grounding.polarity import is_negation
from bot.query.terms import Word, stem, words
from bot.reading.sentences import sentences
from corpus.lexicon import DECIDING, OPPOSITES
from corpus.types import ParagraphType

# Share of a clause's telling words that may not be the writer's own alone. Of 62 honest sentences of a strong model it drops 2; at a
# half, of 600 that were written to be far from their evidence's words, 52 instead of 37.
OWN_CLAUSE = 1 / 3
OWN_RUN = 3  # telling words one after another that may be the writer's own: 2 drops two more of the 62, 4 none fewer
OWN_END = 2  # those that a sentence may end in: what a passage's beginning is gone on with is of another
NEAR = 8  # words of the evidence within which words that stand side by side in the sentence must stand
NEARNESS_FLOOR = 0.5  # share of such pairs that do

_FREE = frozenset(
    """
    a an the of to in on at for by with from and or that this these those which who whom whose it its their his her he she
    they them be is are was were been being has have had will would should shall can as so also then there into than
    """.split()
)
"""Words that say nothing of their own. "Before", "more", "all", "only", "until" do, and must be the evidence's."""
_WANTS_MORE = frozenset("a an the of and or that which whose than be".split())
"""Words that no sentence ends in."""


def _stems_of(text: str) -> frozenset[str]:
    return frozenset(map(stem, text.split()))


_OF_TYPE: dict[ParagraphType, frozenset[str]] = {
    "resolution": _stems_of("resolution decision members").union(map(stem, DECIDING)),
    "recommendation": _stems_of("recommended recommendation"),
    "motion": _stems_of("moved motion"),
    "vote": _stems_of("vote voted"),
    "action": _stems_of("action"),
    "question": _stems_of("question asked"),
}
_OF_ANY_PAPER = _stems_of(
    "meeting minutes minute paper papers report records recorded says states shows held according yes"
)
_OPPOSITES = tuple((frozenset(map(stem, one)), frozenset(map(stem, other))) for one, other in OPPOSITES)
_AGAINST = _stems_of("against oppose opposed object objected objection")
_LIKE = {"cllr": "councillor", "cllrs": "councillor"}
_GUARDS = (
    _stems_of(
        "recommend recommendation recommendations proposed proposal proposals suggest suggested ask asked request requested seek sought invite urge"
    ),
    _stems_of("consider considered considering consideration whether option options explore examine examined review"),
    _stems_of("may might could possible possibly perhaps"),
    _stems_of("if unless subject provided provide condition except excluding other apart save until"),
    _stems_of("hope hoped intend intended plan planned aim aimed"),
    _stems_of("estimate estimated expect expected approximately forecast nearly almost about over under"),
    _stems_of("most least more less fewer exceeding up"),
    _stems_of("only"),
)
"""What limits or weakens a statement. A sentence that draws on one has the same; words of a group stand in for each other."""
_CONDITION = re.compile(
    r"\b(?:unless|except|provided that|(?<!\bis )(?<!\bare )(?<!\bwas )(?<!\bwere )(?<!\bbe )(?<!\bbeen )subject to)\b",
    re.IGNORECASE,
)
_CONDITIONAL = _stems_of(
    "unless except excluding subject provided if once when condition conditional only but until depends outside"
)
_ORDER = frozenset("because since therefore before after until so unless if although despite following".split())
"""What a sentence says after these the evidence says after them, too."""


def tells(word: str) -> bool:
    """Whether a word says something of its own."""
    return word.lower() not in _FREE


def draws_on(said: frozenset[str], there: frozenset[str]) -> bool:
    """Whether a sentence takes from these words: half of what it says, or half of what they say, and two at least."""
    shared = said & there
    return len(shared) >= min(2, len(there)) > 0 and 2 * len(shared) >= min(len(said), len(there))


def too_little(sentence: str) -> bool:
    """Whether a sentence says less than two things that could be checked."""
    return len({word.stem for word in _telling(sentence)}) + len(figures(sentence)) < 2  # noqa: PLR2004


def added(sentence: str, ground: Ground) -> str:
    """What a sentence in the writer's own words adds to its evidence, or leaves out or turns round; "" where nothing."""
    if _mostly_own(sentence, ground):
        return "words that the evidence lacks"
    said = words(sentence)
    if said and said[-1].text.lower() in _WANTS_MORE:
        return "breaks off"
    stems, there = frozenset(word.stem for word in said), {word.stem for word in words(ground.quoted)}
    if _conditions_differ(sentence, stems, ground, there):
        return "leaves out a condition, or puts one in"
    if (stems & _AGAINST and not there & _AGAINST) or (
        _denials(sentence) <= _denials(ground.quoted) and _contrary(stems, there)
    ):
        return "the contrary of what the evidence says"
    return ""


def _mostly_own(sentence: str, ground: Ground) -> bool:
    """Whether a clause has little of the evidence, or too many words of the writer's own stand in a row."""
    free = _free(ground)
    known = free.union(_stem(word) for word in words(ground.whole))
    for clause in re.split(r"[,;:()–—]\s", f"{sentence} "):
        said = [_stem(word) for word in _telling(clause)]
        own = [word not in known for word in said]
        if said and not figures(clause) and len(said) - sum(own) <= OWN_CLAUSE * len(said):
            return True
        if max((len(list(run)) for is_own, run in groupby(own) if is_own), default=0) > OWN_RUN:
            return True
    said = [_stem(word) for word in _telling(sentence)]
    end = [word not in known for word in said if word not in free]
    return len(end) > OWN_END and all(end[-OWN_END - 1 :])


def _conditions_differ(sentence: str, stems: frozenset[str], ground: Ground, there: set[str]) -> bool:
    """Whether a sentence takes most of what holds on a condition alone and has no word for one, or has one of its own."""
    if _CONDITION.search(sentence) and not there & _CONDITIONAL:
        return True
    return not stems & _CONDITIONAL and any(
        _CONDITION.search(part.text) and draws_on(stems, frozenset(map(_stem, _telling(part.text))))
        for part in sentences(ground.quoted)
    )


def _denials(text: str) -> int:
    return sum(is_negation(word.text.lower()) for word in words(text))


def _contrary(said: frozenset[str], there: set[str]) -> bool:
    return any(
        said & mine and not mine & there and theirs & there
        for pair in _OPPOSITES
        for mine, theirs in (pair, pair[::-1])
    )


def fault(sentence: str, ground: Ground) -> str:
    """What words of a sentence are not the evidence's, or not said as there; "" where none."""
    quoted = sentences(ground.quoted)
    parts = [frozenset(map(_stem, _telling(part.text))) for part in quoted]
    held = frozenset[str]().union(*parts)
    # What stands beside the words says what "the report" is: it counts in its own form alone, "opening" but not "open".
    beside = {word.text.lower() for word in words(f"{ground.above}\n{ground.beside}")}
    free = _free(ground)
    said = [word for word in _telling(sentence) if not is_negation(word.text.lower())]
    if any(_stem(word) not in held | free and word.text.lower() not in beside for word in said):
        return "words that the evidence lacks"
    own = [_stem(word) for word in said if word.text.lower() not in beside and _stem(word) not in free]
    carried = own or [_stem(word) for word in said if _stem(word) in held]
    if not carried:
        return "says too little of the evidence to be checked"
    if not _near(sentence, [[_stem(word) for word in words(part.text)] for part in quoted], free):
        return "words put together that stand apart in the evidence"
    limits = frozenset(_stem(word) for word in said if _stem(word) in held or word.text.lower() not in beside)
    return "leaves out or puts in what limits the statement" if _unguarded(limits, free, carried, parts) else ""


def _free(ground: Ground) -> frozenset[str]:
    """The stems of what is said of any evidence of these types."""
    return _OF_ANY_PAPER.union(*(_OF_TYPE.get(kind, ()) for kind in ground.types))


def _telling(text: str) -> list[Word]:
    """The words of a text that say something of their own, dates and figures left out."""
    bare = undated(text)
    bare = blank(bare, ((one.start, one.end) for one in figures(bare)))
    return [word for word in words(bare) if tells(word.text)]


def _stem(word: Word) -> str:
    return stem(_LIKE.get(word.text.lower(), word.text))


def _near(sentence: str, parts: Sequence[Sequence[str]], free: frozenset[str]) -> bool:
    """Whether words that stand side by side in the sentence stand near each other in a sentence of the evidence.

    Half the pairs must, and each word must stand in one sentence with one of its neighbours; what follows a word like "because"
    follows it there, and a number or date has the word before it in its sentence.
    """
    places: dict[str, list[tuple[int, int]]] = {}
    for number, part in enumerate(parts):
        for at, word in enumerate(part):
            places.setdefault(word, []).append((number, at))
    said = [(_stem(word), word.text.lower()) for word in words(sentence) if tells(word.text)]
    said = [(one, text) for one, text in said if one in places and one not in free]
    apart = [_apart(places[one], places[other], ordered=text in _ORDER) for (one, text), (other, _) in pairwise(said)]
    near = sum(distance <= NEAR for distance in apart)
    lonely = any(min(before, after) == inf for before, after in pairwise([inf, *apart, inf]))
    broken = any(
        distance == inf and (before in _ORDER or after[0].isdigit())
        for ((_, before), (_, after)), distance in zip(pairwise(said), apart, strict=True)
    )
    return not apart or (near >= NEARNESS_FLOOR * len(apart) and not lonely and not broken)


def _apart(one: Sequence[tuple[int, int]], other: Sequence[tuple[int, int]], *, ordered: bool) -> float:
    """How many words two words stand apart at the nearest, in one sentence; infinite where they share none."""
    return min(
        (abs(a - b) for in_one, a in one for in_other, b in other if in_one == in_other and (a < b or not ordered)),
        default=inf,
    )


def _unguarded(
    said: frozenset[str], free: frozenset[str], carried: Sequence[str], parts: Sequence[frozenset[str]]
) -> bool:
    """Whether a sentence lacks a limit of the statements that it draws on, or has one that they lack.

    It draws each of its words from the statement that has most of them.
    """
    drawn = set(carried)
    most = (
        max((part for part in parts if word in part), key=lambda part: len(part & drawn), default=None)
        for word in drawn
    )
    there = frozenset[str]().union(*filter(None, most))
    return any(not group & said if group & there else bool(group & (said - free)) for group in _GUARDS)
