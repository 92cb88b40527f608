"""Tells what a body decided in plain words, as Scottish minutes do: "The Committee agreed:-", "The Board noted the report"."""

from __future__ import annotations

import re

_LEAD = r"(?:\W*(?:and|it was|it was therefore|it was then|the \w+(?: \w+)?|members|council(?:lors)?|committee|board)?\s*(?:also |further |unanimously |formally )?)"
RESOLVED = re.compile(
    rf"\W*(?:RESOLVED|AGREED|DECIDED|RESOLUTION)\b|\W*(?:Further |Unanimously )?Resolved\b(?!\W{{0,3}}(?:[Ff]or information|issues|matters)\b)|{_LEAD}\s*(?:resolved|RESOLVED|AGREED)\b"
    r"|\W*(?:The )?(?:Sub-?)?(?:Committee|Council|Board|Panel|Cabinet|Members|Commission|Executive|Forum|Trustees) (?:NOTED|APPROVED|ENDORSED|REFUSED|ADOPTED)\b"
    r"|\W*(?:Agreed|Decided|Decision|DECISION|Resolution)\s*(?:[:–-]|that\b)|\W*[Ii]t was (?:\w+ ){0,2}(?i:agreed|resolved|decided)\b|.{0,80}\b(?:[Aa]grees?|[Rr]esolves?|[Dd]ecide[sd]?)(?: to| that)?\s*:\W*$"
    r"|\W*The following\b.{0,60}\b(?:was|were) (?:\w+ )?(?:agreed|resolved|approved|adopted)\s*:",
)
"""What opens with the word that says that it was decided, or announces what was."""
_DECIDES = re.compile(
    r"\b[Ii]t (?:was|is) (?:\w+ )?(?:agreed|resolved|decided)\b|\b(?:RESOLVED|AGREED)\b|\b[Ii]t had been AGREED|\bResolution (?:was )?agreed\b"
    r"|\b[Pp]rop(?:osed)?\b.{0,60}\b(?:2nd|[Ss]econded)\b.{0,80}\b(?:[Aa]greed|in favour|[Cc]arried|unanimous\w*)\b"
    r"|\b(?:was|were) unanimously (?:approved|agreed|adopted|accepted)\b(?! (?:by (?!all\b|the members|members|those)|at|in)\b)|(?<!had )\bunanimously agreed (?:to|that)\b"
)
_FORMALLY = re.compile(
    r"\b(?:on|upon) the (?:proposal|proposition|motion) of\b.{3,160}?\bit was (?:\w+ ){0,2}(?:resolved|agreed)\b"
    r"|\bproposed (?:by )?[^.]{3,60}\bseconded\b[^.]{2,60}[,;]\s*(?:all (?:agreed|in favour)|carried|agreed unanimously)\b",
    re.IGNORECASE | re.DOTALL,
)
_ANSWERED = re.compile(
    r".*\b(?:proposed|suggested|requests?|wished)\b.*\b(?<!had )This was (?:unanimously )?(?:agreed|approved|declined|refused)(?: by all(?: present| members)?)?\.?$",
    re.DOTALL,
)
DECISION_HEAD = re.compile(r"\W*(?:decisions?|resolutions?|resolved|agreed)\W*", re.IGNORECASE)
_BODY = (
    r"(?:the |all )?(?:(?-i:[A-Z])[\w’'&-]*,? (?:(?:and|of|for) )?){0,5}?(?:sub-?\s?committee|committee|council|board|panel|cabinet|commission|executive|forum"
    r"|trustees|governors|directors|members|councillors|authority|partnership|conference|court)"
)
_BODY_DECIDED = re.compile(
    rf"(?:\W*|having .{{5,250}}?,\s+|.{{5,250}}?\b(?:accordingly|thereafter|thereupon|whereupon),?\s+){_BODY}"
    r"(?: (?:then|also|therefore|thereafter|accordingly|thereupon|further|unanimously|formally|having [^,]{3,120},|, having [^,]{3,120},))*\s+"
    rf"(?:(?:agreed|resolved|decided|determined)\s*(?::|(?:unanimously|by a majority|without (?:a )?(?:division|vote))?\s*(?:(?:that|to|the|these|this|an?)\b|(?-i:[A-Z])[\w.]*['’]s\b))"
    r"|(?:continued|remitted|instructed|authori[sz]ed|ratified|granted|homologated|refused|approved|adopted|endorsed)\s+(?:(?:the|consideration|that|planning|an?)\b|:)(?!.{0,80}\bon \d{1,2} \w+ (?:19|20)\d\d\W*$)"
    r"|noted\s*(?:,?\s*(?:the|its) (?:terms of the )?(?:report|update|position|contents?|outturn|information|minutes?|progress|verbal|presentation|correspondence|letter)\b|:))",
    re.IGNORECASE | re.DOTALL,
)
_AGREED_SHORT = re.compile(
    r"\W*(?:Agreed(?:\s*\.?$|[,;]| as (?:recommended|amended|proposed|set out|above)\b| (?:that|to|unanimously)\b))"
)
_AGREED_LAST = re.compile(r"[.;:]\s+Agreed(?: as (?:recommended|amended|proposed|set out))?\.?$")
_TOLD = re.compile(
    r"\b(?:agreed|resolved|decided|noted|approved) (?:at|in) (?:its|the|their|an?|our) (?:\w+ )?(?:last|previous|earlier|meeting)|\b(?:last|previous|earlier) (?:meeting|year|month)\b.{0,40}$",
    re.IGNORECASE,
)
SHORT_NARRATIVE = 80  # words: a longer paragraph with a decision in it is narrative that tells of one
_BRIEF = 35  # words: so short a paragraph is what it says
_AT_THE_START = 80  # characters: a decision told further on is the end of a story
_FEW = 12  # words: "(b) Splash pad. Agreed as recommended."
_NEAR = 80  # characters behind the verb, in which another meeting may be named


def decided_by_body(text: str) -> bool:
    """Whether a paragraph says that the body itself agreed, approved or noted something, here and now."""
    words = len(text.split())
    if _AGREED_SHORT.match(text) or (words <= _FEW and _AGREED_LAST.search(text)):
        return True
    found = _BODY_DECIDED.match(text)
    return found is not None and words <= SHORT_NARRATIVE and not _TOLD.search(text[: found.end() + _NEAR])


def is_decision(text: str) -> bool:
    """Whether a paragraph is a decision in plain words, not a story with one in it."""
    words = len(text.split())
    if words > SHORT_NARRATIVE:
        return False
    if _FORMALLY.search(text) or (words <= _BRIEF and _ANSWERED.match(text)):
        return not _TOLD.search(text)
    found = _DECIDES.search(text)
    return found is not None and (words <= _BRIEF or found.start() < _AT_THE_START)
