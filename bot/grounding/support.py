"""Whether evidence carries what a model says of it: what a sentence must pass before a person sees it.

Code checks exactly what it can: quotation marks, figures, dates, votes, names, who said or moved it, how it ended, negations.
Its other words may be the writer's own where a trained judge finds the sentence carried, and else must be the evidence's.
In doubt a sentence fails, and the evidence is quoted.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from bot.grounding import names, overlap, polarity, quantities, speakers_named, status
from bot.grounding.ground import Ground, ground_of
from bot.query.terms import words
from bot.reading.sentences import sentences
from bot.types import Evidence

Carries = Callable[[str, Sequence[Evidence]], float]
"""How likely it is, from 0 to 1, that evidence carries a sentence."""

FEWEST_WORDS = 3
"""Of a sentence that is taken to be quoted whole."""
# What a judge must give a sentence in the writer's own words. With the trained reader's, of 62 honest sentences of a strong model .952 are
# kept at 0, .919 at 0.03, .887 at 0.05, .855 at 0.1; at each, of 1,408 inventions none is shown, and 5 of 1,352 made from the honest sentences.
CARRIED = 0.03

_MARKUP = re.compile(r"<\s*/?[a-z!]|\]\(|!\[|`|https?:|www\.|javascript:|\S+@\S+\.\w", re.IGNORECASE)
_QUOTED = re.compile(r"“([^”]*)”|\"([^\"]*)\"|(?<!\w)[‘']([^’'\n]+(?:[’']\w[^’'\n]*)*)[’'](?!\w)")
_BRACKETED = re.compile(r"\[[^\]]*\]")
_PRINTED_NUMBER = re.compile(r"\(?(?:\d+(?:\.\d+)*|[a-z]|[ivx]+)\)?")
_GAP = re.compile(r"\s*(?:\[…\]|…|\.\.\.)\s*")


def fault(sentence: str, evidence: Sequence[Evidence], carries: Carries | None = None) -> str:
    """Why a sentence may not be shown, in a few words, or "" where the evidence that it names together carries it.

    Args:
        sentence: a sentence that a model wrote, without labels.
        evidence: what it names.
        carries: the trained judge; without one every telling word must be the evidence's.
    """
    if _MARKUP.search(sentence):
        return "holds markup or a link"
    if sentence.rstrip("”\"’' ").endswith("?"):
        return "asks instead of telling"
    if not evidence:
        return "names no evidence"
    ground = ground_of(evidence)
    text = " ".join(sentence.split())
    if any(match[0] not in ground.quoted for match in _BRACKETED.finditer(text)):
        return "holds a label of its own"
    if _misquoted(text, ground):
        return "puts words in quotation marks that the evidence does not hold"
    bare = _QUOTED.sub(lambda match: f" {match[1] or match[2] or match[3] or ''} ", text)
    told = speakers_named.fault(bare, ground) or status.fault(bare, ground)
    if told or _is_whole_sentence(bare, ground):
        return told
    return _inexact(bare, ground) or _worded(bare, ground, evidence, carries)


def _inexact(text: str, ground: Ground) -> str:
    wished = bool(ground.types & {"resolution", "recommendation", "motion"})
    return (
        quantities.fault(text, ground)
        or names.fault(text, ground)
        or polarity.fault(text, ground.quoted, decided=status.tells_decided(ground), wished=wished)
    )


def _worded(text: str, ground: Ground, evidence: Sequence[Evidence], carries: Carries | None) -> str:
    if overlap.too_little(text):
        return "says too little to be checked"
    told = overlap.fault(text, ground)
    if not told or carries is None:
        return told
    return overlap.added(text, ground) or ("" if carries(text, evidence) >= CARRIED else told)


def _is_whole_sentence(text: str, ground: Ground) -> bool:
    """Whether it is a whole sentence of the evidence, word for word, after no more than words of no matter."""
    said = _alone(text)
    free = {word.text.lower() for word in words(ground.beside)}
    for sentence in sentences(ground.quoted):
        held = _alone(sentence.text)
        while held and _PRINTED_NUMBER.fullmatch(held[0]):
            held = held[1:]
        opening = said[: len(said) - len(held)]
        same = len(held) >= FEWEST_WORDS and said[len(opening) :] == held
        if same and all(not overlap.tells(word) or word in free for word in opening):
            return True
    return False


def _alone(text: str) -> list[str]:
    """The words of a text with the signs that belong to figures, and no others at their ends."""
    return [word for piece in _plain(text).lower().split() if (word := piece.strip(" .;:,“”\"'"))]


def _misquoted(text: str, ground: Ground) -> bool:
    """Whether something in quotation marks does not stand, word for word, in the evidence or in what is beside it."""
    held = f" {' '.join(word.text for word in words(_plain(ground.whole)))} ".lower()
    for match in _QUOTED.finditer(text):
        parts = [words(_plain(part)) for part in _GAP.split(match[1] or match[2] or match[3] or "")]
        if not any(parts) or any(
            f" {' '.join(word.text for word in part)} ".lower() not in held for part in parts if part
        ):
            return True
    return any(sign in _QUOTED.sub("", text) for sign in '“”"')


def _plain(text: str) -> str:
    """A text with plain apostrophes, its quotation marks dropped."""
    return text.replace("’", "'").replace("‘", "'")
