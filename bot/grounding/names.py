"""Whether the names of a sentence are those of its evidence: of people, bodies, places, papers, and letters that stand for them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.grounding.figures import blank, figures, undated
from bot.grounding.ground import Ground
from bot.query.terms import stem
from corpus.dates import find_months
from index.bodies import GENERIC, SHORTEST_INITIALS
from index.words import STOPWORDS

_TOKEN = re.compile(r"[^\W_]+(?:[’'&][^\W_]+)*")
_SENTENCE_ENDS = frozenset('.!?;:\n“"(')
TITLES = frozenset("councillor councillors cllr cllrs mr mrs ms miss dr sir lady lord rev revd prof professor".split())
"""What stands before a person's name, and may stand there in another form."""
_ANYWHERE = GENERIC | frozenset("chair minute minutes item paragraph report agenda members am pm no".split())
"""What a writer may give a capital, though the paper does not."""
_OPENERS = STOPWORDS | frozenset(
    "although though since despite following according however instead overall currently another several within whilst".split()
)
"""What opens a sentence, and is no name for having a capital there."""


@dataclass(frozen=True, slots=True)
class NameWord:
    """A word of a text: in small letters without its possessive, which `owns` says that it has, and where it stands."""

    folded: str
    capital: bool
    shouted: bool
    owns: bool
    start: int
    end: int

    @property
    def free(self) -> bool:
        """Whether it may stand beside any name: a word of all bodies, or letters that stand for a name."""
        return self.folded in _ANYWHERE or self.shouted


def fault(sentence: str, ground: Ground) -> str:
    """What name of a sentence the evidence lacks; "" where none."""
    text = _bare(sentence)
    there = [word for word in name_words(_bare(ground.whole)) if word.folded not in TITLES]
    held = {word.folded for word in there} | initials(there)
    held |= {short for paper in ground.papers for short in initials(name_words(paper.body_alone or ""), shortest=2)}
    held |= {one.folded + other.folded for one, other in pairwise(there) if len(one.folded) == 1}  # "O’ Brien"
    stems = {stem(word) for word in held | _ANYWHERE}
    together = _together(there)
    for run in runs(text):
        named = [word for word in _without_opener(text, run, held) if word.folded not in TITLES]
        if len(named) >= SHORTEST_INITIALS and "".join(word.folded[0] for word in named) in held:
            continue  # letters of the evidence, spelt out
        if any(stem(word.folded) not in stems for word in named):
            return "a name that the evidence lacks"
        if _apart(named, together):
            return "names put together that stand apart in the evidence"
    return ""


def _bare(text: str) -> str:
    """A text with its dates, months and figures blanked."""
    text = undated(text)
    spans = [(one.start, one.end) for one in figures(text)]
    return blank(text, [*spans, *((one.start, one.end) for one in find_months(text))])


def name_words(text: str) -> list[NameWord]:
    """The words of a text, each without its possessive; "O'Brien" is one, "Sub-Committee" two."""
    return [_word(match) for match in _TOKEN.finditer(text)]


def _word(match: re.Match[str]) -> NameWord:
    plain = match[0].replace("’", "'")
    bare = plain.removesuffix("'s").replace(".", "").replace("'", "")
    shouted = len(bare) > 1 and bare.rstrip("s").isupper()
    return NameWord(
        bare.lower(), any(map(str.isupper, plain)), shouted, plain.endswith("'s"), match.start(), match.end()
    )


def initials(words: Sequence[NameWord], shortest: int = SHORTEST_INITIALS) -> set[str]:
    """The letters that words with capitals may be shortened to: "South Yorkshire Police" to syp."""
    found: set[str] = set()
    run: list[str] = []
    for word in words:
        if word.capital:
            run.append(word.folded[0])
            found.update("".join(run[-length:]) for length in range(shortest, len(run) + 1))
        elif word.folded not in STOPWORDS:
            run = []
    return found


def runs(text: str, joining: frozenset[str] = frozenset()) -> list[list[NameWord]]:
    """The words with capitals that stand side by side, or with no more than these words between.

    What belongs to a name ("EHDC's Head of Planning") is another.
    """
    found: list[list[NameWord]] = []
    for word in name_words(text):
        if not word.capital:
            continue
        between = re.split(r"[\s.-]+", text[found[-1][-1].end : word.start]) if found else []
        if found and not found[-1][-1].owns and joining.issuperset(filter(None, between)):
            found[-1].append(word)
        else:
            found.append([word])
    return found


def _without_opener(text: str, run: Sequence[NameWord], held: set[str]) -> Sequence[NameWord]:
    """A run without the word that has its capital from where it stands: at the beginning of a sentence.

    A word that the evidence does not have is taken for a name there where one more word follows: a person's first name.
    """
    before = text[: run[0].start].rstrip()
    first, rest = run[0], run[1:]
    if before and before[-1] not in _SENTENCE_ENDS:
        return run
    if first.folded in _OPENERS:
        return rest
    if not rest:
        return run if first.owns or first.shouted else rest
    return run if len(rest) == 1 and not rest[0].shouted and first.folded not in held else rest


def _apart(named: Sequence[NameWord], together: set[tuple[str, str]]) -> bool:
    """Whether words that stand side by side stand apart in the evidence, beyond one word put before or after a longer name."""
    pairs = [(stem(one.folded), stem(other.folded)) for one, other in pairwise(named) if not (one.free or other.free)]
    missing = [pair not in together for pair in pairs]
    return sum(missing) > 1 or (any(missing) and len(named) < 3)  # noqa: PLR2004 - a name of two words has no room for another


def _together(words: Sequence[NameWord]) -> set[tuple[str, str]]:
    """The words, by their stems, that stand side by side, or with no more than the letter of a second name between them."""
    folded = [stem(word.folded) for word in words]
    full = [stem(word.folded) for word in words if len(word.folded) > 1]
    return {*pairwise(folded), *pairwise(full)}
