"""What holds of the numbers of every well-read paper.

Each invariant is drawn so that a violation is a fault of the parser and no oddity of the paper. An item that was withdrawn
leaves a hole in the numbers which nobody can mend; a hole whose number stands printed in the words around it was not
read. An item taken out of order stands between two neighbours; but the numbers of a list under an item stand elsewhere as well.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.types import Paper, Paragraph
from evals.series import following, is_decimal, is_worded, shape, skipped, step, values
from evals.violations import Violation, violation

_FEWEST_ITEMS = 3  # a paper with fewer numbers does not number its items
_FARTHEST = 20  # items between a number and the next: a list of more under one item is rare
_FEWEST_STUCK = 25  # paragraphs under the last number; a long last item has fewer
_STUCK = 0.4  # of the paper's paragraphs
_FEWEST_RUN = 3  # lines that open with numbers in a row: two may be initials, or a figure
_NEAR = 15  # paragraphs from one of them to the next

_DECIDES = re.compile(r"\W*(?:it was )?(?:\w+ )?(?:resolved|agreed)\b", re.IGNORECASE)
_FIGURE = re.compile(
    r"\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)\d\d|\d{1,2}\.\d\d\.\d\d|\(\d{3}\)|(?:19|20)\d\d|\d{5,}|\d+\.\d\d\d"
)
"""A day, an area's code, a year, a sum, a measure: what opens a line and numbers nothing."""
_OPENS = re.compile(r"(?P<open>\(?)(?P<core>\d{1,3}|[A-Za-z])(?P<close>\)|\.)\s+(?=\S)")

_ROW = re.compile(r"\t|\d\.\d\d\W*$")  # of a table: "B. TOTAL EXPENDITURES 1,400.00"


@dataclass(frozen=True, slots=True)
class _Item:
    """The paragraphs under one outermost number, `paragraphs[first:end]`; the same number may come again."""

    number: str
    first: int
    end: int


@dataclass(frozen=True, slots=True)
class _Opening:
    """A number or letter that opens a paragraph's words. `read`: the paragraph bears it."""

    form: str
    value: int
    at: Paragraph
    read: bool


def holes(paper: Paper) -> Iterator[Violation]:
    """A number that the items skip is not printed at the head of words that stand there, nor is the next after the last."""
    items = _items(paper)
    for before, item, after in zip(items, items[1:], [*items[2:], None], strict=False):
        end = after.first if after else len(paper.paragraphs)
        for number in skipped(item.number, after.number) if after else following(before.number, item.number):
            found = _opened_by(number, paper.paragraphs[item.first : end])
            if found:
                yield violation("holes", paper, found, f"{number} after {item.number}")


def interrupted(paper: Paper) -> Iterator[Violation]:
    """Between an item and the next stands no other: the numbers of a list under it, or a figure, were taken for items."""
    items = _items(paper)
    times = Counter(item.number for item in items)
    until = 0
    for n, item in enumerate(items):
        reach = range(n + 1, min(n + _FARTHEST, len(items)))
        later = next((m for m in reach if step(item.number, items[m].number) == 1), 0)
        if n < until or is_worded(item.number) or is_decimal(item.number):
            continue
        strange = [one for one in items[n + 1 : later] if _strange(one.number, item.number, times)]
        among = paper.paragraphs[item.end : items[later].first]
        if strange and not any(one.type == "heading" and not one.label for one in among):
            until = later
            told = f"{', '.join(one.number for one in strange)} between {item.number} and {items[later].number}"
            spoilt = sum(one.end - one.first for one in strange)
            yield violation("interrupted", paper, paper.paragraphs[strange[0].first], told, spoilt)


def restarts(paper: Paper) -> Iterator[Violation]:
    """Items do not begin again at 1, 2, 3 unless an unnumbered heading has ended the numbers before."""
    items = _items(paper)
    for n in range(_FEWEST_ITEMS, len(items) - 2):
        before, first, second, third = items[n - 1 : n + 3]
        again = values(first.number) == (1,) and (step(before.number, first.number) or 0) < 0
        runs = step(first.number, second.number) == step(second.number, third.number) == 1
        if again and runs and before.end == first.first:
            told = f"{first.number}, {second.number}, {third.number} after {before.number}"
            yield violation("restarts", paper, paper.paragraphs[first.first], told, third.end - first.first)


def unread_numbers(paper: Paper) -> Iterator[Violation]:
    """Of three paragraphs and more that open with numbers or letters in a row ("A.", "B.", "C.") each bears its own."""
    runs: dict[str, list[tuple[int, _Opening]]] = {}
    for n, opening in _openings(paper):
        run = runs.get(opening.form, [])
        goes_on = run and opening.value == run[-1][1].value + 1 and n - run[-1][0] <= _NEAR
        runs[opening.form] = run = [*(run if goes_on else []), (n, opening)]
        for _, one in run if len(run) == _FEWEST_RUN else run[_FEWEST_RUN:][-1:]:
            if not one.read:
                yield violation("unread_numbers", paper, one.at, f"in a row of {one.form}")


def figures_as_numbers(paper: Paper) -> Iterator[Violation]:
    """No item has a day, a year, an area's code or a sum for its number."""
    seen: set[tuple[str, ...]] = set()
    for paragraph in paper.paragraphs:
        for depth, number in enumerate(paragraph.label, 1):
            path = paragraph.label[:depth]
            if _FIGURE.fullmatch(number) and path not in seen:
                yield violation("figures_as_numbers", paper, paragraph, number)
            seen.add(path)


def without_item(paper: Paper) -> Iterator[Violation]:
    """Between an item of minutes and the next no paragraph is without an item."""
    items = _items(paper) if paper.kind == "minutes" and _numbers_items(paper) else []
    for before, after in pairwise(items):
        lost = paper.paragraphs[before.end : after.first]
        if lost and step(before.number, after.number) == 1 and not is_worded(before.number):
            told = f"{len(lost)} between {before.number} and {after.number}"
            yield violation("without_item", paper, lost[0], told, len(lost))


def resolved_without_item(paper: Paper) -> Iterator[Violation]:
    """Where a paper numbers its items, what is resolved after the first stands under one."""
    items = _items(paper) if _numbers_items(paper) else []
    for paragraph in paper.paragraphs[items[0].first :] if items else ():
        if paragraph.type == "resolution" and not paragraph.label and _DECIDES.match(paragraph.text):
            yield violation("resolved_without_item", paper, paragraph)


def last_number_sticks(paper: Paper) -> Iterator[Violation]:
    """The last number holds no large part of the paper."""
    items = _items(paper) if _numbers_items(paper) else []
    for item in items[-1:]:
        size = item.end - item.first
        if size > max(_FEWEST_STUCK, _STUCK * len(paper.paragraphs)):
            told = f"{item.number} holds {size} of {len(paper.paragraphs)}"
            yield violation("last_number_sticks", paper, paper.paragraphs[item.first], told, size)


def _items(paper: Paper) -> list[_Item]:
    """The runs of paragraphs that stand under one outermost number, in reading order."""
    found: list[_Item] = []
    for n, paragraph in enumerate(paper.paragraphs):
        if paragraph.label and found and found[-1].number == paragraph.label[0]:
            found[-1] = _Item(found[-1].number, found[-1].first, n + 1)
        elif paragraph.label:
            found.append(_Item(paragraph.label[0], n, n + 1))
    return found


def _numbers_items(paper: Paper) -> bool:
    return len({paragraph.label[0] for paragraph in paper.paragraphs if paragraph.label}) >= _FEWEST_ITEMS


def _opened_by(number: str, paragraphs: Sequence[Paragraph]) -> Paragraph | None:
    """The paragraph with a line, or a sentence, that this number opens before a capital letter; a list's own is none."""
    printed = re.escape(number.strip(".() "))
    opening = re.compile(rf"(?:^|[\n\t]\s*|[.;:!?]\s+){printed}[.):]?(?:\s+(?=[A-Z“‘\"])|(?=[A-Z]{{4}}))")
    before: tuple[str, ...] = ()
    for paragraph in paragraphs:
        label = paragraph.label
        listed = len(label) > 1 and len(before) >= len(label) and step(before[len(label) - 1], label[-1]) == 1
        if opening.search(paragraph.text) and not listed:
            return paragraph
        before = label
    return None


def _strange(number: str, base: str, times: Counter[str]) -> bool:
    """Whether a number between an item and the next is no item's: of another form, or an item's that stands elsewhere."""
    inside = number.startswith((f"{base}.", f"{base}(", f"{base} "))
    if number == base or inside or is_worded(number):
        return False
    return shape(number) != shape(base) or times[number] > 1


def _openings(paper: Paper) -> Iterator[tuple[int, _Opening]]:
    """The paragraphs that open with a number or a letter, by their place in the paper."""
    for n, paragraph in enumerate(paper.paragraphs):
        opens = _OPENS.match(paragraph.text)
        if opens and not _ROW.search(paragraph.text):
            core = opens["core"]
            form = f"{opens['open']}{'1' if core.isdigit() else 'a' if core.islower() else 'A'}{opens['close']}"
            value = int(core) if core.isdigit() else ord(core.lower()) - ord("a") + 1
            read = bool(paragraph.label) and core.casefold() == paragraph.label[-1].strip("(). ").casefold()
            yield n, _Opening(form, value, paragraph, read)
