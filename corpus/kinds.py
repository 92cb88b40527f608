"""Tells what kind of paper lies before us, and whether its minutes are still a draft."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.blocks import Block
from corpus.items import APPLICATION, ITEM_HEAD
from corpus.phrases import PRESENT_WITHIN, attendance_lead
from corpus.types import PaperKind

_DRAFT = re.compile(
    r"\bdraft (?:and unconfirmed )?minutes\b|\bunconfirmed\b|\bunapproved\b|\bsubject to (?:the )?(?:approval|confirmation|correction)\b|minutes\W+\(?draft\b|^\W*(?:draft|provisional)\W*$",
    re.IGNORECASE,
)
_MINUTES_HEAD = re.compile(
    r"^\W*(?:draft |unconfirmed |approved |confirmed )*(?:minutes?|notes) (?:of|from|for)\b|\bminute of (?:the )?(?:\w+ )?meeting\b|^\W*(?:the )?(?:draft )?minutes\W*$|\bminutes\W*$|\bagenda and minutes\b|\bmeeting minutes\b|\bminutes of (?:the|an?) (?:[\w’'-]+ ){0,5}meeting\b|\bagenda, decisions and minutes\b|\bminutes? extract\b|\bextract (?:from|of) (?:the )?minutes\b|\bdecisions? (?:list|sheet)\W*$|^\W*decisions (?:taken|made) (?:at|by)\b",
    re.IGNORECASE,
)
_PRESENT = re.compile(
    r"\W*(?:members )?(?:present|attendance|attendees|in attendance)\b\s*(?:[:;–-]|(?-i:[A-Z])|$)", re.IGNORECASE
)
_AGENDA_HEAD = re.compile(
    r"^\W*(?:agenda(?! item)|supplementary agenda|notice of meeting|summons)\b|\bagenda\W*$", re.IGNORECASE
)
_REPORT_HEAD = re.compile(
    r"^\W*(?:\d{1,2}\.?\s*)?(?:report (?:to|of|by|from)\b|from\s*:|by\s*:|to\s*:|subject\s*:|report author|author\s*:|report title|lead officer|recommendations?\s*:|purpose\W*$|recommendations?\W*$|classification\s*:|purpose of (?:the )?report|executive summary\W*$)|\breport\W*$",
    re.IGNORECASE,
)
_ACTIONS_HEAD = re.compile(
    r"^\W*(?:(?:agenda )?item \d{1,2}[a-z]?\W+)?(?:action (?:log|tracker|plan|list|points?)|actions? (?:points?|log|arising|raised|outstanding)|outstanding actions)\b|^\W*actions\W*$|[–—-]\s*actions? (?:log|tracker|list|sheet)\W*$",
    re.IGNORECASE,
)
# A policy committee is no policy.
_STRATEGY = re.compile(
    r"\b(?:strategy|policy(?! (?:[\w&’'-]+ ){0,4}(?:committee|sub-?committee|panel|board|cabinet|commission|forum|(?:working )?(?:group|party))\b)"
    r"|framework|plan \d{4}|delivery plan|terms of reference)\b",
    re.IGNORECASE,
)
_WAS_HELD = re.compile(
    r"\bmeetings? of\b.{1,200}?\b(?:was|were) held\b|\bheld (?:their|its) (?:[\w-]+ ){0,3}meeting\b",
    re.IGNORECASE | re.DOTALL,
)
_RECORD = re.compile(r"\brecord of (?:executive )?decision\b|\bdecision notice\b", re.IGNORECASE)
_QUESTIONS = re.compile(r"^\W*questions? (?:\d|put|by|from)", re.IGNORECASE)
_LETTER = re.compile(r"\bdear (?:member|councillor|sir|all)\b", re.IGNORECASE)
_RESTRICTED = re.compile(r"\W*(?:by virtue of paragraph|document is restricted|not for publication)", re.IGNORECASE)
_AGENDA_ONLY = re.compile(r"\W*(?:supplementary |public )?agenda\b(?!,| and\b| item)", re.IGNORECASE)
_SUMMONS = re.compile(
    r"\b(?:are|is) (?:hereby )?(?:summoned|invited|requested) to attend\b|\bbusiness to be transacted\b|\bmeeting\b.{0,120}\bwill be held\b",
    re.IGNORECASE,
)
_MINUTED = re.compile(
    r"\b(?:resolved|it was (?:agreed|noted|reported|proposed)|agreed (?:that|to)|apologies|proposed by|seconded|true (?:and accurate )?record)\b",
    re.IGNORECASE,
)
_MINUTES_BELOW = re.compile(r"\W*(?:draft|approved|unconfirmed|unapproved) minutes\b.{0,50}$", re.IGNORECASE)
"""The title of minutes that stand below their own agenda."""
_SIGNS = {
    "minutes": _MINUTES_HEAD,
    "agenda": _AGENDA_HEAD,
    "report": _REPORT_HEAD,
    "summons": _SUMMONS,
    "was held": _WAS_HELD,
    "record": _RECORD,
    "letter": _LETTER,
    "strategy": _STRATEGY,
    "actions": _ACTIONS_HEAD,
}
_SIGNED = 15  # blocks of an opening that are looked at for them
_FEWEST_MINUTED = 2  # paragraphs that speak of what was done
_EARLY = 20  # blocks in which those present are listed
_FEWEST_BLOCKS = 8  # fewer say nothing of the whole
_FEWEST_SLIDES = 5
_WORDS_A_SLIDE = 80  # a page of prose has three hundred and more
_SHORT_LINE = 60  # characters
_MOSTLY_SHORT = 0.7
_SOME_BULLETS = 0.2
_TITLE = 120  # characters: a longer line that holds these words only speaks of such a paper


def is_draft(head: Sequence[Block], title: str, file: str) -> bool:
    """Whether the opening, the title or the file's name calls the minutes a draft."""
    texts = (*(block.text for block in head[:15]), title, re.sub(r"[-_]", " ", file.rsplit("/", 1)[-1]))
    return any(_DRAFT.search(text[:400]) for text in texts)


def find_kind(blocks: Sequence[Block], head: Sequence[Block], *, file: str, title: str) -> PaperKind:
    """What kind of paper it is, by its opening; where that is silent, by its whole."""
    top = [block.text[:300] for block in head]
    if any(_RECORD.search(text) for text in top[:4]):
        return "other"
    if any(_LETTER.search(text) for text in top):
        return "agenda"
    if any(_QUESTIONS.match(text) for text in top[:3]):
        return "other"
    if any(_RESTRICTED.match(text) for text in top[:3]):
        return "other"
    if any(re.fullmatch(r"minutes\s*:", block.text, re.IGNORECASE) for block in blocks):
        return "minutes"
    for text in (title, *top[:12]):
        if _ACTIONS_HEAD.search(text) and len(text) < _TITLE:
            return "actions"
        if _MINUTES_HEAD.search(text) and not _AGENDA_ONLY.match(text):
            return "minutes"
        if _AGENDA_HEAD.search(text):
            return "agenda"
    if any(_WAS_HELD.search(text) for text in top[:3]) and any(
        attendance_lead(block.text) for block in blocks[:_EARLY]
    ):
        return "minutes"
    if any(_SUMMONS.search(text) or _AGENDA_ONLY.match(text) for text in top):
        return "agenda"
    if any(_REPORT_HEAD.search(text) for text in (title, *top[:14])):
        return "report"
    if top and (ITEM_HEAD.fullmatch(top[0]) or any(APPLICATION.match(text) for text in top[:3])):
        return "report"
    if any(_PRESENT.match(text) or PRESENT_WITHIN.search(text) for text in top):
        return "minutes"
    return _by_whole(blocks, top, title, file)


def signs_in(head: Sequence[Block]) -> dict[str, bool]:
    """Which forms of words an opening has, by what they are signs of."""
    top = [block.text[:300] for block in head[:_SIGNED]]
    return {name: any(pattern.search(text) for text in top) for name, pattern in _SIGNS.items()}


def _by_whole(blocks: Sequence[Block], top: Sequence[str], title: str, file: str) -> PaperKind:
    if any(re.search(r"\breport\b", text, re.IGNORECASE) and len(text) < _TITLE for text in top[:2]):
        return "report"
    if any(_STRATEGY.search(text) and len(text) < _TITLE for text in (*top[:1], title)):
        return "strategy"
    if _is_slides(blocks):
        return "presentation"
    if any(_STRATEGY.search(text) and len(text) < _TITLE for text in top[:5]):
        return "strategy"
    minuted = sum(1 for block in blocks if _MINUTED.search(block.text))
    if minuted >= _FEWEST_MINUTED and any(_MINUTES_BELOW.match(block.text) for block in blocks):
        return "minutes"
    name = file.rsplit("/", 1)[-1]
    for word, kind in (
        ("minutes", "minutes"),
        ("agenda", "agenda"),
        ("strategy", "strategy"),
        ("policy", "strategy"),
        ("report", "report"),
    ):
        if word in name.lower():
            return kind  # type: ignore[return-value]
    if minuted >= max(_FEWEST_MINUTED, len(blocks) / 10):
        return "minutes"
    if any(re.match(r"\W*recommendations?\W*$", block.text, re.IGNORECASE) for block in blocks):
        return "report"
    return "other"


def _is_slides(blocks: Sequence[Block]) -> bool:
    """Slides are short lines and bullets with hardly a sentence among them, few words to the page."""
    if len(blocks) < _FEWEST_BLOCKS:
        return False
    short = sum(1 for block in blocks if not block.cells and (block.bullet or len(block.text) < _SHORT_LINE))
    bullets = sum(1 for block in blocks if block.bullet)
    pages = {block.page for block in blocks if block.page is not None}
    words = sum(len(block.text.split()) for block in blocks)
    sparse = len(pages) >= _FEWEST_SLIDES and words < _WORDS_A_SLIDE * len(pages)
    return short > _MOSTLY_SHORT * len(blocks) and (bullets > _SOME_BULLETS * len(blocks) or sparse)
