"""Finds the list that quoted words are of: a resolution's clauses, numbered or marked points, lines under a lead-in, rows.

Only marks that count ("(a)", "(b)", "(c)"), clauses that open alike, lines parted by semicolons and a number that the paper
itself gives make a list whose things can be counted; of any other it is only known that it goes on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.grounding.figures import figures
from bot.query.question import Question
from bot.query.terms import count
from bot.reading.cues import announces
from index.types import HeldParagraph, same_item

MOST_MEMBERS = 60  # of one list that are looked at
LONG_LINE = 60  # words: under a lead-in a paragraph of more is the talk that follows the list
CLAUSES = frozenset({"resolution", "recommendation", "action"})
UNANNOUNCED = frozenset({"attendance", "table"})  # each line of them is one of many, whatever stands before

# What a thing of a list is marked by: "(a)", "iv.", "3)", "Objective 2:".
_MARK = re.compile(
    r"\W{0,2}(?P<words>(?:[A-Z][\w’'-]+ ){0,3})(?P<mark>\(?(?:\d{1,2}|[A-Za-z]|[ivx]{1,5})[.):]\)?)(?=\s|$)"
)
_INSIDE = re.compile(r"(?:(?<=[;:,.]\s)|(?<=\sand\s)|(?<=\sor\s)|^)(?P<mark>\((?:\d{1,2}|[a-z]|[ivx]{1,5})\))\s")
_BULLET = re.compile(r"(?:^|\s)[•·▪●○]\s")
_ROMAN = {"i": 1, "v": 5, "x": 10}
_OPENS_ALIKE = re.compile(r"\W*(?:(?:resolved|agreed)\W*)?(?:that|to)\b", re.IGNORECASE)
_COUNT = re.compile(r"[^.;]*$")


# Besides what `question` takes for a list: a plural that is asked after, and everybody who was there.
_ASKS_SEVERAL = re.compile(
    r"\b(?:what|which) (?:(?!was\b|is\b|has\b|does\b|did\b)[\w’'-]+ ){0,3}?(?!(?:this|was|has|does|is|business|progress|process|status)\b)"
    r"(?:[a-z]{3,}(?<!s)s|people|children) (?:were|are|did|do|have|had|was|will|would|should|came|made|went|got|must)\b|"
    r"\bwho (?:all )?(?:were|are|attended|sat|sits?)\b|\bwho was (?:there|present)\b|\bnames of\b|^list\b|\blist (?:of|all|the)\b|\blisted\b|"
    r"\ball (?:of )?(?:the )?[a-z]{3,}s\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Member:
    """One thing of a list: where its own words begin and end in a paragraph."""

    paragraph: HeldParagraph
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Listing:
    """The things of one list in order; `counted` says that they are all of it, and each is one."""

    members: tuple[Member, ...]
    counted: bool


def asks_for_list(question: Question) -> bool:
    """Whether a question asks for several things of a kind."""
    return question.wants == "list" or bool(_ASKS_SEVERAL.search(question.text))


def list_of(paragraph: HeldParagraph, at: int, paper: Sequence[HeldParagraph]) -> Listing | None:
    """The list that the words at a place of a paragraph are of, or lead up to; None where they are of none."""
    inside = _inside(paragraph)
    if inside and at <= inside.members[-1].end:
        return inside
    own = _marked(paragraph, paper) or _clauses(paragraph, paper) or _lines(paragraph, paper)
    if own is None and announces(paragraph.text) and paragraph.ordinal + 1 < len(paper):
        below = paper[paragraph.ordinal + 1]
        if below.type != "heading" and same_item(below, paragraph):
            own = _marked(below, paper) or _clauses(below, paper) or _lines(below, paper)
    return own if own and len(own.members) > 1 else None


def _inside(paragraph: HeldParagraph) -> Listing | None:
    """The things that a paragraph's own words mark: "(a) …; (b) …; and (c) …"."""
    starts: list[int] = []
    for match in _INSIDE.finditer(paragraph.text):
        if _nth(match["mark"], len(starts) + 1):
            starts.append(match.start())
    if len(starts) < 3:  # noqa: PLR2004 - "(a) or (b)" is mostly a reference
        starts = [match.end() for match in _BULLET.finditer(paragraph.text)]
    if len(starts) < 3:  # noqa: PLR2004 - as above
        return None
    ends = [*starts[1:], len(paragraph.text)]
    return Listing(tuple(Member(paragraph, a, b) for a, b in zip(starts, ends, strict=True)), counted=True)


def _marked(paragraph: HeldParagraph, paper: Sequence[HeldParagraph]) -> Listing | None:
    """The paragraphs of an item that are marked one after the other, and what stands under each mark."""
    run = _run(paragraph, paper)
    marks = [(n, *mark) for n, one in enumerate(run) if (mark := _mark_of(one))]
    if not marks or not _is_list(run[marks[0][0]], paper):
        return None
    here = next((n for n, one in enumerate(run) if one.id == paragraph.id), 0)
    counted: list[int] = []
    words = ""
    for n, before, sign in marks:
        if _nth(sign, 1) and not (counted and _nth(sign, len(counted) + 1)):
            if counted and counted[0] <= here < n:
                break
            counted, words = [n], before
        elif counted and before == words and _nth(sign, len(counted) + 1):
            counted.append(n)
    if len(counted) < 2 or here < counted[0]:  # noqa: PLR2004 - one mark counts nothing
        return None
    edges = [*counted, _end_of_last(run, counted)]
    if here >= edges[-1]:
        return None
    members = [_own(run[start:end]) for start, end in pairwise(edges)]
    return Listing(tuple(members), counted=True)


def _end_of_last(run: Sequence[HeldParagraph], starts: Sequence[int]) -> int:
    """Where the last thing of a list ends: it is taken to run over as many paragraphs as the first, and any under its number."""
    last, length = starts[-1], starts[1] - starts[0]
    end = last + 1
    while end < len(run) and (end < last + length or len(run[end].label) > len(run[last].label)):
        end += 1
    return end


def _is_list(first: HeldParagraph, paper: Sequence[HeldParagraph]) -> bool:
    """Whether marked paragraphs are a list, and not the numbered business of a meeting."""
    if first.type in CLAUSES:
        return True
    before = paper[first.ordinal - 1] if first.ordinal else None
    words = _MARK.match(first.text)
    return bool(before and announces(before.text)) or bool(words and words["words"])


def _clauses(paragraph: HeldParagraph, paper: Sequence[HeldParagraph]) -> Listing | None:
    """The paragraphs of one resolution that print no number and each open with "That", or are each an action."""
    if paragraph.type not in CLAUSES:
        return None
    run = [one for one in _run(paragraph, paper) if not announces(one.text)]
    alike = paragraph.type == "action" or all(_OPENS_ALIKE.match(one.text) for one in run)
    here = [one for one in run if one.label[:1] == paragraph.label[:1]]
    return Listing(tuple(_whole(one) for one in here), counted=alike) if alike and len(here) > 1 else None


def _lines(paragraph: HeldParagraph, paper: Sequence[HeldParagraph]) -> Listing | None:
    """The lines under a lead-in, as far as they look alike; rows of a table; the lines of those present."""
    run = _run(paragraph, paper)
    here = next((n for n, one in enumerate(run) if one.id == paragraph.id), 0)
    start = here
    if paragraph.type not in UNANNOUNCED:
        start = next((n for n in range(here, -1, -1) if n and announces(run[n - 1].text)), -1)
    if start < 0:
        before = paper[run[0].ordinal - 1] if run[0].ordinal else None
        if before is None or not announces(before.text) or not same_item(before, run[0]) or before.type == "heading":
            return None
        start = 0
    elif paragraph.type in UNANNOUNCED:
        while start and not announces(run[start - 1].text):
            start -= 1
    members = tuple(_whole(one) for one in _alike(run[start:]))
    if len(members) <= here - start:
        return None
    lead = paper[run[start].ordinal - 1] if run[start].ordinal else None
    return Listing(members, counted=_counts(members, lead.text if lead else ""))


def _alike(lines: Sequence[HeldParagraph]) -> Iterator[HeldParagraph]:
    """The first of these lines, as far as they are of one list: each ends as the first does, up to a last that ends in a stop."""
    stop = lines[0].text.rstrip()[-1:] == "."
    for n, line in enumerate(lines):
        ends = line.text.rstrip()[-1:] == "."
        if announces(line.text) or (count(line.text) > LONG_LINE and line.type not in UNANNOUNCED):
            return
        if n and _mark_of(line) and not _mark_of(lines[0]):
            return
        yield line
        if n and line.text.startswith("and "):
            return
        if ends and not stop and line.type not in UNANNOUNCED:
            return


def _counts(members: Sequence[Member], lead: str) -> bool:
    """Whether lines are all of their list: parted by semicolons up to a stop, or as many as their lead-in says."""
    texts = [member.paragraph.text.rstrip() for member in members]
    parted = all(re.search(r"[;,](?: (?:and|or))?$", text) for text in texts[:-1])
    if len(texts) > 1 and parted and texts[-1].endswith("."):
        return True
    last = _COUNT.search(lead.rstrip(" :-–—"))
    said = [one.figure.value for one in figures(last[0])] if last else []
    return bool(said) and said[-1] == str(len(members))


def _run(paragraph: HeldParagraph, paper: Sequence[HeldParagraph]) -> list[HeldParagraph]:
    """The paragraphs of a type around this one in its item, without a heading or what is of another type between them."""
    first = last = paragraph.ordinal
    while first and _goes_with(paper[first - 1], paragraph) and last - first < MOST_MEMBERS:
        first -= 1
    while last + 1 < len(paper) and _goes_with(paper[last + 1], paragraph) and last - first < 2 * MOST_MEMBERS:
        last += 1
    return list(paper[first : last + 1])


def _goes_with(other: HeldParagraph, paragraph: HeldParagraph) -> bool:
    return other.type == paragraph.type and same_item(other, paragraph) and other.heading == paragraph.heading


def _mark_of(paragraph: HeldParagraph) -> tuple[str, str] | None:
    """The mark that a paragraph opens with, and the words before it; or the last of its printed numbers, where it has several."""
    if match := _MARK.match(paragraph.text):
        return match["words"], match["mark"]
    last = paragraph.label[-1] if len(paragraph.label) > 1 else ""
    return ("", last) if last and re.fullmatch(r"\(?\w{1,4}[.)]?\)?", last) else None


def _nth(mark: str, n: int) -> bool:
    """Whether a mark is the nth, by figures, letters or Roman numerals."""
    sign = mark.strip("().: ").lower()
    if sign.isdecimal():  # "²" is a digit, and no number
        return int(sign) == n
    return (len(sign) == 1 and ord(sign) - ord("a") + 1 == n) or _roman(sign) == n


def _roman(sign: str) -> int:
    values = [_ROMAN.get(letter, 0) for letter in sign]
    if not values or 0 in values:
        return 0
    following = [*values[1:], 0]
    return sum(-value if value < after else value for value, after in zip(values, following, strict=True))


def _own(paragraphs: Sequence[HeldParagraph]) -> Member:
    """The words by which a thing of a list is known: its first paragraph that is no lead-in alone."""
    return _whole(next((one for one in paragraphs if not announces(one.text)), paragraphs[0]))


def _whole(paragraph: HeldParagraph) -> Member:
    return Member(paragraph, 0, len(paragraph.text))
