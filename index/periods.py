"""The dates and stretches of time that a question names: a day, a month, a year such as 2016/17, "the last meeting".

Pure functions over the question. Dates in a question often speak of the thing and not of the meeting that heard of it,
so a period says how exactly it was named and which meetings fall in it, and leaves the rest to the caller.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from corpus.dates import MONTHS, FoundDate, find_dates
from index.types import Days

Exactness = Literal["day", "month", "season", "year", "open"]


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time that a question names, in its own words; both ends belong to it.

    `meetings` are the days in it on which a meeting met whose papers are held, or the month where no day is known.
    """

    since: date
    until: date
    words: str
    exact: Exactness
    meetings: tuple[Days, ...] = ()

    @property
    def of_a_meeting(self) -> bool:
        """Whether it is as exact as meetings are named: a day, or a month."""
        return self.exact in ("day", "month")

    def holds(self, when: date | Days | None) -> bool:
        """Whether a day lies in it, or the whole of the days on one of which a meeting was held."""
        first, last = (when.first, when.last) if isinstance(when, Days) else (when, when)
        return first is not None and last is not None and self.since <= first and last <= self.until

    def may_hold(self, when: Days | None) -> bool:
        """Whether a meeting held on one of these days may have been held in it."""
        return when is not None and when.first <= self.until and self.since <= when.last


@dataclass(frozen=True, slots=True)
class _Mention:
    """A period as it stands in the question; a `month`, or a `day`, waits for a year where none is printed beside it.

    One of so many months `on` ("the month after") waits for the month named before it.
    """

    start: int
    end: int
    period: Period | None
    month: int = 0
    day: FoundDate | None = None
    on: int = 0


_MONTH_NAMES = {name: n for n, name in enumerate(MONTHS, 1)}
_MONTH_NAMES |= {name[:3]: n for name, n in _MONTH_NAMES.items()} | {"sept": 9}
# "May" and "March" are words too: without a year they count only with a capital and after a word of time or before "meeting".
_BEFORE_MONTH = r"(?:in|of|by|between|since|until|till|during|before|after|from|to|and|or|for|the|last|this|next|early|mid|late|then in)"
_LEADS_TO_MONTH = re.compile(rf"\b(?:{_BEFORE_MONTH}[\s-]+|(?:{'|'.join(MONTHS)}),\s+)$", re.IGNORECASE)
_MONTH = re.compile(
    r"\b(?P<part>early|mid|late|the end of|the start of)?[\s-]*"
    rf"\b(?P<month>{'|'.join(sorted(_MONTH_NAMES, key=len, reverse=True))})\b\.?(?:,?\s+(?:of\s+)?(?P<year>(?:19|20)\d\d)(?![/–-]\d))?",
    re.IGNORECASE,
)
_SPAN = re.compile(r"(?<![\d/£.,])(?P<first>20\d\d|19\d\d)\s?[/–-]\s?(?P<second>(?:20|19)?\d\d)(?![\d/])")
_SEASON = re.compile(r"\b(?P<season>spring|summer|autumn|winter)\s+(?:of\s+)?(?P<year>(?:19|20)\d\d)\b", re.IGNORECASE)
_YEAR = re.compile(
    r"(?<![\d/£$€.,–-])\b(?P<year>(?:19|20)\d\d)\b(?![/–-]\d|,\d|\.\d|\s*(?:homes|people|houses|pupils|km|%))"
)
_RELATIVE = re.compile(r"\b(?P<which>last|this|previous|past)\s+(?P<unit>year|month|week)\b", re.IGNORECASE)
_MONTH_ON = re.compile(
    r"\bthe\s+(?:(?P<after>month after|following month|next month)|month before|previous month)\b(?!\s+(?:the|that|this|a|an|its|his|her|their|it|they)\b)",
    re.IGNORECASE,
)
LAST_MEETING = "the last meeting"
"""The words of the period that is the last meeting's day, however the question calls it."""
_LAST_MEETING = re.compile(
    r"\b(?:last|latest|most recent|previous)\s+(?:(?!year|month|week|time)[\w'’-]+\s+){0,4}?(?:meeting|minutes|session)s?\b"
    r"|\blast met\b|\bmet last\b|\blast time (?:they|it|the \w+) met\b",
    re.IGNORECASE,
)
_SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "winter": (12, 2)}


def read_periods(question: str, meetings: Iterable[Days], today: date) -> tuple[Period, ...]:
    """Every period that a question names, in the order named, each with the meetings held in it."""
    held = sorted(set(meetings))
    mentions = _with_years(question, _mentions(question, today), held)
    if held and _LAST_MEETING.search(question):
        last = ([one for one in held if one.first <= today] or held[:1])[-1]
        exact: Exactness = "day" if last.day else "month"
        mentions.append(_Mention(len(question), len(question), Period(last.first, last.last, LAST_MEETING, exact)))
    periods = _ranged(question, mentions)
    return tuple(
        replace(period, meetings=tuple(one for one in held if period.may_hold(one)))
        for period in dict.fromkeys(periods)
    )


def month(year: int, number: int, words: str = "") -> Period:
    """A calendar month."""
    last = calendar.monthrange(year, number)[1]
    return Period(date(year, number, 1), date(year, number, last), words, "month")


def _mentions(question: str, today: date) -> list[_Mention]:
    """What the question names, from the most exact form to the least; a stretch of text is read once."""
    found: list[_Mention] = []

    def take(start: int, end: int, period: Period | None, number: int = 0, day: FoundDate | None = None) -> None:
        if not any(start < other.end and other.start < end for other in found):
            found.append(_Mention(start, end, period, number, day))

    for day in find_dates(question):
        words = question[day.start : day.end].strip()
        whole = day.whole
        take(day.start, day.end, Period(whole, whole, words, "day") if whole else None, day.month, day)
    for match in _SPAN.finditer(question):
        first, second = int(match["first"]), int(match["second"]) % 100
        if (first + 1) % 100 == second:
            take(match.start(), match.end(), _municipal_year(first, match.group()))
    for match in _SEASON.finditer(question):
        take(match.start(), match.end(), _season(match["season"].lower(), int(match["year"]), match.group()))
    for match in _MONTH.finditer(question):
        number = _MONTH_NAMES[match["month"].lower()]
        start = match.start("month")
        if match["year"]:
            take(start, match.end(), month(int(match["year"]), number, match.group().strip()))
        elif _is_month(question, match):
            take(start, match.end("month"), None, number)
    for match in _YEAR.finditer(question):
        year = int(match["year"])
        take(match.start(), match.end(), Period(date(year, 1, 1), date(year, 12, 31), match.group(), "year"))
    found += [
        _Mention(match.start(), match.end(), None, on=1 if match["after"] else -1)
        for match in _MONTH_ON.finditer(question)
    ]
    for match in _RELATIVE.finditer(question):
        take(match.start(), match.end(), _relative(match["which"].lower(), match["unit"].lower(), today, match.group()))
    return sorted(found, key=lambda mention: mention.start)


def _is_month(question: str, match: re.Match[str]) -> bool:
    """Whether a month's name without a year is meant as a month: "in May", "the March meeting", not "may I"."""
    name = match["month"]
    if name.lower() not in {
        "may",
        "march",
        "mar",
        "jan",
        "dec",
        "sep",
        "oct",
        "nov",
        "apr",
        "jun",
        "jul",
        "aug",
        "feb",
    }:
        return True
    before = _LEADS_TO_MONTH.search(question[: match.start("month")])
    after = re.match(r"\s+(?:meeting|minutes|agenda|papers?|session)\b", question[match.end("month") :], re.IGNORECASE)
    return name[0].isupper() and bool(before or after)


def _municipal_year(first: int, words: str) -> Period:
    """2016/17: from the financial year's first day to the end of the municipal year, whichever of the two is meant."""
    return Period(date(first, 4, 1), date(first + 1, 5, 31), words, "year")


def _season(season: str, year: int, words: str) -> Period:
    first, last = _SEASONS[season]
    end = month(year + (last < first), last)
    return Period(date(year, first, 1), end.until, words, "season")


def _relative(which: str, unit: str, today: date, words: str) -> Period:
    """This or last year, month or week, seen from today."""
    back = 0 if which == "this" else 1
    if unit == "year":
        return Period(date(today.year - back, 1, 1), date(today.year - back, 12, 31), words, "year")
    if unit == "month":
        first = today.replace(day=1)
        then = first - timedelta(days=1) if back else first
        return month(then.year, then.month, words)
    monday = today - timedelta(days=today.weekday() + 7 * back)
    return Period(monday, monday + timedelta(days=6), words, "season")


def _with_years(question: str, mentions: Sequence[_Mention], held: Sequence[Days]) -> list[_Mention]:
    """Give a year to months and days that were named without one.

    It is the next mention's where that follows at once ("October and November 2018"), else the one's before it ("in
    September 2018 ... and in January": 2019), else that of every meeting held in that month.
    """
    done: list[_Mention] = []
    for n, mention in enumerate(mentions):
        if mention.period:
            done.append(mention)
            continue
        words = question[mention.start : mention.end].strip()
        if mention.on:
            before = next(
                (other.period for other in reversed(done) if other.period and other.period.of_a_meeting), None
            )
            done += [replace(mention, period=_months_on(before, mention.on, words))] if before else []
            continue
        following = _following_year(question, mentions, n)
        earlier = next((other.period for other in reversed(done) if other.period), None)
        if following:
            years = [following]
        elif earlier:
            years = [earlier.since.year + (earlier.exact != "year" and mention.month < earlier.since.month)]
        else:
            years = sorted({one.first.year for one in held if one.first.month == mention.month})
        found = [_of_year(mention, year, words) for year in years]
        done += [replace(mention, period=period) for period in found if period]
    return done


def _months_on(period: Period, months: int, words: str) -> Period:
    """The month that lies so many months after (or before) the one that a period begins in."""
    years, number = divmod(period.since.month - 1 + months, 12)
    return month(period.since.year + years, number + 1, words)


def _following_year(question: str, mentions: Sequence[_Mention], n: int) -> int:
    """The year of the next mention that has one, where only a joining word stands between."""
    for here, there in zip(mentions[n:], mentions[n + 1 :], strict=False):
        if not re.fullmatch(
            r"[\s,]*(?:and|or|to|until|through|-|–|&|of|,)?[\s,]*(?:in\s+)?(?:the\s+)?",
            question[here.end : there.start],
        ):
            return 0
        if there.period:
            return there.period.since.year
    return 0


def _of_year(mention: _Mention, year: int, words: str) -> Period | None:
    """The month or day in that year; None where the day is none of that year's, or its weekday disagrees."""
    if mention.day is None:
        return month(year, mention.month, words)
    day = mention.day.in_year(year)
    return Period(day, day, words, "day") if day else None


def _ranged(question: str, mentions: Sequence[_Mention]) -> list[Period]:
    """Join "from X to Y" into one period, and open "since X" and "before X" at the other end."""
    periods: list[Period] = []
    joined = -1
    for n, mention in enumerate(mentions):
        period = mention.period
        if period is None or n == joined:
            continue
        before = question[: mention.start].lower()
        follower = mentions[n + 1] if n + 1 < len(mentions) else None
        between = question[mention.end : follower.start] if follower else ""
        ranged = re.search(r"\b(?:from|between)\s+(?:the\s+|early\s+|mid\s+|late\s+)*$", before)
        if (
            ranged
            and follower
            and follower.period
            and re.fullmatch(r"\s*(?:to|and|until|up to|-|–)\s*(?:early |mid |late )?", between)
        ):
            joined = n + 1
            words = question[mention.start : follower.end]
            periods.append(Period(period.since, max(period.until, follower.period.until), words, "open"))
        elif re.search(r"\b(?:since|after)\s+(?:the\s+)?$", before):
            periods.append(replace(period, until=date.max, exact="open"))
        elif re.search(r"\b(?:before|until|prior to|up to)\s+(?:the\s+)?$", before):
            periods.append(replace(period, since=date.min, exact="open"))
        else:
            periods.append(period)
    return periods
