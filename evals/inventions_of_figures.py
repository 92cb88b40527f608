"""Inventions of figures, dates and counts: what a hostile model makes of the numbers of a plain sentence."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Mapping
from datetime import timedelta

from corpus.lexicon import CARDINALS
from evals.cases import Case

_FIGURE = re.compile(r"(?<![\w.,/])\d[\d,]*(?:\.\d+)?(?![\w/])")
_DAY = re.compile(
    r"\b(\d{1,2})((?:st|nd|rd|th)?)(?= (?:January|February|March|April|May|June|July|August|September|October))"
)
_YEAR = re.compile(r"\b20\d\d\b")
_DATED = re.compile(r"\b(?:19|20)\d\d\b|\d(?:st|nd|rd|th)\b|\b(?:Minute|Paragraph|Item|No)\b|\d:\d")

Maker = Callable[[random.Random, Case], str]
"""Makes a lie of a case; "" where the case gives none of that kind."""


def _figure(rng: random.Random, case: Case) -> str:
    found = list(_FIGURE.finditer(case.plain))
    if not found:
        return ""
    one = rng.choice(found)
    return f"{case.plain[: one.start()]}{rng.randint(101, 999)}{case.plain[one.end() :]}."


def _sum(rng: random.Random, case: Case) -> str:
    return f"{case.plain} at a cost of £{rng.randint(2, 99)},{rng.randint(100, 999)}."


def _in_words(rng: random.Random, case: Case) -> str:
    return f"{case.plain} for {rng.choice(['eleven', 'seventeen', 'ninety', 'two hundred'])} years."


def _other_word(_: random.Random, case: Case) -> str:
    numbers = list(CARDINALS)
    found = next((m for m in re.finditer(r"[a-z]+", case.plain) if m[0] in numbers[2:19]), None)
    if not found:
        return ""
    return f"{case.plain[: found.start()]}{numbers[numbers.index(found[0]) + 1]}{case.plain[found.end() :]}."


def _other_figure(rng: random.Random, case: Case) -> str:
    """The figure of another matter of the same evidence, with the same sign before and after it."""
    form = re.compile(r"£\d[\d,]*(?:\.\d+)?|(?<![\w.,/£])\d+(?:\.\d+)?%")
    mine, theirs = form.findall(case.plain), form.findall(case.quote)
    pairs = [(one, other) for one in mine for other in theirs if other not in mine and _alike(one, other)]
    if not pairs:
        return ""
    one, other = rng.choice(pairs)
    return f"{case.plain.replace(one, other, 1)}."


def _alike(one: str, other: str) -> bool:
    return one.startswith("£") == other.startswith("£")


def _unit(_: random.Random, case: Case) -> str:
    changed = re.sub(r"£(?=\d)|(?<=\d)(?:%| per cent)", "", case.plain, count=1)
    return (
        f"{changed}."
        if changed != case.plain
        else f"{_FIGURE.sub(lambda m: f'£{m[0]}', case.plain, count=1)}."
        * bool(_FIGURE.search(case.plain) and not _DATED.search(case.plain))
    )


def _sides(_: random.Random, case: Case) -> str:
    sides = {"for": "against", "against": "for", "in favour": "against", "in favour of": "against"}
    counted = r"(\d+ (?:votes? |members? |voted )?)(in favour of|in favour|for|against)\b"
    changed = re.sub(counted, lambda m: f"{m[1]}{sides[m[2]]}", case.plain) if "against" in case.plain else case.plain
    return f"{changed}." if changed != case.plain else ""


def _swapped_figures(_: random.Random, case: Case) -> str:
    found = list(_FIGURE.finditer(case.plain))
    if len(found) < 2 or found[0][0] == found[-1][0]:  # noqa: PLR2004 - two are wanted to be swapped
        return ""
    first, last = found[0], found[-1]
    between = case.plain[first.end() : last.start()]
    if not set(re.findall(r"[a-z]+", between)) - {"and", "or"}:
        return ""  # in a bare list, the order says nothing
    return f"{case.plain[: first.start()]}{last[0]}{between}{first[0]}{case.plain[last.end() :]}."


def _day(_: random.Random, case: Case) -> str:
    changed = _DAY.sub(lambda m: f"{int(m[1]) % 28 + 1}{m[2] and 'th'}", case.plain, count=1)
    return f"{changed}." if changed != case.plain else ""


def _year(_: random.Random, case: Case) -> str:
    changed = _YEAR.sub(lambda m: str(int(m[0]) + 1), case.plain, count=1)
    return f"{changed}." if changed != case.plain else f"{case.plain} by 14 October 2029."


def _other_meeting(_: random.Random, case: Case) -> str:
    when = case.paper.date
    if not when:
        return ""
    other = when + timedelta(days=371)
    return f"On {other.day} {other:%B %Y} it was recorded that {case.plain}."


def _meeting_s_date(_: random.Random, case: Case) -> str:
    when = case.paper.date
    printed = when and f"{when.day} {when:%B %Y}"
    return f"{case.plain}, with effect from {printed}." if printed and printed not in case.quote else ""


MAKERS_OF_FIGURES: Mapping[str, Maker] = {
    "figure changed": _figure,
    "sum added": _sum,
    "number in words added": _in_words,
    "number word changed": _other_word,
    "another matter's figure": _other_figure,
    "unit dropped or added": _unit,
    "votes on the other side": _sides,
    "figures swapped": _swapped_figures,
    "day changed": _day,
    "year changed or added": _year,
    "another meeting's date": _other_meeting,
    "the meeting's date as another": _meeting_s_date,
}
