"""Actions in minutes: what someone is to do, said by the word before it, by a list's heading, or by "X to ..."."""

from __future__ import annotations

import re

ACTION_TABLE = re.compile(
    r"\baction\b.*\b(?:owner|lead|who|by whom|by when|responsible|officer|deadline|due)\b", re.IGNORECASE
)
ACTION = re.compile(
    r"\W*ACTIONS?\b\s*(?:[A-Z]{1,4}\b|[-–:]|\d)|\W*Actions?(?:\s+[A-Z]{2,4}(?:\s*[/&,]\s*[A-Z]{2,4})*\s*:|\s*:|\s+\d{1,3}$|\s*[.–-]\s+[A-Z])"
)
ACTION_LIST = re.compile(
    r"\W*(?:summary of )?(?:agreed )?actions?(?: points?| items?| agreed| list)?\W*", re.IGNORECASE
)
"""The heading of a list of actions."""
_ROLE = r"(?:[Tt]he )?(?:(?:Deputy |Assistant |Vice[- ])?(?:Clerk|Chair(?:man|woman|person)?|Treasurer|Secretary|Mayor|Convener|Officers?)|RFO)"
_WHO = rf"(?:[A-Z]{{2,3}}|[A-Z][A-Z][a-z]|(?:Cllrs?\.?|Councillors?|Mr\.?|Mrs\.?|Ms\.?|Dr\.?) (?:[A-Z][\w.'’-]* ){{0,3}}[A-Z][\w'’-]+|{_ROLE})"
_PROMISE = re.compile(rf"\W*{_WHO}(?:(?:\s*[,/&]\s*| and ){_WHO}){{0,3}} to (?!be\b|the\b|a\b)[a-z]{{2,}}\b")
_BRIEF = 40  # words


def promises(text: str) -> bool:
    """Whether a short paragraph says who is to do something, as "Clerk to write to the County Council" does."""
    return len(text.split()) <= _BRIEF and bool(_PROMISE.match(text))
