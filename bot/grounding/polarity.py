"""Whether a sentence says yes where its evidence says no, and as done, or as certain, what is only to be done or possible."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from bot.query.terms import stem
from corpus.lexicon import DECIDING, DEEDS, NEGATIONS

_TOKEN = re.compile(
    r"\b[Nn]os?\.?(?=\s?\d)|\d+(?:[.,:/]\d+)*|[^\W_]+(?:['’][^\W_]+)*|[;:.!?\n,()–—]"
)  # "No. 12" says no no
_FUNCTION = frozenset(
    """
    a an the of to in on at for by with from and or but that this these those which who whom it its it's their his her he she
    they them be is are was were been being has have had do does did will would should shall can as so also then there into
    than we our us you your i not no
    """.split()
)
# Words of one group stand in for each other: a sentence that leaves out "rejected" may say "refused".
OUTCOMES = tuple(
    frozenset(stem(word) for word in group.split())
    for group in (
        "rejected refused defeated lost dismissed fell declined opposed disagreed failed",
        "withdrawn withdrew withdraw",
        "deferred postponed adjourned",
        "rescinded revoked overturned cancelled abandoned",
    )
)
_PERHAPS_DENIED = (
    4  # content words after a "not" that it may deny: "not meant to replace localism" denies "replace localism"
)
_PASSED_OVER = frozenset("yet only just always any been so very all also".split())  # "not yet operational"
# What says no in other words: where a statement has one, a "not" may stand in for it, or it for a "not".
_SOFT = frozenset(
    map(
        stem,
        """unable unsure unlikely unaware outside beyond maximum minimum fail failed lack absent absence missing doubt except exclude rather instead
        avoid yet ban refuse reject decline oppose pending cancelled withdrawn inadequate incomplete invalid""".split(),
    )
)
_DEED_STEMS = frozenset(stem(deed) for deeds in DEEDS for deed in deeds)
_TO_DO = frozenset("be to will shall must".split())
_MIGHT = frozenset("may might could".split())
_HAVE = frozenset("has have had".split())
_DONE = _HAVE | {"was", "were"}
_PARTICIPLES = ("ed", "en", "wn", "ne", "ld", "pt", "ht")
_AUXILIARIES = _TO_DO | _MIGHT | _DONE | frozenset("is are would should can been being".split())
_STATES = (("might", _MIGHT), ("to do", _TO_DO), ("done", _DONE))
_AUXILIARIES_BEFORE = 3
# What a body does by resolving it: told as done of a resolution, it is.
_PERFORMED = frozenset(
    stem(word)
    for word in (
        *DECIDING,
        *"received thanked appointed elected granted welcomed delegated authorised confirmed rescinded supported requested".split(),
        *"asked excluded given referred".split(),
    )
)
_PUT_FORWARD = frozenset(map(stem, "recommended moved proposed seconded".split()))


@dataclass(frozen=True, slots=True)
class Token:
    """A word in lower case, its stem, and the clause and sentence of the text that it stands in."""

    word: str
    stem: str
    clause: int
    sentence: int

    @property
    def tells(self) -> bool:
        """Whether it is a content word."""
        return self.word not in _FUNCTION and not is_negation(self.word)


@dataclass(frozen=True, slots=True)
class _Denial:
    """What a "not" denies: the next content word, and those after it, of which it may speak; `soft` where it is no "not" itself."""

    words: frozenset[str]
    perhaps: frozenset[str]
    soft: bool


@dataclass(frozen=True, slots=True)
class _Statement:
    """A sentence's content words, and what it denies of them."""

    words: frozenset[str]
    denials: tuple[_Denial, ...]

    @property
    def denied(self) -> frozenset[str]:
        """What it surely denies."""
        return frozenset().union(*(denial.words for denial in self.denials))

    @property
    def perhaps_denied(self) -> frozenset[str]:
        """What it may deny."""
        return self.denied.union(*(denial.perhaps for denial in self.denials))


def is_negation(word: str) -> bool:
    """Whether a word in lower case says no."""
    return word in NEGATIONS or word.endswith(("n't", "n’t"))


def tokens(text: str) -> list[Token]:
    """The words of a text; "May" is a month, "may" is not."""
    found: list[Token] = []
    clause = sentence = 0
    for match in _TOKEN.finditer(text):
        mark = match[0]
        if not mark[0].isalnum():
            clause += 1
            sentence += mark in ".!?;\n"
            continue
        word = mark.lower().replace("’", "'")
        if word.rstrip(".s") == "no" and text[match.end() : match.end() + 2].lstrip()[:1].isdigit():
            word = "number"
        if word == "but":
            clause += 1
            sentence += 1
        found.append(Token("may (month)" if mark == "May" else word, stem(mark), clause, sentence))
    return found


def fault(sentence: str, quoted: str, *, decided: bool, wished: bool) -> str:
    """What a sentence turns round of the words of its evidence; "" where nothing.

    `decided` says that they tell of something decided, `wished` that they are a resolution, a recommendation or a motion.
    """
    told, source = tokens(sentence), tokens(quoted)
    held, statements = _statements(source), _statements(told)
    if _added_denial(statements, _statements(source, soft=True)) or any(_denies_other(one, held) for one in statements):
        return "says no where the evidence does not"
    if any(_affirms_denied(one, held) for one in statements):
        return "leaves out a “not” of the evidence"
    if _turned_to_done(told, source, decided=decided, wished=wished):
        return "tells as done or as certain what the evidence does not"
    return ""


def _statements(found: Sequence[Token], *, soft: bool = False) -> list[_Statement]:
    """The statements of a text; with `soft`, words that say no in other words deny as well."""
    made = []
    for number in sorted({token.sentence for token in found}):
        part = [token for token in found if token.sentence == number]
        denials = tuple(
            _denial(part, at) for at in range(len(part)) if _denies(part, at) or (soft and part[at].stem in _SOFT)
        )
        made.append(_Statement(frozenset(token.stem for token in part if token.tells), denials))
    return made


def _denies(part: Sequence[Token], at: int) -> bool:
    """Whether the word at this place says no: not in "whether or not", not in "not only"; "neither … nor" says it once."""
    word, before, after = (
        part[at].word,
        part[at - 1].word if at else "",
        part[at + 1].word if at + 1 < len(part) else "",
    )
    again = word == "nor" and any(is_negation(one.word) for one in part[:at])
    return is_negation(word) and before != "or" and after != "only" and not again


def _denial(part: Sequence[Token], at: int) -> _Denial:
    """What the "not" at this place denies of its clause, or, where nothing follows in that, of its sentence."""
    after = [token for token in part[at + 1 :] if token.tells and token.word not in _PASSED_OVER]
    near = [token.stem for token in after if token.clause == part[at].clause] or [token.stem for token in after]
    soft = not is_negation(part[at].word)
    perhaps = [] if soft else [token.stem for token in after][:_PERHAPS_DENIED]
    return _Denial(frozenset(near[:1] or [part[at].stem]), frozenset(perhaps) - frozenset(near[:1]), soft)


def _added_denial(told: Sequence[_Statement], held: Sequence[_Statement]) -> bool:
    """Whether the sentence has a "not" that none of the evidence's bears out: each of those bears out one.

    It must deny something of what the sentence denies; or, where the writer denies it in words of their own, share another word.
    """
    left = [(denial, statement.words) for statement in held for denial in statement.denials]
    own = _DEED_STEMS.union(*(statement.words for statement in held))
    said = frozenset().union(*(statement.words for statement in told))
    open_ = [denial for statement in told for denial in statement.denials]
    for likeness in (
        _denies_the_same,
        _may_deny_the_same,
        lambda mine, _, words: not mine.words & own and said & words,
    ):
        for mine in list(open_):
            like = next((one for one in left if likeness(mine, *one)), None)
            if like is not None:
                open_.remove(mine)
                left.remove(like)
    return bool(open_)


def _denies_the_same(told: _Denial, held: _Denial, _: frozenset[str]) -> bool:
    return bool(told.words & held.words)


def _may_deny_the_same(told: _Denial, held: _Denial, _: frozenset[str]) -> bool:
    return not (told.words & _SOFT or held.soft) and bool(told.words & held.perhaps or told.perhaps & held.words)


def _denies_other(told: _Statement, held: Sequence[_Statement]) -> bool:
    """Whether the sentence denies of one matter what the evidence may deny of another, and affirms of this."""
    return any(
        -1
        < _most_shared(told, (one for one in held if word in one.perhaps_denied), word)
        < _most_shared(told, (one for one in held if word not in one.perhaps_denied), word)
        for word in told.denied
    )


def _affirms_denied(told: _Statement, held: Sequence[_Statement]) -> bool:
    """Whether the sentence says, without words that say no, what the evidence denies and nowhere affirms as nearly."""
    if told.words & _SOFT - {"yet"}:
        return False
    for word in told.words - told.perhaps_denied:
        denied = [one for one in held if word in one.denied and len(one.denials) > len(told.denials)]
        affirmed = (one for one in held if word not in one.denied)
        if denied and _most_shared(told, denied, word) >= _most_shared(told, affirmed, word):
            return True
    return False


def _most_shared(told: _Statement, held: Iterable[_Statement], word: str) -> int:
    """How many words the sentence shares, at the most, with one of these statements that has a word; -1 where none has."""
    return max((len(told.words & one.words) for one in held if word in one.words), default=-1)


def _turned_to_done(told: Sequence[Token], source: Sequence[Token], *, decided: bool, wished: bool) -> bool:
    """Whether "was closed" is said of what "be closed" stands of in a wish, or "will close" of what "may close" does."""
    states = list(_states(source, plain="done"))
    held = {token.stem for token in source}
    performed = _PUT_FORWARD | (_PERFORMED if decided else frozenset())
    for word, state in _states(told):
        there = {one for stem_, one in states if stem_ == word} or ({"to do"} if wished and word in held else set())
        if state == "done" and wished and there == {"to do"} and word not in performed:
            return True
        if state != "might" and there == {"might"}:
            return True
    return False


def _states(found: Sequence[Token], *, plain: str = "") -> Iterator[tuple[str, str]]:
    """Words with an auxiliary shortly before them, by stem: "done", "to do" or "might"; past forms without one are `plain`."""
    for at, token in enumerate(found):
        if not token.tells or token.word in _AUXILIARIES:
            continue
        before = reversed(found[max(0, at - _AUXILIARIES_BEFORE) : at])
        near = set(takewhile(bool, (_leads_up(one, token) for one in before)))
        if not token.word.endswith(_PARTICIPLES):
            near -= _HAVE  # "has permission" tells of nothing done
        otherwise = plain if token.word.endswith("ed") else ""
        state = next((state for state, auxiliaries in _STATES if near & auxiliaries), otherwise)
        if state:
            yield token.stem, state


def _leads_up(one: Token, token: Token) -> str:
    """A word that may be an auxiliary of one after it; "" where it parts the two."""
    parts = one.tells and one.word not in _AUXILIARIES and not one.word.endswith("ly")
    return "" if one.clause != token.clause or parts else one.word
