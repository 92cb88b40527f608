"""Weighs what tells that another paper begins at a title: no one sign is enough, and several together are.

The signs are those that a person looks for who leafs through a file: a title on a new page, a meeting with its day, a summons or those
present below it, numbers that begin again, a paper before it that was signed. Their points were set by hand: the structure gold
has eleven papers that begin within a file, too few to learn weights from.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus.blocks import Block
from corpus.dates import find_dates
from corpus.marks import read_mark
from corpus.phrases import attendance_lead

_POINTS = {
    "meeting and day": 2,
    "summons": 2,
    "present": 2,
    "signed before": 2,
    "new page": 2,
    "kind": 1,
    "look": 1,
    "numbers again": 1,
    "first title again": 1,
}
_TITLED = frozenset(("meeting and day", "kind"))
"""Of these a paper's title tells one at least: a list under a heading on a page of its own is no paper."""
ENOUGH = 6
"""Points at which a paper begins."""

_KIND = re.compile(r"\b(?:minutes|agenda(?! item)|notice|report|summons|notes of)\b", re.IGNORECASE)
_MEETING = re.compile(
    r"\b(?:meeting|agm|assembly|committee|board|panel|cabinet|council|commission|partnership|forum|trustees)\b",
    re.IGNORECASE,
)
_SUMMONS = re.compile(
    r"\b(?:are (?:hereby )?(?:summoned|invited|requested) to attend|notice is hereby given|for the purposes? of transacting)\b",
    re.IGNORECASE,
)
_SIGNED = re.compile(
    r"\W*(?:(?:respectfully )?submitted\b|approved by\b|signed\b|minutes (?:taken|prepared|submitted) by\b|(?:the )?(?:meeting|chair(?:man)?)\b.{0,40}\b(?:closed|adjourned|ended)\b|meeting close)",
    re.IGNORECASE,
)
_LABEL = re.compile(r"(?:^|[\s*])(?P<label>to|from|date|subject|re|title)\s*\*{0,2}:", re.IGNORECASE)
_LETTER = re.compile(r"(?:^|\s)(?:sent|cc|bcc)\s*:|\S@\S|\bdear\b", re.IGNORECASE)
"""What an e-mail or a letter has in its head, and a report to the meeting has not."""

_TITLE = 140  # characters: longer than this is a sentence
_BELOW = 7  # blocks under a title in which its meeting's day, its summons and those present stand
_DAY = 3  # blocks, from the title's own, in which the day stands
_BEFORE = 10  # blocks before a title in which the last paper was signed
_NUMBERS = 30  # blocks in which the first number stands
_WHOLE_WORDS = 150  # of a paper without numbered items: fewer are a letter's or a letterhead's, and belong to what follows
_WHOLE_ITEMS, _LEAST_WORDS = 2, 40  # of one with them: an address has numbers too
_ALIKE = 0.7  # of the first title's words
_MEMO = 6  # blocks of a memorandum's head
_LABELS = 3  # of it: "To:", "From:", "Subject:"
_HEAD = 300  # characters of a block in which they stand


def begins(blocks: Sequence[Block]) -> Iterator[int]:
    """Indexes of blocks that begin a paper by all the evidence."""
    last = 0
    for n in range(1, len(blocks)):
        memo = _heads_memo(blocks, n)
        if not (memo or _may_be_title(blocks[n])) or not _is_whole(blocks[last:n]):
            continue
        seen = signs(blocks, n, first=last)
        if memo or (_TITLED.intersection(seen) and sum(_POINTS[sign] for sign in seen) >= ENOUGH):
            last = _top(blocks, n, last) if memo else n
            yield last


def signs(blocks: Sequence[Block], n: int, *, first: int) -> list[str]:
    """The signs that a paper begins at a block; `first` is the title of the paper before."""
    title, below = blocks[n], blocks[n + 1 : n + _BELOW]
    near = blocks[n : n + _DAY]
    named = bool(_MEETING.search(title.text)) and any(find_dates(block.text[:_TITLE]) for block in near)
    found = {
        "meeting and day": named,
        "summons": any(_SUMMONS.search(block.text) for block in below),
        "present": any(attendance_lead(block.text) and not _is_numbered(block) for block in below),
        "signed before": any(_SIGNED.match(block.text) for block in blocks[max(0, n - _BEFORE) : n]),
        "new page": title.page is not None and title.page != blocks[n - 1].page,
        "kind": bool(_KIND.search(title.text)),
        "look": title.bold or title.caps or title.level > 0,
        "numbers again": _begin_again(blocks, n),
        "first title again": _words(blocks[first].text) != set() and _same_words(blocks[first].text, title.text),
    }
    return [sign for sign, seen in found.items() if seen]


def _may_be_title(block: Block) -> bool:
    plain = not block.bullet and not block.cells and not _is_numbered(block)
    return plain and len(block.text) < _TITLE and block.text[:1].isupper() and block.text[-1:] not in ".;:,"


def _is_numbered(block: Block) -> bool:
    mark = read_mark(block.text)
    return bool(block.number) or (mark is not None and mark.sure)


def _is_whole(blocks: Sequence[Block]) -> bool:
    """Whether blocks are a paper by themselves, not the letterhead or the letter of the one that follows."""
    words = sum(len(block.text.split()) for block in blocks)
    return words >= _WHOLE_WORDS or (words >= _LEAST_WORDS and sum(map(_is_numbered, blocks)) >= _WHOLE_ITEMS)


def _begin_again(blocks: Sequence[Block], n: int) -> bool:
    """Whether the first number below is a one, and the last before is not."""
    after = next((number for block in blocks[n + 1 : n + _NUMBERS] if (number := _number(block)) is not None), None)
    before = next((number for block in blocks[n - 1 : max(0, n - _NUMBERS) : -1] if (number := _number(block))), None)
    return after == 1 and before is not None and before > 1


def _number(block: Block) -> int | None:
    match = re.match(r"\W{0,2}(\d{1,3})\b(?![./:]\d)", block.number or block.text) if _is_numbered(block) else None
    return int(match[1]) if match else None


def _heads_memo(blocks: Sequence[Block], n: int) -> bool:
    """Whether the head of a report begins, in a file without pages: "To:", "From:" and "Subject:" together."""
    first = _LABEL.match(blocks[n].text)
    if first is None or blocks[n].page is not None or blocks[n].cells:
        return False
    head = [block.text[:_HEAD] for block in blocks[n : n + _MEMO]]
    labels = {match["label"].lower() for text in head for match in _LABEL.finditer(text)}
    told = "to" in labels and bool(labels & {"subject", "re", "title"})
    return told and len(labels) >= _LABELS and not any(_LETTER.search(text) for text in head)


def _top(blocks: Sequence[Block], n: int, last: int) -> int:
    """Where the title above a report's head begins: "STAFF REPORT"."""
    while n - 1 > last and _may_be_title(blocks[n - 1]) and (blocks[n - 1].caps or blocks[n - 1].level):
        n -= 1
    return n


def _words(text: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]{3,}", text.casefold()))


def _same_words(one: str, other: str) -> bool:
    both = _words(one) & _words(other)
    return len(both) >= _ALIKE * max(len(_words(one)), len(_words(other)))
