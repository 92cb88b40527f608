"""What a paper is: whose meeting, which day, what kind, under what title. Read from its opening, as a person would."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from corpus.blocks import Block
from corpus.bodies import find_body, is_generic, spelt_out
from corpus.councils import find_council, without_council
from corpus.dates import FoundDate, find_dates, find_months, find_years, full_year, written
from corpus.items import item_title
from corpus.kinds import find_kind, is_draft
from corpus.marks import read_mark
from corpus.months import find_bounds, find_month
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
_LABEL_AND_VALUE = 3  # cells with a number before them: a longer row is of a table, and its dates are other things
_TITLE_BLOCKS = 3  # in which a title stands
_NUMBER_CELL = re.compile(r"\W*\d{0,2}\W*")
_HEAD_BLOCKS = 30  # the opening: title, body, date, those present
_LABELLED = re.compile(
    r"\W*\d{1,2}\.?\s*(?:meeting|date|title|directorate|subject|report of|wards?|committee|to|from|by)\b\s*:?[:\t]",
    re.IGNORECASE,
)

_NOT_THIS_MEETING = re.compile(
    r"(?:previous|last|next|future|preceding|following) (?:\w+ )?meetings?\b|(?:approve|confirm|sign|receive|adopt|agree|consider)\b.{0,60}\bminutes\b.{0,60}$"
    r"|\bsubject to\b.{0,60}$|\bapprov(?:al|ed)\b.{0,40}$|published|publication|dated\b|updated?\b|printed|since|until|as (?:at|of|on)|deadline|effective|with effect|copyright",
    re.IGNORECASE,
)
# "DRAFT FOR CONSIDERATION AT THE NEXT MEETING Tuesday 3rd July": the stamp ends there, and the date is this meeting's.
_STAMP = re.compile(
    r"\bfor (?:consideration|approval|confirmation|adoption|ratification|signature)(?: and \w+)? (?:at|by) the (?:next|following)"
    r" (?:[\w’'-]+ ){0,3}meeting[\s)\]*]+$",
    re.IGNORECASE,
)
_MEETING_WORDS = re.compile(
    r"\b(?:meeting|held|agm|egm|committee|council|cabinet|board|panel|forum|commission|partnership|executive|trustees|assembly|authority)\b",
    re.IGNORECASE,
)
_DATE_LABEL = re.compile(
    r"\W*(?:\d{1,2}\.?\s*)?(?:date|date of meeting|meeting date|date and time|when)\s*[:\t]", re.IGNORECASE
)
_LETTER = re.compile(
    r"\bdear (?:member|councillor|sir|all)\b|\bdirect dial\b|\ba chara\b|\byou are (?:hereby )?(?:requested|summoned|invited)\b",
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
    head = _opening(blocks)
    kind = find_kind(blocks, head, file=file if pack is None else "", title=title)
    part = pack is not None and kind != "minutes"
    body = find_body(head, title=title, file=file if pack is None else "", furniture=furniture, labelled=part)
    if body is None or is_generic(body):
        titles = (title, *(block.text for block in head[:_TITLE_BLOCKS]))
        body = spelt_out(titles, [block.text for block in blocks]) or body
    council = find_council(head, titles=(title, window), furniture=furniture, body=body)
    body = without_council(body, council) if body and council else body
    day = find_date(head, blocks, title=title, file=file if pack is None else "", labelled=part)
    if pack is not None:
        whole = before if before is not None and kind == "actions" else pack
        body = body if body and not is_generic(body) else whole.body or body
        # Minutes in a pack may be another council's: theirs is the pack's only where they are of its body.
        council = council or (whole.council if kind != "minutes" or body == whole.body else None)
        day = day if day or kind == "minutes" else whole.date  # minutes in a pack are another meeting's
    month = None if day else _month(blocks, head, kind, (title, _stem(file) if pack is None else ""))
    if pack is not None and not day and kind != "minutes":
        month = month or whole.month
    named = _title(head, kind, title, body, written(day, month))
    return Identity(named, body, day, kind, is_draft(head, title, file), month, council)


def _month(blocks: Sequence[Block], head: Sequence[Block], kind: PaperKind, titles: Sequence[str]) -> date | None:
    """The month of a meeting, told by its minutes or agenda; what other papers name may be another month."""
    if kind not in ("minutes", "agenda"):
        return None
    return find_month([block.text for block in head], [block.text for block in blocks[len(head) :]], titles)


def _opening(blocks: Sequence[Block]) -> list[Block]:
    """What stands before the first item or the list of those present (and that list's first line): title, body, date."""
    head: list[Block] = []
    for block in blocks[:_HEAD_BLOCKS]:
        labelled = _LABELLED.match(block.text)
        mark = read_mark(block.text)
        numbered = mark is not None and mark.sure and not labelled and not mark.shapes[0][0].isalpha()
        if head and block.number and not labelled:
            break
        if head and numbered and len(block.text) > len(mark.label if mark else ""):
            break
        head.append(block)
        if attendance_lead(block.text):
            break
    return head


def find_date(
    head: Sequence[Block], blocks: Sequence[Block], *, title: str, file: str, labelled: bool = False
) -> date | None:
    """The meeting's date: printed with the meeting's name, else after "Date:", else standing by itself.

    `labelled`: only a date that is printed with the meeting's name or after "Date:" counts.
    """
    letter = any(_LETTER.search(block.text) for block in head)
    ranked: list[tuple[int, int, FoundDate]] = []
    for n, block in enumerate(head):
        text = _dated_text(block)
        for found in find_dates(text):
            rank = _rank(text, found, letter=letter)
            if rank is not None and not (labelled and rank > 1):
                ranked.append((rank, n, found))
    ranked.extend((2, -1, found) for found in find_dates(title))
    name = file.rsplit("/", 1)[-1]
    named = [
        found for found in find_dates(name) if found.whole and not re.match(r"\d{4}-\d\d-\d\d \D", name[found.start :])
    ]
    for _, _, found in sorted(ranked, key=lambda one: one[:2]):
        day = found.whole or _with_year(found, blocks, file)
        if day:
            return day
    return None if not named or not re.search(r"minutes|agenda|meeting", name, re.IGNORECASE) else named[-1].whole


def _dated_text(block: Block) -> str:
    """Where a block's date is looked for: in a longer row of a table, only in the cell after "Date:"."""
    if len(block.cells) < _LABEL_AND_VALUE or (
        len(block.cells) == _LABEL_AND_VALUE and _NUMBER_CELL.fullmatch(block.cells[0])
    ):
        return block.text[:400]
    if len(block.cells) == _LABEL_AND_VALUE and any(found.weekday is not None for found in find_dates(block.cells[0])):
        return block.cells[0]
    labelled = [
        f"Date: {value}" for label, value in pairwise(block.cells) if _DATE_LABEL.fullmatch(label.rstrip(": ") + ":")
    ]
    return labelled[0] if labelled else ""


def _rank(text: str, found: FoundDate, *, letter: bool) -> int | None:
    before, alone = _STAMP.sub("", text[: found.start]), len(text) - (found.end - found.start)
    if _NOT_THIS_MEETING.search(before[-60:]):
        return None
    if _DATE_LABEL.match(before):
        return 4 if letter else 1
    near = _MEETING_WORDS.search(before[-160:]) or _MEETING_WORDS.search(text[found.end : found.end + 60])
    if near:
        return 0 if found.start < _TITLE_CHARS else 3
    if alone < 40 and not letter:  # noqa: PLR2004
        return 2 if found.weekday is not None else 3
    return None


def _with_year(found: FoundDate, blocks: Sequence[Block], file: str) -> date | None:
    """A day and month without a year: the year is taken where one is named that fits the weekday.

    The text names it, or the file's name, there with two digits too ("23NOVEMBERMINUTES"); else the meetings before and
    after that the text names leave one year for this day.
    """
    if found.weekday is not None:
        years = {year for block in blocks for year in find_years(block.text)}
        years |= {int(year) for year in re.findall(r"(?<!\d)20\d\d(?!\d)", file)}
        years |= set(_short_years(_stem(file), found))
        fits = {day for year in years if (day := found.in_year(year))}
        if fits:
            return fits.pop() if len(fits) == 1 else None
    bounds = find_bounds([block.text for block in blocks])
    days = [day for year in bounds.near_years if (day := found.in_year(year)) and bounds.leave(day)]
    return days[0] if len(days) == 1 else None


def _short_years(name: str, found: FoundDate) -> Iterator[int]:
    """The years of two digits that stand beside the date's own month in a file's name, and are not its day."""
    for month in find_months(name) if found.weekday is not None else ():
        beside = re.search(r"(?<!\d)(\d\d)\W?$", name[: month.start]), re.match(r"\W?(\d\d)(?!\d)", name[month.end :])
        for match in beside:
            if match and month.month == found.month and int(match[1]) != found.day:
                yield full_year(match[1])


def _stem(file: str) -> str:
    """A file's name without its folder and its ending, in words."""
    return re.sub(r"[_.]+", " ", re.sub(r"\.\w{2,5}$", "", file.rsplit("/", 1)[-1]))


def _title(head: Sequence[Block], kind: PaperKind, title: str, body: str | None, when: str) -> str:
    """The title as printed; where that is no more than "AGENDA" or the body's name, kind and day say it better."""
    printed = _printed_title(head, kind, title)
    alone = printed.casefold().strip(" :.*") in (_BARE_TITLES | {(body or "").casefold()})
    dates = find_dates(printed)
    only_date = bool(dates) and len(printed) - (dates[0].end - dates[0].start) < _BARE_DATE
    if kind in ("minutes", "agenda") and (alone or only_date):
        return f"{kind.capitalize()} of {when}" if when else kind.capitalize()
    return printed


def _printed_title(head: Sequence[Block], kind: PaperKind, title: str) -> str:
    for n, block in enumerate(head):
        labelled = _TITLE_LABEL.match(block.text)
        if labelled:
            following = head[n + 1].text if n + 1 < len(head) else ""
            return (labelled["title"] or following).strip() or title
    if kind in ("minutes", "agenda"):
        for block in head:
            named = re.search(r"\b(?:minutes?|agenda|meeting)\b", block.text, re.IGNORECASE)
            if named and len(block.text) < _TITLE_CHARS and "://" not in block.text:
                return block.text
    if headed := item_title(head):
        return headed
    if title:
        return title
    return head[0].text[:200] if head else ""
