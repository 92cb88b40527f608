"""Whether a sentence says yes where its evidence says no, and as done, or as certain, what is only to be done or possible."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from bot.query.terms import stem
from corpus.lexicon import DECIDING, DEEDS, NEGATIONS

_TOKEN = re.compile(
    r"\b[Nn]os?\.?(?=\s?\d)|\d+(?:[.,:/]\d+)*|[^\W_]+(?:['’][^\W_]+)*|[;:.!?\n,()–—]"  # "No. 12" says no no
)
_FUNCTION = frozenset(
    """
    a an the of to in on at for by with from and or but that this these those which who whom its it it's their his her he she
    they them be is are was were been being has have had do does did will would should shall can as so also then there into
    than we our us you your i not no
    """.split()
)
_PERHAPS_DENIED = 4  # content words after a "not" that it may deny: "not meant to replace it" denies "replace it"
_PASSED_OVER = frozenset("yet only just always any been so very all also".split())  # "not yet operational"


def _stems(text: str) -> frozenset[str]:
    return frozenset(map(stem, text.split()))


# What says no in other words: where a statement has one, a "not" may stand in for it, or it for a "not".
_SOFT = _stems(
    """unable unsure unlikely unaware outside beyond maximum minimum fail failed lack absent absence missing doubt except exclude
    rather instead avoid yet ban refuse reject decline oppose pending cancelled withdrawn inadequate incomplete invalid"""
)
_DEED_STEMS = frozenset(stem(deed) for deeds in DEEDS for deed in deeds)
_HAVE = frozenset("has have had".split())
_PARTICIPLES = ("ed", "en", "wn", "ne", "ld", "pt", "ht")
_STATES = (
    ("might", frozenset("may might could".split())),
    ("to do", frozenset("be to will shall must".split())),
    ("done", _HAVE | {"was", "were"}),
)
_AUXILIARIES = frozenset("is are would should can been being".split()).union(*(words for _, words in _STATES))
_AUXILIARIES_BEFORE = 3
# What a body does by resolving it: told as done of a resolution, it is.
_PERFORMED = frozenset(map(stem, DECIDING)) | _stems(
    "received thanked appointed elected granted welcomed delegated authorised confirmed rescinded supported requested asked excluded given referred"
)
_PUT_FORWARD = _stems("recommended moved proposed seconded")


@dataclass(frozen=True, slots=True)
class _Token:
    """A word in lower case, its stem, and the clause and sentence of the text that it stands in."""

    word: str
    stem: str
    clause: int
    sentence: int

    @property
    def tells(self) -> bool:
        return self.word not in _FUNCTION and not is_negation(self.word)


@dataclass(frozen=True, slots=True)
class _Denial:
    """What a "not" denies: the next content word, and those after it, of which it may speak; `soft` where it is no "not" itself."""

    word: str
    perhaps: frozenset[str]
    soft: bool


@dataclass(frozen=True, slots=True)
class _Statement:
    """A sentence's content words, its denials, and what it denies surely and perhaps."""

    words: frozenset[str]
    denials: tuple[_Denial, ...]

    @property
    def denied(self) -> frozenset[str]:
        return frozenset(denial.word for denial in self.denials)

    @property
    def perhaps(self) -> frozenset[str]:
        return self.denied.union(*(denial.perhaps for denial in self.denials))


def is_negation(word: str) -> bool:
    """Whether a word in lower case says no."""
    return word in NEGATIONS or word.endswith(("n't", "n’t"))


def fault(sentence: str, quoted: str, *, decided: bool, wished: bool) -> str:
    """What a sentence turns round of the words of its evidence; "" where nothing.

    `decided` says that they tell of something decided, `wished` that they are a resolution, a recommendation or a motion.
    """
    told, source = _tokens(sentence), _tokens(quoted)
    held, statements = _statements(source), _statements(told)
    if _added_denial(statements, _statements(source, soft=True)) or any(_denies_other(one, held) for one in statements):
        return "says no where the evidence does not"
    if any(_affirms_denied(one, held) for one in statements):
        return "leaves out a “not” of the evidence"
    if _turned_to_done(told, source, decided=decided, wished=wished):
        return "tells as done or as certain what the evidence does not"
    return ""


def _tokens(text: str) -> list[_Token]:
    """The words of a text; "May" is a month, "may" is not."""
    found: list[_Token] = []
    clause = sentence = 0
    for match in _TOKEN.finditer(text):
        mark = match[0]
        word = mark.lower().replace("’", "'")
        if not mark[0].isalnum() or word == "but":
            clause += 1
            sentence += word in (*".!?;\n", "but")
        if mark[0].isalnum():
            numbers = word.rstrip(".s") == "no" and text[match.end() : match.end() + 2].strip()[:1].isdigit()
            word = "number" if numbers else "may (month)" if mark == "May" else word
            found.append(_Token(word, stem(mark), clause, sentence))
    return found


def _statements(found: Sequence[_Token], *, soft: bool = False) -> list[_Statement]:
    """The statements of a text; with `soft`, words that say no in other words deny as well."""
    made = []
    for _, tokens in groupby(found, key=lambda token: token.sentence):
        part = list(tokens)
        places = (at for at, token in enumerate(part) if _denies(part, at) or (soft and token.stem in _SOFT))
        made.append(
            _Statement(
                frozenset(token.stem for token in part if token.tells), tuple(_denial(part, at) for at in places)
            )
        )
    return made


def _denies(part: Sequence[_Token], at: int) -> bool:
    """Whether the word at this place says no: not in "whether or not", not in "not only"; "neither … nor" says it once."""
    before, word, after = (part[place].word if 0 <= place < len(part) else "" for place in (at - 1, at, at + 1))
    again = word == "nor" and any(is_negation(one.word) for one in part[:at])
    return is_negation(word) and before != "or" and after != "only" and not again


def _denial(part: Sequence[_Token], at: int) -> _Denial:
    """What the "not" at this place denies of its clause, or, where nothing follows in that, of its sentence."""
    after = [token for token in part[at + 1 :] if token.tells and token.word not in _PASSED_OVER]
    near = next((token for token in after if token.clause == part[at].clause), after[0] if after else part[at])
    soft = not is_negation(part[at].word)
    perhaps = frozenset() if soft else frozenset(token.stem for token in after[:_PERHAPS_DENIED]) - {near.stem}
    return _Denial(near.stem, perhaps, soft)


def _added_denial(told: Sequence[_Statement], held: Sequence[_Statement]) -> bool:
    """Whether the sentence has a "not" that none of the evidence's bears out: each of those bears out one.

    It must deny what the sentence denies, or perhaps so; or, where the writer denies in words of their own, share another word.
    """
    left = [(denial, statement.words) for statement in held for denial in statement.denials]
    known = _DEED_STEMS.union(*(statement.words for statement in held))
    said = frozenset[str]().union(*(statement.words for statement in told))
    open_ = [denial for statement in told for denial in statement.denials]

    def likeness(mine: _Denial, theirs: _Denial, words: frozenset[str]) -> int:
        if mine.word == theirs.word:
            return 3
        hard = mine.word not in _SOFT and not theirs.soft
        if hard and (mine.word in theirs.perhaps or theirs.word in mine.perhaps):
            return 2
        return int(mine.word not in known and bool(said & words))

    for wanted in (3, 2, 1):
        for mine in list(open_):
            like = next((one for one in left if likeness(mine, *one) >= wanted), None)
            if like is not None:
                open_.remove(mine)
                left.remove(like)
    return bool(open_)


def _denies_other(told: _Statement, held: Sequence[_Statement]) -> bool:
    """Whether the sentence denies of one matter what the evidence may deny of another, and affirms of this."""
    return any(
        -1
        < _most_shared(told, (one for one in held if word in one.perhaps), word)
        < _most_shared(told, (one for one in held if word not in one.perhaps), word)
        for word in told.denied
    )


def _affirms_denied(told: _Statement, held: Sequence[_Statement]) -> bool:
    """Whether the sentence says, without words that say no, what the evidence denies and nowhere affirms as nearly."""
    if told.words & _SOFT - {"yet"}:
        return False
    for word in told.words - told.perhaps:
        denied = [one for one in held if word in one.denied and len(one.denials) > len(told.denials)]
        affirmed = (one for one in held if word not in one.denied)
        if denied and _most_shared(told, denied, word) >= _most_shared(told, affirmed, word):
            return True
    return False


def _most_shared(told: _Statement, held: Iterable[_Statement], word: str) -> int:
    """How many words the sentence shares, at the most, with one of these statements that has a word; -1 where none has."""
    return max((len(told.words & one.words) for one in held if word in one.words), default=-1)


def _turned_to_done(told: Sequence[_Token], source: Sequence[_Token], *, decided: bool, wished: bool) -> bool:
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


def _states(found: Sequence[_Token], *, plain: str = "") -> Iterator[tuple[str, str]]:
    """Words with an auxiliary shortly before them, by stem: "done", "to do" or "might"; past forms without one are `plain`."""
    for at, token in enumerate(found):
        if not token.tells or token.word in _AUXILIARIES:
            continue
        near: set[str] = set()
        for one in reversed(found[max(0, at - _AUXILIARIES_BEFORE) : at]):
            parts = one.tells and one.word not in _AUXILIARIES and not one.word.endswith("ly")
            if parts or one.clause != token.clause:
                break
            near.add(one.word)
        if not token.word.endswith(_PARTICIPLES):
            near -= _HAVE  # "has permission" tells of nothing done
        otherwise = plain if token.word.endswith("ed") else ""
        state = next((state for state, auxiliaries in _STATES if near & auxiliaries), otherwise)
        if state:
            yield token.stem, state
