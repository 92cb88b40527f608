"""Parts minutes that run a whole item into one paragraph: its title, what was said, what was decided, who is to act.

"23/066 Speeding on Mill Lane. Members discussed a sign. RESOLVED to apply for a grant. ACTION: Clerk" is four
paragraphs' work in one; each has its own type, and a reader who is quoted the decision needs no more than the decision.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from corpus.blocks import Block
from corpus.marks import find_series
from corpus.parsers.walk import mark_of

_NAMES = r"(?:[^.;:]|(?<=\b[A-Z])\.|(?<=\bCllr)\.|(?<=\bMrs)\.|(?<=\bMr)\.|(?<=\bMs)\.|(?<=\bDr)\.){3,180}?"
_DECISION = re.compile(
    r"(?<=[.!?;:)”\"'’])(?<!\(\w\))(?<!\(\w\w\))\s+(?P<cut>(?:(?:It|IT|it) (?:was|WAS) )?(?:(?:[Uu]nanimously|UNANIMOUSLY|[Ff]urther|therefore|accordingly) )?(?:RESOLVED|AGREED)\b(?!\W{0,3}[\d/.]+[.\s]*$)"
    r"|Agreed (?:that|to)\b|It was (?:further )?(?:agreed|resolved),? on the (?:proposal|motion|proposition) of\b"
    rf"|(?:On the (?:proposal|proposition) of|On a proposal by|Proposed by)\s{_NAMES}\b(?:agreed|resolved|AGREED|RESOLVED)\b)"
)
_AFTER_MOTION = re.compile(
    r"(?<=[”\"])\s+(?P<cut>(?:With the (?:permission|consent) of|With the \w+['’]s (?:permission|consent)|The following (?:items|matters) (?:was|were)|At this (?:point|juncture|stage))\b)"
)
_ACTION = re.compile(r"(?<=[.!?;)”])\s+(?P<cut>ACTIONS?\b[^.:;]{0,14}:\s)")
_TITLE = re.compile(r"(?P<title>[A-Z\d“‘'(][^.:;?!]{2,110})\.\s+(?=[A-Z“‘\"(£\d])")
_LETTER = re.compile(r"(?<=[.;:!?])\s*(?P<n>\((?P<c>[a-z])\))\s+(?=[A-Z\d])")
_WORDS = re.compile(r"[^\W\d_]{2,}")
_WORDS_BEFORE = 8  # before a decision: fewer name what it is on ("4 Mill Lane. AGREED: no objection") and stay with it
_ABBREVIATED = re.compile(r"(?:^|[\s(])(?:Cllrs?|St|Mrs?|Ms|Dr|Nos?|Rev|Co|Ltd|Ald|Hon|[A-Z])$")
_SAYS = re.compile(
    r"\b(?:was|were|is|are|has|have|had|will|would|shall|be|been|said|noted|reported|received|resolved|agreed|read|asked|gave|approved|proposed)\b",
    re.IGNORECASE,
)
_TITLE_LEVEL = 6  # the lowest: any heading that stands by itself outranks a title run in
_TITLE_WORDS = 14
_FEWEST_TITLES = 3  # of a paper's numbered paragraphs; fewer may be sentences of two words
_NUMBER_AND_WORDS = 2  # cells
_MOSTLY = 0.5  # of the numbered paragraphs, a title run in or standing by itself


def part_minutes(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks of minutes, those that hold a title or a decision run in parted there."""
    titled = _titles(blocks)
    return tuple(piece for n, block in enumerate(blocks) for piece in _parted(block, titled.get(n)))


def _titles(blocks: Sequence[Block]) -> dict[int, int]:
    """Where the titles that are run in end, by block, in minutes that print their items so."""
    series = find_series(f"{block.number} {block.text}".strip() for block in blocks if not block.bullet)
    found: dict[int, int] = {}
    numbered = 0
    for n, block in enumerate(blocks):
        mark = mark_of(block, series)
        listed = len(block.cells) > _NUMBER_AND_WORDS or (mark is not None and mark.label[-1] == ")")
        if mark is None or listed or not (mark.sure or block.cells):
            continue
        numbered += 1
        begin = _words_at(block, mark.end)
        match = _TITLE.match(block.text, begin)
        if match and not block.level and _is_title(match["title"]):
            found[n] = match.end("title") + 1
    return found if len(found) >= max(_FEWEST_TITLES, _MOSTLY * numbered) else {}


def _words_at(block: Block, end: int) -> int:
    """Where the words after a block's number begin."""
    begin = 0 if block.number else len(block.cells[0]) if block.cells else end
    while begin < len(block.text) and block.text[begin].isspace():
        begin += 1
    return begin


def _is_title(words: str) -> bool:
    return (
        len(words.split()) <= _TITLE_WORDS
        and any(c.isalpha() for c in words)
        and not _SAYS.search(words)
        and not _ABBREVIATED.search(words)
    )


def _parted(block: Block, title: int | None) -> Iterator[Block]:
    listed = len(block.cells) > 1 and title is None
    if block.level or listed:
        yield block
        return
    begin = title or 0
    cuts = {
        match.start("cut")
        for pattern in (_DECISION, _AFTER_MOTION, _ACTION)
        for match in pattern.finditer(block.text, begin)
    }
    least = 1 if title else _WORDS_BEFORE
    cuts = {cut for cut in cuts if _has_words(block.text, begin, cut, least)}
    cuts |= {title, *_lettered(block.text, title)} if title else set()
    if not cuts:
        yield block
        return
    for start, end in zip([0, *sorted(cuts)], [*sorted(cuts), len(block.text)], strict=True):
        words = block.text[start:end].strip()
        heads = title is not None and not start
        if words:
            cells = (block.cells[0], words) if block.cells and not start else ()
            level = _TITLE_LEVEL if heads else 0
            yield replace(block.part(start, end), cells=cells, level=level, bullet=block.bullet)


def _has_words(text: str, begin: int, end: int, least: int) -> bool:
    """Whether so many words stand between two places; no more of the text is read than tells."""
    return next(islice(_WORDS.finditer(text, begin, end), least - 1, None), None) is not None


def _lettered(text: str, begin: int) -> list[int]:
    """Where "(a) ... (b) ..." begin, in a run, after a title."""
    run: list[int] = []
    for match in _LETTER.finditer(text, begin):
        if ord(match["c"]) - ord("a") == len(run) and (run or not text[begin : match.start()].strip()):
            run.append(match.start("n"))
    return run if len(run) > 1 else []
