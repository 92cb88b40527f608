"""Parts blocks that hold several numbered paragraphs: a whole meeting in one line, clauses run in after "Resolved"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.blocks import Block

_DECIMALS = re.compile(r"(?<=[\w.!?:;)”’\"-])\s+(?P<n>\d{1,2}(?:\.\d{1,2}){1,4})\s+(?=[A-Z“‘£]|\d\d/\d{4,5}/)")
_CLAUSE = re.compile(
    r"(?:(?<=[:;.–—-])|(?<=that)|(?<=and)|(?<=[Rr]esolved)|(?<=RESOLVED))\s*(?P<n>\((?P<c>\d{1,2}|[a-z]|[ivx]{1,4})\))\s*(?=[A-Za-z“‘£])"
)
_ROMANS = re.compile(r"(?:^|(?<=\S)\s+)(?P<n>(?P<c>[ivx]{1,5})[.)])\s+(?=[A-Z“‘£\d])")
_LETTERS = re.compile(r"(?:^|(?<=\S)\s+)(?P<n>(?P<c>[a-z])[.)])\s+(?=[A-Z“‘£])")
_BULLETS = re.compile(r"(?<=\S)\s+(?P<n>[•●▪■➢✓\uf0b7]\s+)(?=\S)")
_ITEM = re.compile(r"(?P<n>\d{1,3})\.\s+[A-Z“‘]")
_SENTENCE = r"(?<=[.!?”\")])\s+"
_RUN_IN_HEAD = re.compile(r"\W*(?:it was )?(?:further )?(?:resolved|agreed|recommended)\b[^()]{0,60}\s*", re.IGNORECASE)
_LONGEST_TITLE = 200
_ENTRY_WORDS = 4  # of a bullet run in: "Town Hall • High Street • Tel" is no list
_ROMAN_NUMERALS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")


def part_run_in(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks, those that hold a run of numbers parted at each of them."""
    return tuple(piece for block in blocks for piece in _parted(block))


def _parted(block: Block) -> Iterator[Block]:
    if block.cells or block.level:
        yield block
        return
    bullets = _bullet_cuts(block.text)
    numbered = {*_decimal_cuts(block.text), *_clause_cuts(block.text), *_run_cuts(block.text), *_item_cuts(block.text)}
    cuts = sorted({*_heading_cuts(block), *numbered, *bullets})
    if not cuts:
        yield block
        return
    for start, end in zip([0, *cuts], [*cuts, len(block.text)], strict=True):
        if start in bullets:
            yield replace(block.part(bullets[start], end), bullet=True)
        elif block.text[start:end].strip():
            yield block.part(start, end)


def _heading_cuts(block: Block) -> list[int]:
    """Where a title in capitals runs into the first numbered heading: "HOUSING STRATEGY 1. INTRODUCTION"."""
    if not block.caps or len(block.text) > _LONGEST_TITLE:
        return []
    match = re.search(r"(?<=\w)\s+(1\.\s+[A-Z]{4,})", block.text)
    return [match.start(1)] if match else []


def _item_cuts(text: str) -> set[int]:
    """Where the items after the one that opens the block begin, in sequence: "5. ... 6. The minutes ... 6.1 ..."."""
    opening = _ITEM.match(text)
    if not opening:
        return set()
    cuts: set[int] = set()
    number, at = int(opening["n"]), 0
    while True:
        following = re.compile(rf"{_SENTENCE}(?P<n>{number + 1}\.\s+[A-Z“‘])").search(text, at + 1)
        end = following.start("n") if following else len(text)
        cuts |= set(_children(text, number, at, end))
        if not following:
            return cuts
        number, at = number + 1, following.start("n")
        cuts.add(at)


def _children(text: str, number: int, begin: int, end: int) -> Iterator[int]:
    """Where "6.1", "6.1.1", "6.2" begin within item 6, from the first on."""
    last: tuple[int, ...] = (number,)
    for match in _DECIMALS.finditer(text, begin, end):
        value = tuple(int(n) for n in match["n"].split("."))
        if value[0] == number and (value == (number, 1) if last == (number,) else _comes_after(last, value)):
            last = value
            yield match.start("n")


def _bullet_cuts(text: str) -> dict[int, int]:
    """Where bullets run in begin, and their words, in a list of whole entries."""
    found = {match.start("n"): match.end("n") for match in _BULLETS.finditer(text)}
    few = len(text.split()) < _ENTRY_WORDS * (len(found) + 1)
    return {} if few else found


def _decimal_cuts(text: str) -> list[int]:
    """Where "2.1", "2.2", "3.0" follow one another in one block, from a run's first to its last."""
    found = [(match.start("n"), tuple(int(n) for n in match["n"].split("."))) for match in _DECIMALS.finditer(text)]
    run: list[int] = []
    last: tuple[int, ...] | None = None
    for at, value in found:
        if last is None or _comes_after(last, value):
            run.append(at)
            last = value
    return run if len(run) > 2 else []  # noqa: PLR2004 (two decimals in a sentence are figures)


def _comes_after(last: tuple[int, ...], value: tuple[int, ...]) -> bool:
    if value <= last and not (len(value) > len(last) and value[: len(last)] == last):
        return False
    return 0 <= value[0] - last[0] <= 1 and max(b - a for a, b in zip(last, value, strict=False)) <= 3  # noqa: PLR2004


def _clause_cuts(text: str) -> set[int]:
    """Where clauses "(1) ... (2) ..." begin: in a run, or a first one straight after "Resolved:-"."""
    found = [(match.start("n"), match["c"]) for match in _CLAUSE.finditer(text)]
    following = _following([c for _, c in found])
    head, opens = _RUN_IN_HEAD.match(text), _opens(text)
    cuts: set[int] = set()
    for first, (at, c) in enumerate(found):
        lead_in = head is not None and at <= head.end()
        if c in ("1", "a", "i") and (lead_in or (opens and following[first] is not None)):
            n: int | None = first
            while n is not None and found[n][0] not in cuts:
                cuts.add(found[n][0])
                n = following[n]
    return cuts


def _following(numbers: Sequence[str]) -> list[int | None]:
    """For each number the place of the first one after it that is the next in its sequence."""
    places: dict[str, int] = {}
    following: list[int | None] = []
    for n in range(len(numbers) - 1, -1, -1):
        following.append(min((places[after] for after in _next_to(numbers[n]) if after in places), default=None))
        places[numbers[n].lstrip("0")] = n
    return following[::-1]


def _next_to(number: str) -> Iterator[str]:
    """What comes after a clause's number: "2" after "1"; "j" and "ii" after "i"."""
    if number.isdigit():
        yield str(int(number) + 1)
        return
    if number in _ROMAN_NUMERALS[:-1]:
        yield _ROMAN_NUMERALS[_ROMAN_NUMERALS.index(number) + 1]
    if len(number) == 1:
        yield chr(ord(number) + 1)


def _opens(text: str) -> bool:
    return bool(
        re.match(
            r"\W*(?:\(?\w{1,3}[.)]\s*)?(?:it was |the \w+ )?(?:further |unanimously )?(?:resolved|agreed|recommended)\b",
            text,
            re.IGNORECASE,
        )
    )


def _run_cuts(text: str) -> list[int]:
    """Where "i. ... ii. ..." or "a. ... b. ..." follow one another, each before a capital."""
    for pattern, order in ((_ROMANS, _ROMAN_NUMERALS), (_LETTERS, "abcdefghijklmnopqrstuvwxyz")):
        run: list[int] = []
        for match in pattern.finditer(text):
            if len(run) < len(order) and match["c"] == order[len(run)]:
                run.append(match.start("n"))
        if len(run) > 1:
            return run
    return []
