"""Finds the list that quoted words are of: a resolution's clauses, numbered or marked points, lines under a lead-in, rows.

Only a list whose things can be counted is one: they are marked in turn ("(a)", "(b)", "(c)"), are clauses that open alike, are
rows or lines of those present, or lines under a lead-in that gives their number, parts them by semicolons or ends none in a stop.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile
from string import ascii_lowercase, whitespace

from bot.grounding.figures import figures
from bot.query.question import Question
from bot.query.terms import count
from bot.reading.signs import announces, plain, says
from bot.types import Span
from corpus import lexicon
from index.types import HeldParagraph, same_item

MOST_MEMBERS = 60  # of one list that are looked at
FEWEST_INSIDE = 3  # things marked inside a paragraph: "(a) or (b)" is mostly a reference
LONG_LINE = 60  # words: under a lead-in a paragraph of more is the talk that follows the list
MARK = 4  # letters of a printed number that may be a mark
PLURAL_WITHIN = 4  # words after "which" in which the plural stands that is asked after
CLAUSES = frozenset({"resolution", "recommendation", "action"})
UNANNOUNCED = frozenset({"attendance", "table"})  # each line of them is one of many, whatever stands before

# What a thing of a list is marked by: "(a)", "iv.", "3)", "Objective 2:".
_MARK = re.compile(
    r"\W{0,2}(?P<words>(?:[A-Z][\w’'-]+ ){0,3})(?P<mark>\(?(?:\d{1,2}|[A-Za-z]|[ivx]{1,5})[.):]\)?)(?=\s|$)"
)
_INSIDE = re.compile(r"(?:(?<=[;:,.]\s)|(?<=\sand\s)|(?<=\sor\s)|^)(?P<mark>\((?:\d{1,2}|[a-z]|[ivx]{1,5})\))\s")
_BULLETS = "•·▪●○"
_ROMAN = "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx".split()

Listing = tuple[Span, ...]
"""The things of a list, by their own words."""


def asks_for_list(question: Question) -> bool:
    """Whether a question asks for several things of a kind: for a list, for all, for who was there, or by a plural."""
    words = plain(question.text).split()
    if question.wants == "list" or words[:1] == ["list"] or says(question.text, lexicon.ASKS_SEVERAL):
        return True
    after = (words[n + 1 : n + 2 + PLURAL_WITHIN] for n, word in enumerate(words) if word in ("what", "which", "all"))
    asked = (thing for near in after for thing, verb in pairwise(near) if verb in lexicon.AUXILIARIES)
    return any(one in lexicon.PLURALS or (one.endswith("s") and one not in lexicon.NO_PLURAL) for one in asked)


def list_of(paragraph: HeldParagraph, at: int, paper: Sequence[HeldParagraph]) -> Listing:
    """The things of the list that the words at a place of a paragraph are of, or lead up to, in order; empty where of none."""
    inside = _inside(paragraph)
    if inside and at <= inside[-1].end:
        return inside
    after = paper[paragraph.ordinal + 1 : paragraph.ordinal + 2] if announces(paragraph.text) else ()
    for one in (paragraph, *(p for p in after if p.type != "heading" and same_item(p, paragraph))):
        run, here = _run(one, paper)
        if found := _marked(run, here, paper) or _clauses(run, here) or _lines(run, here, paper):
            return found
    return ()


def _inside(paragraph: HeldParagraph) -> Listing:
    """The things that a paragraph's own words mark: "(a) …; (b) …; and (c) …", or by bullets."""
    text = paragraph.text
    starts: list[int] = []
    for match in _INSIDE.finditer(text):
        if _is_nth(match["mark"], len(starts) + 1):
            starts.append(match.start())
    if len(starts) < FEWEST_INSIDE:
        bullets = (n for n, sign in enumerate(text[:-2]) if sign in _BULLETS)
        starts = [n + 2 for n in bullets if text[n + 1].isspace() and (n == 0 or text[n - 1].isspace())]
    things = (
        Span(paragraph, a, a + len(text[a:b].rstrip(_BULLETS + whitespace))) for a, b in pairwise([*starts, len(text)])
    )
    return tuple(things) if len(starts) >= FEWEST_INSIDE else ()


def _marked(run: Sequence[HeldParagraph], here: int, paper: Sequence[HeldParagraph]) -> Listing:
    """The paragraphs of an item that are marked one after the other, and what stands under each mark."""
    marks = [(n, words, mark) for n, one in enumerate(run) for words, mark in [_mark_of(one)] if mark]
    own_marks = [mark for n, _, mark in marks if n <= here][-1:] or [mark for *_, mark in marks[:1]]
    counted: list[int] = []
    before = ""
    for n, words, mark in marks:
        if _is_figure(mark) != _is_figure(own_marks[0]):  # of a list within this one, or around it
            continue
        if counted and words == before and _is_nth(mark, len(counted) + 1):
            counted.append(n)
        elif _is_nth(mark, 1):
            if counted and counted[0] <= here < n:
                break
            counted, before = [n], words
    if len(counted) < 2 or here < counted[0] or not _is_list(run[counted[0]], paper):  # noqa: PLR2004 - one counts nothing
        return ()
    last = counted[-1]  # it is taken to run over as many paragraphs as the first, and any under its number
    end = min(len(run), last + counted[1] - counted[0])
    while end < len(run) and len(run[end].label) > len(run[last].label):
        end += 1
    things = [run[a:b] for a, b in pairwise([*counted, end])]
    own = (next((one for one in thing if not announces(one.text)), thing[0]) for thing in things)
    return tuple(map(_whole, own)) if here < end else ()


def _is_list(first: HeldParagraph, paper: Sequence[HeldParagraph]) -> bool:
    """Whether marked paragraphs are a list, and not the numbered business of a meeting."""
    before, words = paper[max(0, first.ordinal - 1)], _MARK.match(first.text)
    announced = before is not first and announces(before.text)
    return first.type in CLAUSES or announced or bool(words and words["words"])


def _clauses(run: Sequence[HeldParagraph], here: int) -> Listing:
    """The paragraphs of one resolution that print no number and each open with "That", or are each an action."""
    first = run[here]
    clauses = [one for one in run if not announces(one.text)]
    said = (plain(one.text[:LONG_LINE]).removeprefix(" resolved").removeprefix(" agreed") for one in clauses)
    alike = first.type == "action" or all(text.startswith((" that ", " to ")) for text in said)
    own = [one for one in clauses if one.label[:1] == first.label[:1]]
    return tuple(map(_whole, own)) if first.type in CLAUSES and alike and len(own) > 1 else ()


def _lines(run: Sequence[HeldParagraph], here: int, paper: Sequence[HeldParagraph]) -> Listing:
    """The lines under a lead-in, as far as they look alike; rows of a table; the lines of those present."""
    start = here
    while start and not announces(run[start - 1].text):
        start -= 1
    first = run[start]
    lead = paper[first.ordinal - 1] if first.ordinal else None
    announced = lead and lead.type != "heading" and announces(lead.text) and same_item(lead, first)
    lines = _alike(run[start:])
    of_rows = first.type in UNANNOUNCED
    counted = of_rows or (announced and _counts([one.text.rstrip() for one in lines], lead.text if lead else ""))
    return tuple(map(_whole, lines)) if counted and len(lines) > max(1, here - start) else ()


def _alike(lines: Sequence[HeldParagraph]) -> Sequence[HeldParagraph]:
    """The first of these lines, as far as they are of one list: short, and none of another list; up to one that ends it."""
    if lines[0].type in UNANNOUNCED:
        return lines
    short = list(takewhile(lambda one: not announces(one.text) and count(one.text) <= LONG_LINE, lines))
    marked = next(
        (n for n, one in enumerate(short) if n and _mark_of(one)[1] and not _mark_of(lines[0])[1]), len(short)
    )
    ends = (n for n, one in enumerate(short) if n and (one.text.startswith("and ") or _stops(one) > _stops(lines[0])))
    return short[: min(marked, next(ends, marked) + 1)]


def _stops(line: HeldParagraph) -> bool:
    return line.text.rstrip().endswith(".")


def _counts(lines: Sequence[str], lead: str) -> bool:
    """Whether lines are a list and all of it: none ends in a stop but the last, or they are as many as their lead-in says."""
    if not any(line.endswith(".") for line in lines[:-1]):
        return True
    said = [one.figure.value for one in figures(lead.rstrip(" :-–—").replace(";", ".").rpartition(".")[2])]
    return bool(said) and said[-1] == str(len(lines))


def _run(paragraph: HeldParagraph, paper: Sequence[HeldParagraph]) -> tuple[Sequence[HeldParagraph], int]:
    """The paragraphs of a type around this one in its item that nothing parts, and its place among them."""

    def is_with(other: HeldParagraph) -> bool:
        return other.type == paragraph.type and same_item(other, paragraph) and other.heading == paragraph.heading

    at = paragraph.ordinal
    before = list(takewhile(is_with, reversed(paper[max(0, at - MOST_MEMBERS) : at])))
    return [*reversed(before), *takewhile(is_with, paper[at : at + MOST_MEMBERS])], len(before)


def _mark_of(paragraph: HeldParagraph) -> tuple[str, str]:
    """The words before the mark that a paragraph opens with, and the mark; or the last of its numbers, where it has several."""
    if match := _MARK.match(paragraph.text):
        return match["words"], match["mark"]
    last = paragraph.label[-1] if len(paragraph.label) > 1 else ""
    return "", last if len(last.strip("().")) <= MARK else ""


def _is_nth(mark: str, n: int) -> bool:
    """Whether a mark is the nth, by figures, letters or Roman numerals."""
    return mark.strip("().: ").lower() in {str(n), *ascii_lowercase[n - 1 : n], *_ROMAN[n - 1 : n]}


def _is_figure(mark: str) -> bool:
    return mark.strip("().: ").isdecimal()


def _whole(paragraph: HeldParagraph) -> Span:
    return Span(paragraph, 0, len(paragraph.text))
