"""Chooses what kind of paper lies before us, by all the evidence for each kind at once.

What the opening's wording tells (`corpus.kinds`) is one part of it; the file's name and how the whole paper speaks are others: minutes
tell what was done, agendas what is to be. The weights are learned by `python -m training kinds` from papers whose kinds are known.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import get_args

from corpus.blocks import Block
from corpus.kinds import find_kind, signs_in
from corpus.phrases import attendance_lead
from corpus.types import PaperKind

WEIGHTS_FILE = Path(__file__).with_suffix(".json")
WEIGHTS: dict[str, float] = json.loads(WEIGHTS_FILE.read_text(encoding="utf-8"))
"""What each column counts for a kind: "minutes: adjourned"."""
KINDS: tuple[PaperKind, ...] = get_args(PaperKind)

_DONE = re.compile(
    r"\b(?:was|were|had|said|reported|noted|agreed|advised|resolved|seconded|carried|approved|explained|asked|thanked|adjourned|opened|moved)\b",
    re.IGNORECASE,
)
_TO_DO = re.compile(
    r"\W*(?:\d+\.?\s*)?(?:to (?:receive|approve|consider|note|agree|confirm|discuss|review|resolve|elect|appoint|sign)"
    r"|apologies|declarations? of|public (?:comment|participation|forum)|call to order|adjourn|roll call|date of next)\b",
    re.IGNORECASE,
)
_ORDER = re.compile(
    r"called to order|meeting (?:was )?(?:opened|closed|adjourned|ended|commenced)|motion (?:carried|passed|by)|roll call|pledge of allegiance|quorum",
    re.IGNORECASE,
)
_WILL = re.compile(r"\bwill (?:be|meet|hold|take place)\b|\bhereby\b", re.IGNORECASE)
_RECOMMENDATIONS = re.compile(r"\W*(?:\d+\.?\s*)?recommendations?\W*", re.IGNORECASE)
_NAMES = ("minute", "min", "agenda", "report", "strateg", "policy", "notes", "action")
_DONE_SHARE, _WILL_SHARE = (
    25,
    100,
)  # words of which one tells what was done, or will be: where all such lie, a share of 1
_TOP, _EARLY = 8, 25  # blocks
_RUNNING = 3  # heads of pages
_SHORT = 60  # characters of a line
_TWICE = 2
_ROW = 2  # cells; more are a table's


def choose_kind(
    blocks: Sequence[Block], head: Sequence[Block], *, file: str, title: str, furniture: Sequence[str]
) -> PaperKind:
    """The kind with the most evidence."""
    seen = row(blocks, head, file=file, title=title, furniture=furniture)
    return max(KINDS, key=lambda kind: sum(WEIGHTS[f"{kind}: {name}"] * value for name, value in seen.items()))


def row(
    blocks: Sequence[Block], head: Sequence[Block], *, file: str, title: str, furniture: Sequence[str]
) -> dict[str, float]:
    """What is seen of a paper, by column, each from 0 to 1."""
    told = find_kind(blocks, head, file=file, title=title)
    name = re.sub(r"[-_]", " ", file.rsplit("/", 1)[-1].lower())
    top = [block.text.lower() for block in head[:_TOP]]
    beside = " ".join([title, *furniture[:_RUNNING]]).lower()
    text = " ".join(block.text for block in blocks)
    words, count = max(1, len(text.split())), max(1, len(blocks))
    return (
        {f"told {kind}": float(kind == told) for kind in KINDS}
        | {f"file {word}": float(word in name) for word in _NAMES}
        | {f"head {sign}": float(found) for sign, found in signs_in(head).items()}
        | {f"top {word}": float(any(word in line for line in top)) for word in ("minutes", "agenda", "report")}
        | {f"beside {word}": float(word in beside) for word in ("minutes", "agenda")}
        | {
            "attendance": float(any(attendance_lead(block.text) for block in blocks[:_EARLY])),
            "done": min(1.0, _DONE_SHARE * len(_DONE.findall(text)) / words),
            "will": min(1.0, _WILL_SHARE * len(_WILL.findall(text)) / words),
            "to do": sum(bool(_TO_DO.match(block.text)) for block in blocks) / count,
            "in order": float(len(_ORDER.findall(text)) >= _TWICE),
            "short": sum(len(block.text) < _SHORT for block in blocks) / count,
            "tables": sum(len(block.cells) > _ROW for block in blocks) / count,
            "recommendations": float(any(_RECOMMENDATIONS.fullmatch(block.text) for block in blocks)),
            "any": 1.0,
        }
    )
