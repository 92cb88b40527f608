"""Reads the printed number that opens a line: "246.", "(1)", "a)", "7.4", "A.12", "204/20", "PC45", "Question 1".

Numbers are kept as printed, misprints and repeats included: they are what a reader points to.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from corpus.dates import opens_with_date

_AFTER = r"(?=\s|$)"
_DECIMAL = re.compile(
    r"(?P<label>(?:[A-Z]{1,2}\.?)?\d{1,4}(?:\.\d{1,3}){1,5}|[A-Z]\.\d{1,3})(?P<close>[.):]?)(?:\s+|(?=[A-Z“\"'‘])|$)"
)
_SERIAL = re.compile(
    r"(?P<label>(?P<word>(?:Agenda )?Item|Minute)\s(?:No\.?\s?)?\d{1,4}|[A-Z]{0,5}[ ./-]?\d{1,4}(?:[/.-]\d{1,4}){0,3})(?P<close>[.):]?)(?:\s+(?:[-–]\s+)?|$)",
    re.IGNORECASE,
)
_TOGETHER = re.compile(
    r"(?P<label>(?:Agenda )?Items\s(?P<n>\d{1,3})(?:\s?(?:,|&|and|to|[-–])\s?\d{1,3})+)[.:]?\s+(?:[-–]\s+)?(?=[A-Z])",
    re.IGNORECASE,
)
_CAPITALS = re.compile(r"[A-Z]*")
_PLAIN = re.compile(r"(?P<n>\d{1,4})\.\s+[A-Z]")
_COMPOUND = re.compile(rf"(?P<label>\d{{1,3}}(?:\.\d{{1,2}})?\([a-z]{{1,4}}\)){_AFTER}\s*")
_NUMBER = re.compile(
    r"(?P<label>\d{1,4})(?P<close>[.:])(?:\s+|(?=[A-Z“])|$)"
    r"|(?P<bare>\d{1,4})(?:\s+[-–]\s+(?=[A-Z])|\s+(?=[A-Z“\"'‘£€*]|\d\d/\d{4,5}\b)|$)"
)
_SUFFIXED = re.compile(r"(?P<label>(?P<n>\d{1,3})[A-H])[.:]\s+(?=[A-Z]{2}|[A-Z][a-z])")
_CLOSED = re.compile(
    rf"(?P<label>\(?(?:\d{{1,3}}|[a-z]|[ivxlIVXL]{{1,6}}|[A-Z])\)){_AFTER}\s*|(?P<tight>\((?:\d{{1,2}}|[a-z]|[ivx]{{1,5}})\))(?=[A-Z])"
)
_LETTER = re.compile(rf"(?P<label>[a-z]|[A-Z]|[ivx]{{1,5}}|[IVX]{{1,5}})\.{_AFTER}\s*")
_VALUE = r"(?:\d{1,4}[A-Za-z]?|[A-Z]|[IVX]{1,5}|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten)"
_WORDED = re.compile(
    rf"(?P<label>(?:Question|Action|Recommendation|Motion|Amendment|Minute|Agenda Item)\s+(?:No\.?\s*)?{_VALUE})\s*(?:[.:–-]\s*|$)"
    rf"|(?P<short>[QA]\.?\s?\d{{1,2}})[.:)]\s*"
    rf"|(?P<asked>Question\s+(?:No\.?\s*)?\d{{1,3}}[a-z]?)\s+(?=(?:from|by|to|asked|submitted|put)\b)"
    rf"|(?P<ref>Min(?:ute)?\.?\s+(?:Ref(?:erence)?\.?\s*:?\s*\d[\d/.-]*|(?:No\.?\s*)?\d{{1,4}}[/-]\d{{1,4}}))\s+(?=(?-i:[A-Z]))"
    rf"|(?P<apart>(?:Appendix|Annexe?|Schedule|Enclosure)\s+{_VALUE})\s*[.:]?\s*$",
    re.IGNORECASE,
)
_NOT_A_NUMBER = re.compile(
    r"\d{1,2}[.:]\d\d\s?(?:[ap]\.?m|hrs|hours|noon|until|to \d|-)"  # a time
    r"|\d+(?:st|nd|rd|th)\b|\d+(?:\.\d+)?\s?(?:%|per ?cent|million|billion|m\b|k\b)|\d+/\d+s\b",
    re.IGNORECASE,
)
_LIKE_DATE = re.compile(r"(?P<label>\d{2,4}(?:[./]\d{1,3}){1,3})[.):]?\s+(?=[A-Z])")
_REFERENCE = re.compile(
    r"(?P<label>(?=\S*\d)(?!\d+[.):]?\s)(?:[A-Z]{1,5}[ ./-]?)?(?:\d{1,6}[a-z]?|\([\dA-Za-z]{1,3}\)\d{1,3})(?:[/.-]\d{1,4})*(?:\.[ivx]{1,4})?)[.):]?(?:\s+|$)"
)
_LETTER_AND_DIGIT = re.compile(r"(?P<label>[a-z]\d{1,2})[.)]\s+")
_NAMED_AT_END = re.compile(
    r".*\S\s*\((?P<label>(?:agenda )?item(?: no\.?)?\s*(?P<n>\d{1,3})[a-z]?)\)\W*$", re.IGNORECASE
)
_SURNAME = r"(?:Mc|Mac|O['’]|Ó |Ní |Nic |Uí |Fitz|[dD]['’]|[dD]e )?[A-ZÁÉÍÓÚ][^\W\d_]+(?:[-’'][A-Z]?[^\W\d_]+)?"
_INITIALS = re.compile(
    rf"(?:[A-Z]\.\s*)+{_SURNAME}(?:[,;)]|\s*\(|\s+[A-Z]|\s*$|\s+(?:and|was|said|had|has|will|would|gave|spoke|left|took|felt|asked|stated|informed|advised|reported"
    r"|requested|referred|explained|confirmed|noted|outlined|suggested|proposed|seconded|replied|responded|thanked|distributed|welcomed|raised|queried|offered|agreed)\b)"
)
_MONEY = re.compile(r"0\.\d|(?:\d{3,}\.\d\d|\d+\.00|\d+\.\d\d(?=\s+[\d£€]))\b")
_WORD_OF_ITEM = re.compile(r"(?:agenda )?item\b|minute\b", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}
_NUMBER_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_ENOUGH_STEPS = 2  # numbers that go up by one twice: fewer are dates, fractions or planning references

_Key = tuple[str, int, tuple[str, ...]]
"""A form of number ("PC#", "#/#"), which of its digits run, and what the others are."""


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
class Series:
    """How a paper numbers its items, where that is no common form: "PC45, PC46", "1/16, 2/16", "31 Budget, 32 Roads".

    `keys` are the forms in use with what stays the same in them; `bare` the lone numbers that run on.
    """

    keys: frozenset[_Key] = frozenset()
    bare: frozenset[int] = frozenset()


NO_SERIES = Series()


def find_series(texts: Iterable[str]) -> Series:
    """The forms of number that run on through lines' openings, one by one, at least three of them."""
    runs: dict[_Key, list[int]] = {}
    plain: list[int] = []
    for text in texts:
        if numbered := _PLAIN.match(text):
            plain.append(int(numbered["n"]))
        for key, value in _serial_keys(text[:60]):
            runs.setdefault(key, []).append(value)
    counted = {key: _run(values) for key, values in runs.items()}
    bare = next((run for key, run in counted.items() if key[0] == "#"), frozenset())
    keys = {key for key, run in counted.items() if run and key[0] != "#"}
    if _run(plain):  # "Minute 45 - ..." then speaks of the last meeting's minutes
        keys = {key for key in keys if not _WORD_OF_ITEM.match(key[0])}
    return Series(frozenset(keys), bare)


def _run(values: list[int]) -> frozenset[int]:
    """The values that go up by one from line to line, where at least three do so."""
    steps = [n for n in range(1, len(values)) if values[n] == values[n - 1] + 1]
    return frozenset(values[n - k] for n in steps for k in (0, 1)) if len(steps) >= _ENOUGH_STEPS else frozenset()


def _serial_keys(head: str) -> Iterator[tuple[_Key, int]]:
    match = _SERIAL.match(head)
    if not match:
        return
    label, rest = match["label"], head[match.end() :]
    if not match["word"] and not _CAPITALS.fullmatch(re.sub(r"[^A-Za-z]", "", label)):
        return
    row = "\t" in head[len(label) : match.end()]  # in a cell of its own a number is one, whatever stands beside it
    if (rest[:1].islower() and not row) or (label.isdigit() and (match["close"] or not rest[:1].isupper())):
        return
    groups = re.findall(r"\d+", label)
    shape = re.sub(r"\d+", "#", label)
    if shape.replace(".", "") in ("", "#" * len(groups)) and len(groups) > 1:
        return  # "7.4" is read as what it is
    for n, group in enumerate(groups):
        yield (shape, n, tuple(groups[:n] + groups[n + 1 :])), int(group)


def read_mark(text: str, series: Series = NO_SERIES) -> Mark | None:
    """The number that opens the text, or None. `series`: how the paper numbers its items, if in a form of its own."""
    head = text[:60]
    if not head or not (head[0].isalnum() or head[0] == "("):
        return None
    if series.keys and (mark := _serial(head, series)):
        return mark
    if head[0].isdigit() and _NOT_A_NUMBER.match(head):
        return None
    for read in (_worded, _compound, _suffixed, _decimal, _closed, _number, _letter):
        mark = read(head)
        if mark is not None:
            dated = head[0].isdigit() and mark.label[-1] != ")" and opens_with_date(head)
            run_on = not mark.sure and not mark.compound and mark.shapes[0][1][0] in series.bare
            return None if dated else replace(mark, sure=True) if run_on else mark
    return None


def doubtful_marks(text: str) -> Iterator[tuple[str, Mark]]:
    """What may be a number though it looks like something else, each with what it looks like: an outline decides.

    A letter that may be an initial ("B. Hale"), a number that may be a date, a reference, an item named at a line's end.
    """
    head = text[:60]
    letter = _LETTER.match(head)
    if letter and letter["label"].isupper() and _INITIALS.match(head):
        yield (
            "initial",
            Mark(letter["label"], _readings(letter["label"], letter["label"] + "."), letter.end(), sure=False),
        )
    if dated := _LIKE_DATE.match(head):
        value = tuple(int(part) for part in re.findall(r"\d+", dated["label"]))
        yield "date", Mark(dated["label"], (("1" + ".1" * (len(value) - 1), value),), dated.end(), sure=False)
    if lettered := _LETTER_AND_DIGIT.match(head):
        shape = (lettered["label"][0] + "1", (int(lettered["label"][1:]),))
        yield "letter and digit", Mark(lettered["label"], (shape,), lettered.end(), sure=False)
    if (named := _REFERENCE.match(head)) and not opens_with_date(head):
        shape = (re.sub(r"\d+", "#", named["label"]), (int(re.findall(r"\d+", named["label"])[0]),))
        yield "reference", Mark(named["label"], (shape,), named.end(), sure=False)
    if trailing := _NAMED_AT_END.match(text):
        yield "named at end", Mark(trailing["label"], (("item", (int(trailing["n"]),)),), 0)


def read_counted(number: str, series: Series = NO_SERIES) -> Mark:
    """A number that the file itself counts, as Word does: it is one, whatever it looks like."""
    mark = read_mark(number, series)
    if mark is not None:
        return replace(mark, sure=True)
    label = number.rstrip(".")
    counted = [int(digits) for digits in re.findall(r"\d+", label)] or [1]
    return Mark(label, (("counted", (counted[-1],)),), len(number))


def _serial(head: str, series: Series) -> Mark | None:
    together = _TOGETHER.match(head)
    if together and any(_WORD_OF_ITEM.match(key[0]) for key in series.keys):
        shape = next(key[0] for key in series.keys if _WORD_OF_ITEM.match(key[0]))
        return Mark(together["label"], ((shape, (int(together["n"]),)),), together.end())
    match = _SERIAL.match(head)
    if not match:
        return None
    keys = list(_serial_keys(head))
    label, end = match["label"], match.end()
    for key, value in keys:
        if key in series.keys:
            return Mark(label, ((key[0], (value,)),), end)
    used = {(shape, place) for shape, place, _ in series.keys}
    for key, value in keys:  # the other half is misprinted: "25/16, 26/6"
        if (key[0], key[1]) in used and not opens_with_date(head):
            return Mark(label, ((key[0], (value,)),), end)
    return None


def _worded(head: str) -> Mark | None:
    match = _WORDED.match(head)
    if not match:
        return None
    label = re.sub(r"\s+", " ", match["label"] or match["short"] or match["asked"] or match["ref"] or match["apart"])
    word, number = label.split(" ")[0].lower(), label.split(" ")[-1].lower()
    if match["ref"]:
        word = "minute"
    if match["short"]:
        word = "question" if label[0].upper() == "Q" else "answer"
    value = int(re.sub(r"\D", "", number) or 0) or (_NUMBER_WORDS.index(number) + 1 if number in _NUMBER_WORDS else 1)
    return Mark(label, ((word, (value,)),), match.end(), passing=word in ("action", "agenda") or bool(match["apart"]))


def _compound(head: str) -> Mark | None:
    match = _COMPOUND.match(head)
    return Mark(match["label"], (("1(a)", (1, 1)),), match.end()) if match else None


def _suffixed(head: str) -> Mark | None:
    """An item put in between: "4A." stands beside 4."""
    match = _SUFFIXED.match(head)
    return Mark(match["label"], (("1.", (int(match["n"]),)),), match.end()) if match else None


def _decimal(head: str) -> Mark | None:
    match = _DECIMAL.match(head)
    if not match:
        return None
    value = tuple(int(part) for part in re.findall(r"\d+", match["label"]))
    if len(value) == 1:  # "A.12"
        value = (ord(match["label"][0]) - 64, *value)
    rest = head[match.end() :]
    if _MONEY.match(head):
        return None
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
    initial = letter.isupper() and len(letter) == 1  # it may be someone's: it numbers only what follows an A
    return (
        None
        if initial and _INITIALS.match(head)
        else Mark(letter, _readings(letter, letter + "."), match.end(), not initial)
    )


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
