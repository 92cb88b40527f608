"""Who said, moved or decided it: a sentence may give a deed to nobody but to whom its quotation gives it."""

from __future__ import annotations

import re

from bot.grounding.figures import blank, dates

_NAME = r"(?:[A-Z][\w’'-]*)(?:\s+(?:of|for|and|the|in)\s+(?=[A-Z])|\s+)?"
_RUN = re.compile(rf"(?:{_NAME})+")
_DECIDING = frozenset(
    "resolved agreed decided approved rejected refused adopted endorsed noted accepted recommended deferred".split()
)
# Each by its own word: "moved" is not "seconded", "asked" is not "replied".
_DEEDS = _DECIDING | frozenset(
    """
    moved proposed seconded asked enquired queried replied answered responded said stated reported told explained advised
    informed confirmed presented introduced welcomed apologised thanked undertook promised warned argued voted abstained
    objected opposed supported
    """.split()
)
_DOES = re.compile(r"\b[A-Z][\w’'-]*\s+(?:then |also )?([a-z]{3,})\b(?<!\band)(?<!\bfor)(?<!\bthe)(?<!\bwho)")
_PASSIVE = re.compile(r"\b(?:be|been|being|was|were|is|are)(?: \w+ly| not| also)?\s+$")
_GENERIC = frozenset(
    "the it this that on in at a an his her their he she they members councillors councillor cllr mr mrs ms miss dr".split()
)


def fault(sentence: str, quoted: str, body: str, in_full: str = "") -> str:
    """What deed a sentence gives to somebody else; "" where none. `in_full` is the body's name with its council's."""
    sentence, quoted = (blank(text, ((one.start, one.end) for one in dates(text))) for text in (sentence, quoted))
    for deed in sorted(_DEEDS | {match[1].lower() for match in _DOES.finditer(sentence)}):
        doers = _doers(deed, sentence)
        if not doers:
            continue
        theirs = _doers(deed, quoted)
        for doer in doers:
            if deed in _DECIDING and (doer <= _fold(body) or _fold(body) <= doer <= _fold(in_full)):
                continue
            if theirs and not any(doer <= one for one in theirs):
                return "says it of somebody else"
            if not theirs and deed in _DEEDS and (deed in _DECIDING or not doer <= _fold(quoted)):
                return "says it of somebody whom the quotation does not name for it"
    return ""


def _doers(deed: str, text: str) -> list[frozenset[str]]:
    """The names that a deed is given to: after "by", else the nearest before it in its sentence."""
    found = []
    for match in re.finditer(rf"\b{deed}\b", text, re.IGNORECASE):
        by = re.match(r"\s+by\s+(?:the\s+)?", text[match.end() :])
        if by:
            run = _RUN.match(text, match.end() + by.end())
            names = _fold(run[0]) if run else frozenset()
        elif _PASSIVE.search(text[: match.start()]):
            continue
        else:
            names = _before(text[: match.start()])
        if names:
            found.append(names)
    return found


def _before(text: str) -> frozenset[str]:
    """The name that stands nearest before a deed, in the same sentence."""
    start = max(
        (
            m.end()
            for m in re.finditer(r"[.!?;\n]\s", text)
            if not re.search(r"\b(?:Mr|Mrs|Ms|Dr|Cllr|St)\.\s$", text[: m.end()])
        ),
        default=0,
    )
    runs = [names for run in _RUN.finditer(text, start) if (names := _fold(run[0]))]
    return runs[-1] if runs else frozenset()


def _fold(name: str) -> frozenset[str]:
    return (
        frozenset(word.lower() for word in re.findall(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", name))
        - _GENERIC
        - {"of", "for", "and"}
    )
