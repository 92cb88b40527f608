"""Tells what a body decided in plain words, as Scottish minutes do: "The Committee agreed:-", "The Board noted the report"."""

from __future__ import annotations

import re

_BODY = (
    r"(?:the )?(?:(?-i:[A-Z])[\w’'&-]*,? (?:(?:and|of|for) )?){0,5}?(?:sub-?\s?committee|committee|council|board|panel|cabinet|commission|executive|forum"
    r"|trustees|governors|directors|members|authority|partnership|conference|court)"
)
_BODY_DECIDED = re.compile(
    rf"(?:\W*|having .{{5,250}}?,\s+|.{{5,250}}?\b(?:accordingly|thereafter|thereupon|whereupon),?\s+){_BODY}"
    r"(?: (?:then|also|therefore|thereafter|accordingly|thereupon|further|unanimously|formally|having [^,]{3,120},|, having [^,]{3,120},))*\s+"
    rf"(?:(?:agreed|resolved|decided|determined)\s*(?::|(?:unanimously|by a majority|without (?:a )?(?:division|vote))?\s*(?:that|to|the|these|this|an?)\b)"
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
_FEW = 12  # words: "(b) Splash pad. Agreed as recommended."
_NEAR = 80  # characters behind the verb, in which another meeting may be named


def decided_by_body(text: str) -> bool:
    """Whether a paragraph says that the body itself agreed, approved or noted something, here and now."""
    words = len(text.split())
    if _AGREED_SHORT.match(text) or (words <= _FEW and _AGREED_LAST.search(text)):
        return True
    found = _BODY_DECIDED.match(text)
    return found is not None and words <= SHORT_NARRATIVE and not _TOLD.search(text[: found.end() + _NEAR])
