"""Who said, moved or decided it: a sentence may give a deed to nobody but to whom its evidence gives it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from bot.grounding.figures import undated
from bot.grounding.ground import Ground
from bot.grounding.names import TITLES, NameWord, name_words, runs
from bot.query.terms import words
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


def fault(sentence: str, ground: Ground) -> str:
    """What deed a sentence gives to somebody else; "" where none."""
    told, held = undated(sentence), undated(ground.quoted)
    bodies = [
        _fold(name_words(name)) for paper in ground.papers for name in (paper.body_in_full, paper.body_alone) if name
    ]
    for deeds in (*DEEDS, *_other_deeds(told, held)):
        theirs = list(_doers(deeds, _nearest(told, held) if deeds is _SAYING else held, _all_names))
        for doer in _doers(deeds, told, _name_beside):
            if deeds is BY_BODIES and (any(_same(doer, body) for body in bodies) or (not bodies and _is_head(doer))):
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


def _is_head(name: Name) -> bool:
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


def _doers(deeds: frozenset[str], text: str, before: Callable[[str], Sequence[Name]]) -> Iterator[Name]:
    """The names that deeds are given to: after "by", else those that stand before them in their sentence.

    After what stands between commas it is the first name's: "Thorn, seconded by Pell, moved".
    """
    for sentence in sentences(text):
        said = words(sentence.text)
        for at, word in enumerate(said):
            if word.text.lower() not in deeds:
                continue
            if [one.text.lower() for one in said[at + 1 : at + 2]] == ["by"]:
                yield from _first(sentence.text[said[at + 1].end :], after=("", "the"))
            elif sentence.text[: word.start].rstrip().endswith(","):
                yield from _first(sentence.text[: word.start])
            elif not _is_passive([one.text.lower() for one in said[max(0, at - 2) : at]]):
                start = max((one.end for one in said[:at] if one.text.lower() in _ALL_DEEDS), default=0)
                yield from before(sentence.text[start : word.start])


def _is_passive(before: Sequence[str]) -> bool:
    """Whether a deed after these words is done to what stands before them: "was also moved"."""
    *first, last = ["", *before]
    return last in _PASSIVE or (
        first[-1:] != [] and first[-1] in _PASSIVE and (last.endswith("ly") or last in ("not", "also"))
    )


def _first(text: str, after: Sequence[str] = ()) -> Sequence[Name]:
    """The names joined in the first place that has any; only where no more than one of these words stands before it."""
    run = next((run for run in runs(text, _JOINING) if _parted(text, run)), None)
    return _parted(text, run) if run and (not after or text[: run[0].start].strip() in after) else ()


def _name_beside(text: str) -> Sequence[Name]:
    """The name just before a deed, with no more than "then", "has" or the like between: whom a sentence names for it."""
    last = next((run for run in reversed(runs(text, _JOINING)) if _parted(text, run)), None)
    if last is None:
        return ()
    between = [word.text.lower() for word in words(text[last[-1].end :])]
    return _parted(text, last) if all(one in _BETWEEN or one.endswith("ly") or len(one) == 1 for one in between) else ()


def _all_names(text: str) -> Sequence[Name]:
    """All names before a deed and after the deed before: any of them may be whom a paper means."""
    return [name for run in runs(text, _JOINING) for name in _parted(text, run)]


def _parted(text: str, run: Sequence[NameWord]) -> Sequence[Name]:
    """The names of a run, parted where "and" stands between them: "Councillors Thorn and Pell"."""
    parts: list[list[NameWord]] = [[*run[:1]]]
    for before, word in pairwise(run):
        if "and" in text[before.end : word.start].split():
            parts.append([])
        parts[-1].append(word)
    return [name for part in parts if (name := _fold(part))]


def _fold(words_: Sequence[NameWord]) -> Name:
    return tuple(word.folded for word in words_ if word.folded not in _NO_NAMES and len(word.folded) > 1)
