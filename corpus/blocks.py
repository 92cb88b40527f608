"""Joins lines into blocks: a block is one paragraph, list item, table row or heading, mended where a page cut it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from corpus.clean import Cleaned
from corpus.dates import date_runs_on
from corpus.emphasis import Spots, without_emphasis
from corpus.hyphens import HYPHEN, parts_a_word, vocabulary
from corpus.margins import interrupts
from corpus.marks import read_mark
from corpus.types import Line

_BULLET = re.compile(
    r"[•·●○▪■□◦‣∙➢➤✓❖►\uf0a7\uf0b7\uf0d8\uf0fc\uf020-\uf0ff*–—-]\s+(?=\S)|[·•●▪\uf0b7\uf0a7](?=\S)|o\s+(?=[A-Z“‘'\"])"
)
_BULLET_ALONE = re.compile(r"[•·●○▪■□◦‣∙➢➤✓❖►\uf0a7\uf0b7\uf0d8\uf0fc\uf020-\uf0ff*–—-]|o")
_TERMINAL = re.compile(r"[.!?:;]['\"”’)\]]*$|[”]$")
_UNFINISHED = re.compile(
    r"(?:(?:^|(?<=\s))(?:the|an?|of|to|in|for|and|or|with|by|on|at|from|as|that|which|who|is|are|was|were|be|been|has|have|had|will|would"
    r"|not|any|their|its|our|his|her|this|these|those|if|than|into|per|under|between|about|over|co|mr|mrs|ms|dr|cllr|cllrs"
    r"|councillor|councillors|st|section|paragraph|item|appendix|annex|page|pages|number|£|€)|[,(&/£€]|(?<=\w)[–-]|(?<![:.;])\s[–-])$",
    re.IGNORECASE,
)
_BEFORE_NAME = re.compile(
    r"\b(?:Mrs?|Ms|Dr|Cllrs?|Rev|Messrs|Prof|Fr)\.$|\b(?:mrs?|ms|dr|cllr|councillor|alderman|director)\.? (?-i:[A-Z])\.$",
    re.IGNORECASE,
)
"""A title that a name follows, or a title and an initial: the full stop ends no sentence."""
_MOVER = re.compile(r"(?:Proposed|Seconded|Molta|Cuidithe) (?:by|ag|ón)\b|(?:Proposed|Seconded)\s*[:–-]\s")
_NAMED = re.compile(r"\W*(?:councillors?|cllrs?|members)\b", re.IGNORECASE)
_TOTAL = re.compile(r"\(\d{1,3}\)")
_SAME_SENTENCE = re.compile(r"(?:proposed|seconded|and)\b", re.IGNORECASE)
_NUMBER_IN_SENTENCE = re.compile(r"\d{1,4}\.?\s")
_MID_SENTENCE = re.compile(
    r"(?:(?<![;,])\s(?:and|or|to|of|the|at|by|in|for|from|about|until|after|before|between|approximately|minute|no)|(?<=\w)[-–])$"
)
_STARTS_LOW = re.compile(r"[a-z(\[]|[“‘'\"][a-z]")
_SPACED = 0.25  # of the lines stand after an empty one: there, a line directly under a bullet belongs to it
_EVERY_LINE = 0.9  # of the lines stand after an empty one: then the gap says nothing
_CUT_LINES = 1 / 9  # of the lines end within a sentence: text wrapped by hand has a third or more, lists a twentieth
_ALIGNED = 8  # points
_VERB = re.compile(r"\b(?:is|are|was|were|will|would|has|have|had|be|been|should|shall|can|could|may)\b")
_USUAL = 0.85  # of the lines are no longer than the usual one: the rest are oddities
_AROUND = 3  # lines on either side
_WIDE = 0.82  # of the longest usual line: a line shorter than this was ended on purpose
_FEW_WIDE = 60  # characters: in narrower text a short line says nothing


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that make one paragraph. `text` is theirs without the bullet; `number` as in `Line`.

    `spots` say where each line's words begin: in the text, in the source, and on which page.
    """

    text: str
    start: int
    end: int
    page: int | None = None
    number: str = ""
    level: int = 0
    cells: tuple[str, ...] = ()
    bold: bool = False
    bullet: bool = False
    indent: float = 0.0
    gap: bool = False
    spots: Spots = ()

    def part(self, start: int, end: int) -> Block:
        """The block of `text[start:end]`, white space at its ends left out, its place in the source kept."""
        text = self.text[start:end]
        start += len(text) - len(text.lstrip())
        end = start + len(text.strip())
        if (start, end) == (0, len(self.text)):
            return self
        at, page = self._place(start)
        spots = [(max(0, t - start), s + max(0, start - t), p) for t, s, p in self.spots if t < end]
        inside = [spot for n, spot in enumerate(spots) if n + 1 == len(spots) or spots[n + 1][0] > 0]
        return replace(
            self,
            text=self.text[start:end],
            start=at,
            end=self._place(end - 1)[0] + 1,
            page=page,
            number=self.number if start == 0 else "",
            bullet=self.bullet and start == 0,
            gap=self.gap or start > 0,
            spots=tuple(inside),
        )

    def _place(self, offset: int) -> tuple[int, int | None]:
        text, source, page = max(spot for spot in self.spots if spot[0] <= offset)
        return source + offset - text, page

    @property
    def caps(self) -> bool:
        """Whether the words are in capitals (a heading's look)."""
        letters = [c for c in self.text if c.isalpha()]
        return len(letters) >= 3 and sum(c.isupper() for c in letters) > 0.85 * len(letters)  # noqa: PLR2004


def join_lines(cleaned: Cleaned, *, wrapped: bool) -> tuple[Block, ...]:
    """Blocks of the lines. `wrapped`: a line is as wide as the page, not a whole paragraph."""
    usual, around = _widths(cleaned.lines)
    words = vocabulary(cleaned.lines)
    gaps = sum(line.blank_before for line in cleaned.lines) / max(1, len(cleaned.lines))
    blocks: list[Block] = []
    held: list[Block] = []
    last: Line | None = None
    for n, line in enumerate(cleaned.lines):
        block = _block(line)
        opens = line.page in cleaned.openings and last is not None and last.page != line.page
        if blocks and not opens and interrupts(block.text, line) and not _finished(blocks[-1].text):
            held.append(block)
            continue
        joins = (
            last is not None
            and bool(blocks)
            and not opens
            and _continues(
                blocks[-1],
                last,
                block,
                line,
                broken=n in cleaned.breaks or bool(held),
                wrapped=wrapped,
                gaps=gaps,
                width=around[n] if gaps >= _EVERY_LINE and blocks and _tells(blocks[-1].text) else usual,
            )
        )
        if joins:
            blocks[-1] = _joined(blocks[-1], block, words)
        else:
            blocks.extend(held)
            held = []
            blocks.append(block)
        last = line
    return tuple(_attach_numbers([*blocks, *held], words))


def is_wrapped(lines: tuple[Line, ...], *, paged: bool) -> bool:
    """Whether lines are wrapped at the page's width: always in PDF, sometimes in text and markdown."""
    if paged:
        return True
    plain = [line for line in lines if not line.cells and not line.level]
    cut = sum(
        1 for a, b in pairwise(plain) if not _finished(a.text) and (b.text[:1].islower() or _UNFINISHED.search(a.text))
    )
    return cut > len(plain) * _CUT_LINES


def _tells(text: str) -> bool:
    """Whether the text is a sentence begun, not an entry in a list."""
    return not _finished(text) and bool(_VERB.search(text))


def _widths(lines: tuple[Line, ...]) -> tuple[int, list[int]]:
    """How wide the text is, and how wide around each line: an indented paragraph is narrower than the page."""
    lengths = [0 if line.cells else len(line.text) for line in lines]
    running = sorted(length for length in lengths if length)
    usual = running[int(len(running) * _USUAL)] if running else 0
    around = [max(lengths[max(0, n - _AROUND) : n + _AROUND + 1]) for n in range(len(lengths))]
    return usual, [min(usual, max(_FEW_WIDE, nearby)) for nearby in around]


def _block(line: Line) -> Block:
    listed = len(line.cells) > 1 and bool(_BULLET_ALONE.fullmatch(line.cells[0]))
    cells = () if listed else line.cells
    bullet = None if cells else _BULLET.match(line.text)
    skip = bullet.end() if bullet else 0
    text, spots = without_emphasis(line.text[skip:], line.start + skip, line.page)
    return Block(
        text,
        spots[0][1] if spots else line.start,
        line.end,
        line.page,
        line.number,
        line.level,
        cells,
        line.bold,
        bullet is not None,
        line.indent,
        line.blank_before,
        spots or ((0, line.start, line.page),),
    )


def _finished(text: str) -> bool:
    return bool(_TERMINAL.search(text)) and not _BEFORE_NAME.search(text)


def _continues(
    block: Block, last: Line, new: Block, line: Line, *, broken: bool, wrapped: bool, gaps: float, width: int
) -> bool:
    row = broken and len(block.cells) == 2 and read_mark(block.cells[0]) is not None  # noqa: PLR2004 (a number, its words)
    if line.level or line.number or line.cells or (block.cells and not row) or block.level:
        return False
    before, after, low = block.text, new.text, bool(_STARTS_LOW.match(new.text))
    finished = _finished(before)
    if new.bullet:
        return low and not finished and not _bracketed(after) and (broken or bool(_UNFINISHED.search(before)))
    if _TOTAL.fullmatch(after) and _NAMED.match(before) and not _VERB.search(before):
        return True  # the number of those who voted so
    parted = line.blank_before and gaps < _EVERY_LINE
    in_sentence = _NUMBER_IN_SENTENCE.match(after) and not parted and _MID_SENTENCE.search(before)
    if in_sentence or date_runs_on(before, after):
        return True
    if _lone_number(before) or _opens_anew(after, before, outdented=new.indent < block.indent - _ALIGNED):
        return False
    if before.endswith(";") and _SAME_SENTENCE.match(after):
        return True
    if _MOVER.match(after) and "seconded" not in after[1:] and (finished or line.blank_before):
        return False
    if block.caps and not new.caps and after[:1] == "(" and not finished:
        return False
    if low and not finished and not _bracketed(after):
        return True
    if block.caps != new.caps and len(before) > 8 and len(after) > 8:  # noqa: PLR2004
        return False
    if (unfinished := bool(_UNFINISHED.search(before) or _BEFORE_NAME.search(before))) or block.bold != new.bold:
        return unfinished
    if not wrapped:
        return gaps > _SPACED and block.bullet and not line.blank_before and line.indent > last.indent
    full = _was_full(last, after, width)
    if broken or line.blank_before:
        return not finished and full and (broken or gaps >= _EVERY_LINE) and (new.caps or not block.caps)
    if last.indent and line.indent and abs(last.indent - line.indent) > 24 and finished:  # noqa: PLR2004
        # the second line of a numbered paragraph, whose first ends with a sentence, stands further in
        return full and len(block.spots) == 1 and line.indent > last.indent and read_mark(before) is not None
    return full or (block.caps and new.caps)


def _bracketed(text: str) -> bool:
    """An opening mark "(a)" rather than words in brackets."""
    mark = read_mark(text)
    return mark is not None and text.startswith("(")


def _opens_anew(text: str, before: str, *, outdented: bool) -> bool:
    mark = read_mark(text)
    if mark is None or mark.sure or mark.label == text or outdented:
        return mark is not None
    last = read_mark(before)  # "4 Roads" and "5 Parks" are neighbours in a list
    return (
        last is not None
        and last.shapes[0][0] == mark.shapes[0][0]
        and mark.shapes[0][1][-1] == last.shapes[0][1][-1] + 1
    )


def _lone_number(text: str) -> bool:
    mark = read_mark(text)
    return mark is not None and mark.end >= len(text)


def _was_full(last: Line, after: str, width: int) -> bool:
    """Whether the next word would not have fitted on the last line, so that the line was not ended on purpose."""
    return len(last.text) + 1 + len(after.split(" ", 1)[0]) >= _WIDE * width


def _joined(block: Block, new: Block, words: frozenset[str]) -> Block:
    text, glue = block.text, " "
    hyphen = HYPHEN.search(text)
    if hyphen:
        glue = ""
        after = re.match(r"[^\W\d_]+", new.text)
        if after and parts_a_word(hyphen[1], after[0], words):
            text = text[:-1]
    at = len(text) + len(glue)
    spots = tuple((t + at, s, p) for t, s, p in new.spots)
    return replace(block, text=text + glue + new.text, end=new.end, spots=block.spots + spots)


def _attach_numbers(blocks: list[Block], words: frozenset[str]) -> Iterator[Block]:
    """A number on a line of its own belongs to the words after it."""
    waiting: Block | None = None
    for block in blocks:
        if waiting is not None:
            if block.number or _lone_number(block.text) or read_mark(block.text):
                yield waiting
            else:
                block = replace(  # noqa: PLW2901 (the number's block is the words' beginning)
                    _joined(waiting, block, words), level=block.level, bold=block.bold, cells=block.cells
                )
            waiting = None
        mark = read_mark(block.text)
        if mark and mark.end >= len(block.text) and not mark.label[0].isupper() and not block.cells:
            waiting = block
        else:
            yield block
    if waiting is not None:
        yield waiting
