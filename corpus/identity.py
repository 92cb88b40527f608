"""What a paper is: whose meeting, which day, what kind, under what title. Read from its opening, as a person would."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from corpus.blocks import Block
from corpus.bodies import find_body, undated
from corpus.body_choice import Opening, choose_body
from corpus.councils import find_council, without_council
from corpus.dates import find_dates, written
from corpus.days import find_date
from corpus.filed import council_filed, day_filed, spelt_out, stem_of
from corpus.items import item_title
from corpus.kind_choice import choose_kind
from corpus.kinds import is_draft
from corpus.marks import read_mark
from corpus.months import find_month
from corpus.names import is_generic
from corpus.phrases import attendance_lead
from corpus.types import Month, PaperKind

_TITLE_LABEL = re.compile(
    r"\W*(?:\d{1,2}\.?\s*)?(?:title|subject|report title|subject matter(?: / title of decision)?)\s*(?:of report)?\s*(?:[:\t]\s*(?P<title>\S.*)?|(?<=decision))$",
    re.IGNORECASE | re.DOTALL,
)
_BARE_TITLES = frozenset(
    ("agenda", "minutes", "agenda and minutes", "agenda, decisions and minutes", "meeting", "public document pack")
)
_BARE_DATE = 12  # characters beside a date that stands for a title
_TITLE_CHARS = 250  # a date further into a paragraph is told, not a title's
_SENTENCE = re.compile(
    r"(?<!to be )\b(?:was|were|had|has|have|is|are|held (?:their|its|a|an)|met|discussed|welcomed|opened)\b"
)
_TITLE_BLOCKS = 3  # in which a title stands
_BELOW = 3  # blocks below the first of those present in which the day is looked for
_HEAD_BLOCKS = 30  # the opening: title, body, date, those present
_LABELLED = re.compile(
    r"\W*\d{1,2}\.?\s*(?:meeting|date|title|directorate|subject|report of|wards?|committee|to|from|by)\b\s*:?[:\t]",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Identity:
    """Whose paper this is, of which day and kind; of which month, where the day is not printed; of which council."""

    title: str
    body: str | None
    date: date | None
    kind: PaperKind
    draft: bool
    month: Month | None = None
    council: str | None = None


def identify(
    blocks: Sequence[Block],
    *,
    file: str,
    title: str = "",
    window: str = "",
    furniture: Sequence[str] = (),
    pack: Identity | None = None,
    before: Identity | None = None,
) -> Identity:
    """The identity of a paper, from its opening blocks, its running heads and (last of all) its file's name.

    `window` is what a browser shows above a web page: it may tell the council.
    `pack` is the first paper of the file that this one is a later part of, `before` the one just before: a part that
    names no meeting of its own takes theirs. Minutes keep their own.
    """
    head, texts = opening_of(blocks), [block.text for block in blocks]
    own = file if pack is None else ""  # a pack's name tells nothing of its later parts
    kind = choose_kind(blocks, head, file=own, title=title, furniture=furniture)
    part = pack is not None and kind != "minutes"
    body = find_body(head, title=title, file=own, furniture=furniture, labelled=True)
    if body is None and not part:
        opening, worded = names_told(head, texts, file=own, title=title, furniture=furniture)
        body = choose_body(opening, worded)
    council = find_council(head, titles=(title, window), furniture=furniture, body=body)
    body = without_council(body, council) if body and council else body
    day = find_date(head, blocks, title=title, file=own, labelled=part)
    if pack is not None:
        whole = before if before is not None and kind == "actions" else pack
        body = body if body and not is_generic(body) else whole.body or body
        # Minutes in a pack may be another council's: theirs is the pack's only where they are of its body.
        council = council or (whole.council if kind != "minutes" or body == whole.body else None)
        day = day if day or kind == "minutes" else whole.date  # minutes in a pack are another meeting's
    month = None if day else _month(blocks, head, kind, (title, stem_of(own)))
    day = day or (day_filed(own, texts, month) if kind in ("minutes", "agenda") else None)
    month = None if day else month
    if pack is not None and not day and kind != "minutes":
        month = month or whole.month
    named = _title(head, kind, title, body, written(day, month))
    return Identity(named, body, day, kind, is_draft(head, title, file), month, council)


def names_told(
    head: Sequence[Block], texts: Sequence[str], *, file: str, title: str, furniture: Sequence[str]
) -> tuple[Opening, str | None]:
    """Where a paper's body may be named, and the name that the lines' wording tells, where there is one.

    `head` is the paper's opening, `texts` are those of all its blocks.
    """
    body = find_body(head, title=title, file=file, furniture=furniture)
    if body is None or is_generic(body):
        titles = (title, *(block.text for block in head[:_TITLE_BLOCKS]))
        body = spelt_out(titles, texts) or council_filed(file, texts) or body
    return Opening([undated(block.text) for block in head], texts, title, file, furniture), body


def _month(blocks: Sequence[Block], head: Sequence[Block], kind: PaperKind, titles: Sequence[str]) -> date | None:
    """The month of a meeting, told by its minutes or agenda; what other papers name may be another month."""
    if kind not in ("minutes", "agenda"):
        return None
    return find_month([block.text for block in head], [block.text for block in blocks[len(head) :]], titles)


def opening_of(blocks: Sequence[Block]) -> list[Block]:
    """What stands before the first item or the list of those present (and that list's first line): title, body, date."""
    head: list[Block] = []
    there = 0  # where those present begin: "CHAIRMAN: A Reed" may stand in the letterhead, above the meeting's day
    for block in blocks[:_HEAD_BLOCKS]:
        labelled = _LABELLED.match(block.text)
        mark = read_mark(block.text)
        numbered = mark is not None and mark.sure and not labelled and not mark.shapes[0][0].isalpha()
        if head and block.number and not labelled:
            break
        if head and numbered and len(block.text) > len(mark.label if mark else ""):
            break
        head.append(block)
        there = there or (len(head) if attendance_lead(block.text) else 0)
        if there and (len(head) >= there + _BELOW or any(find_dates(one.text) for one in head)):
            break
    return head


def _title(head: Sequence[Block], kind: PaperKind, title: str, body: str | None, when: str) -> str:
    """The title as printed; where that is no more than "AGENDA" or the body's name, kind and day say it better."""
    printed = _printed_title(head, kind, title)
    told = _is_told(printed)  # there is no title, and the first that stands there is text
    alone = told or not printed or printed.casefold().strip(" :.*") in (_BARE_TITLES | {(body or "").casefold()})
    dates = find_dates(printed)
    only_date = bool(dates) and len(printed) - (dates[0].end - dates[0].start) < _BARE_DATE
    if kind in ("minutes", "agenda") and (alone or only_date):
        return f"{kind.capitalize()} of {when}" if when else kind.capitalize()
    return printed


def _is_told(text: str) -> bool:
    """Whether a text is a sentence, or a list of those present: no title, though it speaks of a meeting."""
    return attendance_lead(text) or bool(_SENTENCE.search(text) and re.search(r"\w\.$", text.strip()))


def _printed_title(head: Sequence[Block], kind: PaperKind, title: str) -> str:
    for n, block in enumerate(head):
        labelled = _TITLE_LABEL.match(block.text)
        if labelled:
            following = head[n + 1].text if n + 1 < len(head) else ""
            return (labelled["title"] or following).strip() or title
    if kind in ("minutes", "agenda"):
        for block in head:
            named = re.search(r"\b(?:minutes?|agenda(?! item)|meeting)\b", block.text, re.IGNORECASE)
            if named and len(block.text) < _TITLE_CHARS and "://" not in block.text and not _is_told(block.text):
                return block.text
    if kind not in ("minutes", "agenda") and (headed := item_title(head)):
        return headed
    if title or kind in ("minutes", "agenda"):
        return title
    return head[0].text[:200] if head else ""
