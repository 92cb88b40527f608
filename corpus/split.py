"""Parts a reports pack into its papers: where a new title, meeting or kind of paper begins."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from corpus.blocks import Block
from corpus.boundaries import begins
from corpus.dates import find_dates
from corpus.items import item_reports
from corpus.marks import read_mark
from corpus.phrases import attendance_lead

_STAMP = re.compile(r"\W*agenda item(?: no\.?)?\s*:?\s*(?P<n>\d{1,2}[a-z]?)\b(?:\s*page\s*\d+)?\W*", re.IGNORECASE)
_PAGED_ITEM = re.compile(
    r"(?P<title>.+?)\s*(?:\(\s*pages?\s*(?P<first>\d{1,4})\b|pages?\s*\d{1,4}\W+\d{1,4}\W*$)", re.IGNORECASE
)
_MINUTES_HEAD = re.compile(
    r"\W*(?:draft |unconfirmed )*(?:minutes|notes|record) (?:of|from)\b.*\bmeeting\b|\W*minutes of (?:proceedings|(?:the |an? )(?:[\w’'-]+ ){0,4}(?:meeting|committee|council|trustees))\b",
    re.IGNORECASE | re.DOTALL,
)
_APPENDIX = re.compile(
    r"\W*(?:appendix|annexe?|enclosure|attachment)\s+(?:\d{1,2}|[A-Z]|one|two|three|four|five)\W*", re.IGNORECASE
)
_ACTIONS = re.compile(
    r"\W*(?:outstanding |rolling )?actions? (?:points?|log|tracker|list|plan|sheet|arising|outstanding|summary)\b",
    re.IGNORECASE,
)
_RESTRICTED = re.compile(
    r"\W*(?:by virtue of paragraphs?\b.*\bschedule 12A\b|document is restricted|this (?:report|document|item|appendix) is (?:exempt|restricted|confidential)\b)",
    re.IGNORECASE | re.DOTALL,
)
_RECORD = re.compile(
    r"(?:.*\W)?(?:proposed )?record of (?:executive )?decision\W*|\W*(?:officer |executive )?decision notice\W*",
    re.IGNORECASE,
)
_DOCUMENT = re.compile(
    r"\b(?:report|plan|strategy|review|policy|protocol|framework|evaluation|statement)\b.*\b20\d\d\b", re.IGNORECASE
)
_OFFICER = re.compile(r"\W*(?:chair(?:man)?|clerk)\b", re.IGNORECASE)
"""What a letterhead has of people."""
_PAGE_STAMP = re.compile(r"\W*page\s*\d{1,4}\W*", re.IGNORECASE)
_NUMBERED = re.compile(r"\W{0,2}\(?(?:\d|[a-z]\)|[ivx]+[.)])")
_SMALL = frozenset(
    [
        "the",
        "a",
        "an",
        "of",
        "and",
        "for",
        "to",
        "in",
        "on",
        "report",
        "update",
        "by",
        "from",
        "with",
        "at",
        "item",
        "annual",
    ]
)

_LOG_COLUMNS = 3  # a number, what is to be done, who does it
_LEAST_WORDS = 25  # of a paper
_CREST_WORDS = 90  # of a letterhead with addresses and officers: fewer, and of no sentence
_LINE_WORDS = 8  # of a sentence that tells something
_NEAR = 7  # blocks from a meeting's title to the list of those present
_DATE_ALONE = 30  # characters beside a date: the weekday, the hour
_TITLE = 140  # characters: longer than this is a sentence
_ALIKE = 0.6  # of an item's words: a title page shortens or lengthens what the agenda says
_FIRST_WORDS = 2  # a title of one word ("Update") matches anything


def split(
    blocks: Sequence[Block], stamped: Mapping[int, str] | None = None, openings: frozenset[int] = frozenset()
) -> list[tuple[Block, ...]]:
    """The blocks of each paper in the file, in order.

    `stamped` gives the items of pages that bear "Agenda Item 5", `openings` the pages on which another document begins.
    """
    opened = {n for n in range(1, len(blocks)) if blocks[n].page in openings and blocks[n - 1].page != blocks[n].page}
    starts = sorted({0, *_starts(blocks), *_pages_stamped(blocks, stamped or {}), *opened})
    if len(starts) > 1 and _is_mere_crest(blocks[: starts[1]]):
        del starts[1]
    starts = [
        start
        for before, start in zip([0, *starts], starts, strict=False)
        if before not in opened
        or blocks[before].page != blocks[start].page
        or not _is_mere_crest(blocks[before:start])
        or before == start
    ]
    return [tuple(blocks[a:b]) for a, b in zip(starts, [*starts[1:], len(blocks)], strict=True) if a < b]


def _starts(blocks: Sequence[Block]) -> Iterator[int]:
    """Indexes of blocks that begin a paper."""
    items = _agenda_items(blocks)
    yield from _stamped(blocks)
    yield from item_reports(blocks)
    yield from _meetings(blocks)
    yield from _restricted(blocks)
    yield from _titled(blocks, items)
    yield from begins(blocks)
    for n, block in enumerate(blocks):
        if n and _RECORD.fullmatch(block.text) and len(block.text) < _TITLE and _decision_follows(blocks, n):
            yield n
        elif (
            n
            and _ACTIONS.match(block.text)
            and len(block.text) < _TITLE
            and not block.bullet
            and _log_follows(blocks, n)
        ):
            yield n - 1 if _APPENDIX.fullmatch(blocks[n - 1].text) else n


def _is_mere_crest(blocks: Sequence[Block]) -> bool:
    """A crest, a letterhead or a cover line before the first title is no paper: it has no items, and tells nothing."""
    words = sum(len(block.text.split()) for block in blocks)
    marks = [mark for block in blocks if (mark := read_mark(block.text))]
    if words < _LEAST_WORDS and not marks:
        return True
    told = any(len(block.text.split()) > _LINE_WORDS and block.text[-1] == "." for block in blocks)
    listed = any(block.bullet or block.cells or block.number for block in blocks)
    there = any(attendance_lead(block.text) and not _OFFICER.match(block.text) for block in blocks)
    return words < _CREST_WORDS and not (told or listed or there or any(mark.sure for mark in marks))


def _pages_stamped(blocks: Sequence[Block], stamped: Mapping[int, str]) -> Iterator[int]:
    last = ""
    for n, block in enumerate(blocks):
        item = stamped.get(block.page or 0)
        if item and item != last and n and block.page != blocks[n - 1].page:
            yield n
        last = item or last


def _stamped(blocks: Sequence[Block]) -> Iterator[int]:
    """Where a page is headed by a stamp such as "Agenda Item 5"."""
    for n, block in enumerate(blocks):
        if n and _STAMP.fullmatch(block.text):
            new_page = block.page is None or blocks[n - 1].page != block.page
            if new_page or _PAGE_STAMP.fullmatch(blocks[n - 1].text):
                yield n


def _meetings(blocks: Sequence[Block]) -> Iterator[int]:
    """A meeting's title with a date, those present listed soon after, where another paper came before."""
    for n in range(1, len(blocks)):
        if not attendance_lead(blocks[n].text) or _NUMBERED.match(blocks[n].text):
            continue
        title = next((m for m in range(n - 1, max(-1, n - _NEAR), -1) if _titles_meeting(blocks, m)), None)
        if title is None or any(attendance_lead(block.text) for block in blocks[title:n]):
            continue
        while title > 0 and _is_short_title(blocks[title - 1]) and title > n - _NEAR:
            title -= 1
        if title > 0:
            yield title


def _titles_meeting(blocks: Sequence[Block], n: int) -> bool:
    """Whether a block names a meeting and its date, or gives the date under a body's name."""
    text = blocks[n].text
    dates = find_dates(text[:_TITLE])
    alone = (
        bool(dates)
        and len(text) - (dates[0].end - dates[0].start) < _DATE_ALONE
        and not _NUMBERED.match(text[: dates[0].start])
    )
    heads = n > 0 and (
        _is_short_title(blocks[n - 1]) or (blocks[n].page is not None and blocks[n].page != blocks[n - 1].page)
    )
    minutes = bool(_MINUTES_HEAD.match(text)) and any(
        find_dates(block.text[: 2 * _TITLE]) for block in blocks[n : n + 3]
    )
    return _is_meeting_title(blocks[n]) or minutes or (alone and heads)


def _is_meeting_title(block: Block) -> bool:
    text = block.text
    if _NUMBERED.match(text) or len(text) > 2 * _TITLE or not find_dates(text):
        return False
    if _MINUTES_HEAD.match(text):
        return True
    date = find_dates(text)[0]
    named = re.search(
        r"\b(?:committee|board|panel|cabinet|council|commission|partnership|forum|executive|meeting|trustees)\b",
        text[: date.start],
        re.IGNORECASE,
    )
    return bool(named) and len(text) - (date.end - date.start) < _TITLE and not text.rstrip().endswith(".")


def _is_short_title(block: Block) -> bool:
    text = block.text
    named = re.search(
        r"\b(?:committee|board|panel|cabinet|council|commission|partnership|forum|executive|trustees)\b",
        text,
        re.IGNORECASE,
    )
    return (
        bool(named)
        and len(text) < _TITLE
        and not block.bullet
        and not block.cells
        and text[-1:] not in ".;:,"
        and not _NUMBERED.match(text)
    )


def _restricted(blocks: Sequence[Block]) -> Iterator[int]:
    """Notices that papers are restricted: those that follow each other are one paper."""
    inside = False
    for n, block in enumerate(blocks):
        notice = bool(_RESTRICTED.match(block.text)) and len(block.text) < 2 * _TITLE
        stamp = bool(_STAMP.fullmatch(block.text) or _PAGE_STAMP.fullmatch(block.text))
        if notice and not inside and n and _stands_alone(blocks, n):
            start = n
            while start > 1 and any(
                printed.fullmatch(blocks[start - 1].text) for printed in (_STAMP, _PAGE_STAMP, _APPENDIX)
            ):
                start -= 1
            yield start
        inside = notice or (inside and stamp)


def _stands_alone(blocks: Sequence[Block], n: int) -> bool:
    """Whether a notice stands for a paper that is kept back, not for an item of the minutes around it."""
    before, after = blocks[n - 1], blocks[n + 1] if n + 1 < len(blocks) else None
    stamped = bool(_STAMP.fullmatch(before.text) or _PAGE_STAMP.fullmatch(before.text))
    again = after is not None and bool(_RESTRICTED.match(after.text))
    return stamped or again or (blocks[n].page is not None and blocks[n].page != before.page)


def _agenda_items(blocks: Sequence[Block]) -> list[tuple[int, frozenset[str]]]:
    """The agenda's items that have papers ("Pages 12 - 28"): where each stands, and its title's words."""
    items = []
    for n, block in enumerate(blocks[:120]):
        match = _PAGED_ITEM.match(block.text) if _NUMBERED.match(block.text) or block.number else None
        words = _words(match["title"]) if match else frozenset()
        if len(words) >= _FIRST_WORDS:
            items.append((n, words))
    return items


def _titled(blocks: Sequence[Block], items: list[tuple[int, frozenset[str]]]) -> Iterator[int]:
    """Title pages of the papers that the agenda lists, in its order; and titles with a year that stand by themselves."""
    if not items:
        return
    at = items[-1][0] + 1
    waiting = [words for _, words in items]
    for n in range(at, len(blocks)):
        block = blocks[n]
        if block.bullet or block.cells or len(block.text) > _TITLE or read_mark(block.text) or not block.gap:
            continue
        words = _words(block.text)
        found = next((i for i, item in enumerate(waiting) if _alike(item, words)), None)
        if found is not None:
            waiting = waiting[found + 1 :]
            yield n
        elif _DOCUMENT.search(block.text) and n + 1 < len(blocks) and _subtitle(blocks[n + 1]):
            yield n


def _subtitle(block: Block) -> bool:
    return (
        len(block.text) < _TITLE
        and not block.bullet
        and bool(re.search(r"\b20\d\d\b", block.text))
        and block.text[-1:] != "."
    )


def _words(text: str) -> frozenset[str]:
    words = re.findall(r"[^\W\d_]+", re.sub(r"['’]", "", text.casefold()))
    return frozenset(word for word in words if word not in _SMALL)


def _alike(item: frozenset[str], words: frozenset[str]) -> bool:
    both = item & words
    return len(both) >= max(_FIRST_WORDS, _ALIKE * len(item)) and len(both) >= _ALIKE * len(words)


def _decision_follows(blocks: Sequence[Block], n: int) -> bool:
    text = " ".join(block.text for block in blocks[n + 1 : n + 5])
    return bool(
        re.search(
            r"\bdecision (?:to be )?(?:taken by|maker|no\b|number|ref)|\bdecision-maker\b|\btaken by\b",
            text,
            re.IGNORECASE,
        )
    )


def _log_follows(blocks: Sequence[Block], n: int) -> bool:
    """Whether rows of a table with an owner or an action follow a title."""
    for block in blocks[n + 1 : n + 4]:
        if len(block.cells) >= _LOG_COLUMNS and re.search(
            r"\b(?:action|owner|lead|who|by whom|responsible|details?)\b", " ".join(block.cells), re.IGNORECASE
        ):
            return True
    return False
