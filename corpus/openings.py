"""Tells on which pages of a PDF another document begins: packs are merged from files that each had an opening.

Read from the printed lines alone, before page furniture is taken out: on the page where a paper begins, what stands
at the top is its title, however many papers of the pack have the same one.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise
from statistics import median

from corpus.dates import find_dates
from corpus.marks import read_mark
from corpus.phrases import FRONT_SHEET, attendance_lead
from corpus.types import Line

PAGE_NUMBER = re.compile(
    r"[-–—\[(\s]*(?:page|pg\.?|p\.)?\s*\|?\s*(?P<n>\d{1,4})\s*(?:(?:of|/)\s*\d{1,4})?\s*\|?\s*(?:page)?[-–—\])\s.]*",
    re.IGNORECASE,
)
"""A page number on a line of its own: "12", "Page 3 of 9", "- 4 -"."""

_TOP = 16  # lines: a report's head of names, or a crest, an address and a title
_NEAR_TOP = 6  # lines within which a head's first label, or a meeting's title, stands
_LABELS = 2  # lines of a head: one alone may be a form's, or a sentence's
_ENTRIES = 2  # times that a label stands on a page of entries
_TITLE = 140  # characters
_TITLE_LINES = 3  # a crest or a right-aligned "Appendix 2" may stand above or under the title
_TITLE_CELLS = 2  # a title and "Appendix 2" beside it; more are a table's
_SHORT_PAGE = 0.8  # of the lines that the paper's pages have: the last page of a paper is seldom full
_BRIEF = 6  # words of a title that can be nothing else: "EQIA Submission Form"
_COVER = 45  # words of a page that holds a title and little else
_ZONE = 2  # lines at the top and at the foot where a page number stands

_HEAD = re.compile(
    r"\W*(?:\d{1,2}\.?\s*)?(?P<label>from|to|by|report to|report of|report by|subject|title|report title|title of (?:report|meeting)|date|date of meeting|meeting date|meeting"
    r"|committee|decision (?:no|number)|decision to be taken by|decision[- ]maker|classification|location|venue|place|time|attendees|attendance|wards?(?: affected)?|electoral divisions?"
    r"|report author|lead officer|relevant portfolio holder|portfolio holder|cabinet member|purpose of report|key decision|agenda item|status|present|presented by|author|sponsor)\b"
    r"\s*(?:no\.?\s*)?(?:[:\t]|$)",
    re.IGNORECASE,
)
_TELLING = re.compile(
    r"to|report to|subject|title|report title|title of (?:report|meeting)|date of meeting|meeting date|meeting|committee|location|venue|place|decision to be taken by|decision[- ]maker",
    re.IGNORECASE,
)
_MINUTES = re.compile(r"\W*(?:draft |unconfirmed |open |public )*(?:minutes?|notes)\b|.*\bminutes\W*$", re.IGNORECASE)
_REPORT_BY = re.compile(r"\W*(?:joint )?report (?:of|by|to|from) (?:the )?(?-i:[A-Z])", re.IGNORECASE)
_ATTACHED = re.compile(
    r"\W*(?:appendix|annexe?|enclosure|attachment)\s*(?:no\.?\s*)?(?:\d{1,2}(?:\.\d)?[a-z]?|[A-Z]{1,2}\d?|one|two|three|four|five|six)\b(?!\s+(?:to|of|and|is|was|sets|shows|for the)\b)",
    re.IGNORECASE,
)
_ATTACHMENT = re.compile(
    r"\b(?:equality impact|impact assessments?|eqia\b|eia\b|glossary|terms of reference|record of (?:executive )?decision|decision notice|action (?:log|tracker)|actions? arising"
    r"|forward plan|work programme|business case|questions? (?:and answers|put|under|submitted)|petition|(?:strategy|policy|protocol|framework)\W*(?:20\d\d\W{0,3}(?:20)?\d*)?\W*$)",
    re.IGNORECASE,
)
"""What is put before a meeting beside reports, by the words of its title."""
_DOCUMENT = re.compile(
    r"\b(?:strategy|policy|protocol|framework|report|plan|review|statement|briefing|register|accounts|programme|assessment|update)\b",
    re.IGNORECASE,
)
"""What a cover says of the document behind it."""
_OFFICE = re.compile(r"\b(?:director|officer|manager|head of|councillor|cllr)\b", re.IGNORECASE)
_FIRST_QUESTION = re.compile(r"\W*question\s*(?:no\.?\s*)?(?:1|one)\b\W*", re.IGNORECASE)
_SIGNED_OFF = re.compile(
    r"\b(?:tel|telephone|e-?mail|signed|signature|contact|background (?:papers|documents)|chair(?:man)?)\b|@",
    re.IGNORECASE,
)
_BLANK = re.compile(r"\W*(?:this )?page (?:is )?(?:intentionally )?(?:left )?blank\W*", re.IGNORECASE)
_STAMP = re.compile(r"\W*(?:page\s*\d{1,4}\s*)?agenda item(?: no\.?)?\s*:?\s*\d+[a-z]?\b.{0,12}", re.IGNORECASE)


def find_openings(lines: Sequence[Line]) -> frozenset[int]:
    """The pages, but for the first, on which another document begins.

    A head with labels ("To:", "Subject:") or a meeting's title tells by itself. What else may head a page (an appendix,
    a policy) begins a paper only in a file that is a pack by such a head, and then not without a second sign.
    """
    pages: dict[int, list[Line]] = defaultdict(list)
    for line in lines:
        if line.page is not None and not _BLANK.fullmatch(line.text):
            pages[line.page].append(line)
    order = list(pages)
    tops = {page: _top(pages[page]) for page in order}
    sure = {page for page in order[1:] if _begins_surely(tops[page], pages[page])}
    sure -= {
        page
        for before, page in pairwise(order)
        if _same_head(tops[before], tops[page]) and not _restarts(pages, before, page)
    }
    if not sure and not _is_front_sheet(tops[order[0]] if order else []):
        return frozenset()
    begun = set(sure)
    heads: set[str] = set()  # what stood at the top of the present document's pages: running heads among it
    for before, page in pairwise(order):
        told = [line for line in tops[page][:_TITLE_LINES] if line.text not in heads]
        covered = before in begun and _is_cover(pages[before])
        titled = bool(told) and told[0] is tops[page][0]
        if page not in begun and titled and not covered and _begins(pages, told, before, page):
            begun.add(page)
        heads = {line.text for line in tops[page][:_TITLE_LINES]} | (set() if page in begun else heads)
    return frozenset(begun)


def _top(lines: Sequence[Line]) -> list[Line]:
    """The first lines of a page, without the number and the stamp above them."""
    at = 0
    while at < len(lines) and (PAGE_NUMBER.fullmatch(lines[at].text) or _STAMP.fullmatch(lines[at].text)):
        at += 1
    return list(lines[at : at + _TOP])


def _is_front_sheet(top: Sequence[Line]) -> bool:
    return any(FRONT_SHEET.match(line.text) for line in top)


def _same_head(before: Sequence[Line], after: Sequence[Line]) -> bool:
    """Whether the page's names and dates stood at the top of the last one too: a running head, not another title."""
    telling = {
        line.text for line in after if _HEAD.match(line.text) or _MINUTES.match(line.text) or find_dates(line.text)
    }
    return bool(after) and (telling or {after[0].text}) <= {line.text for line in before}


def _begins_surely(top: Sequence[Line], page: Sequence[Line]) -> bool:
    return (_has_labels(top) and not _is_form(page)) or _titles_meeting(top) or _has_author(top)


def _is_form(page: Sequence[Line]) -> bool:
    """Whether two of a page's labels come again and again: the entries of a list have "Location:" and "Date:" each."""
    labels = Counter(match["label"].lower() for line in page if (match := _HEAD.match(line.text)))
    return sum(count >= _ENTRIES for count in labels.values()) >= _LABELS


def _has_labels(top: Sequence[Line]) -> bool:
    """Whether lines such as "To:" and "Subject:" stand before the first numbered one."""
    found: list[tuple[int, str]] = []
    for n, line in enumerate(top):
        match = _HEAD.match(f"{line.text}" if not line.cells else "\t".join(line.cells))
        if match:
            found.append((n, match["label"]))
        elif n and line.number:
            break
    labels = {label.lower() for _, label in found}
    telling = any(_TELLING.fullmatch(label) for label in labels)
    return len(labels) >= _LABELS and telling and found[0][0] <= _NEAR_TOP


def _titles_meeting(top: Sequence[Line]) -> bool:
    """Whether minutes are named and dated, and those present listed."""
    head = next((n for n, line in enumerate(top[: _NEAR_TOP + 1]) if _MINUTES.match(line.text)), None)
    mark = read_mark(top[head].text) if head is not None else None
    if head is None or (mark is not None and mark.sure):
        return False
    dated = any(find_dates(line.text) for line in top[max(0, head - 2) : head + 5])
    there = any(attendance_lead(line.text) for line in top)
    return dated and there


def _has_author(top: Sequence[Line]) -> bool:
    """Whether a body, a day and "Report of the Director" stand at the top."""
    by = next((n for n, line in enumerate(top[:10]) if _REPORT_BY.match(line.text) and len(line.text) < _TITLE), None)
    return by is not None and any(_alone_dated(line.text) for line in top[: by + 3])


def _alone_dated(text: str) -> bool:
    dates = find_dates(text)
    return bool(dates) and len(text) < _TITLE / 2


def _begins(pages: Mapping[int, Sequence[Line]], top: Sequence[Line], before: int, page: int) -> bool:
    """Whether a page of a pack begins a document without a head of labels. `top` is what it does not share."""
    if not _is_title(top[0]):
        return False
    texts = [line.text for line in top]
    attached = any(_ATTACHED.match(text) and len(text) < _TITLE for text in texts)
    if attached or _FIRST_QUESTION.fullmatch(texts[0]) or _restarts(pages, before, page):
        return True
    if _is_cover(pages[page]):
        return not _is_cover(pages[before])
    brief = len(texts[0].split()) <= _BRIEF
    return bool(_ATTACHMENT.search(texts[0])) and (brief or _is_short(pages, before))


def _is_cover(lines: Sequence[Line]) -> bool:
    """Whether a page holds a document's title and little else; a page of signatures is none."""
    top = [line.text for line in lines[:_TITLE_LINES]]
    titled = any(_DOCUMENT.search(text) and not _OFFICE.search(text) for text in top)
    return (
        titled and sum(len(line.text.split()) for line in lines) < _COVER and not _SIGNED_OFF.search(" ".join(top[:2]))
    )


def _is_title(line: Line) -> bool:
    text = line.text
    begun = text[:1].isupper() or text[:1].isdigit()
    if not begun or len(text) > _TITLE or line.number or len(line.cells) > _TITLE_CELLS:
        return False
    mark = read_mark(text)
    worded = mark is not None and mark.label[0].isalpha() and len(mark.label) > 2  # noqa: PLR2004 (a word: "Appendix 1")
    return (mark is None or not mark.sure or worded) and text.rstrip()[-1:] not in ".;:,"


def _restarts(pages: Mapping[int, Sequence[Line]], before: int, page: int) -> bool:
    """Whether the printed page numbers begin again at 1."""
    last, here = _numbers(pages[before]), _numbers(pages[page])
    return 1 in here and bool(last) and not any(value + 1 in here for value in last)


def _numbers(lines: Sequence[Line]) -> set[int]:
    edge = [*lines[:_ZONE], *lines[-_ZONE:]]
    return {int(match["n"]) for line in edge if (match := PAGE_NUMBER.fullmatch(line.text))}


def _is_short(pages: Mapping[int, Sequence[Line]], page: int) -> bool:
    """Whether a page is not full, as the last page of a paper mostly is."""
    usual = median(len(lines) for lines in pages.values())
    return len(pages[page]) < _SHORT_PAGE * usual
