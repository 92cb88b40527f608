"""What a file's name, or a title's initials, tell of a paper that does not print it: whose it is, of which day.

The last resort: nothing is taken that the paper's own text contradicts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from difflib import get_close_matches

from corpus.dates import find_dates, find_months
from corpus.months import find_bounds
from corpus.names import cased
from corpus.types import Month

_MISPRINTED = 0.85  # of the letters in order: a place that the text itself writes a little otherwise
_SORTS = {"PC": "Parish Council", "TC": "Town Council", "CC": "Community Council"}
_SHORT_COUNCIL = re.compile(
    r"^(?i:(?:draft |approved )?(?:minutes|agenda|notes) (?:of|for|from) (?:the )?)?"
    r"(?P<place>[A-Z][\w’'.-]+(?: (?:[A-Z][\w’'.-]+|&|and|on|upon|under|in|the|le|cum|with|next|by|super)){0,6}) (?P<sort>PC|TC|CC)"
    r"(?=\s*(?:$|[–—:,(-])|\s+(?i:the |annual|ordinary|extra|special|general|full|draft|monthly|meeting|minutes|agenda|notes|agm|egm|20\d\d"
    r"|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))"
)
_ISO_FIRST = re.compile(r"(?P<day>\d{4}-\d\d-\d\d)(?=\D|$)")
_FRONT = re.compile(
    r"(?:[\d\W]|(?:item|draft|approved|unapproved|final|signed|minutes?|agenda|notes|of|for|from|the|a|an|annual|ordinary|extraordinary|special|monthly|virtual|full|meeting)\b)*",
    re.IGNORECASE,
)
_FULL_COUNCIL = re.compile(
    r"(?P<place>(?:[^\W\d_][\w’'.&-]* ){1,5}?)(?:annual )?(?P<sort>parish|town|community|city|borough|district|county) council\b",
    re.IGNORECASE,
)
_SMALL_WORDS = frozenset(("and", "of", "the", "on", "upon", "under", "in", "le", "cum", "with", "next", "by", "super"))


def stem_of(file: str) -> str:
    """A file's name without its folder and its ending, in words."""
    return re.sub(r"[_.]+", " ", re.sub(r"\.\w{2,5}$", "", file.rsplit("/", 1)[-1]))


def council_filed(file: str, texts: Sequence[str]) -> str | None:
    """The council that a file's name names first, where the text speaks of a council of the sort and of no place spelt nearly so."""
    stem = re.sub(r"\s+", " ", re.sub(r"(?<=[a-z])-(?=[a-z])", " ", stem_of(file)))
    match = _FULL_COUNCIL.match(stem, _FRONT.match(stem).end())  # type: ignore[union-attr]  # it matches nothing at least
    if match is None:
        return None
    place = " ".join(
        word if word.lower() in _SMALL_WORDS else word[0].upper() + word[1:] for word in match["place"].split()
    )
    name = cased(f"{place} {match['sort'].title()} Council")
    return (
        name
        if _told(name.removesuffix(" Council").rsplit(" ", 1)[0], f"{match['sort'].title()} Council", texts)
        else None
    )


def day_filed(file: str, texts: Sequence[str], month: Month | None) -> date | None:
    """The day with which the file's name begins, where the text leaves it possible.

    Papers are filed by the meeting that they were put to as well, minutes by the one after: a day on or after the next meeting that
    the minutes name, or one that the name itself or the `month` told otherwise contradicts, is not theirs.
    """
    stem = stem_of(file)
    match = _ISO_FIRST.match(stem)
    found = find_dates(match["day"]) if match else []
    day = found[0].whole if found else None
    rest = stem[match.end() :] if match else ""
    if month and day and month != day.replace(day=1):
        return None
    if day is None or find_dates(rest) or any(one.month != day.month for one in find_months(rest)):
        return None
    bounds = find_bounds(texts)
    possible = (bounds.after is None or bounds.after < day) and (bounds.before is None or day < bounds.before)
    return day if possible else None


def spelt_out(titles: Sequence[str], texts: Sequence[str]) -> str | None:
    """The council that a title names by its place and two letters: "Orren PC - November Meeting".

    PC may be a constable and CC a county or a cricket club: the text must speak of a council of the sort. Where it writes the
    place a little otherwise, the title misprints it, and which council is meant stays open.
    """
    for title in titles:
        match = _SHORT_COUNCIL.match(title)
        if match is None:
            continue
        sort, place = _SORTS[match["sort"]], match["place"]
        if _told(place, sort, texts):
            return f"{place} {sort}"
    return None


def _told(place: str, sort: str, texts: Sequence[str]) -> bool:
    """Whether the text speaks of a council of the sort, and does not write the place a little otherwise."""
    words = {word for text in texts for word in re.findall(r"\b[A-Z][\w’'-]{3,}", text)}
    written = all(
        word in words or not get_close_matches(word, words, 1, _MISPRINTED)
        for word in re.findall(r"[A-Z][\w’'-]{3,}", place)
    )
    return written and any(re.search(rf"\b{sort}", text, re.IGNORECASE) for text in texts)
