"""The strict rule for a sentence's wording, where no trained judge vouches for it: every telling word is the evidence's own.

They must also stand near each other there, and nothing that limits or weakens what is taken may be left out or put in.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from math import inf

from bot.grounding.figures import blank, dates, figures, undated
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
NEAR = 8  # words of the evidence within which words that stand side by side in the sentence must stand
NEARNESS_FLOOR = 0.5  # share of such pairs that do

_FREE = frozenset(
    """
    a an the of to in on at for by with from and or that this these those which who whom whose it its their his her he she
    they them be is are was were been being has have had will would should shall can as so also then there into than
    """.split()
)
"""Words that say nothing of their own. "Before", "more", "all", "only", "until" do, and must be the evidence's."""
_OF_TYPE: dict[ParagraphType, frozenset[str]] = {
    "resolution": frozenset(map(stem, ("resolution", "decision", "members", *DECIDING))),
    "recommendation": frozenset({stem("recommended"), stem("recommendation")}),
    "motion": frozenset({stem("moved"), stem("motion")}),
    "vote": frozenset({stem("vote"), stem("voted")}),
    "action": frozenset({stem("action")}),
    "question": frozenset({stem("question"), stem("asked")}),
}
_OF_ANY_PAPER = frozenset(
    map(
        stem, "meeting minutes minute paper papers report records recorded says states shows held according yes".split()
    )
)
_OPPOSITES = tuple((frozenset(map(stem, one)), frozenset(map(stem, other))) for one, other in OPPOSITES)
_LIKE = {"cllr": "councillor", "cllrs": "councillor"}
_GUARDS = tuple(
    frozenset(map(stem, group.split()))
    for group in (
        "recommend recommendation recommendations proposed proposal proposals suggest suggested ask asked request requested seek sought invite urge",
        "consider considered considering consideration whether option options explore examine examined review",
        "may might could possible possibly perhaps",
        "if unless subject provided provide condition except excluding other apart save until",
        "hope hoped intend intended plan planned aim aimed",
        "estimate estimated expect expected approximately forecast nearly almost about over under",
        "most least more less fewer exceeding up",
        "only",
    )
)
"""What limits or weakens a statement. A sentence that draws on one has the same; words of a group stand in for each other."""
_CONDITIONS = frozenset("unless except".split())
_CONDITIONAL = frozenset(
    map(
        stem,
        "unless except excluding subject provided if once when condition conditional only but until depends outside".split(),
    )
)
_IS = frozenset("is are was were be been being".split())
_ORDER = frozenset("because since therefore before after until so unless if although despite following".split())
"""After these a sentence must say what the evidence says after them."""
_AFTER = 4  # telling words


def tells(word: str) -> bool:
    """Whether a word says something of its own."""
    return word.lower() not in _FREE


def added(sentence: str, ground: Ground) -> str:
    """What a sentence in the writer's own words adds to its evidence; "" where nothing.

    Of each of its clauses the evidence must have more than a part, and it may have no contrary of what the evidence has.
    """
    known = _known(ground)
    for clause in _clauses(sentence):
        said = [_stem(word) for word in _telling(clause)]
        own = [word not in known for word in said]
        if said and not figures(clause) and len(said) - sum(own) <= OWN_CLAUSE * len(said):
            return "words that the evidence lacks"
        if max((len(list(run)) for is_own, run in groupby(own) if is_own), default=0) > OWN_RUN:
            return "words that the evidence lacks"
    stems = frozenset(word.stem for word in words(sentence))
    if _unconditional(stems, ground.quoted):
        return "leaves out a condition"
    denies = any(is_negation(word.text.lower()) for word in words(sentence))
    there = {word.stem for word in words(ground.quoted)}
    for pair in () if denies else _OPPOSITES:
        for mine, theirs in (pair, pair[::-1]):
            if stems & mine and not mine & there and theirs & there:
                return "the contrary of what the evidence says"
    return ""


def _unconditional(said: frozenset[str], quoted: str) -> bool:
    """Whether a sentence takes most of a statement that holds on a condition alone, and has no word for one."""
    if said & _CONDITIONAL:
        return False
    return any(_has_condition(part.text) and draws_on(said, frozenset(_stems(part.text))) for part in sentences(quoted))


def _has_condition(text: str) -> bool:
    """Whether a text says "unless", "except", "provided that", or "subject to" of what is to be, not of what "is subject to" it."""
    said = ["", *(word.text.lower() for word in words(text)), ""]
    return any(
        word in _CONDITIONS
        or (word, after) == ("provided", "that")
        or ((word, after) == ("subject", "to") and before not in _IS)
        for before, word, after in zip(said, said[1:], said[2:], strict=False)
    )


def _known(ground: Ground) -> frozenset[str]:
    """The stems of what may be said of evidence: its words, what stands above and beside them, and what it is."""
    return _free(ground).union(_stem(word) for word in words(ground.whole))


def _free(ground: Ground) -> frozenset[str]:
    """The stems of what is said of any evidence of these types."""
    return _OF_ANY_PAPER.union(*(_OF_TYPE.get(kind, ()) for kind in ground.types))


def _clauses(sentence: str) -> list[str]:
    """The pieces of a sentence between commas, brackets and the like."""
    return "".join(", " if sign in ";:()–—" else sign for sign in sentence).split(", ")


def draws_on(said: frozenset[str], there: frozenset[str]) -> bool:
    """Whether a sentence takes from these words: half of what it says, or half of what they say, and two at least."""
    shared = said & there
    if not shared or not there:
        return False
    return len(shared) >= min(2, len(there)) and 2 * len(shared) >= min(len(said), len(there))


def too_little(sentence: str) -> bool:
    """Whether a sentence says less than two things that could be checked."""
    return len({word.stem for word in _telling(sentence)}) + len(figures(sentence)) < 2  # noqa: PLR2004


def fault(sentence: str, ground: Ground) -> str:
    """What words of a sentence are not the evidence's, or not said as there; "" where none."""
    held = Counter(_stem(word) for word in words(ground.quoted))
    # What stands beside the words says what "the report" is: it counts in its own form alone, "opening" but not "open".
    beside = {word.text.lower() for word in words(f"{ground.above}\n{ground.beside}")}
    free = _free(ground)
    said = [word for word in _telling(sentence) if not is_negation(word.text.lower())]
    if any(_stem(word) not in held and _stem(word) not in free and word.text.lower() not in beside for word in said):
        return "words that the evidence lacks"
    own = [_stem(word) for word in said if word.text.lower() not in beside and _stem(word) not in free]
    carried = own or [_stem(word) for word in said if _stem(word) in held]
    if len({_stem(word) for word in said}) + len(figures(sentence)) < 2 or not carried:  # noqa: PLR2004 - one word of it is no statement
        return "says too little of the evidence to be checked"
    if any(times > held[word] for word, times in Counter(own).items()):
        return "words more often than the evidence has them"
    if not _near(carried, ground.quoted) or _date_of_something_else(sentence, carried, ground.quoted):
        return "words put together that stand apart in the evidence"
    limits = frozenset(_stem(word) for word in said if _stem(word) in held or word.text.lower() not in beside)
    if _unguarded(limits, free, frozenset(carried), ground.quoted):
        return "leaves out or puts in what limits the statement"
    return (
        "gives as reason, or as before or after, what the evidence does not"
        if _reordered(sentence, ground.quoted)
        else ""
    )


def _telling(text: str) -> list[Word]:
    """The words of a text that say something of their own, dates and figures left out."""
    bare = undated(text)
    bare = blank(bare, ((one.start, one.end) for one in figures(bare)))
    return [word for word in words(bare) if tells(word.text)]


def _stem(word: Word) -> str:
    return stem(_LIKE.get(word.text.lower(), word.text))


def _near(carried: Sequence[str], quoted: str) -> bool:
    """Whether words that stand side by side in the sentence stand near each other in a sentence of the evidence.

    Half the pairs must, and each word must stand in one sentence with one of its neighbours.
    """
    places: dict[str, list[tuple[int, int]]] = {}
    for number, sentence in enumerate(sentences(quoted)):
        for at, word in enumerate(words(sentence.text)):
            places.setdefault(_stem(word), []).append((number, at))
    apart = [_apart(places[one], places[other]) for one, other in pairwise(carried)]
    near = sum(distance <= NEAR for distance in apart)
    lonely = any(min(before, after) == inf for before, after in pairwise([inf, *apart, inf]))
    return not apart or (near >= NEARNESS_FLOOR * len(apart) and not lonely)


def _apart(one: Sequence[tuple[int, int]], other: Sequence[tuple[int, int]]) -> float:
    """How many words two words stand apart at the nearest, in one sentence; infinite where they share none."""
    return min((abs(a - b) for in_one, a in one for in_other, b in other if in_one == in_other), default=inf)


def _date_of_something_else(sentence: str, carried: Sequence[str], quoted: str) -> bool:
    """Whether a date is told with words of which not half stand in a sentence with it."""
    said = set(carried)
    there = [({one.named for one in dates(part.text)}, set(_stems(part.text))) for part in sentences(quoted)]
    return any(
        any((one.named.day, one.named.month) == (other.day, other.month) for named, _ in there for other in named)
        and not any(
            2 * len(said & held) >= len(said)
            for named, held in there
            if any((one.named.day, one.named.month) == (other.day, other.month) for other in named)
        )
        for one in dates(sentence)
    )


def _stems(text: str) -> Iterator[str]:
    return (_stem(word) for word in _telling(text))


def _unguarded(said: frozenset[str], free: frozenset[str], carried: frozenset[str], quoted: str) -> bool:
    """Whether a sentence lacks a limit of the statements that it draws on, or has one that they lack.

    It draws each of its words from the statement that has most of them.
    """
    parts = [frozenset(_stems(part.text)) for part in sentences(quoted)]
    there: frozenset[str] = frozenset().union(
        *(
            max((part for part in parts if word in part), key=lambda part: len(part & carried), default=frozenset())
            for word in carried
        )
    )
    return any(not group & said if group & there else bool(group & (said - free)) for group in _GUARDS)


def _reordered(sentence: str, quoted: str) -> bool:
    told = words(sentence)
    source = [words(part.text) for part in sentences(quoted)]
    for at, word in enumerate(told):
        if word.text.lower() not in _ORDER:
            continue
        after = {_stem(one) for one in [one for one in told[at + 1 :] if tells(one.text)][:_AFTER]}
        theirs = [
            {_stem(one) for one in part[place + 1 :]}
            for part in source
            for place, there in enumerate(part)
            if there.text.lower() == word.text.lower()
        ]
        if not any(after <= held for held in theirs):
            return True
    return False
