"""Who said, moved or decided it: a sentence may give a deed to nobody but to whom its evidence gives it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from bot.grounding.figures import undated
from bot.grounding.ground import Ground
from bot.grounding.names import TITLES, NameWord, name_words
from bot.query.terms import Word, words
from bot.reading.sentences import sentences
from corpus.lexicon import BY_BODIES, DEEDS, ORDINALS
from index.bodies import HEADS
from index.words import STOPWORDS

_JOINING = frozenset("of for and the in".split())
_PASTS = frozenset("left took gave made sent paid led came went spoke wrote brought withdrew chose felt".split())
_SAYING = next(deeds for deeds in DEEDS if "said" in deeds)
_ALL_DEEDS = frozenset().union(*DEEDS)
_BETWEEN = frozenset("then has have had also all both so again".split())
_PASSIVE = frozenset("be been being was were is are".split())
_NO_NAMES = TITLES | STOPWORDS | frozenset(ORDINALS) | {"members"}

Name = tuple[str, ...]
"""The words of a name in small letters, in order, without those that many names have, and without single letters."""


@dataclass(frozen=True, slots=True)
class _Run:
    """A name in a text, joined ones parted ("Councillors Thorn and Pell"), and where it stands."""

    names: tuple[Name, ...]
    start: int
    end: int


def fault(sentence: str, ground: Ground) -> str:
    """What deed a sentence gives to somebody else; "" where none."""
    told, held = undated(sentence), undated(ground.quoted)
    bodies = [
        _fold(name_words(name)) for paper in ground.papers for name in (paper.body_in_full, paper.body_alone) if name
    ]
    for deeds in (*DEEDS, *_other_deeds(told, held)):
        theirs = [
            name
            for names in _doers(deeds, _nearest(told, held) if deeds is _SAYING else held, _names_before)
            for name in names
        ]
        for doer in (name for names in _doers(deeds, told, _names_beside) for name in names):
            if deeds is BY_BODIES and (any(_same(doer, body) for body in bodies) or (not bodies and _is_generic(doer))):
                continue
            if theirs and not any(_same(doer, one) for one in theirs):
                return "says it of somebody else"
            if not theirs and deeds is BY_BODIES:
                return "says it of somebody whom the evidence does not name for it"
    return ""


def _same(told: Name, held: Name) -> bool:
    """Whether a name told is one held, a part of it or that with more of it, or one is the other's first letters."""
    if set(told) <= set(held) or set(held) <= set(told) or "".join(held).endswith("".join(told)):
        return True
    return any(
        len(one) == 1 and "".join(word[0] for word in other).endswith(one[0])
        for one, other in ((told, held), (held, told))
    )


def _is_generic(name: Name) -> bool:
    return len(name) == 1 and name[0] in HEADS


def _other_deeds(told: str, held: str) -> list[frozenset[str]]:
    """Other verbs in the past that sentence and evidence share: "Thorn left the room"."""
    shared = {word.text for word in words(told)} & {word.text for word in words(held)}
    pasts = {word for word in shared if word.islower() and (word.endswith("ed") or word in _PASTS)}
    return [frozenset({word}) for word in sorted(pasts - _ALL_DEEDS - {"carried", "passed"})]


def _nearest(told: str, held: str) -> str:
    """The sentence of the evidence that shares most words with the sentence: many people say much in one paragraph."""
    said = {word.stem for word in words(told)}
    return max(
        (part.text for part in sentences(held)),
        key=lambda text: len(said & {word.stem for word in words(text)}),
        default="",
    )


def _doers(deeds: frozenset[str], text: str, before: Callable[[str], tuple[Name, ...]]) -> Iterator[tuple[Name, ...]]:
    """The names that deeds are given to: after "by", else those that stand before them in their sentence."""
    for sentence in sentences(text):
        said = words(sentence.text)
        for at, word in enumerate(said):
            if word.text.lower() not in deeds:
                continue
            if [one.text.lower() for one in said[at + 1 : at + 2]] == ["by"]:
                yield _names_after(sentence.text[said[at + 1].end :])
            elif sentence.text[: word.start].rstrip().endswith(","):
                yield _first_name(sentence.text[: word.start])
            elif not _is_passive(said[:at]):
                start = max((one.end for one in said[:at] if one.text.lower() in _ALL_DEEDS), default=0)
                yield before(sentence.text[start : word.start])


def _is_passive(before: Sequence[Word]) -> bool:
    near = [word.text.lower() for word in before[-2:]]
    if near and near[-1] in _PASSIVE:
        return True
    return len(near) > 1 and near[0] in _PASSIVE and (near[-1].endswith("ly") or near[-1] in ("not", "also"))


def _names_after(text: str) -> tuple[Name, ...]:
    """The name that stands after "by"."""
    run = next(_runs(text), None)
    return run.names if run and not text[: run.start].strip().removeprefix("the") else ()


def _first_name(text: str) -> tuple[Name, ...]:
    """Whose deed it is after what stands between commas: "Thorn, seconded by Pell, moved"."""
    run = next(_runs(text), None)
    return run.names if run else ()


def _names_beside(text: str) -> tuple[Name, ...]:
    """The name that stands just before a deed, with no more than "then", "has" or the like between: whom a sentence names for it."""
    run = max(_runs(text), key=lambda one: one.start, default=None)
    if run is None:
        return ()
    between = [word.text.lower() for word in words(text[run.end :])]
    return run.names if all(word in _BETWEEN or word.endswith("ly") or len(word) == 1 for word in between) else ()


def _names_before(text: str) -> tuple[Name, ...]:
    """All names before a deed and after the deed before: any of them may be whom a paper means."""
    return tuple(name for run in _runs(text) for name in run.names)


def _runs(text: str) -> Iterator[_Run]:
    """The names of a text: words with capitals side by side, or with "of", "and" and the like between."""
    run: list[NameWord] = []
    for word in [*name_words(text), None]:
        if word is not None and run and word.folded in _JOINING and not word.capital:
            continue
        goes_on = word is not None and word.capital and (not run or _joined(text[run[-1].end : word.start]))
        if not goes_on:
            if run and (names := _parted(text, run)):
                yield _Run(names, run[0].start, run[-1].end)
            run = []
        if word is not None and word.capital:
            run.append(word)


def _joined(between: str) -> bool:
    return set(between.replace(".", " ").replace("-", " ").split()) <= _JOINING


def _parted(text: str, run: Sequence[NameWord]) -> tuple[Name, ...]:
    """The names of a run, parted where "and" stands between them."""
    parts: list[list[NameWord]] = [[]]
    for before, word in zip([None, *run], run, strict=False):
        if before is not None and "and" in text[before.end : word.start].split():
            parts.append([])
        parts[-1].append(word)
    return tuple(name for part in parts if (name := _fold(part)))


def _fold(words_: Sequence[NameWord]) -> Name:
    return tuple(word.folded for word in words_ if word.folded not in _NO_NAMES and len(word.folded) > 1)
