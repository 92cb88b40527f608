"""Where reports begin that are headed by their item's number ("ITEM 4") or by an application's particulars.

A planning committee's pack is an agenda and a report an application, often without a page of its own, a "To:" or a
title: "ITEM 4", then a table of the application's number, address, ward, proposal and recommendation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus.blocks import Block
from corpus.marks import read_mark
from corpus.phrases import FRONT_SHEET

ITEM_HEAD = re.compile(
    r"\W*(?:agenda )?item(?: (?:no|number)\.?)?\s*:?\s*(?P<n>\d{1,2}(?:\.\d)?[a-z]?)\W*", re.IGNORECASE
)
"""The number of the agenda's item on a line of its own, above a report."""
APPLICATION = re.compile(
    r"\W*(?:planning )?(?:application|app|lpa|case|reference|ref)\.?\s*(?:(?:no|number|ref(?:erence)?)\b\.?\s*){0,2}[:\t]\s*(?P<value>[^\t]*\d[^\t]*)",
    re.IGNORECASE,
)
_PARTICULAR = re.compile(
    r"(?:^|[\n\t]|(?<=\s))(?P<label>(?:site )?address|site|location|ward|parish|proposal|description|development|applicant|agent|case officer|recommendation"
    r"|date (?:valid|received|registered)|valid(?:ated|ation date| date)|expiry date|target date|reason for (?:committee|referral|call-in))s?(?: description| name)?\s*[:\t]",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"\W*(?:site )?(?:address|location)\s*[:\t]\s*(?P<value>[^\t\n]{4,120})", re.IGNORECASE)
_MINUTED = re.compile(r"\bRESOLVED\b|\b[Ii]t was (?:agreed|resolved)\b|\bproposed by\b.{0,60}\bseconded\b")
_FRONT = 15  # blocks in which a pack's agenda says that it is one
_HEAD = 10  # blocks: an application's particulars
_FEWEST = 3  # particulars beside the number; fewer may be any form's
_WORDS_BEFORE = 60  # of another paper: less is this report's own heading
_REACH = 60  # blocks in which minutes of an application come to what was resolved
_TITLE = 120  # characters


def item_reports(blocks: Sequence[Block]) -> Iterator[int]:
    """Indexes of the blocks with which a report begins."""
    agenda = any(FRONT_SHEET.match(block.text) for block in blocks[:_FRONT])
    heads = [n for n, block in enumerate(blocks) if ITEM_HEAD.fullmatch(block.text) and not block.bullet]
    listed = _listed(blocks[: heads[0]]) if heads else frozenset()
    starts: set[int] = set()
    if agenda:
        starts |= {n for n in heads if _number(blocks[n]) in listed}
    for n, block in enumerate(blocks):
        if APPLICATION.match(block.text) and _has_particulars(blocks, n):
            starts.add(next((m for m in (n - 1, n - 2) if m in heads), n))
    order = sorted(starts)
    for n, start in enumerate(order):
        end = order[n + 1] if n + 1 < len(order) else len(blocks)
        before = blocks[order[n - 1] if n else 0 : start]
        apart = sum(len(block.text.split()) for block in before) >= _WORDS_BEFORE or (n == 0 and agenda)
        minuted = any(_MINUTED.search(block.text) for block in blocks[start : min(end, start + _REACH)])
        if start and apart and not (minuted and not agenda):
            yield start


def item_title(head: Sequence[Block]) -> str:
    """What a report headed by its item's number is on: "Item 4: 14 Quay Street (23/0418)"; "" where it is not."""
    match = ITEM_HEAD.fullmatch(head[0].text) if head else None
    number = next((found["value"].strip() for block in head if (found := APPLICATION.match(block.text))), "")
    place = next((found["value"].strip() for block in head if (found := _ADDRESS.match(block.text))), "")
    if match is None and not (number and place):
        return ""
    after = next(
        (block.text for block in head[1:2] if not block.cells and len(block.text) < _TITLE and block.text[-1] != "."),
        "",
    )
    about = " ".join(filter(None, (place, f"({number})" if number and place else number))) or after
    item = f"Item {match['n']}" if match and about else ""
    return ": ".join(filter(None, (item, about)))


def _number(block: Block) -> str:
    match = ITEM_HEAD.fullmatch(block.text)
    return match["n"].lower() if match else ""


def _listed(blocks: Sequence[Block]) -> frozenset[str]:
    """The items that an agenda lists, by their numbers."""
    found = set()
    for block in blocks:
        mark = read_mark(block.number or (block.cells[0] if block.cells else block.text))
        digits = re.search(r"\d{1,2}(?:\.\d)?[a-z]?$", mark.label.lower()) if mark else None
        found |= {digits[0]} if digits else set()
    return frozenset(found)


def _has_particulars(blocks: Sequence[Block], n: int) -> bool:
    text = "\n".join(block.text for block in blocks[n : n + _HEAD])
    return len({match["label"].lower() for match in _PARTICULAR.finditer(text)}) >= _FEWEST
