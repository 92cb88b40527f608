"""Which bodies a question names: by name, by its telling part, by initials, or as "the Commission" where only one is held."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from index.words import words_of

GENERIC = frozenset(
    """
    assembly authority board cabinet commission committee committees conference consortium council court executive
    forum governors group meeting panel partnership party subcommittee sub team trust trustees union task working
    select scrutiny overview standing advisory consultative steering joint annual special general extraordinary
    ordinary full plenary district municipal town parish community county city borough metropolitan royal unitary
    region regional area local ward
    """.split(),
)
"""Words that say what sort of body it is, not which."""

HEADS = (
    "commission",
    "cabinet",
    "committee",
    "council",
    "board",
    "panel",
    "partnership",
    "forum",
    "executive",
    "assembly",
)
"""What a body is called for short: "the Commission"."""

SUBJECTS = frozenset(
    """
    access adult adults assets audit budget business care charities children childrens climate communities community
    corporate culture development economic economy education employment environment environmental equality ethics
    families family finance financial general governance growth health highways housing human improvement improving
    infrastructure law learning leisure licensing lives management older operations parks pensions people performance
    personnel place places planning policy procurement prosperity public recreation regeneration regulatory resources
    rights risk safe safeguarding safer safety schools services skills social staffing standards strategic strategy
    sustainability sustainable transport travel wellbeing young youth
    """.split(),
)
"""What bodies are about. "Planning" alone names a subject; only "the Planning Committee" or "Planning members" names the body."""

_HYPHEN = re.compile(r"(?<=\w)[-–/](?=\w)")
_SMALL = frozenset(("of", "the", "and", "for", "in", "on", "to", "a", "an", "s"))
_SPEAKERS = ("members", "member", "councillors", "meeting", "meetings", "minutes", "agenda", "chair")
SHORTEST_INITIALS = 3
"""Two letters are too often something else (PE, IT, UK)."""


def named_bodies(question: str, bodies: Iterable[str]) -> tuple[str, ...]:
    """The bodies held that a question names, in the order of `bodies`; the longest match wins over what lies in it."""
    every = list(dict.fromkeys(bodies))
    spans: list[_Span] = []
    for body in every:
        for pattern, needs_case, whole in _patterns(body):
            text = question if needs_case else question.lower()
            spans += [_Span(*match.span(), body, whole) for match in pattern.finditer(text)]
    kept = {span.body for span in spans if not any(_covers(other, span) for other in spans)}
    if not kept:
        kept = _by_head(question, every)
    return tuple(body for body in every if any(same_body(body, named) for named in kept))


def same_body(one: str, other: str) -> bool:
    """Whether two printed names are one body's: "Dale Municipal District", "Orrendale Municipal District of Dale".

    The order of the words does not matter, nor whether the council's name stands in front, where what is left still
    says which body it is.
    """
    short, long = sorted((words_of_body(one), words_of_body(other)), key=len)
    if set(short) == set(long):
        return True
    front = long[: len(long) - len(short)]
    known = set(short) - GENERIC - SUBJECTS  # "Planning Committee" alone may be any council's
    return bool(known) and set(long) == {*front, *short} and not set(front) & (GENERIC | SUBJECTS)


def canonical_names(printed: Iterable[str]) -> dict[str, str]:
    """One name for every body, by each name printed for it: the commonest, and of those the longest."""
    counted = Counter(printed)
    order = sorted(counted, key=lambda name: (name.isupper(), -counted[name], -len(name), name))
    chosen: dict[str, str] = {}
    for name in order:
        chosen[name] = next((one for one in chosen.values() if same_body(one, name)), name)
    return chosen


def words_of_body(body: str) -> list[str]:
    """The words of a body's name in small letters, "of" and "the" left out; a hyphen or a slash parts words as a space does."""
    return [word.lower() for word in words_of(_HYPHEN.sub(" ", body)) if word.lower() not in _SMALL]


class _Span(NamedTuple):
    """Where a body is named; `whole` says that its whole name stands there, not its telling part."""

    start: int
    end: int
    body: str
    whole: bool


def _covers(other: _Span, span: _Span) -> bool:
    """Whether a better match makes this one void: a longer name of another body, or the whole name of the same words.

    Two spellings of one body are both kept.
    """
    if (other.start, other.end) == (span.start, span.end):
        return other.whole and not span.whole
    holds = other.start <= span.start and span.end <= other.end
    return holds and _telling(other.body) != _telling(span.body)


def _telling(body: str) -> frozenset[str]:
    """The words that say which body it is, in any order: "the Orrendale District", "District of Orrendale"."""
    words = set(words_of_body(body))
    return frozenset(words - GENERIC) or frozenset(words)


def _without_place(full: Sequence[str]) -> list[str]:
    """A body's name without the place in front: "the Local Safeguarding Children Board" of Orrendale."""
    at = next((n for n, word in enumerate(full) if word in GENERIC | SUBJECTS), 0)
    rest = list(full[at:])
    return rest if at and rest[-1] in HEADS and any(word in SUBJECTS for word in rest) else []


@lru_cache(maxsize=2_000)
def _patterns(body: str) -> tuple[tuple[re.Pattern[str], bool, bool], ...]:
    """How a body may be named, each with whether letter case matters, and whether it is the whole name."""
    found: list[tuple[re.Pattern[str], bool, bool]] = []
    full = words_of_body(body)
    if rest := _without_place(full):
        found.append((_loose(rest), False, False))
    if full:
        # "A cabinet member" and "council tax" speak of no meeting of the body.
        person = r"(?!\W+(?:members?|officers?|portfolio|tax)\b)" if set(full) <= GENERIC else ""
        found.append((re.compile(_loose(full).pattern + person), False, True))
    telling = [word for word in full if word not in GENERIC]
    if telling and len(telling) < len(full):
        if set(telling) <= SUBJECTS:
            found.append(
                (re.compile(_loose(telling).pattern + rf"\s+(?:{'|'.join((*HEADS, *_SPEAKERS))})\b"), False, False)
            )
        else:
            found.append((_loose(telling), False, False))
    found += [(re.compile(rf"\b{re.escape(letters)}\b"), True, False) for letters in initials(body)]
    return tuple(found)


def _loose(words: Sequence[str]) -> re.Pattern[str]:
    """Words in order, with "and", "of", "the" or a sign between them or not."""
    between = r"(?:['’]s|['’])?(?:\W+(?:of|the|and|for|in|on|to|an|a)\b)*\W+"
    return re.compile(r"\b" + between.join(re.escape(word) for word in words) + r"\b")


def initials(body: str) -> tuple[str, ...]:
    """A body's initials as they are written, with and without "and": "Orrendale Select Commission" is OSC."""
    printed = re.findall(r"\(([A-Z][A-Za-z&]{1,9})\)", body)
    words = [word for word in re.findall(r"[A-Za-z]+|&", re.sub(r"['’]s?\b|\([^)]*\)", "", body)) if word]
    big = "".join(word[0] for word in words if word.lower() not in _SMALL and word != "&")
    with_and = "".join(
        word[0].upper() if word != "&" else "&" for word in words if word.lower() not in _SMALL - {"and"}
    )
    made = [letters for letters in (big.upper(), with_and) if len(letters) >= SHORTEST_INITIALS]
    return tuple(dict.fromkeys([*printed, *made]))


def _by_head(question: str, bodies: Sequence[str]) -> set[str]:
    """The one body held that "the Commission" can mean; none where two could be meant."""
    found: set[str] = set()
    for head in HEADS:
        if re.search(
            rf"\b(?:the|this|our)\s+{head}\b(?!\s+(?:tax|house|of|officers?|staff|members? for))",
            question,
            re.IGNORECASE,
        ):
            meant = [body for body in bodies if re.split(r"[\s-]", body.lower())[-1] == head]
            if len(meant) == 1:
                found.update(meant)
    return found
