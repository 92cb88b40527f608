"""The grammar of printed numbers: "246.", "(1)", "a)", "7.4", "A.12", "204/20", "Question 1".

`read_mark` reads the number that opens a line; `Numbering` finds where it belongs among the numbers above it.
Numbers are kept as printed, misprints and repeats included: they are what a reader points to.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from corpus.dates import opens_with_date

_AFTER = r"(?=\s|$)"
_DECIMAL = re.compile(
    r"(?P<label>(?:[A-Z]{1,2}\.?)?\d{1,4}(?:\.\d{1,3}){1,5}|[A-Z]\.\d{1,3})(?P<close>[.):]?)(?:\s+|(?=[A-Z“\"'‘])|$)"
)
_SLASH = re.compile(
    r"(?P<label>(?:(?P<prefix>[A-Z]{1,4})[/ ]?)?(?P<a>\d{1,4})(?:-\d\d)?/(?P<b>\d{1,4}))(?P<close>[.):]?)(?:\s+|$)"
)
_COMPOUND = re.compile(rf"(?P<label>\d{{1,3}}(?:\.\d{{1,2}})?\([a-z]{{1,4}}\)){_AFTER}\s*")
_NUMBER = re.compile(
    r"(?P<label>\d{1,4})(?P<close>\.)(?:\s+|(?=[A-Z“])|$)|(?P<bare>\d{1,4})(?:\s+(?=[A-Z“\"'‘£€*]|\d\d/\d{4,5}\b)|$)"
)
_CLOSED = re.compile(
    rf"(?P<label>\(?(?:\d{{1,3}}|[a-z]|[ivxlIVXL]{{1,6}}|[A-Z])\)){_AFTER}\s*|(?P<tight>\((?:\d{{1,2}}|[a-z]|[ivx]{{1,5}})\))(?=[A-Z])"
)
_LETTER = re.compile(rf"(?P<label>[a-z]|[A-Z]|[ivx]{{1,5}}|[IVX]{{1,5}})\.{_AFTER}\s*")
_VALUE = r"(?:\d{1,4}[A-Za-z]?|[A-Z]|[IVX]{1,5}|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten)"
_WORDED = re.compile(
    rf"(?P<label>(?:Question|Action|Recommendation|Motion|Amendment|Minute|Agenda Item)\s+(?:No\.?\s*)?{_VALUE})\s*(?:[.:–-]\s*|$)"
    rf"|(?P<apart>(?:Appendix|Annexe?|Schedule|Enclosure)\s+{_VALUE})\s*[.:]?\s*$",
    re.IGNORECASE,
)
_NOT_A_NUMBER = re.compile(
    r"\d{1,2}[.:]\d\d\s?(?:[ap]\.?m|hrs|hours|noon|until|to \d|-)"  # a time
    r"|\d+(?:st|nd|rd|th)\b|\d+(?:\.\d+)?\s?(?:%|per ?cent|million|billion|m\b|k\b)|\d+/\d+s\b",
    re.IGNORECASE,
)
_INITIALS = re.compile(r"(?:[A-Z]\.\s*)+[A-Z][a-z’'-]+(?:[,;)]|\s*\(|\s+[A-Z]|\s*$|\s+(?:and|was|said|had)\b)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}
_NUMBER_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_ENOUGH_SLASHES = 3  # fewer lines opening "1/16" are dates, fractions or planning references
_OUT_OF_ORDER = 12  # an item up to here may have been taken before item 1; a minute numbered 246 has a list under it
_ALIGNED = 8  # points: numbers of one list stand under each other
_NEAR = 3  # a gap in the numbers that a dropped or withdrawn item leaves; a bare number further on is a count


@dataclass(frozen=True, slots=True)
class Mark:
    """A number that opens a line. `label` as printed, its trailing full stop dropped; `end` is where the words begin.

    `shapes` are the ways to read it: "(i)" is the first of a roman run or the ninth of letters. `sure` is False where
    it may be a count ("12 of the actions"): such a mark counts only where it continues a run.
    """

    label: str
    shapes: tuple[tuple[str, tuple[int, ...]], ...]
    end: int
    sure: bool = True
    passing: bool = False

    @property
    def compound(self) -> bool:
        """Whether the number holds its parent's, as "7.4" does, and so stands alone."""
        return len(self.shapes[0][1]) > 1


@dataclass(frozen=True, slots=True)
class _Level:
    label: str
    shape: str
    value: tuple[int, ...]
    heading: bool
    indent: float = 0.0
    seen: frozenset[int] = frozenset()  # values met at this place, so that an item out of order is no list begun


def read_mark(text: str, *, slashes: bool = False) -> Mark | None:
    """The number that opens the text, or None. `slashes`: the paper numbers its minutes like "204/20"."""
    head = text[:60]
    if not head or not (head[0].isalnum() or head[0] == "("):
        return None
    if head[0].isdigit() and _NOT_A_NUMBER.match(head):
        return None
    for read in (_worded, _compound, _slash if slashes else _nothing, _decimal, _closed, _number, _letter):
        mark = read(head)
        if mark is not None:
            dated = head[0].isdigit() and mark.label[-1] != ")" and opens_with_date(head)
            return None if dated else mark
    return None


def numbers_with_slashes(texts: Iterable[str]) -> bool:
    """Whether a paper numbers its minutes "1/16, 2/16" or "23/101, 23/102": several lines share one half."""
    halves: dict[tuple[str, str], set[str]] = {}
    for text in texts:
        match = _SLASH.match(text)
        if match and not opens_with_date(text) and not match["b"].startswith("00"):
            halves.setdefault(("b", match["b"]), set()).add(match["a"])
            halves.setdefault(("a", match["a"]), set()).add(match["b"])
    return any(len(others) >= _ENOUGH_SLASHES for others in halves.values())


def _nothing(_: str) -> Mark | None:
    return None


def _worded(head: str) -> Mark | None:
    match = _WORDED.match(head)
    if not match:
        return None
    label = re.sub(r"\s+", " ", match["label"] or match["apart"])
    word, number = label.split(" ")[0].lower(), label.split(" ")[-1].lower()
    value = int(re.sub(r"\D", "", number) or 0) or (_NUMBER_WORDS.index(number) + 1 if number in _NUMBER_WORDS else 1)
    return Mark(label, ((word, (value,)),), match.end(), passing=word == "action" or bool(match["apart"]))


def _compound(head: str) -> Mark | None:
    match = _COMPOUND.match(head)
    return Mark(match["label"], (("1(a)", (1, 1)),), match.end()) if match else None


def _slash(head: str) -> Mark | None:
    match = _SLASH.match(head)
    if not match or match["b"].startswith("00"):
        return None
    return Mark(match["label"], (("1/1", (int(match["a"]), int(match["b"]))),), match.end())


def _decimal(head: str) -> Mark | None:
    match = _DECIMAL.match(head)
    if not match:
        return None
    value = tuple(int(part) for part in re.findall(r"\d+", match["label"]))
    if len(value) == 1:  # "A.12"
        value = (ord(match["label"][0]) - 64, *value)
    rest = head[match.end() :]
    sure = bool(match["close"]) or not rest or not (rest[0].islower() or rest[0].isdigit())
    return Mark(match["label"], (("1" + ".1" * (len(value) - 1), value),), match.end(), sure)


def _number(head: str) -> Mark | None:
    match = _NUMBER.match(head)
    if not match:
        return None
    printed = match["bare"] or match["label"]
    sure = bool(match["label"]) and not head[match.end() : match.end() + 1].isdigit() and not _YEAR.fullmatch(printed)
    return Mark(printed, (("1.", (int(printed),)),), match.end(), sure)


def _closed(head: str) -> Mark | None:
    match = _CLOSED.match(head)
    if not match:
        return None
    label = match["label"] or match["tight"]
    return Mark(label, _readings(label.strip("()"), label), match.end())


def _letter(head: str) -> Mark | None:
    match = _LETTER.match(head)
    if not match:
        return None
    letter = match["label"]
    initials = letter.isupper() and len(letter) == 1 and _INITIALS.match(head)
    return None if initials else Mark(letter, _readings(letter, letter + "."), match.end(), letter not in "AI")


def _readings(core: str, printed: str) -> tuple[tuple[str, tuple[int, ...]], ...]:
    if core.isdigit():
        return ((printed.replace(core, "1"), (int(core),)),)
    found = []
    low, case = core.lower(), "A" if core.isupper() else "a"
    if set(low) <= set(_ROMAN):
        values = [_ROMAN[letter] for letter in low]
        total = sum(-v if v < max(values[n:]) else v for n, v in enumerate(values))
        found.append((printed.replace(core, "I" if core.isupper() else "i"), (total,)))
    if len(core) == 1:
        found.append((printed.replace(core, case), (ord(low) - 96,)))
    return tuple(found)


class Numbering:
    """The numbers that lead to the present line, kept as lines are read in order."""

    def __init__(self) -> None:
        self._levels: list[_Level] = []
        self._open = False
        self._indent = 0.0
        self._after_colon = False

    @property
    def path(self) -> tuple[str, ...]:
        """The printed numbers that the present line stands under, outermost first."""
        return tuple(level.label for level in self._levels) if self._open else ()

    @property
    def item(self) -> tuple[str, ...]:
        """The path down to the last numbered heading: what a line stands under once a list below it is over."""
        depth = max((n for n, level in enumerate(self._levels, 1) if level.heading), default=len(self._levels))
        return self.path[:depth]

    @property
    def compound(self) -> bool:
        """Whether the present number holds its parent's, as "7.4" does."""
        return bool(self._levels) and len(self._levels[0].value) > 1

    def close(self) -> None:
        """An unnumbered heading of the numbered ones' rank: what follows stands under no number until the next."""
        self._open = False

    def back_to_item(self) -> None:
        """A list under the item is over: what follows stands under the item itself."""
        self._levels = self._levels[: max(1, len(self.item))]

    def place(
        self, mark: Mark, *, heading: bool = False, indent: float = 0.0, after_colon: bool = False
    ) -> tuple[str, ...] | None:
        """The path of a line that opens with this mark, or None where the mark turns out to be a mere count.

        `after_colon`: the line before announces a list.
        """
        self._indent, self._after_colon = indent, after_colon
        if mark.passing:
            return (mark.label,)
        depth, shape, value = self._find(mark, heading=heading)
        if depth is None:
            return None
        before = self._levels[depth] if depth < len(self._levels) else None
        seen = before.seen if before and before.shape == shape else frozenset()
        self._levels = [*self._levels[:depth], _Level(mark.label, shape, value, heading, indent, seen | {value[0]})]
        self._open = True
        return self.path

    def _find(self, mark: Mark, *, heading: bool) -> tuple[int | None, str, tuple[int, ...]]:
        shape, value = mark.shapes[0]
        if mark.compound or shape.isalpha():
            plausible = mark.sure or self._continues_compound(value)
            return (0 if plausible else None), shape, value
        for want in ("next", "first", "near", "same"):
            for shape_, value_ in mark.shapes:
                depth = getattr(self, f"_as_{want}")(shape_, value_[0], heading)
                if depth is not None and (mark.sure or want != "same"):
                    return depth, shape_, value_
        shape, value = mark.shapes[-1]
        if not mark.sure:
            return None, shape, value
        return self._floor(heading=heading), shape, value

    def _continues_compound(self, value: tuple[int, ...]) -> bool:
        tops = [level.value for level in self._levels[:1]]
        first = value[-1] == 1 and (not tops or tops[0][: len(value) - 1] == value[:-1])
        return first or any(len(top) == len(value) and _follows(top, value) for top in tops)

    def _as_next(self, shape: str, value: int, heading: bool) -> int | None:  # noqa: FBT001
        return self._deepest(shape, {value - 1}, heading=heading)

    def _as_near(self, shape: str, value: int, heading: bool) -> int | None:  # noqa: FBT001
        if not self._levels and heading and value <= _NEAR:
            return 0
        return self._deepest(shape, set(range(value - _NEAR, value - 1)), heading=heading)

    def _as_first(self, shape: str, value: int, heading: bool) -> int | None:  # noqa: FBT001
        if value != 1:
            return None
        if not self._open:
            return 0
        top = self._levels[0]
        if heading and top.heading and top.shape == shape and value not in top.seen and top.value[0] <= _OUT_OF_ORDER:
            return 0  # the meeting took a later item first
        depth = len(self._levels)
        like = [n for n, level in enumerate(self._levels) if level.shape == shape and level.heading == heading]
        if len(like) > 1 or (like and (like[-1] < depth - 1 or not self._deeper(self._levels[like[-1]], shape))):
            return like[-1]  # the list has begun again where the last one stood
        return self._floor(heading=heading)

    def _deeper(self, level: _Level, shape: str) -> bool:
        """Whether a list of the same look is a list under the last number, not the last list begun again."""
        if shape != "1.":
            return False
        return self._after_colon or level.heading or self._indent > level.indent + _ALIGNED

    def _as_same(self, shape: str, value: int, heading: bool) -> int | None:  # noqa: FBT001, ARG002
        like = [n for n, level in enumerate(self._levels) if level.shape == shape]
        looks = [n for n in like if self._levels[n].heading == heading]
        return (looks or like)[0] if like else None

    def _deepest(self, shape: str, before: set[int], *, heading: bool) -> int | None:
        fits = []
        for n, level in enumerate(self._levels):
            compound = len(level.value) > 1 and shape == "1."
            if (level.shape == shape or compound) and level.value[0] in before:
                aligned = abs(level.indent - self._indent) <= _ALIGNED
                fits.append((aligned, level.heading == heading, n))
        return max(fits)[-1] if fits else None

    def _floor(self, *, heading: bool) -> int:
        """How deep a new list goes: under everything, but a heading never stands under a mere paragraph."""
        if not self._open:
            return 0
        if not heading:
            return len(self._levels)
        return next((n for n, level in enumerate(self._levels) if not level.heading), len(self._levels))


def _follows(before: tuple[int, ...], after: tuple[int, ...]) -> bool:
    return before[:-1] == after[:-1] and 0 < after[-1] - before[-1] <= _NEAR
