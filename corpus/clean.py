"""Takes page furniture out: running heads, footers, page numbers, column heads repeated on every page.

What is taken out is kept beside the lines: running heads name the body and the date, page numbers are cited.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from corpus.dates import find_dates
from corpus.openings import PAGE_NUMBER, find_openings
from corpus.types import Line, Source

_ZONE = 4  # lines at the top and at the foot of a page where furniture stands: crest, running head, number, rule
_REPEATS = 3  # a line on as many pages is furniture; on two it may be a repeated sentence
_LONGEST = 160  # furniture is a line or two, never a paragraph
_PAGE_OF_LINES = 10  # lone numbers nearer to each other than this number items, not pages
_PAGES_ON = (
    2  # from one running head to the next: a picture's page in between has none; a pack's papers begin at 1 again
)
_SHARE_NUMBERED = 0.5  # of the pages: a lone number that runs with half of them is the page number

_PAGE_WORD = re.compile(r"\bpage\b", re.IGNORECASE)
_ENDS_WITH_PAGE = re.compile(r"(?P<head>.*?)\W*\bpage (?P<n>\d{1,4})(?: of \d{1,4})?", re.IGNORECASE)
_BEGINS_WITH_PAGE = re.compile(r"page (?P<n>\d{1,4}) of \d{1,4}\W+(?P<head>\w.*)", re.IGNORECASE)
_ENDS_WITH_NUMBER = re.compile(r"(?P<head>(?!.*\bitem\b).*\b(?:minutes|meeting)\b.*?)\W+(?P<n>\d{1,3})", re.IGNORECASE)
_BLANK_PAGE = re.compile(r"\W*(?:this )?page (?:is )?(?:intentionally )?(?:left )?blank\W*", re.IGNORECASE)
_COLUMN_HEAD = re.compile(
    r"(?:items?|no\.?|minute|agenda|item no\.?|ref\.?)?\s*(?:items?|subject)?\s*\b(?:actions?|owner|action by|by whom|lead)\b\s*:?",
    re.IGNORECASE,
)
_ITEM = re.compile(
    r"\(?(?:\d{1,3}|[a-z]|[ivx]+)[.)]\s|\d{1,3}(?:\.\d{1,3})+[.)]?\s|(?:questions?|agenda item|item|motion|action|appendix|annex)\s+(?:no\.?\s*)?\d",
    re.IGNORECASE,
)
_INITIALS_BLANK = re.compile(r"[_\s.\\]{3,}|\.\s*")
_STAMP = re.compile(
    r"(?:page\s*(?P<page>\d{1,4})\s*)?agenda item(?: no\.?)?\s*:?\s*(?P<item>\d+[a-z]?)(?:\s*page\s*\d{1,4})?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Cleaned:
    """The lines that are left, with what was taken out.

    `printed` gives the page number printed on a page of the file; `furniture` the running heads, each once;
    `breaks` the indexes (in `lines`) of lines before which furniture or a page break stood; `stamped` gives the
    item of each page that bears a stamp "Agenda Item 5"; `openings` are the pages on which another document begins.
    """

    lines: tuple[Line, ...]
    printed: dict[int, str] = field(default_factory=dict)
    furniture: tuple[str, ...] = ()
    breaks: frozenset[int] = frozenset()
    stamped: dict[int, str] = field(default_factory=dict)
    openings: frozenset[int] = frozenset()


def clean(source: Source) -> Cleaned:
    """Separate the lines of a source from its page furniture."""
    lines = source.lines
    openings = find_openings(lines) if source.pages is not None else frozenset()
    heads, printed = _paged(lines, openings) if source.pages is not None else (_unpaged(lines), {})
    stamps = {n: match for n, line in enumerate(lines) if line.page and (match := _STAMP.fullmatch(line.text))}
    heads |= set(stamps)
    printed |= {lines[n].page or 0: match["page"] for n, match in stamps.items() if match["page"]}
    heads |= {
        n for n, line in enumerate(lines) if _BLANK_PAGE.fullmatch(line.text) or _INITIALS_BLANK.fullmatch(line.text)
    }
    heads |= _column_heads(lines) | _numbered_heads(lines)
    kept: list[Line] = []
    breaks: set[int] = set()
    for n, line in enumerate(lines):
        if n in heads:
            breaks.add(len(kept))
            continue
        if kept and line.page != kept[-1].page:
            breaks.add(len(kept))
        kept.append(line)
    furniture = tuple(dict.fromkeys(lines[n].text for n in sorted(heads) if not PAGE_NUMBER.fullmatch(lines[n].text)))
    return Cleaned(
        tuple(kept),
        printed,
        furniture,
        frozenset(breaks),
        {lines[n].page or 0: match["item"].lower() for n, match in stamps.items()},
        openings,
    )


def _shape(text: str) -> str:
    return re.sub(r"\W+", " ", re.sub(r"\d+", "#", text.casefold())).strip()


def _paged(lines: tuple[Line, ...], openings: frozenset[int]) -> tuple[set[int], dict[int, str]]:
    pages: dict[int, list[int]] = defaultdict(list)
    for n, line in enumerate(lines):
        pages[line.page or 0].append(n)
    zones = {page: _zones(numbers) for page, numbers in pages.items()}
    printed, numbered = _page_numbers(lines, zones)
    seen: dict[str, set[int]] = defaultdict(set)
    same: dict[str, set[int]] = defaultdict(set)
    for page, (top, foot) in zones.items():
        for n in (*top, *foot):
            seen[_shape(lines[n].text)].add(page)
            same[lines[n].text].add(page)
    firsts = {min(pages, default=0), *openings}
    heads = set(numbered)
    for page, (top, foot) in zones.items():
        for n in (*top, *foot):
            text, shape = lines[n].text, _shape(lines[n].text)
            often = len(seen[shape]) >= min(_REPEATS, max(2, len(pages)))
            item = (_numbered_item(text) or len(lines[n].cells) > 2) and len(same[text]) < _REPEATS  # noqa: PLR2004
            if n in heads or not often or len(text) > _LONGEST or item:
                continue
            if page not in firsts or n in foot:  # on a first page a running head may be the title
                heads.add(n)
    return heads, printed


def _zones(numbers: list[int]) -> tuple[list[int], list[int]]:
    half = len(numbers) // 2 if len(numbers) > 1 else 1
    size = min(_ZONE, half)
    return numbers[:size], numbers[max(size, len(numbers) - size) :]


def _numbered_item(text: str) -> bool:
    """Whether a line is an item, a question or a stamp, whose digits differ from page to page as a footer's do."""
    return bool(_ITEM.match(text)) and not PAGE_NUMBER.fullmatch(text)


def _page_numbers(
    lines: tuple[Line, ...], zones: dict[int, tuple[list[int], list[int]]]
) -> tuple[dict[int, str], set[int]]:
    """Printed page numbers: those that run with the file's pages, or that say "Page"."""
    found: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for page, (top, foot) in zones.items():
        for n in (*top, *foot):
            match = PAGE_NUMBER.fullmatch(lines[n].text)
            if match:
                found[page].append((n, int(match["n"])))
    offsets = Counter(value - page for page, marks in found.items() for _, value in marks)
    usual = {
        offset
        for offset, count in offsets.items()
        if count >= max(2, _SHARE_NUMBERED * len(zones)) or (count >= _REPEATS and count >= len(zones) / 4)
    }
    printed: dict[int, str] = {}
    furniture: set[int] = set()
    for page, marks in found.items():
        for n, value in marks:
            says_page = bool(_PAGE_WORD.search(lines[n].text))
            if says_page or value - page in usual:
                furniture.add(n)
                if says_page or page not in printed:
                    printed[page] = str(value)
    return printed, furniture


def _unpaged(lines: tuple[Line, ...]) -> set[int]:
    """Furniture of text that once had pages: page numbers that count up, running heads with the meeting's date."""
    heads = {n for n, line in enumerate(lines) if _PAGE_WORD.search(line.text) and PAGE_NUMBER.fullmatch(line.text)}
    heads |= set(_counting(lines))
    shapes = Counter(_shape(line.text) for line in lines)
    first: dict[str, int] = {}
    for n, line in enumerate(lines):
        shape = _shape(line.text)
        again = n != first.setdefault(shape, n)
        dated = line.text.isupper() and len(line.text) < _LONGEST and bool(find_dates(line.text))
        if shapes[shape] > 1 and dated and (again or n > _ZONE):
            heads.add(n)
    return heads


def _counting(lines: tuple[Line, ...]) -> Iterator[int]:
    """Lone numbers 1, 2, 3 ... of which each is the next page's, taken only where nothing else is numbered so."""
    lone = [
        (n, int(line.text)) for n, line in enumerate(lines) if re.fullmatch(r"\d{1,3}", line.text) and not line.cells
    ]
    expected = lone[0][1] if lone else 0
    run = []
    for n, value in lone:
        if value == expected:
            run.append(n)
            expected += 1
    far_apart = len(run) > 1 and (run[-1] - run[0]) / (len(run) - 1) >= _PAGE_OF_LINES
    if far_apart or run == [0]:
        yield from run


def _numbered_heads(lines: tuple[Line, ...]) -> set[int]:
    """Running heads that hold the page's number ("Board Minutes, Page 3"), and the lines that stand beside them each time."""
    found: set[int] = set()
    for pattern, fewest in ((_ENDS_WITH_PAGE, 2), (_BEGINS_WITH_PAGE, 2), (_ENDS_WITH_NUMBER, _REPEATS)):
        runs: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for n, line in enumerate(lines):
            match = pattern.fullmatch(line.text) if len(line.text) <= _LONGEST else None
            if match:
                runs[_shape(match["head"])].append((n, int(match["n"])))
        for run in runs.values():
            rising = sum(1 for (_, before), (_, after) in pairwise(run) if 0 < after - before <= _PAGES_ON)
            if len(run) >= fewest and rising >= max(1, (len(run) - 1) / 2):
                found |= _with_those_beside(lines, {n for n, _ in run})
    return found


def _with_those_beside(lines: tuple[Line, ...], heads: set[int]) -> set[int]:
    """The lines of a running head: its numbered ones, and those that stand word for word beside most of them."""
    near = {n + step for n in heads for step in (-2, -1, 1, 2)} & set(range(len(lines))) - heads
    times = Counter(lines[n].text for n in near)
    most = max(_REPEATS, len(heads) / 2)
    return heads | {n for n in near if times[lines[n].text] >= most and not lines[n].text.endswith((".", ":", ";"))}


def _column_heads(lines: Iterable[Line]) -> set[int]:
    found = {n for n, line in enumerate(lines) if len(line.text) < 30 and _COLUMN_HEAD.fullmatch(line.text)}  # noqa: PLR2004
    margin = {n for n, line in enumerate(lines) if n in found and line.cells and not line.cells[0]}
    return found if len(found) > 1 else margin
