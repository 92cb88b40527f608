"""The grammar of dates as committees print them: "Wednesday, 15th January, 2014", "5TH DECEMBER 2017", "15/01/14".

Numbers alone are read in the order of these islands: day, month, year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches

MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_MONTH_ABBREVIATIONS = {name[:3]: number for number, name in enumerate(MONTHS, 1)} | {"sept": 9}
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

_CENTURY = 2000  # two printed digits are of this century: papers of earlier ones are not born digital
_FIRST_YEAR, _LAST_YEAR = 1888, 2099  # county councils began in 1889: an earlier "year" is another number

_WEEKDAY = r"(?P<weekday>(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?)"
_MONTH_NAME = (
    r"(?P<month>jan(?:uary|aury)?|feb(?:ruary|uary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_MONTH = rf"{_MONTH_NAME}\b"
_DAY = r"(?P<day>3[01]|[12]\d|0?[1-9])"
_YEAR = r"(?P<year>(?:18|19|20|2O)\d\d)"  # a letter typed for the nought

_WRITTEN = re.compile(
    rf"\b(?:{_WEEKDAY}\W{{0,3}}\s*(?:the\s+)?)?{_DAY}\s?(?:\s?(?:st|nd|rd|th)\b)?\W{{0,6}}?(?:day\s+)?(?:of\s+)?"
    rf"{_MONTH}(?:\W{{1,8}}?(?:{_YEAR}|['’](?P<short>\d\d))(?![\d/]))?",
    re.IGNORECASE,
)
_MONTH_FIRST = re.compile(
    rf"\b(?:{_WEEKDAY}\W{{0,3}}\s*)?{_MONTH}\s+{_DAY}(?:st|nd|rd|th)?\W{{1,3}}{_YEAR}\b", re.IGNORECASE
)
_DAY_AT_END = re.compile(r"\b(?:[1-9]|[12]\d|3[01])(?:st|nd|rd|th)$", re.IGNORECASE)
_MONTH_NEXT = re.compile(rf"(?:of )?(?:{'|'.join(MONTHS)})\b", re.IGNORECASE)
_MONTH_AT_END = re.compile(rf"\b\d{{1,2}}(?:st|nd|rd|th)? (?:{'|'.join(MONTHS)})$", re.IGNORECASE)
_NUMERIC = re.compile(
    r"(?<![\d/.-])(?P<day>3[01]|[12]\d|0?[1-9])(?P<mark>[/.-])(?P<month>1[0-2]|0?[1-9])(?P=mark)(?P<year>20\d\d|19\d\d|\d\d)(?![\d/]|[.-]\d)"
)
_ISO = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)-(?P<month>1[0-2]|0[1-9])-(?P<day>3[01]|[12]\d|0[1-9])(?!\d)")
_NEARLY = re.compile(
    rf"\b{_WEEKDAY}\W{{1,3}}{_DAY}\s?(?:st|nd|rd|th)?\W{{1,3}}(?P<month>[a-z]{{3,10}})\W{{1,3}}{_YEAR}", re.IGNORECASE
)
_DIGIT = re.compile(r"\d")
_SHORT_WEEKDAYS = tuple(name[:3] for name in _WEEKDAYS)
_SHORT_MONTHS = tuple(name[:3] for name in MONTHS)
# The forms of a date in the order in which they are read, each with the signs, in small letters, without which no such date
# is: one of each group. To look for signs takes a tenth of the time that it takes to try all forms at every word.
_FORMS = (
    (_ISO, (("-",),)),
    (_WRITTEN, (_SHORT_MONTHS,)),
    (_MONTH_FIRST, (_SHORT_MONTHS, ("18", "19", "20", "2o"))),
    (_NUMERIC, (("/", ".", "-"),)),
)
_LIKENESS = 0.8  # of the letters in order: one letter left out, doubled or changed
# A file's name runs words and numbers together: "23NOVEMBERMINUTES".
_MONTH_ALONE = re.compile(
    rf"(?<![^\W\d_]){_MONTH_NAME}(?:(?![^\W\d_])|(?=minute|meeting|agenda))(?:\W{{1,3}}{_YEAR}(?![\d/-]))?",
    re.IGNORECASE,
)
_YEAR_ALONE = re.compile(r"(?<![\d/£.,-])(?:19|20)\d\d(?![\d/-]|\.\d)")


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date as printed at `text[start:end]`. `year` is None where only day and month stand there.

    `weekday_agrees` is False where a printed weekday is not the date's own: one of the two is a misprint.
    """

    day: int
    month: int
    year: int | None
    start: int
    end: int
    weekday: int | None = None

    @property
    def whole(self) -> date | None:
        """The date, or None where no year is printed."""
        return date(self.year, self.month, self.day) if self.year is not None else None

    @property
    def weekday_agrees(self) -> bool:
        """Whether the printed weekday, if any, is the date's own."""
        whole = self.whole
        return self.weekday is None or whole is None or whole.weekday() == self.weekday

    def in_year(self, year: int) -> date | None:
        """The date in that year, or None where the day does not exist in it or its weekday disagrees."""
        try:
            found = date(year, self.month, self.day)
        except ValueError:
            return None
        return None if self.weekday is not None and found.weekday() != self.weekday else found


@dataclass(frozen=True, slots=True)
class FoundMonth:
    """A month as named at `text[start:end]`. `year` is None where none is printed beside it."""

    month: int
    year: int | None
    start: int
    end: int


def find_dates(text: str) -> list[FoundDate]:
    """Every date in the text, in the order printed."""
    if not _DIGIT.search(text):
        return []
    found: dict[int, FoundDate] = {}
    taken: list[tuple[int, int]] = []
    small = text.lower()
    for pattern, signs in _FORMS:
        if not all(any(map(small.__contains__, every)) for every in signs):
            continue
        for one in _matches(pattern, text):
            if not any(start < one.end and one.start < end for start, end in taken):
                found[one.start] = one
                taken.append((one.start, one.end))
    if not found and any(map(small.__contains__, _SHORT_WEEKDAYS)):
        found = {one.start: one for one in _misprinted(text)}
    return [found[start] for start in sorted(found)]


def find_years(text: str) -> list[int]:
    """Every year that stands alone or in a date of the text, in the order printed."""
    return [int(match.group()) for match in _YEAR_ALONE.finditer(text)]


def find_months(text: str) -> list[FoundMonth]:
    """Every month that the text names, in the order printed; "may" and "march" in small letters are words."""
    small = text == text.lower()
    return [
        FoundMonth(_month_number(match["month"].lower()), _year(match["year"]), match.start(), match.end())
        for match in _MONTH_ALONE.finditer(text)
        if small or match["month"] not in ("may", "march", "mar")
    ]


def full_year(printed: str) -> int:
    """The year that is printed, with four digits or with two."""
    printed = printed.upper().replace("O", "0")
    return int(printed) if len(printed) > 2 else _CENTURY + int(printed)  # noqa: PLR2004 (two digits)


def written(day: date | None, month: date | None) -> str:
    """A day in words, or else a month; "" where neither is known."""
    if day:
        return f"{day.day} {day:%B %Y}"
    return f"{month:%B %Y}" if month else ""


def opens_with_date(text: str) -> bool:
    """Whether the text begins with a date (so that its first digits are no item's number)."""
    head = text[:48]
    return any(one.start == 0 for one in find_dates(head))


def _misprinted(text: str) -> Iterator[FoundDate]:
    """Dates with a misprinted month ("Tuesday, 10th Ocober, 2023") that the printed weekday bears out."""
    for match in _NEARLY.finditer(text):
        month = get_close_matches(match["month"].lower(), MONTHS, 1, _LIKENESS)
        one = _read(match, month[0]) if month else None
        if one is not None and one.weekday_agrees:
            yield one


def _matches(pattern: re.Pattern[str], text: str) -> Iterator[FoundDate]:
    for match in pattern.finditer(text):
        one = _read(match)
        if one is not None:
            yield one


def _read(match: re.Match[str], named: str = "") -> FoundDate | None:
    groups = match.groupdict()
    month = (named or groups["month"]).lower()
    number = int(month) if month.isdigit() else _month_number(month)
    year = _year(groups.get("year") or groups.get("short"))
    day = int(groups["day"])
    try:
        date(year or 2000, number, day)  # 2000 is a leap year: a day that no year has is no date
    except ValueError:
        return None
    if year is not None and not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    weekday = groups.get("weekday")
    which = next((n for n, name in enumerate(_WEEKDAYS) if weekday and name[:3] == weekday[:3].lower()), None)
    return FoundDate(day, number, year, match.start(), match.end(), which)


def _month_number(name: str) -> int:
    return _MONTH_ABBREVIATIONS.get(name) or _MONTH_ABBREVIATIONS[name[:3]]


def _year(printed: str | None) -> int | None:
    return None if printed is None else full_year(printed)


def date_runs_on(before: str, after: str) -> bool:
    """Whether a line ends within a date: "Tuesday 12th" and "September 2023", "4 May" and "2023" alone."""
    day_then_month = _DAY_AT_END.search(before) and _MONTH_NEXT.match(after)
    month_then_year = _MONTH_AT_END.search(before) and re.fullmatch(r"(?:19|20)\d\d\W?", after)
    return bool(day_then_month or month_then_year)
