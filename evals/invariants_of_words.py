"""What holds of the body, the day, the headings, the kinds of paragraph and the sentences of every well-read paper.

As with numbers, each invariant is drawn so that a violation is a fault of the parser and no oddity of the paper.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import pairwise

from corpus.types import Paper, Paragraph, ParagraphType
from evals.violations import Violation, violation

_FEWEST_WORDS = 300  # in a shorter paper one title is a large share
_OPENING = 25  # paragraphs: who was there is told before the first items
_MOST_HEADINGS = 0.25  # of the words of minutes and reports: 98 in 100 papers have fewer
_LONGEST_HEADING = 25  # words
_LONGEST_FURNITURE = 120  # characters
_FEWEST_CUT = 60  # characters before the cut: a shorter line may be an entry of a list

_UNFINISHED = re.compile(r"[^\W_],?$")
_LEADS_ON = re.compile(r"\s(?:the|of|to|an?|for|with|by|in|from|that|(?:Mrs?|Ms|Dr|Cllrs?)\.?)$")
_THERE = re.compile(
    r"^\W*(?:(?:\w+ )?(?:present|attendees|attendance|attending|apologies)\b|roll call\b)|\bpresent\s*(?::|were\b)|\bin attendance\b|\bapologies\b",
    re.IGNORECASE,
)
_LOW = re.compile(r"[a-z]{2,}\s")
_NUMBERED = re.compile(r"\(?\w{1,3}[.)]\s")
_PAGE = re.compile(r"\bpage \d", re.IGNORECASE)
_DATE = re.compile(r"\W*date\b", re.IGNORECASE)
_SAYS: Mapping[ParagraphType, re.Pattern[str]] = {
    "resolution": re.compile(r"\W*(?:RESOLVED|Resolved that|IT WAS RESOLVED|It was resolved)\b"),
    "motion": re.compile(r"\W*(?:it was )?(?:(?:a )?motion (?:was )?(?:made )?by|moved by)\b", re.IGNORECASE),
    "vote": re.compile(r"\W*(?:ayes?|noes|nays?|abstain(?:ed)?|abstentions?)\s*[:(]", re.IGNORECASE),
    "attendance": re.compile(r"\W*(?:present|in attendance|apologies)\s*:", re.IGNORECASE),
}
"""How a paragraph of minutes begins that can be of no other kind."""
_AS_WELL: Mapping[ParagraphType, frozenset[ParagraphType]] = {
    "resolution": frozenset({"exempt", "recommendation", "heading"}),
    "motion": frozenset({"resolution", "vote"}),
    "vote": frozenset({"motion", "resolution"}),
    "attendance": frozenset({"heading"}),
}
"""The other kinds that will do, where a paragraph goes on to something else."""


def no_body(paper: Paper) -> Iterator[Violation]:
    """Minutes and agendas are of a body."""
    if paper.kind in ("minutes", "agenda") and not paper.body and paper.paragraphs:
        yield violation("no_body", paper, paper.paragraphs[0], paper.kind)


def no_date(paper: Paper) -> Iterator[Violation]:
    """Minutes and agendas are of a day, or of a month at least."""
    if paper.kind in ("minutes", "agenda") and not (paper.date or paper.month) and paper.paragraphs:
        yield violation("no_date", paper, paper.paragraphs[0], paper.kind)


def no_attendance(paper: Paper) -> Iterator[Violation]:
    """Where minutes begin with who was there, some paragraph is of that kind."""
    told = next((one for one in paper.paragraphs[:_OPENING] if _THERE.search(one.text)), None)
    if paper.kind == "minutes" and told and not any(one.type == "attendance" for one in paper.paragraphs):
        yield violation("no_attendance", paper, told)


def mistyped(paper: Paper) -> Iterator[Violation]:
    """What begins with "Resolved", "Motion by", "Ayes:" or "Present:" is of that kind in minutes."""
    for paragraph in paper.paragraphs if paper.kind == "minutes" else ():
        said = next((kind for kind, opening in _SAYS.items() if opening.match(paragraph.text)), None)
        if said and paragraph.type not in {said, *_AS_WELL[said]}:
            yield violation("mistyped", paper, paragraph, f"{said} typed {paragraph.type}")


def heading_share(paper: Paper) -> Iterator[Violation]:
    """Of the words of minutes and reports some stand in headings, and not many."""
    words = sum(_words(paragraph) for paragraph in paper.paragraphs)
    headings = sum(_words(paragraph) for paragraph in paper.paragraphs if paragraph.type == "heading")
    none = not headings and any(paragraph.label for paragraph in paper.paragraphs)
    if paper.kind in ("minutes", "report") and words >= _FEWEST_WORDS and (none or headings > _MOST_HEADINGS * words):
        yield violation("heading_share", paper, paper.paragraphs[0], f"{headings} of {words} words")


def long_headings(paper: Paper) -> Iterator[Violation]:
    """A heading is no whole paragraph, unless it is in capitals or an agenda's item."""
    for paragraph in paper.paragraphs if paper.kind != "agenda" else ():
        if paragraph.type == "heading" and _words(paragraph) > _LONGEST_HEADING and not _in_capitals(paragraph.text):
            yield violation("long_headings", paper, paragraph, f"{_words(paragraph)} words")


def furniture(paper: Paper) -> Iterator[Violation]:
    """No paragraph is a running head: a short line with the page's number or the meeting's day that comes again."""
    lines = [one for one in paper.paragraphs if len(one.text) <= _LONGEST_FURNITURE and _is_running(one.text, paper)]
    times = Counter(re.sub(r"\d+", "#", one.text.casefold()) for one in lines)
    for one in lines:
        if times[re.sub(r"\d+", "#", one.text.casefold())] > 1:
            yield violation("furniture", paper, one, one.type)


def cut_sentences(paper: Paper) -> Iterator[Violation]:
    """No sentence is cut in two: what goes on with a small letter, or after "the" or "Mr.", stands with what it goes on from."""
    for before, after in pairwise(paper.paragraphs):
        table = "\t" in before.text + after.text
        low = _LOW.match(after.text) and len(before.text) >= _FEWEST_CUT and _UNFINISHED.search(before.text)
        leads_on = (
            _LEADS_ON.search(before.text)
            and not _NUMBERED.match(after.text)
            and "heading" not in (before.type, after.type)
        )
        if (low or leads_on) and not table and before.label == after.label:
            place = "over a page" if before.page != after.page else "in a page"
            yield violation("cut_sentences", paper, after, f"{place}, after “{before.text[-40:]}”")


def _is_running(text: str, paper: Paper) -> bool:
    """Whether a line tells a page's number or the day of the meeting."""
    day = paper.date
    spelt = rf"\b{day.day}\b.*{day:%B}|{day:%B} {day.day}\b" if day else ""
    dated = day is not None and str(day.year) in text and bool(re.search(spelt, text, re.IGNORECASE))
    return (bool(_PAGE.search(text)) or dated) and not _DATE.match(text)


def _words(paragraph: Paragraph) -> int:
    return len(paragraph.text.split())


def _in_capitals(text: str) -> bool:
    letters = [letter for letter in text if letter.isalpha()]
    return sum(letter.isupper() for letter in letters) > len(letters) / 2
