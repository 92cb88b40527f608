"""Questions in minutes, and where the answer to one begins and ends."""

from __future__ import annotations

import re

QUESTION_HEAD = re.compile(r"\W*(?:question (?:\d|submitted|by|from|to)|questions? \d)", re.IGNORECASE)
QUESTIONS_HEAD = re.compile(
    r"\W*(?:(?:public|members['’]?|councillors['’]?|written|oral) )?questions?\W*", re.IGNORECASE
)
"""The heading over all the questions, which is itself over no words of one."""
QUESTION = re.compile(r"\W*(?:(?:[I1l|!]\s+|We )?will ask\b|supplementary question\b)", re.IGNORECASE)
"""A question as it was put. A reader of pictures takes the "I" of "I will ask" for 1, l, | or !."""
REPLY = re.compile(
    r"\W*(?:reply|answer|response)\W*(?:(?:from|by|of|to question)\b[^.]{0,80})?$|\W*(?:reply|answer|response)\s*:",
    re.IGNORECASE,
)
SPEAKER = re.compile(
    r"(?:Councillors? [A-Z]|Cllrs?\.? [A-Z]|Members\b|The (?:Cathaoirleach|Chair\w*|Mayor|Leader|Committee|Panel|Board)\b)"
)
_ANSWERS = re.compile(
    r"\W*(?:[Ii]t was (?:then |also )?(?:stated|noted|explained|confirmed|reported|pointed out|outlined|clarified|advised|indicated)\b"
    r"|[Ii]n (?:reply|response|replying|answer)\b|(?:The )?(?!Members\b|Councillors?\b|Cllrs?\b|Mr Mayor\b)[A-ZÁÉÍÓÚ][\w.'’-]*(?: (?:of|and|for|the|to|[A-ZÁÉÍÓÚ][\w.,'’-]*)){0,7} (?:also |then )?"
    r"(?:stated|advised|replied|responded|confirmed|explained|informed|said|noted|outlined|clarified|undertook|indicated)\b)"
)
_DISCUSSED = re.compile(r"\W*(?:A )?(?:\w+ )?[Dd]iscussion (?:took place|ensued|followed|was held)\b")
_OVER = re.compile(
    r"\W*(?:a reply to the following question|(?:written )?questions? (?:submitted|asked|put) by\b|the following (?:items?|matters?|motions?|issues?) (?:was|were)\b|at this (?:point|juncture|stage)\b"
    r"|with the (?:permission|consent) of|with the \w+['’]s (?:permission|consent)|this concluded|there being no (?:further|other)|the meeting (?:then )?(?:closed|concluded|ended|adjourned))",
    re.IGNORECASE,
)


def answers(text: str) -> bool:
    """Whether a paragraph after a question says what was stated in answer to it."""
    return bool(_ANSWERS.match(text) or _DISCUSSED.match(text))


def over(text: str) -> bool:
    """Whether a paragraph after a question or a reply speaks of something else."""
    return bool(_OVER.match(text))
