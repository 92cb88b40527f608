"""Tells headings from paragraphs by their look, their words and what follows them."""

from __future__ import annotations

import re

from corpus.blocks import Block
from corpus.marks import Mark

_LONGEST = 160  # a title that runs over two printed lines
_LONGEST_PLAIN = 80  # without capitals, bold or a number, only a short line is a heading
_SENTENCE_END = re.compile(r"[.;,!]['\"”’)]*$|:\s*[-–—]?$")
_NEVER = re.compile(
    r"\W*(?:(?:further |unanimously )?(?:resolved|agreed|decided|recommended)\b|present\b|in attendance|also (?:in attendance|present)"
    r"|apologies\s*[:–-]|apologies (?:for absence )?(?:were|was|had|received)\b|proposed (?:by|:)|seconded (?:by|:)|attendance:|attendees|councillors? (?-i:[A-Z])|cllrs? (?-i:[A-Z])|mr\.? |mrs\.? |ms\.? "
    r"|actions?\s*[:–-]|actions?\b\W*(?:(?-i:[A-Z]{2,4})\b|\d|$)|the (?:committee|council|members|board|cabinet|panel)\W*$|that the\b|(?:dim|none|nil)(?:\W+(?:none|dim|nil))?\W*$|dear |yours |tel:|e-?mail|(?:date|time|venue|place|location|contact|minutes? taker)\s*:|members of the public\s*[:–-]|(?:wards?|divisions?|areas?)(?: affected)?\s*:\s*\w)",
    re.IGNORECASE,
)
_SECTION = re.compile(
    r"(?:minutes|decisions?|recommendations?|resolutions?|reply|answer|response|summary|executive summary|background(?: documents| papers)?"
    r"|introduction|conclusions?|reasons?(?:\(s\))? for (?:the )?decisions?|contact details|(?:un)?restricted items|exempt items"
    r"|results?|votes?|for (?:decision|discussion|information))\s*(?:\(s\))?\s*:?\s*-?",
    re.IGNORECASE,
)
_STRAND = re.compile(
    r"(?:priority|objective|strategic objective|theme|strand|outcome|workstream)\s+(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)\b\s*[:.–-]",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"\b(?:was|were|is|are|has|have|had|will|would|shall|be|been|being|can|could|should|may|must|did|does|said|noted|reported|published)\b"
)
_LIST_SHAPES = re.compile(r"[(]?[1aAiI][)]|[aAiI]\.")
_LEADS_IN = re.compile(
    r"(?:of|for|in|at|to|by|on|from|with|as|the|that|members|councillors?|officers)\b|.*\b(?:asked|agreed|noted|resolved|following|that|to):",
    re.IGNORECASE,
)
_ROW_OF_ITEM = 3  # cells: an item's number, its title, its owner
_ASKS = re.compile(r"(?:what|how|where|why|who|which|when)\b|.*\?$", re.IGNORECASE)
_TITLE_WORDS = 4  # a longer line before a colon is a lead-in, unless its words are capitalised
_COLUMNS = re.compile(
    r"(?:\W*\b(?:ref(?:erence)?|no|item|actions?|owner|lead|due|date|state|status|progress|payee|for|net|vat|total|amount|cheque|details|by whom|by when|officer|meeting|outcome|update)\b){3,}\W*",
    re.IGNORECASE,
)
"""The heads of a table's columns, in text that has no tables."""
_SENTENCE_WORDS = 8  # "Apologies were received." may head an item
_TO_DO = re.compile(r"to (?:[a-z]+)\b", re.IGNORECASE)
_DATE_OR_TIME = re.compile(r"^\W*(?:\d{1,2}[.:]\d\d|\d{1,2}\s*(?:am|pm)\b)", re.IGNORECASE)


def looks_like_heading(
    block: Block, words: str, mark: Mark | None, following: Block | None, next_mark: Mark | None
) -> bool:
    """Whether a block is a heading. `words` is its text after `mark`, its number; `following` the block after it."""
    if (
        not words
        or (block.cells and (mark is None or len(block.cells) > _ROW_OF_ITEM))
        or (block.bullet and not (block.bold or block.level))
    ):
        return False
    if not any(c.isalpha() for c in words) or _NEVER.match(words) or _COLUMNS.fullmatch(words):
        return False
    if _is_sentence(words) or any(_is_sentence(cell) for cell in block.cells):
        return False
    if block.level:
        return len(words) <= 2 * _LONGEST
    if len(words) > (2 * _LONGEST if _in_capitals(words) else _LONGEST):
        return False
    if _SECTION.fullmatch(words) or _STRAND.match(words):
        return True
    ended = bool(_SENTENCE_END.search(words))
    if _in_capitals(words):
        return not words.endswith(",") and not re.search(r":\s.*[a-z].*\.$", words)
    if words[0].islower() or _DATE_OR_TIME.match(words):
        return False
    if block.bold:
        clause = mark is not None and _is_clause(words, mark)
        return not clause and (not ended or words.endswith(":"))
    section = mark is not None and not _LIST_SHAPES.fullmatch(mark.shapes[0][0])
    if section and words.endswith(":") and _title_before_colon(words):
        return True
    if ended or (_VERB.search(words) and not _ASKS.match(words) and not section):
        return False
    if mark is not None:
        return _numbered_title(words, mark, following, next_mark)
    return _plain_title(block, words, following, next_mark)


def _is_sentence(words: str) -> bool:
    """Whether words are a whole sentence, or several, whatever their look: an agenda's "To receive ..." is none."""
    if _in_capitals(words) or _TO_DO.match(words) or not words.rstrip("'\"”’)").endswith("."):
        return False
    return len(words.split()) >= _SENTENCE_WORDS and bool(_VERB.search(words))


def _is_clause(words: str, mark: Mark) -> bool:
    """Whether the words after "a)" say what is to be done, and so are no title."""
    listed = bool(_LIST_SHAPES.fullmatch(mark.shapes[0][0]))
    return listed and len(words.split()) >= _SENTENCE_WORDS and bool(_VERB.search(words)) and not _ASKS.match(words)


def _title_before_colon(words: str) -> bool:
    if _VERB.search(words) or _LEADS_IN.match(words):
        return False
    long = [word for word in re.findall(r"[^\W\d_]+", words) if len(word) > 3]  # noqa: PLR2004
    return len(words.split()) <= _TITLE_WORDS or all(word[0].isupper() for word in long)


def _in_capitals(words: str) -> bool:
    letters = [c for c in words if c.isalpha()]
    return len(letters) > 3 and sum(c.isupper() for c in letters) > 0.9 * len(letters)  # noqa: PLR2004


def _numbered_title(words: str, mark: Mark, following: Block | None, next_mark: Mark | None) -> bool:
    """A numbered line without a full stop heads what follows, unless the next number is its neighbour in a list."""
    small = mark.label[0] == "(" or mark.label[-1] == ")"
    if small and (len(words) > _LONGEST_PLAIN or re.match(r"(?:that|to|circulated)\b", words, re.IGNORECASE)):
        return False
    if following is None:
        return not small and len(words) < _LONGEST_PLAIN and not _VERB.search(words)
    if next_mark is None:
        return not following.bullet or not _LIST_SHAPES.fullmatch(mark.shapes[0][0])
    neighbour = next_mark.shapes[0][0] == mark.shapes[0][0] and not mark.compound
    return not neighbour and not small and next_mark.shapes[-1][1][-1] <= 1 and len(words) < _LONGEST_PLAIN


def _plain_title(block: Block, words: str, following: Block | None, next_mark: Mark | None) -> bool:
    if following is None or not block.gap or len(words) > _LONGEST_PLAIN or not words[0].isupper():
        return False
    if "," in words and words.count(",") > 1:
        return False
    return following.bullet or next_mark is not None or len(following.text) > len(words) + 20
