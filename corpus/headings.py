"""Tells headings from paragraphs by their look, their words and what follows them."""

from __future__ import annotations

import re

from corpus.blocks import Block
from corpus.dates import find_dates
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
_PERSONAL = r"(?!(?:reports?|updates?|questions?|vacanc\w+|surger\w+|allowances?|training|comments?|business|matters|items|announcements?|resignation|(?:by-?)?elections?|attendance|roles?|representatives?|code|dates|duties|expenses|declarations?|appointments?|conduct)\b)"
_OUTCOME = re.compile(
    r"\W*(?:(?:propos(?:ed|er)|second(?:ed|er))\s*(?:by\b(?!-)|[:–-])|(?:and|it was) (?:further |unanimously )?resolved\b|all (?:were |those )?in favour\b"
    r"|(?:carried|unanimous(?:ly)?)(?: (?:agreed|carried|approved|unanimously))?\W*$|signed\W*(?:$|chair|by\b|date)|(?:the )?(?:vice[ -])?chair(?:man|woman|person)\W*$"
    r"|(?:for|against) (?:the (?:proposal|motion|amendment)\b|(?-i:Cllr|Councillor|Cmhlr|Alderman)\b)|abst(?:entions?|ain(?:ed|ing))\W*$"
    rf"|(?:borough|county|district|town|city|parish) (?:councillors?|cllrs?\.?) {_PERSONAL}(?-i:[A-Z])|(?:cllrs?|mrs?|ms|pcso)\.?\s*{_PERSONAL}(?-i:[A-Z][a-z’']|[A-Z]\.)"
    r"|(?:granted|denied|deferred|acknowledged|refused|withdrawn)(?:\W*$|\s+[-–—]\s)|continued to\b|(?:ayes?|noes|nays?)\s*:"
    r"|minutes? secretary\s*:|members of the public\s+\d)",
    re.IGNORECASE,
)
"""Who proposed, how it went, who was there or signed: the end of an item, not the head of one."""
_SHORT_ANSWER = re.compile(
    r"\W*(?:(?:noted|none|n/a)(?: (?:received|given|made|declared))?\W*$|as (?:per|above|circulated|noted)\b|all actions (?:were )?(?:completed?|done)\b"
    r"|nothing (?:to report|further|received)\b|no (?:further )?(?:objections?|observations?|comments?|complaints?|questions?|concerns|changes?|updates?|apologies|declarations?|matters arising"
    r"|correspondence)\b(?! (?:procedures?|policy|handling|forms?|register)\b)|.*[.…]\s*(?:noted|no change|no action)\W*$)",
    re.IGNORECASE,
)
"""What stands under a heading where there is nothing to tell."""
# A postcode, a sum, a running page number, a year in a list of years.
_ONE_FACT = re.compile(
    r"\W*(?:[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[A-Z]\d[\dW] [A-Z\d]{4})\W*|[£€]\s?\d[\d,]*\.\d\d\b.*|\W*[Pp](?:age|AGE) \d{1,4}(?:\W+(?:of \d+|(?:19|20)\d\d))?\W*|In (?:19|20)\d\d\b.*"
)
_PLAIN_LINE = re.compile(
    r".*(?:[£€]\s?\d[\d,]*(?:\.\d\d)?|\s\d[\d,]*\.\d\d)\W*|total\b.*\d.*|.*\b(?:representing|on behalf of)\b.*|.*;.*|.*[a-z]{3}\. [A-Z].*"
    r"|(?-i:(?:[A-Z]\.? )+(?:and|&) (?:[A-Z]\.? ?)+[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)"
    r"|(?-i:[A-Z][\w’'-]+ (?:[A-Z][\w’'.-]+ )?[A-Z][\w’'-]+)(?:,| \([^()]*\)).*\b(?:councillor|clerk|chair(?:man|woman|person)?|officer|pcso|representative|manager|director|engineer|secretary|treasurer)(?:/[\w()]+)?\W*"
    r"|.*\b(?:agreed|decided|resolved|asked|confirmed|advised|explained|stated|suggested|proposed|reported|informed)\s+(?:that|to|them|members|the (?:council|meeting|committee))\b.*",
    re.IGNORECASE,
)
"""What a line without number, bold type or capitals holds that heads nothing: a sum, a person's office, half a sentence."""
_FULL_STOP_WORDS = 4  # "7. Transport." heads what follows; a longer line with a full stop is a sentence
_HOUR = re.compile(
    r"(?:\W|\d|(?:at|from|to|until|am|pm|a\.m|p\.m|noon|midday|commencing|hrs|hours)\b|(?<=\d)[ap]m\b)*", re.IGNORECASE
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
    r"(?:\W*\b(?:ref(?:erence)?|no|item|actions?|owner|lead|due|date|state|status|progress|payee|for|net|vat|total|amount|cheque|details|by whom|by when|(?:action )?by|officer|meeting|outcome|update)\b){3,}\W*",
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
    if _OUTCOME.match(words) or _SHORT_ANSWER.match(words) or _ONE_FACT.fullmatch(words) or _only_date(block, words):
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
    if section and following and next_mark is None and _one_word_title(words):
        return True
    if ended or (_VERB.search(words) and not _ASKS.match(words) and not section):
        return False
    if mark is not None:
        return _numbered_title(words, mark, following, next_mark)
    return _plain_title(block, words, following, next_mark)


def _only_date(block: Block, words: str) -> bool:
    """Whether a line is a day and hour alone: when they met, or one of a list of meetings."""
    dates = find_dates(words) if not block.level and len(words) < _LONGEST_PLAIN else []
    return len(dates) == 1 and dates[0].start == 0 and bool(_HOUR.fullmatch(words, dates[0].end))


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


def _one_word_title(words: str) -> bool:
    """Whether numbered words are a title with a full stop behind it: "7. Transport."."""
    short = words.endswith(".") and len(words.split()) <= _FULL_STOP_WORDS and words[0].isupper()
    return (
        short
        and not _VERB.search(words)
        and not re.search(r"\d|[a-z]ed\b|\bto\b|\bthem\b|\bit\b", words, re.IGNORECASE)
    )


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
    if ("," in words and words.count(",") > 1) or _PLAIN_LINE.fullmatch(words):
        return False
    return following.bullet or next_mark is not None or len(following.text) > len(words) + 20
